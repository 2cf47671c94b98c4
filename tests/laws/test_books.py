"""The books of any day: they sum to zero, and booked plus run since is what the account owes."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.postings import CHART, RECEIVABLE
from baitiao_cli.account.views.books import balances
from baitiao_cli.oracle.day_by_day import DayByDay

from .history import History
from .strategies import PRICES, histories

ANY = st.one_of(histories(), histories(PRICES))


@given(ANY, st.integers(0, 400))
def test_the_books_of_a_day_sum_to_zero_and_hold_what_is_owed(history: History, days: int) -> None:
    """Law 1, on any day: also between two boundaries, where interest has run that nobody has asked for.

    What is owed is counted by the oracle, night by night.
    """
    on = max(history.opened_on, history.today - timedelta(days=days))
    books = balances(history.account(on))
    assert set(books) <= set(CHART)
    assert sum(books.values()) == 0
    picture = DayByDay(history.events, on).picture()
    assert {kind: books.get(name, 0) for kind, name in RECEIVABLE.items()} == picture.owed
    assert -books.get("credit_balance", 0) == picture.credit
