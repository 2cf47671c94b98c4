"""Where one figure more or less decides: the longest text, the smallest rate, the work that is too much, odd days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from baitiao_cli.calc.cash_flows import CONVENTIONS, Flow, _terms, rate_of_flows
from baitiao_cli.calc.dates import bill_periods, periods_from
from baitiao_cli.calc.identity import check_digit
from baitiao_cli.calc.money import shortened
from baitiao_cli.calc.rate_steps import Pause, bearing_share
from baitiao_cli.calc.rates import Rate
from baitiao_cli.calc.schedule import Row, ScheduleTerms, make_schedule
from baitiao_cli.calc.steps import steps_of
from baitiao_cli.errors import BaitiaoError

D = Decimal


def test_a_text_of_32_characters_is_told_whole() -> None:
    assert shortened("9" * 32) == "9" * 32
    assert shortened("9" * 33) == "9" * 32 + "…"


def test_the_first_period_up_to_a_bill_counts_a_month_only_if_it_is_one() -> None:
    assert [period.months for period in bill_periods(date(2024, 1, 20), 3, 3, 9)] == [0, 1, 1]
    assert [period.months for period in bill_periods(date(2024, 1, 3), 3, 3, 9)] == [1, 1, 1]


def test_a_single_payment_after_odd_days_is_one_step() -> None:
    # 39 nights: 365 / 39 such steps a year
    due_on = date(2024, 2, 20)
    row = Row(1, due_on, due_on, due_on, 100_000, 1_000, 0, 0)
    assert steps_of(date(2024, 1, 12), [row])[:2] == ([1], Fraction(365, 39))


def test_a_check_digit_is_of_seventeen_digits() -> None:
    assert check_digit("11010519491231002") == "X"
    for wrong in ("1101051949123100", "110105194912310021"):
        with pytest.raises(ValueError, match="zip"):
            check_digit(wrong)


@pytest.mark.parametrize(("below_zero", "counts"), [("4e-16", True), ("6e-16", False), ("8e-16", False)])
def test_a_rate_counts_as_zero_within_half_of_the_last_digit_that_is_shown(below_zero: str, counts: bool) -> None:
    # (u - 1.1) (u - (1 - d)) is zero at a rate of 10% and at one of -d.
    d = D(below_zero)
    flows = [
        Flow("advance", D(1), D(0)),
        Flow("payment", D("2.1") - d, D(1)),
        Flow("advance", D("1.1") * (1 - d), D(2)),
    ]
    if counts:
        with pytest.raises(BaitiaoError, match="annual-rate-several") as refused:
            rate_of_flows(flows, "per-period")
        assert refused.value.details["count"] == 2
    else:
        assert abs(rate_of_flows(flows, "per-period").annual - D("0.1")) < D("1e-20")


def test_flows_that_undo_each_other_at_one_time_have_any_rate() -> None:
    flows = [Flow("advance", D(100), D(1), D("0.5")), Flow("payment", D(100), D("1.5"))]
    with pytest.raises(BaitiaoError, match="annual-rate-any"):
        rate_of_flows(flows, "eu-aprc")
    with pytest.raises(BaitiaoError, match="annual-rate-none"):
        rate_of_flows([Flow("advance", D(100), D(1), D("0.5")), Flow("payment", D(100), D("0.5"))][:1], "eu-aprc")


def turning(count: int, turns: int) -> list[Flow]:
    """So many flows, which change sides so often at first and then stay on one side."""
    sides = ["advance" if at % 2 == 0 or at > turns else "payment" for at in range(count)]
    if turns % 2:
        sides[turns:] = ["payment"] * (count - turns)
    return [Flow(side, D(1), D(at)) for at, side in enumerate(sides)]  # type: ignore[arg-type]


def test_the_work_of_a_search_is_its_terms_times_its_turns() -> None:
    told = CONVENTIONS["eu-aprc"]
    assert len(_terms(turning(125, 80), told)) == 125  # 125 x 80 = 10,000
    with pytest.raises(BaitiaoError, match="flows-too-tangled") as refused:
        _terms(turning(126, 80), told)
    assert refused.value.details == {"count": 126, "turns": 80}


def test_flows_that_turn_twice_are_searched_within_the_work() -> None:
    told = CONVENTIONS["eu-aprc"]
    assert len(_terms(turning(5_000, 2), told)) == 5_000
    with pytest.raises(BaitiaoError, match="flows-too-tangled"):
        _terms(turning(5_001, 2), told)


def test_parts_of_a_step_are_multiplied_out_within_the_work() -> None:
    # 400 different parts of 500 flows are 200,000 products; the 401st part is too many.
    flows = [Flow("payment", D(1), D(at), D(at % 400) / 1000) for at in range(1, 501)]
    told = CONVENTIONS["us-reg-z"]
    assert len(_terms(flows, told)) > 500
    with pytest.raises(BaitiaoError, match="parts-too-many"):
        _terms([*flows[:-1], Flow("payment", D(1), D(500), D("0.5"))], told)


def test_flows_that_turn_once_may_be_as_many_as_there_may_be() -> None:
    # A part of a step makes 10,001 terms of 10,000 flows; they turn once.
    flows = [Flow("advance", D(9_999), D(0)), *(Flow("payment", D(1), D(at)) for at in range(1, 9_999))]
    flows.append(Flow("payment", D(1), D(9_999), D("0.5")))
    assert len(_terms(flows, CONVENTIONS["us-reg-z"])) == 10_001
    with pytest.raises(BaitiaoError, match="flows-too-many") as refused:
        _terms([*flows, flows[-1]], CONVENTIONS["us-reg-z"])
    assert refused.value.details == {"count": 10_001, "most": 10_000}


def test_a_fee_falls_with_the_nights_that_are_paused() -> None:
    # 1,000.00 at 0.6% a period: 6.00, of which half the nights of April are paused, and all of May
    pauses = (Pause(date(2024, 4, 16), date(2024, 6, 1)),)
    terms = ScheduleTerms(method="fee-per-period", installments=3, fee=Rate(6_000_000, "period"), pauses=pauses)
    rows = make_schedule(1_000_00, periods_from(date(2024, 4, 1), 3), terms)
    assert [row.fee_fen for row in rows] == [3_00, 0, 6_00]


def test_a_bill_may_be_due_on_its_day() -> None:
    assert [period.due_on for period in bill_periods(date(2024, 1, 20), 1, 3, 0)] == [date(2024, 2, 3)]
    with pytest.raises(BaitiaoError, match="due-days-out-of-range"):
        bill_periods(date(2024, 1, 20), 1, 3, -1)


def test_what_has_no_rate_tells_what_was_advanced_and_what_was_paid() -> None:
    flows = [Flow("payment", D("50.5"), D(0)), Flow("payment", D("49.5"), D(1))]
    with pytest.raises(BaitiaoError, match="annual-rate-none") as refused:
        rate_of_flows(flows, "per-period")
    assert refused.value.details == {"advanced": "0", "paid": "100.0"}


def test_five_rates_are_told_and_of_six_the_sixth_is_not() -> None:
    # (u - 1.1) (u - 1.2) ... is zero at 10%, 20% ...
    for count, told in ((5, "10.000000%, 20.000000%, 30.000000%, 40.000000%, 50.000000%"), (6, "50.000000%, …")):
        amounts = [D(1)]
        for root in range(1, count + 1):
            factor = 1 + D(root) / 10
            amounts = [a - factor * b for a, b in zip([*amounts, D(0)], [D(0), *amounts], strict=True)]
        flows = [Flow("advance", amount, D(at)) for at, amount in enumerate(amounts)]
        with pytest.raises(BaitiaoError, match="annual-rate-several") as refused:
            rate_of_flows(flows, "per-period")
        assert refused.value.details["count"] == count
        assert str(refused.value.details["rates"]).endswith(told)


def test_a_down_payment_is_no_step() -> None:
    start_on, due_on = date(2024, 1, 12), date(2024, 2, 12)
    down = Row(0, start_on, start_on, start_on, 20_000, 0, 0, 80_000)
    first = Row(1, start_on, due_on, due_on, 80_000, 0, 600, 0)
    assert steps_of(start_on, [down, first]) == (range(1, 2), Fraction(12), [first])


def test_an_installment_may_repay_one_fen() -> None:
    # 1.00 at 800% a period: 800 x 729 / 728 = 801.1 fen, of which 800 are interest; then 99 x 8 of 801, and the rest.
    terms = ScheduleTerms(method="equal-payment", installments=3, rate=Rate(8_000_000_000, "period"))
    rows = make_schedule(1_00, periods_from(date(2024, 1, 12), 3), terms)
    assert [(row.principal_fen, row.interest_fen) for row in rows] == [(1, 8_00), (9, 7_92), (90, 7_20)]


def test_a_period_of_one_night_is_paused_or_not() -> None:
    on, then = date(2024, 1, 12), date(2024, 1, 13)
    assert bearing_share((Pause(on, then),), on, then) == 0
    assert bearing_share((), on, then) == bearing_share((Pause(on, then),), on, on) == 1
