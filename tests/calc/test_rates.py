"""Rates: read strictly, kept exactly, shown as quoted."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.calc.rates import Per, Rate, format_rate, parse_rate, percent
from baitiao_cli.errors import BaitiaoError


@pytest.mark.parametrize(
    ("text", "per", "rate"),
    [
        ("12", "year", Rate(120_000_000, "year")),
        ("12%", "month", Rate(120_000_000, "month")),
        ("0", "year", Rate(0, "year")),
        ("7.3%/year", "day", Rate(73_000_000, "year")),
        ("0.05%/day", "year", Rate(500_000, "day")),
        ("0.05%/日", "year", Rate(500_000, "day")),
        ("0.6%/期", "year", Rate(6_000_000, "period")),
        ("0.0000001", "year", Rate(1, "year")),
        # 5/10,000 = 0.0005 = 500,000 parts per billion; a rate a day by custom, whatever the option says
        ("万分之五", "year", Rate(500_000, "day")),
        ("万分之4.5", "day", Rate(450_000, "day")),
        ("万分之四点五", "day", Rate(450_000, "day")),
        ("万分之零点三", "day", Rate(30_000, "day")),
        ("万分之五/年", "day", Rate(500_000, "year")),
        ("千分之六", "period", Rate(6_000_000, "period")),
        ("百分之十二", "year", Rate(120_000_000, "year")),
        ("百分之二十四", "year", Rate(240_000_000, "year")),
        ("百分之十", "year", Rate(100_000_000, "year")),
        ("百分之七点三", "year", Rate(73_000_000, "year")),
    ],
)
def test_reads_a_rate(text: str, per: Per, rate: Rate) -> None:
    assert parse_rate(text, per) == rate


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "rate-malformed"),
        ("%", "rate-malformed"),
        ("12%%", "rate-malformed"),
        ("-1", "rate-malformed"),
        ("1e3", "rate-malformed"),
        ("１２", "rate-malformed"),
        ("nan", "rate-malformed"),
        ("12 %", "rate-malformed"),
        ("12\n", "rate-malformed"),
        ("12/", "rate-malformed"),
        ("12/week", "rate-malformed"),
        ("1.00000001", "rate-malformed"),
        ("五", "rate-malformed"),
        ("万分之", "rate-malformed"),
        ("万分之点五", "rate-malformed"),
        ("万分之三五", "rate-malformed"),
        ("万分之5%", "rate-malformed"),
        ("百分之二十零", "rate-malformed"),
        pytest.param("9" * 1_000_000, "rate-malformed", id="endless"),
        ("万分之0.000001", "rate-too-fine"),
        ("10000.1", "rate-too-large"),
    ],
)
def test_refuses_what_is_not_a_rate(text: str, code: str) -> None:
    with pytest.raises(BaitiaoError) as refused:
        parse_rate(text)
    assert (refused.value.code, refused.value.status) == (code, 2)


@given(st.integers(0, 100 * 10**9), st.sampled_from(["day", "period", "month", "year"]))
def test_what_is_shown_is_read_back_exactly(ppb: int, per: Per) -> None:
    rate = Rate(ppb, per)
    assert parse_rate(format_rate(rate)) == rate


def test_percent_rounds_halves_away_from_zero() -> None:
    assert percent(Fraction(13_0249, 10**6)) == "13.02"
    assert percent(Fraction(13_025, 10**5)) == "13.03"
    assert percent(Fraction(-13_025, 10**5)) == "-13.03"
    assert percent(Fraction(0)) == "0.00"
    assert percent(Fraction(1, 1000), 3) == "0.100"
