"""The facts of the desk, kept beside the events: written once, under the head, read by who or what they are about."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.desk.facts import AnyDeskFact, DeskEntry
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.codec import canonical, kind_of
from baitiao_cli.ledger.knowledge import recorded_by

_ID = re.compile(r"D([1-9][0-9]{0,8})")
_facts: msgspec.json.Decoder[AnyDeskFact] = msgspec.json.Decoder(AnyDeskFact)


def row_of(entry: DeskEntry) -> dict[str, str | int]:
    """The row that keeps an entry; what would not come back the same is never stored."""
    body = canonical(entry.fact)
    assert _facts.decode(body) == entry.fact
    return {
        "number": entry.number,
        "subject": entry.subject,
        "kind": kind_of(entry.fact),
        "effective_on": entry.effective_on.isoformat(),
        "recorded_at": entry.recorded_at,
        "operator": entry.operator,
        "request_id": entry.request_id,
        "body": body,
    }


def entries(
    connection: sqlite3.Connection, through: date, subject: str | None, kinds: Collection[type], known_by: str = ""
) -> Iterator[DeskEntry]:
    """The facts that count by a day, in the order recorded: of a subject (`None`: of all), of some kinds (or all).

    With `known_by` (an instant, ISO text) only those that were recorded by then.
    """
    sql = "SELECT * FROM desk_facts WHERE effective_on <= ?"
    given: list[str] = [through.isoformat()]
    if subject is not None:
        sql += " AND subject = ?"
        given.append(subject)
    if kinds:
        sql += f" AND kind IN ({', '.join('?' * len(kinds))})"
        given += [str(kind.__struct_config__.tag) for kind in kinds]  # type: ignore[attr-defined]
    for row in connection.execute(f"{sql} ORDER BY number", given):
        if not known_by or recorded_by(row["recorded_at"], known_by):
            yield entry_of(row)


def entry(connection: sqlite3.Connection, record_id: str) -> DeskEntry:
    """The fact of that id (D12); `desk-record-unknown`."""
    found = _ID.fullmatch(record_id)
    row = found and connection.execute("SELECT * FROM desk_facts WHERE number = ?", (int(found[1]),)).fetchone()
    if not row:
        raise BaitiaoError("desk-record-unknown", record_id=shortened(record_id))
    return entry_of(row)


def entry_of(row: sqlite3.Row) -> DeskEntry:
    """The entry in a row; `ledger-damaged` names the one that cannot be read."""
    try:
        return DeskEntry(
            number=row["number"],
            subject=row["subject"],
            effective_on=date.fromisoformat(row["effective_on"]),
            fact=_facts.decode(row["body"]),
            recorded_at=row["recorded_at"],
            operator=row["operator"],
            request_id=row["request_id"],
        )
    except (ValueError, msgspec.MsgspecError) as problem:
        raise BaitiaoError("ledger-damaged", reason=f"desk fact {row['number']}") from problem
