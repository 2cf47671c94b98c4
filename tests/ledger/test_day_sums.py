"""The sums by day are those of the postings, and a trial balance from them is the one that folds every account."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from baitiao_cli.actions.accrue import AccrueAsked, accrue_all
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.trial_balance import TrialBalance, trial_balance
from baitiao_cli.actions.verb import Call
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.read_transaction import ReadTransaction
from baitiao_cli.ledger.store import Ledger

END = date(2026, 6, 30)
BOOKED = (
    "SELECT effective_on, ledger_account, sum(amount_fen) FROM postings JOIN posting_groups USING (group_number)"
    " GROUP BY 1, 2 ORDER BY 1, 2"
)


@pytest.fixture
def ledger(portfolio: Path, tmp_path: Path) -> Ledger:
    """A copy of the generated portfolio."""
    shutil.copytree(portfolio.parent, tmp_path / "ledger")
    return Ledger.open(tmp_path / "ledger" / portfolio.name)


def told(ledger: Ledger, on: date) -> TrialBalance:
    with ledger.read() as tx:
        return trial_balance(tx, on)


def folded(ledger: Ledger, on: date, monkeypatch) -> TrialBalance:
    """The trial balance in which every account is folded, and the postings are summed."""
    with monkeypatch.context() as patched:
        patched.setattr(ReadTransaction, "to_fold_on", lambda tx, as_of: tx.account_ids())
        patched.setattr("baitiao_cli.ledger.books.sums_through", summed)
        return told(ledger, on)


def summed(connection: Any, as_of: date) -> dict[str, int]:
    rows = connection.execute(
        "SELECT ledger_account, sum(amount_fen) FROM postings JOIN posting_groups USING (group_number)"
        " WHERE effective_on <= ? GROUP BY 1",
        (as_of.isoformat(),),
    )
    return dict(map(tuple, rows))


def rows(ledger: Ledger, sql: str) -> list[tuple[object, ...]]:
    with ledger.read() as tx:
        return [tuple(row) for row in tx.connection.execute(sql)]


def accrue(ledger: Ledger, on: date) -> None:
    accrue_all(ledger, AccrueAsked(), Call(today=on, now=f"{on}T16:00:00Z", operator="night"))


def test_both_ways_give_the_same_on_every_day(ledger: Ledger, monkeypatch) -> None:
    """Before the accounts were settled last, on that day, in the days after it, and night by night from there."""
    for days in (-40, -1, 0, 1, 3, 9, 31):
        on = END + timedelta(days=days)
        assert told(ledger, on) == folded(ledger, on, monkeypatch), on
    for days in range(1, 12):
        on = END + timedelta(days=days)
        accrue(ledger, on)
        for day in (on, on + timedelta(days=1), on + timedelta(days=5)):
            assert told(ledger, day) == folded(ledger, day, monkeypatch), (on, day)


def test_only_accounts_on_which_something_runs_are_folded(ledger: Ledger, monkeypatch) -> None:
    with ledger.read() as tx:
        to_fold, everybody = tx.to_fold_on(END), tx.account_ids()
        assert 0 < len(to_fold) < len(everybody)
        quiet = sorted(set(everybody) - set(to_fold))
        for account_id in quiet:
            owed = trial_balance(tx, END, account_id)
            assert owed.accrued == [], account_id


def test_they_are_the_sums_of_the_postings_after_every_transaction(ledger: Ledger) -> None:
    assert rows(ledger, "SELECT * FROM day_sums ORDER BY 1, 2") == rows(ledger, BOOKED) != []
    early = Call(today=END, now=f"{END}T10:00:00Z", operator="clerk", on=END - timedelta(days=20))
    with ledger.read() as tx:
        account_id = next(row.account_id for row in tx.accounts() if row.closed_on is None and row.used_fen)
    perform(ledger, REPAY, RepayAsked(account_id=account_id, amount_fen=1_00), early)
    accrue(ledger, END + timedelta(days=15))
    assert rows(ledger, "SELECT * FROM day_sums ORDER BY 1, 2") == rows(ledger, BOOKED)
    assert check_ledger(ledger, full=True) == []


@pytest.mark.parametrize(
    ("edit", "view"),
    [
        ("UPDATE day_sums SET amount_fen = amount_fen + 1 WHERE ledger_account = 'cash'", "day_sums"),
        ("DELETE FROM day_sums WHERE ledger_account = 'principal'", "day_sums"),
        ("INSERT INTO day_sums VALUES ('2026-01-01', 'gold', 1)", "day_sums"),
        ("UPDATE accounts SET runs_by_night = 1 - runs_by_night", "accounts"),
    ],
)
def test_what_was_changed_is_found_and_made_again(run, ledger: Ledger, edit: str, view: str) -> None:
    before = rows(ledger, f"SELECT * FROM {view}")
    with ledger.write(today=END, now=f"{END}T10:00:00Z", operator="nobody") as tx:
        tx.connection.execute(edit)
    findings = check_ledger(ledger, full=True)
    assert findings and {finding.figures["table"] for finding in findings} == {view}
    words = ("--ledger", str(ledger.path), "--today", END.isoformat(), "--operator", "x", "--json")
    assert {change["view"] for change in run("rebuild", *words).data["changes"]} == {view}
    assert sorted(rows(ledger, f"SELECT * FROM {view}")) == sorted(before)
    assert check_ledger(ledger, full=True) == []


def test_what_an_earlier_version_settled_is_not_known_until_somebody_looks(ledger: Ledger, monkeypatch) -> None:
    with ledger.write(today=END, now=f"{END}T10:00:00Z", operator="nobody") as tx:
        tx.connection.execute("UPDATE accounts SET runs_by_night = NULL")
        assert tx.to_fold_on(END) == tx.account_ids()
    assert check_ledger(ledger, full=True) == []
    assert told(ledger, END) == folded(ledger, END, monkeypatch)
