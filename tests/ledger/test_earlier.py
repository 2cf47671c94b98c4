"""Ledgers of every earlier version, as the programs of their time left them, are brought to this one with all in them.

The files and the figures are those of `tests/ledger/earlier`.
"""

from __future__ import annotations

import json
import lzma
import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger, prove
from baitiao_cli.ledger.copies.document import FIRST_EXPORTED
from baitiao_cli.ledger.file import creation  # noqa: F401 - loaded before children are made, whose lives are short
from baitiao_cli.ledger.file.connection import SCHEMA_VERSION
from baitiao_cli.ledger.store import Ledger
from tests.ledger.earlier.make import COMMITS, FIGURES_ON, FOLDER, KEY, VIEWS

VERSIONS = sorted(COMMITS)

# What the program tells differently since, of the same facts: see the changelog.
TOLD_DIFFERENTLY = {
    (1, "A2", "statement", "installments"),  # a bill lists every installment that it asks for
    (2, "A1", "show", "minimum_left_fen"),  # with the charges that a payment pays before it
    (2, "A1", "show", "overdue_fen"),
}


@pytest.fixture
def earlier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts an earlier ledger in place: `earlier("version_2")`, and the key of those that had one."""
    key = tmp_path / "earlier.key"
    key.write_bytes(KEY.read_bytes())
    key.chmod(0o600)
    monkeypatch.setenv("BAITIAO_KEY_FILE", str(key))

    def put(name: str) -> Path:
        path = tmp_path / "ledger.db"
        path.write_bytes(lzma.decompress((FOLDER / f"{name}.db.xz").read_bytes()))
        return path

    return put


def figures(version: int) -> dict[str, Any]:
    return dict(json.loads((FOLDER / f"version_{version}.json").read_text("utf-8")))


def differences(before: Any, after: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where figures are not as they were; what was added since does not matter."""
    if isinstance(before, dict):
        for key, value in before.items():
            yield from differences(value, after.get(key), (*place, key))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for old, new in zip(before, after, strict=True):
            yield from differences(old, new, place)
    elif before != after:
        yield place


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def brought_up(path: Path, head: str) -> bool:
    """Whether nothing is wrong and nothing was added to the facts.

    Seals may come after the head of then: they name what that version wrote beside the facts.
    """
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    proved = prove(Ledger.open(path), full=True, against=head)
    with closing(sqlite3.connect(path)) as connection:
        after = connection.execute("SELECT last_sequence FROM seals WHERE hash = ?", (head,)).fetchone()[0]
    return proved.findings == [] and before == after == proved.event_count


@pytest.mark.parametrize("version", VERSIONS)
class TestEveryEarlierVersion:
    def test_every_fact_and_figure_is_as_it_was(self, run, earlier, version) -> None:
        path, was = earlier(f"version_{version}"), figures(version)
        assert version_of(path) == version
        assert brought_up(path, was.pop("head"))
        assert version_of(path) == SCHEMA_VERSION
        for account_id, views in was.items():
            for view in VIEWS:
                now = run(view, account_id, "--json", "--today", FIGURES_ON, "--ledger", str(path)).data
                found = {(version, account_id, view, place[0]) for place in differences(views[view], now)}
                assert found <= TOLD_DIFFERENTLY

    def test_an_empty_one(self, run, earlier, version) -> None:
        path = earlier(f"empty_{version}")
        assert version_of(path) == version
        assert check_ledger(Ledger.open(path), full=True) == []
        assert run("open", "--name", "x", "--limit", "100", "--ledger", str(path), "--json").data["account_id"] == "A1"

    def test_work_goes_on_and_a_request_of_then_is_known(self, run, earlier, version) -> None:
        file = ("--ledger", str(earlier(f"version_{version}")), "--json", "--today", FIGURES_ON)
        again = run("repay", "A1", "500", "--request-id", "r-2", *file)
        assert (again.status, again.data["amount_fen"]) == (0, 50000)
        assert run("repay", "A1", "1", *file).status == 0
        assert run("check", "--full", *file).data["findings"] == []

    def test_a_request_that_asks_for_more_since_is_never_done_twice(self, run, earlier, version) -> None:
        """Its inputs have more fields now, so it may be refused as another one; it is not recorded again."""
        file = ("--ledger", str(earlier(f"version_{version}")), "--json", "--today", FIGURES_ON)
        words = ["charge", "A1", "5999", "--installments", "12", "--merchant", "手机店", "--order", "T-1001"]
        again = run(*words, "--request-id", "r-1", *file)
        assert again.data["plan_id"] == "A1P1" if again.status == 0 else again.error["code"] == "request-id-reused"
        assert brought_up(Path(file[1]), figures(version)["head"])

    def test_a_dry_run_brings_it_up_and_keeps_nothing_else(self, run, earlier, version) -> None:
        path = earlier(f"version_{version}")
        assert run("repay", "A1", "1", "--dry-run", "--ledger", str(path), "--today", FIGURES_ON).status == 0
        assert version_of(path) == SCHEMA_VERSION
        assert brought_up(path, figures(version)["head"])

    def test_killed_on_the_way_it_is_what_it_was_or_what_it_shall_be(self, earlier, version) -> None:
        """SIGKILL at random moments of the migration; the next to open the ledger finishes it."""
        chance, met = random.Random(version), set()
        longest = _seconds_of(earlier(f"version_{version}"))
        for _ in range(12):
            path = earlier(f"version_{version}")
            child = _opening(path)
            time.sleep(chance.uniform(0, longest))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            met.add(_looks_finished(path))
            assert brought_up(path, figures(version)["head"])
        assert met, "each was looked at"

    def test_opened_by_several_at_once_it_is_brought_up_once(self, earlier, version) -> None:
        path = earlier(f"version_{version}")
        children = [_opening(path) for _ in range(4)]
        assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 4
        assert brought_up(path, figures(version)["head"])

    def test_what_was_exported_then_is_imported(self, run, earlier, version, tmp_path) -> None:
        if version < FIRST_EXPORTED:
            pytest.skip("it exported no whole ledger")
        earlier(f"version_{version}")
        document, new = tmp_path / "ledger.json", tmp_path / "new.db"
        document.write_bytes(lzma.decompress((FOLDER / f"document_{version}.json.xz").read_bytes()))
        assert run("import", str(document), "--ledger", str(new), "--json").data["head"] == figures(version)["head"]
        assert brought_up(new, figures(version)["head"])

    def test_a_backup_of_then_is_restored_and_stays_what_it_is(self, run, earlier, version, tmp_path) -> None:
        backup = earlier(f"version_{version}")
        whole = backup.read_bytes()
        assert run("restore", str(backup), "--ledger", str(tmp_path / "new.db"), "--json").status == 0
        assert brought_up(tmp_path / "new.db", figures(version)["head"])
        assert backup.read_bytes() == whole
        assert version_of(tmp_path / "new.db") == SCHEMA_VERSION


def _opening(path: Path) -> int:
    """A child that opens the ledger and ends; its id."""
    child = os.fork()
    if child == 0:
        try:
            Ledger.open(path)
            os._exit(0)
        except BaitiaoError:
            os._exit(5)
        finally:
            os._exit(1)
    return child


def _seconds_of(path: Path) -> float:
    started = time.perf_counter()
    os.waitpid(_opening(path), 0)
    return time.perf_counter() - started


def _looks_finished(path: Path) -> bool:
    """Whether the header of the file has the new version; read, as SQLite does not keep the file open any more."""
    return int.from_bytes(path.read_bytes()[60:64], "big") == SCHEMA_VERSION
