"""A recovery: money for a debt that was charged off or written off."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.allocation import keep_as_credit, net_credit, pay_ahead_where_allowed, pay_debts
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.events import Recovered
from baitiao_cli.account.postings import CASH
from baitiao_cli.account.verbs.loss import (
    is_of_plan,
    lost_plan_ids,
    recover_written_off,
    recoverable_fen,
    written_off_fen,
)
from baitiao_cli.account.verbs.repay import find_plan
from baitiao_cli.account.verbs.standing import note_closed
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import filled, labels


def decide_recovery(account: Account, recovery: Recovered) -> Recovered:
    """The recovery, when as much was given up for lost and has not come back; also when the account is closed.

    Errors, in this order: `plan-elsewhere`; `nothing-to-recover`; `recovery-exceeds`.
    """
    find_plan(account, recovery.plan_id)
    most_fen = recoverable_fen(account, recovery.plan_id)
    about: dict[str, object] = {"account_id": account.account_id, "of": recovery.plan_id or account.account_id}
    if not most_fen:
        way = labels.CLOSED_OWES_NOTHING if account.closed_on else labels.MONEY_IS_REPAYMENT
        raise BaitiaoError("nothing-to-recover", way=filled(way, account_id=account.account_id), **about)
    if recovery.amount_fen > most_fen:
        raise BaitiaoError("recovery-exceeds", amount_fen=recovery.amount_fen, most_fen=most_fen, **about)
    return recovery


def apply_recovery(account: Account, recovery: Recovered, event_id: str, on: date) -> None:
    """Pays what is still owed of the lost debts in the usual order, then what was written off, oldest loss first.

    What is over (it is not payable yet, or the past has changed) is credit, which pays what else is payable. Where
    nothing was lost, once the past has changed, it is a conflict.
    """
    plan_id = recovery.plan_id if is_of_plan(account, recovery.plan_id, event_id) else ""
    if not lost_plan_ids(account, plan_id) and not written_off_fen(account, plan_id):
        account.conflicts.append(Conflict(event_id, "nothing-to-recover"))
    ask_accrued_charges(account, on)
    left_fen = recovery.amount_fen
    for lost_id in lost_plan_ids(account, plan_id):
        left_fen = pay_debts(account, on, left_fen, CASH, only_plan_id=lost_id)
        plans = [account.plans[lost_id]] if lost_id else account.open_plans
        left_fen = pay_ahead_where_allowed(account, on, left_fen, plans)
    left_fen = recover_written_off(account, on, left_fen, CASH, plan_id)
    if left_fen:
        note_closed(account, event_id)
        keep_as_credit(account, on, left_fen)
        net_credit(account, on)
