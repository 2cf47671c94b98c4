"""The history of an account as a running account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.account.views.history import HistoryLine
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, columns, labels, words
from baitiao_cli.show.document import Document, json_data, table
from baitiao_cli.show.text import filled

KEYS = "on event_id kind plan_id merchant amount_fen balance_fen remark"


def history_document(account_id: str, lines: Sequence[HistoryLine], as_of: date) -> Document:
    """Each event and what came by itself, with the balance after it; what was reversed says so."""
    rows = [json_data(line) for line in lines]
    shown = [
        row | {"kind": words.HAPPENINGS.get(row["kind"], row["kind"]), "remark": _remark(line)}
        for row, line in zip(rows, lines, strict=True)
    ]
    title = filled(labels.HISTORY_TITLE, account_id=account_id, as_of=as_of)
    named = {"kind": columns.LABELS["movement"], "balance_fen": labels.BALANCE}
    told = table(KEYS, shown, title=title, quiet="plan_id merchant remark", labels=named)
    balance_fen = lines[-1].balance_fen if lines else 0
    return Document(
        data={"account_id": account_id, "lines": rows, "balance_fen": balance_fen}, as_of=as_of, tables=[told]
    )


def _remark(line: HistoryLine) -> Text | None:
    """What was reversed by what, or else what an event of the line said: a limit, a hold, a cause, why."""
    if line.reversed_by:
        return filled(labels.REVERSED_BY, event_id=line.reversed_by)
    if line.reverses:
        return filled(labels.REVERSES, event_id=line.reverses)
    if line.corrected:
        names = [labels.PERSON_FIELDS[field] for field in line.corrected]
        return Text(", ".join(name.en for name in names), ", ".join(name.zh for name in names))
    if line.returned_fen:
        return filled(labels.RETURNED_IN_ALL, returned=format_yuan(line.returned_fen))
    said = [*_said(line), *([Text(line.reason, line.reason)] if line.reason else [])]
    return Text("; ".join(text.en for text in said), "; ".join(text.zh for text in said)) if said else None


def _said(line: HistoryLine) -> list[Text]:
    amount = format_yuan(line.stated_fen)
    if line.kind == "hold-placed":
        return [filled(labels.HELD_THROUGH, hold_id=line.hold_id, amount=amount, expires_on=line.expires_on)]
    if line.kind == "hold-released":
        return [filled(labels.RELEASES, hold_id=line.hold_id)]
    if line.hold_id:
        return [filled(labels.CAPTURES, hold_id=line.hold_id)]
    if line.limit_fen:
        return [filled(labels.LIMIT_NOW, limit=format_yuan(line.limit_fen))]
    if line.kind == "auto-repay-set":
        return [Text(line.means, line.means) if line.means else labels.AUTO_REPAY_ENDS]
    return [words.WORDS["cause"][line.cause]] if line.cause else []
