"""Numbers in words: figures worked by hand, and a second way to make or to read every other one."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.messages import Text
from baitiao_cli.show.numerals import (
    chinese_number,
    english_number,
    english_ordinal,
    spelled,
    spoken_date,
    spoken_money,
    spoken_number,
)

# By hand, by the rules of a school book: 每级末尾不管有几个 0 都不读, 其他数位有一个 0 或连续几个 0 都只读一个零.
CHINESE = {
    0: "零",
    10: "十",
    12: "十二",
    20: "二十",
    102: "一百零二",
    110: "一百一十",
    200: "二百",
    222: "二百二十二",
    1_005: "一千零五",
    1_010: "一千零一十",
    2_000: "两千",
    2_020: "两千零二十",
    2_200: "两千二百",
    10_000: "一万",
    10_010: "一万零一十",
    12_000: "一万二千",
    20_000: "两万",
    22_222: "两万二千二百二十二",
    100_000: "十万",
    102_000: "十万二千",
    120_000: "十二万",
    200_005: "二十万零五",
    1_005_000: "一百万五千",
    1_000_500: "一百万零五百",
    20_000_000: "两千万",
    100_000_000: "一亿",
    100_000_002: "一亿零二",
    100_010_000: "一亿零一万",
    100_100_000: "一亿零一十万",
    110_000_000: "一亿一千万",
    200_200_000: "两亿零二十万",
    1_000_000_000: "十亿",
    2_000_000_000_000: "两万亿",
    1_000_000_000_005: "一万亿零五",
    90_071_992_547_409: "九十万零七百一十九亿九千二百五十四万七千四百零九",
}
ENGLISH = {
    0: "zero",
    13: "thirteen",
    40: "forty",
    99: "ninety-nine",
    100: "one hundred",
    101: "one hundred and one",
    999: "nine hundred and ninety-nine",
    1_000: "one thousand",
    1_005: "one thousand and five",
    1_200: "one thousand two hundred",
    10_010: "ten thousand and ten",
    110_000: "one hundred and ten thousand",
    1_000_001: "one million and one",
    100_000_000: "one hundred million",
    1_001_000_000: "one billion one million",
}
MONEY = {  # fen: English, Chinese
    0: ("zero yuan", "零元"),
    1: ("one fen", "一分"),
    2: ("two fen", "两分"),
    5: ("five fen", "五分"),
    20: ("twenty fen", "两角"),
    25: ("twenty-five fen", "两角五分"),
    200: ("two yuan", "两元"),
    205: ("two yuan and five fen", "两元零五分"),
    222: ("two yuan and twenty-two fen", "两元二角二分"),
    1_000: ("ten yuan", "十元"),
    1_200_05: ("one thousand two hundred yuan and five fen", "一千二百元零五分"),
    1_200_50: ("one thousand two hundred yuan and fifty fen", "一千二百元五角"),
    100_000_000_00: ("one hundred million yuan", "一亿元"),
}


def in_both(text: Text) -> tuple[str, str]:
    return text.en, text.zh


@pytest.mark.parametrize("number", CHINESE)
def test_chinese_as_worked_by_hand(number):
    assert chinese_number(number) == CHINESE[number]


@pytest.mark.parametrize("number", ENGLISH)
def test_english_as_worked_by_hand(number):
    assert english_number(number) == ENGLISH[number]


@pytest.mark.parametrize("amount_fen", MONEY)
def test_money_as_worked_by_hand(amount_fen):
    assert in_both(spoken_money(amount_fen)) == MONEY[amount_fen]


def chinese_by_rewriting(number: int) -> str:
    """The same number made another way: each digit with its place, then the zeros struck out by rules."""
    places = ["", "十", "百", "千", "万", "十", "百", "千", "亿", "十", "百", "千"]
    digits = str(number)
    said = "".join(
        "零一二三四五六七八九"[int(digit)] + place
        for digit, place in zip(digits, reversed(places[: len(digits)]), strict=True)
    )
    for pattern, into in (
        ("零[千百十]", "零"),
        ("零+", "零"),
        ("零([万亿])", r"\1"),
        ("亿万", "亿"),
        ("(?<=.)零$", ""),
        ("^一十", "十"),
        ("^二(?=[千万亿])", "两"),
    ):
        said = re.sub(pattern, into, said)
    return said


def test_chinese_twice_the_small_ones():
    for number in range(20_001):
        assert chinese_number(number) == chinese_by_rewriting(number)


def sparse(digits: int) -> st.SearchStrategy[int]:
    """Numbers with many zeros, where the rules are."""
    return st.lists(st.sampled_from("000012579"), min_size=1, max_size=digits).map("".join).map(int)


@given(st.one_of(sparse(12), st.integers(0, 10**12 - 1)))
def test_chinese_twice_the_others(number):
    assert chinese_number(number) == chinese_by_rewriting(number)


WORDS = {english_number(number): number for number in (*range(20), *range(20, 100, 10))}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15}


def read_english(said: str) -> int:
    """The number that words stand for."""
    total = group = 0
    for word in said.replace("-", " ").replace(" and ", " ").split():
        if word == "hundred":
            group *= 100
        elif word in SCALES:
            total, group = total + group * SCALES[word], 0
        else:
            group += WORDS[word]
    return total + group


def test_english_read_back_the_small_ones():
    said = [english_number(number) for number in range(20_001)]
    assert [read_english(one) for one in said] == list(range(20_001))
    assert not any(one.startswith("and") or "  " in one or " and and" in one for one in said)


@given(st.one_of(sparse(15), st.integers(0, 2**53)))
def test_english_read_back_the_others(number):
    assert read_english(english_number(number)) == number


@given(st.integers(0, 2**53 - 1))
def test_money_is_yuan_and_what_is_left_of_it(amount_fen):
    en, zh = in_both(spoken_money(amount_fen))
    yuan, fen = divmod(amount_fen, 100)
    expected = [f"{english_number(yuan)} yuan"] * (yuan > 0) + [f"{english_number(fen)} fen"] * (fen > 0)
    assert en == (" and ".join(expected) or "zero yuan")
    before, _, behind = zh.rpartition("元")
    assert before == (spoken_number(yuan).zh if yuan or not fen else "")
    # What is behind the yuan, digit by digit: one 零 for jiao that are not there, none for fen.
    digits = dict(zip("零一二三四五六七八九两", [*range(10), 2], strict=True))
    jiao = next((digits[behind[at - 1]] for at, char in enumerate(behind) if char == "角"), 0)
    assert jiao * 10 + (digits[behind[-2]] if behind.endswith("分") else 0) == fen


def test_ordinals_of_all_days_of_a_month():
    assert " ".join(english_ordinal(day) for day in range(1, 32)) == (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
        "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
    )


@pytest.mark.parametrize(
    ("day", "en", "zh"),
    [
        (date(2026, 12, 3), "the third of December", "十二月三日"),
        (date(2026, 2, 20), "the twentieth of February", "二月二十日"),
        (date(2027, 10, 31), "the thirty-first of October twenty twenty-seven", "二〇二七年十月三十一日"),
        (date(2005, 5, 12), "the twelfth of May two thousand and five", "二〇〇五年五月十二日"),
        (date(1999, 1, 1), "the first of January nineteen ninety-nine", "一九九九年一月一日"),
        (date(1905, 1, 2), "the second of January nineteen oh five", "一九〇五年一月二日"),
        (date(2100, 1, 2), "the second of January twenty-one hundred", "二一〇〇年一月二日"),
    ],
)
def test_days_as_they_are_said(day, en, zh):
    assert in_both(spoken_date(day, date(2026, 11, 22))) == (en, zh)


def test_ids_are_spelled():
    assert in_both(spelled("A12P30")) == ("A one two P three zero", "A 一二 P 三零")
