"""The line: whether and why nothing may be bought on it, and what pays its bills."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from baitiao_cli.actions.standing import StandingAnswer
from baitiao_cli.messages import Text, labels, words
from baitiao_cli.show.document import Document, csv_table, json_data, record
from baitiao_cli.show.figures import figures_data


def standing_document(answer: StandingAnswer, as_of: date) -> Document:
    """Whether anything may be bought now, and if not, what goes on."""
    account = answer.account
    data = json_data(answer) | {"status": account.status, "account": figures_data(account)}
    return _told(data, as_of, answer)


def suspend_document(answer: StandingAnswer, as_of: date) -> Document:
    """The suspension with what lifts it: what was said, or what usually does for the cause."""
    data = standing_document(answer, as_of).data
    lift = answer.lift_condition or words.WORDS["lift"][answer.cause]
    return _told(data, as_of, answer, lift)


def _told(data: Mapping[str, object], as_of: date, answer: StandingAnswer, lift: str | Text | None = None) -> Document:
    """People are told of the lock where the status says something else."""
    keys = "account_id event_id effective_on status is_locked causes lift_condition reason"
    is_locked = answer.is_locked and answer.account.status != "locked"
    row = {**data, "lift_condition": lift, "is_locked": is_locked}
    told = record(keys, row, quiet="is_locked causes lift_condition reason")
    return Document(data=data, as_of=as_of, tables=[told], notes=_notes(answer), csv_table=csv_table(keys, [data]))


def _notes(answer: StandingAnswer) -> list[Text]:
    return [labels.NO_PURCHASES] if answer.account.status in ("locked", "suspended") else []
