"""`contact` and `contacts`: what was done is recorded, and what collection must not do is refused or marked.

In the story A1 has a bill of 3 February, due on the 12th, of which nothing is paid: past due from the 13th on.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from baitiao_cli.cli import request

DAY = "2026-02-20"


@pytest.fixture
def contact(at):
    """Records a contact of A1, a call about collection at noon that reached, with what is given otherwise."""

    def record(*more: str, time: str = "12:00", on: str = DAY, outcome: str = "reached", account: str = "A1"):
        told = ("--at", time, "--outcome", outcome)
        return at(on, "contact", account, "--channel", "call", "--about", "collection", *told, *more)

    return record


@pytest.mark.parametrize(("time", "status"), [("07:59", 4), ("08:00", 0), ("21:59", 0), ("22:00", 4)])
def test_the_hours_are_kept_to_the_minute(contact, time, status) -> None:
    result = contact("--json", time=time)
    assert result.status == status
    if status:
        assert result.error["code"] == "contact-against-rules"
        assert f"{time} is outside 08:00-22:00" in result.error["message"]


def test_the_fourth_answered_call_of_a_day_is_refused_and_the_next_day_is_new(contact) -> None:
    assert [contact("--json").data["calls_that_day"] for _ in range(3)] == [1, 2, 3]
    refused = contact("--json", outcome="not-reached")
    assert refused.error["code"] == "contact-against-rules"
    assert "call 4 of the day, and 3 are the most" in refused.error["message"]
    assert contact("--json", on="2026-02-21").data["calls_that_day"] == 1


def test_calls_that_nobody_answered_do_not_count(contact) -> None:
    for _ in range(5):
        assert contact("--json", outcome="not-reached").data["calls_that_day"] == 0
    assert contact("--json").data["calls_that_day"] == 1


def test_what_took_place_against_the_rules_is_kept_and_marked(at, contact, head) -> None:
    before = head()
    assert contact(time="22:30").status == 4
    assert head() == before
    made = contact("--record-anyway", "--json", time="22:30").data
    assert (made["record_id"], made["decision_id"]) == ("D1", "D2")
    (line,) = at(DAY, "contacts", "A1", "--json").data["contacts"]
    assert line["against"] == ["collection-hours"]
    told = at(DAY, "explain", "D2").out
    assert "collection-hours\t22:30\t08:00-22:00" in told
    assert "before 22:00 (contact.toml; GB/T 45251-2025)" in told
    assert contact("--record-anyway", "--json").data["decision_id"] == ""  # at noon there is nothing to mark


def test_nobody_collects_while_relief_is_asked_for(at, contact) -> None:
    at(DAY, "hardship", "A1", "--reason", "illness")
    refused = contact("--json")
    assert "relief asked for on 2026-02-20 is not decided yet" in refused.error["message"]
    talk = ("--channel", "call", "--about", "service", "--at", "12:00", "--outcome", "reached")
    assert at(DAY, "contact", "A1", *talk).status == 0
    assert contact(on="2026-02-28").status == 4
    at("2026-03-01", "decide-hardship", "A1", "--refuse", "--reason", "income as before")
    assert contact(on="2026-03-01").status == 0


def test_a_reminder_of_what_is_late_is_collection(at) -> None:
    reminder = ("contact", "A1", "--channel", "text", "--about", "reminder", "--at", "22:00", "--outcome", "left-word")
    assert at("2026-02-12", *reminder).status == 0  # the due date itself
    assert at("2026-02-13", *reminder).status == 4


def test_calls_count_by_person_whatever_the_account(at, contact, ledger) -> None:
    number = "00000019490103002X"
    opened = at("2026-02-20", "open", "--name", "王芳", "--limit", "500", "--id-number", number, "--json").data
    account_id = opened["account_id"]
    for _ in range(3):
        assert contact(account=account_id).status == 0
    at("2026-02-20", "close", account_id, "--by", "operator", "--reason", "x")
    again = at("2026-02-20", "open", "--name", "王芳", "--limit", "500", "--id-number", number, "--json").data
    assert again["person_id"] == opened["person_id"]
    assert contact(account=again["account_id"]).status == 4


def test_they_are_listed_by_day_and_time_and_through_a_day(at, contact) -> None:
    contact(time="15:00")
    contact("--note", "will call back", time="09:30", outcome="left-word")
    contact(on="2026-02-21")
    lines = at("2026-02-21", "contacts", "--json").data["contacts"]
    assert [(line["effective_on"], line["at"]) for line in lines] == [
        ("2026-02-20", "09:30"), ("2026-02-20", "15:00"), ("2026-02-21", "12:00"),
    ]  # fmt: skip
    shown = at("2026-02-21", "contacts", "A1", "--as-of", "2026-02-20").out
    assert shown.splitlines()[2:4] == [
        "D2\t2026-02-20\t09:30\tcall\tcollection\tleft word\twill call back",
        "D1\t2026-02-20\t15:00\tcall\tcollection\treached\t",
    ]
    assert "电话" in at("2026-02-21", "contacts", "--lang", "zh").out
    assert "Nobody was contacted" in at("2026-02-12", "contacts").out


def test_a_retry_is_recorded_once(at, contact) -> None:
    first, again = (contact("--request-id", "c1", "--json").data for _ in range(2))
    assert first == again
    assert at(DAY, "contacts", "--json").data["count"] == 1
    assert contact("--request-id", "c1", "--json", time="13:00").error["code"] == "request-id-reused"


def test_a_dry_run_keeps_nothing_and_no_figure_ever_changes(at, contact, head) -> None:
    figures = at(DAY, "show", "A1", "--json").data
    before = head()
    assert contact("--dry-run").status == 0
    assert head() == before
    contact()
    assert at(DAY, "show", "A1", "--json").data == figures


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--at", "24:00"), "time-malformed"),
        (("--at", "9:30"), "time-malformed"),
        (("--at", "09:60"), "time-malformed"),
        (("--channel", "fax"), "choice-unknown"),
        (("--note", "call 13800001234"), "text-personal"),
        (("--on", "2026-02-21"), "date-in-future"),
        (("--rules", "/nowhere/mine.toml"), "rules-unreadable"),
    ],
)
def test_what_cannot_be_is_refused(contact, more, code) -> None:
    assert contact(*more, "--json").error["code"] == code


def test_rules_of_ones_own_are_kept_with_the_decision(at, contact, tmp_path) -> None:
    mine = tmp_path / "mine.toml"
    hours = 'rules_version = 7\nfrom_time = "09:00"\nuntil_time = "20:00"\nmost_calls_a_day = 1\n'
    mine.write_text(f"{hours}rests_in_hardship = true\n", "utf-8")
    assert contact("--rules", str(mine), time="20:00").status == 4
    made = contact("--rules", str(mine), "--record-anyway", "--json", time="20:00").data
    decided = at(DAY, "explain", made["decision_id"], "--json").data
    assert (decided["rules"], decided["rules_version"]) == ("mine", 7)
    assert contact("--json", time="20:00").data["against"] == []  # by the rules that come with the program


def test_a_time_of_today_that_has_not_come_is_refused_where_the_clock_is_of_that_day(at, monkeypatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 2, 20, 4, 30, 5, tzinfo=tz)  # 12:30 in Shanghai

    monkeypatch.setattr(request, "datetime", Clock)
    told = ("contact", "A1", "--channel", "call", "--about", "service", "--outcome", "reached", "--json", "--at")
    assert at(DAY, *told, "12:31").error["code"] == "time-to-come"
    assert at(DAY, *told, "12:30").status == 0
    assert at(DAY, *told, "21:00", "--on", "2026-02-19").status == 0  # yesterday
    assert at("2026-02-21", *told, "21:00").status == 0  # a day that --today names: its hours are nobody's
