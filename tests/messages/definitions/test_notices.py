"""The examples of the page `notices`, worked by hand, are what `notify` tells."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from baitiao_cli.desk.offers.coupons import OfferRules
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.messages.definitions import definition_of


def example(name: str) -> str:
    return definition_of("notices", name).example.in_language("en")


@pytest.fixture
def line(at):
    """Runs a command on a day in a ledger of its own; A1 has 10,000.00 of tier B, and agreed to credit checks."""
    at("2026-06-01", "init")
    at("2026-06-01", "open", "--name", "x", "--limit", "10000")
    at("2026-06-01", "consent", "A1", "credit-check", "given")
    return at


def set_limit(line, today: str, factor: str, *more: str) -> None:
    line(today, "limits", "review", "--tier", "B", "--times", factor, *more)
    line(today, "limits", "apply", "--all")


def about(line, today: str) -> list[tuple[str, int, int]]:
    notices = line(today, "notify", "--dry-run")["notices"]
    return [(one["about"], one["before_fen"], one["limit_fen"]) for one in notices]


def test_a_raise_is_told_as_long_as_it_is_the_limit(line) -> None:
    set_limit(line, "2026-07-01", "1.2")
    for day in ("2026-07-01", "2027-07-01"):
        assert about(line, day) == [("limit-raised", 1_000_000, 1_200_000)]
    line("2026-07-02", "limit", "A1", "9000")
    assert about(line, "2026-07-02") == []
    assert "10,000.00 became 12,000.00 on 2026-07-01" in example("notice-limit-raised")
    assert "9,000.00" in example("notice-limit-raised")


def test_a_cut_is_told_to_everybody(line) -> None:
    line("2026-06-01", "consent", "A1", "offers", "withdrawn")
    set_limit(line, "2026-07-01", "0.7")
    assert about(line, "2026-07-01") == [("limit-cut", 1_000_000, 700_000)]
    assert "10,000.00 became 7,000.00" in example("notice-limit-cut")


def test_a_limit_for_some_days_begins_and_ends(line) -> None:
    set_limit(line, "2026-11-01", "1.2", "--until", "2026-11-20")
    assert about(line, "2026-11-20") == [("season-begun", 1_000_000, 1_200_000)]
    assert about(line, "2026-11-21") == [("season-ended", 1_200_000, 1_000_000)]
    line("2026-11-20", "limit", "A1", "13000")
    assert about(line, "2026-11-21") == []
    assert "told on 11-20, not any more on 11-21" in example("notice-season-begun")
    assert "told from 11-21 on; not if 13,000.00" in example("notice-season-ended")


def test_a_coupon_is_told_until_its_last_day(line) -> None:
    rules = read_rules(shipped("offers"), OfferRules)
    assert date(2026, 7, 12) + timedelta(days=rules.valid_days) == date(2026, 9, 10)
    line("2026-06-01", "open", "--name", "y", "--limit", "5000", "--bill-day", "3")
    line("2026-06-08", "charge", "A2", "2400", "--installments", "24")
    for day in (f"2026-{month:02}-12" for month in range(7, 13)):
        line(day, "repay", "A2", f"{line(day, 'show', 'A2')['due_fen'] / 100:.2f}")
    assert [one["until_on"] for one in line("2026-12-12", "offers", "grant", "A2")["lines"]] == ["2027-02-10"]
    for day, told in (("2026-12-12", ["coupon-granted"]), ("2027-02-10", ["coupon-granted"]), ("2027-02-11", [])):
        line(day, "accrue")
        due_fen = line(day, "show", "A2")["due_fen"]
        line(day, "repay", "A2", f"{due_fen / 100:.2f}") if due_fen else None
        assert [one["about"] for one in line(day, "notify", "--dry-run")["notices"]] == told
    assert "Given on 2026-07-12 for 60 days: told until 2026-09-10" in example("notice-coupon-granted")
