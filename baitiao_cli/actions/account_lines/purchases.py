"""What was bought, reserved, disputed or given up, a line each."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import asdict

from baitiao_cli.account.account import Account
from baitiao_cli.account.dispute import Dispute
from baitiao_cli.account.expectation import asking_rows
from baitiao_cli.account.hold import Hold
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.standing import Loss, LossState
from baitiao_cli.calc.rate_steps import paused_until


class PlanLine(msgspec.Struct, frozen=True, kw_only=True):
    """One plan in brief; `paused_until_on` is when it bears interest or a fee again, while it does not."""

    plan_id: str
    product_id: str
    merchant: str
    started_on: date
    amount_fen: int
    balance_fen: int
    paid_count: int
    installment_count: int
    next_due_on: date | None
    settled_on: date | None
    paused_until_on: date | None


class HoldLine(msgspec.Struct, frozen=True, kw_only=True):
    """One open hold."""

    hold_id: str
    product_id: str
    merchant: str
    order_id: str
    placed_on: date
    expires_on: date
    amount_fen: int
    scene: str
    category: str
    brand: str


class DisputeLine(msgspec.Struct, frozen=True, kw_only=True):
    """One open dispute, by the event that opened it; `set_aside_fen` of it need not be paid, the rest had been."""

    dispute_id: str
    plan_id: str
    merchant: str
    cause: str
    reason: str
    opened_on: date
    amount_fen: int
    set_aside_fen: int


class LossLine(msgspec.Struct, frozen=True, kw_only=True):
    """A debt given up for lost, of a plan or ("") the whole account, and what can still come back of it."""

    plan_id: str
    state: LossState
    since_on: date
    reason: str
    recoverable_fen: int


def plan_line(plan: Plan, on: date) -> PlanLine:
    rows = [row for row, _ in asking_rows(plan)]
    unpaid = [row for row in rows if not row.is_billed or row.unpaid.total_fen]
    return PlanLine(
        plan_id=plan.plan_id,
        product_id=plan.terms.product_id,
        merchant=plan.merchant,
        started_on=plan.started_on,
        amount_fen=plan.amount_fen,
        balance_fen=plan.balance_fen,
        paid_count=len(rows) - len(unpaid),
        installment_count=len(rows),
        next_due_on=unpaid[0].due_on if unpaid else None,
        settled_on=plan.settled_on,
        paused_until_on=paused_until(plan.schedule.pauses, on),
    )


def hold_line(hold: Hold) -> HoldLine:
    return HoldLine(
        hold_id=hold.hold_id,
        product_id=hold.terms.product_id,
        merchant=hold.merchant,
        order_id=hold.order_id,
        placed_on=hold.placed_on,
        expires_on=hold.expires_on,
        amount_fen=hold.amount_fen,
        scene=hold.scene,
        category=hold.category,
        brand=hold.brand,
    )


def dispute_line(account: Account, dispute: Dispute) -> DisputeLine:
    return DisputeLine(
        dispute_id=dispute.dispute_id,
        plan_id=dispute.plan_id,
        merchant=account.plans[dispute.plan_id].merchant,
        cause=dispute.cause,
        reason=dispute.reason,
        opened_on=dispute.opened_on,
        amount_fen=dispute.amount_fen,
        set_aside_fen=dispute.set_aside_fen,
    )


def losses_told(account: Account) -> list[Loss]:
    """The losses that do not overlap: that of the whole account has those of its plans in it."""
    return [account.losses[""]] if "" in account.losses else list(account.losses.values())


def loss_line(account: Account, loss: Loss) -> LossLine:
    from baitiao_cli.account.verbs.loss import recoverable_fen

    return LossLine(**asdict(loss), recoverable_fen=recoverable_fen(account, loss.plan_id))
