"""`hardship` and `decide-hardship`: relief that is asked for, its deadline, and what every view tells of it."""

from __future__ import annotations

import pytest


def test_a_case_from_the_request_to_the_decision(at, head):
    figures = at("2026-02-20", "show", "A1", "--json").data
    asked = at("2026-02-20", "hardship", "A1", "--reason", "in hospital", "--until", "2026-06-30", "--json").data
    # Overdue since the 12th: 535.90 and the minimum, 40.00, of the bill, with what eight late nights cost.
    assert (asked["decide_by_on"], asked["days_past_due"], asked["until_on"]) == ("2026-03-07", 8, "2026-06-30")
    shown = at("2026-02-25", "show", "A1", "--json").data
    assert shown["hardship"] | {"event_id": ""} == {
        "event_id": "",
        "since_on": "2026-02-20",
        "reason": "in hospital",
        "until_on": "2026-06-30",
        "decide_by_on": "2026-03-07",
        "days_left": 10,
    }
    now = at("2026-02-20", "show", "A1", "--json").data
    assert now | {"hardship": None} == figures  # no figure changes
    data = at("2026-03-10", "decide-hardship", "A1", "--grant", "--reason", "papers seen", "--json").data
    assert (data["requested_by"], data["decision"], data["days_late"]) == (asked["event_id"], "granted", 3)
    assert at("2026-03-10", "show", "A1", "--json").data["hardship"] is None
    head()


def test_for_people_in_both_languages(at):
    out = at("2026-02-20", "hardship", "A1", "--reason", "in hospital").out
    assert "Until it is decided, by 2026-03-07, nothing is to be collected; interest and charges run on." in out
    assert "baitiao decide-hardship A1 --grant --reason TEXT" in out
    shown = at("2026-02-25", "show", "A1").out
    assert "asked for on 2026-02-20: in hospital; to be decided by 2026-03-07, 10 days left" in shown
    assert "it was to be decided by 2026-03-07, 3 days ago" in at("2026-03-10", "show", "A1").out
    assert "须于 2026-03-07 前答复, 还剩 10 天" in at("2026-02-25", "show", "A1", "--lang", "zh").out
    assert "A hardship case of account A1" not in shown
    decided = at("2026-02-25", "decide-hardship", "A1", "--grant", "--reason", "papers seen").out
    assert "To give relief: baitiao extend, restructure or pause PLAN; for purchases on bills: baitiao " in decided
    assert "baitiao restructure A1; baitiao waive A1 AMOUNT --reason TEXT" in decided
    history = at("2026-02-25", "history", "A1").out
    assert "Relief asked for, to be decided by 2026-03-07; in hospital" in history
    assert "Hardship decided, granted; papers seen" in history


def test_an_open_case_stands_in_the_way_of_closing(at):
    at("2026-02-20", "hardship", "A1", "--reason", "in hospital")
    at("2026-02-20", "payoff", "A1", "--pay")
    assert at("2026-02-20", "close", "A1", "--json").error["code"] == "close-blocked-hardship"
    check = at("2026-02-20", "close", "A1", "--check", "--json").data
    cure = next(blocker["cure"] for blocker in check["blockers"] if blocker["code"] == "hardship")
    assert cure == "baitiao decide-hardship A1 --withdraw --reason TEXT"
    at("2026-02-20", "decide-hardship", "A1", "--withdraw", "--reason", "paid")
    assert at("2026-02-20", "close", "A1", "--by", "operator", "--reason", "x", "--json").status == 0


def test_a_request_whose_decision_stands_cannot_be_reversed(at, head):
    asked = at("2026-02-20", "hardship", "A1", "--reason", "x", "--json").data["event_id"]
    decided = at("2026-02-20", "decide-hardship", "A1", "--refuse", "--reason", "y", "--json").data["event_id"]
    assert at("2026-02-20", "reverse", asked, "--json").error["code"] == "breaks-later-event"
    at("2026-02-20", "reverse", decided)
    assert at("2026-02-20", "show", "A1", "--json").data["hardship"]["event_id"] == asked
    at("2026-02-20", "reverse", asked)
    assert at("2026-02-20", "show", "A1", "--json").data["hardship"] is None
    head()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["hardship", "A1", "--reason", "x", "--until", "2026-02-20"], "hardship-until-past"),
        (["decide-hardship", "A1", "--grant", "--reason", "x"], "no-hardship-case"),
        (["decide-hardship", "A1", "--reason", "x"], "decision-needed"),
        (["decide-hardship", "A1", "--grant", "--refuse", "--reason", "x"], "options-exclusive"),
    ],
)
def test_what_is_refused(at, head, arguments, code):
    before = head()
    assert at("2026-02-20", *arguments, "--json").error["code"] == code
    assert head() == before


def test_who_owes_nothing_needs_no_relief(at):
    at("2026-02-20", "payoff", "A1", "--pay")
    assert at("2026-02-20", "hardship", "A1", "--reason", "x", "--json").error["code"] == "nothing-owed"


def test_in_a_batch(at, head, tmp_path):
    lines = "verb,account,reason,until,request-id\nhardship,A1,illness,2026-06-30,r1\n"
    (tmp_path / "lines.csv").write_text(lines, "utf-8")
    first = at("2026-02-20", "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    after = head()
    again = at("2026-02-20", "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    assert [line["result"] for line in again] == [line["result"] for line in first]
    assert head() == after
