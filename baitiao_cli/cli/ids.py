"""Ids as people hear and write them: in small or wide letters, and with a check digit, which is proved and left out."""

from __future__ import annotations

from baitiao_cli.errors import BaitiaoError

_LETTERS = ("A", "AP", "AH", "AE", "P", "W", "D")
LONGEST = 9
"""So many digits a number in an id has at most; what has more is no id of ours, and has no check digit."""


def narrow(text: str) -> str:
    """A text as an id is read from it: full-width letters and digits, as a Chinese keyboard has them, are narrow ones.

    >>> narrow("Ａ１２－１")
    'A12-1'
    """
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFKC", text)


def plain_id(text: str) -> str:
    """The id in narrow letters without its check digit, then in capitals; a text that is no id as it is.

    Errors: `id-check-digit` when the digit does not fit; the right one is not told, for then nobody would ask again.

    >>> plain_id("a12-1"), plain_id("a12"), plain_id("Ａ１２"), plain_id("2026-1")
    ('A12', 'a12', 'A12', '2026-1')
    """
    plain, hyphen, digit = narrow(text).partition("-")
    parts = parts_of(plain)
    if not parts or len(max(parts, key=len)) > LONGEST:
        return text
    if not hyphen:
        return plain
    if len(digit) != 1 or digit not in "0123456789":
        return text
    from baitiao_cli.calc.check_digit import check_digit

    if digit != check_digit(plain.upper()):
        raise BaitiaoError("id-check-digit", text=text[:32])
    return plain.upper()


def parts_of(plain: str) -> list[str]:
    """The letters and numbers of an id without its check digit, in capitals; none of a text that has not its form.

    >>> parts_of("a12p3"), parts_of("A012"), parts_of("A12P"), parts_of("2026")
    (['A', '12', 'P', '3'], [], [], [])
    """
    if not (plain.isascii() and plain.isalnum()):
        return []
    parts = "".join(char if char.isdigit() else f" {char} " for char in plain.upper()).split()
    letters, numbers = "".join(parts[::2]), parts[1::2]
    is_id = letters in _LETTERS and len(letters) == len(numbers)
    return parts if is_id and all(number.isdigit() and number[0] != "0" for number in numbers) else []
