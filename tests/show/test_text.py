"""Text for a terminal: nothing that it would obey, and lines that fit."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.show.text import UNPRINTABLE, is_printable, printable, width, wrapped


@given(st.text())
def test_printable_text_has_no_character_that_a_terminal_obeys(text):
    shown = printable(text)
    assert is_printable(shown)
    assert not any(unicodedata.category(char) in UNPRINTABLE for char in shown)
    assert shown == text or not is_printable(text)


def test_an_escape_can_be_read_back():
    assert printable("a\x1b\u202e\U000e0001") == "a\\u001b\\u202e\\udb40\\udc01"


@given(st.text("应还 the,。.a1", max_size=60), st.integers(8, 40))
def test_wrapped_lines_keep_the_text_and_fit_unless_a_word_is_longer(text, columns):
    lines = wrapped(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert width(line) <= columns or " " not in line.strip()


def test_chinese_is_wrapped_between_characters_and_punctuation_stays():
    assert wrapped("到期还款日前, 可先还款。", 10) == ["到期还款日", "前, 可先还", "款。"]


def test_a_unit_stays_with_its_amount():
    assert wrapped("2025-02-11: 80.00 元", 18) == ["2025-02-11:", "80.00 元"]
    assert wrapped("应还 395.00 元, 最低 12.00 元", 12) == ["应还", "395.00 元,", "最低", "12.00 元"]
