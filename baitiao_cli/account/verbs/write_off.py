"""A write-off (债权减记): the claim itself is given up, wholly; the debt ends."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account
from baitiao_cli.account.allocation import pay_debts
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.events import WrittenOff
from baitiao_cli.account.postings import CREDIT_BALANCE, LOAN_LOSSES
from baitiao_cli.account.verbs.loss import check_can_be_lost, is_of_plan, note_lost
from baitiao_cli.account.verbs.payoff import close_rows, pay_all
from baitiao_cli.account.verbs.standing import note_closed
from baitiao_cli.calc.money import MAX_FEN


def decide_write_off(account: Account, write_off: WrittenOff) -> WrittenOff:
    """The write-off, when there is something to give up, however late it is. Errors: those of `check_can_be_lost`."""
    check_can_be_lost(account, write_off.plan_id)
    return write_off


def apply_write_off(account: Account, write_off: WrittenOff, event_id: str, on: date) -> None:
    """Asks for the charges that have run up to `on` and gives up all that is owed; prices to come fall away.

    A credit balance of the whole account pays first. Nothing that is left to give up, once the past has changed, is no
    conflict: the debt has ended either way.
    """
    note_closed(account, event_id)
    plan_id = write_off.plan_id
    if not is_of_plan(account, plan_id, event_id):
        return
    plans = [account.plans[plan_id]] if plan_id else list(account.open_plans)
    ask_accrued_charges(account, on)
    for plan in plans:
        close_rows(account, plan, on, "write-off")
    if not plan_id:
        pay_all(account, on, plans, account.credit_fen, CREDIT_BALANCE)
    pay_all(account, on, plans, MAX_FEN, LOAN_LOSSES, plan_id)
    pay_debts(account, on, MAX_FEN, LOAN_LOSSES, plan_id)
    note_lost(account, plan_id, "written-off", on, write_off.reason)
