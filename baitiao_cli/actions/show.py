"""`show`: one account on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import itemgetter

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.billing import next_bill_day
from baitiao_cli.account.dispute import Dispute
from baitiao_cli.account.events import BillIssued, DebitTried
from baitiao_cli.account.expectation import asking_rows
from baitiao_cli.account.hold import Hold
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.standing import Cooled, Cooling, HardshipCase, LimitRequest, Loss, LossState, Means
from baitiao_cli.account.verbs.loss import recoverable_fen
from baitiao_cli.account.views.auto_repay import next_debit
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.statement import deferred_to, statements
from baitiao_cli.actions.person import MaskedPerson, masked
from baitiao_cli.calc.rate_steps import paused_until
from baitiao_cli.ledger.store import ReadTransaction


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


class BillLine(msgspec.Struct, frozen=True, kw_only=True):
    """The latest bill in brief, as it was sent; `deferred_to` is when its purchases are due if it was deferred."""

    number: int
    billed_on: date
    due_on: date
    amount_due_fen: int
    minimum_due_fen: int
    deferred_to: date | None = None


class LockLine(msgspec.Struct, frozen=True, kw_only=True):
    """The customer's lock."""

    since_on: date
    reason: str


class SuspensionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One suspension; `lift_condition` is "" when it is what usually lifts one for its cause.

    One `by_rule` of the line's terms lifts by itself then.
    """

    cause: str
    since_on: date
    lift_condition: str
    by_rule: bool


class DebitLine(msgspec.Struct, frozen=True, kw_only=True):
    """A try to debit a means: what it asked, what it took or would take, and how that ended."""

    on: date
    means: str
    due_on: date
    attempt: int
    asked_fen: int
    taken_fen: int
    outcome: str


class LossLine(msgspec.Struct, frozen=True, kw_only=True):
    """A debt given up for lost, of a plan or ("") the whole account, and what can still come back of it."""

    plan_id: str
    state: LossState
    since_on: date
    reason: str
    recoverable_fen: int


class AutoRepayLine(msgspec.Struct, frozen=True, kw_only=True):
    """The agreement that bills are paid by themselves."""

    means: str
    share: str
    since_on: date


class LimitLine(msgspec.Struct, frozen=True, kw_only=True):
    """One limit: of the line, or for a scene or a merchant; with its days a temporary one.

    Of the one in force for its purpose, what is used and held of it and what is left.
    """

    scene: str
    merchant: str
    limit_fen: int
    from_on: date | None
    until_on: date | None
    taken_fen: int | None
    available_fen: int | None


class LimitRequestLine(msgspec.Struct, frozen=True, kw_only=True):
    """A limit that the customer asked for, on which nobody has decided yet."""

    event_id: str
    since_on: date
    limit_fen: int
    scene: str
    merchant: str
    from_on: date | None
    until_on: date | None
    reason: str


class HardshipLine(msgspec.Struct, frozen=True, kw_only=True):
    """Relief that the customer asked for; `days_left` until the day by which it is to be decided, negative later."""

    event_id: str
    since_on: date
    reason: str
    until_on: date | None
    decide_by_on: date
    days_left: int


class MeansLine(msgspec.Struct, frozen=True, kw_only=True):
    """A means of the customer's; `funds_fen` is what it can pay, unless it pays whatever is asked of it."""

    means: str
    means_kind: str
    last_digits: str
    funds_fen: int
    is_unlimited: bool
    is_removed: bool
    since_on: date


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


class AccountView(msgspec.Struct, frozen=True, kw_only=True):
    """One account on one screen; `next_debit` comes if nothing else happens until then."""

    person: MaskedPerson
    opened_on: date
    closed_on: date | None
    closed_by: str | None
    closing: Cooling | None
    lapsed_closing: Cooled | None
    reopened_on: date | None
    bill_day: int
    next_bill_on: date | None
    tier: str
    figures: Figures
    limits: list[LimitLine]
    limit_request: LimitRequestLine | None
    hardship: HardshipLine | None
    lock: LockLine | None
    suspensions: list[SuspensionLine]
    losses: list[LossLine]
    auto_repay: AutoRepayLine | None
    last_debit: DebitLine | None
    next_debit: DebitLine | None
    means: list[MeansLine]
    bill: BillLine | None
    holds: list[HoldLine]
    disputes: list[DisputeLine]
    plans: list[PlanLine]


def show(tx: ReadTransaction, account_id: str, as_of: date) -> AccountView:
    """The account at the end of `as_of`: a fold, so it never depends on when the end-of-day run was last made."""
    book = tx.book(account_id)
    account = book.account(as_of)
    bills = statements(book.events, as_of, account)
    return AccountView(
        person=masked(tx.person(account.person_id)),
        opened_on=account.opened_on,
        closed_on=account.closed_on,
        closed_by=account.closed_by if account.closed_on else None,
        closing=account.cooling,
        lapsed_closing=account.lapsed_closing,
        reopened_on=account.reopened_on,
        bill_day=account.bill_day,
        next_bill_on=None if account.closed_on else next_bill_day(account),
        tier=account.tier,
        figures=figures(account),
        limits=list(_limit_lines(account)),
        limit_request=_request_line(account.limit_request),
        hardship=_hardship_line(account.hardship, as_of),
        lock=LockLine(**account.lock._asdict()) if account.lock else None,
        suspensions=[SuspensionLine(**suspension._asdict()) for suspension in account.suspensions_in_force.values()],
        losses=[_loss_line(account, loss) for loss in _losses_told(account)],
        auto_repay=AutoRepayLine(**account.auto_repay._asdict()) if account.auto_repay else None,
        last_debit=_debit_line(max(account.debits.items(), default=None, key=itemgetter(0))),
        next_debit=_debit_line(next_debit(book.events, as_of)) if account.auto_repay else None,
        means=[_means_line(means) for means in account.purse.values()],
        bill=_bill_line(account, bills[-1]) if bills else None,
        holds=[_hold_line(hold) for hold in account.open_holds],
        disputes=[_dispute_line(account, dispute) for dispute in account.open_disputes],
        plans=[_plan_line(plan, as_of) for plan in account.plans.values()],
    )


def _debit_line(tried: tuple[date, DebitTried] | None) -> DebitLine | None:
    if tried is None:
        return None
    on, debit = tried
    return DebitLine(
        on=on,
        means=debit.means,
        due_on=debit.due_on,
        attempt=debit.attempt,
        asked_fen=debit.asked_fen,
        taken_fen=debit.taken_fen,
        outcome=debit.outcome,
    )


def _means_line(means: Means) -> MeansLine:
    return MeansLine(
        means=means.name,
        means_kind=means.kind,
        last_digits=means.last_digits,
        funds_fen=means.funds_fen or 0,
        is_unlimited=means.funds_fen is None,
        is_removed=means.is_removed,
        since_on=means.since_on,
    )


def _limit_lines(account: Account) -> Iterator[LimitLine]:
    """The lasting and the temporary limit of each purpose, without those whose days are over."""
    limits, on = account.limits, account.through
    for purpose in limits.purposes:
        stated: list[tuple[int, date | None, date | None]] = []
        if purpose in limits.lasting:
            stated.append((limits.lasting[purpose], None, None))
        temporary = limits.temporary.get(purpose)
        if temporary and on <= temporary.until_on:
            stated.append(temporary)
        room = account.rooms.get(purpose)
        for limit_fen, from_on, until_on in stated:
            in_force = room if room and limit_fen == room.limit_fen and (from_on or on) <= on else None
            room = None if in_force else room  # of two that are the same, one is in force
            yield LimitLine(
                **purpose._asdict(),
                limit_fen=limit_fen,
                from_on=from_on,
                until_on=until_on,
                taken_fen=in_force.taken_fen if in_force else None,
                available_fen=min(in_force.left_fen, account.available_for_fen(purpose)) if in_force else None,
            )


def _request_line(request: LimitRequest | None) -> LimitRequestLine | None:
    if request is None:
        return None
    asked = msgspec.structs.asdict(request.asked)
    return LimitRequestLine(event_id=request.event_id, since_on=request.since_on, **asked)


def _losses_told(account: Account) -> list[Loss]:
    """The losses that do not overlap: that of the whole account has those of its plans in it."""
    return [account.losses[""]] if "" in account.losses else list(account.losses.values())


def _loss_line(account: Account, loss: Loss) -> LossLine:
    return LossLine(**loss._asdict(), recoverable_fen=recoverable_fen(account, loss.plan_id))


def _hardship_line(case: HardshipCase | None, on: date) -> HardshipLine | None:
    if case is None:
        return None
    return HardshipLine(
        event_id=case.event_id,
        since_on=case.since_on,
        reason=case.asked.reason,
        until_on=case.asked.until_on,
        decide_by_on=case.asked.decide_by_on,
        days_left=(case.asked.decide_by_on - on).days,
    )


def _bill_line(account: Account, bill: BillIssued) -> BillLine:
    return BillLine(
        number=bill.number,
        billed_on=bill.billed_on,
        due_on=bill.due_on,
        amount_due_fen=bill.figures.amount_due_fen,
        minimum_due_fen=bill.figures.minimum_due_fen,
        deferred_to=deferred_to(account, bill),
    )


def _hold_line(hold: Hold) -> HoldLine:
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


def _dispute_line(account: Account, dispute: Dispute) -> DisputeLine:
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


def _plan_line(plan: Plan, on: date) -> PlanLine:
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
