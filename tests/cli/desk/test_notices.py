"""`notify`: what limits the desk set are told, to whom, once each, into the same outbox as reminders.

The story's A1 of tier B has 20,000.00; its customer is the person P1.
"""

from __future__ import annotations

import csv
import io
import shutil
import sqlite3
from pathlib import Path

import pytest

OUTBOX = Path("outbox")


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def set_limit(at, today: str, factor: str, *more: str) -> None:
    at(today, "consent", "A1", "credit-check", "given")  # a raise needs it
    at(today, "limits", "review", "--tier", "B", "--times", factor, *more)
    assert at(today, "limits", "apply", "--all", "--json").data["applied"]


def told(at, today: str, *more: str) -> list[tuple[str, str, int, int]]:
    notices = at(today, "notify", "--out", "outbox", "--json", *more).data["notices"]
    return [(one["about"], one["from_on"], one["before_fen"], one["limit_fen"]) for one in notices]


def test_a_cut_is_told_once_in_the_language_of_the_customer(at, head) -> None:
    set_limit(at, "2026-02-10", "0.8")
    assert told(at, "2026-02-10", "--dry-run") == told(at, "2026-02-10", "--dry-run")
    assert not OUTBOX.exists()
    at("2026-02-10", "prefer", "A1", "--language", "en", "--channel", "letter", "--quiet", "20:00-10:30")
    assert told(at, "2026-02-11") == [("limit-cut", "2026-02-10", 2_000_000, 1_600_000)]
    text = next(OUTBOX.glob("*.txt")).read_text("utf-8")
    assert "State: not sent" in text
    assert "By: letter, not before 2026-02-11 10:30" in text
    assert "From 2026-02-10 on your credit limit is 16,000.00 yuan instead of 20,000.00 yuan." in text
    assert "offers" not in text
    assert "李雷" not in text
    assert told(at, "2026-02-12") == []
    record_id = next(OUTBOX.glob("*.txt")).name.split("-")[0]
    explained = at("2026-02-12", "explain", record_id).out
    assert "notice-limit-cut\t20,000.00" in explained
    assert "reminder-quiet-hours\t10:00\t20:00-10:30\t10:30" in explained
    assert head()


def test_a_raise_is_an_offer_that_nobody_is_told_who_wants_none(at) -> None:
    set_limit(at, "2026-02-10", "1.1")
    at("2026-02-10", "consent", "A1", "offers", "withdrawn")
    answer = at("2026-02-10", "notify", "--dry-run", "--json").data
    assert (answer["notices"], [one["about"] for one in answer["not_told"]]) == ([], ["limit-raised"])
    assert "Not told, for the customer wants no offers" in at("2026-02-10", "notify", "--dry-run").out
    # Who says nothing, or yes again, is told, and how to opt out.
    at("2026-02-12", "consent", "A1", "offers", "given")
    assert told(at, "2026-02-11") == []
    assert told(at, "2026-02-12") == [("limit-raised", "2026-02-10", 2_000_000, 2_200_000)]
    assert "元)。如您不愿接收优惠信息" in next(OUTBOX.glob("*.txt")).read_text("utf-8")


def test_a_cut_is_told_also_to_who_wants_no_offers(at) -> None:
    at("2026-02-10", "consent", "A1", "offers", "withdrawn")
    set_limit(at, "2026-02-10", "0.8")
    assert [one[0] for one in told(at, "2026-02-10")] == ["limit-cut"]


def test_what_is_no_limit_any_more_is_not_told(at) -> None:
    set_limit(at, "2026-02-10", "1.1")
    set_limit(at, "2026-02-11", "0.8")
    # 20,000.00 became 22,000.00, and those 17,600.00.
    assert told(at, "2026-02-11", "--dry-run") == [("limit-cut", "2026-02-11", 2_200_000, 1_760_000)]
    reversed_id = at("2026-02-11", "history", "A1", "--json").data["lines"][-1]["event_id"]
    at("2026-02-11", "reverse", reversed_id)
    assert told(at, "2026-02-11", "--dry-run") == [("limit-raised", "2026-02-10", 2_000_000, 2_200_000)]
    at("2026-02-11", "limit", "A1", "9000")
    assert told(at, "2026-02-11") == []


def test_a_season_is_told_when_it_begins_and_when_it_is_over(at) -> None:
    set_limit(at, "2026-02-10", "1.2", "--until", "2026-02-20")
    assert told(at, "2026-02-20", "--dry-run") == [("season-begun", "2026-02-10", 2_000_000, 2_400_000)]
    assert told(at, "2026-02-21", "--dry-run") == [("season-ended", "2026-02-21", 2_400_000, 2_000_000)]
    assert told(at, "2026-02-10") == [("season-begun", "2026-02-10", 2_000_000, 2_400_000)]
    assert told(at, "2026-02-20") == []
    at("2026-02-20", "consent", "A1", "offers", "withdrawn")
    at("2026-02-20", "limit", "A1", "23000")
    assert told(at, "2026-02-21", "--dry-run") == [("season-ended", "2026-02-21", 2_400_000, 2_300_000)]
    at("2026-02-21", "limit", "A1", "24000")
    assert told(at, "2026-02-21") == []


def test_a_season_that_was_ended_by_hand_is_no_news(at) -> None:
    set_limit(at, "2026-02-10", "1.2", "--until", "2026-02-20")
    assert at("2026-02-11", "limit", "A1", "--end").status == 0
    assert told(at, "2026-02-11") == told(at, "2026-02-21") == []


def test_nothing_is_kept_that_could_not_be_written(at) -> None:
    set_limit(at, "2026-02-10", "0.8")
    OUTBOX.write_text("a file", "utf-8")
    assert at("2026-02-10", "notify", "--out", "outbox", "--json").error["code"] == "file-unwritable"
    assert at("2026-02-10", "notify", "--json").error["code"] == "outbox-needed"
    assert at("2026-02-10", "notify", "--dry-run", "--on", "2026-02-11", "--json").error["code"] == "date-in-future"
    OUTBOX.unlink()
    assert len(told(at, "2026-02-10", "--request-id", "r1")) == 1
    files = sorted(OUTBOX.iterdir())
    assert len(told(at, "2026-02-10", "--request-id", "r1")) == 1
    assert sorted(OUTBOX.iterdir()) == files


def test_a_portfolio_is_told_what_sql_finds(run, portfolio, tmp_path) -> None:
    shutil.copyfile(portfolio, tmp_path / "all.db")
    at = (*("--ledger", "all.db"), *("--today", "2026-06-30"), "--json")
    unwilling = [f"A{number}" for number in range(1, 81, 3)]
    for account_id in unwilling:
        run("consent", account_id, "offers", "withdrawn", *at)
    for number in range(1, 81):
        run("consent", f"A{number}", "credit-check", "given", *at)
    with sqlite3.connect("all.db") as connection:
        before = dict(connection.execute("SELECT account_id, limit_fen FROM accounts WHERE closed_on IS NULL"))
    for tier, factor in (("B", "1.2"), ("C", "0.8")):
        run("limits", "review", "--tier", tier, "--times", factor, *at)
    run("limits", "apply", "--all", *at)
    with sqlite3.connect("all.db") as connection:
        after = dict(connection.execute("SELECT account_id, limit_fen FROM accounts WHERE closed_on IS NULL"))
        people = dict(connection.execute("SELECT account_id, person_id FROM accounts"))
    no_offers = {people[account_id] for account_id in unwilling}
    changed = {account_id for account_id in before if before[account_id] != after[account_id]}
    cut = {account_id for account_id in changed if after[account_id] < before[account_id]}
    expected = {account_id for account_id in changed if account_id in cut or people[account_id] not in no_offers}
    assert cut & {account_id for account_id in before if people[account_id] in no_offers}
    answer = run("notify", "--out", "outbox", *at).data
    assert {(one["account_id"], one["before_fen"], one["limit_fen"]) for one in answer["notices"]} == {
        (account_id, before[account_id], after[account_id]) for account_id in expected
    }
    assert {one["account_id"] for one in answer["not_told"]} == changed - expected
    assert {one["account_id"] for one in answer["not_told"]}
    listed = next(OUTBOX.glob("notices-*.csv")).read_text("utf-8")
    assert {row["account_id"] for row in csv.DictReader(io.StringIO(listed))} == expected
    assert run("notify", "--out", "outbox", *at).data["notices"] == []
    assert run("check", *at).data["findings"] == []
