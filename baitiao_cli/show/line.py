"""The line: its limit, and whether and why nothing may be bought on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from baitiao_cli.actions.auto_repay import AutoRepayAnswer
from baitiao_cli.actions.limit import LimitAnswer
from baitiao_cli.actions.standing import StandingAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, labels, words
from baitiao_cli.show.account import figures_data
from baitiao_cli.show.document import Document, Table, json_data, record
from baitiao_cli.show.text import filled


def limit_document(answer: LimitAnswer, as_of: date) -> Document:
    """The limit before and after, and what of it is available; a limit below what is used says what that means."""
    account = answer.account
    data = json_data(answer) | {"account": figures_data(account)}
    told = record("account_id event_id effective_on previous_limit_fen limit_fen reason", data, quiet="reason")
    taken_fen = account.used_fen + account.held_fen
    notes: list[Text] = [filled(labels.AVAILABLE_AFTER, available=format_yuan(account.available_fen))]
    if taken_fen > account.limit_fen:
        notes.append(filled(labels.LIMIT_PASSED, over=format_yuan(taken_fen - account.limit_fen)))
    return Document(data=data, as_of=as_of, tables=[told], notes=notes)


def standing_document(answer: StandingAnswer, as_of: date) -> Document:
    """Whether anything may be bought now, and if not, what goes on."""
    account = answer.account
    data = json_data(answer) | {"status": account.status, "account": figures_data(account)}
    return Document(data=data, as_of=as_of, tables=[_standing(data)], notes=_notes(answer))


def suspend_document(answer: StandingAnswer, as_of: date) -> Document:
    """The suspension with what lifts it: what was said, or what usually does for the cause."""
    data = standing_document(answer, as_of).data
    lift = answer.lift_condition or words.WORDS["lift"][answer.cause]
    return Document(data=data, as_of=as_of, tables=[_standing(data, lift)], notes=_notes(answer))


def _standing(data: Mapping[str, object], lift: str | Text | None = None) -> Table:
    keys = "account_id event_id effective_on status is_locked causes lift_condition reason"
    return record(keys, {**data, "lift_condition": lift}, quiet="is_locked causes lift_condition reason")


def _notes(answer: StandingAnswer) -> list[Text]:
    return [labels.NO_PURCHASES] if answer.account.status in ("locked", "suspended") else []


def auto_repay_document(answer: AutoRepayAnswer, as_of: date) -> Document:
    """What is agreed, and that money is booked when it has really come."""
    data = json_data(answer)
    told = record("account_id event_id effective_on means share", data, quiet="means share")
    note = (
        filled(labels.AUTO_REPAY_IS_A_PROMISE, account_id=answer.account_id) if answer.means else labels.NO_AUTO_REPAY
    )
    return Document(data=data, as_of=as_of, tables=[told], notes=[note])
