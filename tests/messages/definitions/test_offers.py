"""The examples of the page `offers`, worked by hand, are what is counted, given and charged."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.desk.facts import ConsentStated, DeskEntry
from baitiao_cli.desk.offers.consent import OffersRefused
from baitiao_cli.messages.definitions import definition_of


def example(name: str) -> str:
    return definition_of("offers", name).example.in_language("en")


@pytest.fixture
def line(at):
    """Runs a command on a day in a ledger of its own; A1 buys for 2,400.00 in 24, due on the 12th from February on."""
    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "10000", "--bill-day", "3")
    at("2026-01-08", "charge", "A1", "2400", "--installments", "24")
    return at


def pay(line, *days: str) -> None:
    for day in days:
        line(day, "repay", "A1", f"{line(day, 'show', 'A1')['due_fen'] / 100:.2f}")


def in_time(line, today: str, least: int, tmp_path) -> list[tuple[int, str, str]]:
    from baitiao_cli.desk.rule_files import shipped

    text = shipped("offers").read_text("utf-8").replace("after_due_dates = 6", f"after_due_dates = {least}")
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    found = line(today, "offers", "review", "A1", "--rules", str(tmp_path / "mine.toml"))["lines"]
    return [(each["due_date_count"], each["first_due_on"], each["last_due_on"]) for each in found]


def test_six_due_dates_in_time_and_six_others(line) -> None:
    pay(line, *(f"2026-{month:02}-12" for month in range(2, 8)))
    assert line("2026-07-11", "offers", "review", "A1")["lines"] == []
    given = line("2026-07-12", "offers", "grant", "A1")["lines"][0]
    assert (given["first_due_on"], given["last_due_on"]) == ("2026-02-12", "2026-07-12")
    assert "02-12 to 07-12, all paid: a coupon from 07-12 on" in example("coupon-on-time-streak")
    pay(line, *(f"2026-{month:02}-12" for month in range(8, 13)), "2027-01-12")
    assert line("2027-01-11", "offers", "review", "A1")["lines"] == []
    given = line("2027-01-12", "offers", "grant", "A1")["lines"][0]
    assert (given["first_due_on"], given["last_due_on"]) == ("2026-08-12", "2027-01-12")
    assert "the next one takes 08-12 to 01-12" in example("coupon-on-time-streak")


def test_a_late_payment_begins_the_row_anew(line, tmp_path) -> None:
    pay(line, "2026-02-12", "2026-03-12", "2026-04-20", "2026-05-12")
    assert in_time(line, "2026-05-12", 1, tmp_path) == [(1, "2026-05-12", "2026-05-12")]
    assert "04-12 paid on 04-20, 05-12 paid: one due date, 05-12" in example("on-time-due-date")


def test_a_period_of_a_plan_is_free(line) -> None:
    pay(line, *(f"2026-{month:02}-12" for month in range(2, 8)))
    line("2026-07-12", "offers", "grant", "A1")
    bought = line("2026-07-13", "charge", "A1", "1200", "--installments", "6", "--coupon", "D1")
    assert [row["fee_fen"] for row in bought["rows"]] == [0, 720, 720, 720, 720, 720]
    assert bought["coupon_fen"] == 4320 - 3600 == 720
    assert "7.20 a period from the second on, 36.00 in all instead of 43.20" in example("coupon-free-periods")
    assert "7.20 are given up" in example("given-up")


def test_what_was_said_before_an_offer_counts() -> None:
    said = DeskEntry(
        number=1,
        subject="P1",
        effective_on=date(2026, 6, 29),
        fact=ConsentStated(purpose="offers", is_given=False),
        recorded_at="2026-06-29T02:00:00.000000Z",
        operator="-",
        request_id="",
    )
    refused = OffersRefused([said])
    assert [refused.by("P1", date(2026, 6, day), number=2) for day in (28, 29, 30)] == [False, True, True]
    assert not refused.by("P1", date(2026, 6, 29), number=1)
    assert "refused on 2026-06-29, a coupon given on 06-30 breaks it, one of 06-28 does not" in example("offer-consent")
