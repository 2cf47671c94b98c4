"""Rates are exact: whole parts per billion of what they are charged on, per day, period, month or year."""

import re
from fractions import Fraction
from typing import Literal

import msgspec

from baitiao_cli.calc.money import round_fen, shortened
from baitiao_cli.errors import BaitiaoError

Per = Literal["day", "period", "month", "year"]

PPB = 10**9
_PPB_OF_PERCENT = 10**7
_LARGEST_PPB = 100 * PPB  # 10,000 %: anything beyond is a slip of the keyboard
_LONGEST_RATE = 32

_PER_NAMES: dict[str, Per] = {
    "day": "day", "日": "day", "天": "day",
    "period": "period", "期": "period",
    "month": "month", "月": "month",
    "year": "year", "年": "year",
}  # fmt: skip
# 万分之五 of a credit is by custom a rate a day, another way to write 0.05%/day.
_PARTS: dict[str, tuple[int, Per | None]] = {
    "百分之": (10**7, None),
    "千分之": (10**6, None),
    "万分之": (10**5, "day"),
}
_DIGITS = "零一二三四五六七八九"
_NUMBER = r"([0-9]{1,9})(?:\.([0-9]{1,7}))?"
_CHINESE = "([一二三四五六七八九])?(十)?([零一二三四五六七八九])?(?:点([零一二三四五六七八九]{1,7}))?"


class Rate(msgspec.Struct, frozen=True):
    """An exact rate: `ppb` parts per billion (>= 0) of what it is charged on, `per` day, period, month or year.

    >>> Rate(500_000, "day").fraction  # 0.05% = 5/10,000
    Fraction(1, 2000)
    """

    ppb: int
    per: Per

    @property
    def fraction(self) -> Fraction:
        """The rate as an exact fraction of what it is charged on.

        >>> Rate(6_000_000, "period").fraction  # 0.6% = 6/1,000
        Fraction(3, 500)
        """
        return Fraction(self.ppb, PPB)


def parse_rate(text: str, per: Per = "year") -> Rate:
    """Read a rate, strictly and exactly.

    A bare number is per cent, as is `12%`; also 百分之, 千分之, 万分之 with digits or Chinese numerals up to 99.
    A unit may follow: `/day` `/period` `/month` `/year` (`/日` `/期` `/月` `/年`); without one `per` holds, except
    that 万分之 is a rate a day by custom. From 0 to 10,000 %, at most 7 decimals of a per cent: nothing is rounded.

    Raises `rate-malformed`, `rate-too-fine` or `rate-too-large`: the user's text.

    >>> parse_rate("0.05%/day") == parse_rate("万分之五") == Rate(500_000, "day")  # 5/10,000 of 10^9
    True
    >>> parse_rate("12"), parse_rate("0.6%", per="period")
    (Rate(ppb=120000000, per='year'), Rate(ppb=6000000, per='period'))
    """
    if len(text) > _LONGEST_RATE:
        raise BaitiaoError("rate-malformed", text=shortened(text))
    number, slash, unit = text.partition("/")
    parts, own_per = _PARTS.get(number[:3], (_PPB_OF_PERCENT, None))
    spoken = number[:3] in _PARTS
    number = number[3:] if spoken else number.removesuffix("%")
    if slash:
        own_per = _PER_NAMES.get(unit)
        if own_per is None:
            raise BaitiaoError("rate-malformed", text=text)
    exact = _number(number, spoken, text) * parts
    if exact.denominator != 1:
        raise BaitiaoError("rate-too-fine", text=text)
    if exact > _LARGEST_PPB:
        raise BaitiaoError("rate-too-large", text=text)
    return Rate(exact.numerator, own_per or per)


def _number(digits: str, spoken: bool, text: str) -> Fraction:
    """The number in `digits`: ASCII, or, after a 分之, Chinese numerals as well."""
    found = re.fullmatch(_NUMBER, digits)
    if found:
        whole, decimals = found.groups(default="")
        return Fraction(int(whole + decimals), 10 ** len(decimals))
    chinese = re.fullmatch(_CHINESE, digits) if spoken else None
    if chinese is None or not any(chinese.groups()[:3]):
        raise BaitiaoError("rate-malformed", text=text)
    first, ten, last, decimals = chinese.groups(default="")
    if (first and last and not ten) or (ten and last == "零"):  # 三五 and 二十零 are not numbers
        raise BaitiaoError("rate-malformed", text=text)
    tens = (_DIGITS.index(first) if first else 1) if ten else 0
    ones = last or ("" if ten else first)
    whole_number = tens * 10 + (_DIGITS.index(ones) if ones else 0)
    shown_decimals = "".join(str(_DIGITS.index(digit)) for digit in decimals)
    return Fraction(int(f"{whole_number}{shown_decimals}"), 10 ** len(shown_decimals))


def format_rate(rate: Rate) -> str:
    """Show a rate as it is quoted: per cent without trailing zeros, and its unit; `parse_rate` reads it back.

    >>> format_rate(Rate(500_000, "day")), format_rate(Rate(120_000_000, "year"))  # 1% is 10,000,000 ppb
    ('0.05%/day', '12%/year')
    """
    whole, decimals = divmod(rate.ppb, _PPB_OF_PERCENT)
    shown = f"{whole}.{decimals:07d}".rstrip("0").rstrip(".")
    return f"{shown}%/{rate.per}"


def percent(fraction: Fraction, digits: int = 2) -> str:
    """Show a fraction as per cent with `digits` (>= 0) decimals, halves away from zero, without the sign %.

    >>> from fractions import Fraction
    >>> percent(Fraction(130_250, 1_000_000)), percent(Fraction(-1, 3), digits=0)  # 13.025% is a half: up
    ('13.03', '-33')
    """
    scaled = round_fen(fraction * 100 * 10**digits)
    shown = str(abs(scaled)).rjust(digits + 1, "0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{shown[:-digits]}.{shown[-digits:]}" if digits else f"{sign}{shown}"
