"""`charge-off`: a debt is taken off the assets; the claim stays."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import ChargedOff
from baitiao_cli.account.postings import LOAN_LOSSES
from baitiao_cli.account.verbs.charge_off import decide_charge_off
from baitiao_cli.account.verbs.loss import owed_of_fen
from baitiao_cli.account.views.books import balances, suspended_fen
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.verb import Approval, Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class ChargeOffAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which debt (a plan, or "" all of the account), and why."""

    account_id: str
    reason: str
    plan_id: str = ""


class ChargeOffAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What it comes to on its day, and the account after it.

    `still_owed_fen` is what the debt owes as before; `loss_fen` the principal that becomes a loss, `suspended_fen` its
    charges that are income only when they are paid.
    """

    account_id: str
    event_id: str
    effective_on: date
    plan_id: str
    reason: str
    still_owed_fen: int
    loss_fen: int
    suspended_fen: int
    account: Figures


def act(tx: WriteTransaction, asked: ChargeOffAsked, call: Call) -> ChargeOffAnswer:
    """Records the charge-off on its day; nothing that is owed changes."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    charge_off = ChargedOff(plan_id=asked.plan_id, reason=asked.reason)
    loss_before_fen = balances(book.account(on)).get(LOAN_LOSSES, 0)
    event = book.record(decide_charge_off(book.account(on), charge_off), on, call.request_id)
    account = book.account(on)
    return ChargeOffAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        plan_id=asked.plan_id,
        reason=asked.reason,
        still_owed_fen=owed_of_fen(account, asked.plan_id),
        loss_fen=balances(account).get(LOAN_LOSSES, 0) - loss_before_fen,
        suspended_fen=suspended_fen(account, asked.plan_id),
        account=figures(book.account(max(call.today, on))),
    )


CHARGE_OFF = Verb(
    "charge-off",
    ChargeOffAsked,
    ChargeOffAnswer,
    act,
    approval=Approval("write-off", lambda answer: answer.still_owed_fen),
)
