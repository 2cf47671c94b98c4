"""`ticket`, `ticket-answer`, `tickets`: what customers ask for is answered in time, and what is late stands first."""

from __future__ import annotations

import pytest

from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.desk.service.tickets import ServiceRules
from baitiao_cli.errors import BaitiaoError

DAY = "2026-02-10"


@pytest.fixture
def ticket(at):
    """Records a request of A1: `ticket("complaint")`; its answer as JSON."""
    return lambda about, *more, on=DAY: at(
        on, "ticket", "A1", "--about", about, "--text", "fees were not told", *more, "--json"
    )


@pytest.mark.parametrize(
    ("about", "by_on"),
    [
        ("complaint", "2026-02-25"), ("personal-data", "2026-02-25"), ("question", "2026-02-13"),
        ("dispute", "2026-02-17"), ("other", "2026-02-17"),
    ],
)  # fmt: skip
def test_each_kind_has_its_days(at, ticket, about, by_on) -> None:
    made = ticket(about).data
    assert (made["ticket_id"], made["answer_by_on"], made["answered_on"]) == ("D1", by_on, None)
    assert f"ticket-due\t{about}\t" in at(DAY, "explain", "D1").out


def test_the_last_day_is_in_time_and_the_next_is_late(at, ticket) -> None:
    ticket("complaint")
    days = [at(day, "tickets", "--json").data["tickets"][0]["days_left"] for day in ("2026-02-25", "2026-02-26")]
    assert days == [0, -1]
    assert [at(day, "tickets", "--json").data["late_count"] for day in ("2026-02-25", "2026-02-26")] == [0, 1]
    assert "1 day late" in at("2026-02-26", "tickets").out


def test_late_ones_stand_first_and_answered_ones_are_gone(at, ticket, head) -> None:
    ticket("complaint")  # D1, by 02-25
    ticket("question")  # D2, by 02-13
    ticket("question", on="2026-02-11")  # D3, by 02-14
    listed = at("2026-02-14", "tickets", "--json").data
    assert [(one["ticket_id"], one["days_left"]) for one in listed["tickets"]] == [("D2", -1), ("D3", 0), ("D1", 11)]
    answered = at("2026-02-15", "ticket-answer", "d2", "they stand in the plan", "--json").data
    assert (answered["answered_on"], answered["days_left"], answered["answer"]) == (
        "2026-02-15", -2, "they stand in the plan",
    )  # fmt: skip
    assert [one["ticket_id"] for one in at("2026-02-15", "tickets", "A1", "--json").data["tickets"]] == ["D3", "D1"]
    with_answered = at("2026-02-20", "tickets", "--answered", "--json").data
    assert [(one["ticket_id"], one["days_left"]) for one in with_answered["tickets"]] == [
        ("D3", -6), ("D1", 5), ("D2", -2),
    ]  # fmt: skip
    assert with_answered["late_count"] == 1
    assert at("2026-02-20", "tickets", "--as-of", "2026-02-14", "--json").data["count"] == 3
    assert "投诉" in at("2026-02-20", "tickets", "--lang", "zh").out
    assert "they stand in the plan" in at("2026-02-20", "explain", "D4").out
    head()


def test_what_cannot_be_is_refused(at, ticket) -> None:
    ticket("question")
    at(DAY, "promise", "A1", "1", "--by", DAY)
    answer = ("ticket-answer", "D1", "done")
    assert at(DAY, *answer, "--on", "2026-02-09", "--json").error["code"] == "ticket-later"
    assert at(DAY, *answer, "--on", "2026-02-11", "--json").error["code"] == "date-in-future"
    assert at(DAY, "ticket-answer", "D2", "done", "--json").error["code"] == "ticket-unknown"
    assert at(DAY, "ticket-answer", "D9", "done", "--json").error["code"] == "desk-record-unknown"
    assert at(DAY, *answer).status == 0
    assert at(DAY, *answer, "--json").error["code"] == "ticket-answered"
    assert at(DAY, "ticket", "A1", "--about", "other", "--text", "call 13800001234", "--json").error["code"] == (
        "text-personal"
    )
    assert "No service request waits" in at(DAY, "tickets").out


def test_a_retry_is_recorded_once_and_a_dry_run_not_at_all(at, ticket, head) -> None:
    first, again = (ticket("other", "--request-id", "t1").data for _ in range(2))
    assert first == again
    before = head()
    assert at(DAY, "ticket-answer", "D1", "done", "--dry-run").status == 0
    assert head() == before
    assert at(DAY, "tickets", "--json").data["count"] == 1


def test_a_kind_without_days_is_refused_with_its_place(tmp_path) -> None:
    (tmp_path / "mine.toml").write_text(shipped("service").read_text("utf-8").replace("question = 3\n", ""), "utf-8")
    with pytest.raises(BaitiaoError, match=r"answer_days\.question"):
        read_rules(tmp_path / "mine.toml", ServiceRules)
