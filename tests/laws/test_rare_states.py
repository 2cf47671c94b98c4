"""Every rare state is met by the histories of the laws, and counted."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from .history import History
from .states import STATES, states_of
from .strategies import (
    AHEAD,
    BILLS,
    CONVERSIONS,
    DEBITS,
    DISPUTES,
    ENDS,
    HOLDS,
    LOSSES,
    MANY,
    MONEY,
    PRICES,
    REFUNDS,
    STATE,
    Kind,
    histories,
)

# In the first rounds a history has one of all kinds; later every other round looks where the rarest states are.
ROUNDS_OF_ALL, MOST_ROUNDS = 8, 40
CUTS: tuple[Kind, ...] = ("buy", "limit", "limit")
KINDS = (
    *(MONEY, MANY, (*MONEY, *STATE * 3), ENDS, HOLDS, REFUNDS, PRICES, BILLS, AHEAD, CONVERSIONS, DEBITS),
    *(DISPUTES, LOSSES, CUTS),
)
SELDOM = (PRICES, DEBITS, LOSSES)


def states_of_a_round(number: int) -> Counter[str]:
    """How often each state is met in some histories; the number of the round is their seed."""
    kinds = KINDS if number < ROUNDS_OF_ALL or number % 2 else SELDOM
    met: Counter[str] = Counter()

    @seed(number)
    @settings(
        max_examples=160,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(*map(histories, kinds)))
    def look(history: History) -> None:
        met.update(states_of(history))

    look()
    return met


@pytest.mark.long
def test_every_rare_state_is_met() -> None:
    met: Counter[str] = Counter()
    for number in range(MOST_ROUNDS):
        met += states_of_a_round(number)
        if all(met[state] for state in STATES):
            break
    print(sorted(met.items(), key=lambda item: item[1]))
    missing = [state for state in STATES if not met[state]]
    assert missing == [], missing
