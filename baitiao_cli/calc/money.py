"""Money is a whole number of fen: reading it, showing it, splitting it, and the one place where it is rounded."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal

from baitiao_cli.errors import BaitiaoError

# The largest whole number that every reader of JSON keeps exactly (a double has 53 bits).
MAX_FEN = 2**53 - 1

Rounding = Literal["half-up", "half-even"]
ROUNDINGS: tuple[Rounding, ...] = ("half-up", "half-even")

_LONGEST_AMOUNT = 32  # 90,071,992,547,409.91 has 21 characters; longer text is never converted
_AMOUNT = r"([0-9]{1,32}|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]{1,2}))?"


def parse_yuan(text: str) -> int:
    """Read an amount of yuan as whole fen, strictly.

    ASCII digits, at most two decimals, commas only between groups of three; 0.01 to 90,071,992,547,409.91. There is no
    sign: the verb gives it. Nothing is rounded.

    Raises `amount-malformed`, `amount-not-positive` or `amount-too-large`: the user's text.

    >>> parse_yuan("1234.5"), parse_yuan("1,234.50"), parse_yuan("0.01")  # 1234 x 100 + 50
    (123450, 123450, 1)
    """
    found = re.fullmatch(_AMOUNT, text) if len(text) <= _LONGEST_AMOUNT else None
    if found is None:
        raise BaitiaoError("amount-malformed", text=shortened(text))
    whole, cents = found.groups(default="")
    fen = int(whole.replace(",", "")) * 100 + int(cents.ljust(2, "0"))
    if fen == 0:
        raise BaitiaoError("amount-not-positive", text=text)
    if fen > MAX_FEN:
        raise BaitiaoError("amount-too-large", text=text, most_fen=MAX_FEN)
    return fen


def shortened(text: str) -> str:
    """The text as an error quotes it: its first 32 characters, so that a pasted page does not fill the screen.

    >>> shortened("12 yuan"), len(shortened("9" * 1000))
    ('12 yuan', 33)
    """
    return text if len(text) <= _LONGEST_AMOUNT else text[:_LONGEST_AMOUNT] + "…"


def format_yuan(fen: int) -> str:
    """Show whole fen as yuan: thousands commas, always two decimals, no currency sign.

    >>> format_yuan(123450), format_yuan(-5), format_yuan(0)
    ('1,234.50', '-0.05', '0.00')
    """
    yuan, cents = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{yuan:,}.{cents:02d}"


def check_fen(value: object) -> int:
    """Return `value` if it is a whole number of fen within bounds, |fen| <= 2**53 - 1.

    Only `int` itself counts: not `True`, not 12.0, not "12", which SQLite or JSON would let through.

    Raises `amount-not-whole-fen` or `amount-too-large`: the fault of the data or of the caller.

    >>> check_fen(-5)
    -5
    """
    if type(value) is not int:
        raise BaitiaoError("amount-not-whole-fen", text=shortened(repr(value)))
    if abs(value) > MAX_FEN:
        # Python refuses to write out a number of thousands of digits; such a one is not worth quoting.
        shown = format_yuan(value) if value.bit_length() <= 128 else "…"
        raise BaitiaoError("amount-too-large", text=shown, most_fen=MAX_FEN)
    return value


def split_evenly(total_fen: int, count: int) -> list[int]:
    """Split a total (>= 0) into `count` (>= 1) parts: each rounded down to the fen, the last takes the rest.

    The parts sum to the total exactly. `ValueError` if the caller breaks a range.

    >>> split_evenly(10000, 3)  # 100.00 / 3 = 33.33 and a third; the last has 100.00 - 2 x 33.33
    [3333, 3333, 3334]
    """
    if total_fen < 0 or count < 1:
        raise ValueError(f"cannot split {total_fen} fen into {count} parts")
    part = total_fen // count
    return [part] * (count - 1) + [total_fen - part * (count - 1)]


def split_by_weight(total_fen: int, weights: list[int]) -> list[int]:
    """Split a total (>= 0) in proportion to whole weights (each >= 0, not all 0) by largest remainder.

    Each part is rounded down to the fen; the fen left over go one each to the largest remainders, ties to the earlier.
    The parts sum to the total exactly. `ValueError` if the caller breaks a range.

    >>> split_by_weight(100, [1, 1, 1])  # 33 and a third each: the one fen left goes to the first
    [34, 33, 33]
    >>> split_by_weight(10, [1, 5])  # 1.67 and 8.33: the remainder .67 is the larger
    [2, 8]
    """
    whole = sum(weights)
    if total_fen < 0 or whole <= 0 or min(weights) < 0:
        raise ValueError(f"cannot split {total_fen} fen by {weights}")
    parts = [total_fen * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda at: -(total_fen * weights[at] % whole))
    for at in by_remainder[: total_fen - sum(parts)]:
        parts[at] += 1
    return parts


def round_fen(exact: Fraction | int, rounding: str = "half-up") -> int:
    """Round an exact number of fen to whole fen: the only place where money is rounded to the nearest.

    `half-up` rounds halves away from zero, `half-even` to the even neighbour; all else goes to the nearest.

    Raises `rounding-unknown`: the product file or the option.

    >>> from fractions import Fraction
    >>> half = Fraction(5, 2)  # 2.5: up is 3, even is 2
    >>> round_fen(half), round_fen(half, "half-even"), round_fen(-half)
    (3, 2, -3)
    """
    return round_ratio(exact.numerator, exact.denominator, rounding)


def round_ratio(numerator: int, denominator: int, rounding: str = "half-up") -> int:
    """Round the exact number of fen `numerator` / `denominator` (> 0) to whole fen, as `round_fen` does.

    For amounts that are worked out as whole numbers over a common denominator: no fraction is reduced on the way.

    >>> round_ratio(5, 2), round_ratio(-5, 2), round_ratio(5, 2, "half-even"), round_ratio(7, 2, "half-even")
    (3, -3, 2, 4)
    """
    if rounding == "half-up":
        size = (2 * abs(numerator) + denominator) // (2 * denominator)
        return size if numerator >= 0 else -size
    if rounding != "half-even":
        raise BaitiaoError("rounding-unknown", text=shortened(rounding))
    whole, rest = divmod(numerator, denominator)
    return whole + (2 * rest + whole % 2 > denominator)
