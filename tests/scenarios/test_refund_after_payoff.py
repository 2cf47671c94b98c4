"""A washing machine is paid off early, and sent back after that: all that was paid for it goes back, the fees stay."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.account import Return
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statement
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


def test_a_washing_machine_paid_off_and_sent_back() -> None:
    # 1,800.00 in 3 of 600.00 + 10.80 (0.6%), due on the 12th from February on.
    history = History([opened(date(2024, 1, 12), bill_day=3, tier="B")])
    history.buy("inst", 1_800_00, 3)
    history.today = date(2024, 2, 12)
    first = history.repay(610_80, means="card")
    history.today = date(2024, 2, 20)
    payoff = history.pay_off("A1P1")
    # 1,200.00 and the fee of the next period (payoff: next-period); that of the last is saved.
    assert payoff.fact.amount_fen == 1_210_80
    history.issue_bills()
    history.today = date(2024, 3, 3)
    history.issue_bills()
    assert statement(history.events, history.today).figures.closing_fen == 0

    history.today = date(2024, 3, 10)
    history.refund("A1P1", 1_800_00)
    account = history.account()
    # The latest payment first, each up to what it paid: 1,210.80 to the payoff, 589.20 to the card. 21.60 of fees stay.
    assert account.refunds[0].returns == (
        Return(payoff.event_id, "", 1_210_80),
        Return(first.event_id, "card", 589_20),
    )
    assert (figures(account).owed_fen, figures(account).credit_fen, figures(account).used_fen) == (0, 0, 0)
    assert 610_80 + 1_210_80 - 1_800_00 == 2 * 10_80
    with pytest.raises(BaitiaoError, match="refund-exceeds-purchase"):
        history.refund("A1P1", 1)

    history.today = date(2024, 4, 3)
    history.issue_bills()
    april = statement(history.events, history.today).figures
    assert (april.refunds_fen, april.payouts_fen, april.closing_fen) == (-1_800_00, 1_800_00, 0)
    assert prove(history.events, history.today).differences == ()
