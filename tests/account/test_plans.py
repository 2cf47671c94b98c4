"""The open plans of an account are those that are not settled, however many there were and whenever it is asked."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.plans import Plans
from tests.laws.history import History

steps = st.lists(st.tuples(st.sampled_from(["add", "put again", "settle", "ask", "copy"]), st.integers(0, 30)))


@given(steps)
def test_open_plans_are_those_that_are_not_settled(steps: list[tuple[str, int]]) -> None:
    history = History()
    history.buy("month", 100_00)
    model = next(iter(history.account().plans.values()))
    plans = Plans()
    for deed, number in steps:
        ids = list(plans)
        name = ids[number % len(ids)] if ids else ""
        if deed == "add":
            plans[f"A1P{len(plans) + 1}"] = deepcopy(model)
        elif deed == "put again" and name:
            plans[name] = deepcopy(model)
        elif deed == "settle" and name:
            plans[name].settled_on = plans[name].settled_on or date(2026, 5, 1)
        elif deed == "copy":
            before = plans
            plans = deepcopy(plans)
            assert plans == before and all(plans[each] is not before[each] for each in plans)
        assert plans.open == tuple(plan for plan in plans.values() if plan.settled_on is None)
        assert all(any(plan is kept for kept in plans.values()) for plan in plans.open)
