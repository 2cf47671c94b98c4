"""The search for rates: known roots, none, one touched, and as many as there are, for any flows."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from math import floor, isqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.calc.roots import Level, Term, log_rates, merged, passes_window, precise, rate_of_one_advance


def terms(*amounts: int) -> list[Term]:
    """Amounts a step apart, from step 0."""
    return [Term(Decimal(amount), Decimal(time)) for time, amount in enumerate(amounts)]


def rates(found: list[Decimal]) -> list[Decimal]:
    return [round(y.exp() - 1, 12) for y in found]


def from_growths(*growths: int) -> list[Term]:
    """The flows that are worth nothing exactly where 1 + rate is one of these tenths: the product of (u - g/10)."""
    product = [Decimal(1)]
    for growth in growths:
        shifted, scaled = [*product, Decimal(0)], [Decimal(0), *(a * growth / 10 for a in product)]
        product = [a - b for a, b in zip(shifted, scaled, strict=True)]
    return [Term(amount, Decimal(time)) for time, amount in enumerate(product)]


def test_one_turn_one_rate() -> None:
    # 100 lent, 60 + 60.50 back: 100 u^2 - 60 u - 60.50 = 0, u = (60 + sqrt(3600 + 24200)) / 200 = 1.1336665...
    (found,) = log_rates([*terms(100, -60), Term(Decimal("-60.5"), Decimal(2))])
    assert rates([found]) == [round((60 + Decimal(27_800).sqrt()) / 200 - 1, 12)]


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        (terms(), []),
        (terms(0, 0), []),
        (terms(100), []),
        (terms(100, 50), []),
        (terms(100, -100, 101), []),  # u^2 - u + 1.01 > 0
        (terms(1, -3, 3, -1), ["0"]),  # (u - 1)^3
        (terms(100, -220, 121), ["0.1"]),  # (10 u - 11)^2: touches zero, does not cross it
        (from_growths(11, 12, 13), ["0.1", "0.2", "0.3"]),
        (from_growths(5, 11, 11, 20), ["-0.5", "0.1", "1"]),
        (from_growths(10, 12), ["0", "0.2"]),
    ],
)
def test_all_rates_are_found(flows: list[Term], expected: list[str]) -> None:
    assert rates(log_rates(flows)) == [Decimal(rate) for rate in expected]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=7))
def test_rates_that_were_put_in_come_out(growths: list[int]) -> None:
    """A product of factors has their roots and no others, each once however often it was put in."""
    expected = sorted({Decimal(growth) / 10 - 1 for growth in growths})
    assert rates(log_rates(from_growths(*growths))) == expected


def test_rates_that_nearly_meet_are_kept_apart() -> None:
    # 100 (u - 1.1)^2 = 1e-7: u = 1.1 -+ sqrt(1e-9)
    apart = Decimal("1e-9").sqrt()
    found = rates(log_rates([*terms(100, -220), Term(Decimal("120.9999999"), Decimal(2))]))
    assert found == [round(Decimal("0.1") - apart, 12), round(Decimal("0.1") + apart, 12)]


def test_rates_that_meet_but_for_the_last_digits_are_one() -> None:
    # 100 (u - 1.1)^2 = 2e-28: u = 1.1 -+ 1.4e-15. Between them the sum is 1.7e-28 below zero: less than 1e-30 of its
    # terms, 100 + 200 + 100, but not of the last of them.
    found = rates(log_rates([*terms(100, -220), Term(Decimal("120.9999999999999999999999999998"), Decimal(2))]))
    assert found == [Decimal("0.1")]


def test_a_rate_above_the_window_is_noticed() -> None:
    # doubled within a day: 2^365 - 1 a year is 7.5e109
    within_a_day = [Term(Decimal(100), Decimal(0)), Term(Decimal(-200), Decimal(1) / 365)]
    assert log_rates(within_a_day) == []
    assert passes_window(within_a_day)
    assert not passes_window(terms(100, -200))


@given(
    st.lists(
        st.tuples(st.integers(-10_000, 10_000), st.integers(0, 2000).map(lambda days: Decimal(days) / 365)), max_size=14
    )
)
def test_the_search_ends_and_every_rate_is_one(flows: list[tuple[int, Decimal]]) -> None:
    """Any signs, any times: what is found is worth nothing, and there is no more of it than the rule of signs allows.

    As many as the amounts turn their sign at most, and, counting how often each is a root, an even number fewer: with
    an odd number of turns there is at least one rate, here or beyond the window.
    """
    given_terms = [Term(Decimal(amount), time) for amount, time in flows]
    kept = merged(given_terms)
    turns = sum((a.amount > 0) != (b.amount > 0) for a, b in pairwise(kept))
    found = log_rates(given_terms)
    assert len(found) <= turns
    with localcontext(precise()):
        for y in found:
            worths = [amount * (-time * y).exp() for amount, time in kept]
            assert abs(sum(worths)) <= sum(map(abs, worths)) * Decimal("1e-29")
        if turns % 2 and not found:
            ends = [sum(amount * (-time * y).exp() for amount, time in kept) for y in (Decimal(-100), Decimal(100))]
            assert ends[0] * ends[1] > 0


@given(
    st.integers(1, 2**53 - 1),
    st.lists(st.tuples(st.integers(1, 3650), st.integers(0, 2**53 - 1)), min_size=1, max_size=40),
)
def test_the_quick_way_is_the_search(advanced: int, flows: list[tuple[int, int]]) -> None:
    """Where the quick way is certain of a rate, the search for every case finds that one to 24 digits."""
    quick = rate_of_one_advance(advanced, flows)
    if quick is not None:
        advance = Term(Decimal(advanced), Decimal(0))
        (y,) = log_rates([advance, *(Term(Decimal(-amount), Decimal(step)) for step, amount in flows)])
        with localcontext(precise()):
            assert abs(y.exp() - 1 - quick) < Decimal("1e-24") * (1 + quick)


@given(st.integers(1, 2**53 - 1), st.integers(1, 60), st.integers(0, 10**9))
def test_the_quick_way_is_certain_of_every_level_plan(payment: int, count: int, cost_ppb: int) -> None:
    advanced = payment * count * 10**9 // (10**9 + cost_ppb)
    assert advanced == 0 or rate_of_one_advance(advanced, [(step, payment) for step in range(1, count + 1)]) is not None


@given(
    st.integers(1, 2**53 - 1),
    st.integers(1, 360),
    st.integers(10**4, 4 * 10**9),
    st.sampled_from([0, 1, 50, 99, 100, 300]),
)
def test_the_float_rate_of_level_payments_is_that_of_the_search(
    payment: int, count: int, cost_ppb: int, last_pct: int
) -> None:
    """Equal payments, the last from nothing to three times the others: to 13 decimals, or 9 digits where it is more."""
    last = payment * last_pct // 100
    paid = payment * (count - 1) + last
    advanced = paid * 10**9 // (10**9 + cost_ppb)
    if not 0 < advanced < paid or paid - advanced < paid / 10**6:
        return
    terms_of_plan = [(step, payment) for step in range(1, count)] + [(count, last)]
    exact = rate_of_one_advance(advanced, terms_of_plan)
    if exact is None:
        flows = [(0, advanced), *((step, -fen) for step, fen in terms_of_plan)]
        (y,) = log_rates([Term(Decimal(fen), Decimal(step)) for step, fen in flows])
        exact = y.exp() - 1
    assert Level(advanced, payment, last, count).rate() == pytest.approx(float(exact), rel=1e-9, abs=1e-13)


@pytest.mark.parametrize(
    ("payment", "last"), [(16_285_500, 1_217_133_783), (92_568_345, 1_151_638), (387_103_545, 102_917_283)]
)
def test_a_last_payment_of_another_size_leads_no_step_astray(payment: int, last: int) -> None:
    """By hand: a x^2 = p x + l for x = 1 + i, so x = (p + (p^2 + 4 a l)^(1/2)) / 2 a."""
    advanced = 4_000_000
    growth = (payment + isqrt(payment * payment + 4 * advanced * last)) / (2 * advanced)
    assert Level(advanced, payment, last, 2).rate() == pytest.approx(growth - 1, rel=1e-6)


@pytest.mark.parametrize("count", [1, 2, 3, 6, 12, 24, 36])
@pytest.mark.parametrize("last", [8_333, 10_000, 11_667])  # a sixth more or less than the others
def test_one_step_is_enough_for_payments_as_they_are(monkeypatch: pytest.MonkeyPatch, count: int, last: int) -> None:
    """Of plans at 2% a month: the start is so near that one of Newton's steps gives six digits or more."""
    worth = sum(10_000 / 1.02**step for step in range(1, count)) + last / 1.02**count
    monkeypatch.setattr("baitiao_cli.calc.roots._MOST_QUICK_STEPS", 1)
    plan = Level(round(10**9 * worth), 10**13, last * 10**9, count)
    assert plan.rate() == pytest.approx(0.02, rel=1e-6)


@given(
    st.integers(1, 10**9),
    st.integers(1, 10**9),
    st.integers(0, 10**9),
    st.integers(1, 60),
    st.fractions(Fraction(1, 10**6), 5, max_denominator=10**6),
)
def test_what_level_payments_are_worth_is_told_exactly(
    advanced: int, payment: int, last: int, count: int, rate: Fraction
) -> None:
    worth = sum(payment / (1 + rate) ** step for step in range(1, count)) + last / (1 + rate) ** count
    for more in (-1, 0, 1):
        plan = Level(floor(worth) + more, payment, last, count)
        assert plan.is_worth_more(*rate.as_integer_ratio()) == (worth > plan.advanced)
    assert Level(advanced, payment, last, count).is_worth_more(*rate.as_integer_ratio()) == (worth > advanced)


def test_a_plan_at_exactly_its_rate_is_not_worth_more() -> None:
    # 100 at 10% for two steps: 121 at the end, or 10 and then 110
    for payment, last in ((0, 121), (10, 110)):
        plan = Level(100, payment, last, 2)
        assert [plan.is_worth_more(numerator, 1000) for numerator in (99, 100, 101)] == [True, False, False]
