"""The review queue: what a scan kept, what waits, one item with its history, and what a decision came to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from baitiao_cli.actions.account_lines.desk import ItemLine
from baitiao_cli.actions.desk.queue import ReviewAnswer
from baitiao_cli.actions.desk.risk_scan import RiskScanAnswer
from baitiao_cli.messages import Text, as_is, filled
from baitiao_cli.messages.desk import queue as texts
from baitiao_cli.messages.desk.collection import RECORD
from baitiao_cli.messages.words import WORDS
from baitiao_cli.show.desk.risk import warnings_data, warnings_tables
from baitiao_cli.show.document import Document, Table, csv_table, json_data, record, table

KEPT = "item_id account_id rule found_on action suspension_id"
KEPT_CSV = (
    "item_id account_id rule found_on event_id observed threshold window_days action warning "
    "suspension_id not_suspended"
)
WAITING = "item_id account_id age_days rule found_on action review_status reversed_ids"
OF_ACCOUNT = "item_id age_days rule found_on action review_status reversed_ids lifted_by"
CSV = (
    "item_id account_id kept_on age_days rule observed threshold found_on event_id action warning status "
    "keeps_suspended suspension_id"
)
ITEM = (
    "item_id account_id rule action review_status keeps_suspended kept_on age_days found_on event_id reversed_ids "
    "suspension_id"
)
HISTORY = "review reviewed_on record_id operator reason suspension_id resumption_id"
REVIEW = "item_id account_id rule review record_id effective_on account_status resumption_id suspension_id reason"

NAMED = {"record_id": RECORD}


def scan_document(answer: RiskScanAnswer, as_of: date) -> Document:
    """What was put into the queue, and which lines were suspended for it."""
    data = json_data(answer) | {"count": len(answer.kept)}
    shown = table(
        KEPT, data["kept"], title=filled(texts.KEPT_TITLE, on=answer.effective_on), quiet="suspension_id", is_long=True
    )
    suspended = sum(bool(one.suspension_id) for one in answer.kept)
    looked = filled(texts.LOOKED_AT, count=answer.account_count, known=answer.known_count, suspended=suspended)
    not_suspended = [_not_suspended(one.item_id, one.not_suspended) for one in answer.kept if one.not_suspended]
    return Document(
        data=data,
        as_of=as_of,
        tables=[shown] if answer.kept else [],
        notes=[*([] if answer.kept else [texts.NOTHING_NEW]), looked, *not_suspended],
        next_steps=[filled(texts.SEE_QUEUE, command="baitiao queue")] if answer.kept else [],
        csv_table=csv_table(KEPT_CSV, data["kept"]),
    )


def _not_suspended(item_id: str, code: str) -> Text:
    return filled(texts.NOT_SUSPENDED, item_id=item_id, because=texts.BECAUSE.get(code, as_is(code)))


def queue_document(lines: Sequence[ItemLine], as_of: date) -> Document:
    """The items that wait, or all of them, the longest first."""
    data = [json_data(line) for line in lines]
    is_all = any(line.status not in ("open", "released") for line in lines)
    title = filled(texts.ALL_TITLE if is_all else texts.QUEUE_TITLE, as_of=as_of)
    first = next((line.item_id for line in lines if line.status in ("open", "released")), "")
    decide = f"baitiao queue approve|release|decline {first} --reason TEXT"
    return Document(
        data={"items": data, "count": len(data)},
        as_of=as_of,
        tables=[table(WAITING, [_row(line) for line in lines], title=title, quiet="reversed_ids", is_long=True)],
        notes=[] if lines else [texts.EMPTY],
        next_steps=[filled(texts.DECIDE, command=decide)] if first else [],
        csv_table=csv_table(CSV, data),
    )


def item_document(line: ItemLine, as_of: date) -> Document:
    """One item: what was found, how it stands, all that was decided on it, and what to read to the customer."""
    data = json_data(line) | {"warnings": warnings_data([line.warning])}
    title = filled(texts.ITEM_TITLE, item_id=line.item_id)
    tables = [record(ITEM, _row(line), title=title, quiet="suspension_id reversed_ids")]
    if line.reviews:
        reviews = [json_data(one) for one in line.reviews]
        tables.append(
            table(HISTORY, reviews, title=texts.HISTORY_TITLE, labels=NAMED, quiet="suspension_id resumption_id")
        )
    return Document(
        data=data,
        as_of=as_of,
        tables=[*tables, *warnings_tables([line.warning])],
        csv_table=csv_table(CSV, [data]),
    )


def review_document(answer: ReviewAnswer, as_of: date) -> Document:
    """The decision and what it came to: lifted, kept by whom, or suspended until somebody resumes the line."""
    data = json_data(answer)
    shown = data | {"account_status": WORDS["status"][answer.account_status]}
    quiet = "resumption_id suspension_id"
    return Document(
        data=data,
        as_of=as_of,
        tables=[record(REVIEW, shown, quiet=quiet, labels=NAMED)],
        notes=list(_came_to(answer)),
        csv_table=csv_table(REVIEW, [data]),
    )


def _came_to(answer: ReviewAnswer) -> list[Text]:
    resume = f"baitiao resume {answer.account_id} --cause risk --reason TEXT"
    notes = []
    if answer.resumption_id:
        notes.append(filled(texts.LIFTED, event_id=answer.resumption_id))
    if answer.kept_by:
        notes.append(filled(texts.KEPT_BY, items=", ".join(answer.kept_by)))
    if answer.by_hand:
        notes.append(filled(texts.BY_HAND, command=resume))
    if answer.suspension_id:
        notes.append(filled(texts.RESTS, command=resume))
    if answer.not_suspended:
        notes.append(_not_suspended(answer.item_id, answer.not_suspended))
    if answer.review == "released":
        notes.append(texts.STILL_WAITS)
    return notes


def account_items_table(lines: Sequence[ItemLine]) -> list[Table]:
    """What of an account's items is told with it, with what lifts the suspension that one keeps."""
    if not lines:
        return []
    return [table(OF_ACCOUNT, [_row(line) for line in lines], title=texts.OPEN_ITEMS, quiet="reversed_ids lifted_by")]


def _row(line: ItemLine) -> dict[str, Any]:
    return json_data(line) | {
        "review_status": line.status,
        "reversed_ids": ", ".join(line.reversed_ids),
        "lifted_by": _lifting(line) if line.keeps_suspended else None,
    }


def _lifting(line: ItemLine) -> Text:
    """The command that lifts the suspension, as far as this item keeps it."""
    if line.status == "declined":
        return as_is(f"resume {line.account_id} --cause risk")
    return as_is(f"queue {'approve' if line.action == 'block' else 'approve|release'} {line.item_id}")
