"""A bill as its reader sees it."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.account.views.statement import statement, statements
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


def test_a_bill_lists_its_movements_and_its_installments() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 1, 20)
    history.buy("month", 50_00)
    shown = statement(history.events, date(2024, 2, 3))
    assert [(line.on, line.kind, line.amount_fen) for line in shown.lines] == [
        (date(2024, 1, 12), "purchases", 300_00),
        (date(2024, 1, 20), "purchases", 50_00),
        (date(2024, 2, 3), "fees", 1_80),
    ]
    (part,) = shown.installments
    assert (part.number, part.installment_count, part.principal_fen, part.fee_fen) == (1, 3, 100_00, 1_80)
    assert (shown.document.from_on, shown.document.due_on) == (date(2024, 1, 12), date(2024, 2, 12))
    assert not shown.is_issued


def test_bills_that_were_not_issued_are_numbered_and_told_apart() -> None:
    # Bought in January, nothing paid: February asks for 100.00, March for 1% interest and 0.3% late charge more.
    history = History()
    history.buy("month", 100_00)
    first, second = statements(history.events, date(2024, 3, 3))
    assert (first.number, first.figures.opening_fen, first.figures.closing_fen) == (1, 0, 100_00)
    assert (second.number, second.figures.opening_fen, second.figures.closing_fen) == (2, 100_00, 101_30)
    lines = statement(history.events, date(2024, 3, 3), 2).lines
    assert [(line.kind, line.amount_fen) for line in lines] == [("interest", 1_00), ("late_charges", 30)]


def test_an_issued_bill_is_shown_as_it_was_sent() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 5)
    history.issue_bills()
    sent = statement(history.events, history.today, 1)
    history.repay(40_00, on=date(2024, 1, 20))
    assert statement(history.events, history.today, 1) == sent
    assert sent.is_issued and sent.figures.amount_due_fen == 100_00


def test_a_bill_that_is_not_there() -> None:
    history = History()
    with pytest.raises(BaitiaoError, match="no-bill-yet"):
        statement(history.events, date(2024, 2, 5))
    history.buy("month", 100_00)
    with pytest.raises(BaitiaoError, match="bill-unknown"):
        statement(history.events, date(2024, 2, 5), 2)


def test_the_balances_of_a_bill_reach_from_its_opening_to_its_closing() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 1, 20)
    history.buy("month", 50_00)
    history.buy("month", 20_00)
    history.today = date(2024, 2, 5)
    history.issue_bills()
    history.repay(70_00, on=date(2024, 1, 30))  # too late for the bill: it adjusts the next one on its bill day
    history.repay(101_80)
    first, second = (statement(history.events, date(2024, 3, 3), number).balances for number in (1, 2))
    assert [(day.on, day.balance_fen) for day in first] == [
        (date(2024, 1, 12), 300_00),
        (date(2024, 1, 20), 370_00),
        (date(2024, 2, 3), 371_80),
    ]
    assert [(day.on, day.balance_fen) for day in second] == [
        (date(2024, 2, 3), 371_80),
        (date(2024, 2, 5), 270_00),
        (date(2024, 3, 3), 201_80),  # less 70.00, and the fee of the second installment
    ]


def test_a_bill_counts_the_installments_that_the_plan_has_as_it_is_made() -> None:
    # 6,000.00 by the night in 12, the first row paid; of the other eleven a refund of 2,000.00 takes the last four:
    # eight are left, as the schedule has them. The second row is overdue as the bill of 3 April is made.
    history = History([opened(date(2025, 1, 15))])
    history.buy("epi", 6_000_00, 12)
    history.today = date(2025, 2, 15)
    history.repay(history.account().plans["A1P1"].rows[0].unpaid_fen)
    history.today = date(2025, 2, 20)
    history.refund("A1P1", 2_000_00)
    history.today = date(2025, 4, 3)
    account = history.account()
    rows = row_outlooks(account.plans["A1P1"], account, account.through)
    (part,) = statement(history.events, history.today).installments
    assert (part.number, part.installment_count, len(rows)) == (2, 8, 8)


def test_a_bill_made_before_a_refund_counts_as_it_did() -> None:
    # 500.00 of 1,200.00 in 12 come back on 5 February: the last five rows go, from the bill of March on.
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 5)
    history.issue_bills()
    history.refund("A1P1", 500_00)
    history.today = date(2024, 3, 3)
    for number, counts in ((1, [12]), (2, [7, 7])):
        shown = statement(history.events, history.today, number).installments
        assert [part.installment_count for part in shown] == counts
