"""Verbs in any order on a real ledger: after every step the laws hold, and what was refused left no trace.

The books balance (laws 1, 6), facts only grow (2, 3), views and journal are the fold (4), the limit is kept (7, 8), a
refusal changes nothing (9), a retry is a no-op with the same answer (33, 34), accounts are independent (35), opening
the ledger again changes nothing (38), what was known then is answered as it was then (36), and no answer holds a name
or a number (40). 500 runs of 50 steps in all; every verb is done in them, and every state that must be reached is.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import ClassVar

import pytest
from hypothesis import Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from baitiao_cli.actions.batch import BATCH, VERBS

from .machine.corrections import Corrections
from .machine.line import Line
from .machine.payments import Payments
from .machine.purchases import Purchases
from .machine.relief import Relief
from .machine.screens import Screens
from .states import states_of

STEPS = 50
# Each share can run beside the other; each meets every state and every verb by itself.
SHARES = 2
RUNS = {"quick": 10, "mutation": 10, "ci": 250, "search": 250, "long": 2500}[os.environ.get("HYPOTHESIS_PROFILE", "ci")]
MORE_RUNS, MOST_ROUNDS = 25, 20
STATES = (
    "limit hit exactly",
    "repayment that covers part of the interest",
    "credit balance, then a fee",
    "back-dating across a bill",
    "reversal of an event in the middle",
    "29 February",
    "month-end 31",
    "a day whose interest rounds to 0",
    "payoff after a part prepayment",
    "refund larger than what is unpaid",
    "lateness crossing day 90",
    "limit cut below what is owed",
    "bill-day change with two installments in one bill",
)


class Verbs(Purchases, Payments, Corrections, Relief, Line, Screens):
    """Every verb that there is, and a count of what was done and met in all runs."""

    runs: ClassVar[int] = 0
    done: ClassVar[Counter[str]] = Counter()
    met: ClassVar[Counter[str]] = Counter()

    def teardown(self) -> None:
        histories = self.histories()
        super().teardown()
        Verbs.runs += 1
        Verbs.done.update(verb.name for verb, *_ in self.answered)
        for history in histories:
            Verbs.met.update(states_of(history))


def run(count: int, number: int) -> None:
    """Some runs; in the profile `ci` its number is the seed, so that no round is another's again."""
    phases = [phase for phase in Phase if phase != Phase.explain]
    as_ever = settings(max_examples=count, stateful_step_count=STEPS, phases=phases, derandomize=False, database=None)
    is_same = settings.default.derandomize
    run_state_machine_as_test(seed(number)(Verbs) if is_same else Verbs, settings=as_ever)


@pytest.mark.long
@pytest.mark.parametrize("share", range(SHARES))
def test_verbs_in_any_order_keep_the_laws(share: int) -> None:
    Verbs.runs, Verbs.done, Verbs.met = 0, Counter(), Counter()
    run(RUNS, share * MOST_ROUNDS)
    assert Verbs.runs >= RUNS
    for number in range(1, MOST_ROUNDS):
        if not (missing := [*(STATES - Verbs.met.keys()), *({*VERBS, BATCH.name} - Verbs.done.keys())]):
            break
        run(MORE_RUNS, share * MOST_ROUNDS + number)
    print(share, Verbs.runs, sorted(Verbs.met.items(), key=lambda item: item[1]), Verbs.done)
    assert missing == []
