"""`restructure`: what is left of a plan, or what an account owes on its bills, over other installments."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import BalanceRestructured, Restructured
from baitiao_cli.account.verbs.reprice import rate_of_plan
from baitiao_cli.account.verbs.restructure import decide_restructuring
from baitiao_cli.account.verbs.restructure_balance import decide_balance_restructuring
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.actions.convert import ConvertedPurchase, purchases_taken_over
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.annual_rate import annual_rate
from baitiao_cli.calc.rates import Per, Rate, format_rate
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.book import Book
from baitiao_cli.ledger.store import WriteTransaction
from baitiao_cli.products.catalogue import find_product

USUAL_PRODUCT = "inst"
"""What an account's purchases become a plan of when no product is named."""


class RestructureAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A plan, or the account whose billed purchases are to become one; in how many installments, and why.

    The rate is the present one (of an account: the product's) unless one is named. A plan keeps its product.
    """

    plan_id: str = ""
    account_id: str = ""
    installments: int
    product_id: str = ""
    rate_ppb: int | None = None
    rate_per: Per | None = None
    reason: str = ""


class RestructureAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The principal that was planned anew with its price, cost and annual rate, and the rows that are to be paid.

    `charges_fen` is what was unpaid of interest, fees and late charges: it falls due with the first new installment, on
    `due_on`, as the rows that asked for it. `days_past_due_before` is that of the account on the day before it.
    `purchases` are those on bills that became the plan, when it was an account that was restructured.
    """

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    installments: int
    rate: str
    reason: str
    principal_fen: int
    charges_fen: int
    cost_fen: int
    annual_rate: dict[str, str] | None
    due_on: date
    days_past_due_before: int
    rows: list[RowOutlook]
    account: Figures
    product_id: str = ""
    purchases: list[ConvertedPurchase] = []


def act(tx: WriteTransaction, asked: RestructureAsked, call: Call) -> RestructureAnswer:
    """Records the restructuring; the rows are told as of today, also when it counts from a day before."""
    on = call.effective_on
    fact: Restructured | BalanceRestructured
    if asked.plan_id:
        book = tx.book(tx.account_of_plan(asked.plan_id))
        then = book.account(on)
        fact = decide_restructuring(then, _plan_anew(then, asked, on), on)
    else:
        book = tx.book(asked.account_id)
        then = book.account(on)
        fact = _balance_anew(book, then, asked, on)
    days_before = figures(then).days_past_due
    event = book.record(fact, on, call.request_id)
    return _answer(book, event.event_id, fact, call, days_before)


def _plan_anew(account: Account, asked: RestructureAsked, on: date) -> Restructured:
    if asked.product_id:
        raise BaitiaoError("restructure-keeps-product", plan_id=asked.plan_id, account_id=account.account_id)
    rate = None
    if asked.rate_ppb is not None:
        rate = rate_of_plan(account, asked.plan_id, asked.rate_ppb, asked.rate_per, on)
    return Restructured(
        plan_id=asked.plan_id, installments=asked.installments, rate=rate, reason=asked.reason, keeps_suspense=True
    )


def _balance_anew(book: Book, account: Account, asked: RestructureAsked, on: date) -> BalanceRestructured:
    product = find_product(asked.product_id or USUAL_PRODUCT)
    price, usual = None, product.rate(account.tier)
    if asked.rate_ppb is not None:
        price = Rate(asked.rate_ppb, asked.rate_per or (usual.per if usual else "period"))
    fact = BalanceRestructured(
        plan_id=f"{account.account_id}P{book.next_plan_number}",
        terms=product.terms_anew(asked.installments, account.tier, on, price),
        reason=asked.reason,
    )
    return decide_balance_restructuring(account, product, fact, on)


def _answer(
    book: Book, event_id: str, fact: Restructured | BalanceRestructured, call: Call, days_before: int
) -> RestructureAnswer:
    on = call.effective_on
    then = book.account(on)
    plan = then.plans[fact.plan_id]
    agreed = plan.agreement
    agreed_rows = make_schedule(agreed.amount_fen, agreed.periods, agreed.schedule)
    annual = annual_rate(agreed.amount_fen, on, agreed_rows, plan.terms.every, plan.terms.unit)
    price = agreed.schedule.price
    waiting = [row for row in plan.rows if row.number < agreed.first_number]
    if isinstance(fact, BalanceRestructured):
        waiting = then.line_rows
    after = book.account(max(call.today, on))
    rows = row_outlooks(after.plans[fact.plan_id], after, after.through)
    return RestructureAnswer(
        account_id=book.account_id,
        plan_id=fact.plan_id,
        event_id=event_id,
        effective_on=on,
        installments=fact.installments,
        product_id=plan.terms.product_id,
        rate=format_rate(price) if price else "",
        reason=fact.reason,
        principal_fen=agreed.amount_fen,
        charges_fen=sum(row.unpaid_fen for row in waiting),
        cost_fen=sum(row.interest_fen + row.fee_fen for row in agreed_rows),
        annual_rate=annual.percents if annual else None,
        due_on=agreed.periods[0].due_on,
        days_past_due_before=days_before,
        purchases=purchases_taken_over(then, plan) if plan.event_id == event_id else [],
        rows=[row for row in rows if row.status != "paid"],
        account=figures(after),
    )


RESTRUCTURE = Verb("restructure", RestructureAsked, RestructureAnswer, act)
