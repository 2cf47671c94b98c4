"""What is kept of what accounts owe is what the fold says: aging from the sums is the one that folds them all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.bands import PAID, Standing, standing_of
from baitiao_cli.actions.accrue import ACCRUE, AccrueAsked, accrue_all
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.charge_off import CHARGE_OFF, ChargeOffAsked
from baitiao_cli.actions.desk.every_account import folded as each_folded
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.reverse import REVERSE, ReverseAsked
from baitiao_cli.actions.verb import Call
from baitiao_cli.actions.write_off import WRITE_OFF, WriteOffAsked
from baitiao_cli.calc.dates import month_ends_after
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.kept_bands import NOT_TOLD, KeptBands
from baitiao_cli.ledger.schema import version_8
from baitiao_cli.ledger.store import Ledger, ReadTransaction
from baitiao_cli.reports.aging import Aging, aging, standings_in

END = date(2026, 6, 30)
BEHIND = ("M0", "M2", "lost")
"""Bands whose accounts are asked for, too."""
VIEWS = ("month_ends", "owed_sums", "month_moves")
Told = tuple[Aging, dict[str, list[Standing]]]


@pytest.fixture
def ledger(portfolio: Path, tmp_path: Path) -> Ledger:
    """A copy of the generated portfolio."""
    return copied(portfolio, tmp_path)


@pytest.fixture
def small_ledger(generated: Callable[[int, int], Path], tmp_path: Path) -> Ledger:
    """A copy of a small one."""
    return copied(generated(12, 8), tmp_path)


def copied(portfolio: Path, folder: Path) -> Ledger:
    shutil.copytree(portfolio.parent, folder / "ledger")
    return Ledger.open(folder / "ledger" / portfolio.name)


def told(ledger: Ledger, on: date, known_at: int | None = None) -> Told:
    with ledger.read(known_at=known_at) as tx:
        return aging(tx, on), {name: standings_in(tx, on, name) for name in BEHIND}


def folded(ledger: Ledger, on: date) -> Told:
    """What is kept is not asked: every account is folded on every day."""
    with pytest.MonkeyPatch.context() as patched, ledger.read() as tx:
        patched.setattr(ReadTransaction, "kept_bands", lambda tx, *asked: KeptBands({}, {}, tx.account_ids(), []))
        every = [standing_of(account) for account in each_folded(tx, on)]
        return aging(tx, on), {name: [one for one in every if one.bucket == name and one.owed_fen] for name in BEHIND}


def accrue(ledger: Ledger, on: date) -> None:
    accrue_all(ledger, AccrueAsked(), Call(today=on, now=f"{on}T16:00:00Z", operator="night"))


def rows(ledger: Ledger, sql: str) -> list[tuple[object, ...]]:
    with ledger.read() as tx:
        return [tuple(row) for row in tx.connection.execute(sql)]


def test_both_ways_give_the_same_on_every_day(ledger: Ledger) -> None:
    """Months and days before the accounts were settled last, then, after it, and night by night from there."""
    for days in (-91, -61, -30, 0, 1, 9, 31):
        on = END + timedelta(days=days)
        assert told(ledger, on) == folded(ledger, on), on
    for days in (1, 32):
        on = END + timedelta(days=days)
        accrue(ledger, on)
        for day in (END, on, on + timedelta(days=1)):
            assert told(ledger, day) == folded(ledger, day), (on, day)


def test_every_month_end_is_that_of_the_fold(ledger: Ledger) -> None:
    """Each row, told apart from the writer: an account folded by itself through the end of each of its months."""
    wanted = []
    with ledger.read() as tx:
        for row in tx.accounts():
            events = tx.book(row.account_id).events
            last = min(row.settled_through, END)
            for end in month_ends_after(row.opened_on - timedelta(days=1), last):
                standing = standing_of(replay(events, end))
                if standing.bucket != PAID:
                    figures = standing.bucket, standing.owed_fen, standing.overdue_fen
                    wanted.append((row.account_id, end.isoformat(), *figures))
    kept = "SELECT account_id, month_end_on, band, month_ends.owed_fen, month_ends.overdue_fen FROM month_ends JOIN"
    assert sorted(rows(ledger, f"{kept} accounts USING (account_id) WHERE month_end_on <= settled_through")) == sorted(
        wanted
    )
    assert len({row[2] for row in wanted}) >= 4, "the portfolio has accounts in several bands"


def test_what_is_settled_through_a_month_end_is_not_folded_for_it(ledger: Ledger) -> None:
    later = END + timedelta(days=40)
    accrue(ledger, later)
    with ledger.read() as tx:
        assert tx.unknown_bands_on(END) == []
        assert 0 < len(tx.unknown_bands_on(later + timedelta(days=3))) < len(tx.account_ids())


def test_the_accounts_to_fold_are_found_by_indexes(small_ledger: Ledger) -> None:
    assert version_8.NOT_TOLD == NOT_TOLD
    with small_ledger.read() as tx:
        asked: list[str] = []
        tx.connection.set_trace_callback(asked.append)
        tx.unknown_bands_on(END + timedelta(days=3))
        tx.connection.set_trace_callback(None)
        plan = [row["detail"] for row in tx.connection.execute(f"EXPLAIN QUERY PLAN {asked[-1]}")]
    assert len([step for step in plan if "USING INDEX" in step]) == 4
    assert all("USING INDEX" in step for step in plan if step.startswith(("SCAN", "SEARCH"))), plan


Deed = tuple[str, int, int, int]
deeds = st.lists(
    st.tuples(
        st.sampled_from(["pay", "buy", "reverse", "reverse", "off", "settle", "night", "night"]),
        st.integers(0, 11),
        st.integers(0, 75),
        st.integers(1, 25),
    ),
    min_size=1,
    max_size=9,
)


@given(deeds=deeds)
def test_both_ways_give_the_same_whatever_happens(generated: Callable[[int, int], Path], deeds: list[Deed]) -> None:
    """After back-dated payments and purchases, reversals of anything, losses, and runs of the night in between."""
    with TemporaryDirectory() as folder:
        ledger = copied(generated(12, 8), Path(folder))
        before, count = told(ledger, END), len(rows(ledger, "SELECT 1 FROM events"))
        today = END
        for deed in deeds:
            today += timedelta(days=deed[3] if deed[0] == "night" else 0)
            do(ledger, deed, today)
        assert check_ledger(ledger, full=True) == []
        for on in (END, today, today + timedelta(days=7), today - timedelta(days=33), date(2026, 5, 31)):
            assert told(ledger, on) == folded(ledger, on), on
        assert told(ledger, END, known_at=count) == before


def do(ledger: Ledger, deed: Deed, today: date) -> None:
    """Does what a deed says, or as much of it as the rules allow."""
    what, number, back, size = deed
    if what == "night":
        accrue(ledger, today)
        return
    with ledger.read() as tx:
        account_id = tx.account_ids()[number]
        events = [event.event_id for event in tx.book(account_id).events]
    on = today - timedelta(days=back)
    steps: dict[str, list[tuple[Any, Any, date | None]]] = {
        "pay": [(REPAY, RepayAsked(account_id=account_id, amount_fen=size * 40_00), on)],
        "buy": [(CHARGE, ChargeAsked(account_id=account_id, amount_fen=size * 10_00, installments=None), on)],
        "reverse": [(REVERSE, ReverseAsked(reversed_event_id=events[-1 - back % len(events)]), None)],
        "off": [
            (CHARGE_OFF, ChargeOffAsked(account_id=account_id, reason="x"), None),
            *([(WRITE_OFF, WriteOffAsked(account_id=account_id, reason="x"), None)] if size > 12 else []),
        ],
        "settle": [(ACCRUE, AccrueAsked(account_id=account_id), None)],
    }
    for verb, asked, day in steps[what]:
        try:
            perform(ledger, verb, asked, Call(today=today, now=f"{today}T10:00:00Z", operator="clerk", on=day))
        except BaitiaoError as error:
            assert error.status == 4, error.code


@pytest.mark.parametrize(
    ("edit", "views"),
    [
        ("UPDATE month_ends SET band = 'M3' WHERE band = 'M0'", {"month_ends"}),
        ("UPDATE month_ends SET owed_fen = owed_fen + 1", {"month_ends"}),
        ("DELETE FROM month_ends WHERE month_end_on = '2026-03-31'", {"month_ends"}),
        ("UPDATE accounts SET owed_fen = owed_fen + 1 WHERE owed_fen > 0", {"accounts"}),
        ("UPDATE accounts SET owed_through = '2030-01-01'", {"accounts"}),
        ("UPDATE accounts SET is_lost = 1 - is_lost", {"accounts"}),
        ("UPDATE owed_sums SET account_count = account_count + 1", {"owed_sums"}),
        ("DELETE FROM month_moves WHERE from_band = 'M1'", {"month_moves"}),
        ("INSERT INTO month_moves VALUES ('2026-01-31', 'M1', 'gold', 1, 1, 1, 1, 0)", {"month_moves"}),
    ],
)
def test_what_was_changed_is_found_and_made_again(run, small_ledger: Ledger, edit: str, views: set[str]) -> None:
    """What is made from the rows is found wrong with them; made again, everything is as it was."""
    ledger = small_ledger
    before = everything(ledger)
    with ledger.write(today=END, now=f"{END}T10:00:00Z", operator="nobody") as tx:
        tx.connection.execute(edit)
    found = {finding.figures["table"] for finding in check_ledger(ledger, full=True)}
    assert views <= found <= views | {"owed_sums", "month_moves"}
    words = ("--ledger", str(ledger.path), "--today", END.isoformat(), "--operator", "x", "--json")
    assert {change["view"] for change in run("rebuild", *words).data["changes"]} == views
    assert everything(ledger) == before
    assert check_ledger(ledger, full=True) == []


def everything(ledger: Ledger) -> list[list[tuple[object, ...]]]:
    """What is kept of what is owed; sums may be kept of nothing."""
    tables = {
        "accounts": "ORDER BY number",
        "month_ends": "ORDER BY 1, 2",
        "owed_sums": "WHERE account_count <> 0 ORDER BY 1, 2",
        "month_moves": "WHERE account_count <> 0 ORDER BY 1, 2, 3",
    }
    return [rows(ledger, f"SELECT * FROM {table} {rest}") for table, rest in tables.items()]


def test_what_an_earlier_version_settled_is_folded_until_somebody_looks(run, small_ledger: Ledger) -> None:
    ledger, later = small_ledger, END + timedelta(days=40)
    with ledger.write(today=END, now=f"{END}T10:00:00Z", operator="nobody") as tx:
        before = tx.connection.execute("SELECT count(*) FROM month_ends").fetchone()[0]
        tx.connection.execute(
            "UPDATE accounts SET owed_fen = NULL, overdue_fen = NULL, is_lost = NULL, owed_through = NULL"
        )
        for view in VIEWS:
            tx.connection.execute(f"DELETE FROM {view}")
        assert tx.unknown_bands_on(END) == tx.account_ids()
    assert check_ledger(ledger, full=True) == []
    assert told(ledger, END) == folded(ledger, END)
    accrue(ledger, later)
    assert check_ledger(ledger, full=True) == []
    assert told(ledger, END) == folded(ledger, END)
    run("rebuild", "--ledger", str(ledger.path), "--today", str(later), "--operator", "x")
    with ledger.read() as tx:
        assert tx.unknown_bands_on(END) == []
    assert len(rows(ledger, "SELECT 1 FROM month_ends WHERE month_end_on <= '2026-06-30'")) >= before // 2
    assert check_ledger(ledger, full=True) == []
    assert told(ledger, END) == folded(ledger, END)
