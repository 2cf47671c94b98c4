"""A file for a credit bureau that was made, a notice that was given, and all notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from baitiao_cli.actions.desk.bureau import FileAnswer, NoticeAnswer, NoticeLine
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.messages import filled
from baitiao_cli.messages.desk import bureau as texts
from baitiao_cli.show.desk.record import worded
from baitiao_cli.show.document import Document, csv_table, json_data, record, table

FILE = "path effective_on record_id listed_count late_count"
FILE_CSV = "path effective_on record_id listed_count late_count file_hash"
NOTICE = "account_id record_id effective_on since_on days_past_due channel note"
NOTICES = "record_id account_id effective_on since_on channel note"


def bureau_file_document(answer: FileAnswer, as_of: date) -> Document:
    """The file that was made: how many it reports, and how many it leaves out, and why."""
    data = json_data(answer)
    counted = Counter(one.why for one in answer.left_out)
    rows = [{"why": texts.WHY[why], "left_count": count} for why, count in sorted(counted.items())]
    is_personal = answer.is_unmasked and answer.listed_count > 0
    steps = [texts.NO_CONSENTS] if counted["no-consent"] else []
    steps += [texts.TELL_FIRST] if counted["no-notice"] else []
    return Document(
        data=data,
        as_of=as_of,
        tables=[
            record(FILE, data, title=texts.FILE_TITLE, labels=texts.LABELS),
            table("why left_count", rows, title=texts.LEFT_TITLE, labels=texts.LABELS),
        ],
        notes=[texts.NOT_SENT, *([texts.IS_PERSONAL] if is_personal else [])],
        next_steps=steps,
        csv_table=csv_table(FILE_CSV, [data]),
    )


def notice_document(answer: NoticeAnswer, as_of: date) -> Document:
    """The notice as it was recorded."""
    data = json_data(answer)
    told = worded(data) | {"account_id": checked(answer.account_id)}
    shown = record(NOTICE, told, quiet="note", labels=texts.LABELS)
    return Document(data=data, as_of=as_of, tables=[shown], notes=[texts.NOTICE_NOT_SENT])


def notices_document(lines: Sequence[NoticeLine], as_of: date) -> Document:
    """All notices, by day."""
    rows = [json_data(line) for line in lines]
    told = [worded(row) | {"account_id": checked(row["account_id"])} for row in rows]
    title = filled(texts.NOTICES_TITLE, as_of=as_of)
    return Document(
        data={"notices": rows, "count": len(rows)},
        as_of=as_of,
        tables=[table(NOTICES, told, title=title, quiet="note", labels=texts.LABELS, is_long=True)],
        notes=[] if rows else [texts.NO_NOTICES],
        csv_table=csv_table(f"{NOTICES} operator", rows),
    )
