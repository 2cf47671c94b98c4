"""Every wrong command line has its own error, exit status 2, and a hint; nothing of Typer's English shows."""

from __future__ import annotations

import json

import pytest

WRONG = {
    "command-unknown": ["qoute"],
    "option-unknown": ["quote", "100", "--instalments", "3"],
    "option-before-command": ["--plain", "products"],
    "option-value-missing": ["quote", "100", "--installments"],
    "option-takes-no-value": ["quote", "100", "--plain=1"],
    "options-exclusive": ["quote", "100", "--plain", "--csv"],
    "option-needs": ["quote", "100", "--tier", "A"],
    "argument-missing": ["quote"],
    "argument-unexpected": ["quote", "100", "200"],
    "choice-unknown": ["quote", "100", "--product", "inst", "--tier", "E"],
    "number-malformed": ["quote", "100", "--installments", "１２"],
    "amount-malformed": ["quote", "1e3"],
    "date-malformed": ["quote", "100", "--on", "2026-02-30"],
    "rate-malformed": ["quote", "100", "--fee", "much"],
    "text-empty": ["quote", "100", "--method", ""],
}


@pytest.mark.parametrize("code", WRONG)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_wrong_command_line_is_told_with_code_sentence_and_hint(run, monkeypatch, code, language):
    monkeypatch.setenv("BAITIAO_LANG", language)
    result = run(*WRONG[code])
    first, second = result.err.splitlines()
    assert result.status == 2
    assert result.out == ""
    assert first.startswith({"en": f"Error {code}: ", "zh": f"错误 {code}: "}[language])
    assert second.startswith({"en": "Hint: ", "zh": "提示: "}[language])


@pytest.mark.parametrize("code", WRONG)
def test_with_json_among_the_arguments_the_error_is_one_json_document(run, code):
    result = run(*WRONG[code], "--json") if code != "option-value-missing" else run("quote", "--json", "--fee")
    document = json.loads(result.err)
    assert document["schema"] == "baitiao/v1"
    assert set(document["error"]) == {"code", "message", "hint"}
    assert result.out == ""


def test_a_typing_slip_is_told_the_nearest_name(run):
    assert "quote" in run("qoute").err
    assert "--installments" in run("quote", "100", "--instalments", "3").err


def test_an_amount_with_a_sign_is_told_as_an_amount_and_not_as_an_option(run):
    result = run("quote", "-500.25")
    assert result.err.startswith("Error amount-malformed: '-500.25'")
    assert run("show", "-9").err.startswith("Error option-unknown: ")


def test_the_days_of_deeds_and_of_questions_are_told_apart(run):
    """`--as-of` asks about a day and `--on` acts on one; each is what somebody meant who wrote the other."""
    assert "Did you mean --on?" in run("repay", "A1", "5", "--as-of", "2026-01-08").err
    assert "Did you mean --as-of?" in run("show", "A1", "--on", "2026-01-08").err


@pytest.mark.parametrize("text", ["a\x1b[2J", "a\udcff", "a\u202eb", "a\nb", "\x00", "\u2028"])
def test_characters_that_a_terminal_obeys_are_refused_and_not_printed(run, text):
    result = run("quote", text)
    assert result.status == 2
    assert "text-unprintable" in result.err
    assert text not in result.err


def test_lone_bytes_in_the_arguments_of_a_process_are_refused(run_apart):
    result = run_apart("quote", b"\xff\xfe")
    assert (result.status, result.out) == (2, "")
    assert "text-unprintable" in result.err
    assert "Traceback" not in result.err


def test_a_wrong_environment_is_told_like_a_wrong_option(run, monkeypatch):
    monkeypatch.setenv("BAITIAO_TODAY", "tomorrow")
    assert "date-malformed" in run("products").err
    monkeypatch.delenv("BAITIAO_TODAY")
    monkeypatch.setenv("BAITIAO_LANG", "fr")
    assert "choice-unknown" in run("products").err


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (["--today", "2026-01-01", "list"], "list --today 2026-01-01"),
        (["--plain", "report", "purchases", "--by", "merchant"], "report purchases --plain"),
        (["--name", "李雷", "open"], "open --name"),  # a name is not told again
        (["--json"], "products --json"),
    ],
)
def test_an_option_before_the_command_is_told_behind_it(run, words, typed):
    assert f"Options come after the command: baitiao {typed}" in run(*words).err.replace("\\n", " ")


@pytest.mark.parametrize("command", ["payout", "payoff"])
def test_an_amount_too_many_is_told_the_option_that_takes_it(run, command):
    refused = run(command, "A1", "8000")
    assert refused.err.splitlines()[1].startswith("Hint: An amount is given by --amount. Put a text")
    assert "--amount" not in run("show", "A1", "8000").err
    assert "--amount" not in run(command, "A1", "A2").err
