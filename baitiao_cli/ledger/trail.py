"""Who did what when: the events of the accounts and the deeds of the audit log as one list, read from its end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from typing import Any

import msgspec

from baitiao_cli.account.events import Reversed
from baitiao_cli.calc.dates import SHANGHAI
from baitiao_cli.ledger.audit import AuditLog
from baitiao_cli.ledger.chain import EVENT_FIELDS, prove_own
from baitiao_cli.ledger.codec import event_of, kind_of


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was done: an event of an account, or a deed (`event_id` "").

    `what` is the kind of the event or the deed, `subject` what it is about: the account of an event. `amount_fen`
    is 0 for what has none, `approved_by` who agreed to an event that another person asked for. `account_id`, `verb`
    (of what was proposed) and `reason` are "" where there is none.
    """

    recorded_at: str
    operator: str
    what: str
    subject: str
    event_id: str = ""
    account_id: str = ""
    verb: str = ""
    reason: str = ""
    amount_fen: int = 0
    approved_by: str = ""
    details: dict[str, Any] = {}


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries: of an account, or ("" any) of an operator or about a subject; recorded on the days named."""

    account_id: str = ""
    about: str = ""
    from_on: date | None = None
    through_on: date | None = None


def newest_entries(connection: sqlite3.Connection, asked: Asked) -> Iterator[Entry]:
    """The entries from the newest back, read as they are asked for; a clock that was set back mixes a few."""
    # Of one instant the deed comes first from behind: an approval follows the event that it led to.
    return merge(
        _deeds(connection, asked), _events(connection, asked), key=lambda entry: entry.recorded_at, reverse=True
    )


def _bounds(asked: Asked) -> tuple[str, str]:
    """The first instant of the days, and the first after them."""
    after = asked.through_on + timedelta(days=1) if asked.through_on and asked.through_on < date.max else None
    return _start_of(asked.from_on) or "", _start_of(after) or "9999-12-31T99"


def _start_of(day: date | None) -> str | None:
    if day is None or day == date.min:
        return None
    return datetime.combine(day, time.min, SHANGHAI).astimezone(UTC).isoformat(timespec="seconds")[:19]


def _events(connection: sqlite3.Connection, asked: Asked) -> Iterator[Entry]:
    conditions = ["recorded_at >= :start", "recorded_at < :end"]
    conditions += ["account_id = :account_id"] if asked.account_id else []
    conditions += ["operator = :about"] if asked.about else []
    order = "number" if asked.account_id else "sequence"  # each has an index
    rows = connection.execute(
        f"SELECT * FROM events WHERE {' AND '.join(conditions)} ORDER BY {order} DESC",  # noqa: S608
        _values(asked),
    )
    approvers = AuditLog(connection).approvers()
    for row in rows:
        prove_own(row, EVENT_FIELDS, f"event {row['event_id']}")
        event = event_of(row)
        fact = event.fact
        told = {name: getattr(fact, name) for name in ("reason", "plan_id") if getattr(fact, name, "")}
        if isinstance(fact, Reversed):
            told["reverses"] = fact.event_id
        yield Entry(
            recorded_at=event.recorded_at,
            operator=event.operator,
            what=kind_of(fact),
            subject=event.account_id,
            event_id=event.event_id,
            account_id=event.account_id,
            reason=told.get("reason", ""),
            amount_fen=getattr(fact, "amount_fen", getattr(fact, "limit_fen", 0)),
            approved_by=approvers.get(event.event_id, ""),
            details=told,
        )


def _deeds(connection: sqlite3.Connection, asked: Asked) -> Iterator[Entry]:
    """Those on an account are also those on its person and on what is proposed for it."""
    values = _values(asked)
    person = connection.execute("SELECT person_id FROM accounts WHERE account_id = ?", (asked.account_id,)).fetchone()
    of_account = "? IN ('', subject, json_extract(details, '$.account_id')) OR subject = ?"
    of_operator = "? IN ('', operator, subject, json_extract(details, '$.proposed_by'))"
    where = f"({of_account}) AND {of_operator} AND recorded_at >= ? AND recorded_at < ?"
    limits = (asked.account_id, person["person_id"] if person else "", asked.about, values["start"], values["end"])
    for deed in AuditLog(connection).newest_where(where, limits):
        yield Entry(
            recorded_at=deed.recorded_at,
            operator=deed.operator,
            what=deed.deed,
            subject=deed.subject,
            account_id=deed.details.get("account_id", ""),
            verb=deed.details.get("verb", ""),
            reason=deed.details.get("reason") or deed.details.get("asked", {}).get("reason", ""),
            amount_fen=deed.details.get("amount_fen", 0),
            details=deed.details,
        )


def _values(asked: Asked) -> dict[str, str]:
    start, end = _bounds(asked)
    return {"account_id": asked.account_id, "about": asked.about, "start": start, "end": end}
