"""Law 28: an issued bill never changes; back-dating shows up as an adjustment in the next one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.statement import statement, statements

from .history import History
from .strategies import MANY, Step, histories, steps, take


@given(histories(most_steps=6), st.lists(steps(MANY), max_size=3))
def test_what_was_sent_stays(history: History, more: list[Step]) -> None:
    history.issue_bills()
    documents = statements(history.events, history.today)
    sent = [statement(history.events, history.today, document.number) for document in documents]
    for step in more:
        take(history, step)
    history.today += timedelta(days=40)
    history.issue_bills()
    again = [statement(history.events, history.today, document.number) for document in documents]
    assert again == sent
    # And so told by the account as it is by now, without folding what was known then.
    now = replay(history.events, history.today)
    assert [statement(history.events, history.today, each.number, account=now) for each in documents] == sent


def test_a_back_dated_purchase_is_an_adjustment_in_the_next_bill() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 5)
    history.issue_bills()  # 3 February: 100.00
    history.buy("month", 40_00, on=date(2024, 1, 20))  # before that bill
    history.today = date(2024, 3, 5)
    first, second = statements(history.events, history.today)
    assert (first.figures.closing_fen, first.figures.amount_due_fen) == (100_00, 100_00)
    assert (second.figures.opening_fen, second.figures.adjustment_fen) == (100_00, 40_00)
    assert second.figures.purchases_fen == 0
