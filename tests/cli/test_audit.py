"""`audit`: who did what when, events and deeds in one list."""

from __future__ import annotations

import csv
import io

import pytest

TODAY = "2026-02-10"


@pytest.fixture
def busy(at):
    """A waiver that two people made, one that was declined, and a line of somebody else."""
    for line in (
        "operator anna --role supervisor,admin --operator anna",
        "operator ben --role supervisor --operator anna",
        "approval waiver --above 5 --operator anna",
        "open --name 韩梅梅 --limit 3000 --operator ben",
        "repay A1 10 --operator anna",
        "waive A1 6 --reason goodwill --operator anna",
        "approve W1 --operator ben",
        "waive A1 7 --reason more --operator ben",
        "decline W2 --reason twice --operator anna",
    ):
        at(TODAY, *line.split())
    return lambda *arguments: at(TODAY, "audit", *arguments)


def told(result):
    return [
        (entry["operator"], entry["what"], entry["event_id"] or entry["subject"]) for entry in result.data["entries"]
    ]


def test_everything_in_the_order_in_which_it_was_done(busy):
    entries = busy("--json").data["entries"]
    assert told(busy("--json"))[-10:] == [
        ("anna", "operator-set", "anna"),
        ("anna", "operator-set", "ben"),
        ("anna", "approval-set", "waiver"),
        ("ben", "account-opened", "A2E1"),
        ("anna", "repayment-received", "A1E5"),
        ("anna", "proposed", "W1"),
        ("anna", "charges-waived", "A1E6"),
        ("ben", "approved", "W1"),
        ("ben", "proposed", "W2"),
        ("anna", "declined", "W2"),
    ]
    assert [entry["approved_by"] for entry in entries if entry["event_id"] == "A1E6"] == ["ben"]
    assert [entry["recorded_at"] for entry in entries] == sorted(entry["recorded_at"] for entry in entries)


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("A2", [("ben", "account-opened", "A2E1")]),
        ("W1", [("anna", "proposed", "W1"), ("ben", "approved", "W1")]),
    ],
)
def test_of_an_account_or_a_proposal(busy, about, expected):
    assert told(busy(about, "--json")) == expected


def test_of_an_account_with_what_was_proposed_for_it(busy):
    assert told(busy("a1", "--json"))[-6:] == [
        ("anna", "repayment-received", "A1E5"),
        ("anna", "proposed", "W1"),
        ("anna", "charges-waived", "A1E6"),
        ("ben", "approved", "W1"),
        ("ben", "proposed", "W2"),
        ("anna", "declined", "W2"),
    ]


def test_of_an_operator_with_what_others_decided_on(busy):
    assert told(busy("ben", "--json")) == [
        ("anna", "operator-set", "ben"),
        ("ben", "account-opened", "A2E1"),
        ("ben", "approved", "W1"),
        ("ben", "proposed", "W2"),
        ("anna", "declined", "W2"),
    ]


def test_an_account_that_there_is_not(busy):
    refused = busy("A9", "--json")
    assert (refused.status, refused.error["code"]) == (3, "account-unknown")


@pytest.mark.parametrize("about", ["w1", "nobody", "W9", "李雷"])
def test_what_nobody_knows_is_told_apart_from_days_without_anything(busy, about):
    refused = busy(about, "--json")
    assert (refused.status, refused.error["code"]) == (3, "audit-unknown")
    assert about not in refused.err
    assert busy("ben", "--from", "2999-01-01").out == "Nothing was done.\n"


def test_the_newest_and_how_to_see_more(busy):
    result = busy("ben", "--last", "2")
    assert told(busy("ben", "--last", "2", "--json")) == [("ben", "proposed", "W2"), ("anna", "declined", "W2")]
    assert "There are older ones; to see more: baitiao audit ben --last 20" in result.out
    assert busy("ben", "--last", "5", "--json").data["has_older"] is False
    assert len(busy("--last", "0", "--json").data["entries"]) == 1


def test_days_are_those_of_the_clock_in_shanghai(busy, at):
    from datetime import UTC, datetime, timedelta

    from baitiao_cli.calc.dates import SHANGHAI

    today = datetime.now(UTC).astimezone(SHANGHAI).date()
    every = len(busy("--json").data["entries"])
    assert len(busy("--from", str(today - timedelta(1)), "--through", str(today), "--json").data["entries"]) == every
    assert busy("--from", str(today + timedelta(1)), "--json").data["entries"] == []
    assert busy("--through", str(today - timedelta(2)), "--json").data["entries"] == []
    assert busy("--from", "0001-01-01", "--through", "9999-12-31", "--json").data["entries"] != []
    assert busy("--through", "0999-12-31", "--json").data["entries"] == []
    assert busy("--from", "2026-02-02", "--through", "2026-02-01", "--json").error["code"] == "days-reversed"


@pytest.mark.parametrize(("language", "words"), [("en", "agreed by ben"), ("zh", "ben 复核")])
def test_people_read_what_it_was_about(busy, language, words):
    out = busy("A1", "--lang", language).out
    assert words in out
    assert "goodwill" in out and "twice" in out
    assert "proposed" not in out and "charges-waived" not in out


def test_csv_has_a_row_for_each(busy):
    rows = list(csv.DictReader(io.StringIO(busy("ben", "--csv").out)))
    assert [(row["what"], row["subject"]) for row in rows][-1] == ("declined", "W2")


def test_a_row_tells_the_account_the_verb_and_the_reason(busy, at):
    at(TODAY, "person", "A1", "--unmask", "--reason", "call back", "--operator", "ben")
    rows = list(csv.DictReader(io.StringIO(busy("--csv").out)))
    keys = ("what", "subject", "account_id", "verb", "reason")
    expected = [
        ("charges-waived", "A1", "A1", "", "goodwill"),
        ("approved", "W1", "A1", "waive", ""),
        ("proposed", "W2", "A1", "waive", "more"),
        ("declined", "W2", "A1", "waive", "twice"),
        ("unmasked", "P1", "A1", "", "call back"),
    ]
    assert [tuple(row[key] for key in keys) for row in rows][-5:] == expected
    entries = busy("--json").data["entries"]
    assert [tuple(entry[key] for key in keys) for entry in entries][-5:] == expected


def test_verbs_are_told_in_the_language(busy, at):
    assert "减免 A1" in busy("--lang", "zh").out
    assert "waive" not in busy("--lang", "zh").out
    at(TODAY, "waive", "A1", "7", "--reason", "x", "--operator", "anna")
    shown = at(TODAY, "proposals", "--lang", "zh").out
    assert "减免" in shown and "waive" not in shown
    assert "waive" in at(TODAY, "proposals").out


def test_names_of_customers_are_not_in_it(busy):
    assert "韩" not in busy().out and "李" not in busy("--json").out


def test_the_table_fits_a_terminal(busy, ledger, on_terminal):
    from rich.cells import cell_len

    for language in ("en", "zh"):
        shown = on_terminal(80, "audit", "--lang", language, "--ledger", str(ledger))
        assert all(cell_len(line) <= 80 for line in shown.splitlines())
        assert "…" not in shown
