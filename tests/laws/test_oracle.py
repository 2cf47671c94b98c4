"""Law 42: the engine = the day-by-day oracle. Law 20: one step = day by day, rounded once."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.views.figures import figures
from baitiao_cli.oracle.day_by_day import DayByDay

from .facts import bills_of, rows_of
from .history import History
from .strategies import histories


def compare(history: History, on: date) -> None:
    account = history.account(on)
    oracle = DayByDay(history.events, on).picture()
    now = figures(account)
    assert rows_of(account) == oracle.rows
    assert bills_of(account) == oracle.bills
    assert now.used_fen == oracle.used
    assert msgspec.to_builtins(owed_parts(account)) == oracle.owed
    assert now.credit_fen == oracle.credit
    assert now.due_fen == oracle.due
    assert now.days_past_due == oracle.days_past_due
    assert now.overdue_fen == oracle.overdue


@given(histories(), st.integers(0, 60))
def test_every_figure_is_that_of_the_oracle(history: History, days_before: int) -> None:
    compare(history, history.today)
    compare(history, max(history.opened_on, history.today - timedelta(days=days_before)))
