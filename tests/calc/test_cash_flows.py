"""Annual rates of cash flows: what each convention makes of them, and flows without exactly one rate."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from baitiao_cli.calc.cash_flows import CONVENTIONS, Flow, fraction_text, rate_of_flows
from baitiao_cli.errors import BaitiaoError

NO_ONE_RATE = {"annual-rate-none", "annual-rate-several", "annual-rate-any", "annual-rate-too-large"}


def advance(amount: Any, t: Any = 0, f: Any = 0) -> Flow:
    return Flow("advance", Decimal(str(amount)), Decimal(str(t)), Decimal(str(f)))


def payment(amount: Any, t: Any, f: Any = 0) -> Flow:
    return Flow("payment", Decimal(str(amount)), Decimal(str(t)), Decimal(str(f)))


def rate(flows: list[Flow], convention: str = "eu-aprc", steps_a_year: int | None = None) -> str:
    return fraction_text(
        rate_of_flows(flows, convention, None if steps_a_year is None else Decimal(steps_a_year)).annual
    )


@pytest.mark.parametrize(
    ("convention", "steps_a_year", "expected"),
    [
        # 100 lent, 121 after two steps: 10% a step
        ("us-reg-z", 4, "0.400000000000000"),
        ("eu-aprc", None, "0.100000000000000"),
        ("simple-12", None, "1.200000000000000"),
        ("simple-12", 12, "1.200000000000000"),
        ("per-period", 4, "0.100000000000000"),
        ("xirr-365", None, "0.100000000000000"),
    ],
)
def test_what_each_convention_makes_of_the_rate_of_a_step(
    convention: str, steps_a_year: int | None, expected: str
) -> None:
    assert rate([advance(100), payment(121, 2)], convention, steps_a_year) == expected


def test_a_part_of_a_step_is_linear_under_regulation_z_and_compound_elsewhere() -> None:
    # 100 x 1.21 x (1 + 0.5 x 0.21) = 133.705 under Regulation Z; 100 x 1.21 x 1.21^0.5 = 133.10 compound
    assert rate([advance(100), payment("133.705", 1, 0.5)], "us-reg-z", 1) == "0.210000000000000"
    for convention in ("eu-aprc", "per-period", "xirr-365"):
        assert rate([advance(100), payment("133.10", 1, 0.5)], convention) == "0.210000000000000"
        assert rate([advance(100), payment("133.10", 1.5)], convention) == "0.210000000000000"


def test_parts_of_several_lengths_under_regulation_z() -> None:
    # At 10% a step 500 after 1 + 1/2 are worth 500 / (1.1 x 1.05), 800 after 2 + 1/5 are worth 800 / (1.21 x 1.02);
    # what is left of 1000 + the one - the other has grown to 1.21 x 1.075 times that after 2 + 3/4.
    left = 1000 + 500 / Decimal("1.155") - 800 / Decimal("1.2342")
    last = left * Decimal("1.30075")
    flows = [advance(1000), advance(500, 1, 0.5), payment(800, 2, 0.2), payment(round(last, 24), 2, 0.75)]
    assert rate(flows, "us-reg-z", 1) == "0.100000000000000"


def test_several_advances_and_money_that_goes_the_other_way() -> None:
    # 100 + 110 / 1.1 = 200 = 231 / 1.1 - 12.1 / 1.21; the last is paid to the customer, as a payment below zero
    assert rate([advance(100), advance(110, 1), payment(231, 1), payment("-12.1", 2)]) == "0.100000000000000"


def test_a_rate_of_zero_has_no_sign() -> None:
    for convention in CONVENTIONS:
        assert rate([advance(1200), *(payment(100, t) for t in range(1, 13))], convention, 12) == "0.000000000000000"


def test_less_paid_than_advanced_is_a_rate_below_zero() -> None:
    assert rate([advance(100), payment(81, 2)]) == "-0.100000000000000"  # 100 x 0.9 x 0.9 = 81


def test_a_rate_below_zero_does_not_stand_beside_one_above() -> None:
    # 100 (u - 0.5)(u - 1.1) = 100 u^2 - 160 u + 55
    assert rate([advance(100), payment(160, 1), advance(55, 2)]) == "0.100000000000000"


@pytest.mark.parametrize(
    ("flows", "code"),
    [
        ([advance(100)], "annual-rate-none"),
        ([payment(100, 1)], "annual-rate-none"),
        ([], "annual-rate-none"),
        ([advance(0), payment(0, 1)], "annual-rate-none"),
        ([advance(100), payment(100, 1), advance(101, 2)], "annual-rate-none"),  # u^2 - u + 1.01 > 0
        ([advance(100), payment(100, 0)], "annual-rate-any"),
        ([advance(100), payment(230, 1), advance(132, 2)], "annual-rate-several"),  # 10% and 20%
        ([advance(100), payment(200, "0.0027397260273972603")], "annual-rate-too-large"),  # 2^365
        ([advance(100), payment(110, 1, 1)], "part-out-of-range"),
        ([advance(100)] * 10_001, "flows-too-many"),
        ([(advance, payment)[t % 2](100, t) for t in range(200)], "flows-too-tangled"),
    ],
)
def test_flows_without_exactly_one_rate_are_told(flows: list[Flow], code: str) -> None:
    with pytest.raises(BaitiaoError) as caught:
        rate(flows)
    assert caught.value.code == code


def test_several_rates_are_named() -> None:
    with pytest.raises(BaitiaoError) as caught:
        rate([advance(100), payment(230, 1), advance(132, 2)], "simple-12")
    assert caught.value.details == {"count": 2, "rates": "120.000000%, 240.000000%"}


def test_a_rate_beyond_every_bound_is_told_beside_one_that_is_not() -> None:
    # 100 - 200 u^-0.001 + 101 u^-1 is 1 at u = 1, below zero at u = 2 (100 - 199.86 + 50.50) and 100 for endless u
    with pytest.raises(BaitiaoError) as caught:
        rate([advance(100), payment(200, "0.001"), advance(101, 1)])
    assert caught.value.code == "annual-rate-several"
    assert caught.value.details["count"] == 2
    assert str(caught.value.details["rates"]).endswith(", >1e+32%")


@pytest.mark.parametrize(
    ("convention", "steps_a_year", "t", "code"),
    [
        ("us-reg-z", None, 1, "unit-periods-missing"),
        ("us-reg-z", 12, 1.5, "time-not-whole"),
        ("simple-12", 4, 1, "unit-periods-not-months"),
    ],
)
def test_flows_that_a_convention_does_not_take(convention: str, steps_a_year: int | None, t: Any, code: str) -> None:
    with pytest.raises(BaitiaoError, match=code):
        rate([advance(100), payment(110, t)], convention, steps_a_year)


def test_too_many_parts_under_regulation_z_are_refused() -> None:
    flows = [advance(100), *(payment(1, t, f"0.{t:03d}") for t in range(1, 501))]
    with pytest.raises(BaitiaoError, match="parts-too-many"):
        rate(flows, "us-reg-z", 12)


AMOUNTS = st.integers(1, 10**9).map(lambda cents: Decimal(cents) / 100)
PARTS = st.integers(0, 29).map(lambda days: Decimal(days) / 30)


def some_flows(side: str, first: int, last: int) -> st.SearchStrategy[Flow]:
    return st.builds(Flow, st.just(side), AMOUNTS, st.integers(first, last).map(Decimal), PARTS)


ANY_FLOWS = st.lists(some_flows("advance", 0, 60) | some_flows("payment", 0, 60), max_size=12)
LOANS = st.tuples(
    st.lists(some_flows("advance", 0, 3), min_size=1, max_size=3),
    st.lists(some_flows("payment", 4, 60), min_size=1, max_size=20),
).map(lambda lists: [*lists[0], *lists[1]])
EVERY = st.sampled_from(sorted(CONVENTIONS))


@given(LOANS, EVERY)
def test_a_loan_has_one_rate_at_which_its_flows_are_worth_nothing(flows: list[Flow], convention: str) -> None:
    """All advances before all payments: exactly one rate, in every convention, or one beyond any use.

    Under Regulation Z there may be none where a part is at simple interest, which grows too slowly: see below.
    """
    try:
        found = rate_of_flows(flows, convention, Decimal(12))
    except BaitiaoError as error:
        has_parts = convention == "us-reg-z" and any(flow.f for flow in flows)
        assert error.code in ("annual-rate-too-large", *(["annual-rate-none"] if has_parts else []))
        assume(False)
    assert abs(sum(found.worths)) <= sum(map(abs, found.worths)) * Decimal("1e-9")
    paid = sum(flow.amount for flow in flows if flow.side == "payment")
    advanced = sum(flow.amount for flow in flows if flow.side == "advance")
    assert (found.annual > Decimal("-1e-15")) == (paid >= advanced)
    # The worth of a flow again, plainly, in floats.
    step = float(found.step)
    for flow, worth in zip(flows, found.worths, strict=True):
        t, f = float(flow.t), float(flow.f)
        growth = (1 + step) ** t * (1 + f * step) if convention == "us-reg-z" else (1 + step) ** (t + f)
        if growth > 0:
            assert float(worth) == pytest.approx(float(flow.signed) / growth, rel=1e-6)


def test_simple_interest_for_a_part_may_be_too_slow_for_any_rate() -> None:
    # 0.01 lent after 3.99 unit periods, 0.10 back after 4: 0.01 / (1 + 0.99 i) = 0.10 / (1 + i), so that
    # 0.01 + 0.01 i = 0.10 + 0.099 i and i = -0.09 / 0.089 < -1. However large i is, (1 + i) / (1 + 0.99 i) < 1.0102.
    flows = [
        Flow("advance", Decimal("0.01"), Decimal(3), Decimal("0.99")),
        Flow("payment", Decimal("0.10"), Decimal(4)),
    ]
    with pytest.raises(BaitiaoError, match="annual-rate-none"):
        rate_of_flows(flows, "us-reg-z", Decimal(12))


@given(LOANS, EVERY, st.integers(1, 10**6))
def test_the_unit_of_money_changes_nothing(flows: list[Flow], convention: str, times: int) -> None:
    scaled = [flow._replace(amount=flow.amount * times) for flow in flows]
    assert outcome(flows, convention) == outcome(scaled, convention)


@given(LOANS, EVERY)
def test_the_order_of_the_list_changes_nothing(flows: list[Flow], convention: str) -> None:
    assert outcome(flows, convention) == outcome(flows[::-1], convention)


@given(LOANS)
def test_a_payment_in_two_parts_is_one_payment(flows: list[Flow]) -> None:
    last = flows[-1]
    halves = [last._replace(amount=last.amount / 2)] * 2
    assert outcome(flows, "us-reg-z") == outcome([*flows[:-1], *halves], "us-reg-z")


@given(ANY_FLOWS, EVERY)
def test_the_search_ends_for_any_flows_and_is_never_wrong(flows: list[Flow], convention: str) -> None:
    """Money back and forth in any order: one rate at which all is worth nothing, or the reason why there is not one."""
    try:
        found = rate_of_flows(flows, convention, Decimal(12))
    except BaitiaoError as error:
        assert error.code in NO_ONE_RATE
        return
    assert abs(sum(found.worths)) <= sum(map(abs, found.worths)) * Decimal("1e-9")


def outcome(flows: list[Flow], convention: str) -> str:
    try:
        return rate(flows, convention, 12)
    except BaitiaoError as error:
        return error.code
