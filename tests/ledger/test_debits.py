"""How debits of auto-repay are recorded: when they come, never twice, and never because of what is learned later."""

from __future__ import annotations

import json
from datetime import date

import pytest

from baitiao_cli.account.events import AutoRepaySet, BillIssued, DebitTried, Event, MeansStated
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.figures import figures
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.codec import event_of

from .conftest import Shop

DUE = date(2026, 2, 12)


@pytest.fixture
def agreed(shop: Shop) -> Shop:
    """1,000.00 bought on the day of the opening, on the bill of 3 February; the card pays it on the 12th."""
    shop.open()
    shop.charge(1_000_00)
    shop.record(AutoRepaySet(means="card"))
    return shop


def tries(shop: Shop) -> list[tuple[date, int, str]]:
    return [
        (event.effective_on, event.fact.taken_fen, event.fact.outcome)
        for event in events(shop)
        if isinstance(event.fact, DebitTried)
    ]


def events(shop: Shop) -> list[Event]:
    with shop.ledger.read() as tx:
        return tx.book("A1").events


def test_settling_makes_debits_and_bills_in_the_order_of_their_days(agreed: Shop) -> None:
    agreed.charge(2_400_00, "inst", 12)
    agreed.today = date(2026, 3, 20)
    made = agreed.settle()
    assert [(type(event.fact), event.effective_on) for event in made] == [
        (BillIssued, date(2026, 2, 3)),
        (DebitTried, DUE),
        (BillIssued, date(2026, 3, 3)),
        (DebitTried, date(2026, 3, 12)),
    ]
    assert [event.number for event in made] == [5, 6, 7, 8]
    assert agreed.settle() == []
    assert check_ledger(agreed.ledger, full=True) == []


def test_the_journal_books_a_debit_on_its_day_under_its_name(agreed: Shop) -> None:
    agreed.today = date(2026, 2, 20)
    debit = agreed.settle()[-1]
    booked = agreed.rows(
        "SELECT cause, effective_on, posted_on, amount_fen FROM posting_groups JOIN postings USING (group_number)"
        " WHERE ledger_account = 'cash'"
    )
    assert booked == [
        {"cause": debit.event_id, "effective_on": "2026-02-12", "posted_on": "2026-02-20", "amount_fen": 1_000_00}
    ]


def test_a_verb_makes_the_debits_of_the_days_before_it_first(agreed: Shop) -> None:
    agreed.today = date(2026, 2, 14)
    late = agreed.repay(400_00, on=date(2026, 2, 10))
    assert tries(agreed) == [(DUE, 1_000_00, "taken")]
    assert late.number > next(event.number for event in events(agreed) if isinstance(event.fact, DebitTried))
    assert figures(agreed.account()).credit_fen == 400_00  # it was debited in full before that was known


def test_what_falls_due_on_days_that_are_over_is_not_debited_any_more(agreed: Shop) -> None:
    agreed.today = date(2026, 2, 10)
    paid = agreed.repay(1_000_00)
    agreed.today = date(2026, 2, 13)
    agreed.settle()
    agreed.reverse(paid.event_id)
    # The days of two tries are over, on the 15th is one to come: 1,000.00, 3 nights at 0.05% and at 0.015%.
    assert tries(agreed) == [(DUE, 0, "known-too-late"), (date(2026, 2, 13), 0, "known-too-late")]
    agreed.today = date(2026, 2, 15)
    agreed.settle()
    assert tries(agreed)[-1] == (date(2026, 2, 15), 1_001_95, "taken")
    assert figures(agreed.account()).owed_fen == 0
    assert check_ledger(agreed.ledger, full=True) == []


def test_a_debit_that_bounced_is_tried_on_the_next_day_and_never_again_on_its_own(agreed: Shop) -> None:
    agreed.today = DUE
    debit = agreed.settle()[-1]
    agreed.reverse(debit.event_id)
    agreed.today = date(2026, 2, 13)
    agreed.settle()
    assert tries(agreed) == [(DUE, 1_000_00, "taken"), (date(2026, 2, 13), 1_000_65, "taken")]


def test_a_refused_verb_leaves_no_debit_behind(agreed: Shop) -> None:
    agreed.today = date(2026, 2, 20)
    head = agreed.head()
    with pytest.raises(Exception, match="date-in-future"):
        agreed.repay(1, on=date(2026, 2, 21))
    assert (agreed.head(), tries(agreed)) == (head, [])


def test_a_dry_run_keeps_no_debit(agreed: Shop) -> None:
    agreed.today = date(2026, 2, 20)
    with agreed.write(dry_run=True) as tx:
        assert [type(event.fact) for event in tx.book("A1").settle()] == [BillIssued, DebitTried]
    assert tries(agreed) == []


def test_a_line_opened_before_there_were_tries_keeps_its_promise(agreed: Shop) -> None:
    """Facts of before have no days of tries: they fold as they did."""
    row = dict(agreed.rows("SELECT * FROM events WHERE number = 1")[0])
    said = json.loads(str(row["body"]))
    assert said["line"].pop("auto_repay_days") == [0, 1, 3]
    before = event_of(row | {"body": json.dumps(said)})
    now, *later = events(agreed)
    assert list(replay([now, *later], date(2026, 2, 20)).debits) == [DUE]
    assert replay([before, *later], date(2026, 2, 20)).debits == {}


def test_funds_that_come_too_late_serve_the_next_try(agreed: Shop) -> None:
    agreed.record(MeansStated(name="card", funds_fen=0))
    agreed.today = DUE
    agreed.record(MeansStated(name="card", funds_fen=2_000_00))
    assert tries(agreed) == [(DUE, 0, "no-funds")]
    agreed.today = date(2026, 2, 13)
    agreed.settle()
    assert tries(agreed)[-1] == (date(2026, 2, 13), 1_000_65, "taken")
    assert agreed.account().purse["card"].funds_fen == 2_000_00 - 1_000_65
