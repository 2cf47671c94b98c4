"""Plans with a fixed price (a fee, or flat interest), on the bill and on due dates of their own."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.events import Purchased
from baitiao_cli.account.terms import LateTerms, Product
from baitiao_cli.account.verbs.charge import decide_purchase
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.views.explain.plan import explain_rows
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import PRODUCTS, History, opened

FLAT = replace(
    PRODUCTS["epi"],
    id="own",
    method="flat",
    installments=(3,),
    surplus="credit-balance",
    rate_ppb_by_tier=dict.fromkeys("ABCD", 120_000_000),
    day_count="30/360",
    late=LateTerms(daily_ppb=500_000),
)


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch):
    """Makes a product known to the histories under the name "own"."""
    return lambda product: monkeypatch.setitem(PRODUCTS, "own", product)


def asked(history: History) -> list[tuple[date, int, int, int, str]]:
    account = history.account()
    rows = row_outlooks(account.plans["A1P1"], account, account.through)
    return [(row.due_on, row.principal_fen, row.interest_fen, row.fee_fen, row.status) for row in rows]


def test_flat_interest_is_asked_for_with_its_row(own) -> None:
    # 1200.00 in 3 at 12% a year, 30/360: 12.00 a month on the original principal; (1200 + 36) / 3 = 412.00.
    own(FLAT)
    history = History()
    history.buy("own", 1_200_00, 3)
    history.today = date(2024, 2, 12)
    assert asked(history) == [
        (date(2024, 2, 12), 400_00, 12_00, 0, "due"),
        (date(2024, 3, 12), 400_00, 12_00, 0, "planned"),
        (date(2024, 4, 12), 400_00, 12_00, 0, "planned"),
    ]
    assert figures(history.account()).due_fen == 412_00
    history.repay(412_00)
    history.today = date(2024, 3, 20)
    # Overdue since 12 March: 8 nights of 0.05% on 412.00 = 1.648 -> 1.65.
    assert figures(history.account()).overdue_fen == 412_00 + 1_65


def test_flat_interest_on_the_bill(own) -> None:
    # 0.5% of 900.00 is 4.50 a period; bills on the 3rd, due on the 12th: (900 + 13.50) / 3 = 304.50 each.
    own(replace(PRODUCTS["inst"], id="own", method="flat", rate_ppb_by_tier=dict.fromkeys("ABCD", 5_000_000)))
    history = History()
    history.buy("own", 900_00, 3)
    history.today = date(2024, 2, 3)
    assert asked(history)[0] == (date(2024, 2, 12), 300_00, 4_50, 0, "due")
    assert history.account().bills[0].figures.interest_fen == 4_50
    assert figures(history.account()).due_fen == 304_50


def test_a_fee_on_its_own_dates(own) -> None:
    # Every two weeks from 12 January: 26 January, 9 and 23 February; 0.6% of 300.00 = 1.80 each.
    own(replace(PRODUCTS["inst"], id="own", due_by="anniversary", every=2, unit="weeks"))
    history = History()
    history.buy("own", 300_00, 3)
    history.today = date(2024, 1, 26)
    assert asked(history) == [
        (date(2024, 1, 26), 100_00, 0, 1_80, "due"),
        (date(2024, 2, 9), 100_00, 0, 1_80, "planned"),
        (date(2024, 2, 23), 100_00, 0, 1_80, "planned"),
    ]
    history.repay(101_80)
    assert figures(history.account()).due_fen == 0
    assert figures(history.account()).next_due_on == date(2024, 2, 9)


@pytest.mark.parametrize(
    ("policy", "price_fen"),
    [
        ("all-fees", 24_00),  # of the two months to come
        ("next-period", 12_00),
        ("waive-rest", 0),
        ("accrued-days", 4_14),  # 10 of the 29 nights from 12 February: 12.00 x 10 / 29 = 4.1379...
    ],
)
def test_a_payoff_under_each_policy(own, policy: str, price_fen: int) -> None:
    own(replace(FLAT, payoff=policy, annual_caps=(), annual_cap_ppb=0))
    history = History()
    history.buy("own", 1_200_00, 3)
    history.today = date(2024, 2, 12)
    history.repay(412_00)
    history.today = date(2024, 2, 22)
    (item,) = quote_payoff(history.account(), history.today, "A1P1").items
    assert (item.principal_fen, item.interest_fen, item.fee_waived_fen) == (800_00, price_fen, 24_00 - price_fen)
    history.pay_off("A1P1")
    assert figures(history.account(date(2024, 6, 1))).owed_fen == 0


def test_a_billed_fee_is_cut_to_the_annual_cap_at_a_payoff() -> None:
    # Bought the day before the bill: one night at 24% a year allows 1000.00 x 24% / 365 = 0.657..., 0.65 of the billed
    # 6.00; nothing of the next period's 6.00.
    history = History([opened(date(2024, 2, 1))])
    history.today = date(2024, 2, 2)
    history.buy("inst", 1_000_00, 3)
    history.today = date(2024, 2, 3)
    assert figures(history.account()).due_fen == 339_33
    (item,) = quote_payoff(history.account(), history.today, "A1P1").items
    assert (item.principal_fen, item.fee_fen) == (1_000_00, 65)
    assert item.fee_capped_fen == 12_00 - 65
    history.pay_off("A1P1")
    assert figures(history.account()).owed_fen == 0


def test_a_trade_in_and_a_first_due_date_of_ones_own(own) -> None:
    # 1500.00 less 200.00 traded in and 100.00 down: 1200.00 are financed. The first row runs from 12 January to
    # 1 March, 49 days and no whole months, so 30/360 counts 49/360: 1200 x 12% x 49/360 = 19.60; then 12.00 a month.
    # (1200 + 19.60 + 12 + 12) / 3 = 414.53...
    own(FLAT)
    history = History()
    account = history.account()
    purchase = Purchased(
        plan_id="A1P1",
        amount_fen=1_500_00,
        trade_in_fen=200_00,
        down_payment_fen=100_00,
        first_due_on=date(2024, 3, 1),
        terms=PRODUCTS["own"].terms(3, "B", account.through),
    )
    history.record(decide_purchase(account, PRODUCTS["own"], purchase, account.through))
    assert history.account().used_fen == 1_200_00
    history.today = date(2024, 3, 1)
    assert [row[:3] for row in asked(history)] == [
        (date(2024, 3, 1), 414_53 - 19_60, 19_60),
        (date(2024, 4, 1), 414_53 - 12_00, 12_00),
        (date(2024, 5, 1), 1_200_00 - 394_93 - 402_53, 12_00),
    ]


def test_a_first_due_date_on_the_bill_is_refused() -> None:
    history = History()
    purchase = Purchased(
        plan_id="A1P1",
        amount_fen=100_00,
        first_due_on=date(2024, 3, 1),
        terms=PRODUCTS["inst"].terms(3, "B", history.today),
    )
    with pytest.raises(BaitiaoError, match="first-due-on-bill"):
        decide_purchase(history.account(), PRODUCTS["inst"], purchase, history.today)


DEAR: Product = replace(PRODUCTS["inst"], id="own", rate_ppb_by_tier=dict.fromkeys("ABCD", 12_000_000))


@pytest.mark.parametrize(
    ("on", "caps", "own_cap", "count", "refused"),
    [
        (date(2026, 1, 12), ("total-cost",), 0, 12, True),  # 1.2% a period x 12 is above 24%
        (date(2026, 1, 12), (), 0, 12, False),
        (date(2025, 9, 30), ("total-cost",), 0, 12, False),  # the cap is in force from 2025-10-01
        (date(2025, 9, 30), ("total-cost",), 240_000_000, 12, True),  # the product's own cap
        (date(2025, 10, 1), ("four-lpr",), 0, 3, True),  # above 4 x 3.00%
    ],
)
def test_a_plan_above_its_cap_is_refused(own, on, caps, own_cap, count, refused) -> None:
    own(replace(DEAR, annual_caps=caps, annual_cap_ppb=own_cap))
    history = History([opened(on)])
    if refused:
        with pytest.raises(BaitiaoError, match="rate-above-cap"):
            history.buy("own", 1_200_00, count)
    else:
        history.buy("own", 1_200_00, count)


def test_flat_interest_is_explained_by_the_original_principal(own) -> None:
    # 1000.00 in 3 at 12%, 30/360: 10.00 a month; (1000 + 30) / 3 = 343.33, of which 333.33 is principal; the last rest.
    own(FLAT)
    history = History()
    history.buy("own", 1_000_00, 3)
    account = history.account()
    found = {
        (figure.number, figure.figure): [(line.rule, line.exact) for line in figure.lines]
        for figure in explain_rows(account, account.plans["A1P1"])
    }
    assert found[1, "interest"] == [("flat-interest", 10_00)]
    assert found[1, "principal"] == [("payment", 343_33), ("less-interest", -10_00)]
    assert found[3, "principal"] == [("rest-of-principal", 333_34)]


def test_a_payoff_tells_what_the_plan_costs_on_the_days_used_and_flags_it(own) -> None:
    # 36.5% a year is 0.1% a night: 1000.00 over 10 nights cost 10.00, 36.50% a year and above the cap of 24%.
    own(replace(PRODUCTS["epi"], id="own", rate_ppb_by_tier=dict.fromkeys("ABCD", 365_000_000), above_cap="flag"))
    history = History()
    history.buy("own", 1_000_00, 3)
    history.today = date(2024, 1, 22)
    (item,) = quote_payoff(history.account(), history.today, "A1P1").items
    assert (item.interest_fen, item.simple_pct, item.above_cap) == (10_00, "36.50", True)
    within = History()
    within.buy("epi", 1_000_00, 3)
    within.today = date(2024, 1, 22)
    (item,) = quote_payoff(within.account(), within.today, "A1P1").items
    # 10.8% a year: 1000 x 10.8% x 10/365 = 2.958... -> 2.96, which is 10.804% on those nights.
    assert (item.interest_fen, item.simple_pct, item.above_cap) == (2_96, "10.80", False)


def test_a_refund_of_one_fen_leaves_the_fees_of_a_plan_within_its_cap() -> None:
    # Tier D, 1% a period x 24: 22.57% a year. By principal nights it is dearer, as every plan that repays as it goes,
    # and that is no reason to cut fees: 12000.00 x 1% = 120.00 each, and only the last falls: 499.99 / 500.00 x 120.00
    # = 119.9976, still 120.00.
    history = History([opened(date(2026, 7, 1), tier="D")])
    history.buy("inst", 12_000_00, 24)
    history.today = date(2026, 7, 2)
    history.refund("A1P1", 1)
    account = history.account()
    assert [row.planned.fee for row in account.plans["A1P1"].rows] == [120_00] * 24
    assert account.refunds[0].fees_dropped_fen == 0


def test_a_flagged_plan_keeps_its_fees_at_a_refund(own) -> None:
    own(replace(DEAR, above_cap="flag", annual_cap_ppb=240_000_000))
    history = History([opened(date(2026, 7, 1))])
    history.buy("own", 12_000_00, 12)
    history.today = date(2026, 7, 2)
    history.refund("A1P1", 1)
    assert {row.planned.fee for row in history.account().plans["A1P1"].rows} == {144_00}


def test_fees_of_a_large_loan_do_not_stay_on_a_small_rest() -> None:
    # All but 0.01 of a plan is prepaid on the second day: the next bill's fee of 72.00 is due in any case, but not more
    # than what the plan cost a night before.
    history = History([opened(date(2026, 7, 1))])
    history.buy("inst", 12_000_00, 12)
    history.today = date(2026, 7, 2)
    history.prepay("A1P1", 12_000_00 - 1, "shorter-term")
    assert sum(row.planned.fee for row in history.account().plans["A1P1"].rows) < 10_00
