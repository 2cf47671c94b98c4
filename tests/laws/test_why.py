"""Law 43 for differences: the causes that `why` names sum to what differs, and each picture is that of its moment."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import find_bill, statements
from baitiao_cli.account.views.why import Comparison, between_days, between_states, compare_bills

from .history import History
from .strategies import histories


def adds_up(found: Comparison) -> None:
    sums: dict[str, int] = {}
    for change in found.changes:
        for figure, fen in change.changes.items():
            sums[figure] = sums.get(figure, 0) + fen
    assert {figure: fen for figure, fen in sums.items() if fen} == found.differences


@given(histories(), st.integers(0, 400), st.integers(0, 400))
def test_between_two_days(history: History, start: int, length: int) -> None:
    before_on = min(history.opened_on + timedelta(days=start), history.today)
    after_on = min(before_on + timedelta(days=length), history.today)
    found = between_days(history.events, before_on, after_on)
    adds_up(found)
    assert found.before == figures(history.account(before_on))
    assert found.after == figures(history.account(after_on))


@given(histories(), st.integers(1, 12))
def test_between_two_states_of_knowledge(history: History, known: int) -> None:
    events = [replace(event, sequence=event.number) for event in history.events]
    known = min(known, len(events))
    found = between_states(events, known, history.today)
    adds_up(found)
    assert found.before == figures(replay(history.events[:known], history.today))
    assert found.after == figures(history.account())
    assert {change.event_id for change in found.changes} <= {event.event_id for event in events[known:]}


@given(histories())
def test_between_two_bills(history: History) -> None:
    bills = statements(history.events, history.today)
    found = [find_bill(history.events, history.today, bill.number) for bill in bills]
    for before, after in pairwise(found):
        lines = compare_bills(before, after)
        difference = after.document.figures.amount_due_fen - before.document.figures.amount_due_fen
        assert sum(line.after_fen - line.before_fen for line in lines) == difference
