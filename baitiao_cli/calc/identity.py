"""What the number of a mainland identity card says by itself, and which texts hold somebody's number."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from baitiao_cli.calc.dates import add_months
from baitiao_cli.errors import BaitiaoError

ADULT_YEARS = 18
"""From this age on somebody may have a line (Civil Code, art. 17 and 18)."""

_CARD = r"[0-9]{17}[0-9X]"
_ALMOST_CARD = r"[0-9]{13,19}[0-9X]"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"

_APART = "[ .-]?"
"""What people put between the groups of digits of a number."""

_MOBILE = rf"(?<![0-9])(?:\+?86{_APART})?1[3-9][0-9]{_APART}[0-9]{{4}}{_APART}[0-9]{{4}}(?![0-9])"
_CARD_IN_TEXT = (
    rf"(?<![0-9])([0-9]{{6}}){_APART}([0-9]{{4}}){_APART}([0-9]{{4}}){_APART}([0-9]{{3}}[0-9Xx])(?![0-9A-Za-z])"
)


def check_digit(first: str) -> str:
    """The last character of a card's number by its 17 digits. Source: GB 11643-1999, ISO 7064 MOD 11-2.

    The example is the standard's own.

    >>> check_digit("11010519491231002")
    'X'
    """
    return _CHECK_DIGITS[sum(int(digit) * weight for digit, weight in zip(first, _WEIGHTS, strict=True)) % 11]


def birth_date(id_number: str) -> date | None:
    """The day of birth in the number of a mainland card: 17 digits and a digit or X. `None` for other documents.

    Errors: `id-number-check-digit` when the last character does not fit, `id-number-no-date`; `id-number-length` for
    as many digits as only a card has, of which some are missing or too many (the cards with 15 are void since 2013).

    >>> birth_date("000000199009011234"), birth_date("H1234567")
    (datetime.date(1990, 9, 1), None)
    """
    if re.fullmatch(_ALMOST_CARD, id_number) and len(id_number) != 18:
        raise BaitiaoError("id-number-length", count=len(id_number))
    if not re.fullmatch(_CARD, id_number):
        return None
    if check_digit(id_number[:-1]) != id_number[-1]:
        raise BaitiaoError("id-number-check-digit")
    try:
        return date(int(id_number[6:10]), int(id_number[10:12]), int(id_number[12:14]))
    except ValueError:
        raise BaitiaoError("id-number-no-date") from None


def check_age(id_number: str, on: date) -> None:
    """Refuses who is not of age on a day, as far as the number tells: `person-under-age`, from the birthday on allowed.

    Who was born on 29 February is of age on the 28th of a year without one.
    """
    born_on = birth_date(id_number)
    if born_on is not None and (born_on > on or add_months(born_on, ADULT_YEARS * 12) > on):
        raise BaitiaoError("person-under-age", years=ADULT_YEARS, on=on)


def holds_a_number(text: str) -> bool:
    """Whether a text holds a mainland mobile number, or that of a card by its check digit.

    Also in full width, and with a space, a point or a hyphen between groups: 3-4-4 of a mobile, 6-4-4-4 of a card.

    >>> holds_a_number("call 138 0000 1234"), holds_a_number("order 20260105000012345")
    (True, False)
    """
    folded = unicodedata.normalize("NFKC", text)
    if re.search(_MOBILE, folded):
        return True
    cards = ("".join(groups) for groups in re.findall(_CARD_IN_TEXT, folded))
    return any(check_digit(card[:-1]) == card[-1].upper() for card in cards)
