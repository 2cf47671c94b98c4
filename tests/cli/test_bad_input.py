"""Input that is wrong, odd or hostile: refused with its own error, or kept and shown safely; never half done."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from baitiao_cli import BaitiaoError, Ledger

TODAY = "2026-02-10"

AMOUNTS = {
    **dict.fromkeys(["", " ", "abc", "1e3", "1e999999", "NaN", "inf", "-1", "+1", "1.234", ".5", "5.", "1_000"], 2),
    **dict.fromkeys(["１２３", "٣", "①", "1,23", "1,2345.00", "0x10", "1 000", "￥5", "5元", "1.5.0", "1\u00a0000"], 2),
    **dict.fromkeys(["0", "0.00", "9" * 5000, "90071992547409.92", "12\n", "1\x00", "\u202e1", "\ud800"], 2),
}
DATES = [
    *("", "today", "20260205", "2026-2-5", "2026-02-30", "2026-13-01", "0000-01-01", "2026-W05-1", "２０２６-02-05"),
    *("2026-02-05T00:00", "2026-02-05 ", "05/02/2026", "1970", "0", "-1", "9" * 400, "2026-02-05\n"),
]
IDS = [
    "",
    "A",
    "A01",
    "A1 ",
    "A9",
    "A1P1",
    "%",
    "A%",
    "A_",
    "' OR 1=1 --",
    "A1;DROP TABLE events",
    "x" * 5000,
    "../A1",
]
REFUSED_TEXTS = [
    "",
    " ",
    "a\x1b[2J",
    "a\x9bb",
    "a\nb",
    "a\tb",
    "a\x00b",
    "a\u202eb",
    "a\u200bb",
    "\ue000",
    "\ud800",
    "\u2028",
]
KEPT_TEXTS = [
    *("[red]x[/red]", "[/oops]", ":smile:", "{0}{x}%s$HOME`id`", "'; DROP TABLE people; --", 'a"b,c;d', "<b>&amp;</b>"),
    *("=1+1", "@SUM(A1)", "+86 138", "-5", "龘" * 60, "Zoë e\u0301", "🛒 shop", "x" * 200, "NULL", "None", "0"),
]


@pytest.fixture
def nothing_written(ledger):
    untouched = ledger.read_bytes()
    yield
    assert ledger.read_bytes() == untouched


def refused(result, *statuses):
    assert result.status in statuses, result
    assert result.out == ""
    assert "Traceback" not in result.err
    assert len(result.err) < 2000
    lines = result.err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("Error ")
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for char in "".join(lines))


@pytest.mark.parametrize("text", AMOUNTS, ids=ascii)
@pytest.mark.parametrize("command", [["repay", "A1"], ["charge", "A1"], ["open", "--name", "x", "--limit"]])
@pytest.mark.usefixtures("nothing_written")
def test_an_amount(at, command, text):
    refused(at(TODAY, *command, text), AMOUNTS[text])


@pytest.mark.parametrize("text", DATES, ids=lambda text: ascii(text)[:30])
@pytest.mark.parametrize("command", [["repay", "A1", "1", "--on"], ["show", "A1", "--as-of"], ["accrue", "--through"]])
@pytest.mark.usefixtures("nothing_written")
def test_a_date(at, command, text):
    refused(at(TODAY, *command, text), 2)


@pytest.mark.parametrize("text", ["", "0", "-3", "3.0", "1e1", "３", "9" * 30, "three", "0x3"])
@pytest.mark.usefixtures("nothing_written")
def test_a_number(at, text):
    refused(at(TODAY, "charge", "A1", "600", "--installments", text), 2, 4)
    refused(at(TODAY, "schedule", "A1P1", "--as-of", text), 2)
    refused(at(TODAY, "open", "--name", "x", "--limit", "100", "--bill-day", text), *((2,) if text != "3" else (0,)))


@pytest.mark.parametrize("text", IDS, ids=lambda text: ascii(text)[:30])
@pytest.mark.usefixtures("nothing_written")
def test_an_id(at, text):
    for command in (
        *(["show", text], ["charge", text, "1"], ["repay", text, "1"], ["payoff", text], ["statement", text]),
        *(["close", text], ["accrue", text], ["reverse", text], ["repay", "A1", "1", "--plan", text]),
        *([["schedule", text]] if text != "A1P1" else []),
    ):
        if command == ["repay", "A1", "1", "--plan", "A1P1"]:
            continue
        refused(at(TODAY, *command), 2, 3)


@pytest.mark.parametrize("text", REFUSED_TEXTS, ids=ascii)
@pytest.mark.usefixtures("nothing_written")
def test_a_text_that_cannot_be_kept(at, text):
    for command in (
        ["open", "--limit", "100", "--name", text],
        ["open", "--limit", "100", "--name", "x", "--phone", text],
        ["charge", "A1", "1", "--merchant", text],
        ["charge", "A1", "1", "--merchant", "x", "--order", text],
        ["repay", "A1", "1", "--means", text],
        ["repay", "A1", "1", "--request-id", text],
        ["reverse", "A1E3", "--reason", text],
        ["repay", "A1", "1", "--operator", text],
        ["list", "--ledger", text],
        ["batch", text],
        [text or " "],
    ):
        refused(at(TODAY, *command), 2)


@pytest.mark.parametrize(
    ("most", "command"),
    [
        (200, "open --limit 100 --name="),
        (200, "charge A1 1 --merchant="),
        (200, "charge A1 1 --merchant x --order="),
        (200, "charge A1 1 --brand="),
        (200, "hold A1 1 --category="),
        (200, "repay A1 1 --means="),
        (200, "repay A1 1 --request-id="),
        (200, "repay A1 1 --operator="),
        (1000, "repay A1 1 --note="),
        (1000, "lock A1 --reason="),
    ],
)
def test_how_long_a_text_may_be(at, ledger, most, command):
    *words, option = command.split()
    before = ledger.read_bytes()
    refused = at(TODAY, *words, option + "月" * (most + 1), "--json")
    assert refused.error["code"] == "text-too-long"
    assert refused.error["message"] == f"{option[:-1]} has {most + 1:,} characters; at most {most:,} are taken."
    assert ledger.read_bytes() == before
    assert at(TODAY, *words, option + "月" * most).status == 0


def test_a_batch_a_scenario_and_python_refuse_long_texts_and_name_the_field(at, ledger, tmp_path):
    line = {"verb": "charge", "account": "A1", "amount": "1", "merchant": "x" * 1_000_000}
    (tmp_path / "b.jsonl").write_text(json.dumps(line), "utf-8")
    refused = at(TODAY, "batch", str(tmp_path / "b.jsonl"), "--json").error
    assert (refused["code"], refused["line"]) == ("text-too-long", 1)
    assert refused["message"] == "merchant has 1,000,000 characters; at most 200 are taken."
    (tmp_path / "s.toml").write_text(
        f'[[step]]\nopen = {{ name = "{"x" * 201}", limit = "1" }}\ntoday = 2026-01-05\n', "utf-8"
    )
    refused = at(TODAY, "scenario", "run", str(tmp_path / "s.toml"), "--json").error
    assert refused["message"] == "name has 201 characters; at most 200 are taken."
    with pytest.raises(BaitiaoError, match="text-too-long: merchant has 201 characters"):
        Ledger(ledger, today=TODAY).charge("A1", "1", merchant="x" * 201)


@pytest.mark.parametrize("option", ["--name", "--request-id", "--ledger", "--product"])
def test_an_empty_text_is_told_as_that_with_its_option(at, option):
    words = ["open", "--limit", "100", "--name", "x", option, ""]
    assert at(TODAY, *words).err.startswith(f"Error text-empty: {option} has no text.\n")
    assert at(TODAY, *words, "--lang", "zh").err.startswith(f"错误 text-empty: {option} 没有内容。\n")


def test_a_long_text_of_an_older_ledger_is_cut_on_a_terminal(at, ledger, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("baitiao_cli.cli.values.MOST_IN_NAME", 10_000)
    assert at(TODAY, "charge", "A1", "1", "--merchant", "x" * 5000).status == 0
    assert "x" * 5000 in at(TODAY, "report", "purchases", "--by", "merchant", "--plain").out
    shown = repr(Ledger(ledger, today=TODAY).run("report purchases", by="merchant"))  # as on a terminal
    assert shown.count("x") == 199 and "x…" in shown


@pytest.mark.parametrize("text", KEPT_TEXTS, ids=lambda text: ascii(text)[:30])
def test_a_text_that_is_kept_and_shown_as_it_is(at, head, text):
    # `=` joins them, for a text that begins with a dash looks like an option.
    made = at(TODAY, "charge", "A1", "10", f"--merchant={text}", f"--order={text}", f"--note={text}", "--json")
    assert made.status == 0, made.err
    assert made.data["merchant"] == text
    plan = at(TODAY, "schedule", "A1P3", "--json").data
    assert (plan["merchant"], plan["order_id"]) == (text, text)
    assert text in at(TODAY, "show", "A1", "--plain").out
    name = f"@{text}" if text.startswith("@") else text  # one @ would name a file
    assert at(TODAY, "open", f"--name={name}", "--limit", "100").status == 0
    names = [row["name"] for row in csv.DictReader(io.StringIO(at(TODAY, "list", "--csv").out))]
    assert len(names) == 2
    assert not names[1].startswith(("=", "+", "-", "@"))
    head()


@pytest.mark.parametrize("text", ["[red]x[/red]", "[/oops]", "龘" * 30, "🛒" * 20, "x" * 200])
def test_odd_names_on_a_narrow_terminal(at, on_terminal, text):
    at(TODAY, "charge", "A1", "10", "--merchant", text)
    shown = on_terminal(40, "show", "A1", "--today", TODAY)
    assert text in "".join(shown.split())
    assert "10.00" in shown


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["repay", "A1", "1", "--on", "2026-01-04"], "account-not-open-yet"),
        (["repay", "A1", "1", "--on", "2027-01-01"], "date-in-future"),
        (["accrue", "--through", "2027-01-01"], "date-in-future"),
        (["open", "--name", "x", "--limit", "100", "--on", "2026-02-11"], "date-in-future"),
        (["charge", "A1", "100", "--installments", "99"], "installments-not-offered"),
        (["charge", "A1", "100", "--product", "../inst"], "product-unknown"),
        (["charge", "A1", "100", "--down-payment", "150%"], "down-payment-too-large"),
        (["repay", "A1", "90071992547409.92"], "amount-too-large"),
        (["open", "--name", "x", "--limit", "0.99"], "limit-out-of-range"),
        (["reverse", "A1E1"], "not-reversible"),
        (["schedule", "A1P1", "--as-of", "0001-01-01"], "account-not-open-yet"),
        (["show", "A1", "--ledger", "/dev/null"], "ledger-foreign"),
        (["show", "A1", "--ledger", "."], "ledger-foreign"),
    ],
)
@pytest.mark.usefixtures("nothing_written")
def test_what_is_well_written_and_still_cannot_be(at, arguments, code):
    result = at(TODAY, *arguments, "--json")
    assert result.status in (2, 3, 4, 5), result.out
    assert result.error["code"] == code


@pytest.mark.parametrize("name", ["LEDGER", "TODAY", "LANG", "OPERATOR"])
def test_a_wrong_environment(run, ledger, monkeypatch, name):
    monkeypatch.setenv(f"BAITIAO_{name}", "a\x1bb")
    result = run("repay", "A1", "1")
    assert result.status == 2
    assert "\x1b" not in result.err


def test_before_the_first_day(at):
    assert at("0001-01-01", "show", "A1").status == 4


@pytest.mark.parametrize("text", ["13912345678", "00000019490103002X"])
def test_a_number_in_a_wrong_place_is_not_repeated(run, text):
    for arguments in (["show", text], ["products", text], ["open", "--name", "x", "--limit", text, "--phone"]):
        assert text not in run(*arguments).err


def test_a_pasted_name_or_number_with_hidden_characters_is_not_repeated(run):
    assert "13912345678" not in run("open", "--name", "x", "--limit", "1", "--phone", "\u202d13912345678").err


@pytest.mark.parametrize("arguments", [["products", "--json"], ["--version"], ["--help"], ["quote", "--help"]])
def test_a_full_disk_behind_stdout_is_one_error(arguments):
    with Path("/dev/full").open("w") as full:
        program = [sys.executable, "-m", "baitiao_cli", *arguments]
        environment = {name: text for name, text in os.environ.items() if name != "PYTHONUNBUFFERED"}
        done = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True, env=environment, check=False)
    assert done.returncode == 5
    assert "output-failed" in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_product_that_offers_one_number_of_installments_says_so_in_a_sentence_for_one(at) -> None:
    refused = at(TODAY, "charge", "A1", "100", "--product", "month", "--installments", "0")
    assert "Product month offers 1 as the number of installments, not 0." in refused.err
    assert (
        "offers 3, 6, 12, 24 as the number of installments, not 5."
        in at(TODAY, "charge", "A1", "100", "--product", "inst", "--installments", "5").err
    )
