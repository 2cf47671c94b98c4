"""The facts of the desk: kept in order, found by subject and kind, under the head, and proved."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.desk.facts import ConsentStated, IncomeDeclared
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger

DAY, LATER = date(2026, 1, 5), date(2026, 2, 1)
AGREED = ConsentStated(purpose="offers", is_given=True, how="letter of 5 January")
WITHDRAWN = ConsentStated(purpose="offers", is_given=False)
EARNED = IncomeDeclared(monthly_income_fen=800_000, monthly_payments_fen=120_000)


def on_a_day(shop, today: date):
    return shop.ledger.write(today=today, now=f"{today}T08:00:00Z", operator="clerk")


@pytest.fixture
def told(busy_shop):
    """Two facts about one person and one about another, each on its day."""
    with on_a_day(busy_shop, LATER) as tx:
        tx.record_at_desk("P1", AGREED, DAY, "r1")
        tx.record_at_desk("P1", EARNED, LATER)
        tx.record_at_desk("P2", WITHDRAWN, DAY)
    return busy_shop


def facts(shop, *asked, **named):
    with shop.ledger.read() as tx:
        return [entry.fact for entry in tx.at_desk(*asked, **named)]


def test_they_come_in_the_order_recorded_by_subject_day_and_kind(told) -> None:
    assert facts(told, LATER) == [AGREED, EARNED, WITHDRAWN]
    assert facts(told, LATER, "P1") == [AGREED, EARNED]
    assert facts(told, DAY, "P1") == [AGREED]
    assert facts(told, LATER, kinds=(ConsentStated,)) == [AGREED, WITHDRAWN]
    assert facts(told, LATER, "P3") == []


def test_an_entry_says_who_when_and_on_which_request(told) -> None:
    with told.ledger.read() as tx:
        first, *_ = tx.at_desk(LATER)
    assert (first.number, first.subject, first.effective_on, first.request_id) == (1, "P1", DAY, "r1")
    assert first.operator and first.recorded_at


def test_none_counts_in_the_future_and_what_was_undone_is_gone(told) -> None:
    with on_a_day(told, LATER) as tx, pytest.raises(BaitiaoError, match="date-in-future"):
        tx.record_at_desk("P1", AGREED, date(2026, 2, 2))
    with pytest.raises(ZeroDivisionError), on_a_day(told, LATER) as tx:
        tx.record_at_desk("P1", AGREED, DAY)
        raise ZeroDivisionError
    assert len(facts(told, LATER)) == 3
    assert check_ledger(told.ledger) == []


@pytest.mark.parametrize("change", ["body = '{}'", "kind = 'income-declared'", "body = 'x'"])
def test_one_that_is_not_what_its_row_says_is_found(told, change: str) -> None:
    told.tamper(f"UPDATE desk_facts SET {change} WHERE number = 1")
    found = {finding.code: finding.where for finding in check_ledger(told.ledger)}
    assert found == {"check-row": "desk_facts 1", "check-desk-fact": "desk fact 1"}


def test_one_that_cannot_be_read_is_told_as_damage(told) -> None:
    told.tamper("UPDATE desk_facts SET body = 'x' WHERE number = 2")
    with pytest.raises(BaitiaoError, match="ledger-damaged"):
        facts(told, LATER)
