"""What becomes of fees and interest when a purchase comes back, where the product returns them; worked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from baitiao_cli.actions.proof import prove
from baitiao_cli.products.catalogue import find_product
from tests.laws.history import PRODUCTS, History


@pytest.fixture(autouse=True)
def returning(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("inst", "daily"):
        monkeypatch.setitem(PRODUCTS, name, replace(find_product(name), refund_fees="return"))


def phone() -> History:
    """1200.00 in 12 of 100.00 + 7.20 (0.6%); rows 1 and 2 paid on their due dates, row 3 billed, on 5 April."""
    history = History()
    history.buy("inst", 1_200_00, 12)
    for on in (date(2024, 2, 12), date(2024, 3, 12)):
        history.today = on
        history.repay(107_20, means="card")
    history.today = date(2024, 4, 5)
    return history


def returned(account: Account) -> list[tuple[int, list[int]]]:
    """Of each refund the fees that it returned, and what went back to which payment."""
    return [(refund.fees_returned_fen, [part.amount_fen for part in refund.returns]) for refund in account.refunds]


def agrees(history: History) -> bool:
    return prove(history.events, history.today).differences == ()


def test_the_share_that_comes_back_is_first_taken_off_what_is_unpaid() -> None:
    # Three fees of 7.20 so far, two of them paid: with 450.00 of 1,200.00 comes back 21.60 x 0.375 = 8.10. The unpaid
    # fee of row 3, 7.20, falls away, and 0.90 goes back to the latest payment.
    history = phone()
    history.refund("A1P1", 450_00)
    account = history.account()
    assert returned(account) == [(8_10, [90])]
    assert figures(account).due_fen == 100_00
    assert account.refunds[0].fees_dropped_fen == 32_40  # rows 12 to 9 and half of row 8, as ever
    books = ledger_balances(account.postings)
    # The merchant owes what it gave back; the fees are ours: 21.60 - 8.10 stay income.
    assert (books["A1P1", "merchant_refunds"], books["A1P1", "fee_income"]) == (450_00, -13_50)
    assert agrees(history)


def test_in_steps_it_is_what_one_refund_returns_and_of_all_of_it_all() -> None:
    steps, at_once = phone(), phone()
    steps.refund("A1P1", 450_00)
    steps.refund("A1P1", 750_00)
    at_once.refund("A1P1", 1_200_00)
    # At once: row 3 falls with its fee, so 14.40 are left, all of it returned with 200.00 that was paid.
    assert returned(at_once.account()) == [(14_40, [107_20, 107_20])]
    # In steps: 8.10, then what is left of the fees that were paid, 14.40 - 0.90 = 13.50.
    assert returned(steps.account()) == [(8_10, [90]), (13_50, [106_30, 107_20])]
    for history in (steps, at_once):
        assert (history.account().used_fen, figures(history.account()).owed_fen) == (0, 0)
        assert ("A1P1", "fee_income") not in ledger_balances(history.account().postings)
        assert agrees(history)


def test_after_a_payoff() -> None:
    history = phone()
    history.pay_off("A1P1")  # ten rows, the fee of row 3 and that of row 4: 1,014.40
    history.today = date(2024, 5, 1)
    history.refund("A1P1", 300_00)
    # Four fees of 7.20, of which a quarter comes back with a quarter of the purchase.
    assert returned(history.account()) == [(7_20, [307_20])]
    assert agrees(history)


def test_what_was_waived_is_not_returned() -> None:
    history = phone()
    history.waive(7_20, "fee", "A1P1")
    history.refund("A1P1", 600_00)
    # Two fees of 7.20 were paid, one given up: half of 14.40.
    assert returned(history.account()) == [(7_20, [7_20])]
    assert agrees(history)


def test_a_plan_by_the_night_returns_the_interest_that_has_run() -> None:
    # 1,000.00 at 0.03% a day: 3.00 in 10 nights. 400.00 come back, and 1.20 need not be paid.
    history = History()
    history.buy("daily", 1_000_00, 3)
    history.today = date(2024, 1, 22)
    history.refund("A1P1", 400_00)
    assert returned(history.account()) == [(1_20, [])]
    assert figures(history.account()).owed_fen == 601_80
    # 21 nights more of 600.00 are 3.78.
    assert figures(history.account(date(2024, 2, 12))).owed_fen == 605_58
    assert agrees(history)


def test_what_a_credit_balance_paid_becomes_one_again() -> None:
    history = History()
    history.repay(400_00)
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 2, 5)  # 101.80 of the credit paid row 1
    history.refund("A1P1", 300_00)
    assert returned(history.account()) == [(1_80, [])]
    assert history.account().credit_fen == 400_00
    assert agrees(history)


def test_a_won_dispute_returns_them_likewise() -> None:
    history = phone()
    opened = history.dispute("A1P1", 600_00)
    history.win(opened.event_id)
    # Three fees so far: half of 21.60.
    assert returned(history.account()) == [(10_80, [3_60])]
    assert agrees(history)


def test_the_bill_tells_of_less_fees() -> None:
    history = phone()
    history.refund("A1P1", 450_00)
    may = statements(history.events, date(2024, 5, 3))[-1].figures
    # The fee of row 4 is asked for, 8.10 come back: -0.90; 0.90 were paid back.
    assert (may.refunds_fen, may.fees_fen, may.payouts_fen) == (-450_00, -90, 90)


def test_a_product_that_does_not_say_so_keeps_them() -> None:
    assert find_product("inst").refund_fees == "stay"
    history = History()
    history.buy("fee by date", 300_00, 3)
    history.today = date(2024, 3, 1)
    history.repay(120_00)
    history.refund("A1P1", 300_00)
    assert history.account().refunds[0].fees_returned_fen == 0
