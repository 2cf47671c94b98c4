"""`remind` and `prefer`: who is due, once per due date, into an outbox that its owner alone can read."""

from __future__ import annotations

import csv
import io
import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from baitiao_cli.desk.rule_files import shipped

TODAY = "2026-06-30"  # the last day of the generated portfolio, through which it is settled

OUTBOX = Path("outbox")


def in_outbox() -> list[str]:
    return sorted(file.name for file in OUTBOX.iterdir())


@pytest.fixture
def desk(run, portfolio, tmp_path, monkeypatch):
    """Runs a command on a copy of the generated portfolio: `desk("remind", ...)`; in a folder of its own."""
    shutil.copyfile(portfolio, tmp_path / "ledger.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAITIAO_LEDGER", "ledger.db")
    return lambda *arguments, today=TODAY: run(*arguments, "--today", today)


def due_by_sql(last_on: str) -> list[tuple[str, str, int]]:
    """Who is due through a day and how much, by the ledger's own views; none who is late, lost or closed."""
    sql = """SELECT account_id, next_due_on, next_due_fen FROM accounts
        WHERE next_due_on BETWEEN ? AND ? AND oldest_unpaid_due_on IS NULL
        AND status NOT IN ('closed', 'charged-off', 'written-off') ORDER BY number"""
    with sqlite3.connect("ledger.db") as connection:
        return connection.execute(sql, (TODAY, last_on)).fetchall()


@pytest.mark.parametrize(("days", "last_on"), [(3, "2026-07-03"), (0, TODAY), (12, "2026-07-12")])
def test_those_who_are_due_are_reminded(desk, days, last_on) -> None:
    text = shipped("reminders").read_text("utf-8").replace("days_before = 3", f"days_before = {days}")
    Path("mine.toml").write_text(text, "utf-8")
    data = desk("remind", "--dry-run", "--rules", "mine.toml", "--json").data
    first_of_each: dict[str, tuple[str, str, int]] = {}
    for one in data["reminders"]:
        first_of_each.setdefault(one["account_id"], (one["account_id"], one["due_on"], one["amount_fen"]))
    expected = due_by_sql(last_on)
    assert list(first_of_each.values()) == expected
    assert expected or not days
    assert data["total_fen"] == sum(one["amount_fen"] for one in data["reminders"])


def test_a_due_date_is_told_once_and_the_outbox_is_private(desk) -> None:
    expected = due_by_sql("2026-07-03")
    assert desk("remind", "--out", "outbox").status == 0
    files = in_outbox()
    numbers = range(1, len(expected) + 1)
    names = [f"D{n}-{due[0]}" for n, due in zip(numbers, expected, strict=True)]
    listed = f"reminders-D1-D{len(expected)}.csv"
    assert files == sorted([*(f"{name}.{end}" for name in names for end in ("txt", "ics")), listed])
    assert {stat.S_IMODE((OUTBOX / name).stat().st_mode) for name in files} == {0o600}
    assert stat.S_IMODE(OUTBOX.stat().st_mode) == 0o700
    rows = list(csv.DictReader(io.StringIO((OUTBOX / listed).read_text("utf-8"))))
    assert [(row["account_id"], row["due_on"], int(row["amount_fen"])) for row in rows] == expected
    assert {row["state"] for row in rows} == {"not-sent"}
    again = desk("remind", "--out", "outbox")
    assert (again.status, in_outbox()) == (0, files)
    assert "No due date from 2026-06-30 to 2026-07-03 is left to be told." in again.out


def test_people_are_masked_in_every_file(desk) -> None:
    desk("remind", "--out", "outbox")
    text = "".join(file.read_text("utf-8") for file in OUTBOX.iterdir())
    assert "****" in text
    for account_id, *_ in due_by_sql("2026-07-03"):
        person = desk("privacy", "export", account_id, "--reason", "test", "--json").data["person"]
        assert person["name"] not in text
        assert person["phone"] not in text


def test_a_file_that_is_there_stays_and_nothing_is_kept(desk) -> None:
    name = f"D1-{due_by_sql('2026-07-03')[0][0]}.txt"
    OUTBOX.mkdir()
    (OUTBOX / name).write_text("mine", "utf-8")
    refused = desk("remind", "--out", "outbox", "--json")
    assert (refused.status, refused.error["code"]) == (2, "file-exists")
    assert in_outbox() == [name]
    assert desk("explain", "D1").status == 3
    assert desk("remind", "--out", "outbox", "--force").status == 0
    assert (OUTBOX / name).read_text("utf-8").startswith("State: not sent")


def test_what_the_customer_prefers_counts_for_the_next_reminder(desk) -> None:
    account_id, _, amount_fen = due_by_sql("2026-07-03")[0]
    desk("prefer", account_id, "--channel", "letter", "--quiet", "20:00-10:30")
    said = desk("prefer", account_id, "--language", "en", "--json").data
    assert (said["channel"], said["language"], said["quiet_from"], said["quiet_until"]) == (
        "letter", "en", "20:00", "10:30",
    )  # fmt: skip
    first = desk("remind", "--out", "outbox", "--json").data["reminders"][0]
    assert (first["account_id"], first["channel"], first["send_at"]) == (account_id, "letter", "10:30")
    text = (OUTBOX / f"{first['record_id']}-{account_id}.txt").read_text("utf-8")
    assert "By: letter, not before 2026-06-30 10:30" in text
    assert f"{amount_fen // 100:,}.{amount_fen % 100:02} yuan of your account {account_id}-" in text
    told = desk("explain", first["record_id"]).out
    assert "reminder-quiet-hours\t10:00\t20:00-10:30\t10:30" in told
    usual = desk("prefer", account_id, "--quiet", "none", "--json").data
    assert (usual["quiet_from"], usual["channel"]) == ("", "letter")


def test_a_wish_counts_from_its_day_on(desk) -> None:
    account_id = due_by_sql("2026-07-03")[0][0]
    desk("prefer", account_id, "--channel", "app", "--on", "2026-06-30")
    desk("prefer", account_id, "--channel", "letter", "--on", "2026-06-01")  # recorded later, for an earlier day
    assert desk("remind", "--dry-run", "--json").data["reminders"][0]["channel"] == "app"


def test_a_retry_writes_no_second_file_and_a_dry_run_none(desk) -> None:
    assert desk("remind", "--dry-run", "--out", "outbox").status == 0
    assert not OUTBOX.exists()
    first, again = (desk("remind", "--out", "outbox", "--request-id", "r1", "--json") for _ in range(2))
    assert (first.status, first.data) == (0, again.data)
    assert desk("check", "--json").data["findings"] == []


def test_who_is_late_is_not_reminded(at) -> None:
    # The bill of the story is due on 2026-02-12, and nothing of it is paid.
    amount_fen = at("2026-02-09", "show", "A1", "--json").data["next_due_fen"]
    told = [at(day, "remind", "--dry-run", "--json").data["reminders"] for day in ("2026-02-08", "2026-02-09")]
    assert [[(one["due_on"], one["amount_fen"]) for one in each] for each in told] == [
        [], [("2026-02-12", amount_fen)],
    ]  # fmt: skip
    assert len(at("2026-02-12", "remind", "--dry-run", "--json").data["reminders"]) == 1
    assert at("2026-03-10", "remind", "--dry-run", "--json").data["reminders"] == []


@pytest.mark.parametrize("text", ["21-9", "21:00", "21:00-21:00", "21:00-24:00", "a-b"])
def test_hours_that_are_none_are_refused(at, text) -> None:
    assert at("2026-02-09", "prefer", "A1", "--quiet", text, "--json").error["code"] == "hours-malformed"
