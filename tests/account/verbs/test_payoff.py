"""Early payoff: what it costs under each policy, and that it leaves nothing."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.events import PaidOff
from baitiao_cli.account.verbs.payoff import decide_payoff, quote_payoff
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def test_the_fee_of_the_next_period_is_paid_and_the_rest_waived() -> None:
    # 12000.00 in 12 at 0.6%: 1000.00 + 72.00 each. Two paid; ten remain: 10000.00 + 72.00, nine fees waived.
    history = History()
    history.buy("inst", 12_000_00, 12)
    for on in (date(2024, 2, 12), date(2024, 3, 12)):
        history.today = on
        history.repay(1_072_00)
    history.today = date(2024, 3, 13)
    (item,) = quote_payoff(history.account(), history.today, "A1P1").items
    assert (item.principal_fen, item.fee_fen, item.fee_waived_fen) == (10_000_00, 72_00, 9 * 72_00)
    history.pay_off("A1P1")
    assert figures(history.account(date(2025, 3, 1))).owed_fen == 0


def test_on_the_day_of_purchase_it_is_free() -> None:
    history = History()
    history.buy("inst", 12_000_00, 12)
    assert quote_payoff(history.account(), history.today).total_fen == 12_000_00


def test_after_a_few_days_the_fee_is_cut_to_the_annual_cap() -> None:
    # Three nights at 24% a year: 12000.00 x 24% x 3 / 365 = 23.671..., less than the period's 72.00.
    history = History()
    history.buy("inst", 12_000_00, 12)
    assert quote_payoff(history.account(date(2024, 1, 15)), date(2024, 1, 15)).total_fen == 12_023_67
    # Ten nights allow 78.90: the whole 72.00.
    assert quote_payoff(history.account(date(2024, 1, 22)), date(2024, 1, 22)).total_fen == 12_072_00


def test_all_fees_or_none() -> None:
    # 1000.00 in 3: "order" asks for both fees of 6.00 that are left, "free" has none. One row of each is paid.
    history = History()
    history.buy("order", 1_000_00, 3)
    history.buy("free", 1_000_00, 3)
    history.today = date(2024, 2, 12)
    history.repay(339_33 + 333_33)
    history.today = date(2024, 3, 2)
    assert quote_payoff(history.account(), history.today, "A1P1").total_fen == 666_67 + 12_00
    assert quote_payoff(history.account(), history.today, "A1P2").total_fen == 666_67


def test_on_the_bill_day_the_billed_fee_and_the_next_one_are_due() -> None:
    history = History()
    history.buy("inst", 12_000_00, 12)
    assert quote_payoff(history.account(date(2024, 2, 3)), date(2024, 2, 3)).total_fen == 12_000_00 + 2 * 72_00


@pytest.mark.parametrize(
    ("product", "on", "interest_fen"),
    [
        ("daily", date(2024, 1, 27), 4_50),  # 1000.00 x 0.03% x 15
        ("epi", date(2024, 1, 27), 4_44),  # 1000.00 x 10.8% x 15 / 365 = 4.438
        ("defer60", date(2024, 2, 11), 0),  # 30 nights, all free
        ("defer60", date(2024, 2, 26), 6_00),  # 15 nights after the free ones: 1000.00 x 0.04% x 15
    ],
)
def test_daily_interest_is_by_the_nights_used(product: str, on: date, interest_fen: int) -> None:
    history = History()
    history.buy(product, 1_000_00)
    history.today = on
    assert quote_payoff(history.account(), on).total_fen == 1_000_00 + interest_fen
    history.pay_off()
    assert figures(history.account(date(2025, 1, 1))).owed_fen == 0


def test_a_whole_account_is_paid_off_with_its_credit_balance() -> None:
    # 101.80 is due in February; 200.00 paid leaves 98.20 of credit. Left are 200.00 and the next fee of 1.80.
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 2, 10)
    history.repay(200_00)
    quote = quote_payoff(history.account(), history.today)
    assert (quote.credit_fen, quote.total_fen) == (98_20, 201_80 - 98_20)
    history.pay_off()
    assert (figures(history.account()).owed_fen, history.account().credit_fen) == (0, 0)


def test_a_payoff_that_the_past_made_too_large_pays_what_else_is_due() -> None:
    # A repayment of 40.00 is found after a payoff of 100.00 for P1: the 40.00 left over go to P2, which is due.
    history = History()
    history.buy("month", 100_00)
    history.buy("month", 60_00)
    history.today = date(2024, 2, 8)
    history.pay_off("A1P1")
    history.repay(40_00, "A1P1", on=date(2024, 2, 5))
    account = history.account()
    assert (account.used_fen, account.credit_fen) == (20_00, 0)


@pytest.mark.parametrize("difference_fen", [-1, 1])
def test_another_amount_than_the_quote_is_refused_with_the_quote(difference_fen: int) -> None:
    history = History()
    history.buy("month", 100_00)
    with pytest.raises(BaitiaoError) as refusal:
        decide_payoff(history.account(), PaidOff(amount_fen=100_00 + difference_fen), history.today)
    assert (refusal.value.code, refusal.value.details["quote_fen"]) == ("payoff-differs", 100_00)


def test_there_must_be_something_to_pay_off() -> None:
    with pytest.raises(BaitiaoError, match="nothing-owed"):
        History().pay_off()
