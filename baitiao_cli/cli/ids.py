"""Ids as people hear and write them: in small or wide letters, and with a check digit, which is proved and left out."""

from __future__ import annotations

import re

from baitiao_cli.errors import BaitiaoError

_ID = r"(?ia)(A[1-9][0-9]{0,8}(?:[PHE][1-9][0-9]{0,8})?|[PWD][1-9][0-9]{0,8})(?:-([0-9]))?"


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
    found = re.fullmatch(_ID, narrow(text))
    if found is None:
        return text
    if found[2] is None:
        return found[1]
    from baitiao_cli.calc.check_digit import check_digit

    plain = found[1].upper()
    if found[2] != check_digit(plain):
        raise BaitiaoError("id-check-digit", text=text[:32])
    return plain
