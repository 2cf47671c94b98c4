"""Law 1: every posting group sums to zero, and so does the whole. Law 6: every amount is an `int` within bounds."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given

from baitiao_cli.account.postings import CHART, ledger_balances

from .history import History
from .strategies import histories

MOST = 2**53 - 1


@given(histories())
def test_each_cause_and_each_plan_balances(history: History) -> None:
    account = history.account()
    by_cause: dict[str, int] = defaultdict(int)
    for line in account.journal:
        assert line.ledger_account in CHART
        assert type(line.amount_fen) is int and 0 < abs(line.amount_fen) <= MOST
        by_cause[line.cause] += line.amount_fen
    assert not any(by_cause.values())


@given(histories())
def test_the_books_hold_what_the_rows_say(history: History) -> None:
    account = history.account()
    books = ledger_balances(account.postings)
    for plan_id, plan in account.plans.items():
        unpaid = plan.unpaid
        held = {
            "principal": unpaid.principal,
            "interest_receivable": unpaid.interest,
            "fee_receivable": unpaid.fee,
            "late_charge_receivable": unpaid.late_charge,
        }
        assert {name: books.get((plan_id, name), 0) for name in held} == held
    assert -sum(amount for (_, name), amount in books.items() if name == "credit_balance") == account.credit_fen
