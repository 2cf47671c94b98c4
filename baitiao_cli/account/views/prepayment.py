"""A prepayment before it is made: what it pays, and the plan after it in each way, beside the plan without it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Prepaid, PrepaymentEffect
from baitiao_cli.account.expectation import cost_fen
from baitiao_cli.account.verbs.prepay import (
    PrepaymentParts,
    apply_prepayment,
    offered_effects,
    prepayment_parts,
    without_books,
)
from baitiao_cli.account.views.forecast import row_outlooks


class PlanOutlook(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of a plan when it is paid on its due dates, in whole fen; `effect` "none" is without a prepayment.

    `later_payment_fen` is the payment after the next (0 when there is none), which often differs from it.
    `cost_left_fen` is the interest and fees that are still to be paid, `saved_fen` how much less the plan costs in all.
    """

    effect: PrepaymentEffect | Literal["none"]
    left_count: int
    next_due_on: date
    next_payment_fen: int
    later_payment_fen: int
    last_due_on: date
    cost_left_fen: int
    saved_fen: int


class PrepaymentQuote(msgspec.Struct, frozen=True, kw_only=True):
    """What `amount_fen` pays on `on`, and the plan after it: without it first, then each way that is offered."""

    account_id: str
    plan_id: str
    on: date
    amount_fen: int
    parts: PrepaymentParts
    outlooks: tuple[PlanOutlook, ...]


def quote_prepayment(account: Account, plan_id: str, amount_fen: int, on: date) -> PrepaymentQuote:
    """The quote on the day that the account is folded to; it is made by making the prepayment on a copy (law 41).

    Errors as in `prepayment_parts`.
    """
    parts = prepayment_parts(account, plan_id, amount_fen, on)
    cost_before_fen = cost_fen(account.plans[plan_id])
    outlooks = [_outlook(account, plan_id, "none", cost_before_fen)]
    for effect in offered_effects(account, plan_id, amount_fen, on):
        after = without_books(account)
        apply_prepayment(after, Prepaid(plan_id=plan_id, amount_fen=amount_fen, effect=effect), "", on)
        outlooks.append(_outlook(after, plan_id, effect, cost_before_fen))
    return PrepaymentQuote(
        account_id=account.account_id,
        plan_id=plan_id,
        on=on,
        amount_fen=amount_fen,
        parts=parts,
        outlooks=tuple(outlooks),
    )


def _outlook(
    account: Account, plan_id: str, effect: PrepaymentEffect | Literal["none"], cost_before_fen: int
) -> PlanOutlook:
    plan = account.plans[plan_id]
    rows = [row for row in row_outlooks(plan, account, account.through) if row.outstanding_fen]
    costs_fen = cost_fen(plan)
    return PlanOutlook(
        effect=effect,
        left_count=len(rows),
        next_due_on=rows[0].due_on,
        next_payment_fen=rows[0].outstanding_fen,
        later_payment_fen=rows[1].outstanding_fen if len(rows) > 1 else 0,
        last_due_on=rows[-1].due_on,
        cost_left_fen=costs_fen - sum(row.paid.interest + row.paid.fee for row in plan.rows),
        saved_fen=cost_before_fen - costs_fen,
    )
