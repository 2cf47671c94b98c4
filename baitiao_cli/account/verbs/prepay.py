"""Part prepayment: money that lowers a plan's principal ahead of time, for a shorter term or for lower payments."""

from __future__ import annotations

import copy
from datetime import date

import msgspec

from baitiao_cli.account.account import Account, Allocation, Conflict
from baitiao_cli.account.allocation import pay_debts, pay_running_interest, settle_plans, spread
from baitiao_cli.account.cap import keep_within_cap, night_cost
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.entries import Entries
from baitiao_cli.account.events import Prepaid, PrepaymentEffect
from baitiao_cli.account.expectation import asking_rows
from baitiao_cli.account.installment import Installment
from baitiao_cli.account.plan import BULLET_METHODS, Plan
from baitiao_cli.account.postings import CASH, RECEIVABLE
from baitiao_cli.account.replanning import plan_again
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.verbs.repay import find_open_plan
from baitiao_cli.account.verbs.standing import check_not_lost
from baitiao_cli.calc.money import MAX_FEN, split_evenly
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, labels

EFFECTS: tuple[PrepaymentEffect, ...] = ("shorter-term", "lower-payment")


class PrepaymentParts(msgspec.Struct, frozen=True, kw_only=True):
    """What a prepayment pays, in whole fen: what is due, the interest that has run on the open row, the principal."""

    due_fen: int
    interest_fen: int
    principal_fen: int


def prepayment_parts(account: Account, plan_id: str, amount_fen: int, on: date) -> PrepaymentParts:
    """What `amount_fen` would pay on `on`; the account is folded up to that day.

    Errors, in this order: `account-closed`; `plan-elsewhere`; `nothing-owed`; `debt-lost`; `prepayment-not-offered` for
    plans without installments and plans that ask for all fees anyway; `prepayment-settles` when no principal would
    be left; `prepayment-too-small` when nothing is left for principal.
    """
    plan = find_open_plan(account, plan_id)
    check_not_lost(account, plan_id)
    if plan.terms.revolving or plan.terms.schedule.method == "single":
        raise _not_offered(plan, labels.NO_INSTALLMENTS)
    if plan.terms.payoff == "all-fees":
        raise _not_offered(plan, labels.ALL_FEES_DUE)
    paid = without_books(account)
    due_fen, interest_fen = _pay_first(paid, on, paid.plans[plan_id], MAX_FEN)
    first_fen = due_fen + interest_fen
    if amount_fen - first_fen >= paid.plans[plan_id].balance_fen:
        quote_fen = quote_payoff(account, on, plan_id).total_fen
        details = {"account_id": account.account_id, "plan_id": plan_id, "on": on}
        raise BaitiaoError("prepayment-settles", amount_fen=amount_fen, quote_fen=quote_fen, **details)
    if amount_fen <= first_fen:
        details = {"account_id": account.account_id, "plan_id": plan_id}
        raise BaitiaoError("prepayment-too-small", amount_fen=amount_fen, first_fen=first_fen, **details)
    return PrepaymentParts(due_fen=due_fen, interest_fen=interest_fen, principal_fen=amount_fen - first_fen)


def offered_effects(account: Account, plan_id: str, amount_fen: int, on: date) -> tuple[PrepaymentEffect, ...]:
    """What a prepayment that `prepayment_parts` accepts may do.

    A plan whose principal is due at the end only gets cheaper; one whose rest is too small for as many payments as
    are left only gets shorter.
    """
    if account.plans[plan_id].terms.schedule.method in BULLET_METHODS:
        return ("lower-payment",)
    lower = Prepaid(plan_id=plan_id, amount_fen=amount_fen, effect="lower-payment")
    return EFFECTS if _prepay(without_books(account), lower, on) else ("shorter-term",)


def decide_prepayment(account: Account, prepayment: Prepaid, on: date) -> Prepaid:
    """The prepayment, when the plan takes it in this way on `on`; errors of `prepayment_parts` come first."""
    prepayment_parts(account, prepayment.plan_id, prepayment.amount_fen, on)
    if prepayment.effect not in offered_effects(account, prepayment.plan_id, prepayment.amount_fen, on):
        is_shorter = prepayment.effect == "shorter-term"
        reason = labels.PRINCIPAL_AT_THE_END if is_shorter else labels.TOO_LITTLE_LEFT
        raise _not_offered(account.plans[prepayment.plan_id], reason)
    return prepayment


def _not_offered(plan: Plan, reason: Text) -> BaitiaoError:
    return BaitiaoError("prepayment-not-offered", plan_id=plan.plan_id, reason=reason)


def without_books(account: Account) -> Account:
    """A copy to try things on, without the journal and the allocations of what was."""
    return copy.deepcopy(
        msgspec.structs.replace(account, postings=Entries(), own_postings=Entries(), allocations=Entries())
    )


def apply_prepayment(account: Account, prepayment: Prepaid, event_id: str, on: date) -> None:
    """Pays what is due and the interest so far, then lowers the principal; what is over is spread like a repayment."""
    if account.closed_on:
        account.conflicts.append(Conflict(event_id, "account-closed"))
    if prepayment.plan_id not in account.plans:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
        ask_accrued_charges(account, on)
        spread(account, on, prepayment.amount_fen)
        return
    _prepay(account, prepayment, on)


def _prepay(account: Account, prepayment: Prepaid, on: date) -> bool:
    """Does the prepayment; returns whether the plan could be changed in the way that was asked for.

    Payments that cannot be lowered, once the past has changed, stay as they are: the term gets shorter.
    """
    plan = account.plans[prepayment.plan_id]
    left_fen = prepayment.amount_fen - sum(_pay_first(account, on, plan, prepayment.amount_fen))
    principal_fen = min(left_fen, plan.balance_fen)
    is_as_asked = True
    if principal_fen:
        rows = [row for row, _ in asking_rows(plan) if not row.is_billed]
        plan.prepaid_fen += principal_fen
        account.post(on, plan.plan_id, CASH, RECEIVABLE["principal"], principal_fen)
        account.allocations.append(Allocation(account.cause, on, plan.plan_id, 0, "principal", principal_fen))
        if plan.earns_daily:
            is_as_asked = _change_daily(plan, rows, prepayment.effect, on, account.cause)
        else:
            is_as_asked = _change_on_bills(plan, rows, principal_fen, prepayment.effect, on, account.cause)
    settle_plans(account, on)
    spread(account, on, left_fen - principal_fen)
    return is_as_asked


def _pay_first(account: Account, on: date, plan: Plan, amount_fen: int) -> tuple[int, int]:
    """Pays what is payable on the plan, then the interest that has run on its open row; returns what each took."""
    ask_accrued_charges(account, on)
    due_fen = amount_fen - pay_debts(account, on, amount_fen, CASH, plan.plan_id)
    row, interest_fen = plan.open_row, 0
    if plan.earns_daily and row is not None and amount_fen > due_fen and not plan.settled_on:
        interest_fen = pay_running_interest(account, on, plan, amount_fen - due_fen, CASH)
    return due_fen, interest_fen


def _change_daily(plan: Plan, rows: list[Installment], effect: PrepaymentEffect, on: date, event_id: str) -> bool:
    """Rows of a daily plan work from the principal that is left, so they keep their payment and the last fall away.

    For lower payments they are planned again.
    """
    for row in rows:
        row.asked.principal = row.paid.principal  # what was asked ahead of time is asked anew, of what is left
    if effect == "shorter-term" or plan.terms.schedule.method in BULLET_METHODS:
        return True
    return plan_again(
        plan,
        rows,
        principal_fen=plan.balance_fen + rows[0].paid.principal,
        first_factor=plan.factor(on, rows[0].until_on),
        besides_fen=rows[0].asked.interest,
        event_id=event_id,
        why="prepayment",
    )


def _change_on_bills(
    plan: Plan, rows: list[Installment], fen: int, effect: PrepaymentEffect, on: date, event_id: str
) -> bool:
    """Lowers the principal of the unbilled rows: from the last backwards, or evenly with the rest on the last.

    Fees fall with it; under `next-period` the next bill's fee is due in any case, but on the day of the purchase. None
    passes the annual cap on what is left.
    """
    unpaid, cost_before = [row.unpaid.principal for row in rows], night_cost(plan, on)
    wanted = split_evenly(sum(unpaid) - fen, len(rows))
    is_lower = effect == "lower-payment" and wanted[0] > 0
    if not is_lower:
        wanted = _eaten_from_the_end(unpaid, fen)
    price_stays = plan.terms.payoff == "next-period" and on > plan.started_on
    for row, unpaid_fen in zip(rows, wanted, strict=True):
        is_next = price_stays and row is rows[0]
        to_fen = row.paid.principal + unpaid_fen
        row.lower_principal(event_id, to_fen, plan.terms.schedule.rounding, price_stays=is_next)
    keep_within_cap(plan, event_id, "prepayment", on, cost_before)
    return is_lower or effect == "shorter-term"


def _eaten_from_the_end(amounts: list[int], fen: int) -> list[int]:
    """What is left of the amounts when `fen` is taken off the last, then the one before it, and so on."""
    left = []
    for amount_fen in reversed(amounts):
        taken_fen = min(fen, amount_fen)
        fen -= taken_fen
        left.append(amount_fen - taken_fen)
    return left[::-1]
