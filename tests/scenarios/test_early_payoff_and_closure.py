"""A plan is paid off early, the account closed; the last movements still come on a bill."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


def test_an_early_payoff_and_the_end() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3, tier="B")])
    history.buy("inst", 6_000_00, 6)  # 1000.00 + 0.6% of 6000.00 = 36.00 each
    history.today = date(2024, 2, 12)
    history.repay(1_036_00)
    history.today = date(2024, 2, 20)
    with pytest.raises(BaitiaoError, match="close-blocked-owed"):
        history.close()

    (item,) = quote_payoff(history.account(), history.today).items
    assert (item.principal_fen, item.fee_fen) == (5_000_00, 36_00)  # the next period's fee
    assert item.fee_waived_fen == 144_00  # the other four
    history.pay_off()
    assert figures(history.account()).owed_fen == 0
    history.close()
    closed = figures(history.account())
    assert (closed.status, closed.available_fen) == ("closed", 0)
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.buy("month", 100_00)

    history.today = date(2024, 6, 1)
    bills = statements(history.events, history.today)
    assert [bill.billed_on for bill in bills] == [date(2024, 2, 3), date(2024, 3, 3)]
    march = bills[1].figures
    assert march.opening_fen == 6_036_00  # 6000.00 and the fee billed in February
    assert (march.fees_fen, march.repayments_fen) == (36_00, -6_072_00)  # 1036.00 + 5036.00
    assert march.closing_fen == 0
