"""Another limit, one that is asked for, and what was decided on it."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import Figures
from baitiao_cli.actions.limit import LimitAnswer
from baitiao_cli.actions.limit_request import DecideLimitAnswer, RequestLimitAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.show.document import Document, json_data, record
from baitiao_cli.show.figures import figures_data

SCOPE = "scene merchant from_on until_on"
"""What a limit is for, and for which days; people are told where there is something."""


def limit_document(answer: LimitAnswer, as_of: date) -> Document:
    """The limit before and after, and what of it is available; a limit below what is used says what that means."""
    return _changed(f"account_id event_id effective_on {SCOPE} previous_limit_fen limit_fen reason", answer, as_of)


def decide_limit_document(answer: DecideLimitAnswer, as_of: date) -> Document:
    """What was asked for, the decision with its reason, and the limit before and after it."""
    head = "account_id event_id effective_on requested_by decision reason"
    return _changed(f"{head} {SCOPE} asked_fen previous_limit_fen limit_fen", answer, as_of)


def _changed(keys: str, answer: LimitAnswer, as_of: date) -> Document:
    account = answer.account
    data = json_data(answer) | {"account": figures_data(account)}
    available = labels.AVAILABLE_FOR_IT if answer.scene or answer.merchant else labels.AVAILABLE_AFTER
    notes: list[Text] = [filled(available, available=format_yuan(answer.available_fen))]
    if was := answer.replaced:
        limit = format_yuan(was.limit_fen)
        notes.append(filled(labels.REPLACES_LIMIT, limit=limit, from_on=was.from_on, until_on=was.until_on))
    if over_fen := _over_fen(account):
        notes.append(filled(labels.LIMIT_PASSED, over=format_yuan(over_fen)))
    told = record(keys, data, quiet=f"{SCOPE} reason")
    return Document(data=data, as_of=as_of, tables=[told], notes=notes)


def _over_fen(account: Figures) -> int:
    """How much more of the line's limit is taken than there is."""
    return max(0, account.used_fen + account.held_fen - account.earmarked_taken_fen - account.limit_fen)


def request_limit_document(answer: RequestLimitAnswer, as_of: date) -> Document:
    """What is asked for beside what there is, and how to decide on it."""
    data = json_data(answer)
    told = record(f"account_id event_id effective_on {SCOPE} asked_fen limit_fen reason", data, quiet=f"{SCOPE} reason")
    decide = f"baitiao decide-limit {answer.account_id} --grant --reason TEXT"
    return Document(data=data, as_of=as_of, tables=[told], next_steps=[filled(labels.TO_GRANT, command=decide)])
