"""Every story again: an event that is recorded late, or reversed, leaves the account that it would be in order.

Figure by figure, in the account and in the journal. Bills that were sent in between stay as they were sent; by how much
they differ is the adjustment of the next one, to the fen.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from baitiao_cli.account.events import BillIssued, Event, Reversed
from baitiao_cli.account.verbs.reverse import undone_by
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Ledger
from tests.laws.history import History

from .retelling import Outcome, Retelling

DAYS_AFTER = 62
"""How long every story goes on after its end, so that a bill comes whatever the bill day is."""


def _stories() -> dict[str, Story]:
    """Every story, by name, whether it is told with the rules themselves, in a ledger or on the command line."""
    stories = {}
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        if path != Path(__file__):
            module = importlib.import_module(f"{__package__}.{path.stem}")
            for name, story in vars(module).items():
                if name.startswith("test_") and not getattr(story, "pytestmark", ()):
                    stories[f"{path.stem.removeprefix('test_')}: {name.removeprefix('test_')}"] = story
    return stories


Story = Callable[..., None]
STORIES = _stories()


def _told(story: Story, request: pytest.FixtureRequest) -> list[History]:
    """The histories that a story makes, as they are at its end; none with debits, which stand as they were made.

    What a means is asked for on a day is what is known to be due on it: as with a bill, later knowledge changes none.
    """
    made: list[History] = []
    ledgers: list[Ledger] = []
    begin, create = History.__post_init__, Ledger.create
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(History, "__post_init__", lambda self: (made.append(self), begin(self))[-1])
        patch.setattr(
            Ledger, "create", lambda *given, **named: (ledgers.append(create(*given, **named)), ledgers[-1])[-1]
        )
        story(*map(request.getfixturevalue, inspect.signature(story).parameters))
    made += [history for ledger in ledgers for history in _histories(ledger)]
    debited = [history for history in made if history.account().debits]
    return [history for history in made if len(history.events) > 1 and history not in debited]


def _histories(ledger: Ledger) -> list[History]:
    """The accounts of a ledger, each until its last event."""
    with ledger.read() as tx:
        books = [list(tx.book(account_id).events) for account_id in tx.account_ids()]
    return [History(events, max(event.effective_on for event in events)) for events in books]


def _facts(history: History) -> list[Event]:
    """What people recorded in the story; the ledger sends its bills by itself."""
    return [event for event in history.events if not isinstance(event.fact, BillIssued)]


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_an_event_that_is_recorded_last_leaves_the_account_that_it_leaves_in_order(
    story: Story, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    for number, history in enumerate(_told(story, request)):
        facts, end = _facts(history), history.today
        in_order = Retelling(tmp_path / f"{number}.db", facts)
        in_order.record(facts[1:])
        in_order.settle(end + timedelta(DAYS_AFTER))
        expected = in_order.outcome()
        for late, without in _each_left_out(facts, tmp_path, number):
            if late.event_id in undone_by(facts) or _has_later_that_day(late, facts):
                continue
            retold = without()
            retold.settle(end)
            retold.record([late])
            retold.settle(in_order.today)
            _assert_alike(retold.outcome(), expected, late, end)


def _each_left_out(facts: list[Event], folder: Path, number: int) -> Iterator[tuple[Event, Callable[[], Retelling]]]:
    """Each event that others are not about, and what tells the story without it; what comes before it is told once."""
    before = Retelling(folder / f"{number} before.db", facts)
    for place, event in enumerate(facts[1:], start=1):
        if not isinstance(event.fact, Reversed) and not _is_named(event, facts):

            def without(place: int = place, event: Event = event) -> Retelling:
                retold = before.copied(folder / f"{number} without {event.event_id}.db")
                retold.record(facts[place + 1 :])
                return retold

            yield event, without
        before.record([event])


def _is_named(event: Event, facts: list[Event]) -> bool:
    """Whether another event of the story is about it: its reversal, or the decision of the dispute that it opened."""
    about = {getattr(other.fact, name, "") for other in facts for name in ("event_id", "dispute_id")}
    return event.event_id in about


def _has_later_that_day(event: Event, facts: list[Event]) -> bool:
    """Whether it would change its place in the order of its day if it came last."""
    return any(other.effective_on == event.effective_on and other.number > event.number for other in facts)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_an_event_that_is_reversed_leaves_the_account_that_never_had_it(
    story: Story, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    for number, history in enumerate(_told(story, request)):
        facts, end = _facts(history), history.today
        whole = Retelling(tmp_path / f"{number}.db", facts)
        whole.record(facts[1:])
        whole.settle(end)
        for wrong, without in _each_left_out(facts, tmp_path, number):
            reversed_ = whole.copied(tmp_path / f"{number} {wrong.event_id} reversed.db")
            try:
                reversed_.reverse(wrong)
            except BaitiaoError as refusal:
                # Something rests on it, or it was reversed in the story.
                assert refusal.code in {"event-needed", "breaks-later-event", "already-reversed", "not-reversible"}
                continue
            never = without()
            for one in (reversed_, never):
                one.settle(end + timedelta(DAYS_AFTER))
            _assert_alike(reversed_.outcome(), never.outcome(), wrong, end)


def _assert_alike(told: Outcome, in_order: Outcome, event: Event, recorded_on: date) -> None:
    """`recorded_on` is when the late event, or the reversal, came: bills after it know of it."""
    assert told.economics == in_order.economics, event
    assert told.posted == in_order.posted, event
    later = [day for day in sorted(in_order.bills) if day > recorded_on and day in told.bills]
    for day in later:
        bill, usual = told.bills[day].figures, in_order.bills[day].figures
        for figure in ("closing_fen", "amount_due_fen", "minimum_due_fen"):
            assert getattr(bill, figure) == getattr(usual, figure), (event, day, figure)
    for day in later[:1]:
        bill, usual = told.bills[day].figures, in_order.bills[day].figures
        if told.bills[day].from_on == in_order.bills[day].from_on:
            # It opens with what was sent, in order or not; by how much that differs is its adjustment.
            assert bill.opening_fen + bill.adjustment_fen == usual.opening_fen + usual.adjustment_fen, event
