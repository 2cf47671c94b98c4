"""The highest annual rate that a plan may cost, by the day on which it is made."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from baitiao_cli.calc.rates import PPB

# First day -> cap in parts per billion a year, on the simple rate with all fees in (单利), for mainland China.
ANNUAL_CAPS = ((date(2025, 10, 1), 240_000_000),)


def annual_cap_ppb(on: date) -> int | None:
    """The cap in force on a day; `None` before the first one of the table.

    >>> annual_cap_ppb(date(2025, 9, 30)), annual_cap_ppb(date(2025, 10, 1))
    (None, 240000000)
    """
    return max(((from_on, cap) for from_on, cap in ANNUAL_CAPS if from_on <= on), default=(on, None))[1]


def cap_passed_ppb(simple: Fraction, on: date) -> int | None:
    """The cap in force on `on` when a simple annual rate passes it, `None` when it does not; the cap itself is allowed.

    >>> cap_passed_ppb(Fraction(24, 100), date(2026, 1, 1)), cap_passed_ppb(Fraction(2401, 10_000), date(2026, 1, 1))
    (None, 240000000)
    """
    cap_ppb = annual_cap_ppb(on)
    return cap_ppb if cap_ppb is not None and simple * PPB > cap_ppb else None
