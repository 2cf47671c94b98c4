"""Law 18: a credit balance is netted against what falls due later: a payable debt and a credit never stand together."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.allocation import payable_debts
from baitiao_cli.account.views.figures import figures

from .history import History
from .strategies import histories


@given(histories(), st.sampled_from((0, 1, 30, 200)))
def test_debt_and_credit_never_stand_side_by_side(history: History, days: int) -> None:
    account = history.account(history.today + timedelta(days=days))
    if account.credit_fen:
        assert not payable_debts(account)
        assert figures(account).due_fen == 0
        assert figures(account).days_past_due == 0


def test_a_fee_of_a_later_bill_is_taken_from_the_credit() -> None:
    # 100.00 in 3 at 0.6%: 33.33 + 0.60 a bill. 50.00 paid before the first bill is all credit.
    history = History()
    history.buy("inst", 100_00, 3)
    history.repay(50_00)
    assert history.account().credit_fen == 50_00
    history.today += timedelta(days=22)  # 3 February, the bill
    assert history.account().credit_fen == 50_00 - 33_93
    assert figures(history.account()).due_fen == 0
