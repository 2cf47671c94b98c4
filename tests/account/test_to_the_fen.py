"""The edges of the account's rules: one fen and one day to either side, and what is added to what."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from msgspec.structs import replace

from baitiao_cli.account.account import Conflict, Debt, worse_conflicts
from baitiao_cli.account.debit import debit_due
from baitiao_cli.account.delinquency import late_charge_fen, was_missed
from baitiao_cli.account.events import DisputeLost, Event, HoldReleased, LimitRequested, Purchased
from baitiao_cli.account.limits import ANYTHING, Limits
from baitiao_cli.account.meter import Meter, NightMeter, NightSpan, Span
from baitiao_cli.account.owed import minimum_due_by_fen
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.quote import LATE_NIGHTS, Shown, make_quote, read_quote_id
from baitiao_cli.account.recognition import stops_accruing_on
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.charge import decide_purchase
from baitiao_cli.account.verbs.close import closing_blockers
from baitiao_cli.account.verbs.convert import convertible_fen
from baitiao_cli.account.verbs.limit_request import decide_limit_request
from baitiao_cli.account.verbs.scene import SceneRoom, scene_rooms
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statement
from baitiao_cli.calc.dates import bill_periods, periods_from
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import LINE, PRODUCTS, History, opened

DUE = date(2024, 2, 12)
NIGHT = timedelta(days=1)


def on_the_bill(amount_fen: int = 1_000_00, product: str = "month", installments: int | None = None) -> History:
    """Bought on 12 January, on the bill of 3 February, due on the 12th; it is the 5th."""
    history = History()
    history.buy(product, amount_fen, installments)
    history.today = date(2024, 2, 5)
    return history


def test_the_third_failure_suspends_and_no_earlier_one() -> None:
    history = History()
    for failures, status in ((1, "open"), (2, "open"), (3, "suspended"), (4, "suspended")):
        history.today += NIGHT
        history.verify(False)
        assert (len(history.account().failed_on), history.account().status) == (failures, status)
    assert history.account().suspensions_in_force["abnormal-login"].since_on == date(2024, 1, 15)


def test_a_conflict_that_was_there_before_is_not_a_worse_one() -> None:
    known, more = Conflict("A1E1", "limit-exceeded", 5), Conflict("A1E1", "limit-exceeded", 6)
    assert worse_conflicts([known], [known]) == []
    assert worse_conflicts([known], [more]) == [more]
    assert worse_conflicts([], [Conflict("A1E2", "plan-unknown")]) == [Conflict("A1E2", "plan-unknown")]


def test_an_account_is_folded_up_to_fifty_years() -> None:
    events = [opened(date(2024, 1, 12))]
    assert replay(events, date(2074, 12, 31)).through == date(2074, 12, 31)
    with pytest.raises(BaitiaoError, match="history-too-long"):
        replay(events, date(2075, 1, 1))


@pytest.mark.parametrize(("paid_fen", "missed"), [(99_99, True), (100_00, False)])
def test_a_minimum_that_lacks_one_fen_is_missed(paid_fen: int, missed: bool) -> None:
    history = on_the_bill()
    history.repay(paid_fen)
    account = history.account(DUE + NIGHT)
    assert was_missed(account, account.bills[0]) == missed
    assert (figures(account).days_past_due, figures(account).overdue_fen > 0) == ((1, True) if missed else (0, False))


@pytest.mark.parametrize(("paid_fen", "days"), [(107_19, 1), (107_20, 0)])
def test_an_installment_that_lacks_one_fen_is_late(paid_fen: int, days: int) -> None:
    history = on_the_bill(1_200_00, "inst", 12)
    history.repay(paid_fen)
    assert figures(history.account(DUE)).days_past_due == 0
    assert figures(history.account(DUE + NIGHT)).days_past_due == days


def test_the_oldest_row_carries_the_charge_on_all_that_is_left_though_it_lacks_one_fen() -> None:
    # 1,000.00 in 3: 333.33 + 6.00. One fen of the first is unpaid; 666.68 and two fees are left: 678.68 x 0.07% x 10.
    history = on_the_bill(1_000_00, "order", 3)
    history.repay(339_32)
    account = history.account(date(2024, 2, 22))
    plan = account.plans["A1P1"]
    assert late_charge_fen(account, Debt(plan.rows[0], plan), account.through) == 4_75  # 4.75076


def test_one_fen_can_be_turned_into_an_installment_and_none_cannot() -> None:
    history = on_the_bill(100_01)
    history.repay(100_00)
    assert convertible_fen(history.account(), date(2024, 2, 3)) == 1
    history.repay(1)
    assert convertible_fen(history.account(), date(2024, 2, 3)) == 0


def test_one_fen_is_debited() -> None:
    history = on_the_bill(100_01)
    history.agree("card")
    history.repay(100_00)
    tried = history.account(DUE).debits[DUE]
    assert (tried.asked_fen, tried.taken_fen) == (1, 1)
    assert debit_due(history.account(date(2024, 2, 11)), date(2024, 2, 11)) is None


def test_relief_ends_after_the_day_on_which_it_is_asked_for() -> None:
    history = on_the_bill()
    with pytest.raises(BaitiaoError, match="hardship-until-past"):
        history.ask_relief(until_on=history.today)
    assert history.ask_relief(until_on=history.today + NIGHT)


def test_a_line_is_suspended_on_the_day_after_its_days_overdue() -> None:
    history = on_the_bill(1_200_00, "inst", 12)
    assert history.account(DUE + timedelta(days=30)).status == "open"
    assert history.account(DUE + timedelta(days=31)).status == "suspended"


def test_accrual_stops_after_ninety_days_of_the_oldest() -> None:
    history = on_the_bill(1_200_00, "inst", 12)
    history.buy("epi", 1_000_00, 3)
    later = date(2024, 3, 1)
    assert stops_accruing_on(history.account(later)) == DUE + timedelta(days=91)
    assert stops_accruing_on(history.account(DUE + timedelta(days=91))) is None
    grace = History([opened(line=replace(LINE, non_accrual_after_days=1, late=replace(LINE.late, grace_days=3)))])
    grace.buy("month", 1_000_00)
    assert stops_accruing_on(grace.account(DUE)) == DUE + timedelta(days=4)


def test_what_is_due_today_is_part_of_the_least_to_pay() -> None:
    history = on_the_bill(1_200_00, "inst", 12)
    assert minimum_due_by_fen(history.account(DUE), DUE) == 107_20
    assert minimum_due_by_fen(history.account(DUE - NIGHT), DUE - NIGHT) == 0


def test_the_limits_that_could_be_used_up_together() -> None:
    assert Limits({ANYTHING: 0}).most_fen == 0
    history = History()
    history.set_limit(100_00, scene="travel", until_on=date(2024, 3, 1))
    history.set_limit(200_00, scene="virtual")
    assert history.account().limits.most_fen == 20_000_00 + 100_00 + 200_00


def test_a_limit_that_is_granted_late_begins_with_the_grant() -> None:
    history = History()
    request = LimitRequested(limit_fen=30_000_00, from_on=date(2024, 1, 20), until_on=date(2024, 3, 1))
    history.record(decide_limit_request(history.account(), request, history.today))
    history.today = date(2024, 1, 25)
    history.decide_limit("granted")
    assert history.account().limits.temporary[ANYTHING].from_on == date(2024, 1, 25)
    assert history.account().limit_fen == 30_000_00


def test_nights_that_cost_less_than_the_least_cost_the_least() -> None:
    # 66.67 at 0.015% are 1.00005 fen a night, 66.66 are 0.9999.
    for base_fen, is_floor in ((66_66, True), (66_67, False)):
        span = NightSpan(DUE, DUE + NIGHT, base_fen, 150_000, 1)
        assert span.is_floor == is_floor
        assert span.billionths == max(10**9, base_fen * 150_000)


def test_a_meter_counts_the_smallest_base_and_rate_and_nothing_of_nothing() -> None:
    for base_fen, daily_ppb, billionths in ((1, 5, 5), (5, 1, 5), (5, 0, 0), (0, 5, 0)):
        meter = NightMeter(DUE)
        meter.run(DUE + NIGHT, base_fen, daily_ppb)
        assert (meter.billionths, meter.counted_to, len(meter.spans)) == (billionths, DUE + NIGHT, billionths > 0)
    least = NightMeter(DUE)
    least.run(DUE + NIGHT, 100, 0, floor_fen=1)
    assert least.billionths == 0
    deferred = NightMeter(DUE)
    deferred.defer(DUE, DUE + 2 * NIGHT, 1, 400_000)
    assert deferred.billionths == 2 * 400_000  # a deferral has no least
    deferred.defer(DUE, DUE + NIGHT, 7, 1)
    assert deferred.billionths == 2 * 400_000 + 7


def test_interest_goes_on_in_one_span_and_carries_what_a_row_could_not_ask_for() -> None:
    half = Fraction(1, 2)
    meter = Meter(counted_to=DUE)
    for night in range(5):
        on = DUE + night * NIGHT
        meter.run(on + NIGHT, Span(1, on, on + NIGHT, 100, None, half))
    assert [(span.from_on, span.until_on, span.exact) for span in meter.spans] == [(DUE, DUE + 5 * NIGHT, 5 * half)]
    # 2.5 have run, 3 rounded: of one fen that was asked for, two are left to the next row.
    meter.begin_period(2, 1, "half-up")
    assert [(span.number, span.exact) for span in meter.spans[1:]] == [(1, -2), (2, 2)]
    assert (meter.exact, meter.rounded_fen("half-up")) == (2, 2)
    meter.run(DUE + 6 * NIGHT, Span(2, DUE + 5 * NIGHT, DUE + 6 * NIGHT, 100, None, half))
    meter.round_period(2, "half-up")
    assert (meter.exact, meter.asked_fen, meter.rounded_fen("half-up")) == (3, 0, 3)


def test_the_factor_of_a_plan_is_that_of_all_its_nights_but_the_free_ones() -> None:
    history = History()
    history.buy("defer60", 1_000_00)
    history.buy("epi", 1_000_00, 3)
    deferred, equal = history.account().plans.values()
    assert deferred.factor(date(2024, 1, 12), date(2024, 3, 12)) == Fraction(30 * 4, 10_000)
    assert equal.factor(date(2024, 1, 12), date(2024, 4, 12)) == Fraction(108 * 91, 1000 * 365)
    assert equal.factor(date(2024, 1, 20), date(2024, 1, 20)) == 0


def test_a_quote_tells_the_rate_of_all_it_costs_and_what_lateness_costs() -> None:
    start_on, quotes = date(2024, 1, 12), {}
    for product, count in (("epi", 12), ("inst", 12), ("order", 12)):
        terms = PRODUCTS[product].terms(count, "B", start_on)
        periods = periods_from(start_on, count, 1, "months")
        quotes[product] = make_quote(Purchased(plan_id="", amount_fen=1_200_00, terms=terms), start_on, periods)
    interest, fee, both = quotes["epi"].costs
    assert quotes["epi"].annual_rate == both.annual_rate == interest.annual_rate != fee.annual_rate
    # 107.20 at 0.05% a night; of an order all 12 x 107.20 at 0.07%.
    (late,), (late_order,) = quotes["inst"].late_costs, quotes["order"].late_costs
    assert late.example_fen == round(107_20 * LATE_NIGHTS * 5 / 10_000)
    assert late_order.example_fen == round(12 * 107_20 * LATE_NIGHTS * 7 / 10_000)


def test_a_text_that_is_no_quote_is_told_by_its_first_letters() -> None:
    with pytest.raises(BaitiaoError) as refused:
        read_quote_id("Q" * 33)
    assert refused.value.details == {"text": "Q" * 32}


def test_a_request_for_relief_is_in_the_way_of_closing_and_costs_nothing() -> None:
    history = on_the_bill()
    history.ask_relief()
    assert [(blocker.code, blocker.amount_fen) for blocker in closing_blockers(history.account())] == [
        ("owed", 1_000_00),
        ("hardship", 0),
    ]


def test_what_a_refund_takes_off_a_converted_bill_is_taken_over_no_more() -> None:
    history = on_the_bill()
    history.convert(6)
    history.refund("A1P1", 400_00)
    assert history.account().plans["A1P2"].converted == {"A1P1": 600_00}
    history.refund("A1P1", 100_00)
    assert history.account().plans["A1P2"].converted == {"A1P1": 500_00}


def test_what_is_owed_again_and_restructured_is_taken_over_once() -> None:
    history = on_the_bill(500_00)
    dispute = history.dispute("A1P1")
    history.lose(dispute.event_id)
    history.today = date(2024, 3, 5)
    history.restructure_balance(12)
    plans = history.account().plans
    assert (plans["A1P2"].converted, plans["A1P3"].converted) == ({"A1P1": 0}, {"A1P1": 500_00})


def test_a_second_dispute_takes_its_own_amount_off_the_rows() -> None:
    history = on_the_bill(1_200_00, "inst", 12)
    first, second = history.dispute("A1P1", 100_00), history.dispute("A1P1", 200_00)
    disputes = history.account().disputes
    assert disputes[first.event_id].off_rows == {"A1P1": 100_00}
    assert disputes[second.event_id].off_rows == {"A1P1": 200_00}


def test_what_is_too_little_for_its_installments_is_owed_again_in_one_less() -> None:
    history = on_the_bill(1_200_00, "free", 12)
    dispute = history.dispute("A1P1", 11)
    terms = PRODUCTS["free"].terms(12, "B", history.today)
    history.record(DisputeLost(dispute_id=dispute.event_id, plan_id="A1P2", terms=terms))
    assert [row.planned.principal for row in history.account().plans["A1P2"].rows] == [1] * 11


def test_a_row_that_was_paid_on_time_is_not_in_the_way_of_an_extension() -> None:
    history = on_the_bill(1_200_00, "inst", 12)
    history.repay(107_20)
    assert history.extend("A1P1", 1, on=date(2024, 2, 20))


def test_the_fees_of_several_rows_are_lowered_to_the_cap_the_next_first() -> None:
    # 12,000 in 12 at 1% on 10 January 2026; the bill of 3 February has asked 1,000 + 120. On the 5th 9,000 come back.
    # Principal nights: 12,000 x 26, then 1,000 x 7, 35 and 66 to the due dates: 420,000 x 24% / 365 = 276.16 in all.
    history = History([opened(date(2026, 1, 10), tier="D")])
    history.buy("inst", 12_000_00, 12)
    history.refund("A1P1", 9_000_00, on=date(2026, 2, 5))
    fees = [row.planned.fee for row in history.account(date(2026, 2, 5)).plans["A1P1"].rows[:3]]
    assert fees == [120_00, 36_16, 120_00]


def test_a_purchase_beyond_the_limit_is_told_what_is_used_and_what_is_held() -> None:
    history = History()
    history.buy("month", 15_000_00)
    history.hold("month", 1_000_00)
    terms = PRODUCTS["month"].terms(None, "B", history.today)
    with pytest.raises(BaitiaoError, match="limit-exceeded") as refused:
        decide_purchase(
            history.account(), PRODUCTS["month"], Purchased(plan_id="", amount_fen=4_000_01, terms=terms), history.today
        )
    told = refused.value.details
    assert (told["available_fen"], told["limit_fen"], told["used_fen"], told["held_fen"]) == (
        4_000_00,
        20_000_00,
        15_000_00,
        1_000_00,
    )


def test_a_scene_that_nothing_is_lent_for_has_no_room_at_all() -> None:
    history = History()
    terms = PRODUCTS["month"].terms(None, "B", history.today)
    on = history.today
    assert list(scene_rooms(history.account(), terms, "investment", on)) == [SceneRoom("", on, on, 0, 0, allowed=False)]


def test_a_payment_may_get_as_low_as_one_fen() -> None:
    # On its first day a plan in 12 costs nothing: 1,199.88 leave 12 fen, one for each row.
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.prepay("A1P1", 1_199_88, "lower-payment")
    assert [row.planned.principal for row in history.account().plans["A1P1"].rows] == [1] * 12


def test_interest_that_was_paid_ahead_is_asked_for_once_when_a_plan_is_restructured() -> None:
    # Ten nights of 1,000.00 at 10.8%: 2.96, of which 1.00 is paid.
    history = History()
    history.buy("epi", 1_000_00, 3)
    history.today = date(2024, 1, 22)
    history.repay(1_00)
    history.restructure("A1P1", 12)
    assert ledger_balances(history.account().journal) == {
        ("A1P1", "principal"): 1_000_00,
        ("A1P1", "merchant_payable"): -1_000_00,
        ("A1P1", "interest_receivable"): 1_96,
        ("A1P1", "interest_income"): -2_96,
        ("A1P1", "cash"): 1_00,
    }


def test_money_that_belongs_to_no_row_names_none() -> None:
    history = History()
    history.repay(80_00)
    history.pay_out()
    assert [(part.plan_id, part.number, part.kind, part.amount_fen) for part in history.account().allocations] == [
        ("", 0, "credit", 80_00),
        ("", 0, "credit", -80_00),
    ]
    history.buy("daily", 1_000_00)
    history.refund("A1P1", 400_00)
    part = history.account().allocations[-1]
    assert (part.plan_id, part.number, part.kind, part.amount_fen) == ("A1P1", 0, "principal", 400_00)


def test_a_temporary_limit_that_is_there_already_is_no_change() -> None:
    history = History()
    history.set_limit(100_00, scene="travel", until_on=date(2024, 3, 1))
    with pytest.raises(BaitiaoError, match="limit-unchanged"):
        history.set_limit(100_00, scene="travel", until_on=date(2024, 3, 1))
    assert history.set_limit(100_00, scene="travel", until_on=date(2024, 3, 2))


def test_no_limit_is_for_a_scene_that_nothing_is_lent_for() -> None:
    with pytest.raises(BaitiaoError) as refused:
        History().set_limit(100_00, scene="investment")
    assert (refused.value.code, refused.value.details) == ("scene-excluded", {"scene": "investment"})


def test_what_is_taken_of_a_means_is_left_out_of_its_funds() -> None:
    history = on_the_bill()
    history.agree("card")
    history.state_means("card", 1_500_00)
    assert history.account(DUE - NIGHT).purse["card"].funds_fen == 1_500_00
    assert history.account(DUE).purse["card"].funds_fen == 500_00
    history.state_means("card", remove=True)
    assert history.account().purse["card"].funds_fen == 0


def test_a_plan_that_is_lost_is_lost_alone() -> None:
    history = on_the_bill(1_200_00, "inst", 12)
    history.buy("epi", 1_000_00, 3)
    history.today = date(2024, 8, 1)
    history.charge_off("A1P1")
    account = history.account()
    assert (account.is_lost("A1P1"), account.is_lost("A1P2"), account.is_lost("")) == (True, False, False)


def test_a_limit_for_a_merchant_is_taken_by_its_purchases() -> None:
    history = History()
    history.set_limit(3_000_00, merchant="M1")
    history.buy("month", 1_000_00, merchant="M1")
    history.buy("month", 500_00, merchant="M2")
    account = history.account()
    assert (account.earmarked_taken_fen, account.available_fen) == (1_000_00, 19_500_00)


def test_two_disputes_that_were_won_are_refunds_together() -> None:
    history = on_the_bill(1_200_00, "inst", 12)
    for amount_fen in (100_00, 200_00):
        history.win(history.dispute("A1P1", amount_fen).event_id)
    plan = history.account().plans["A1P1"]
    assert (plan.refunded_fen, plan.disputed_fen, plan.balance_fen) == (300_00, 0, 900_00)


def test_a_dispute_is_of_the_plan_that_most_was_set_aside_of() -> None:
    history = on_the_bill()
    history.convert(6, 600_00)
    dispute = history.dispute("A1P1")
    opened_dispute = history.account().disputes[dispute.event_id]
    assert opened_dispute.set_aside == {"A1P1": 400_00, "A1P2": 600_00}
    assert (opened_dispute.plan_taken_off, opened_dispute.installments_left) == ("A1P2", 6)


def test_a_purchase_on_a_line_that_is_locked_besides_its_lateness_is_told() -> None:
    # Overdue since 12 February, suspended by rule from 14 March: that alone is no conflict, nobody knew.
    history = on_the_bill(1_200_00, "inst", 12)
    terms = PRODUCTS["month"].terms(None, "B", history.today)
    bought = Purchased(plan_id="A1P2", amount_fen=10_00, terms=terms)
    for lock, told in ((False, []), (True, ["account-locked"])):
        history.today = date(2024, 3, 20)
        if lock:
            history.lock()
        event = Event(event_id="A1E9", account_id="A1", number=9, effective_on=date(2024, 3, 25), fact=bought)
        folded = replay([*history.events, event], date(2024, 3, 25))
        assert folded.status == "suspended"
        assert [(conflict.event_id, conflict.code) for conflict in folded.conflicts] == [
            ("A1E9", code) for code in told
        ]


def test_a_bill_tells_a_payment_once_whatever_it_paid() -> None:
    history = on_the_bill()
    history.buy("inst", 1_200_00, 12, on=date(2024, 1, 20))
    paid = history.repay(500_00)
    history.today = date(2024, 3, 3)
    lines = [line for line in statement(history.events, history.today).lines if line.kind == "repayments"]
    assert [(line.on, line.amount_fen, line.plan_id, line.event_id) for line in lines] == [
        (date(2024, 2, 5), -500_00, "", paid.event_id)
    ]


def test_a_late_charge_is_rounded_as_its_plan_says(monkeypatch: pytest.MonkeyPatch) -> None:
    # A row of 10.00 costs half a fen for a night at 0.05%: the even neighbour is 0, the line would say 1.
    even = replace(PRODUCTS["free"], id="even", rounding="half-even", late=replace(PRODUCTS["free"].late, floor_fen=0))
    monkeypatch.setitem(PRODUCTS, "even", even)
    for product, charge_fen in (("even", 0), ("free", 1)):
        history = on_the_bill(30_00, product, 3)
        account = history.account(DUE + NIGHT)
        plan = account.plans["A1P1"]
        assert late_charge_fen(account, Debt(plan.rows[0], plan), account.through) == charge_fen


def test_a_payment_for_a_plan_of_another_account_is_told_those_of_this_one() -> None:
    history = on_the_bill()
    history.buy("month", 10_00)
    with pytest.raises(BaitiaoError) as refused:
        history.repay(1_00, "A2P1")
    assert (refused.value.code, refused.value.details) == (
        "plan-elsewhere",
        {"plan_id": "A2P1", "account_id": "A1", "plans": "A1P1, A1P2"},
    )


def test_what_revolves_costs_when_it_is_carried_and_when_its_minimum_is_missed() -> None:
    start_on = date(2024, 1, 12)
    asked = Purchased(
        plan_id="",
        amount_fen=1_500_00,
        terms=PRODUCTS["month"].terms(None, "B", start_on),
        trade_in_fen=300_00,
        down_payment_fen=200_00,
    )
    quote = make_quote(asked, start_on, bill_periods(start_on, 1, 3, 9), LINE)
    # 1,000.00 for 30 nights at 0.05% and at 0.015%
    assert [(late.item, late.base, late.example_fen, late.floor_fen) for late in quote.late_costs] == [
        ("carried", "carried", 15_00, 0),
        ("minimum-missed", "carried", 4_50, 1),
    ]
    shown = Shown.of(quote)
    assert shown.purchase("A1P1") == replace(
        asked, plan_id="A1P1", quote_id=shown.quote_id, quote_hash=shown.quote_hash
    )


def test_a_pause_that_is_not_offered_names_its_plan() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 4, 5)
    with pytest.raises(BaitiaoError) as refused:
        history.pause("A1P1", date(2024, 5, 1))
    assert (refused.value.code, refused.value.details["plan_id"]) == ("pause-not-offered", "A1P1")


def test_a_dispute_that_is_not_there_is_told_those_that_are() -> None:
    history = on_the_bill()
    with pytest.raises(BaitiaoError) as refused:
        history.win("A1E9")
    assert (refused.value.code, refused.value.details["disputes"]) == ("dispute-unknown", "-")
    known = history.dispute("A1P1", 100_00)
    with pytest.raises(BaitiaoError) as refused:
        history.win("A1E9")
    assert refused.value.details["disputes"] == known.event_id


def test_interest_that_runs_on_raises_no_late_charge_when_it_is_asked_for() -> None:
    # 1,000.00 in 3 at 10.8%; the payment of 1 May asks for the 5.62 that have run since 12 April on the last row, of
    # 339.09 + 9.17. Late are 20 nights of 348.26 at 0.015%: 1.04478.
    history = History()
    history.buy("epi", 1_000_00, 3)
    history.repay(1, on=date(2024, 5, 1))
    account = history.account(date(2024, 5, 2))
    plan = account.plans["A1P1"]
    assert (plan.rows[2].unpaid.interest, plan.rows[2].run_on_fen) == (9_17 + 5_62, 5_62)
    assert late_charge_fen(account, Debt(plan.rows[2], plan), account.through) == 1_04


def test_a_minimum_is_met_on_the_day_on_which_it_is_and_no_later() -> None:
    history = on_the_bill()
    history.repay(100_00)
    history.repay(50_00, on=date(2024, 2, 20))
    (bill,) = history.account(date(2024, 2, 20)).bills
    assert (bill.minimum_met_on, was_missed(history.account(date(2024, 2, 20)), bill)) == (date(2024, 2, 5), False)


def test_a_hold_that_was_captured_is_in_the_way_of_the_reversal_of_its_placing() -> None:
    history = History()
    placed = history.hold("month", 300_00)
    history.capture()
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(placed.event_id)


def test_what_a_payoff_changed_of_the_rows_is_told_as_its_doing() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.pay_off("A1P1", on=date(2024, 1, 25))
    changes = [change for row in history.account(date(2024, 1, 25)).plans["A1P1"].rows for change in row.changes]
    assert {(change.why, change.event_id) for change in changes} == {("payoff", "A1E3")}
    assert sum(change.amount_fen for change in changes) == -11 * 7_20  # the fee of the next period is paid


def test_a_release_that_comes_too_late_gives_nothing_back() -> None:
    history = History()
    history.hold("month", 300_00, until=date(2024, 1, 20))
    late = Event(
        event_id="A1E9", account_id="A1", number=9, effective_on=date(2024, 1, 25), fact=HoldReleased(hold_id="A1H1")
    )
    folded = replay([*history.events, late], date(2024, 1, 25))
    assert [(conflict.event_id, conflict.code) for conflict in folded.conflicts] == [("A1E9", "hold-expired")]
    assert folded.holds["A1H1"].released_on is None
