"""Double entry: what each happening books."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.postings import ledger_balances
from tests.laws.history import History


def test_a_plan_from_purchase_to_its_first_payment() -> None:
    # 300.00 lent; 1.80 of fee asked for on 3 February; 101.80 paid: the fee and 100.00 of principal.
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 2, 5)
    history.repay(101_80)
    assert ledger_balances(history.account().postings) == {
        ("A1P1", "principal"): 200_00,
        ("A1P1", "merchant_payable"): -300_00,
        ("A1P1", "fee_income"): -1_80,
        ("A1P1", "cash"): 101_80,
    }


def test_money_over_is_owed_to_the_customer() -> None:
    history = History()
    history.repay(5_00)
    assert ledger_balances(history.account().postings) == {("", "cash"): 5_00, ("", "credit_balance"): -5_00}
