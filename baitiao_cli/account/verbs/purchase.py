"""A purchase: whether the line allows it, and the plan that it makes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import Purchased
from baitiao_cli.account.meter import Meter, NightMeter
from baitiao_cli.account.plan import Installment, Parts, Plan
from baitiao_cli.account.postings import MERCHANT_PAYABLE
from baitiao_cli.account.terms import LineTerms, PlanTerms, Product
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.calc.dates import Period, bill_periods, periods_from
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.errors import BaitiaoError


def plan_periods(terms: PlanTerms, on: date, bill_day: int, line: LineTerms) -> tuple[Period, ...]:
    """The spans and due dates of a plan made on `on`: on the bills of the line, or on the anniversary."""
    count = terms.schedule.installments
    if terms.due_by == "bill":
        return bill_periods(on, count, bill_day, line.due_days)
    return periods_from(on, count, terms.every, terms.unit)


def decide_purchase(account: Account, product: Product, purchase: Purchased, on: date) -> Purchased:
    """The purchase, when the line allows it on `on`; refusals in a fixed order: closed, amount, limit, schedule.

    `account` is folded up to `on`.
    """
    check_open(account)
    if purchase.down_payment_fen >= purchase.amount_fen:
        raise BaitiaoError(
            "down-payment-too-large", down_payment_fen=purchase.down_payment_fen, amount_fen=purchase.amount_fen
        )
    product.check_amount(purchase.financed_fen)
    if purchase.financed_fen > account.available_fen:
        raise BaitiaoError(
            "limit-exceeded",
            amount_fen=purchase.financed_fen,
            available_fen=account.available_fen,
            limit_fen=account.limit_fen,
            used_fen=account.used_fen,
        )
    make_schedule(
        purchase.financed_fen,
        plan_periods(purchase.terms, on, account.bill_day, account.line),
        purchase.terms.schedule,
    )
    return purchase


def make_plan(purchase: Purchased, event_id: str, on: date, bill_day: int, line: LineTerms) -> Plan:
    """The plan of a purchase made on `on`: its schedule as quoted, with nothing asked for yet."""
    terms = purchase.terms
    schedule = make_schedule(purchase.financed_fen, plan_periods(terms, on, bill_day, line), terms.schedule)
    months = terms.every if terms.due_by == "anniversary" and terms.unit == "months" else 0
    follows_balance = terms.due_by == "anniversary"
    rows = []
    for row in schedule:
        planned = Parts(principal=row.principal_fen, interest=row.interest_fen, fee=row.fee_fen)
        asked = Parts() if follows_balance else Parts(principal=row.principal_fen)
        rows.append(
            Installment(
                row.number,
                row.from_on,
                row.until_on,
                row.due_on,
                planned=planned,
                asked=asked,
                late=NightMeter(row.due_on),
                months=months,
            )
        )
    return Plan(
        plan_id=purchase.plan_id,
        event_id=event_id,
        started_on=on,
        amount_fen=purchase.amount_fen,
        financed_fen=purchase.financed_fen,
        terms=terms,
        rows=rows,
        interest=Meter(on, Fraction(0)),
        merchant=purchase.merchant,
        order_id=purchase.order_id,
        note=purchase.note,
        down_payment_fen=purchase.down_payment_fen,
        balance_counted_to=on,
    )


def apply_purchase(account: Account, purchase: Purchased, event_id: str, on: date) -> None:
    """Adds the plan and books what is owed to the merchant; a purchase that passes the limit is noted as a conflict."""
    note_closed(account, event_id)
    if purchase.financed_fen > account.available_fen:
        account.conflicts.append(Conflict(event_id, "limit-exceeded"))
    account.plans[purchase.plan_id] = make_plan(purchase, event_id, on, account.bill_day, account.line)
    account.post(on, purchase.plan_id, "principal", MERCHANT_PAYABLE, purchase.financed_fen)
