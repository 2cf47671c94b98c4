"""Auto-repay: a late start catches up every try as daily running makes it; what was tried stays; views run ahead alike.

Each story is played on two ledgers: on one the end-of-day run comes every day, on the other it never comes, or only
where a verb happens to settle.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import event as note
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.events import BillIssued, DebitTried, Event, RepaidShare
from baitiao_cli.actions.accrue import ACCRUE, AccrueAsked
from baitiao_cli.actions.auto_repay import AUTO_REPAY, AutoRepayAsked
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.history import account_history
from baitiao_cli.actions.means import MEANS, MeansAsked
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.reverse import REVERSE, ReverseAsked
from baitiao_cli.actions.schedule import schedule
from baitiao_cli.actions.show import show
from baitiao_cli.actions.statement import show_statement
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.actions.why import why_between_days
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.store import Ledger, ReadTransaction

from .facts import economics_of

OPENED = date(2026, 1, 5)
LAST = date(2026, 6, 20)


@dataclass(frozen=True)
class Deed:
    """A verb on a day, `back` days after the one on which it counts."""

    on: date
    what: str
    amount_fen: int
    back: int
    which: int


days = st.one_of(
    st.dates(OPENED, LAST),
    # Due dates of bills of the 3rd and of anniversaries, and the days of tries after them.
    st.sampled_from([date(2026, month, day) for month in (2, 3, 4, 5) for day in (3, 10, 11, 12, 13, 14, 15, 16)]),
)
deeds = st.builds(
    Deed,
    days,
    st.sampled_from(
        ["charge", "charge", "installments", "daily", "funds", "funds", "repay", "reverse", "agree", "debit"]
    ),
    st.sampled_from([1, 50_00, 123_45, 300_00, 1_000_00]),
    st.sampled_from([0, 0, 0, 1, 2, 12, 40]),
    st.integers(0, 6),
)
stories = st.lists(deeds, min_size=3, max_size=10).map(lambda told: sorted(told, key=lambda deed: deed.on))


class Played:
    """A ledger with one account that has an agreement, and its days."""

    def __init__(self, folder: Path, share: RepaidShare) -> None:
        self.ledger = Ledger.create(folder / "ledger.db", now="2026-01-05T00:00:00Z")
        self.do(OPENED, OPEN, OpenAsked(name="n", limit_fen=1_000_000, bill_day=3))
        self.do(OPENED, AUTO_REPAY, AutoRepayAsked(account_id="A1", means="card", share=share))

    def do(self, today: date, verb: Verb, asked: msgspec.Struct, on: date | None = None) -> None:
        call = Call(today=today, now=f"{today}T08:00:00Z", operator="t", on=on)
        try:
            perform(self.ledger, verb, asked, call)
        except BaitiaoError as refusal:
            note(f"refused: {refusal.code}")

    def take(self, deed: Deed) -> None:
        on = max(OPENED, deed.on - timedelta(days=deed.back))
        match deed.what:
            case "charge" | "installments" | "daily":
                product = {"charge": "month", "installments": "inst", "daily": "epi"}[deed.what]
                count = None if product == "month" else 3
                asked = ChargeAsked(
                    account_id="A1", amount_fen=max(deed.amount_fen, 100_00), product_id=product, installments=count
                )
                self.do(deed.on, CHARGE, asked, on)
            case "funds":
                gone = deed.which == 0
                funds_fen = None if gone or deed.which == 1 else deed.amount_fen
                self.do(deed.on, MEANS, MeansAsked(account_id="A1", means="card", funds_fen=funds_fen, remove=gone), on)
            case "repay":
                self.do(deed.on, REPAY, RepayAsked(account_id="A1", amount_fen=deed.amount_fen), on)
            case "agree":
                share: RepaidShare = "minimum" if deed.which % 2 else "full"
                means = "" if deed.which == 0 else "card"
                self.do(deed.on, AUTO_REPAY, AutoRepayAsked(account_id="A1", means=means, share=share), on)
            case "reverse" | "debit":
                wanted = [
                    event for event in self.events() if isinstance(event.fact, DebitTried) or deed.what == "reverse"
                ]
                wanted = [event for event in wanted if not isinstance(event.fact, BillIssued)][1:]
                if wanted:
                    event = wanted[deed.which % len(wanted)]
                    self.do(deed.on, REVERSE, ReverseAsked(reversed_event_id=event.event_id))

    def settle(self, today: date) -> None:
        self.do(today, ACCRUE, AccrueAsked(account_id="A1"))

    def events(self) -> list[Event]:
        with self.ledger.read() as tx:
            return tx.book("A1").events

    def told(self, on: date) -> dict[str, Any]:
        """What the account comes to, and every try in order; ids apart: bills are issued between."""
        with self.ledger.read() as tx:
            events = tx.book("A1").events
            economics = economics_of(tx.book("A1").account(on))
        tries = [(event.effective_on, event.fact) for event in events if isinstance(event.fact, DebitTried)]
        bills = [event.fact for event in events if isinstance(event.fact, BillIssued)]
        documents = [(bill.number, bill.billed_on, bill.due_on) for bill in bills]
        return {**economics, "tries": tries, "documents": documents}


@given(stories, st.sampled_from(["full", "minimum"]))
def test_a_late_start_makes_the_debits_that_daily_running_makes(story: list[Deed], share: RepaidShare) -> None:
    with tempfile.TemporaryDirectory() as early, tempfile.TemporaryDirectory() as late:
        daily, seldom = Played(Path(early), share), Played(Path(late), share)
        passed = OPENED
        for deed in story:
            while passed < deed.on:
                passed += timedelta(days=1)
                daily.settle(passed)
            if deed.what in ("reverse", "debit"):  # it names an event, which must be there
                seldom.settle(deed.on)
            daily.take(deed)
            seldom.take(deed)
        while passed < LAST:
            passed += timedelta(days=1)
            daily.settle(passed)
        seldom.settle(LAST)
        late_told, daily_told = seldom.told(LAST), daily.told(LAST)
        if any(deed.back or deed.what in ("reverse", "debit") for deed in story):
            # A bill that is sent at once does not know what is learned of its days later; the next one tells it.
            late_told["documents"] = daily_told["documents"] = []
        assert late_told == daily_told
        note("debited" if daily_told["tries"] else "nothing tried")
        for played in (daily, seldom):
            assert check_ledger(played.ledger, full=True) == []


@given(stories, st.sampled_from(["full", "minimum"]), st.integers(0, 80))
def test_what_is_told_before_settling_is_told_after_it(story: list[Deed], share: RepaidShare, later_days: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        played = Played(Path(folder), share)
        for deed in story:
            played.take(deed)
        later = story[-1].on + timedelta(days=later_days)
        with played.ledger.read() as tx:
            before = _looks(tx, story[-1].on, later)
        played.settle(later)
        with played.ledger.read() as tx:
            assert _looks(tx, story[-1].on, later) == before


@given(stories, st.sampled_from(["full", "minimum"]))
def test_a_day_has_one_try_for_good(story: list[Deed], share: RepaidShare) -> None:
    with tempfile.TemporaryDirectory() as folder:
        played = Played(Path(folder), share)
        known: list[Event] = []
        for deed in story:
            played.take(deed)
            played.settle(deed.on)
            events = played.events()
            assert events[: len(known)] == known  # facts stay
            known = events
            tries = [event for event in events if isinstance(event.fact, DebitTried)]
            assert len({event.effective_on for event in tries}) == len(tries)
            for event in tries:
                tried = event.fact
                assert isinstance(tried, DebitTried)
                assert 0 <= tried.taken_fen <= tried.asked_fen
                assert tried.asked_fen > 0
                assert (tried.taken_fen == tried.asked_fen) == (tried.outcome == "taken")
                assert (event.effective_on - tried.due_on).days == (0, 1, 3)[tried.attempt - 1]
            with played.ledger.read() as tx:
                account = tx.book("A1").account(deed.on)
            assert all(means.funds_fen is None or means.funds_fen >= 0 for means in account.purse.values())
            assert set(account.debits) <= account.tried_on


def _looks(tx: ReadTransaction, before_on: date, on: date) -> dict[str, Any]:
    """The views on a day, without what settling numbers: events, bills, knowledge."""
    events = tx.book("A1").events
    told: dict[str, Any] = {"show": show(tx, "A1", on)}
    for plan in told["show"].plans:
        told[plan.plan_id] = schedule(tx, plan.plan_id, on)
    told["history"] = [
        msgspec.structs.replace(line, event_id="", sequence=None, recorded_at="", operator="", reverses="")
        for line in account_history(tx, "A1", on)
        if line.kind != "bill-issued"
    ]
    changes = why_between_days(tx, "A1", before_on, on).comparison.changes
    told["why"] = [msgspec.structs.replace(change, event_id="", plan_id="") for change in changes]
    if any(isinstance(event.fact, BillIssued) for event in events) or on > date(2026, 2, 3):
        try:
            statement = show_statement(tx, "A1", on).statement
            told["statement"] = (statement.due_parts, statement.figures, [line.amount_fen for line in statement.lines])
        except BaitiaoError as refusal:
            told["statement"] = refusal.code
    return told
