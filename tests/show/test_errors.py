"""The error catalogue: whole in both languages, with the same figures in each, and told safely."""

from __future__ import annotations

import re
import string
from datetime import date

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text
from baitiao_cli.messages.errors import ERRORS
from baitiao_cli.show.errors import describe_error, error_data, error_lines
from baitiao_cli.show.text import width, wrapped


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", ERRORS)
def test_an_entry_is_whole_in_both_languages(code):
    entry = ERRORS[code]
    assert 1 <= entry.status <= 9
    for text in (entry.message, entry.hint):
        assert text.en.strip()
        assert text.zh.strip()
        is_filled_whole = re.fullmatch(r"\{\w+\}", text.zh)  # by words that depend on the case, in both languages
        assert is_filled_whole or any("\u4e00" <= char <= "\u9fff" for char in text.zh)
        # The figure brings its unit along.
        assert "_fen} yuan" not in text.en
        assert not re.search("_fen} [\u4e00-\u9fff]", text.zh)
    assert names_in(entry.message.en) == names_in(entry.message.zh)
    assert names_in(entry.hint.en) == names_in(entry.hint.zh)


def test_figures_are_told_with_their_unit():
    error = BaitiaoError("down-payment-too-large", down_payment_fen=123450, amount_fen=100)
    assert "1,234.50 yuan" in describe_error(error, "en")[0]
    assert "1,234.50 元" in describe_error(error, "zh")[0]
    dated = BaitiaoError("bullet-too-long", last_on=date(2026, 1, 2), due_on=date(2026, 2, 3))
    assert "2026-01-02" in describe_error(dated, "en")[0]


def test_texts_and_lists_among_the_figures_are_told_in_the_language():
    error = BaitiaoError("choice-unknown", text=Text("this", "这个"), offered=["a", "b"])
    assert "这个" in describe_error(error, "zh")[0]
    assert "a, b" in describe_error(error, "zh")[0]


def test_an_error_without_its_figures_is_still_told():
    assert describe_error(BaitiaoError("account-unknown"), "en")[0] == "There is no account ? in this ledger."


def test_an_error_in_a_file_names_its_line():
    error = BaitiaoError("account-unknown", account_id="A9")
    error.line = 3
    assert error_lines(error, "zh").startswith("错误 account-unknown: 第 3 行: ")
    assert error_data(error, "en")["error"]["line"] == 3


def test_the_ids_that_an_error_is_about_are_told_to_programs():
    error = BaitiaoError("approval-needed", proposal_id="W1", approval_kind="waiver", account_id="", plan_id="-")
    assert error_data(error, "zh")["error"].keys() == {"code", "message", "hint", "proposal_id"}
    unknown = error_data(BaitiaoError("account-unknown", account_id="13800001234"), "en")["error"]
    assert unknown["account_id"] == "***"


def test_what_the_user_gave_cannot_steer_the_terminal():
    assert "\x1b" not in error_lines(BaitiaoError("amount-malformed", text="\x1b[2J{x}"), "en")


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_fits_a_terminal_and_keeps_its_commands_whole(code):
    for language in ("en", "zh"):
        text = error_lines(BaitiaoError(code), language)
        for columns in (40, 80, 200):
            lines = [line for paragraph in text.splitlines() for line in wrapped(paragraph, columns)]
            assert all(width(line) <= columns for line in lines if " " in line)
            assert "".join("".join(lines).split()) == "".join(text.split())
            if columns > 40:
                assert not any(line.endswith("baitiao") for line in lines)


def test_an_error_is_wrapped_on_a_terminal_and_whole_in_a_pipe(run, on_screen):
    asked = ("quote", "100", "--instalments", "3")
    assert len(run(*asked).err.splitlines()) == 2
    assert on_screen(40, *asked).splitlines() == [
        "Error option-unknown: baitiao quote has",
        "no option '--instalments'.",
        "Hint: Did you mean --installments? See",
        "the options: baitiao quote --help",
    ]
