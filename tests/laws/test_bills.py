"""Bills.

Law 26: opening + movements = closing = next opening. Law 27: totals = journal over the same window.
Law 29: minimum <= amount due.
"""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from baitiao_cli.account.billing import documents_to_issue
from baitiao_cli.account.events import BillDayChanged, BillFigures, Opened
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.at_hand import coming
from baitiao_cli.account.views.statement import statement, statements
from baitiao_cli.errors import BaitiaoError

from .history import History
from .strategies import histories


def moved(figures: BillFigures) -> int:
    return (
        figures.purchases_fen
        + figures.interest_fen
        + figures.fees_fen
        + figures.late_charges_fen
        + figures.repayments_fen
        + figures.payouts_fen
        + figures.refunds_fen
        + figures.disputes_fen
        + figures.waivers_fen
        + figures.goodwill_fen
        + figures.other_fen
        + figures.adjustment_fen
    )


def days_of(history: History) -> set[int]:
    """The bill days that the account has had, also by a change that was reversed after a bill was sent on it."""
    facts = [event.fact for event in history.events]
    return {fact.bill_day for fact in facts if isinstance(fact, Opened | BillDayChanged)}


@given(histories())
def test_each_bill_adds_up_and_opens_with_what_the_one_before_closed_with(history: History) -> None:
    documents = statements(history.events, history.today)
    for document in documents:
        assert document.figures.opening_fen + moved(document.figures) == document.figures.closing_fen
        assert 0 <= document.figures.minimum_due_fen <= document.figures.amount_due_fen
        assert document.billed_on.day in days_of(history)
        assert (document.due_on - document.billed_on).days == 9
    for earlier, later in pairwise(documents):
        assert earlier.figures.closing_fen == later.figures.opening_fen
        assert earlier.number + 1 == later.number
        assert earlier.billed_on <= later.from_on < later.billed_on


@given(histories())
def test_a_bill_shows_the_journal_of_its_window(history: History) -> None:
    account = history.account()
    for bill in account.bills:
        lines = account.postings[bill.from_posting : bill.until_posting]
        assert all(bill.from_on <= line.effective_on <= bill.billed_on for line in lines)
        repaid = sum(line.amount_fen for line in lines if line.ledger_account == "cash")
        bought = -sum(line.amount_fen for line in lines if line.ledger_account == "merchant_payable")
        paid_out = -sum(line.amount_fen for line in lines if line.ledger_account == "cash_paid_out")
        refunded = sum(line.amount_fen for line in lines if line.ledger_account == "merchant_refunds")
        given_up = sum(line.amount_fen for line in lines if line.ledger_account == "waivers")
        given = sum(line.amount_fen for line in lines if line.ledger_account == "goodwill")
        figures = bill.figures
        assert (figures.refunds_fen, figures.waivers_fen, figures.goodwill_fen) == (-refunded, -given_up, -given)
        assert (figures.repayments_fen, figures.purchases_fen, figures.payouts_fen) == (-repaid, bought, paid_out)
        events = [line for line in lines if line.effective_on == bill.billed_on]
        assert not any(line.cause.startswith("A1E") for line in events)  # the day of the bill is in the next one


@given(histories())
def test_the_lines_of_a_statement_sum_to_its_figures(history: History) -> None:
    for document in statements(history.events, history.today):
        shown = statement(history.events, history.today, document.number)
        sums: dict[str, int] = {}
        for line in shown.lines:
            sums[line.kind] = sums.get(line.kind, 0) + line.amount_fen
        figures = document.figures
        named = {
            "purchases": figures.purchases_fen,
            "interest": figures.interest_fen,
            "fees": figures.fees_fen,
            "late_charges": figures.late_charges_fen,
            "repayments": figures.repayments_fen,
            "payouts": figures.payouts_fen,
            "refunds": figures.refunds_fen,
            "disputes": figures.disputes_fen,
            "waivers": figures.waivers_fen,
            "goodwill": figures.goodwill_fen,
            "other": figures.other_fen,
            "adjustment": figures.adjustment_fen,
        }
        assert {kind: sums.get(kind, 0) for kind in named} == named
        assert set(sums) <= set(named)


@given(histories())
def test_the_bill_to_come_is_the_one_that_comes(history: History) -> None:
    history.issue_bills()
    bill = coming(replay(history.events, history.today)).bill
    if bill is not None:
        document = statements(history.events, bill.billed_on)[-1]
        assert (document.billed_on, document.due_on) == (bill.billed_on, bill.due_on)
        assert document.figures.amount_due_fen == bill.amount_due_fen
        assert document.figures.minimum_due_fen == bill.minimum_due_fen


@given(histories())
def test_bills_issued_one_by_one_or_all_at_once_are_the_same(history: History) -> None:
    at_once = documents_to_issue(replay(history.events, history.today), 0)
    history.issue_bills()
    one_by_one = [event.fact for event in history.events if event.fact.__class__.__name__ == "BillIssued"]
    tail = one_by_one[len(one_by_one) - len(at_once) :]
    assert [(bill.number, bill.figures) for bill in at_once] == [(bill.number, bill.figures) for bill in tail]  # type: ignore[union-attr]


def test_an_idle_account_gets_no_bill() -> None:
    history = History()
    assert statements(history.events, history.today.replace(year=2026)) == []
    try:
        statement(history.events, history.today)
    except BaitiaoError as refusal:
        assert refusal.code == "no-bill-yet"
