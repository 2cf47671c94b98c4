"""A run over the whole ledger by several processes writes what one by itself would have written."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from baitiao_cli.actions import accrue
from baitiao_cli.actions.accrue import AccrueAsked, accrue_all
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.verb import Call
from baitiao_cli.ledger import side_by_side
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.store import Ledger

TODAY = date(2026, 8, 15)
CALL = Call(today=TODAY, now=f"{TODAY}T02:00:00Z", operator="night")
TABLES = {
    "events": "account_id, number",
    "accounts": "number",
    "plans": "plan_id",
    "installments": "plan_id, number",
    "bills": "account_id, number",
}
OF_THE_WHOLE = {"sequence", "hash", "hash_before"}


@pytest.fixture
def ledger(portfolio: Path, tmp_path: Path, monkeypatch) -> Ledger:
    """A copy of the generated portfolio, cut into slices of three accounts for two processes."""
    shutil.copytree(portfolio.parent, tmp_path / "ledger")
    monkeypatch.setattr(side_by_side, "SLICE", 3)
    monkeypatch.setattr(accrue, "helper_count", lambda slices: 2)
    return Ledger.open(tmp_path / "ledger" / portfolio.name)


def told(ledger: Ledger) -> dict[str, Any]:
    """What the facts, the journal and the views say, account by account."""
    with closing(sqlite3.connect(ledger.path)) as connection:
        found = {}
        for table, order in TABLES.items():
            cursor = connection.execute(f"SELECT * FROM {table} ORDER BY {order}")
            names = [column[0] for column in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor]
            found[table] = [{name: row[name] for name in row.keys() - OF_THE_WHOLE} for row in rows]
        found["journal"] = connection.execute(
            "SELECT account_id, cause, effective_on, posted_on, plan_id, ledger_account, amount_fen"
            " FROM posting_groups JOIN postings USING (group_number) ORDER BY account_id, posting_number"
        ).fetchall()
    return found


def alone(ledger: Ledger, monkeypatch) -> tuple[Any, dict[str, Any]]:
    """What one process makes of a copy of the ledger."""
    place = ledger.path.parent.with_name("alone")
    shutil.copytree(ledger.path.parent, place)
    copy = Ledger.open(place / ledger.path.name)
    with monkeypatch.context() as patched:
        patched.setattr(accrue, "helper_count", lambda slices: 0)
        return accrue_all(copy, AccrueAsked(), CALL), told(copy)


def test_two_processes_write_what_one_writes(ledger: Ledger, monkeypatch) -> None:
    answer, rows = alone(ledger, monkeypatch)
    heard: list[tuple[int, int]] = []
    assert accrue_all(ledger, AccrueAsked(), CALL, lambda done, total: heard.append((done, total))) == answer
    assert answer.account_count > 40 and answer.bills
    assert told(ledger) == rows
    assert check_ledger(ledger, full=True) == []
    assert heard[-1] == (answer.account_count, answer.account_count) and heard == sorted(heard)
    assert accrue_all(ledger, AccrueAsked(), CALL).account_count == 0


def test_what_happened_since_it_was_prepared_counts(ledger: Ledger, monkeypatch) -> None:
    """Somebody pays between the reading and the writing: the account is settled as it is then."""
    with ledger.read() as tx:
        waiting = tx.account_ids(boundary_through=TODAY)
    early = Call(today=date(2026, 7, 1), now="2026-07-01T02:00:00Z", operator="clerk")
    paid: list[object] = []

    def pay_once(done: int, total: int) -> None:
        if not paid:
            paid.append(perform(ledger, REPAY, RepayAsked(account_id=waiting[done], amount_fen=1_00), early))

    monkeypatch.setattr(accrue, "SLICES_AT_ONCE", 1)
    accrue_all(ledger, AccrueAsked(), CALL, pay_once)
    assert paid and check_ledger(ledger, full=True) == []
    with ledger.read() as tx:
        assert tx.account_ids(boundary_through=TODAY) == []


def test_helpers_that_die_leave_the_work_to_the_others(ledger: Ledger, monkeypatch) -> None:
    answer, rows = alone(ledger, monkeypatch)
    own = os.getpid()

    def dies(*arguments: object) -> object:
        assert os.getpid() != own
        os.kill(os.getpid(), signal.SIGKILL)
        return arguments

    monkeypatch.setattr(accrue, "_prepared", dies)
    assert accrue_all(ledger, AccrueAsked(), CALL) == answer
    assert told(ledger) == rows


def test_a_run_that_is_stopped_goes_on_where_it_stopped(ledger: Ledger, monkeypatch) -> None:
    answer, rows = alone(ledger, monkeypatch)
    monkeypatch.setattr(accrue, "SLICES_AT_ONCE", 1)

    def stop(done: int, total: int) -> None:
        if done > 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        accrue_all(ledger, AccrueAsked(), CALL, stop)
    assert check_ledger(ledger, full=True) == []
    rest = accrue_all(ledger, AccrueAsked(), CALL)
    assert 0 < rest.account_count < answer.account_count
    assert told(ledger) == rows


def test_little_work_starts_no_process() -> None:
    assert side_by_side.helper_count(side_by_side.slices_of(["A1"] * 100)) == 0
