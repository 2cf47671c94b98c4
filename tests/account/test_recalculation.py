"""What a plan's own terms change: interest that stays as first scheduled, and an order of payment of its own."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.views.explain.payoff import explain_payoff
from baitiao_cli.account.views.explain.plan import explain_rows
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import check_product
from tests.laws.history import PRODUCTS, History


def rows(history: History) -> list[tuple[int, int, int]]:
    """Principal, interest and what is paid of each row, as of today."""
    account = history.account()
    shown = row_outlooks(account.plans["A1P1"], account, account.through)
    return [(row.principal_fen, row.interest_fen, row.paid_fen) for row in shown]


def as_first_scheduled() -> History:
    """1000.00 in 3 of equal principal at 10.8% a year, actual/360, bought on 12 January 2024.

    1000.00 x 10.8% x 31 / 360 = 9.30; 666.67 x 10.8% x 29 / 360 = 5.80003; 333.34 x 10.8% x 31 / 360 = 3.10006.
    """
    history = History()
    fixed = replace(PRODUCTS["epp"], recalculate=False, day_count="actual/360")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PRODUCTS, "fixed principal", fixed)
        history.buy("fixed principal", 1_000_00, 3)
    assert rows(history) == [(333_33, 9_30, 0), (333_33, 5_80, 0), (333_34, 3_10, 0)]
    return history


def test_interest_that_stays_is_paid_whole_ahead_of_time_and_grows_no_more_when_it_is_late() -> None:
    history = as_first_scheduled()
    history.today = date(2024, 1, 22)
    history.repay(342_63)
    assert rows(history) == [(333_33, 9_30, 342_63), (333_33, 5_80, 0), (333_34, 3_10, 0)]
    history.today = date(2024, 7, 1)
    assert [(principal, interest) for principal, interest, _ in rows(history)] == [
        (333_33, 9_30),
        (333_33, 5_80),
        (333_34, 3_10),
    ]
    assert owed_parts(history.account()).interest == 8_90


def test_a_row_earns_the_interest_that_stays_evenly_and_a_payoff_asks_for_no_more() -> None:
    history = as_first_scheduled()
    history.today = date(2024, 1, 22)
    assert owed_parts(history.account()).interest == 3_00  # ten of 31 nights of 9.30
    quote, figures = explain_payoff(history.account(), history.today, "A1P1")
    assert quote.total_fen == 1_003_00
    assert [line.rule for line in figures[1].lines] == ["as-scheduled-so-far"]
    history.pay_off("A1P1")
    assert rows(history) == [(333_33, 3_00, 336_33), (333_33, 0, 333_33), (333_34, 0, 333_34)]
    account = history.account(date(2024, 12, 1))
    assert (owed_parts(account).total_fen, account.credit_fen) == (0, 0)
    (interest,) = [f for f in explain_rows(account, account.plans["A1P1"]) if f.figure == "interest"]
    assert [(line.rule, line.exact) for line in interest.lines] == [
        ("as-scheduled", 9_30),
        ("changed-by-payoff", -6_30),
    ]


def test_a_waiver_gives_up_no_more_of_it_than_has_been_earned() -> None:
    history = as_first_scheduled()
    history.today = date(2024, 1, 22)
    with pytest.raises(BaitiaoError) as refusal:
        history.waive(3_01, "interest", "A1P1")
    assert refusal.value.details["waivable_fen"] == 3_00


@pytest.mark.parametrize("how", ["prepay", "refund"])
def test_rows_that_lose_principal_lose_their_interest_in_proportion(how: str) -> None:
    # 500.00 less: 333.33 and 166.67 are left, the second with 5.80 x 166.67 / 333.33 = 2.90009.
    history = as_first_scheduled()
    history.today = date(2024, 1, 22)
    if how == "prepay":
        history.prepay("A1P1", 503_00, "shorter-term")  # with the 3.00 that ten nights have earned
    else:
        history.refund("A1P1", 500_00)
    assert [(principal, interest) for principal, interest, _ in rows(history)] == [(333_33, 9_30), (166_67, 2_90)]


def test_lower_payments_bear_the_interest_of_their_own_schedule() -> None:
    # 500.00 left in 3 from 22 January: 500.00 x 10.8% x 21 / 360 = 3.15 after the 3.00 paid; 333.34 x 10.8% x 29 / 360
    # = 2.90006; 166.68 x 10.8% x 31 / 360 = 1.550124.
    history = as_first_scheduled()
    history.today = date(2024, 1, 22)
    history.prepay("A1P1", 503_00, "lower-payment")
    assert rows(history) == [(166_66, 6_15, 3_00), (166_66, 2_90, 0), (166_68, 1_55, 0)]


@pytest.mark.parametrize(
    ("order", "paid_first"),
    [((), "principal"), (("interest", "principal", "late_charge", "fee"), "interest")],
)
def test_a_plan_keeps_its_own_order_however_late_it_is(
    monkeypatch: pytest.MonkeyPatch, order: tuple[str, ...], paid_first: str
) -> None:
    monkeypatch.setitem(PRODUCTS, "own", replace(PRODUCTS["epi"], allocation=order))
    history = History()
    history.buy("own", 1_000_00, 3)
    history.today = date(2024, 5, 13)  # 91 days after the first due date
    event = history.repay(1_00)
    assert [part.kind for part in history.account().allocations if part.event_id == event.event_id] == [paid_first]


def test_principal_may_come_before_the_interest_of_a_row_that_is_paid_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    # 3000.00 in 3 at 10.8%: 1018.00 a month. Ten nights: 3000.00 x 10.8% x 10 / 365 = 8.877, so that the row asks for
    # 1009.12 of principal today. 5.00 less than all: the interest is asked for as far as the money comes, and none of
    # what runs from now on is asked for with the row.
    history = History()
    order = ("late_charge", "fee", "principal", "interest")
    monkeypatch.setitem(PRODUCTS, "own", replace(PRODUCTS["epi"], allocation=order))
    history.buy("own", 3_000_00, 3)
    history.today = date(2024, 1, 22)
    event = history.repay(1_013_00)
    parts = [(p.number, p.kind, p.amount_fen) for p in history.account().allocations if p.event_id == event.event_id]
    assert parts == [(1, "principal", 1_009_12), (1, "interest", 3_88)]
    assert rows(history)[0] == (1_014_12, 3_88, 1_013_00)


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ({"allocation": ("interest", "principal")}, "allocation must name"),
        ({"recalculate": False, "method": "interest-only", "installments": (3,)}, "only equal-payment"),
    ],
)
def test_a_product_file_that_states_no_such_terms_is_refused(wrong: dict[str, object], rule: str) -> None:
    with pytest.raises(BaitiaoError, match=rule):
        check_product(replace(PRODUCTS["epi"], **wrong), "epi")  # type: ignore[arg-type]


def test_the_interest_of_a_period_is_rounded_once_also_where_its_row_was_filled_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # 100.00 at 7% a year in 6 (30/360, half-even): 22 nights of 31 cost 0.41398, so that 17.01 fill the first row with
    # 0.41. Nine nights on 83.40 cost 0.14124: 0.55522 in all, 0.56, of which 0.15 is left for the second row. With
    # 83.40 x 7% / 12 = 0.4865 it asks for 0.6365, 0.64.
    history = History()
    own = replace(
        PRODUCTS["epi"],
        rate_ppb_by_tier=dict.fromkeys("ABCD", 70_000_000),
        day_count="30/360",
        rounding="half-even",
        evening=True,
    )
    monkeypatch.setitem(PRODUCTS, "own", own)
    history.buy("own", 100_00, 6)
    history.today = date(2024, 2, 3)
    history.repay(17_01)
    account = history.account()
    assert rows(history)[:2] == [(16_60, 41, 17_01), (16_37, 64, 0)]
    second = next(f for f in explain_rows(account, account.plans["A1P1"], 2) if f.figure == "interest")
    assert [line.rule for line in second.lines].count("rounded-with-period") == 2
    assert sum(line.exact for line in second.lines) == 64
    assert quote_payoff(account, history.today).total_fen == 83_40
