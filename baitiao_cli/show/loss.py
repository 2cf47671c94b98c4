"""Debts given up for lost: what a charge-off or a write-off comes to, and where a recovery went."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.charge_off import ChargeOffAnswer
from baitiao_cli.actions.repay import PaymentAnswer
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.document import Document, json_data, record
from baitiao_cli.show.figures import after_table, figures_data
from baitiao_cli.show.payment import parts_document

CHARGED_OFF = "account_id plan_id event_id effective_on reason still_owed_fen loss_fen suspended_fen"


def charge_off_document(answer: ChargeOffAnswer, as_of: date) -> Document:
    """What is still owed, what of it became a loss, and how money for it is taken from now on."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    told = record(CHARGED_OFF, data, quiet="plan_id")
    plan = f" --plan {answer.plan_id}" if answer.plan_id else ""
    step = filled(labels.TO_RECOVER, account_id=answer.account_id, plan=plan)
    return Document(
        data=data,
        as_of=as_of,
        tables=[told, after_table(answer.account)],
        notes=[labels.STILL_COLLECTABLE_PLAN if answer.plan_id else labels.STILL_COLLECTABLE],
        next_steps=[step],
    )


def write_off_document(answer: PaymentAnswer, as_of: date) -> Document:
    """What was given up, row by row, and the account after it."""
    return parts_document(answer, as_of, labels.WRITE_OFF_TITLE, labels.GIVEN_UP_ON)


def recover_document(answer: PaymentAnswer, as_of: date) -> Document:
    """What the money paid, and what of it is for a debt that is owed no more."""
    return parts_document(answer, as_of, labels.RECOVERY_TITLE)
