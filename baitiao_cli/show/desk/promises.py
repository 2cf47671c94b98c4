"""Promises to pay, with what has come of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.actions.desk.promise import PromiseAnswer, PromiseLine
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.desk import collection as texts
from baitiao_cli.messages.desk.records import LABELS
from baitiao_cli.show.desk.record import worded
from baitiao_cli.show.document import Document, Table, csv_table, json_data, record, table

MADE = "account_id record_id effective_on amount_fen by_on owed_fen state note"
LINES = "record_id account_id effective_on amount_fen by_on paid_fen state kept_on note"
CSV = f"{LINES} case_id"
NAMED = LABELS | {
    "record_id": texts.RECORD,
    "effective_on": texts.PROMISED_ON,
    "amount_fen": texts.PROMISED,
    "by_on": texts.BY_DAY,
    "paid_fen": texts.CAME,
    "state": texts.STATE,
    "kept_on": texts.KEPT_ON,
}
RECORD_ONE = "baitiao promise ACCOUNT 500 --by 2026-07-10"


def promise_document(answer: PromiseAnswer, as_of: date) -> Document:
    """The promise, and how to see whether it is kept."""
    data = json_data(answer)
    told = worded(data) | {"account_id": checked(answer.account_id)}
    steps = [filled(labels.SEE_IT, command=f"baitiao promises {answer.account_id}")]
    above = answer.amount_fen > answer.owed_fen
    notes = [filled(texts.PROMISED_ABOVE, owed=format_yuan(answer.owed_fen))] if above else []
    shown = record(MADE, told, quiet="note", labels=NAMED)
    return Document(data=data, as_of=as_of, tables=[shown], notes=notes, next_steps=steps)


def promises_document(lines: Sequence[PromiseLine], as_of: date, *, is_filtered: bool = False) -> Document:
    """The promises by the day on which they are due, with what was promised and what came in all."""
    data = [json_data(line) for line in lines]
    sums = _sums(lines)
    none = texts.NO_SUCH_PROMISES if is_filtered else filled(texts.NO_PROMISES, command=RECORD_ONE)
    title = filled(texts.PROMISES_TITLE, as_of=as_of)
    return Document(
        data={"promises": data, "count": len(data), "totals": sums},
        as_of=as_of,
        tables=[promises_table(lines, title)],
        notes=[] if data else [none],
        csv_table=csv_table(CSV, data),
    )


def promises_table(lines: Sequence[PromiseLine], title: Text, *, is_of_one: bool = False) -> Table:
    """Promises as a table; those of one account do not name it."""
    rows = [worded(json_data(line)) | {"account_id": checked(line.account_id)} for line in lines]
    keys = LINES.replace(" account_id", "") if is_of_one else LINES
    return table(
        keys, rows, title=title, totals=_sums(lines), quiet="kept_on note", labels=NAMED, is_long=not is_of_one
    )


def _sums(lines: Sequence[PromiseLine]) -> dict[str, int]:
    return {name: sum(getattr(line, name) for line in lines) for name in ("amount_fen", "paid_fen")}
