"""What is done with all accounts, each in its turn, is what one transaction does with all of them at once."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

TODAY = "2026-06-30"
RUNS = {"score keep": "scores", "limits review": "lines", "offers grant": "lines"}


@pytest.mark.parametrize("command", RUNS)
def test_all_in_their_turns_as_all_at_once(run, portfolio, tmp_path, command):
    told, records, seals = {}, {}, {}
    for name, more in {"in turns": (), "at once": ("--request-id", "x")}.items():
        ledger = tmp_path / name / "ledger.db"
        ledger.parent.mkdir()
        shutil.copy(portfolio, ledger)
        done = run(*command.split(), "--all", *more, "--today", TODAY, "--ledger", str(ledger), "--json")
        assert done.status == 0, done.err
        told[name] = done.data
        with closing(sqlite3.connect(ledger)) as connection:
            records[name] = connection.execute("SELECT number, subject, kind, body FROM desk_facts").fetchall()
            seals[name] = connection.execute("SELECT count(*) FROM seals").fetchone()[0]
        assert run("check", "--ledger", str(ledger)).status == 0
    assert told["in turns"] == told["at once"]
    assert len(told["at once"][RUNS[command]]) > 5
    assert records["in turns"] == records["at once"]
    assert seals["in turns"] >= seals["at once"]
    again = run(*command.split(), "--all", "--on", "2026-07-01", "--today", TODAY, "--ledger", str(portfolio), "--json")
    assert again.error["code"] == "date-in-future"
