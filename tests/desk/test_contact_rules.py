"""The rules of contacts, worked by hand at the ends of their ranges; and their file."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.desk.collection.contacts import ContactRules, calls_spoken, contact_breaches
from baitiao_cli.desk.facts import ContactMade
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.errors import BaitiaoError

RULES = read_rules(shipped("contact"), ContactRules)


def a_contact(at: str = "12:00", channel: str = "call", about: str = "collection", outcome: str = "reached"):
    return ContactMade(at=at, channel=channel, about=about, outcome=outcome)


def broken(contact, days=10, before=0, hardship=None) -> list[str]:
    fired = contact_breaches(RULES, contact, days_past_due=days, calls_before=before, hardship_since_on=hardship)
    return [one.rule for one in fired]


@pytest.mark.parametrize(
    ("at", "is_allowed"),
    [("00:00", False), ("07:59", False), ("08:00", True), ("21:59", True), ("22:00", False), ("23:59", False)],
)
@pytest.mark.parametrize("channel", ["call", "text", "letter", "visit", "app"])
def test_hours_hold_for_every_channel(at, is_allowed, channel) -> None:
    assert broken(a_contact(at, channel)) == ([] if is_allowed else ["collection-hours"])


def test_the_fourth_answered_call_is_one_too_many_and_so_is_one_that_nobody_answers() -> None:
    assert broken(a_contact(), before=2) == []
    assert broken(a_contact(), before=3) == ["collection-calls"]
    assert broken(a_contact(outcome="not-reached"), before=3) == ["collection-calls"]
    assert broken(a_contact(channel="text"), before=3) == []


def test_only_answered_calls_to_collect_or_remind_count() -> None:
    outcomes = ("reached", "refused", "not-reached", "left-word")
    assert [calls_spoken([a_contact(outcome=outcome)]) for outcome in outcomes] == [1, 1, 0, 0]
    abouts = ("collection", "reminder", "notice", "service")
    assert [calls_spoken([a_contact(about=about)]) for about in abouts] == [1, 1, 0, 0]
    assert calls_spoken([a_contact(channel="text"), a_contact(), a_contact()]) == 2


def test_a_reminder_is_collection_once_something_is_late_and_service_never_is() -> None:
    at_night = a_contact("22:00", about="reminder")
    assert broken(at_night, days=0) == []
    assert broken(at_night, days=1) == ["collection-hours"]
    assert broken(a_contact("22:00", about="service"), days=90, before=9, hardship=date(2026, 2, 20)) == []


def test_all_that_it_is_against_is_named_with_its_figures() -> None:
    fired = contact_breaches(
        RULES, a_contact("22:00"), days_past_due=9, calls_before=3, hardship_since_on=date(2026, 2, 20)
    )
    assert [(one.rule, one.observed, one.limit) for one in fired] == [
        ("collection-hours", "22:00", "08:00-22:00"),
        ("collection-calls", "4", "3"),
        ("collection-in-hardship", "2026-02-20", ""),
    ]


@pytest.mark.parametrize(
    ("line", "other", "place"),
    [
        ('until_time = "22:00"', 'until_time = "08:00"', "$.until_time"),
        ('until_time = "22:00"', 'until_time = "24:00"', "until_time"),
        ("most_calls_a_day = 3", "most_calls_a_day = 0", "most_calls_a_day"),
        ("most_calls_a_day = 3", "", "most_calls_a_day"),
        ("rests_in_hardship = true", "rests_in_hardship = true\nmost_letters = 2", "most_letters"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_its_place(tmp_path, line, other, place) -> None:
    text = shipped("contact").read_text("utf-8")
    assert line in text
    (tmp_path / "mine.toml").write_text(text.replace(line, other), "utf-8")
    with pytest.raises(BaitiaoError, match="rules-invalid") as refused:
        read_rules(tmp_path / "mine.toml", ContactRules)
    assert place in str(refused.value)


def test_another_limit_of_ones_own_counts(tmp_path) -> None:
    text = shipped("contact").read_text("utf-8").replace("most_calls_a_day = 3", "most_calls_a_day = 1")
    (tmp_path / "mine.toml").write_text(text.replace("rests_in_hardship = true", "rests_in_hardship = false"), "utf-8")
    mine = read_rules(tmp_path / "mine.toml", ContactRules)
    fired = contact_breaches(mine, a_contact(), days_past_due=9, calls_before=1, hardship_since_on=date(2026, 2, 20))
    assert [one.rule for one in fired] == ["collection-calls"]
