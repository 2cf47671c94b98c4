"""Debts given up for lost: which may be, what they still owe, and what of them can come back."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Allocation, Conflict
from baitiao_cli.account.installment import Parts
from baitiao_cli.account.owed import owed_parts, running_by_plan
from baitiao_cli.account.postings import LOAN_LOSSES, RECOVERIES, transfer
from baitiao_cli.account.standing import Loss, LossState
from baitiao_cli.account.verbs.repay import find_plan
from baitiao_cli.account.verbs.standing import check_open
from baitiao_cli.errors import BaitiaoError

RECOVERED = "recovered"
"""The kind of a part of a recovery that pays for what is owed no more."""


def owed_of_fen(account: Account, plan_id: str) -> int:
    """What a plan, or the account (""), owes on the folded day, due or not: asked for, run since, all principal."""
    if not plan_id:
        return owed_parts(account).total_fen
    return account.plans[plan_id].unpaid.total_fen + running_by_plan(account).get(plan_id, Parts()).total_fen


def check_can_be_lost(account: Account, plan_id: str) -> None:
    """Refuses what cannot be given up for lost.

    Errors, in this order: `account-closed`; `plan-elsewhere`; `loss-of-purchase`, for purchases on the bill are one
    balance; `nothing-owed`.
    """
    check_open(account)
    find_plan(account, plan_id)
    if plan_id and account.plans[plan_id].terms.revolving:
        raise BaitiaoError("loss-of-purchase", plan_id=plan_id, account_id=account.account_id)
    if not owed_of_fen(account, plan_id):
        raise BaitiaoError("nothing-owed", account_id=account.account_id, plan_id=plan_id or "-")


def note_lost(account: Account, plan_id: str, state: LossState, on: date, reason: str) -> None:
    """Keeps that a debt was given up."""
    account.losses[plan_id] = Loss(plan_id, state, on, reason)


def is_of_plan(account: Account, plan_id: str, event_id: str) -> bool:
    """Whether the account has the plan that an event names, if it names one; else that is a conflict."""
    if plan_id and plan_id not in account.plans:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
        return False
    return True


def written_off_fen(account: Account, plan_id: str = "") -> dict[str, int]:
    """What was written off and has not come back, by plan ("" the line), oldest loss first; of one plan if named."""
    left: dict[str, int] = {}
    for part in account.allocations:
        if plan_id not in ("", part.plan_id):
            continue
        if part.source == LOAN_LOSSES:
            left[part.plan_id] = left.get(part.plan_id, 0) + part.amount_fen
        elif part.kind == RECOVERED:
            left[part.plan_id] -= part.amount_fen
    return left


def lost_plan_ids(account: Account, plan_id: str = "") -> list[str]:
    """The debts given up for lost that money goes to: the named one, the whole account (""), or each lost plan."""
    if plan_id:
        return [plan_id] if account.is_lost(plan_id) else []
    return [""] if "" in account.losses else [loss.plan_id for loss in account.losses.values()]


def recoverable_fen(account: Account, plan_id: str = "") -> int:
    """The most that can be recovered: what is still owed of lost debts, and what was written off and is not back."""
    owed_fen = sum(owed_of_fen(account, lost_id) for lost_id in lost_plan_ids(account, plan_id))
    return owed_fen + sum(written_off_fen(account, plan_id).values())


def recover_written_off(account: Account, on: date, amount_fen: int, source: str, plan_id: str = "") -> int:
    """Takes money from `source` for what was written off; returns what is left over. The customer owes as before."""
    for lost_id, lost_fen in written_off_fen(account, plan_id).items():
        if taken_fen := min(amount_fen, lost_fen):
            account.own_postings.extend(transfer(on, account.cause, lost_id, source, RECOVERIES, taken_fen))
            account.allocations.append(Allocation(account.cause, on, lost_id, 0, RECOVERED, taken_fen, source))
            amount_fen -= taken_fen
    return amount_fen
