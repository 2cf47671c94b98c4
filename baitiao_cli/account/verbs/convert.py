"""A bill turned into installments (账单分期): what is unpaid of its new purchases becomes a plan."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Conflict, Debt
from baitiao_cli.account.allocation import pay_part, settle_plans
from baitiao_cli.account.billing import find_bill_of
from baitiao_cli.account.events import BillConverted, Purchased
from baitiao_cli.account.plan import DAILY_METHODS, Plan
from baitiao_cli.account.postings import RECEIVABLE
from baitiao_cli.account.terms import Product
from baitiao_cli.account.verbs.charge import check_schedule, make_plan
from baitiao_cli.account.verbs.standing import check_not_lost, check_stays, note_stays
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, labels


def convertible_debts(account: Account, billed_on: date) -> list[Debt]:
    """What is unpaid of the purchases that came on the bill of that day, oldest first; what was carried to it stays."""
    return [
        debt
        for debt in account.revolving_debts()
        if debt.plan and debt.row.is_billed and debt.row.until_on == billed_on and debt.row.unpaid.principal > 0
    ]


def convertible_fen(account: Account, billed_on: date) -> int:
    """How much of that bill can become a plan, in fen."""
    return sum(debt.row.unpaid.principal for debt in convertible_debts(account, billed_on))


def check_convertible(account: Account, product: Product, billed_on: date, on: date) -> None:
    """Refuses, in this order: an account closed or closing, a lost one (`debt-lost`), a bill after its due date.

    That is `convert-too-late`; then come `nothing-to-convert`, and a product without installments of a fixed price on
    the bill, or one that a merchant pays for: a bill has many (`convert-product-unfit`).

    A locked or suspended line may convert: it lends nothing new.
    """
    check_stays(account)
    check_not_lost(account)
    bill = find_bill_of(account, billed_on)
    about: dict[str, object] = {"account_id": account.account_id, "billed_on": billed_on}
    if bill is not None and on > bill.due_on:
        raise BaitiaoError("convert-too-late", due_on=bill.due_on, on=on, **about)
    if bill is None or not convertible_fen(account, billed_on):
        raise BaitiaoError("nothing-to-convert", **about)
    check_takes_bills(product, labels.BILL_IN_INSTALLMENTS)


def check_takes_bills(product: Product, what: Text) -> None:
    """Refuses a product that cannot take over what is on bills, as `what` needs: `convert-product-unfit`."""
    on_bill = product.due_by == "bill" and product.line is None and product.method not in DAILY_METHODS
    if not on_bill or product.subsidy_ppb:
        raise BaitiaoError("convert-product-unfit", product_id=product.id, what=what)


def decide_conversion(account: Account, product: Product, conversion: BillConverted, on: date) -> BillConverted:
    """The conversion, when the bill allows it on `on`.

    Errors, in this order: those of `check_convertible`; `convert-exceeds-bill`; an amount outside the product; terms
    that make no schedule or pass the cap.
    """
    check_convertible(account, product, conversion.billed_on, on)
    left_fen = convertible_fen(account, conversion.billed_on)
    if conversion.amount_fen > left_fen:
        raise BaitiaoError(
            "convert-exceeds-bill",
            account_id=account.account_id,
            amount_fen=conversion.amount_fen,
            left_fen=left_fen,
            billed_on=conversion.billed_on,
        )
    product.check_amount(conversion.amount_fen)
    check_schedule(account, conversion.amount_fen, conversion.terms, on)
    return conversion


def apply_conversion(account: Account, conversion: BillConverted, event_id: str, on: date) -> None:
    """Moves principal from the purchases of the bill, oldest first, to a plan made as if it were bought on `on`.

    So its first installment is asked for by the next bill. It counts as paid towards the minimums of that bill and of
    later ones, not of an earlier one that was missed. Where less is left, once the past has changed, or the bill's due
    date has passed, it is a conflict and nothing is moved.
    """
    note_stays(account, event_id)
    bill = find_bill_of(account, conversion.billed_on)
    if bill is None or convertible_fen(account, bill.billed_on) < conversion.amount_fen:
        account.conflicts.append(Conflict(event_id, "convert-exceeds-bill"))
        return
    if on > bill.due_on:
        account.conflicts.append(Conflict(event_id, "convert-too-late"))
        return
    bought = Purchased(
        plan_id=conversion.plan_id, amount_fen=conversion.amount_fen, terms=conversion.terms, note=conversion.note
    )
    debts = convertible_debts(account, bill.billed_on)
    take_over(account, make_plan(bought, event_id, on, account.bill_day, account.line), debts, on, bill.billed_on)


def take_over(account: Account, made: Plan, debts: list[Debt], on: date, asked_from: date = date.min) -> None:
    """Moves as much principal as a new plan finances from purchases on bills to it, the first of them first.

    It counts as paid towards the minimums of the bills from `asked_from` on.
    """
    account.plans[made.plan_id] = made
    left_fen, source = made.financed_fen, RECEIVABLE["principal"]
    for debt in debts:
        taken_fen = pay_part(account, on, debt, "principal", left_fen, source, made.plan_id, asked_from=asked_from)
        if taken_fen and debt.plan:
            _note_origin(made, debt.plan, taken_fen)
            left_fen -= taken_fen
    settle_plans(account, on)


def _note_origin(made: Plan, plan: Plan, taken_fen: int) -> None:
    """Notes what was taken over of a purchase; of one that is owed again after a dispute, of the purchase disputed."""
    purchase_id = next(iter(plan.converted), plan.plan_id)
    made.converted[purchase_id] = made.converted.get(purchase_id, 0) + taken_fen
    if plan.converted:
        plan.converted[purchase_id] -= taken_fen
