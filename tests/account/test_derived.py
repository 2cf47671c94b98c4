"""What an account derives of itself: numbers, marks and orders, each as it is defined."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from msgspec.structs import replace

from baitiao_cli.account.allocation import payable_debts
from baitiao_cli.account.billing import documents_to_issue
from baitiao_cli.account.cap import cost_a_year, has_passed_cap, keep_within_cap, night_cost
from baitiao_cli.account.delinquency import minimum_unpaid_fen
from baitiao_cli.account.limits import ANYTHING, rise_fen
from baitiao_cli.account.meter import Meter, NightMeter, NightSpan
from baitiao_cli.account.views.figures import figures, next_boundary_on, next_due
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.account.views.history import history as history_of
from baitiao_cli.account.views.prepayment import quote_prepayment
from baitiao_cli.calc.rates import PPB
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import LINE, PRODUCTS, History, opened

DUE = date(2024, 2, 12)
NIGHT = timedelta(days=1)


def test_bills_are_numbered_from_one_and_each_goes_on_where_the_one_before_ended() -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.buy("inst", 1_200_00, 12)
    history.repay(150_00, on=date(2024, 2, 10))
    history.today = date(2024, 6, 5)
    bills = history.account().bills
    assert [bill.number for bill in bills] == [1, 2, 3, 4, 5]
    assert [bill.from_on for bill in bills] == [history.opened_on, *(bill.billed_on for bill in bills[:-1])]
    assert [bill.from_posting for bill in bills] == [0, *(bill.until_posting for bill in bills[:-1])]


def test_a_bill_that_asks_nothing_of_what_revolves_is_met_as_it_is_made() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.buy("month", 1_000_00, on=date(2024, 2, 20))
    history.today = date(2024, 3, 5)
    first, second = history.account().bills
    assert (first.minimum_revolving_fen, first.minimum_met_on) == (0, first.billed_on)
    assert (second.minimum_revolving_fen, second.minimum_met_on) == (100_00, None)


def test_what_is_paid_is_payable_no_more() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 5)
    assert [(debt.plan_id, debt.row.number) for debt in payable_debts(history.account())] == [("A1P1", 1), ("A1P2", 1)]
    history.repay(107_20)
    assert [debt.plan_id for debt in payable_debts(history.account())] == ["A1P2"]


def test_a_row_that_was_paid_with_its_late_charge_is_paid() -> None:
    # 107.20 at 0.05% for eight nights: 0.4288
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 20)
    history.repay(107_20 + 43)
    account = history.account()
    row = row_outlooks(account.plans["A1P1"], account, account.through)[0]
    assert (row.status, row.late_charge_fen, row.total_fen, row.outstanding_fen) == ("paid", 43, 107_63, 0)


def test_a_credit_balance_covers_what_falls_due_first() -> None:
    # 1,000.00 in 3: 333.33 + 6.00 on 12 February and 12 March, then 333.34 + 6.00.
    for credit_fen, wanted in (
        (339_32, (DUE, 1)),
        (339_33, (date(2024, 3, 12), 339_33)),
        (400_00, (date(2024, 3, 12), 278_66)),
        (700_00, (date(2024, 4, 12), 318_00)),
        (1_018_00, (None, 0)),
    ):
        history = History()
        history.buy("inst", 1_000_00, 3)
        history.repay(credit_fen)
        assert next_due(history.account()) == wanted


def test_a_hold_is_open_on_its_last_day_and_has_ended_on_it_afterwards() -> None:
    history = History()
    history.hold("month", 300_00, until=DUE)
    hold = history.account().holds["A1H1"]
    assert [hold.status(DUE + days * NIGHT) for days in (-1, 0, 1)] == ["open", "open", "expired"]
    assert [hold.ended_on(DUE + days * NIGHT) for days in (-1, 0, 1)] == [None, None, DUE]


def test_a_limit_that_has_not_begun_or_is_over_is_no_room() -> None:
    history = History()
    history.set_limit(100_00, scene="travel", from_on=date(2024, 1, 20), until_on=date(2024, 1, 25))
    for day, count in ((19, 1), (20, 2), (25, 2), (26, 1)):
        rooms = history.account(date(2024, 1, day)).rooms
        assert len(rooms) == count
        assert rooms[ANYTHING].limit_fen == 20_000_00


def test_a_means_is_debited_before_what_comes_on_that_day() -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.agree("card")
    history.today = DUE
    later = history.repay(10_00)
    history.today = DUE + NIGHT
    lines = [line for line in history_of(history.events, history.today) if line.on == DUE]
    assert [(line.kind, line.event_id, line.sequence, line.asked_fen) for line in lines] == [
        ("debit-tried", "", None, 1_000_00),  # it is not recorded yet
        ("repayment-received", later.event_id, 0, 0),
    ]
    history.make_debits()
    lines = [line for line in history_of(history.events, history.today) if line.on == DUE]
    assert [line.event_id for line in lines] == [history.events[-1].event_id, later.event_id]
    assert [line.balance_fen for line in lines] == [0, -10_00]


def test_a_suspension_that_is_lifted_leaves_the_failures_of_another_cause() -> None:
    history = History()
    for _ in range(3):
        history.verify(False)
    history.suspend("risk")
    history.resume("risk")
    assert (history.account().status, len(history.account().failed_on)) == ("suspended", 3)
    history.resume("abnormal-login", reason="by letter")
    assert (history.account().status, history.account().failed_on) == ("open", [])


def test_a_night_of_what_is_to_come_counts_until_its_due_date() -> None:
    # 1,000.00 in 3 with 6.00 each: what is due has no nights to come. On 12 February 31 nights of all are over.
    for product in ("inst", "flat"):
        history = History()
        history.buy(product, 1_000_00, 3)
        for on, nights in (
            (date(2024, 2, 5), 1_000_00 * 24 + 333_33 * 7 + 333_33 * 36 + 333_34 * 67),
            (DUE, 1_000_00 * 31 + 333_33 * 29 + 333_34 * 60),
            (date(2024, 2, 20), 1_000_00 * 39 + 333_33 * 21 + 333_34 * 52),
        ):
            assert night_cost(history.account(on).plans["A1P1"], on) == Fraction(18_00, nights)


def test_what_a_plan_by_the_night_costs_a_year_is_its_interest_on_its_nights() -> None:
    # 1,000.00 at 10.8% for 31 nights: 9.17
    history = History()
    history.buy("monthly", 1_000_00, 3)
    plan = history.account(DUE).plans["A1P1"]
    assert plan.rows[0].asked.interest == 9_17
    assert cost_a_year(plan, 0) == Fraction(9_17 * 365, 1_000_00 * 31)
    assert cost_a_year(plan, 83) == Fraction(10_00 * 365, 1_000_00 * 31)


@pytest.mark.parametrize(("more_fen", "passes"), [(35_99, False), (36_00, False), (36_01, True)])
def test_a_cap_is_passed_by_one_fen(more_fen: int, passes: bool) -> None:
    # 1,000.00 for 73 nights, a fifth of a year, at 24%: 48.00. Two fees of 6.00 were asked for.
    history = History([opened(date(2026, 1, 12))])
    history.buy("inst", 1_000_00, 12)
    plan = history.account(date(2026, 3, 26)).plans["A1P1"]
    assert plan.balance_nights == 73 * 1_000_00
    assert has_passed_cap(plan, more_fen) == passes


@pytest.mark.parametrize("product", ["inst", "flat"])
def test_a_plan_that_cost_as_much_as_its_cap_gets_nothing_beside_it(product: str) -> None:
    history = History([opened(date(2026, 1, 10), tier="D")])
    history.buy(product, 12_000_00, 12)
    on = date(2026, 2, 5)
    history.refund("A1P1", 9_000_00, on=on)
    plan = history.account(on).plans["A1P1"]
    row, cap = plan.rows[1], Fraction(240_000_000, 365 * PPB)

    def kept_fen(more_fen: int, cost_before: Fraction) -> int:
        """What is left of the row's price with so much more."""
        price_fen = row.price_of(row.planned) + more_fen
        row.plan_again("A1E9", "refund", row.planned.principal, price_fen)
        keep_within_cap(plan, "A1E9", "refund", on, cost_before)
        return row.price_of(row.planned)

    assert kept_fen(5, cap) == 36_16  # see test_to_the_fen
    assert kept_fen(5, cap * Fraction(1_000_001, 1_000_000)) == 36_18  # a fen for each of the two rows that are left
    assert kept_fen(50_00, 2 * cap) == 86_18


def test_only_the_oldest_late_row_bears_what_all_of_a_plan_costs() -> None:
    # 1,000.00 in 3 with 18.00 in fees, nothing paid: 1,018.00 x 0.07% x 32 nights since 12 February are 22.8032.
    history = History()
    history.buy("order", 1_000_00, 3)
    account = history.account(date(2024, 3, 15))
    assert figures(account).owed.late_charge == 22_80
    rows = row_outlooks(account.plans["A1P1"], account, account.through)
    assert [row.late_charge_fen for row in rows] == [22_80, 0, 0]


def test_rows_that_are_paid_ahead_in_one_period_are_rounded_together() -> None:
    meter = Meter(counted_to=DUE, exact=Fraction(25, 10))
    meter.begin_row(2, 1, "half-up")  # 2.5 have run, 3 rounded: one was asked for, two are left over
    assert (meter.exact, meter.asked_fen, meter.rounded_fen("half-up")) == (Fraction(3, 2), 1, 2)
    meter.begin_row(3, 1, "half-up")
    assert (meter.exact, meter.asked_fen, meter.rounded_fen("half-up")) == (Fraction(1, 2), 2, 1)


def test_a_night_that_costs_just_the_least_is_told_by_its_rate() -> None:
    assert not NightSpan(DUE, DUE + NIGHT, 100_00, 100_000, 1).is_floor
    assert NightSpan(DUE, DUE + NIGHT, 99_99, 100_000, 1).is_floor


def test_a_row_that_lacks_one_fen_is_not_filled_ahead() -> None:
    history = History()
    history.buy("epi", 1_000_00, 3)
    payment_fen = history.account().plans["A1P1"].rows[0].planned.total_fen
    history.repay(payment_fen - 1)
    assert [row.is_billed for row in history.account().plans["A1P1"].rows] == [False, False, False]
    history.repay(1)
    assert [row.is_billed for row in history.account().plans["A1P1"].rows] == [True, False, False]


def test_a_product_takes_its_least_and_its_most() -> None:
    product = PRODUCTS["month"]
    product.check_amount(1_00)
    product.check_amount(200_000_00)
    for amount_fen in (99, 200_000_01):
        with pytest.raises(BaitiaoError, match="amount-outside-product") as refused:
            product.check_amount(amount_fen)
        assert refused.value.details == {
            "product_id": "month",
            "amount_fen": amount_fen,
            "minimum_fen": 1_00,
            "maximum_fen": 200_000_00,
        }


def test_a_line_on_which_nothing_stops_earns_on() -> None:
    for days, names in ((0, set()), (90, {"", "A1P1"})):
        history = History([opened(line=replace(LINE, non_accrual_after_days=days))])
        history.buy("inst", 1_200_00, 12)
        history.lock(on=date(2024, 8, 1))
        assert history.account(date(2024, 8, 1)).unrecognised == names


def test_installments_are_paid_before_purchases_of_the_bill_whatever_was_bought_first() -> None:
    # A fen more than the installment goes to the purchase.
    history = History()
    history.buy("month", 1_000_00)
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 5)
    assert [debt.plan_id for debt in payable_debts(history.account())] == ["A1P2", "A1P1"]
    history.repay(107_21)
    account = history.account()
    assert (account.credit_fen, account.plans["A1P1"].balance_fen, account.plans["A1P2"].balance_fen) == (
        0,
        999_99,
        1_100_00,
    )


@pytest.mark.parametrize(("payments", "met"), [((50_00, 50_00), True), ((150_00,), True), ((50_00, 49_99), False)])
def test_a_minimum_is_met_by_all_that_comes_together(payments: tuple[int, ...], met: bool) -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 5)
    for amount_fen in payments:
        history.repay(amount_fen)
    (bill,) = history.account().bills
    assert (bill.minimum_met_on is not None) == met
    assert minimum_unpaid_fen(history.account(), bill) == max(0, 100_00 - sum(payments))
    # What runs on the 900.00 or so that are carried is no part of the least.
    later = figures(history.account(date(2024, 2, 20)))
    assert (later.minimum_left_fen == 0, later.overdue_fen == 0) == (met, met)


def test_an_account_that_owes_nothing_waits_for_nothing() -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.repay(1_000_00, on=date(2024, 2, 10))
    assert next_boundary_on(history.account(date(2024, 2, 20))) == date(2024, 3, 3)
    assert next_boundary_on(history.account(date(2024, 3, 3))) == date(2024, 3, 12)  # that bill, though it asks nothing
    assert next_boundary_on(history.account(date(2024, 3, 12))) is None


def test_documents_know_of_those_before_them() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    documents = documents_to_issue(history.account(date(2024, 4, 5)), 7)
    assert [(one.number, one.knew_number) for one in documents] == [(1, 7), (2, 8), (3, 9)]
    assert [one.from_on for one in documents] == [history.opened_on, date(2024, 2, 3), date(2024, 3, 3)]


def test_charges_of_the_line_are_numbered_by_the_bill() -> None:
    history = History()
    history.buy("month", 1_000_00)
    assert [row.number for row in history.account(date(2024, 5, 1)).line_rows] == [1, 2, 3]


def test_a_limit_changes_as_its_days_begin_and_after_they_end() -> None:
    history = History()
    history.set_limit(30_000_00, from_on=date(2024, 1, 20), until_on=date(2024, 1, 25))
    after, before = history.account().limits, History().account().limits
    assert list(after.changes_on()) == [date(2024, 1, 20), date(2024, 1, 26)]
    assert [rise_fen(*pair, history.today) for pair in ((before, before), (before, after), (after, before))] == [
        0,
        10_000_00,
        0,
    ]


def test_a_bill_day_that_is_set_on_its_day_begins_with_the_next_bill() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.change_bill_day(5, on=date(2024, 2, 5))
    bills = history.account(date(2024, 3, 6)).bills
    assert [(bill.from_on, bill.billed_on) for bill in bills] == [
        (history.opened_on, date(2024, 2, 3)),
        (date(2024, 2, 3), date(2024, 3, 5)),
    ]


def test_nights_on_one_balance_are_one_span_and_a_meter_begins_again_at_nothing() -> None:
    meter = NightMeter(DUE)
    for night in range(3):
        on = DUE + night * NIGHT
        meter.run(on + NIGHT, 100_00, 500_000)
        meter.defer(on, on + NIGHT, 50_00, 400_000)
    assert [(span.from_on, span.until_on, span.base_fen) for span in meter.spans] == [
        (DUE, DUE + 3 * NIGHT, 100_00),
        (DUE, DUE + 3 * NIGHT, 50_00),
    ]
    assert meter.billionths == 3 * (100_00 * 500_000 + 50_00 * 400_000)
    meter.defer(DUE, DUE + NIGHT, 0, 400_000)
    assert len(meter.spans) == 2
    assert len(meter.restart()) == 2
    assert (meter.billionths, meter.spans, meter.dropped) == (0, [], 0)


def test_a_row_that_is_paid_bears_no_charge_on_all_that_is_left() -> None:
    # 666.67 are left with two fees: 678.67 x 0.07% for the ten nights since 12 March are 4.75069.
    history = History()
    history.buy("order", 1_000_00, 3)
    history.repay(339_33, on=date(2024, 2, 10))
    assert figures(history.account(date(2024, 3, 22))).owed.late_charge == 4_75


def test_a_prepayment_tells_the_next_two_payments() -> None:
    # 1,000.00 in 3, the first paid: 339.33 and 339.34 are left.
    history = History()
    history.buy("inst", 1_000_00, 3)
    history.repay(339_33, on=date(2024, 2, 10))
    on = date(2024, 2, 12)
    without, *_ = quote_prepayment(history.account(on), "A1P1", 100_00, on).outlooks
    assert (without.left_count, without.next_payment_fen, without.later_payment_fen) == (2, 339_33, 339_34)
    history.repay(339_33, on=date(2024, 3, 5))
    on = date(2024, 3, 13)
    without, *_ = quote_prepayment(history.account(on), "A1P1", 100_00, on).outlooks
    assert (without.left_count, without.next_payment_fen, without.later_payment_fen) == (1, 339_34, 0)


def test_charges_that_a_debit_asks_for_are_told_before_it() -> None:
    # 57.20 are missing a day later: 0.0286, for which the least is a fen a night, rounded to 0.03.
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.agree("card")
    history.state_means("card", 50_00)
    history.state_means("card", 500_00, on=DUE)
    history.today = DUE + 2 * NIGHT
    told = [
        (line.on, line.kind, line.amount_fen) for line in history_of(history.events, history.today) if line.on >= DUE
    ]
    assert told == [
        (DUE, "debit-tried", -50_00),
        (DUE, "means-stated", 0),
        (DUE + NIGHT, "charged", 3),
        (DUE + NIGHT, "debit-tried", -57_23),
    ]
