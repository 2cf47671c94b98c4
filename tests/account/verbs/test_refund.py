"""What a refund takes off, which fees fall with it, and who gets back what was paid."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.account import Return
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.account.views.statement import statement
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def rows(history: History, plan_id: str) -> list[tuple[int, int, int, int]]:
    """Number, principal, fee and what is left of each row that is shown."""
    account = history.account()
    shown = row_outlooks(account.plans[plan_id], account, account.through)
    return [(row.number, row.principal_fen, row.fee_fen, row.outstanding_fen) for row in shown]


def phone() -> History:
    """1200.00 in 12 of 100.00 + 7.20 (0.6%); rows 1 and 2 paid on their due dates, row 3 billed, on 5 April."""
    history = History()
    history.buy("inst", 1_200_00, 12)
    for on in (date(2024, 2, 12), date(2024, 3, 12)):
        history.today = on
        history.repay(107_20, means="card")
    history.today = date(2024, 4, 5)
    return history


def test_the_last_installments_fall_away_with_their_fees() -> None:
    # 450.00: rows 12, 11, 10, 9 whole and half of row 8, so 4 x 7.20 + 3.60 = 32.40 of fees.
    history = phone()
    history.refund("A1P1", 450_00)
    account = history.account()
    assert rows(history, "A1P1") == [
        (1, 100_00, 7_20, 0),
        (2, 100_00, 7_20, 0),
        *[(number, 100_00, 7_20, 107_20) for number in (3, 4, 5, 6, 7)],
        (8, 50_00, 3_60, 53_60),
    ]
    assert (account.refunds[0].fees_dropped_fen, account.refunds[0].returns) == (32_40, ())
    assert account.plans["A1P1"].scheduled_fen == 750_00
    assert figures(account).available_fen == 20_000_00 - 550_00
    assert figures(account).due_fen == 107_20  # row 3 is billed and stays


def test_the_billed_row_comes_last_and_the_rest_goes_back_to_the_latest_payment() -> None:
    # 450.00, then 600.00: 550.00 are unpaid; row 3 loses its billed fee of 7.20; 50.00 go back to the payment of March.
    history = phone()
    history.refund("A1P1", 450_00)
    history.refund("A1P1", 600_00)
    account = history.account()
    latest = account.allocations[2].event_id
    assert account.refunds[1].returns == (Return(latest, "card", 50_00),)
    assert rows(history, "A1P1") == [(1, 100_00, 7_20, 0), (2, 100_00, 7_20, 0)]
    assert account.plans["A1P1"].settled_on == history.today
    assert (figures(account).owed_fen, account.credit_fen) == (0, 0)
    books = ledger_balances(account.postings)
    assert books["A1P1", "merchant_refunds"] == 1_050_00
    assert books["A1P1", "cash_paid_out"] == -50_00
    assert books["A1P1", "fee_income"] == -14_40  # two fees were earned, the third was booked back
    # 150.00 can still be refunded: 57.20 are left of the payment of March, 92.80 go to the one of February.
    history.refund("A1P1", 150_00)
    assert [part.amount_fen for part in history.account().refunds[2].returns] == [57_20, 92_80]


def test_a_billed_fee_falls_in_proportion() -> None:
    # 300.00 in 3 of 100.00 + 1.80, row 1 billed, nothing paid; 250.00: 50.00 and half of the fee are left.
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 2, 5)
    history.refund("A1P1", 250_00)
    assert rows(history, "A1P1") == [(1, 50_00, 90, 50_90)]
    owed = owed_parts(history.account())
    assert (owed.principal, owed.fee) == (50_00, 90)


def test_a_share_of_a_fee_is_rounded_once() -> None:
    # 5999.00 in 12: the last row is 499.99 + 35.99; 100.00 of it take 35.99 x 100.00 / 499.99 = 7.198.
    history = History()
    history.buy("inst", 5_999_00, 12)
    history.refund("A1P1", 100_00)
    assert rows(history, "A1P1")[-1] == (12, 399_99, 28_79, 428_78)


def test_a_paid_fee_stays() -> None:
    # 300.00 in 3; 51.80 on 5 February pay the fee of row 1 and half of its principal. All of it is refunded: 250.00 are
    # unpaid, and 50.00 go back of the 51.80.
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 2, 5)
    payment = history.repay(51_80)
    history.refund("A1P1", 300_00)
    account = history.account()
    assert account.refunds[0].returns == (Return(payment.event_id, "", 50_00),)
    assert rows(history, "A1P1") == [(1, 50_00, 1_80, 0)]
    assert figures(account).owed_fen == 0


def test_a_purchase_refunded_at_once_leaves_nothing() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.buy("month", 100_00)
    history.refund("A1P1", 300_00)
    history.refund("A1P2", 100_00)
    account = history.account()
    assert rows(history, "A1P1") == rows(history, "A1P2") == []
    assert all(plan.settled_on == history.today for plan in account.plans.values())
    assert figures(account).available_fen == 20_000_00
    assert figures(history.account(date(2024, 4, 1))).owed_fen == 0


def test_after_a_payoff_all_goes_back_to_it() -> None:
    history = phone()
    payoff = history.pay_off("A1P1")
    history.today = date(2024, 5, 1)
    history.refund("A1P1", 900_00)
    account = history.account()
    # The payoff paid the ten rows that were left, 1000.00, the fee of row 3 and that of row 4.
    assert account.refunds[0].returns == (Return(payoff.event_id, "", 900_00),)
    assert (account.used_fen, account.credit_fen) == (0, 0)


def test_a_daily_plan_keeps_the_interest_that_has_run() -> None:
    # 10000.00 at 0.03% a day, 10 nights: 30.00. 4000.00 refunded on 22 January; then 6000.00 x 0.03% x 21 = 37.80.
    history = History()
    history.buy("daily", 10_000_00, 3)
    history.today = date(2024, 1, 22)
    history.refund("A1P1", 4_000_00)
    assert owed_parts(history.account()).interest == 30_00
    now = figures(history.account(date(2024, 2, 12)))
    assert (now.used_fen, now.due_fen) == (6_000_00, 67_80)


def test_a_daily_plan_refunded_in_full_asks_for_its_interest_at_once() -> None:
    history = History()
    history.buy("daily", 10_000_00, 3)
    history.today = date(2024, 1, 22)
    history.refund("A1P1", 10_000_00)
    now = figures(history.account())
    assert (now.used_fen, now.owed_fen, now.due_fen, now.next_due_on) == (0, 30_00, 30_00, date(2024, 2, 12))
    assert [row.number for row in history.account().plans["A1P1"].rows if row.unpaid.total_fen] == [1]
    history.today = date(2024, 2, 12)
    history.repay(30_00)
    assert history.account().plans["A1P1"].settled_on == date(2024, 2, 12)
    assert figures(history.account(date(2024, 6, 1))).owed_fen == 0


def test_a_plan_of_equal_payments_gets_shorter() -> None:
    # 1200.00 in 3 of equal principal; row 1 (400.00) is billed on 12 February. 900.00: 800.00 ahead, 100.00 of row 1.
    history = History()
    history.buy("epp", 1_200_00, 3)
    history.today = date(2024, 2, 13)
    history.refund("A1P1", 900_00)
    account = history.account()
    shown = row_outlooks(account.plans["A1P1"], account, history.today)
    assert [row.principal_fen for row in shown] == [300_00, 0]
    assert account.used_fen == 300_00


def test_what_a_credit_balance_paid_becomes_a_credit_balance_again() -> None:
    # 50.00 are paid before the bill of 33.33 + 0.60: 16.07 of credit are left. 66.67 are unpaid, 33.33 become credit.
    history = History()
    history.buy("inst", 100_00, 3)
    history.repay(50_00)
    history.today = date(2024, 2, 5)
    history.refund("A1P1", 100_00)
    account = history.account()
    assert account.refunds[0].returns == ()
    assert account.credit_fen == 16_07 + 33_33


def test_a_refund_on_the_bill_day_does_not_change_that_bill() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 2, 3)
    history.refund("A1P1", 300_00)
    history.issue_bills()
    bill = statement(history.events, history.today)
    assert (bill.figures.amount_due_fen, bill.figures.refunds_fen) == (101_80, 0)
    part = bill.installments[0]
    assert (part.number, part.installment_count, part.principal_fen, part.fee_fen) == (1, 3, 100_00, 1_80)
    history.today = date(2024, 3, 3)
    history.issue_bills()
    march = statement(history.events, history.today)
    assert (march.figures.refunds_fen, march.figures.fees_fen, march.figures.closing_fen) == (-300_00, -1_80, 0)


def test_a_refund_is_of_a_purchase_that_was_made_and_of_no_more_than_was_financed() -> None:
    history = History()
    history.today = date(2024, 2, 5)
    history.buy("month", 100_00)
    history.refund("A1P1", 30_00)
    with pytest.raises(BaitiaoError, match="refund-exceeds-purchase") as refusal:
        history.refund("A1P1", 70_01)
    assert refusal.value.details["left_fen"] == 70_00
    with pytest.raises(BaitiaoError, match="refund-before-purchase"):
        history.refund("A1P1", 1, on=date(2024, 2, 4))
    with pytest.raises(BaitiaoError, match="plan-elsewhere"):
        history.refund("A1P2", 1)


def test_a_purchase_that_was_refunded_is_reversed_after_its_refund() -> None:
    history = History()
    purchase = history.buy("month", 100_00)
    refund = history.refund("A1P1", 30_00)
    with pytest.raises(BaitiaoError) as refusal:
        history.reverse(purchase.event_id)
    assert (refusal.value.code, refusal.value.details["events"]) == ("event-needed", refund.event_id)
    history.reverse(refund.event_id)
    assert figures(history.account()).owed_fen == 100_00


def test_what_was_paid_ahead_on_the_open_row_counts_when_the_rest_comes_back() -> None:
    # 900.00 in 3 at 10.8%: 100.00 are paid on the day of the purchase, ahead. Refunded 600.00, 200.00 are left, and the
    # row asks for them, less what was paid.
    history = History()
    history.buy("epp", 900_00, 3)
    history.repay(100_00)
    history.refund("A1P1", 600_00)
    plan = history.account().plans["A1P1"]
    assert (plan.balance_fen, plan.rows[0].paid.principal) == (200_00, 100_00)
    assert sum(row.asked.principal for row in plan.rows) == 300_00
