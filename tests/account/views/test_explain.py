"""Explanations, line by line: what a figure is made of, by whom it is paid, and what it costs by the night."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from baitiao_cli.account.account import Allocation
from baitiao_cli.account.events import Purchased
from baitiao_cli.account.views.explain.account import explain_account, explain_charged
from baitiao_cli.account.views.explain.annual_rate import explain_annual_rate
from baitiao_cli.account.views.explain.event import explain_event
from baitiao_cli.account.views.explain.line import Explained, Line, explained, joined, whole
from baitiao_cli.account.views.explain.merchant import explain_merchant_dues
from baitiao_cli.account.views.explain.payoff import explain_payoff
from baitiao_cli.account.views.explain.plan import explain_rows
from tests.laws.history import PRODUCTS, History, opened

Told = tuple[str, Fraction | int, str, int]


def told(found: Iterable[Explained], figure: str, plan_id: str = "") -> list[Told]:
    """The lines of a figure: by what rule, how many fen, of which plan and installment."""
    (one,) = [one for one in found if (one.figure, one.plan_id) == (figure, plan_id)]
    return [(line.rule, line.exact, line.plan_id, line.number) for line in one.lines]


def event_told(history: History, event_id: str) -> list[Told]:
    (event,) = [event for event in history.events if event.event_id == event_id]
    found = explain_event(history.account(), event)
    return [(line.rule, line.exact, line.plan_id, line.number) for figure in found for line in figure.lines]


def three_kinds() -> History:
    """1,000.00 due with the bill, 1,200.00 in 12 at 0.6%, 1,000.00 by the day at 0.03%; 300.00 held."""
    history = History()
    history.buy("month", 1_000_00)
    history.buy("inst", 1_200_00, 12)
    history.buy("daily", 1_000_00)
    history.hold("month", 300_00, until=date(2024, 6, 1))
    return history


def test_what_is_used_held_and_available() -> None:
    found = explain_account(three_kinds().account(date(2024, 1, 31)))
    used = [("principal-left", fen, f"A1P{at}", 0) for at, fen in enumerate((1_000_00, 1_200_00, 1_000_00), 1)]
    assert told(found, "used") == used
    assert [line.event_id for line in found[0].lines] == ["A1E2", "A1E3", "A1E4"]
    assert told(found, "held") == [("held", 300_00, "", 0)]
    assert told(found, "available") == [
        ("limit", 20_000_00, "", 0),
        ("less-used", -3_200_00, "", 0),
        ("less-held", -300_00, "", 0),
    ]
    # 12 to 31 January are 19 nights: 1,000.00 x 0.03% x 19
    assert told(found, "owed") == [*used, ("has-run", 5_70, "A1P3", 1)]
    assert told(found, "interest") == [("night", 5_70, "A1P3", 0)]
    assert {figure.figure for figure in found} == {"used", "held", "available", "owed", "next_due", "interest"}


def test_what_is_due_and_overdue_with_what_has_run() -> None:
    # Due on 12 February; eight nights to the 20th. Interest of the day plan's 31 nights: 9.30.
    found = explain_account(three_kinds().account(date(2024, 2, 20)))
    late = [
        ("unpaid", 100_00, "A1P2", 1),
        ("unpaid", 7_20, "A1P2", 1),
        ("unpaid", 1_000_00, "A1P3", 1),
        ("unpaid", 9_30, "A1P3", 1),
    ]
    late_charges = [
        ("has-run", 43, "A1P2", 1),  # 107.20 x 0.05% x 8 = 0.4288
        ("has-run", 3_63, "A1P3", 1),  # 1,009.30 x 0.045% x 8 = 3.63348
    ]
    of_line = [
        ("has-run", 4_00, "", 0),  # 1,000.00 carried x 0.05% x 8
        ("has-run", 1_20, "", 1),  # and x 0.015% x 8, for its minimum was missed
    ]
    assert told(found, "due") == [*late, ("unpaid", 1_000_00, "A1P1", 1), *late_charges, *of_line]
    # The minimum of 1,000.00 is a tenth of it.
    assert told(found, "overdue") == [*late, *late_charges, ("minimum-missing", 100_00, "", 0)]
    assert told(found, "owed") == [
        ("principal-left", 1_000_00, "A1P1", 0),
        ("principal-left", 1_200_00, "A1P2", 0),
        ("unpaid", 7_20, "A1P2", 1),
        late_charges[0],
        ("principal-left", 1_000_00, "A1P3", 0),
        ("unpaid", 9_30, "A1P3", 1),
        late_charges[1],
        *of_line,
    ]
    assert told(found, "interest") == [("unpaid", 9_30, "A1P3", 1), ("carried-night", 4_00, "", 0)]
    assert told(found, "late_charge") == [
        ("late-night", Fraction(4288, 100), "A1P2", 0),
        ("rounding-half-up", Fraction(12, 100), "A1P2", 0),
        ("late-night", Fraction(363348, 1000), "A1P3", 0),
        ("rounding-half-up", Fraction(-348, 1000), "A1P3", 0),
        ("late-night", 1_20, "", 0),
    ]


def test_what_is_left_of_the_minimum_and_what_falls_due_next() -> None:
    # On the bill: 107.20 in full and a tenth of 1,000.00; due with it on 12 February the rest of the 1,000.00, and the
    # plan by the day with its 31 nights: 1,000.00 x 0.03% x 31 = 9.30.
    found = explain_account(three_kinds().account(date(2024, 2, 5)))
    of_installment = [("unpaid", 100_00, "A1P2", 1), ("unpaid", 7_20, "A1P2", 1)]
    assert told(found, "minimum_left") == [*of_installment, ("minimum-missing", 100_00, "", 0)]
    assert told(found, "next_due") == [
        ("unpaid", 1_000_00, "A1P1", 1),
        *of_installment,
        ("falls-due", 1_000_00, "A1P3", 1),
        ("falls-due", 9_30, "A1P3", 1),
    ]


def test_what_falls_due_after_a_missed_minimum() -> None:
    # The bill of 3 March carries 1,000.00 with 20 nights of 0.05% and of 0.015%: 1,013.00, of which 100.00 were missed.
    # Two nights have run on the 1,000.00 since: 1.00 and 0.30, which a payment pays first.
    found = explain_account(three_kinds().account(date(2024, 3, 5)))
    second = [("unpaid", 100_00, "A1P2", 2), ("unpaid", 7_20, "A1P2", 2)]
    assert told(found, "next_due") == [*second, ("rest-of-carried", 913_00, "", 0)]
    assert told(found, "minimum_left")[-2:] == [("minimum-missing", 1_013_00, "", 0), ("paid-first", 1_30, "", 0)]


def test_a_credit_balance_covers_part_of_what_falls_due() -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 1, 31)
    history.repay(400_00)
    found = explain_account(history.account())
    assert told(found, "next_due") == [("falls-due", 1_000_00, "A1P1", 1), ("less-credit", -400_00, "", 0)]


def test_a_dispute_sets_aside_and_a_payment_goes_by_the_order() -> None:
    history = three_kinds()
    history.today = date(2024, 2, 20)
    history.dispute("A1P1", 400_00)
    history.repay(50_00)
    found = explain_account(history.account())
    assert told(found, "held") == [("held", 300_00, "", 0), ("held-by-dispute", 400_00, "", 0)]
    # 1.20 + 4.00 + 0.43 + 7.20 of the payment are charges; 37.17 are principal of the second plan.
    assert event_told(history, "A1E7") == [
        ("paid", 1_20, "", 1),
        ("paid", 4_00, "", 1),
        ("paid", 43, "A1P2", 1),
        ("paid", 7_20, "A1P2", 1),
        ("paid", 37_17, "A1P2", 1),
    ]
    assert told(found, "available") == [
        ("limit", 20_000_00, "", 0),
        ("less-used", -(600_00 + 1_162_83 + 1_000_00), "", 0),
        ("less-held", -300_00, "", 0),
        ("less-disputed", -400_00, "", 0),
    ]
    assert event_told(history, "A1E6") == [("set-aside", 400_00, "A1P1", 1)]
    assert event_told(history, "A1E2") == [("financed", 1_000_00, "A1P1", 0)]
    assert event_told(history, "A1E1") == event_told(history, "A1E5") == []
    # The payoff waits for nothing: the fee of the next installment, and what the day plan owes.
    quote, parts = explain_payoff(history.account(), history.today)
    assert quote.total_fen == 600_00 + 1_162_83 + 7_20 + 1_000_00 + 9_30 + 3_63
    assert told(parts, "payoff") == [
        ("principal", 600_00, "A1P1", 0),
        ("principal", 1_162_83, "A1P2", 0),
        ("fee", 7_20, "A1P2", 0),
        ("principal", 1_000_00, "A1P3", 0),
        ("interest", 9_30, "A1P3", 0),
        ("late_charge", 3_63, "A1P3", 0),
    ]
    assert told(parts, "fee", "A1P2") == [("policy-next-period", 7_20, "", 0)]


def test_a_dispute_that_was_paid_before_and_how_it_ended() -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 5)  # after the bill of the 3rd
    history.repay(700_00)
    opened = history.dispute("A1P1", 500_00)  # 300.00 are unpaid: 200.00 of it had been paid
    assert event_told(history, opened.event_id) == [
        ("set-aside", 300_00, "A1P1", 1),
        ("paid-before-dispute", 200_00, "A1P1", 0),
    ]
    won = History(events=list(history.events), today=history.today, plan_count=1)
    assert ("was-set-aside", 300_00, "A1P1", 0) in event_told(won, won.win(opened.event_id).event_id)
    assert event_told(history, history.lose(opened.event_id).event_id) == [("owed-again", 300_00, "A1P2", 0)]


def test_own_means_are_told_apart_from_what_is_financed() -> None:
    history = History()
    account = history.account()
    terms = PRODUCTS["inst"].terms(3, "B", history.today)
    purchase = Purchased(plan_id="A1P1", amount_fen=1_000_00, terms=terms, trade_in_fen=150_00, down_payment_fen=50_00)
    event = history.record(purchase)
    (figure,) = explain_event(account, event)
    assert (figure.figure, figure.amount_fen, figure.plan_id) == ("amount", 1_000_00, "A1P1")
    assert [(line.rule, line.exact) for line in figure.lines] == [
        ("trade-in", 150_00),
        ("down-payment", 50_00),
        ("financed", 800_00),
    ]


def test_credit_is_kept_and_used() -> None:
    history = History()
    kept = history.repay(80_00)
    bought = history.buy("month", 100_00)
    assert event_told(history, kept.event_id) == [("kept-as-credit", 80_00, "", 0)]
    assert told(explain_account(history.account()), "credit") == [("kept-as-credit", 80_00, "", 0)]
    history.today = date(2024, 2, 3)  # the bill takes it
    account = history.account()
    assert account.credit_fen == 0
    assert bought.event_id == "A1E3"
    assert "credit" not in {figure.figure for figure in explain_account(account)}


def test_what_is_given_up_waived_refunded_and_charged_off() -> None:
    history = three_kinds()
    history.today = date(2024, 2, 20)
    waived = history.waive(4_00, "interest")
    assert event_told(history, waived.event_id) == [("waived", 4_00, "", 1)]
    refunded = history.refund("A1P1", 1_000_00)
    assert event_told(history, refunded.event_id)[-1][0] in ("taken-off", "returned")
    assert sum(line[1] for line in event_told(history, refunded.event_id)) == 1_000_00


def test_the_merchants_dues_by_installment_and_what_a_refund_took_off() -> None:
    history = History()
    history.buy("free", 1_000_00, 3, merchant="M1")
    account = history.account()
    plan = account.plans["A1P1"]
    found = explain_merchant_dues(account, plan)
    per_period = plan.terms.subsidy_ppb
    assert per_period
    exact = Fraction(1_000_00 * per_period, 10**9)
    lines = told(found, "subsidy", "A1P1")
    assert [line for line in lines if line[0] == "subsidy-per-period"] == [
        ("subsidy-per-period", exact, "", number) for number in (1, 2, 3)
    ]
    history.refund("A1P1", 250_00)
    account = history.account()
    refunded = told(explain_merchant_dues(account, account.plans["A1P1"]), "subsidy", "A1P1")
    assert ("share-refunded", -sum(line[1] for line in lines) / 4, "", 0) in refunded


def test_the_payments_at_their_present_worth() -> None:
    # From the 12th to the 12th: twelve steps of a month. The last line is the rounding of a float, less than a fen.
    history = History()
    history.buy("inst", 1_200_00, 12)
    rate = explain_annual_rate(history.account().plans["A1P1"])
    assert rate is not None
    assert rate.worth.amount_fen == 1_200_00
    payments = [line for line in rate.worth.lines if line.rule == "present-worth"]
    assert [(line.base_fen, line.number) for line in payments] == [(107_20, number) for number in range(1, 13)]
    for step, line in enumerate(payments, 1):
        assert float(line.exact) == pytest.approx(107_20 / (1 + rate.step_rate) ** step)
    assert (payments[0].from_on, payments[0].until_on) == (date(2024, 1, 12), date(2024, 2, 12))
    assert (rate.steps_a_year, rate.annual.simple_pct) == (12, "13.03")


def test_an_explanation_that_misses_a_fen_is_no_explanation() -> None:
    half = Line(rule="night", exact=Fraction(1, 2))
    assert [line.exact for line in explained("interest", 1, [half], rounding="half-up").lines] == [
        Fraction(1, 2),
        Fraction(1, 2),
    ]
    with pytest.raises(ValueError, match="miss 1/2 of 1 fen"):
        explained("interest", 1, [half])
    for amount_fen in (2, 0):  # off by a whole fen
        with pytest.raises(ValueError, match="the lines miss"):
            explained("interest", amount_fen, [whole("night", 1)], rounding="half-up")


def test_a_plan_past_its_last_due_date_tells_what_has_run_since() -> None:
    # 1,000.00 in 3 at 10.8%, nothing paid by 1 May: 19 nights since 12 April cost 5.62 of interest.
    history = History()
    history.buy("epi", 1_000_00, 3)
    found = explain_account(history.account(date(2024, 5, 1)))
    assert ("has-run", 5_62, "A1P1", 3) in told(found, "due")
    assert ("has-run", 5_62, "A1P1", 3) in told(found, "overdue")
    # A late night costs 0.015%: rows 1 and 2 of 339.33 for 79 and 50 nights, row 3 of 348.26 for 19.
    assert [line[1] for line in told(found, "late_charge") if line[0] == "late-night"] == [
        Fraction(33933 * 79 * 15, 100_000),
        Fraction(33933 * 50 * 15, 100_000),
        Fraction(34826 * 19 * 15, 100_000),
    ]
    interest = told(found, "interest")
    assert interest[:3] == [("unpaid", fen, "A1P1", number) for number, fen in ((1, 9_17), (2, 8_58), (3, 9_17))]
    assert ("asked-before", -9_17, "A1P1", 3) in interest


def test_what_was_paid_of_a_charge_that_runs_on_is_told() -> None:
    # 18 nights of 1,009.30 at 0.045% are 8.18; of 50.00, 32.52 are principal. Four more nights of 967.48 make 9.92.
    history = History()
    history.buy("daily", 1_000_00, 1)
    history.repay(50_00, on=date(2024, 3, 1))
    found = explain_account(history.account(date(2024, 3, 5)))
    first, second = Fraction(100930 * 18 * 45, 100_000), Fraction(96748 * 4 * 45, 100_000)
    assert told(found, "late_charge") == [
        ("late-night", first, "A1P1", 0),
        ("late-night", second, "A1P1", 0),
        ("rounding-half-up", 9_92 - first - second, "A1P1", 0),
        ("paid-before", -8_18, "A1P1", 1),
    ]


def test_what_was_paid_of_carried_interest_is_told() -> None:
    # 5.20 of 300.00 are charges: 705.20 are carried five nights at 0.05%, 1.763, of which 1.00 is paid.
    history = History()
    history.buy("month", 1_000_00)
    history.repay(300_00, on=date(2024, 2, 20))
    history.repay(1_00, on=date(2024, 2, 25))
    _, found = explain_payoff(history.account(date(2024, 2, 25)), date(2024, 2, 25))
    assert told(found, "interest") == [
        ("carried-night", 4_00, "", 0),
        ("carried-night", Fraction(70520 * 5 * 5, 10_000), "", 0),
        ("paid-before", -5_00, "", 0),
        ("rounding-half-up", Fraction(-3, 10), "", 0),
    ]


def test_an_earmarked_limit_and_what_it_took() -> None:
    history = History()
    history.set_limit(3_000_00, scene="travel")
    history.buy("month", 1_000_00, scene="travel")
    assert told(explain_account(history.account()), "available") == [
        ("limit", 20_000_00, "", 0),
        ("less-used", -1_000_00, "", 0),
        ("earmarked", 1_000_00, "", 0),
    ]


def test_a_dispute_of_what_was_paid_sets_nothing_aside() -> None:
    history = History()
    history.buy("month", 500_00)
    history.today = date(2024, 2, 5)
    history.repay(500_00)
    history.dispute("A1P1", 200_00)
    found = explain_account(history.account())
    assert [figure.figure for figure in found] == ["available"]
    assert told(found, "available") == [("limit", 20_000_00, "", 0), ("less-used", 0, "", 0)]
    history.hold("month", 300_00)
    assert told(explain_account(history.account()), "held") == [("held", 300_00, "", 0)]


def test_a_plan_without_principal_owes_what_it_has_asked_for() -> None:
    history = History()
    history.buy("epi", 1_000_00, 3)
    history.today = date(2024, 1, 14)
    history.refund("A1P1", 1_000_00)  # two nights at 10.8%: 0.5917
    assert told(explain_account(history.account()), "owed") == [("unpaid", 59, "A1P1", 1)]


def test_goodwill_pays_what_is_due_first_and_credit_that_comes_and_goes_with_one_event_is_none() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 5)
    granted = history.credit(50_00)
    assert event_told(history, granted.event_id) == [("paid", 50_00, "A1P1", 1)]
    later = history.repay(90_00)
    assert event_told(history, later.event_id) == [("paid", 50_00, "A1P1", 1), ("kept-as-credit", 40_00, "", 0)]
    account = history.account()
    account.allocations.extend([Allocation("A1E9", history.today, "", 0, "credit", fen) for fen in (7_00, -7_00)])
    assert told(explain_account(account), "credit") == [("kept-as-credit", 40_00, "", 0)]


def test_two_refunds_tell_each_its_own_and_a_charge_off_its_principal() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.buy("month", 500_00)
    history.today = date(2024, 2, 5)
    history.repay(607_20)
    first = history.refund("A1P2", 200_00)
    second = history.refund("A1P2", 300_00)
    assert event_told(history, first.event_id) == [("returned", 200_00, "", 0)]
    assert event_told(history, second.event_id) == [("returned", 300_00, "", 0)]
    late = History()
    late.buy("inst", 1_200_00, 12)
    late.today = date(2024, 8, 1)
    lost = late.charge_off()
    assert event_told(late, lost.event_id) == [("principal-lost", 1_200_00, "A1P1", 0)]


def test_what_was_written_off_and_came_back_is_told_as_recovered() -> None:
    history = History()
    history.buy("month", 500_00)
    history.today = date(2024, 8, 1)
    history.charge_off()
    history.write_off()
    recovered = history.recover(100_00)
    assert {line[0] for line in event_told(history, recovered.event_id)} == {"recovered"}
    assert sum(line[1] for line in event_told(history, recovered.event_id)) == 100_00


def test_a_merchants_discount_is_a_share_of_what_was_financed_and_is_rounded() -> None:
    # 0.6% of 333.33 are 1.99998, so 2.00.
    history = History()
    terms = PRODUCTS["month"].terms(None, "B", history.today)
    purchase = Purchased(plan_id="A1P1", amount_fen=333_33, terms=terms, merchant="M1", discount_ppb=6_000_000)
    history.record(purchase)
    account = history.account()
    found = explain_merchant_dues(account, account.plans["A1P1"])
    exact = Fraction(333_33 * 6, 1000)
    assert told(found, "discount", "A1P1") == [
        ("discount-share", exact, "", 0),
        ("rounding-half-up", 2_00 - exact, "", 0),
    ]


def test_a_fee_above_the_cap_is_told_in_a_payoff() -> None:
    # Three nights at 24% allow 23.67 of the fee of 72.00.
    history = History()
    history.buy("inst", 12_000_00, 12)
    _, found = explain_payoff(history.account(date(2024, 1, 15)), date(2024, 1, 15))
    (fee,) = [one for one in found if one.figure == "fee"]
    assert fee.lines[1].base_fen == 12_000_00
    assert told(found, "fee", "A1P1") == [("policy-next-period", 72_00, "", 0), ("above-the-cap", -48_33, "", 0)]


def test_a_rate_beyond_every_number_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    # 5,000 fen a day on each: 25,000 times as much every five days, 73 times a year.
    dear = replace(
        PRODUCTS["monthly"],
        id="mad",
        every=5,
        unit="days",
        rate_per="day",
        rate_ppb_by_tier=dict.fromkeys("ABCD", 5_000 * 10**9),
        annual_caps=(),
        annual_cap_ppb=0,
    )
    monkeypatch.setitem(PRODUCTS, "mad", dear)
    history = History()
    history.buy("mad", 1_00, 3)
    assert explain_annual_rate(history.account().plans["A1P1"]) is None


def test_lines_that_differ_in_nothing_but_their_days_are_one() -> None:
    def night(from_day: int, until_day: int, base_fen: int = 100) -> Line:
        days = (date(2024, 1, from_day), date(2024, 1, until_day))
        return Line(
            rule="night", exact=Fraction(until_day - from_day, 2), from_on=days[0], until_on=days[1], base_fen=base_fen
        )

    assert joined([night(1, 3), night(3, 6)]) == [night(1, 6)]
    assert joined([night(1, 3), night(4, 6)]) == [night(1, 3), night(4, 6)]
    assert joined([night(1, 3), night(3, 6, 99)]) == [night(1, 3), night(3, 6, 99)]
    assert joined([]) == []


def test_what_is_paid_before_something_late_is_told() -> None:
    # 1,000.00 and 12 installments of 107.20, due from 12 February on, nothing paid: on 13 March the second installment
    # is late, and before it come ten nights since the bill of the 3rd: 1,000.00 x 0.05% and x 0.015%, 5.00 and 1.50.
    history = History([opened(on=date(2026, 1, 5))])
    history.buy("month", 1_000_00, on=date(2026, 1, 10))
    history.buy("inst", 1_200_00, 12, on=date(2026, 1, 10))
    found = explain_account(history.account(date(2026, 3, 13)))
    assert [line for line in told(found, "overdue") if line[0] == "paid-first"] == []
    overdue = next(figure.amount_fen for figure in found if figure.figure == "overdue")
    assert told(found, "cure") == [("overdue", overdue, "", 0), ("paid-first", 6_50, "", 0)]


def rows_told(history: History) -> dict[tuple[int, str], list[tuple[str, Fraction | int]]]:
    account = history.account()
    found = explain_rows(account, account.plans["A1P1"])
    return {(one.number, one.figure): [(line.rule, line.exact) for line in one.lines] for one in found}


def test_the_rows_of_equal_principal_with_a_fee() -> None:
    history = History()
    history.buy("inst", 1_000_00, 3)
    third, down = ("equal-share", Fraction(1_000_00, 3)), ("rounded-down", Fraction(-1, 3))
    assert rows_told(history) == {
        (1, "principal"): [third, down],
        (1, "fee"): [("fee-per-period", 6_00)],
        (2, "principal"): [third, down],
        (2, "fee"): [("fee-per-period", 6_00)],
        (3, "principal"): [third, ("takes-the-rest", Fraction(2, 3))],
        (3, "fee"): [("fee-per-period", 6_00)],
    }
    history.refund("A1P1", 333_34)  # the last row goes with its fee
    told_after = rows_told(history)
    assert told_after[1, "principal"] == [third, down]
    assert (3, "fee") not in told_after
    assert (3, "principal") not in told_after


def test_the_rows_of_flat_interest_with_a_free_period() -> None:
    # 1,000.00 in 3 at 0.9% a month, the first free: 9.00 on rows 2 and 3; (1,000.00 + 18.00) / 3 = 339.33, in tens
    # 339.30.
    history = History()
    history.buy("flat by date", 1_000_00, 3)
    assert rows_told(history) == {
        (1, "principal"): [("payment", 339_30), ("less-interest", 0)],
        (2, "principal"): [("payment", 339_30), ("less-interest", -9_00)],
        (2, "interest"): [("flat-interest", 9_00)],
        (3, "principal"): [("rest-of-principal", 330_40)],
        (3, "interest"): [("flat-interest", 9_00)],
    }
    account = history.account()
    (flat,) = [one for one in explain_rows(account, account.plans["A1P1"], 2) if one.figure == "interest"]
    assert [(line.from_on, line.until_on, line.base_fen) for line in flat.lines] == [
        (date(2024, 2, 12), date(2024, 3, 12), 1_000_00)
    ]


def test_the_rows_of_equal_payments() -> None:
    # 1,000.00 in 3 at 10.8%: 31 nights of 1,000.00, 29 of 669.84, 31 of 336.26; the payment is 339.33.
    history = History()
    history.buy("epi", 1_000_00, 3)
    nights = [Fraction(fen * 108 * count, 1000 * 365) for fen, count in ((1_000_00, 31), (669_84, 29), (336_26, 31))]
    found = rows_told(history)
    assert found[1, "principal"] == [("payment", 339_33), ("less-interest", -9_17)]
    assert found[3, "principal"] == [("rest-of-principal", 336_26)]
    for number, (exact, fen) in enumerate(zip(nights, (9_17, 5_75, 3_08), strict=True), 1):
        assert found[number, "interest"] == [("night", exact), ("rounding-half-up", fen - exact)]


def test_credit_that_a_bill_took_and_that_went_back_is_told_as_used() -> None:
    history = History()
    kept = history.repay(100_00)
    history.buy("month", 60_00)
    history.today = date(2024, 2, 4)
    assert told(explain_account(history.account()), "credit") == [
        ("kept-as-credit", 100_00, "", 0),
        ("credit-used", -60_00, "", 0),
    ]
    assert event_told(history, kept.event_id) == [("kept-as-credit", 100_00, "", 0)]
    assert event_told(history, history.pay_out().event_id) == [("credit-used", -40_00, "", 0)]


def test_what_the_line_was_charged_is_told_when_it_is_paid_too() -> None:
    # 90.00 carried from 12 February to 3 March, 20 nights at 0.05%; the minimum of 10.00 was paid in time.
    history = History()
    history.buy("month", 100_00)
    history.repay(10_00, on=date(2024, 2, 5))
    history.today = date(2024, 3, 3)
    history.repay(90_90)
    account = history.account()
    assert account.used_fen == 0
    assert [(one.figure, one.amount_fen) for one in explain_charged(account, "interest")] == [("interest", 90)]
    assert explain_charged(account, "late_charge") == []
