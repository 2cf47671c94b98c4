"""`--known-at`: the answer as the ledger knew it then, on every view."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
import typer

from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.request import make_request
from baitiao_cli.cli.typed import app
from baitiao_cli.cli.values import known_at
from baitiao_cli.errors import BaitiaoError

# One example of each view in the story's ledger.
VIEWS = {
    "show": ["A1"],
    "say": ["A1"],
    "history": ["A1"],
    "list": [],
    "find": ["手机店"],
    "schedule": ["A1P1"],
    "statement": ["A1"],
    "payoff": ["A1"],
    "merchants": [],
    "merchant": ["手机店"],
    "explain": ["A1"],
    "why": ["A1", "--between", "2026-02-03", "2026-02-05"],
    "report trial-balance": [],
    "report purchases": ["--by", "merchant"],
    "export": ["--format", "hledger", "-o", "books.journal", "--force"],
    "assess": ["A1"],
    "score": ["A1"],
    "funding": ["A1P1"],
    "risk": ["A1"],
    "risk check": ["A1", "100"],
    "early-warning": [],
    "report funding": [],
    "report aging": [],
    "report classes": [],
    "report limits": [],
    "report forecast": [],
    "report vintages": [],
    "report profit": [],
    "report lifecycle": [],
    "report merchants": ["--by", "merchant"],
}
SAME = {"statement", "funding", "risk", "risk check", "early-warning", "report vintages"}
"""What a purchase and a repayment of one day do not change: a bill once sent, what a plan is shared by, ..."""
OF_THE_DESK = {
    *("funders", "cases", "case", "contacts", "tickets", "promises", "score test"),
    *("queue", "bureau notices", "funder-statement", "compliance check", "coupons", "offers review"),
}
"""What the desk alone has, and what needs a past that the story has not; `tests/desk/test_known_at.py` looks at it."""


def test_every_view_takes_it_and_is_looked_at():
    group = typer.main.get_command(app)
    takes = {name for name in MODULES if any(one.name == "known_at" for one in group.get_command(None, name).params)}
    assert takes == set(VIEWS) | OF_THE_DESK


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_answers_as_it_did_then_and_says_so(at, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = name.split()
    then = json.loads(at("2026-02-05", *words, *VIEWS[name], "--json").out)
    at("2026-02-05", "charge", "A1", "1000", "--merchant", "手机店")
    at("2026-02-05", "repay", "A1", "935.90")
    now = json.loads(at("2026-02-05", *words, *VIEWS[name], "--json").out)
    known = json.loads(at("2026-02-05", *words, *VIEWS[name], "--known-at", "4", "--json").out)
    assert (known["known_at"]["sequence"], known["known_at"]["event_id"]) == (4, "A1E4")
    assert known["data"] == then["data"]
    assert "known_at" not in now
    assert now["data"] != then["data"] or name in SAME
    for language, told in (("en", "As the ledger knew it up to event 4: A1E4"), ("zh", "截至第 4 个事件 A1E4")):
        assert told in at("2026-02-05", *words, *VIEWS[name], "--known-at", "4", "--lang", language).out


def test_a_repayment_entered_late_was_not_known_before(at):
    # On 20 February the ledger took the customer for eight days late; the payment of the 11th was entered after that.
    at("2026-02-20", "repay", "A1", "935.90", "--on", "2026-02-11")
    days = [
        at("2026-02-20", "show", "A1", *options, "--json").data["days_past_due"]
        for options in ([], ["--known-at", "A1E4"], ["--known-at", "A1E4", "--as-of", "2026-02-12"])
    ]
    assert days == [0, 8, 0]
    assert at("2026-02-20", "list", "--overdue", "--known-at", "4", "--json").data["count"] == 1
    assert at("2026-02-20", "list", "--overdue", "--json").data["count"] == 0
    assert "To settle" in at("2026-02-20", "payoff", "A1").out
    assert "To settle" not in at("2026-02-20", "payoff", "A1", "--known-at", "4").out


def test_a_bill_before_it_was_issued_and_as_it_was(at):
    # A purchase of 30 January is entered on 5 February, when bill no. 1 has been sent without it.
    sent = at("2026-02-05", "statement", "A1", "--json").data
    at("2026-02-05", "charge", "A1", "50", "--on", "2026-01-30")
    as_it_was = at("2026-02-05", "statement", "A1", "--known-at", "5", "--json").data
    assert as_it_was == sent
    before = at("2026-02-05", "statement", "A1", "--known-at", "2", "--json").data
    # Of the two purchases it knew the phone only: its first installment of 499.91 with a fee of 35.99.
    assert (before["is_issued"], before["amount_due_fen"]) == (False, 53_590)
    out = at("2026-02-05", "statement", "A1", "--known-at", "2").out
    assert out.startswith("Bill no. 1 of 2026-02-03, not sent yet\n")
    assert "baitiao accrue" not in out


def test_the_history_gives_the_place_of_each_event(at):
    at("2026-02-05", "open", "--name", "韩梅梅", "--limit", "3000")
    at("2026-02-05", "repay", "A1", "1")
    lines = at("2026-02-05", "history", "A1", "--json").data["lines"]
    assert [line["sequence"] for line in lines if line["event_id"]] == [1, 2, 3, 4, 6]
    assert {line["sequence"] for line in lines if not line["event_id"]} == {None}
    for line in lines:
        if line["event_id"]:
            told = at("2026-02-05", "history", "A1", "--known-at", line["event_id"], "--csv").out
            assert [row["event_id"] for row in csv.DictReader(io.StringIO(told))][-1] in (line["event_id"], "")


def test_a_time_is_the_clock_of_recording_not_the_day_that_counts(at, ledger):
    with closing(sqlite3.connect(ledger)) as connection:
        first, last = connection.execute("SELECT min(recorded_at), max(recorded_at) FROM events").fetchone()
    known = json.loads(at("2026-02-05", "show", "A1", "--known-at", last, "--json").out)["known_at"]
    assert known == {"sequence": 4, "event_id": "A1E4", "recorded_at": last}
    assert json.loads(at("2026-02-05", "list", "--known-at", first, "--json").out)["known_at"]["sequence"] == 1
    refused = at("2026-02-05", "list", "--known-at", "2026-02-03", "--json")
    assert (refused.status, refused.error["code"]) in ((3, "nothing-known-yet"), (2, "known-at-to-come"))


def test_what_came_later_is_refused_with_the_moment_it_came(at):
    at("2026-02-05", "open", "--name", "韩梅梅", "--limit", "3000")
    for arguments, came in (("show A2", 5), ("schedule A1P2", 3), ("history A2", 5), ("payoff A2", 5)):
        refused = at("2026-02-05", *arguments.split(), "--known-at", "2", "--json")
        assert (refused.status, refused.error["code"]) == (3, "not-known-yet")
        assert refused.error["hint"] == f"Ask for a later moment: --known-at {came}"


def test_what_is_paid_is_paid_now(at, head):
    before = head()
    refused = at("2026-02-05", "payoff", "A1", "--pay", "--known-at", "2", "--json")
    assert (refused.status, refused.error["code"]) == (2, "options-exclusive")
    assert head() == before


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("0", 0),
        ("12", 12),
        ("A1E5", "A1E5"),
        ("a1e5", "A1E5"),
        ("2026-03-05", datetime(2026, 3, 5, 15, 59, 59, 999999, UTC)),
        ("2026-03-05 10:00", datetime(2026, 3, 5, 2, tzinfo=UTC)),
        ("2026-03-05T10:00", datetime(2026, 3, 5, 2, tzinfo=UTC)),
        ("2026-03-05T10:00:00Z", datetime(2026, 3, 5, 10, tzinfo=UTC)),
        ("2026-03-05T10:00:00.25Z", datetime(2026, 3, 5, 10, 0, 0, 250000, UTC)),
        ("2026-03-05T10:00:00.250001Z", datetime(2026, 3, 5, 10, 0, 0, 250001, UTC)),
        ("2026-03-05 10:00-03:30", datetime(2026, 3, 5, 13, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read(text, moment):
    assert known_at(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        *("", "-1", "1e3", "１２", "12 ", "1234567890", "A1", "A1P1", "A01E1", "A1E0", "now", "yesterday"),
        *("2026-3-5", "20260305T1000", "2026-02-30", "2026-03-05T", "2026-03-05T24:00", "2026-03-05T10:60"),
        *("2026-03-05T10", "2026-03-05T10:00:00.1234567Z", "2026-03-05T10:00z", "2026-03-05T10:00+08"),
        *("2026-03-05T10:00+25:00", "0001-01-01T00:00", "2026-03-05  10:00", "2026-03-05T10:00:00Z\n"),
    ],
)
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(BaitiaoError, match="known-at-malformed"):
        known_at(text)


def test_a_moment_to_come_is_refused_for_its_answer_could_change():
    given = dict.fromkeys(("today", "ledger", "as_json", "as_csv", "as_plain"))
    with pytest.raises(BaitiaoError, match="known-at-to-come"):
        make_request("show", "en", given | {"known_at": datetime(9999, 1, 1, tzinfo=UTC)})
    now = datetime.now(UTC)
    assert make_request("show", "en", given | {"known_at": now}).known_at == now
    assert make_request("show", "en", given | {"today": date(2026, 1, 5)}).known_at is None


def test_the_last_hours_of_the_calendar_are_to_come(at):
    result = at("2026-02-05", "show", "A1", "--known-at", "9999-12-31T23:59:59Z", "--json")
    assert (result.status, result.error["code"]) == (2, "known-at-to-come")
