"""`convert`: a bill's new purchases become installments."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import BillConverted
from baitiao_cli.account.owed import minimum_left_by_date
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.verbs.convert import check_convertible, convertible_fen, decide_conversion
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.account.views.statement import find_bill
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.annual_rate import annual_rate
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.ledger.store import WriteTransaction
from baitiao_cli.products.catalogue import find_product


class ConvertAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which bill (`None` the latest), how much of it (`None` all that can be), in how many installments of what."""

    account_id: str
    installments: int
    amount_fen: int | None = None
    bill_number: int | None = None
    product_id: str = "inst"
    note: str = ""


class ConvertedPurchase(msgspec.Struct, frozen=True, kw_only=True):
    """What was taken of one purchase on the bill, and what is left of it there, in whole fen."""

    plan_id: str
    merchant: str
    converted_fen: int
    left_on_bill_fen: int


class MinimumLeft(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of the least to pay that is due on one day, or was, in whole fen."""

    due_on: date
    amount_fen: int


class ConvertAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The plan that was made with its cost and annual rate, the purchases that it took over, the account after it.

    `first_bill_on` is the bill that asks for the first installment; `minimum_left_fen` what is left of the least to
    pay, of this bill and all others, which `minimum_left` tells by its due dates.
    """

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    product_id: str
    bill_number: int
    billed_on: date
    due_on: date
    amount_fen: int
    cost_fen: int
    annual_rate: dict[str, str] | None
    first_bill_on: date
    minimum_left_fen: int
    minimum_left: list[MinimumLeft]
    purchases: list[ConvertedPurchase]
    rows: list[RowOutlook]
    account: Figures


def act(tx: WriteTransaction, asked: ConvertAsked, call: Call) -> ConvertAnswer:
    """Records the conversion with the product's terms frozen into it.

    Refusals, in this order: no such bill (`no-bill-yet`, `bill-unknown`), then those of `decide_conversion`.
    """
    on = call.effective_on
    book = tx.book(asked.account_id)
    then = book.account(on)
    bill = find_bill(book.events, on, asked.bill_number).document
    product = find_product(asked.product_id)
    check_convertible(then, product, bill.billed_on, on)
    conversion = BillConverted(
        plan_id=f"{asked.account_id}P{book.next_plan_number}",
        billed_on=bill.billed_on,
        amount_fen=convertible_fen(then, bill.billed_on) if asked.amount_fen is None else asked.amount_fen,
        terms=product.terms(asked.installments, then.tier, on),
        note=asked.note,
    )
    event = book.record(decide_conversion(then, product, conversion, on), on, call.request_id)
    after = book.account(max(call.today, on))
    plan = after.plans[conversion.plan_id]
    agreed = make_schedule(plan.financed_fen, plan.agreed_periods, plan.terms.schedule)
    left = minimum_left_by_date(after)
    rate = annual_rate(plan.financed_fen, on, agreed, plan.terms.every, plan.terms.unit)
    return ConvertAnswer(
        account_id=asked.account_id,
        plan_id=plan.plan_id,
        event_id=event.event_id,
        effective_on=on,
        product_id=product.id,
        bill_number=bill.number,
        billed_on=bill.billed_on,
        due_on=next(other.due_on for other in after.bills if other.billed_on == bill.billed_on),
        amount_fen=plan.financed_fen,
        cost_fen=sum(row.interest_fen + row.fee_fen for row in agreed),
        annual_rate=rate.percents if rate else None,
        first_bill_on=plan.agreed_periods[0].until_on,
        minimum_left_fen=sum(left.values()),
        minimum_left=[MinimumLeft(due_on=due_on, amount_fen=fen) for due_on, fen in left.items()],
        purchases=purchases_taken_over(after, plan),
        rows=row_outlooks(plan, after, after.through),
        account=figures(after),
    )


def purchases_taken_over(account: Account, plan: Plan) -> list[ConvertedPurchase]:
    """The purchases that a plan took over when it was made."""
    taken = {part.plan_id: part.amount_fen for part in account.allocations if part.event_id == plan.event_id}
    return [
        ConvertedPurchase(
            plan_id=plan_id,
            merchant=account.plans[plan_id].merchant,
            converted_fen=amount_fen,
            left_on_bill_fen=account.plans[plan_id].balance_fen,
        )
        for plan_id, amount_fen in taken.items()
    ]


CONVERT = Verb("convert", ConvertAsked, ConvertAnswer, act)
