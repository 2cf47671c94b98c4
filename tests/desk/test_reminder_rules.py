"""When a reminder may be sent, worked by hand; the calendar's form; and the file of the rules."""

from __future__ import annotations

import re
from datetime import date

import pytest

from baitiao_cli.desk.collection.reminders import ReminderRules, Wishes, send_time, wishes_of
from baitiao_cli.desk.facts import PreferencesStated
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.desk.calendar import calendar_event

RULES = read_rules(shipped("reminders"), ReminderRules)


@pytest.mark.parametrize(
    ("quiet", "sent"),
    [
        (("21:00", "09:00"), "10:00"),
        (("21:00", "10:00"), "10:00"),  # the first minute that is not quiet
        (("21:00", "10:01"), "10:01"),
        (("10:00", "18:30"), "18:30"),
        (("10:01", "18:30"), "10:00"),
    ],
)
def test_what_falls_into_quiet_hours_waits_for_their_end(quiet, sent) -> None:
    assert send_time("10:00", Wishes("text", "zh", *quiet)) == sent


def test_what_the_customer_did_not_say_is_as_usual() -> None:
    assert wishes_of(RULES, None) == ("text", "zh", "21:00", "09:00")
    assert wishes_of(RULES, PreferencesStated(language="en")) == ("text", "en", "21:00", "09:00")
    own = PreferencesStated(channel="app", quiet_from="12:00", quiet_until="14:00")
    assert wishes_of(RULES, own) == ("app", "zh", "12:00", "14:00")


def test_quiet_hours_that_never_end_are_refused(tmp_path) -> None:
    text = shipped("reminders").read_text("utf-8").replace('quiet_until = "09:00"', 'quiet_until = "21:00"')
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    with pytest.raises(BaitiaoError, match="quiet_until"):
        read_rules(tmp_path / "mine.toml", ReminderRules)


def test_a_calendar_is_as_the_standard_says() -> None:
    made = calendar_event(
        "D1-A1@baitiao", "2026-07-09T02:03:04.500000Z", date(2026, 7, 12), "a,b;c\\d", f"{'到期' * 40}\nend"
    )
    assert made.endswith("END:VCALENDAR\r\n")
    lines = made.split("\r\n")
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in lines)
    unfolded = re.sub("\r\n ", "", made).split("\r\n")
    assert "SUMMARY:a\\,b\\;c\\\\d" in unfolded
    assert f"DESCRIPTION:{'到期' * 40}\\nend" in unfolded
    assert "DTSTAMP:20260709T020304Z" in unfolded
    assert "DTSTART;VALUE=DATE:20260712" in unfolded
