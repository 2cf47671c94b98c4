"""Law 43: explanations sum to the figure explained, exactly; the rounding is a line of its own."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import msgspec
from hypothesis import given

from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.views.explain.account import explain_account
from baitiao_cli.account.views.explain.annual_rate import explain_annual_rate
from baitiao_cli.account.views.explain.bill import explain_bill
from baitiao_cli.account.views.explain.line import Explained
from baitiao_cli.account.views.explain.merchant import explain_merchant_dues
from baitiao_cli.account.views.explain.payoff import explain_payoff
from baitiao_cli.account.views.explain.plan import explain_rows
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.account.views.statement import find_bill, statements

from .history import History
from .strategies import REFUNDS, histories

KINDS = ("principal", "interest", "fee", "late_charge")


def add_up(found: Iterable[Explained]) -> None:
    for figure in found:
        assert sum((line.exact for line in figure.lines), Fraction(0)) == figure.amount_fen
        assert sum(figure.whole_parts) == figure.amount_fen
        assert len(figure.whole_parts) == len(figure.lines)
        assert not [line for line in figure.lines if line.rule.startswith("rounding") and abs(line.exact) >= 1]


@given(histories())
def test_every_figure_of_an_account_adds_up(history: History) -> None:
    account = history.account()
    found = explain_account(account)
    add_up(found)
    now = figures(account)
    wanted = {
        "used": now.used_fen,
        "held": now.held_fen,
        "available": now.available_fen,
        "owed": now.owed_fen,
        "due": now.due_fen,
        "overdue": now.overdue_fen,
        "cure": now.cure_fen if now.cure_fen > now.overdue_fen else 0,
        "minimum_left": now.minimum_left_fen,
        "next_due": now.next_due_fen,
        "credit": now.credit_fen,
        "interest": now.owed.interest,
        "late_charge": now.owed.late_charge,
    }
    assert {figure.figure: figure.amount_fen for figure in found} == {name: fen for name, fen in wanted.items() if fen}
    assert all(line.exact > 0 for figure in found for line in figure.lines if line.rule in ("paid-first", "falls-due"))


@given(histories())
def test_every_row_of_a_plan_adds_up_to_its_schedule(history: History) -> None:
    account = history.account()
    for plan in account.plans.values():
        found = explain_rows(account, plan)
        add_up(found)
        explained = {(figure.number, figure.figure): figure.amount_fen for figure in found}
        shown = {
            (row.number, kind): getattr(row, f"{kind}_fen")
            for row in row_outlooks(plan, account, account.through)
            for kind in KINDS
        }
        assert explained == {place: fen for place, fen in shown.items() if fen}


@given(histories(REFUNDS))
def test_what_a_merchant_owes_adds_up_to_the_journal(history: History) -> None:
    account = history.account()
    books = ledger_balances(account.postings)
    for plan_id, plan in account.plans.items():
        found = explain_merchant_dues(account, plan)
        add_up(found)
        shown = {figure.figure: figure.amount_fen for figure in found if figure.amount_fen}
        assert shown == {
            name: books[plan_id, f"merchant_{accounts}"]
            for name, accounts in (("subsidy", "subsidies"), ("discount", "discounts"))
            if books.get((plan_id, f"merchant_{accounts}"))
        }


@given(histories())
def test_every_figure_of_every_bill_adds_up(history: History) -> None:
    for document in statements(history.events, history.today):
        found = explain_bill(history.events, find_bill(history.events, history.today, document.number))
        add_up(found)
        shown = msgspec.to_builtins(document.figures)
        wanted = {name.removesuffix("_fen"): fen for name, fen in shown.items() if fen and name != "opening_fen"}
        assert {figure.figure: figure.amount_fen for figure in found} == wanted


@given(histories())
def test_every_figure_of_every_payoff_adds_up(history: History) -> None:
    account = history.account()
    for plan_id in ["", *account.plans]:
        quote, found = explain_payoff(account, history.today, plan_id)
        add_up(found)
        assert sum(figure.amount_fen for figure in found if figure.figure == "payoff") == quote.total_fen


@given(histories())
def test_the_payments_of_a_plan_are_worth_what_was_financed(history: History) -> None:
    for plan in history.account().plans.values():
        found = explain_annual_rate(plan)
        assert found is not None
        add_up([found.worth])
        # What was restructured is priced anew, by what was left of it.
        left_fen = plan.agreement.amount_fen if len(plan.agreements) > 1 else plan.financed_fen
        assert found.worth.amount_fen == left_fen
        assert abs(found.worth.lines[-1].exact) < Fraction(1, 1000) or found.worth.lines[-1].rule == "present-worth"
