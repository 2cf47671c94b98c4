"""Money: strict reading, exact splitting, rounding in one place."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.calc.money import (
    MAX_FEN,
    check_fen,
    format_yuan,
    parse_yuan,
    round_fen,
    split_by_weight,
    split_evenly,
)
from baitiao_cli.errors import BaitiaoError

amounts = st.integers(min_value=1, max_value=MAX_FEN)


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1234.5", 123_450),
        ("1,234.50", 123_450),
        ("0.01", 1),
        ("007", 700),
        ("999,999", 99_999_900),
        ("90071992547409.91", MAX_FEN),
        ("90,071,992,547,409.91", MAX_FEN),
    ],
)
def test_reads_an_amount(text: str, fen: int) -> None:
    assert parse_yuan(text) == fen


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0", "amount-not-positive"),
        ("0.00", "amount-not-positive"),
        ("90071992547409.92", "amount-too-large"),
        ("9" * 32, "amount-too-large"),
        pytest.param("9" * 1_000_000, "amount-malformed", id="endless"),
        ("", "amount-malformed"),
        ("-5", "amount-malformed"),
        ("+5", "amount-malformed"),
        ("1e3", "amount-malformed"),
        ("12_3", "amount-malformed"),
        ("１２", "amount-malformed"),
        ("nan", "amount-malformed"),
        ("1 000", "amount-malformed"),
        (" 1", "amount-malformed"),
        ("12\n", "amount-malformed"),
        ("1.", "amount-malformed"),
        (".5", "amount-malformed"),
        ("1.234", "amount-malformed"),
        ("1,23", "amount-malformed"),
        ("1,2345", "amount-malformed"),
        ("1234,567", "amount-malformed"),
        ("12,34,567", "amount-malformed"),
        ("¥12", "amount-malformed"),
    ],
)
def test_refuses_what_is_not_an_amount(text: str, code: str) -> None:
    with pytest.raises(BaitiaoError) as refused:
        parse_yuan(text)
    assert refused.value.code == code
    assert refused.value.status == 2
    assert len(str(refused.value.details["text"])) <= 33


@given(amounts)
def test_what_is_shown_is_read_back(fen: int) -> None:
    assert parse_yuan(format_yuan(fen)) == fen


@pytest.mark.parametrize("value", [True, 1.0, "12", None, Fraction(3)])
def test_only_an_int_is_money(value: object) -> None:
    """Law 6: every amount is an `int` within bounds."""
    with pytest.raises(BaitiaoError, match="amount-not-whole-fen"):
        check_fen(value)


@pytest.mark.parametrize("value", [MAX_FEN + 1, -MAX_FEN - 1, pytest.param(10**6000, id="endless")])
def test_money_has_bounds(value: int) -> None:
    """Law 6: every amount is an `int` within bounds."""
    assert check_fen(MAX_FEN) == MAX_FEN
    with pytest.raises(BaitiaoError, match="amount-too-large"):
        check_fen(value)


def test_an_amount_out_of_bounds_is_named_with_the_bound_unless_it_is_endless() -> None:
    for value, shown in ((2**53, "90,071,992,547,409.92"), (-(2**53), "-90,071,992,547,409.92"), (1 << 128, "…")):
        with pytest.raises(BaitiaoError) as refused:
            check_fen(value)
        assert refused.value.details == {"text": shown, "most_fen": 2**53 - 1}
    with pytest.raises(BaitiaoError) as refused:
        check_fen((1 << 128) - 1)  # 128 binary digits are still written out: 2^128 is about 3.4e38
    assert refused.value.details["text"] == "3,402,823,669,209,384,634,633,746,074,317,682,114.55"


@pytest.mark.parametrize(("total_fen", "count"), [(-1, 2), (1, 0), (0, -1)])
def test_what_cannot_be_split_into_even_parts_is_the_callers_fault(total_fen: int, count: int) -> None:
    with pytest.raises(ValueError, match=f"{total_fen} fen into {count} parts"):
        split_evenly(total_fen, count)


@pytest.mark.parametrize(("total_fen", "weights"), [(-1, [1]), (1, []), (1, [0, 0]), (1, [3, -1])])
def test_what_cannot_be_split_by_weight_is_the_callers_fault(total_fen: int, weights: list[int]) -> None:
    with pytest.raises(ValueError, match=f"{total_fen} fen by"):
        split_by_weight(total_fen, weights)


def test_the_largest_remainders_take_the_fen_that_are_left() -> None:
    # 10 x 1/12, 4/12, 7/12 = 0.83, 3.33, 5.83: 0 + 3 + 5 leave two fen, for the two remainders of .83
    assert split_by_weight(10, [1, 4, 7]) == [1, 3, 6]
    assert split_by_weight(0, [1, 4, 7]) == [0, 0, 0]
    assert split_by_weight(7, [0, 1]) == [0, 7]


def test_a_rounding_that_is_not_known_is_named() -> None:
    with pytest.raises(BaitiaoError) as refused:
        round_fen(Fraction(5, 2), "up")
    assert (refused.value.code, refused.value.details) == ("rounding-unknown", {"text": "up"})


@given(st.integers(0, MAX_FEN), st.integers(1, 400))
def test_even_parts_sum_to_the_total(total_fen: int, count: int) -> None:
    """Rule 1.5: a total that is split sums exactly; installments by rounding down with the rest on the last."""
    parts = split_evenly(total_fen, count)
    assert sum(parts) == total_fen
    assert len(set(parts[:-1])) <= 1
    assert 0 <= parts[-1] - parts[0] < count


@given(st.integers(0, MAX_FEN), st.lists(st.integers(0, MAX_FEN), min_size=1, max_size=12).filter(any))
def test_weighted_parts_sum_to_the_total(total_fen: int, weights: list[int]) -> None:
    """Rule 1.5: by largest remainder; every part is within one fen of its exact share, nothing goes to weight 0."""
    parts = split_by_weight(total_fen, weights)
    assert sum(parts) == total_fen
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(total_fen * weight, sum(weights))) < 1
        assert weight or part == 0


def test_the_left_over_fen_goes_to_the_largest_remainder() -> None:
    # 100 x (2, 3, 2) / 7 = 28.57, 42.86, 28.57: 28 + 42 + 28 = 98, the two fen left go to
    # the remainder .86 and, of the tie at .57, to the earlier.
    assert split_by_weight(100, [2, 3, 2]) == [29, 43, 28]


@pytest.mark.parametrize(
    ("exact", "up", "even"),
    [
        (Fraction(1, 2), 1, 0),
        (Fraction(3, 2), 2, 2),
        (Fraction(5, 2), 3, 2),
        (Fraction(-1, 2), -1, 0),
        (Fraction(-3, 2), -2, -2),
        (Fraction(49, 100), 0, 0),
        (Fraction(-51, 100), -1, -1),
        (Fraction(7), 7, 7),
    ],
)
def test_halves(exact: Fraction, up: int, even: int) -> None:
    assert round_fen(exact) == up
    assert round_fen(exact, "half-even") == even


def test_an_unknown_rounding_is_refused() -> None:
    with pytest.raises(BaitiaoError, match="rounding-unknown"):
        round_fen(Fraction(1), "down")


@given(st.fractions(max_denominator=10**9), st.sampled_from(["half-up", "half-even"]))
def test_rounding_is_to_the_nearest_and_mirrors(exact: Fraction, rounding: str) -> None:
    assert abs(round_fen(exact, rounding) - exact) <= Fraction(1, 2)
    assert round_fen(-exact, rounding) == -round_fen(exact, rounding)
