"""Goodwill: it pays what is payable, the rest waits as credit; nothing that was asked for is edited."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.delinquency import missed_bills
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statement
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def test_goodwill_that_covers_a_minimum() -> None:
    # 1000.00 billed on 3 February: 100.00 is the minimum. Given on the 10th, it is met and 900.00 are carried.
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 10)
    history.credit(100_00)
    on = date(2024, 2, 20)
    assert missed_bills(history.account(on), on) == []
    now = figures(history.account(on))
    assert (now.days_past_due, now.owed.principal, now.owed.late_charge) == (0, 900_00, 0)
    assert now.owed.interest == 3_60  # 900.00 x 0.05% x 8 nights
    books = ledger_balances(history.account().postings)
    assert books["A1P1", "goodwill"] == 100_00
    history.today = date(2024, 3, 3)
    history.issue_bills()
    bill = statement(history.events, history.today)
    assert (bill.figures.goodwill_fen, bill.figures.repayments_fen) == (-100_00, 0)
    assert [line.kind for line in bill.lines] == ["goodwill", "interest"]


def test_what_is_not_payable_yet_waits_as_credit() -> None:
    history = History()
    history.buy("daily", 1_000_00, 3)
    history.credit(20_00)
    assert (history.account().credit_fen, history.account().used_fen) == (20_00, 1_000_00)
    # 1000.00 x 0.03% x 31 nights = 9.30 fall due on 12 February and are taken from it.
    assert history.account(date(2024, 2, 12)).credit_fen == 10_70
    history.pay_out()
    assert history.account().credit_fen == 0


def test_a_closed_account_is_given_nothing() -> None:
    history = History()
    history.close()
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.credit(1_00)
