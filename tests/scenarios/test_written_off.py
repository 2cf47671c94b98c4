"""Claims that are given up: of a debt that was income until then, and of one that was charged off before.

First: 1,500.00 of purchases, minimum missed (see test_minimum_missed: on 20 March 27.81 of interest and 8.34 of late
charges are owed). Then: 12,000.00 in 12, nothing paid (see test_charged_off_and_recovered).
"""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.books import balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


def test_a_write_off_of_what_was_income_is_a_loss_of_all_of_it() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 1_500_00)
    history.today = date(2024, 3, 20)
    history.write_off()
    now = figures(history.account())
    assert (now.status, now.owed_fen, now.days_past_due, now.loan_class) == ("written-off", 0, 0, "normal")
    books = balances(history.account())
    assert books == {
        "merchant_payable": -1_500_00,
        "interest_income": -27_81,
        "late_charge_income": -8_34,
        "loan_losses": 1_536_15,
    }
    april = statements(history.events, date(2024, 4, 3))[2].figures
    # Opening 1,519.50; 12.81 of interest and 3.84 of late charges since the bill of March.
    assert (april.opening_fen, april.other_fen, april.closing_fen) == (1_519_50, -1_536_15, 0)
    assert (april.amount_due_fen, april.minimum_due_fen) == (0, 0)

    # Closed, and money comes after all: what was given up comes back, no more; nothing of the customer changes.
    history.close()
    history.today = date(2024, 4, 10)
    history.recover(500_00)
    assert balances(history.account())["recoveries"] == -500_00
    assert (figures(history.account()).owed_fen, history.account().credit_fen) == (0, 0)
    with pytest.raises(BaitiaoError) as refusal:
        history.recover(1_036_16)
    assert (refusal.value.code, refusal.value.details["most_fen"]) == ("recovery-exceeds", 1_036_15)
    history.recover(1_036_15)
    with pytest.raises(BaitiaoError, match="nothing-to-recover"):
        history.recover(1)


def test_a_write_off_after_a_charge_off_is_no_second_loss() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 12_000_00, 12)
    history.today = date(2024, 5, 20)
    history.charge_off()
    history.today = date(2024, 6, 1)
    history.recover(2_000_00)  # 1,869.04 of principal, a fee of 72.00 and a late charge of 58.96
    event = history.write_off()
    books = balances(history.account())
    assert books == {
        "cash": 2_000_00,
        "merchant_payable": -12_000_00,
        "fee_income": -72_00,
        "late_charge_income": -58_96,
        "loan_losses": 12_000_00,
        "recoveries": -1_869_04,
    }
    # Given up: 10,130.96 of principal, three fees, late charges of 43.42 + 26.80 + 10.72; no fee to come is asked for.
    given_up = {"principal": 10_130_96, "fee": 216_00, "late_charge": 80_94}
    for kind, amount_fen in given_up.items():
        parts = [part for part in history.account().allocations if part.event_id == event.event_id]
        assert sum(part.amount_fen for part in parts if part.kind == kind) == amount_fen
    assert figures(history.account(date(2024, 12, 31))).owed_fen == 0


def test_a_credit_balance_pays_before_anything_is_given_up() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 1_200_00, 12)
    history.repay(300_00)  # nothing is due: kept as credit
    history.write_off()
    books = balances(history.account())
    assert books == {"cash": 300_00, "merchant_payable": -1_200_00, "loan_losses": 900_00}
    assert history.account().credit_fen == 0


def test_a_refund_of_what_was_written_off_is_not_the_customers() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 1_200_00, 12)
    history.repay(300_00)
    history.write_off()
    history.refund("A1P1", 1_000_00)
    books = balances(history.account())
    # 900.00 bring back what was given up; 100.00 were paid by the credit balance, and become one again.
    assert (books["recoveries"], books["credit_balance"]) == (-900_00, -100_00)
