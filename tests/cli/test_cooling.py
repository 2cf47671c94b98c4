"""`close` where the line has a cooling period: what is told, taken back, closed by time; and the question before it."""

from __future__ import annotations

import io
import sys

import pytest

from baitiao_cli.products.catalogue import FOLDER

DIGITS = ("--phone-digits", "5678", "--id-digits", "123X")
WHO = ("--name", "韩梅梅", "--phone", "13812345678", "--id-number", "00000019900902123X")


@pytest.fixture
def cool(at, tmp_path):
    """A2 of 韩梅梅, opened on 5 February with 3,000.00, on the line terms of `month` with 7 days: a file's path."""
    terms = (FOLDER / "month.toml").read_text("utf-8").replace('id = "month"', 'id = "cool"')
    path = tmp_path / "cool.toml"
    path.write_text(terms.replace("cooling_days = 0", "cooling_days = 7"), "utf-8")
    at("2026-02-05", "open", *WHO, "--limit", "3000", "--product", str(path))
    return str(path)


def test_the_check_tells_when_what_is_lost_and_what_stays(at, cool):
    data = at("2026-02-06", "close", "A2", "--check", "--json").data
    assert (data["can_close"], data["cooling_days"], data["closes_on"]) == (True, 7, "2026-02-13")
    assert (data["closing"], data["kept"]) == (None, ["records", "repayments", "corrections"])
    out = at("2026-02-06", "close", "A2", "--check").out
    assert "The line is closed on 2026-02-13; until then the customer can take it back" in out
    assert "all records: history, statement and explain go on answering" in out
    assert "立即销户" in at("2026-01-06", "close", "A1", "--check", "--lang", "zh").out


def test_a_closing_is_told_everywhere_until_it_takes_place(at, cool, head):
    answer = at("2026-02-06", "close", "A2", *DIGITS, "--json").data
    assert (answer["status"], answer["ends_on"], answer["verified"]) == (
        "closing",
        "2026-02-13",
        ["phone", "id_number"],
    )
    assert [loss["code"] for loss in answer["losses"]] == ["limit", "tier"]
    shown = at("2026-02-07", "show", "A2", "--json").data
    assert (shown["status"], shown["closed_on"]) == ("closing", None)
    assert shown["closing"] == {"event_id": "A2E2", "since_on": "2026-02-06", "ends_on": "2026-02-13"}
    assert (
        "注销申请\t2026-02-06 申请, 2026-02-13 前可撤销, 当日销户" in at("2026-02-07", "show", "A2", "--lang", "zh").out
    )
    assert at("2026-02-07", "list", "--status", "closing", "--json").data["count"] == 1
    assert "baitiao close A2 --withdraw" in at("2026-02-07", "charge", "A2", "10").err
    check = at("2026-02-07", "close", "A2", "--check", "--json").data
    assert (check["can_close"], check["closing"]["ends_on"]) == (True, "2026-02-13")
    told = "Closing asked for, to be closed on 2026-02-13; verified: Phone, ID number"
    assert told in at("2026-02-07", "history", "A2").out
    after = at("2026-02-13", "show", "A2", "--json").data
    assert (after["status"], after["closed_on"], after["closed_by"]) == ("closed", "2026-02-13", "customer")
    assert "2026-02-13\t\tClosed, the cooling period is over" in at("2026-02-13", "history", "A2").out
    assert at("2026-02-13", "list", "--status", "closed", "--json").data["count"] == 1
    head()


def test_the_customer_takes_it_back(at, cool, head):
    at("2026-02-06", "close", "A2", *DIGITS)
    answer = at("2026-02-12", "close", "A2", "--withdraw", "--reason", "stays", "--json").data
    assert (answer["status"], answer["withdrawn"], answer["losses"]) == ("open", True, [])
    assert "Closing withdrawn, stays" in at("2026-02-12", "history", "A2").out
    assert at("2026-02-20", "charge", "A2", "10").status == 0
    assert at("2026-02-20", "close", "A2", "--withdraw", "--json").error["code"] == "not-closing"
    for beside in (("--by", "operator"), ("--phone-digits", "5678"), ("--check",)):
        assert at("2026-02-20", "close", "A2", "--withdraw", *beside, "--json").error["code"] == "options-exclusive"
    head()


def test_the_end_of_day_run_names_the_closings_whose_days_are_over(at, cool):
    at("2026-02-06", "close", "A2", *DIGITS)
    at("2026-02-07", "repay", "A2", "5")
    assert at("2026-02-12", "accrue", "--json").data["closings"] == []
    told = at("2026-02-14", "accrue", "--dry-run", "--lang", "zh").out
    assert "A2\t2026-02-13\t正常\t溢缴款" in told
    at("2026-02-08", "payout", "A2")
    assert at("2026-02-14", "accrue", "--json").data["closings"] == [
        {"account_id": "A2", "ended_on": "2026-02-13", "blockers": []}
    ]
    assert at("2026-02-14", "accrue", "--json").data["closings"] == []


def test_what_is_left_then_lets_it_lapse_and_is_named(at, cool):
    at("2026-02-06", "close", "A2", *DIGITS)
    at("2026-02-07", "repay", "A2", "5")
    check = at("2026-02-07", "close", "A2", "--check", "--json").data
    assert [(one["code"], one["amount_fen"]) for one in check["blockers"]] == [("credit-balance", 500)]
    shown = at("2026-02-13", "show", "A2", "--json").data
    assert shown["status"] == "open"
    assert shown["lapsed_closing"] == {
        "event_id": "A2E2",
        "since_on": "2026-02-06",
        "ended_on": "2026-02-13",
        "blockers": ["credit-balance"],
    }
    assert "2026-02-06 申请, 2026-02-13 因未了事项失效: 溢缴款" in at("2026-02-13", "show", "A2", "--lang", "zh").out
    assert "Closing lapsed, in the way: Credit balance" in at("2026-02-13", "history", "A2").out
    assert at("2026-02-13", "charge", "A2", "10").status == 0


def test_the_person_opens_another_line_when_it_is_over(at, cool, head):
    at("2026-02-06", "close", "A2", *DIGITS)
    refused = at("2026-02-12", "open", *WHO, "--limit", "3000", "--json")
    assert refused.error["code"] == "person-has-closing-account"
    assert "2026-02-13" in refused.error["message"]
    assert at("2026-02-13", "open", *WHO, "--limit", "3000", "--json").data["account_id"] == "A3"
    assert [line["status"] for line in at("2026-02-13", "list", "--json").data["accounts"]][1:] == ["closed", "open"]
    head()


def test_the_operator_does_not_wait(at, cool):
    at("2026-02-06", "close", "A2", *DIGITS)
    answer = at("2026-02-07", "close", "A2", "--by", "operator", "--reason", "fraud", "--json").data
    assert (answer["status"], answer["ends_on"]) == ("closed", None)
    assert at("2026-02-07", "show", "A2", "--json").data["closed_on"] == "2026-02-07"


def test_a_batch_takes_it_back(at, cool, tmp_path):
    at("2026-02-06", "close", "A2", *DIGITS)
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"verb":"close","account":"A2","withdraw":true}\n', "utf-8")
    results = at("2026-02-07", "batch", str(lines), "--json").data["results"]
    assert results[0]["result"]["status"] == "open"


def test_a_product_tells_its_cooling_period(at, cool):
    assert "A closing can be taken back for (days)\t7" in at("2026-02-05", "product", cool).out
    assert "冷静期" not in at("2026-02-05", "product", "month", "--lang", "zh").out


@pytest.mark.parametrize(("reply", "status", "is_closed"), [("y\n", 0, True), ("n\n", 7, False), ("", 7, False)])
def test_on_a_terminal_the_effects_are_told_and_a_question_asked(at, monkeypatch, reply, status, is_closed):
    terminal = io.StringIO(reply)
    terminal.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", terminal)
    at("2026-02-05", "payoff", "A1", "--pay")
    result = at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234", "--json")
    assert result.status == status
    assert "the limit of 20,000.00 yuan" in result.err
    assert "Close A1? [y/N]" in result.err
    assert ("Nothing was done" in result.err) == (not is_closed)
    assert "--request-id" not in result.err
    assert (at("2026-02-05", "show", "A1", "--json").data["closed_on"] is not None) == is_closed


def test_yes_answers_before_it_is_asked_and_a_refusal_asks_nothing(at, monkeypatch):
    terminal = io.StringIO("")
    terminal.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", terminal)
    refused = at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234")
    assert (refused.status, "Close A1?" in refused.err) == (4, False)
    at("2026-02-05", "payoff", "A1", "--pay")
    done = at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234", "--yes")
    assert (done.status, done.err) == (0, "")
