"""A refund of purchases on the bill: what is billed and unpaid, then what is not billed, then back to who paid."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Return
from baitiao_cli.account.events import Event
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statement
from tests.laws.history import History, opened


def principal_of(history: History, event: Event) -> list[tuple[str, int]]:
    return [
        (part.plan_id, part.amount_fen) for part in history.account().allocations if part.event_id == event.event_id
    ]


def test_one_hundred_to_the_bill_fourteen_to_a_and_six_to_b() -> None:
    # RULES 5: refund 120, 100 unpaid, last payment 14 by A, before it 100 by B.
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 214_00)
    history.today = date(2024, 2, 5)
    by_b = history.repay(100_00, means="B")
    history.today = date(2024, 2, 7)
    by_a = history.repay(14_00, means="A")
    history.today = date(2024, 2, 9)
    refund = history.refund("A1P1", 120_00)
    account = history.account()
    assert principal_of(history, refund) == [("A1P1", 100_00)]
    assert account.refunds[0].returns == (Return(by_a.event_id, "A", 14_00), Return(by_b.event_id, "B", 6_00))
    assert figures(account).due_fen == 0
    assert figures(account).available_fen == 20_000_00
    # 94.00 more: all that is left of the 100.00 that B paid.
    history.refund("A1P1", 94_00)
    assert history.account().refunds[1].returns == (Return(by_b.event_id, "B", 94_00),)

    history.today = date(2024, 3, 3)
    history.issue_bills()
    bill = statement(history.events, history.today)
    assert (bill.figures.refunds_fen, bill.figures.payouts_fen, bill.figures.closing_fen) == (-214_00, 114_00, 0)
    assert bill.figures.opening_fen == 214_00
    assert [(line.kind, line.amount_fen) for line in bill.lines] == [
        ("repayments", -100_00),
        ("repayments", -14_00),
        ("refunds", -120_00),
        ("payouts", 20_00),
        ("refunds", -94_00),
        ("payouts", 94_00),
    ]


def test_forty_to_what_is_not_billed_and_the_rest_returned() -> None:
    # RULES 5: refund 3000 (paid), 40 unbilled -> 40, 2960 returned.
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 3_000_00)
    history.today = date(2024, 2, 12)
    payment = history.repay(3_000_00, means="card")
    history.today = date(2024, 2, 20)
    history.buy("month", 40_00)
    refund = history.refund("A1P1", 3_000_00)
    account = history.account()
    assert principal_of(history, refund) == [("A1P2", 40_00)]
    assert account.refunds[0].returns == (Return(payment.event_id, "card", 2_960_00),)
    assert (account.used_fen, account.credit_fen) == (0, 0)
    assert account.plans["A1P2"].settled_on == history.today
    # The refund is of the first purchase, which the merchant's line carries, whatever it paid.
    refunds = [line for line in account.postings if line.ledger_account == "merchant_refunds"]
    assert {line.plan_id for line in refunds} == {"A1P1"}


def test_its_own_purchase_is_lowered_before_older_ones() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 100_00)
    history.buy("month", 50_00)
    refund = history.refund("A1P2", 30_00)
    assert principal_of(history, refund) == [("A1P2", 30_00)]
    assert figures(history.account(date(2024, 2, 3))).due_fen == 120_00
