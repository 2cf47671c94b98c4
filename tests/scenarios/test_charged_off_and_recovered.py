"""A debt is charged off on day 98 (账销案存), a part of it comes back, then all of it; the account is closed.

12,000.00 in 12 installments of 1000.00 + 72.00 from 12 February 2024 on, 0.05% a night when late; nothing was paid.
On 20 May: four fees of 72.00, late charges of 1072.00 x 0.05% a night: 98 nights 52.528, 69 nights 36.984, 38 nights
20.368, 8 nights 4.288. Charge-off and recovery as the glossary has them: the claim stays, interest goes on by contract.
"""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.books import balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


def owing() -> History:
    """The account on day 98, before it is charged off."""
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 12_000_00, 12)
    history.today = date(2024, 5, 20)
    return history


def books_of(history: History, *names: str) -> list[int]:
    """What ledger accounts hold now, in fen, debits positive."""
    books = balances(history.account())
    return [books.get(name, 0) for name in names]


def test_a_loss_that_comes_back() -> None:
    history = owing()
    before = figures(history.account())
    charges_fen = 288_00 + 52_53 + 36_98 + 20_37 + 4_29
    assert (before.days_past_due, before.owed_fen) == (98, 12_000_00 + charges_fen)

    history.charge_off()
    after = figures(history.account())
    assert (after.status, after.owed, after.due_fen) == ("charged-off", before.owed, before.due_fen)
    assert books_of(history, "loan_losses", "loss_allowance", "principal") == [12_000_00, -12_000_00, 12_000_00]
    assert books_of(history, "suspended_fees", "suspended_late_charges") == [-288_00, -114_17]
    with pytest.raises(BaitiaoError, match="debt-lost"):
        history.repay(100_00)
    with pytest.raises(BaitiaoError, match="account-charged-off"):
        history.buy("month", 10_00)

    # 2,000.00 on 1 June, day 110. Nights: 110 (58.96), 81 (43.416), 50 (26.80), 20 (10.72). Principal comes first:
    # 1000.00 + 58.96 + 72.00 end the first installment, 869.04 are principal of the second.
    history.today = date(2024, 6, 1)
    history.recover(2_000_00)
    assert books_of(history, "cash", "recoveries", "loss_allowance") == [2_000_00, -1_869_04, -10_130_96]
    assert books_of(history, "fee_income", "late_charge_income") == [-72_00, -58_96]
    # It is 81 days past due now; what was charged off waits for its money all the same.
    assert figures(history.account()).days_past_due == 81
    assert books_of(history, "suspended_fees", "suspended_late_charges") == [-216_00, -(43_42 + 26_80 + 10_72)]

    # The rest that day: 10,130.96 of principal, three fees and the next, 288.00, late charges 80.94.
    payoff = history.pay_off()
    assert payoff.fact.amount_fen == 10_130_96 + 288_00 + 80_94  # type: ignore[union-attr]
    assert books_of(history, "loan_losses", "recoveries", "loss_allowance") == [12_000_00, -12_000_00, 0]
    assert books_of(history, "fee_income", "late_charge_income") == [-360_00, -139_90]
    assert figures(history.account()).owed_fen == 0
    history.close()
    history.reopen()
    assert history.account().status == "open"
    history.buy("month", 10_00)


def test_a_charge_off_is_undone_only_before_money_came_for_it() -> None:
    history = owing()
    plain = balances(history.account())
    charge_off = history.charge_off()
    undo = history.reverse(charge_off.event_id)
    assert balances(history.account()) == plain
    history.repay(100_00)  # a repayment again
    history.reverse("A1E5")
    history.reverse(undo.event_id)
    history.recover(100_00)
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(charge_off.event_id)


def test_one_plan_of_two_is_charged_off() -> None:
    """A1P2, 1,200.00 in 3, is current: it is paid and its line goes on."""
    history = owing()
    history.resume("overdue", reason="a plan for what is overdue was agreed")
    history.buy("inst", 1_200_00, 3)
    history.today = date(2024, 6, 10)  # its first row, 400.00 + 7.20, was asked for on 3 June
    history.charge_off("A1P1")
    assert history.account().status == "open"
    assert books_of(history, "loss_allowance") == [-12_000_00]
    with pytest.raises(BaitiaoError, match="debt-lost"):
        history.repay(100_00, "A1P1")
    history.repay(407_20, "A1P2")
    assert history.account().plans["A1P2"].rows[0].unpaid_fen == 0
    history.recover(1_000_00, "A1P1")
    assert books_of(history, "recoveries") == [-1_000_00]
    history.buy("month", 10_00)  # the line goes on
