"""The examples of the page `bureau`: statuses worked by hand; those of whole lives are in tests/desk/bureau."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.desk.bureau.listing import Known
from baitiao_cli.desk.bureau.record import MONTHS, days_of_months, late_status
from baitiao_cli.desk.facts import ConsentStated, DeskEntry, NoticeGiven
from baitiao_cli.messages.definitions import definition_of


def example(name: str) -> str:
    return definition_of("bureau", name).example.in_language("en")


def entry(on: date, fact, subject: str) -> DeskEntry:
    return DeskEntry(number=1, subject=subject, effective_on=on, fact=fact, recorded_at="", operator="", request_id="")


def test_a_status_has_24_characters_the_month_of_the_report_last() -> None:
    told = example("repayment-status").split()[0]
    assert (len(told), told.count("/"), told[-1]) == (MONTHS, 19, late_status(31)) == (24, 19, "2")
    days = days_of_months(date(2024, 3, 15))
    assert (len(days), days[0], days[-2:]) == (24, date(2022, 4, 30), [date(2024, 2, 29), date(2024, 3, 15)])


def test_days_past_due_by_bands_of_30() -> None:
    assert [late_status(days) for days in (30, 31, 150, 151, 180, 181)] == ["1", "2", "5", "6", "6", "7"]
    assert example("1-to-7") == "30 days are 1, 31 days are 2, 181 days are 7."


@pytest.mark.parametrize(("on", "may_be"), [(date(2026, 6, 29), False), (date(2026, 6, 30), True)])
def test_consent_and_notice_count_as_the_examples_say(on: date, may_be: bool) -> None:
    agreed = entry(date(2026, 6, 30), ConsentStated(purpose="bureau-report", is_given=True), "P1")
    assert Known([agreed]).consents("P1", on) is may_be
    since_on = date(2026, 6, 12)
    told = entry(date(2026, 6, 29), NoticeGiven(since_on=since_on, channel="letter"), "A1")
    assert Known([told]).has_notice("A1", since_on, on, 1) is may_be
    assert not Known([told]).has_notice("A1", date(2026, 6, 29), on, 1)  # told on the due date: nothing was late yet
