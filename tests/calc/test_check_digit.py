"""The check digit of ids: what is misheard or mistyped in one place never fits."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.calc.check_digit import check_digit, checked

# Published: H. Michael Damm's example 572 -> 4, with the way there: 0, 5 -> 9, 7 -> 7, 2 -> 4.
PUBLISHED = {"5": "9", "57": "7", "572": "4", "5724": "0", "": "0"}

NUMBERS = st.integers(1, 999_999_999).map(str)
IDS = st.one_of(
    NUMBERS.map("A{}".format),
    NUMBERS.map("P{}".format),
    NUMBERS.map("W{}".format),
    NUMBERS.map("D{}".format),
    st.tuples(NUMBERS, st.sampled_from("PHE"), NUMBERS).map(lambda parts: "A{}{}{}".format(*parts)),
)


@pytest.mark.parametrize("digits", PUBLISHED)
def test_the_published_example(digits):
    assert check_digit(digits) == PUBLISHED[digits]


def small_ids() -> list[str]:
    numbers = [str(number) for number in range(1, 200)]
    few = [str(number) for number in range(1, 41)]
    of_one = (f"{letter}{number}" for letter in "AD" for number in numbers)
    return [*of_one, *(f"A{a}{kind}{b}" for a, kind, b in product(few, "PHE", few))]


def test_one_wrong_character_never_fits():
    for plain in small_ids():
        for at, char in enumerate(plain):
            others = "0123456789" if char.isdigit() else "ADEHPW"
            for other in others.replace(char, ""):
                assert check_digit(plain[:at] + other + plain[at + 1 :]) != check_digit(plain)


def test_an_exchange_of_neighbours_never_fits():
    """Of two digits, and of a letter and the digit beside it; the check digit itself may be the second."""
    for plain in small_ids():
        for at in range(1, len(plain) - 1):
            one, other = plain[at : at + 2]
            if one != other:
                assert check_digit(plain[:at] + other + one + plain[at + 2 :]) != check_digit(plain)
        digit = check_digit(plain)
        if plain[-1] != digit:
            assert check_digit(plain[:-1] + digit) != plain[-1]


@given(IDS, st.data())
def test_so_it_is_for_ids_of_any_length(plain, data):
    at = data.draw(st.integers(1, len(plain) - 1))
    wrong = data.draw(st.sampled_from("0123456789" if plain[at].isdigit() else "PHE").filter(lambda c: c != plain[at]))
    assert check_digit(plain[:at] + wrong + plain[at + 1 :]) != check_digit(plain)
    if at + 1 < len(plain) and plain[at] != plain[at + 1]:
        exchanged = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
        assert check_digit(exchanged) != check_digit(plain)


def test_most_other_mistakes_do_not_fit_either():
    """One in ten ids fits by chance, no more: an id made up, a digit left out, thirteen for thirty."""
    digits = [check_digit(plain) for plain in small_ids()]
    assert max(digits.count(str(digit)) for digit in range(10)) < len(digits) * 0.13
    thirty = [check_digit(f"A{tens}0") == check_digit(f"A1{tens}") for tens in range(2, 10)]
    assert sum(thirty) <= 1


def test_an_id_is_told_with_it():
    # By hand through the tables. A12: A leads from 0 to 1, the digit 1 from there to 0, the digit 2 to 1.
    assert checked("A12") == "A12-1"
    # A12P3: P leads from that 1 to 6, the digit 3 from there to 9.
    assert checked("A12P3") == "A12P3-9"
