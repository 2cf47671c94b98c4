"""The history sums to the balance, on every day: amounts are the journal's, and what was reversed changes nothing."""

from __future__ import annotations

from hypothesis import given

from baitiao_cli.account.postings import CUSTOMER_ACCOUNTS
from baitiao_cli.account.views.history import history as history_of

from .history import History
from .strategies import histories


@given(histories())
def test_the_amounts_sum_to_what_is_asked_for_less_the_credit(history: History) -> None:
    account = history.account()
    lines = history_of(history.events, history.today)
    balance_fen = account.unpaid.total_fen - account.credit_fen
    assert (lines[-1].balance_fen, sum(line.amount_fen for line in lines)) == (balance_fen, balance_fen)
    booked = sum(line.amount_fen for line in account.postings if line.ledger_account in CUSTOMER_ACCOUNTS)
    assert booked == balance_fen
    assert [line.event_id for line in lines if line.event_id] and not any(
        line.amount_fen for line in lines if line.reversed_by or line.reverses
    )
    assert {line.event_id for line in lines if line.event_id} == {
        event.event_id for event in history.events if event.effective_on <= history.today
    }
