"""What may be reversed, and what stands in the way."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def test_a_reversed_repayment_brings_back_the_interest_it_had_saved() -> None:
    # 1000.00 due on 12 February and paid that day. Without it, on the 20th: 4.00 and 1.20 besides.
    history = History()
    history.buy("month", 1000_00)
    history.today = date(2024, 2, 12)
    repayment = history.repay(1000_00)
    history.today = date(2024, 2, 20)
    assert figures(history.account()).owed_fen == 0
    reversal = history.reverse(repayment.event_id)
    assert figures(history.account()).owed_fen == 1005_20
    history.reverse(reversal.event_id)
    assert figures(history.account()).owed_fen == 0


def test_a_purchase_that_money_was_named_for_is_reversed_after_that_money() -> None:
    history = History()
    purchase = history.buy("month", 100_00)
    history.today = date(2024, 2, 5)
    repayment = history.repay(10_00, "A1P1")
    with pytest.raises(BaitiaoError) as refusal:
        history.reverse(purchase.event_id)
    assert (refusal.value.code, refusal.value.details["events"]) == ("event-needed", repayment.event_id)
    history.reverse(repayment.event_id)
    history.reverse(purchase.event_id)
    assert figures(history.account()).owed_fen == 0


def test_money_for_a_reversed_purchase_is_credit() -> None:
    history = History()
    purchase = history.buy("month", 100_00)
    history.today = date(2024, 2, 5)
    history.repay(100_00)
    history.reverse(purchase.event_id)
    assert history.account().credit_fen == 100_00


def test_the_opening_a_bill_and_what_is_not_there_are_not_reversed() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 5)
    history.issue_bills()
    for event_id, code in (("A1E1", "not-reversible"), ("A1E3", "not-reversible"), ("A1E9", "event-unknown")):
        with pytest.raises(BaitiaoError, match=code):
            history.reverse(event_id)
