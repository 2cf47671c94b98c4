"""The student's comparison in `examples/`: its figures can be worked by hand."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.needs_tool("sh")


def test_the_ways_to_pay_and_what_they_cost(play):
    lines = [line[28:].split() for line in play("comparison.sh").splitlines()]
    # 6,999.00 x 0.6% = 41.994 -> 41.99 a period. In 12: 6,999.00 / 12 = 583.25, with the fee 625.24; in all
    # 12 x 41.99 = 503.88. 0.6% a period x 12 is 13.03% a year, as is published for such plans.
    assert lines[1] == ["1", "6,999.00", "6,999.00", "0.00", "0.00%"]
    assert lines[4] == ["12", "625.24", "7,502.88", "503.88", "13.03%"]
    assert [line[0] for line in lines[2:8]] == ["3", "6", "12", "24", "12", "24"]
    for count, line in zip((3, 6, 12, 24), lines[2:6], strict=True):
        assert line[3] == f"{count * 41.99:,.2f}"
    # Paid off after the sixth: six installments of 625.24 are left, 3,499.50 and one more fee of 41.99 settle it.
    assert lines[10] == ["3751.44", "3541.49", "209.95"]
    # Equal payments: the rest is five of 617.79 and the last, 617.73.
    assert lines[11][0] == "3706.68"
    rest, payoff, saved = map(float, lines[11])
    assert round(rest - payoff, 2) == saved > 0


def test_another_price(play):
    # 1,200.00 in 12: 100.00 and a fee of 7.20 each.
    assert "12       107.20     1,286.40      86.40   13.03%" in play("comparison.sh", "1200")


def test_what_is_no_price_is_refused_before_anything_is_compared(play):
    assert play("comparison.sh", "abc", refused=True) == ""
