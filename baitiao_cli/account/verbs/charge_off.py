"""A charge-off (账销案存): a debt is taken off the assets; the claim stays, and can still be collected."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.classification import CLASSES
from baitiao_cli.account.delinquency import days_past_due, loan_class
from baitiao_cli.account.events import ChargedOff
from baitiao_cli.account.verbs.loss import check_can_be_lost, is_of_plan, note_lost
from baitiao_cli.account.verbs.standing import note_closed
from baitiao_cli.errors import BaitiaoError


def decide_charge_off(account: Account, charge_off: ChargedOff) -> ChargedOff:
    """The charge-off, when the account is of a class bad enough for it by the terms of its line.

    Errors, in this order: those of `check_can_be_lost`; `already-charged-off`; `charge-off-too-early`.
    """
    check_can_be_lost(account, charge_off.plan_id)
    about: dict[str, object] = {"account_id": account.account_id, "plan_id": charge_off.plan_id}
    if account.is_lost(charge_off.plan_id):
        loss = account.losses.get("") or account.losses[charge_off.plan_id]
        raise BaitiaoError("already-charged-off", since_on=loss.since_on, state=loss.state, **about)
    days, line = days_past_due(account, account.through), account.line
    now = loan_class(account)
    if CLASSES.index(now) < CLASSES.index(line.charge_off_from):
        raise BaitiaoError(
            "charge-off-too-early", days=days, loan_class=now, charge_off_from=line.charge_off_from, **about
        )
    return charge_off


def apply_charge_off(account: Account, charge_off: ChargedOff, event_id: str, on: date) -> None:
    """Marks the debt; interest, fees and late charges run on by contract, what is paid is a recovery (`recognition`).

    One that was given up for lost already, once the past has changed, is a conflict; one that is not that late any
    more is not: the money that came in time is booked as a recovery.
    """
    note_closed(account, event_id)
    if not is_of_plan(account, charge_off.plan_id, event_id):
        return
    if account.is_lost(charge_off.plan_id):
        account.conflicts.append(Conflict(event_id, "already-charged-off"))
        return
    note_lost(account, charge_off.plan_id, "charged-off", on, charge_off.reason)
