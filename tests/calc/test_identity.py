"""What an ID number says by itself, and which texts hold somebody's number. All numbers here are of no real region."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.calc.identity import birth_date, check_age, check_digit, holds_a_number
from baitiao_cli.errors import BaitiaoError

ADULT = "000000200802100019"  # born on 10 February 2008
LEAP = "000000200802290019"  # born on 29 February 2008


def test_the_check_digit_of_the_standards_own_examples():
    # GB 11643-1999, appendix: 110105 19491231 002 has X, 440524 18800101 001 has 4.
    assert check_digit("11010519491231002") == "X"
    assert check_digit("44052418800101001") == "4"


@pytest.mark.parametrize("place", range(18))
def test_one_wrong_digit_is_always_found(place):
    for digit in "0123456789":
        number = ADULT[:place] + digit + ADULT[place + 1 :]
        if number != ADULT:
            with pytest.raises(BaitiaoError, match="id-number-check-digit"):
                birth_date(number)


def test_two_neighbours_that_changed_places_are_found():
    with pytest.raises(BaitiaoError, match="id-number-check-digit"):
        birth_date("000000200801200019")


@pytest.mark.parametrize("first", ["00000019900230001", "00000000000101001", "00000019901301001"])
def test_a_day_that_is_not_in_the_calendar(first):
    with pytest.raises(BaitiaoError, match="id-number-no-date"):
        birth_date(first + check_digit(first))


@pytest.mark.parametrize("number", ["", "H1234567", "E12345678", "AB1234567890123456"])
def test_of_other_documents_nothing_is_known(number):
    assert birth_date(number) is None
    check_age(number, date(2026, 1, 1))


def test_of_age_from_the_birthday_on():
    check_age(ADULT, date(2026, 2, 10))
    check_age(LEAP, date(2026, 2, 28))
    for number, on in ((ADULT, date(2026, 2, 9)), (LEAP, date(2026, 2, 27))):
        with pytest.raises(BaitiaoError, match="person-under-age"):
            check_age(number, on)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "13800001234",
            "call 138 0000 1234 back",
            "138-0000-1234",
            "+86 13800001234",
            "8613800001234",
            "电话13800001234。",
        ),
        *("１３８００００１２３４", ADULT, "id 00000019900902123x.", f"({ADULT})"),
        *("138.0013.8000", "+86.138.0013.8000", "000000 19900902 123x", "00000019900902 123X", "000000-1990-0902-123X"),
    ],
)
def test_texts_that_hold_a_number(text):
    assert holds_a_number(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "asked for", "23800001234", "12800001234", "1380000123", "138000012345", "20260105-0001", "A1E12"),
        *("000000200802100018", "1763784000000", "f3b1c2d4-1111-2222-3333-444455556666", "6222020000000000000"),
    ],
)
def test_texts_that_hold_none(text):
    assert not holds_a_number(text)


@pytest.mark.parametrize("number", ["110105491231002", "11010520150307123", "1101051949123100X", "1101051949123100211"])
def test_digits_of_a_card_that_are_missing_or_too_many(number: str) -> None:
    with pytest.raises(BaitiaoError, match="id-number-length") as caught:
        birth_date(number)
    assert caught.value.details == {"count": len(number)}


def test_who_is_yet_to_be_born_is_not_of_age():
    first = "00000099830101001"
    with pytest.raises(BaitiaoError, match="person-under-age"):
        check_age(first + check_digit(first), date(2026, 1, 1))
