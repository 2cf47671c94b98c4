"""Short lives that lead where chance seldom does: each buys, pays and changes its mind until a day of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from .history import GRACE_LINE, History, opened

NIGHT = timedelta(days=1)


def day(month: int, of_month: int) -> date:
    return date(2024, month, of_month)


def first_payment_but(history: History, fen: int) -> int:
    return history.account().plans["A1P1"].rows[0].planned.total_fen - fen


def weekly_and_in_days(history: History) -> None:
    """Several rows end between two bills."""
    history.buy("weekly", 1_000_00, 6)
    history.buy("fixed", 1_000_00, 6)
    history.repay(200_00, on=day(1, 19))
    history.today = day(3, 20)


def a_fen_short_of_a_row(history: History) -> None:
    """The row asks for no more interest than was paid; what runs on goes over to the next."""
    history.buy("epi", 1_000_00, 3)
    history.repay(first_payment_but(history, 1), on=day(1, 13))
    history.today = day(3, 5)


def short_of_a_row_and_sent_back(history: History) -> None:
    history.buy("epi", 1_000_00, 3)
    history.repay(first_payment_but(history, 1), on=day(1, 13))
    history.refund("A1P1", 1_000_00, on=day(2, 1))
    history.today = day(2, 20)


def a_fen_short_of_all(history: History) -> None:
    """Of the last row a fen is left: it asks for all that runs on it."""
    history.buy("epi", 1_000_00, 3)
    history.today = day(1, 22)
    history.repay(1_000_00 + 2_96 - 1)
    history.today = day(4, 20)


def ahead_then_restructured(history: History) -> None:
    """A row that was to be due later than the first new one is due with it, and late from there on."""
    history.buy("epi", 1_000_00, 3)
    history.repay(first_payment_but(history, 0) + 10_00, on=day(1, 13))
    history.restructure("A1P1", 6, on=day(1, 30))
    history.today = day(4, 10)


def minimum_within_grace(history: History) -> None:
    history.buy("month", 1_000_00)
    history.repay(100_00, on=day(2, 14))
    history.buy("month", 500_00, on=day(2, 20))
    history.repay(60_00, on=day(3, 14))
    history.today = day(4, 20)


def order_with_two_late_rows(history: History) -> None:
    history.buy("order", 1_000_00, 3)
    history.repay(339_32, on=day(3, 1))
    history.repay(400_00, on=day(4, 1))
    history.today = day(5, 1)


def paused_and_prepaid(history: History) -> None:
    """A fixed price in part of its nights, planned again, and paused once more."""
    history.buy("fixed", 1_000_00, 6)
    history.pause("A1P1", day(1, 20), on=day(1, 13))
    history.prepay("A1P1", 300_00, "lower-payment", on=day(1, 14))
    history.pause("A1P1", day(1, 26), on=day(1, 18))
    history.today = day(2, 20)


def fees_paused_prepaid_and_sent_back(history: History) -> None:
    history.buy("inst", 1_200_00, 12, merchant="Shop")
    history.pause("A1P1", day(3, 20), on=day(2, 10))
    history.prepay("A1P1", 400_00, "lower-payment", on=day(2, 20))
    history.refund("A1P1", 100_00, on=day(2, 25))
    history.pause("A1P1", day(5, 1), on=day(3, 10))
    history.reprice("A1P1", 4_000_000, on=day(3, 12))
    history.today = day(6, 20)


def free_at_first_and_prepaid(history: History) -> None:
    history.buy("free at first", 1_000_00, 6)
    history.prepay("A1P1", 300_00, "lower-payment", on=day(1, 20))
    history.reprice("A1P1", 90_000_000, on=day(2, 1))
    history.today = day(5, 20)


def flat_sent_back_and_paid_off(history: History) -> None:
    history.buy("flat", 1_000_00, 6)
    history.buy("flat by date", 1_000_00, 6)
    history.refund("A1P1", 300_00, on=day(2, 8))
    history.refund("A1P2", 200_00, on=day(3, 1))
    history.today = day(3, 20)
    history.repay(150_00)
    history.pay_off("A1P2", on=day(4, 1))
    history.pay_off("A1P1", on=day(4, 8))
    history.today = day(4, 20)


def returned_with_its_fees(history: History) -> None:
    history.buy("grace", 1_200_00, 12)
    history.buy("whole months", 900_00, 3)
    history.repay(107_20, on=day(2, 10))
    history.today = day(2, 24)
    history.waive(1_00, "interest", "A1P2")
    history.refund("A1P1", 500_00, on=day(2, 25))
    history.refund("A1P2", 450_00, on=day(2, 25))
    history.refund("A1P1", 700_00, on=day(3, 25))
    history.today = day(4, 20)


def contested_on_a_bill(history: History) -> None:
    history.buy("month", 500_00)
    history.buy("inst", 600_00, 6)
    history.buy("daily", 300_00, 3)
    for plan_id in ("A1P1", "A1P2", "A1P3"):
        history.today = day(2, 5)
        dispute = history.dispute(plan_id)
        (history.win if plan_id == "A1P2" else history.lose)(dispute.event_id, on=day(3, 1))
    history.today = day(5, 1)


def a_bill_in_installments(history: History) -> None:
    history.buy("month", 1_000_00)
    history.buy("month", 300_00, on=day(1, 20))
    history.today = day(2, 5)
    history.convert(3, 800_00)
    history.refund("A1P1", 900_00, on=day(3, 5))
    history.today = day(3, 6)
    history.defer()
    history.today = day(5, 1)


def restructured_bills(history: History) -> None:
    history.buy("month", 1_000_00)
    history.buy("month", 400_00, on=day(2, 20))
    history.today = day(4, 20)
    history.restructure_balance(6)
    history.repay(100_00, on=day(5, 1))
    history.today = day(8, 1)


def given_up_and_recovered(history: History) -> None:
    history.buy("inst", 600_00, 6)
    history.buy("epi", 600_00, 6)
    history.buy("month", 100_00)
    history.today = day(6, 20)
    history.charge_off("A1P1")
    history.recover(150_00, "A1P1", on=day(6, 25))
    history.write_off("A1P2", on=day(7, 1))
    history.recover(50_00, "A1P2", on=day(7, 5))
    history.waive(1, on=day(7, 8))
    history.credit(20_00, on=day(7, 9))
    history.today = day(8, 20)


def on_another_bill_day(history: History) -> None:
    history.buy("inst", 600_00, 6, merchant="Shop")
    history.buy("month", 400_00, merchant="Market", scene="travel")
    history.change_bill_day(20, on=day(2, 5))
    history.repay(150_00, on=day(2, 12))
    history.extend("A1P1", 2, on=day(2, 21))
    history.today = day(8, 1)


def debited_in_part(history: History) -> None:
    history.buy("inst", 600_00, 6)
    history.buy("month", 400_00)
    history.agree("card", "minimum")
    history.state_means("card", 120_00)
    history.state_means("card", 300_00, on=day(2, 20))
    history.today = day(3, 20)


def a_credit_that_pays_what_comes(history: History) -> None:
    history.buy("inst", 1_000_00, 3)
    history.repay(500_00, on=day(1, 13))
    history.pay_out(on=day(2, 20))
    history.hold("month", 200_00, until=day(3, 1))
    history.set_limit(3_000_00, scene="travel", from_on=day(2, 25), until_on=day(3, 10), on=day(2, 20))
    history.buy("month", 2_500_00, on=day(2, 26), scene="travel")
    history.today = day(4, 20)


def extended_by_date(history: History) -> None:
    history.buy("fee by date", 600_00, 3)
    history.buy("weekly", 600_00, 3)
    history.buy("dear", 600_00, 6)
    history.extend("A1P1", 1, on=day(1, 15))
    history.extend("A1P2", 1, on=day(1, 15))
    history.extend("A1P3", 2, on=day(1, 15))
    history.today = day(5, 20)


def fees_of_three_bills_returned(history: History) -> None:
    history.buy("grace", 1_200_00, 12)
    history.today = day(4, 10)
    history.waive(5_00, "fee", "A1P1")
    history.refund("A1P1", 600_00)
    history.refund("A1P1", 600_00, on=day(4, 20))
    history.today = day(5, 20)


def the_first_schedule_stays(history: History) -> None:
    """Interest of the first schedule: paid ahead in part, at another rate, and paid off in the middle of a row."""
    history.buy("fixed", 1_000_00, 6)
    history.buy("fixed", 500_00, 6)
    history.repay(50_00, "A1P1", on=day(1, 13))
    history.reprice("A1P1", 60_000_000, on=day(1, 15))
    history.pay_off("A1P2", on=day(1, 19))
    history.pay_off("A1P1", on=day(1, 29))
    history.today = day(2, 20)


def paused_and_restructured(history: History) -> None:
    history.buy("inst", 1_200_00, 12)
    history.buy("fixed", 600_00, 6)
    history.repay(100_00, "A1P2", on=day(1, 14))
    history.pause("A1P1", day(4, 10), on=day(1, 20))
    history.pause("A1P2", day(1, 30), on=day(1, 16))
    history.restructure("A1P2", 12, on=day(1, 24))
    history.restructure("A1P1", 6, on=day(2, 5))
    history.today = day(6, 20)


def carried_paid_and_carried_again(history: History) -> None:
    history.buy("month", 1_000_00)
    history.repay(300_00, on=day(2, 20))
    history.repay(200_00, on=day(3, 10))
    history.repay(100_00, on=day(3, 30))
    history.buy("month", 400_00, on=day(3, 30))
    history.today = day(5, 20)


def a_bill_within_grace_of_another(history: History) -> None:
    """Late nights that were charged, and others that are not yet, on a row that a bill ends."""
    history.buy("month", 1_000_00)
    history.repay(200_00, on=history.opened_on + timedelta(55))
    history.change_bill_day(14, on=history.opened_on + timedelta(57))
    history.today = day(5, 20)


def debited_bit_by_bit(history: History) -> None:
    history.buy("inst", 600_00, 6)
    history.buy("month", 400_00)
    history.agree("card", "full")
    history.state_means("card", 120_00)
    history.today = day(2, 12) + NIGHT
    history.state_means("card", 100_00, on=day(2, 12))
    history.state_means("card", 1_000_00, on=day(2, 14))
    history.today = day(4, 20)


def paid_a_fen_at_a_time_at_the_end(history: History) -> None:
    history.buy("epi", 1_000_00, 3)
    history.repay(1, on=day(5, 1))
    history.repay(1, on=day(5, 10))
    history.repay(900_00, on=day(5, 12))
    history.today = day(5, 20)


def late_for_long(history: History) -> None:
    """Past 90 days principal is paid before the charges of the line."""
    history.buy("month", 1_000_00)
    history.buy("inst", 600_00, 6)
    history.today = day(5, 20)
    history.repay(200_00)
    history.repay(300_00, on=day(6, 1))
    history.today = day(6, 10)


LIVES: dict[str, Callable[[History], None]] = {
    life.__name__: life
    for life in (
        *(weekly_and_in_days, a_fen_short_of_a_row, short_of_a_row_and_sent_back, a_fen_short_of_all),
        *(ahead_then_restructured, minimum_within_grace, order_with_two_late_rows, paused_and_prepaid),
        *(fees_paused_prepaid_and_sent_back, free_at_first_and_prepaid, flat_sent_back_and_paid_off),
        *(returned_with_its_fees, contested_on_a_bill, a_bill_in_installments, restructured_bills),
        *(given_up_and_recovered, on_another_bill_day, debited_in_part, a_credit_that_pays_what_comes),
        *(extended_by_date, fees_of_three_bills_returned, the_first_schedule_stays, paused_and_restructured),
        *(carried_paid_and_carried_again, a_bill_within_grace_of_another, debited_bit_by_bit),
        *(paid_a_fen_at_a_time_at_the_end, late_for_long),
    )
}
LINES = {"usual": opened(), "grace": opened(line=GRACE_LINE, bill_day=28)}
