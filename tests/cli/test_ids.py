"""Ids as people tell them: each command takes one with its check digit, and refuses one that was misheard."""

from __future__ import annotations

import json

import pytest

IDS = [
    ("show", "A1-0"),
    ("show", "a1-0"),
    ("show", "A1", "--known-at", "A1E4-0"),
    ("schedule", "A1P1-2"),
    ("explain", "A1E2-2"),
    ("explain", "A1P2-0", "--row", "1"),
    ("why", "A1-0", "--between", "A1E2-2", "A1E3-3"),
    ("payoff", "A1", "--plan", "a1p1-2"),
    ("audit", "A1-0"),
    ("quote", "100", "--account", "A1-0"),
]


@pytest.mark.parametrize("arguments", IDS)
def test_in_wide_letters_an_id_is_the_same(at, arguments):
    command, *rest = arguments
    plain = [text[:-2].upper() if text[-2:-1] == "-" else text for text in rest]
    for given in (rest, plain):
        wide = [_wide(text) if text[0] in "Aa" else text for text in given]
        told = at("2026-02-10", command, *wide, "--json")
        assert told.status == 0, told.err
        assert told.data == at("2026-02-10", command, *plain, "--json").data


def _wide(text):
    """As a Chinese keyboard writes it: the letters, digits and signs from U+FF01 on."""
    return "".join(chr(ord(char) + 0xFEE0) for char in text)


def test_a_name_where_an_id_belongs_is_told_how_to_look_for_it(at):
    told = at("2026-02-10", "show", "李雷", "--json").error
    assert (told["code"], told["hint"].partition("; ")[2]) == (
        "account-unknown",
        "look for one by a name, a number or an order: baitiao find QUERY",
    )
    assert at("2026-02-10", "find", "李雷", "--json").data["accounts"][0]["account_id"] == "A1"


@pytest.mark.parametrize("arguments", IDS)
def test_with_its_check_digit_an_id_is_the_same(at, arguments):
    """A1: A leads from 0 to 1, the digit 1 from there to 0. A1P1: P leads from 0 to 2, the digit 1 from there to 2."""
    plain = [text[:-2].upper() if text[-2:-1] == "-" else text for text in arguments]
    told = at("2026-02-10", *arguments, "--json")
    assert told.status == 0, told.err
    assert told.data == at("2026-02-10", *plain, "--json").data


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "A1-5"),
        ("schedule", "A1P1-0"),
        ("repay", "A1-9", "10"),
        ("reverse", "A1E3-1"),
        ("show", "A1", "--known-at", "A1E4-1"),
        ("audit", "A1-7"),
        ("approve", "W1-5", "--operator", "anna"),
        ("decline", "W1-5", "--reason", "x"),
    ],
)
def test_a_wrong_digit_is_refused_and_the_right_one_not_told(at, head, arguments):
    before = head()
    result = at("2026-02-10", *arguments, "--json")
    assert (result.status, result.out, result.error["code"]) == (2, "", "id-check-digit")
    wrong = next(text for text in arguments if text[-2:-1] == "-")
    assert wrong in result.error["message"]
    assert wrong[:-1] not in result.error["hint"]
    assert head() == before


def test_an_id_is_proved_in_a_batch(at, tmp_path):
    path = tmp_path / "verbs.jsonl"
    path.write_text(json.dumps({"verb": "repay", "account": "A1-0", "amount": "10"}), "utf-8")
    assert at("2026-02-10", "batch", str(path)).status == 0
    path.write_text(json.dumps({"verb": "repay", "account": "A1-1", "amount": "10"}), "utf-8")
    refused = at("2026-02-10", "batch", str(path), "--json")
    assert (refused.error["code"], refused.error["line"]) == ("id-check-digit", 1)


def test_of_another_kind_it_is_told_as_such(at):
    assert at("2026-02-10", "schedule", "A1-0", "--json").error["code"] == "id-of-another-kind"


def test_people_are_told_ids_with_it_and_scripts_without(at):
    for command in (("show", "A1"), ("find", "1234"), ("list",)):
        assert "A1-0" in at("2026-02-10", *command).out
        assert "A1-0" not in at("2026-02-10", *command, "--csv").out
    assert at("2026-02-10", "show", "A1", "--json").data["checked_id"] == "A1-0"
    assert at("2026-02-10", "list", "--json").data["accounts"][0]["checked_id"] == "A1-0"
    opened = at("2026-02-10", "open", "--name", "x", "--limit", "100")
    assert "A2-9" in opened.out
