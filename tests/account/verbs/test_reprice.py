"""Another rate from a day on: what the rows that are left ask for, worked by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from baitiao_cli.account.account import Conflict
from baitiao_cli.account.events import Event, Repriced
from baitiao_cli.account.expectation import forecast_parts
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.views.explain.plan import explain_rows
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.account.views.history import history as history_of
from baitiao_cli.actions.proof import prove
from baitiao_cli.calc.rates import Rate
from baitiao_cli.errors import BaitiaoError
from tests.laws.facts import economics_of
from tests.laws.history import PRODUCTS, History, opened

PERCENT = 10_000_000
"""One per cent in parts per billion."""


def rows(history: History) -> list[tuple[int, int]]:
    """Principal, and interest with fees, of each row of the first plan as of today."""
    account = history.account()
    shown = row_outlooks(account.plans["A1P1"], account, account.through)
    return [(row.principal_fen, row.interest_fen + row.fee_fen) for row in shown]


def equal_payments() -> History:
    """3000.00 in 3 at 10.8% a year: 1018.00 a month, the first paid on its due date; 2009.52 are left.

    Without anything else the rest is 1018.00 (17.24 interest) and 1018.01 (9.25).
    """
    history = History()
    history.buy("epi", 3_000_00, 3)
    history.today = date(2024, 2, 12)
    history.repay(1_018_00)
    history.today = date(2024, 2, 22)
    assert rows(history)[1:] == [(1_000_76, 17_24), (1_008_76, 9_25)]
    return history


def agrees(history: History) -> bool:
    return prove(history.events, history.today).differences == ()


def test_equal_payments_in_the_middle_of_a_period_actual_365() -> None:
    # 10 nights at 10.8%: 2009.52 x 10.8% x 10 / 365 = 5.945977; 19 at 7.3%: 2009.52 x 0.0002 x 19 = 7.636176; together
    # 13.582153. (2009.52 + 13.582153) x 1.0062 / 2.0062 = 1014.67719: 1014.68. 1001.10 of it is principal; 1008.42 are
    # left, which cost 1008.42 x 0.0002 x 31 = 6.252204.
    history = equal_payments()
    history.reprice("A1P1", 73 * PERCENT // 10)
    assert rows(history)[1:] == [(1_001_10, 13_58), (1_008_42, 6_25)]
    for on, amount_fen in ((date(2024, 3, 12), 1_014_68), (date(2024, 4, 12), 1_014_67)):
        history.today = on
        history.repay(amount_fen)
    assert (figures(history.account()).owed_fen, history.account().credit_fen) == (0, 0)
    assert agrees(history)


def test_equal_payments_in_the_middle_of_a_period_30_360(monkeypatch: pytest.MonkeyPatch) -> None:
    # 100.00 in 6 at 7% a year, 30/360: 17.01 a month (the public end-to-end tests of Apache Fineract have the same).
    # From 15 February 4%: 14 of the 29 nights of the period at 7%, 15 at 4%: 83.57 x (14 x 7% + 15 x 4%) / 29 / 12 is
    # 0.3794.
    # 83.57 x 1.00454023 x (1 + 4%/12)^4 / (1 + (1 + 4%/12) + ... + (1 + 4%/12)^4) = 16.90182.
    annual = replace(
        PRODUCTS["epi"],
        rate_ppb_by_tier=dict.fromkeys("ABCD", 7 * PERCENT),
        day_count="30/360",
        rounding="half-even",
        installments=(6,),
    )
    monkeypatch.setitem(PRODUCTS, "annual", annual)
    history = History([opened(date(2024, 1, 1))])
    history.buy("annual", 100_00, 6)
    assert rows(history)[0] == (16_43, 58)
    history.today = date(2024, 2, 1)
    history.repay(17_01)
    history.today = date(2024, 2, 15)
    history.reprice("A1P1", 4 * PERCENT)
    assert rows(history)[1:] == [(16_52, 38), (16_68, 22), (16_73, 17), (16_79, 11), (16_85, 6)]
    assert agrees(history)


def test_what_was_paid_ahead_counts_towards_the_new_payment() -> None:
    # On the 17th 100.00 pay five nights, 2.97, and 97.03 of principal: 1912.49 are left. By the 22nd 2.972988 +
    # 2.829437 = 5.802426 have run; 19 nights at 7.3%: 1912.49 x 0.0002 x 19 = 7.267462, so that the interest is 13.07.
    # (2009.52 + 13.069888) x 1.0062 / 2.0062 = 1014.42027: 1014.42 - 100.00 are still to be paid.
    history = equal_payments()
    history.repay(100_00, "A1P1", on=date(2024, 2, 17))
    history.reprice("A1P1", 73 * PERCENT // 10)
    assert rows(history)[1:] == [(1_001_35, 13_07), (1_008_17, 6_25)]
    account = history.account()
    assert [row.outstanding_fen for row in row_outlooks(account.plans["A1P1"], account, history.today)][1] == 914_42
    assert agrees(history)


def test_equal_principal_stays_and_its_interest_follows() -> None:
    # 1200.00 in 3 at 10.8%: 11.01; 800.00: 10 nights 2.367123 + 19 at 7.3% 3.04 = 5.407123; 400.00 x 0.0002 x 31 = 2.48
    history = History()
    history.buy("epp", 1_200_00, 3)
    history.today = date(2024, 2, 12)
    history.repay(411_01)
    history.today = date(2024, 2, 22)
    history.reprice("A1P1", 73 * PERCENT // 10)
    assert rows(history) == [(400_00, 11_01), (400_00, 5_41), (400_00, 2_48)]
    assert agrees(history)


def test_a_rate_of_another_unit_and_one_of_nothing() -> None:
    # From the 22nd 0.01% a day: 5.945977 + 2009.52 x 0.0001 x 19 = 3.818088: 9.76. From the 26th nothing: four nights,
    # 0.803808, so 6.749785 have run: two halves of 2009.52 + 6.749785 = 2016.269785 are 1008.134893.
    history = equal_payments()
    history.reprice("A1P1", 100_000, "day")
    assert rows(history)[1][1] == 9_76
    history.today = date(2024, 2, 26)
    history.reprice("A1P1", 0)
    assert rows(history)[1:] == [(1_001_38, 6_75), (1_008_14, 0)]
    assert agrees(history)


def test_a_payoff_counts_each_night_at_its_rate() -> None:
    # 5.945977 + 5 nights 2009.52 x 0.0002 x 5 = 2.00952: 7.955497.
    history = equal_payments()
    history.reprice("A1P1", 73 * PERCENT // 10)
    history.today = date(2024, 2, 27)
    quote = quote_payoff(history.account(), history.today, "A1P1")
    assert (quote.items[0].principal_fen, quote.items[0].interest_fen) == (2_009_52, 7_96)
    history.pay_off("A1P1")
    assert figures(history.account()).owed_fen == 0
    assert agrees(history)


def test_interest_that_stays_is_scheduled_again_as_if_all_were_paid_on_time(monkeypatch: pytest.MonkeyPatch) -> None:
    # 13.58 for the row that has begun, as above; a row earns what it asks for evenly: 15 of 29 nights by the 27th.
    monkeypatch.setitem(PRODUCTS, "stays", replace(PRODUCTS["epi"], recalculate=False))
    history = History()
    history.buy("stays", 3_000_00, 3)
    history.today = date(2024, 2, 12)
    history.repay(1_018_00)
    history.today = date(2024, 2, 22)
    history.reprice("A1P1", 73 * PERCENT // 10)
    assert rows(history) == [(990_48, 27_52), (1_001_10, 13_58), (1_008_42, 6_25)]
    history.today = date(2024, 2, 27)
    assert figures(history.account()).owed.interest == 7_02  # 13.58 x 15 / 29 = 7.02414
    assert agrees(history)


def installments() -> History:
    """1200.00 in 12 at 0.6%: 100.00 + 7.20 a month; the second period runs from 3 February to 3 March."""
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 22)
    return history


def test_a_fee_changes_with_the_first_period_that_begins_on_the_day_or_later() -> None:
    history = installments()
    history.reprice("A1P1", PERCENT // 2)
    assert rows(history) == [(100_00, 7_20)] * 2 + [(100_00, 6_00)] * 10
    assert agrees(history)
    history.today = date(2024, 3, 3)  # the third begins today
    history.reprice("A1P1", PERCENT * 7 // 10)
    assert rows(history) == [(100_00, 7_20)] * 2 + [(100_00, 8_40)] * 10
    assert agrees(history)


def test_a_new_fee_is_in_proportion_where_a_row_was_lowered_and_so_is_what_is_lowered_later() -> None:
    # 150.00 come back: the last row and half of the one before, whose fee is 3.60. At 0.5% that is half of 6.00; when
    # another 25.00 come back, a quarter of it.
    history = installments()
    history.refund("A1P1", 150_00)
    assert rows(history)[-1] == (50_00, 3_60)
    history.reprice("A1P1", PERCENT // 2)
    assert rows(history)[-2:] == [(100_00, 6_00), (50_00, 3_00)]
    history.refund("A1P1", 25_00)
    assert rows(history)[-1] == (25_00, 1_50)
    assert agrees(history)


def test_a_fee_stays_within_the_annual_cap() -> None:
    # 1.05% for the rest of 12 months is within 24% a year, 1.3% is not.
    history = installments()
    with pytest.raises(BaitiaoError, match="new-rate-above-cap"):
        history.reprice("A1P1", 13 * PERCENT // 10)
    history.reprice("A1P1", 105 * PERCENT // 100)
    assert rows(history)[1:3] == [(100_00, 7_20), (100_00, 12_60)]
    assert agrees(history)


def test_back_dated_is_in_time_and_reversed_is_never() -> None:
    in_time, late = equal_payments(), equal_payments()
    in_time.reprice("A1P1", 73 * PERCENT // 10)
    for history in (in_time, late):
        history.today = date(2024, 3, 12)
        history.repay(1_018_00)
        history.today = date(2024, 3, 20)
    without = economics_of(late.account())
    event = late.reprice("A1P1", 73 * PERCENT // 10, on=date(2024, 2, 22))
    assert economics_of(late.account()) == economics_of(in_time.account())
    # Of the 1018.00 that were paid, 1014.68 were due: 3.32 lower the last row, which eight nights are counted on.
    assert late.account().plans["A1P1"].balance_fen == 1_005_10
    assert agrees(late)
    late.reverse(event.event_id)
    assert economics_of(late.account()) == without
    assert agrees(late)


def test_each_change_is_told_with_its_event() -> None:
    history = equal_payments()
    event = history.reprice("A1P1", 73 * PERCENT // 10)
    found = explain_rows(history.account(), history.account().plans["A1P1"], 2)
    lines = {figure.figure: [(line.rule, line.exact, line.nights) for line in figure.lines] for figure in found}
    assert lines["principal"] == [
        ("payment", 1_018_00, None),
        ("changed-by-reprice", -3_32, None),
        ("less-interest", -13_58, None),
    ]
    old, new = Fraction(200952 * 108 * 10, 365_000), Fraction(200952 * 19, 5_000)
    assert lines["interest"][:2] == [("night", old, 10), ("night", new, 19)]
    told = next(line for line in history_of(history.events, history.today) if line.event_id == event.event_id)
    assert (told.kind, told.rate_before, told.rate, told.amount_fen) == ("plan-repriced", "10.8%/year", "7.3%/year", 0)


def test_when_no_payment_can_pay_it_the_rows_stay() -> None:
    # 0.02 in two rows of 0.01: at no rate can there be a payment above the interest that leaves two rows.
    history = equal_payments()
    history.prepay("A1P1", 2_009_52 + 5_95 - 1, "shorter-term")
    assert history.account().plans["A1P1"].balance_fen == 1
    planned = [row.planned for row in history.account().plans["A1P1"].rows]
    history.reprice("A1P1", PERCENT)
    assert len(history.account().plans["A1P1"].rows) <= len(planned)
    assert agrees(history)
    history.today = date(2024, 4, 20)
    assert figures(history.account()).owed.principal == 1
    assert agrees(history)


@pytest.mark.parametrize(
    ("product", "amount_fen", "ppb", "per", "refused"),
    [
        ("month", 100_00, PERCENT, None, "reprice-not-offered"),
        ("inst", 1_200_00, PERCENT // 2, "year", "rate-unit-unfit"),
        ("whole months", 3_000_00, 1, "day", "rate-unit-unfit"),
        ("epi", 3_000_00, 108 * PERCENT // 10, None, "rate-same"),
        ("epi", 3_000_00, 9 * PERCENT // 10, "month", "rate-same"),
        ("epi", 3_000_00, 25 * PERCENT, None, "new-rate-above-cap"),
        ("epi", 3_000_00, 670_000, "day", "new-rate-above-cap"),  # 0.067% x 30 nights x 12 = 24.12% a year
    ],
)
def test_a_rate_that_cannot_be_is_refused(product: str, amount_fen: int, ppb: int, per: str, refused: str) -> None:
    history = History()
    history.buy(product, amount_fen)
    with pytest.raises(BaitiaoError, match=refused):
        history.reprice("A1P1", ppb, per)  # type: ignore[arg-type]


def test_what_is_settled_elsewhere_or_has_begun_with_its_last_period_is_refused() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    with pytest.raises(BaitiaoError, match="plan-elsewhere"):
        history.reprice("A1P2", PERCENT)
    history.today = date(2024, 3, 4)
    with pytest.raises(BaitiaoError, match="reprice-not-offered"):
        history.reprice("A1P1", PERCENT)
    history.pay_off("A1P1")
    with pytest.raises(BaitiaoError, match="nothing-owed"):
        history.reprice("A1P1", PERCENT)


def test_a_change_for_a_plan_that_is_not_there_is_a_conflict() -> None:
    fact = Repriced(plan_id="A1P9", rate=Rate(PERCENT, "year"))
    event = Event(event_id="A1E2", account_id="A1", number=2, effective_on=date(2024, 2, 1), fact=fact)
    account = replay([opened(), event], date(2024, 3, 1))
    assert account.conflicts == [Conflict("A1E2", "plan-unknown")]


def test_flat_interest_changes_like_a_fee(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # 1200.00 in 3, flat at 12% a year, 30/360, on the anniversary: 12.00 a month. From 20 February 6%: the period of
    # 12 February has begun, the next has 6.00. Paused for 10 of its 31 nights: 6.00 x 21 / 31 = 4.0645.
    flat = replace(
        PRODUCTS["epi"], method="flat", day_count="30/360", rate_ppb_by_tier=dict.fromkeys("ABCD", 12 * PERCENT)
    )
    monkeypatch.setitem(PRODUCTS, "flat by month", flat)
    history = History()
    history.buy("flat by month", 1_200_00, 3)
    history.today = date(2024, 2, 20)
    history.reprice("A1P1", 6 * PERCENT)
    assert rows(history) == [(400_00, 12_00), (400_00, 12_00), (400_00, 6_00)]
    history.today = date(2024, 3, 20)
    history.pause("A1P1", date(2024, 3, 30))
    assert rows(history) == [(400_00, 12_00), (400_00, 12_00), (400_00, 4_06)]
    assert agrees(history)
    found = explain_rows(history.account(), history.account().plans["A1P1"], 3)
    lines = next(figure.lines for figure in found if figure.figure == "interest")
    assert [(line.rule, line.exact) for line in lines] == [
        ("flat-interest", 12_00),
        ("changed-by-reprice", -6_00),
        ("changed-by-pause", -1_94),
    ]


def test_the_cap_is_tested_as_if_the_plan_had_been_made_at_the_new_rate() -> None:
    # Equal payments from 1 July: the months of July and August have 31 nights, so that 24% a year by the night is
    # 24.33% by 12 x the monthly rate, and a plan at 24% would have been refused.
    history = History([opened(date(2026, 7, 1))])
    history.buy("epi", 12_000_00, 3)
    with pytest.raises(BaitiaoError, match="new-rate-above-cap"):
        history.reprice("A1P1", 24 * PERCENT)


def test_a_lower_fee_is_never_above_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    # 1.1% a period x 12 is some 23% a year, 1.09% less: 12000.00 x 1.09% = 130.80.
    dear = replace(PRODUCTS["inst"], rate_ppb_by_tier=dict.fromkeys("ABCD", 11_000_000))
    monkeypatch.setitem(PRODUCTS, "own", dear)
    history = History([opened(date(2026, 7, 4))])
    history.buy("own", 12_000_00, 12)
    history.reprice("A1P1", 10_900_000, "period")
    assert [row.planned.fee for row in history.account().plans["A1P1"].rows][1:] == [130_80] * 11


def test_interest_of_the_first_schedule_goes_on_after_a_prepayment_in_the_row(monkeypatch: pytest.MonkeyPatch) -> None:
    # 10000.00 at 12% in 6, whose first interest stays. Of 9000.00 prepaid after 15 nights 49.32 is interest (10000 x
    # 12% x 15/365), so that 1049.32 is left: one row. From the next day the 15 nights to the due date bear 18% on it:
    # 49.32 + 1049.32 x 18% x 15/365 = 57.0822.
    own = replace(PRODUCTS["epi"], rate_ppb_by_tier=dict.fromkeys("ABCD", 12 * PERCENT), recalculate=False)
    monkeypatch.setitem(PRODUCTS, "own", own)
    history = History(events=[opened()])
    history.buy("own", 10_000_00, 6)
    history.today = date(2024, 1, 27)
    history.prepay("A1P1", 9_000_00, "shorter-term")
    history.today = date(2024, 1, 28)
    history.reprice("A1P1", 18 * PERCENT)
    parts = [part for part in forecast_parts(history.account().plans["A1P1"]) if part.total_fen]
    assert [(part.principal, part.interest) for part in parts] == [(1_049_32, 57_08)]


def test_a_rate_so_dear_that_no_payment_covers_its_interest_is_above_the_cap() -> None:
    history = equal_payments()
    with pytest.raises(BaitiaoError, match="new-rate-above-cap"):
        history.reprice("A1P1", 10_000 * PERCENT, "day")


def test_free_periods_stay_free_when_the_fee_changes() -> None:
    # Two free periods of two weeks, then 0.6% of 600.00 = 3.60; at 0.3% 1.80.
    history = History()
    history.buy("fee by date", 600_00, 6)
    history.reprice("A1P1", 3_000_000)
    fees = [row.planned.fee for row in history.account().plans["A1P1"].rows]
    assert fees[:2] == [0, 0]
    assert set(fees[2:]) == {1_80}


def test_interest_of_a_row_without_principal_changes_with_the_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    # Interest of the first schedule, principal last: 1,000.00 x 10.8% x 31 / 365 = 9.17; at 5.4% half of it, 4.59.
    kept = replace(PRODUCTS["monthly"], id="monthly kept", recalculate=False)
    monkeypatch.setitem(PRODUCTS, "monthly kept", kept)
    history = History()
    history.buy("monthly kept", 1_000_00, 3)
    assert [row.planned.interest for row in history.account().plans["A1P1"].rows] == [9_17, 8_58, 9_17]
    history.reprice("A1P1", 54_000_000)
    assert [row.planned.interest for row in history.account().plans["A1P1"].rows] == [4_59, 4_29, 4_59]
    history.pause("A1P1", date(2024, 2, 1))  # 20 of the first 31 nights are paused: 11 / 31 of 4.5863 = 1.6274
    rows = history.account().plans["A1P1"].rows
    assert [row.planned.interest for row in rows] == [1_63, 4_29, 4_59]
