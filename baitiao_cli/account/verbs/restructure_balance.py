"""A restructuring (重组, 个性化分期) of what revolves: purchases that bills asked for become a plan of their own."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Conflict, Debt
from baitiao_cli.account.allocation import meet_minimums
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.events import BalanceRestructured, Purchased
from baitiao_cli.account.installment import Deferral
from baitiao_cli.account.recognition import keep_in_suspense
from baitiao_cli.account.terms import Product
from baitiao_cli.account.verbs.charge import check_schedule, make_plan
from baitiao_cli.account.verbs.convert import check_takes_bills, take_over
from baitiao_cli.account.verbs.reprice import check_rate_unit
from baitiao_cli.account.verbs.restructure import check_installments
from baitiao_cli.account.verbs.standing import check_not_lost, check_open, note_closed
from baitiao_cli.calc.rates import Rate
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import labels


def billed_purchases(account: Account) -> list[Debt]:
    """What is unpaid of purchases that a bill has asked for, due or not, in the order in which they were made."""
    return [
        debt for debt in account.revolving_debts() if debt.plan and debt.row.is_billed and debt.row.unpaid.principal > 0
    ]


def billed_purchases_fen(account: Account) -> int:
    """How much that is, in fen."""
    return sum(debt.row.unpaid.principal for debt in billed_purchases(account))


def decide_balance_restructuring(
    account: Account, product: Product, restructured: BalanceRestructured, on: date
) -> BalanceRestructured:
    """The restructuring, overdue or not, of what bills have asked for by `on`; of the product only its terms count.

    Errors, in this order: `account-closed`; `debt-lost`; `nothing-to-restructure`; `restructure-too-long`;
    `convert-product-unfit`; `rate-unit-unfit`; terms that make no schedule; `rate-above-cap`.
    """
    check_open(account)
    check_not_lost(account)
    amount_fen = billed_purchases_fen(account)
    if not amount_fen:
        raise BaitiaoError("nothing-to-restructure", account_id=account.account_id)
    check_installments(account.account_id, restructured.installments)
    check_takes_bills(product, labels.RESTRUCTURING)
    schedule = restructured.terms.schedule
    if schedule.price:
        usual = product.rate(account.tier) or Rate(0, "period")
        check_rate_unit(product.id, schedule, schedule.price, usual)
    check_schedule(account, amount_fen, restructured.terms, on)
    return restructured


def apply_balance_restructuring(account: Account, restructured: BalanceRestructured, event_id: str, on: date) -> None:
    """Moves all principal that bills have asked for to a plan made on `on`; its first row comes with the next bill.

    What has run of carried interest and late charges is asked for first. What is unpaid of the line's charges bears
    nothing, is due with the first row, and is income when it is paid if it is none by then. The minimums of the bills
    so far are met with it: nothing that revolves is late any more. Where nothing is left, or no such schedule can be
    made, once the past has changed, it is a conflict and everything stays.
    """
    note_closed(account, event_id)
    amount_fen = billed_purchases_fen(account)
    if not amount_fen:
        account.conflicts.append(Conflict(event_id, "nothing-to-restructure"))
        return
    balance = Purchased(plan_id=restructured.plan_id, amount_fen=amount_fen, terms=restructured.terms)
    try:
        made = make_plan(balance, event_id, on, account.bill_day, account.line)
    except BaitiaoError as refusal:
        account.conflicts.append(Conflict(event_id, refusal.code))
        return
    made.restructured_on = on
    ask_accrued_charges(account, on)
    keep_in_suspense(account)
    take_over(account, made, billed_purchases(account), on)
    _put_off_charges(account, on, made.rows[0].due_on)
    meet_minimums(account, on)


def _put_off_charges(account: Account, on: date, due_on: date) -> None:
    """The line's unpaid charges are due later, for nothing; late nights within grace days are forgiven."""
    for row in account.line_rows:
        if row.unpaid_fen or not row.is_billed:
            row.due_on, row.carried, row.deferral = due_on, False, Deferral(on, due_on, 0)
        if row.late.rounded_fen(account.line.rounding) > row.asked.late_charge:
            row.late.drop_to(row.asked.late_charge)
