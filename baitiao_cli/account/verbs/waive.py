"""A waiver: the lender gives up charges that are owed, never principal."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Conflict, Debt
from baitiao_cli.account.allocation import ask_running_interest, pay_part, payable_debts, settle_plans
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.entries import Entries
from baitiao_cli.account.events import Waived
from baitiao_cli.account.postings import WAIVERS
from baitiao_cli.account.verbs.repay import find_plan
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.calc.money import MAX_FEN
from baitiao_cli.errors import BaitiaoError

WAIVED_FIRST = ("late_charge", "fee", "interest")
"""The order in which kinds of charges are given up when none is named."""


def decide_waiver(account: Account, waiver: Waived, on: date) -> Waived:
    """The waiver, when as much of that kind is owed on `on`, the day that `account` is folded to.

    Errors, in this order: `account-closed`, `plan-elsewhere`, `waiver-exceeds`.
    """
    check_open(account)
    find_plan(account, waiver.plan_id)
    waivable_fen = _give_up(_rehearsal(account), on, waiver, MAX_FEN)
    if waiver.amount_fen > waivable_fen:
        raise BaitiaoError(
            "waiver-exceeds",
            account_id=account.account_id,
            amount_fen=waiver.amount_fen,
            waivable_fen=waivable_fen,
        )
    return waiver


def _rehearsal(account: Account) -> Account:
    """A copy of the account to try the waiver on; the journal, which may be long, is left out."""
    kept = {name: deepcopy(getattr(account, name)) for name in ("plans", "line_rows", "carry", "bills")}
    return replace(account, **kept, postings=Entries(), allocations=Entries())


def apply_waiver(account: Account, waiver: Waived, event_id: str, on: date) -> None:
    """Takes the amount off the charges; more than is owed, once the past has changed, is a conflict."""
    note_closed(account, event_id)
    if waiver.plan_id and waiver.plan_id not in account.plans:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
    elif _give_up(account, on, waiver, waiver.amount_fen) < waiver.amount_fen:
        account.conflicts.append(Conflict(event_id, "waiver-exceeds"))


def _give_up(account: Account, on: date, waiver: Waived, most_fen: int) -> int:
    """Asks for what has run, then takes at most `most_fen` off it, kind by kind, oldest due first; returns what went.

    Interest that runs on the open row of a daily plan is not owed until its due date; it is given up when the plan is
    named, as it would be asked for by money ahead of time.
    """
    ask_accrued_charges(account, on)
    kinds = (waiver.charge,) if waiver.charge else WAIVED_FIRST
    debts = [debt for debt in payable_debts(account) if waiver.plan_id in ("", debt.plan_id)]
    open_debt = _open_row(account, on, waiver.plan_id) if "interest" in kinds else None
    if open_debt and all(debt.row is not open_debt.row for debt in debts):
        debts.append(open_debt)
    left_fen = most_fen
    for kind in kinds:
        for debt in debts:
            left_fen -= pay_part(account, on, debt, kind, left_fen, WAIVERS)
    settle_plans(account, on)
    return most_fen - left_fen


def _open_row(account: Account, on: date, plan_id: str) -> Debt | None:
    plan = account.plans[plan_id] if plan_id else None
    if plan is None or not plan.earns_daily or plan.settled_on:
        return None
    return ask_running_interest(account, on, plan)
