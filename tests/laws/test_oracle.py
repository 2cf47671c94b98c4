"""Law 42: the engine = the day-by-day oracle. Law 20: one step = day by day, rounded once."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.actions.proof import prove

from .history import History
from .strategies import CONVERSIONS, DEBITS, DISPUTES, ENDS, LOSSES, MANY, PRICES, histories

KINDS = (MANY, ENDS, PRICES, CONVERSIONS, DEBITS, DISPUTES, LOSSES)


@given(st.one_of(*map(histories, KINDS)), st.integers(0, 60))
def test_every_figure_is_that_of_the_oracle(history: History, days_before: int) -> None:
    for on in (history.today, max(history.opened_on, history.today - timedelta(days=days_before))):
        agreement = prove(history.events, on)
        assert agreement.differences == ()
        assert agreement.compared_count >= 9
