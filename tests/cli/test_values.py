"""What may stand behind an option: phones, ID numbers and ids are read strictly, and small letters do not matter."""

import pytest

from baitiao_cli.cli.values import identity_number, phone_number
from baitiao_cli.errors import BaitiaoError

TODAY = "2026-02-05"


@pytest.mark.parametrize("text", ["12345", "13800001234", "+86 138 0000 1234", "138-0000-1234", "1" * 20])
def test_a_phone_number_is_kept_as_it_was_given(text):
    assert phone_number(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "1234",
        "1" * 21,
        "138  0000",
        "138-",
        "-138000",
        "++8613800",
        "１３８００",
        "13800\n",
        "(010) 123456",
    ],
)
def test_what_is_no_phone_number(text):
    with pytest.raises(BaitiaoError, match="phone-malformed"):
        phone_number(text)


@pytest.mark.parametrize(
    ("text", "number"), [("110101", "110101"), ("h1234567x", "H1234567X"), ("a" + "1" * 19, "A" + "1" * 19)]
)
def test_an_id_number_has_capitals(text, number):
    assert identity_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "123", "12345", "1" * 21, "1101 01", "110-101", "１１０１０１", "110101\n", "身份证号码一"]
)
def test_what_is_no_id_number(text):
    with pytest.raises(BaitiaoError, match="id-number-malformed"):
        identity_number(text)


@pytest.mark.parametrize(("option", "text"), [("--phone", "139000o5678"), ("--id-number", "1101011990010112 34")])
def test_a_wrong_number_is_refused_and_not_quoted(at, head, option, text):
    before = head()
    for command in (["open", "--name", "x", "--limit", "100"], ["person", "A1", "--reason", "asked"]):
        for language in ("en", "zh"):
            refused = at(TODAY, *command, option, text, "--lang", language)
            assert (refused.status, refused.out) == (2, "")
            assert text not in refused.err
    assert head() == before


@pytest.mark.parametrize(
    ("told", "written"),
    [
        (["show", "a1"], ["show", "A1"]),
        (["schedule", "a1p1"], ["schedule", "A1P1"]),
        (["explain", "a1p1", "--row", "1"], ["explain", "A1P1", "--row", "1"]),
        (["explain", "a1e2"], ["explain", "A1E2"]),
        (["payoff", "a1", "--plan", "a1P2"], ["payoff", "A1", "--plan", "A1P2"]),
        (["why", "a1", "--between", "a1e2", "a1e3"], ["why", "A1", "--between", "A1E2", "A1E3"]),
        (["history", "A1", "--known-at", "a1e3"], ["history", "A1", "--known-at", "A1E3"]),
        (
            ["quote", "500", "--product", "month", "--account", "a1"],
            ["quote", "500", "--product", "month", "--account", "A1"],
        ),
        (["repay", "a1", "5", "--dry-run"], ["repay", "A1", "5", "--dry-run"]),
        (["reverse", "a1e3", "--dry-run"], ["reverse", "A1E3", "--dry-run"]),
    ],
)
def test_an_id_may_have_small_letters(at, told, written):
    answer = at(TODAY, *told)
    assert answer.status == 0, answer.err
    assert answer.out == at(TODAY, *written).out


def test_a_batch_reads_ids_as_the_command_line_does(at, tmp_path):
    file = tmp_path / "lines.csv"
    file.write_text("verb,account,amount,plan\nrepay,a1,5,a1p2\n")
    assert at(TODAY, "batch", str(file), "--json").data["results"][0]["result"]["account_id"] == "A1"
    file.write_text("verb,account,amount\nrepay,A1P2,5\n")
    assert at(TODAY, "batch", str(file), "--json").error["code"] == "id-of-another-kind"


@pytest.mark.parametrize(
    ("command", "sentence", "next_command"),
    [
        (["show", "a1p1"], "A1P1 is the id of a plan, not of an account.", "baitiao schedule A1P1"),
        (["payoff", "A1P1"], "A1P1 is the id of a plan, not of an account.", "--plan A1P1"),
        (["schedule", "A1"], "A1 is the id of an account, not of a plan.", "baitiao show A1"),
        (["prepay", "A1", "5"], "A1 is the id of an account, not of a plan.", "baitiao show A1"),
        (["show", "A1E2"], "A1E2 is the id of an event, not of an account.", "baitiao explain A1E2"),
        (["repay", "A1", "5", "--plan", "A1E2"], "A1E2 is the id of an event, not of a plan.", "baitiao explain A1E2"),
        (
            ["explain", "A1H1"],
            "A1H1 is the id of a hold, not of an account, a plan, an event or a record of the desk.",
            "baitiao find A1H1",
        ),
    ],
)
def test_an_id_of_another_kind_says_what_it_is_and_what_takes_it(at, command, sentence, next_command):
    refused = at(TODAY, *command)
    assert refused.status == 2
    assert sentence in refused.err
    assert next_command in refused.err
    assert ("The account is A1." in refused.err) == (sentence.split()[0] != "A1")
    assert "编号" in at(TODAY, *command, "--lang", "zh").err
