"""The audit log: what was done to the ledger, its people and its operators, by whom, in a chain of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.chain import AUDIT_FIELDS, prove_own

PROPOSED, APPROVED, DECLINED = "proposed", "approved", "declined"
"""The deeds of a proposal, which is their subject."""


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """One deed: what (`deed`, a code), to whom or what (`subject`, an id), and its figures; nothing personal."""

    number: int
    recorded_at: str
    operator: str
    deed: str
    subject: str
    details: dict[str, Any]

    def said(self, kind: type[Said]) -> Said:
        """The figures as a record of that kind, which leaves out what it does not know; `ledger-damaged`."""
        try:
            return msgspec.convert(self.details, kind)
        except msgspec.ValidationError as problem:
            raise BaitiaoError("ledger-damaged", reason=f"deed {self.number}") from problem


Said = TypeVar("Said")
_COLUMNS = ", ".join(f"audit.{field}" for field in (*AUDIT_FIELDS, "hash"))


class AuditLog:
    """The deeds of a ledger. What holds now (who is an operator, say) is what the last deed on a subject says."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def deeds(self, subject: str = "") -> list[Deed]:
        """The deeds on one subject, or ("") all, in their order."""
        return list(self._found("WHERE ? IN ('', subject) ORDER BY number", (subject,)))

    def last(self, deed: str, subject: str) -> Deed | None:
        """The last deed of that kind on a subject."""
        found = list(self._found("WHERE deed = ? AND subject = ? ORDER BY number DESC LIMIT 1", (deed, subject)))
        return found[0] if found else None

    def latest(self, deed: str) -> list[Deed]:
        """The last deed of that kind on each subject, in the order in which the subjects first came."""
        numbers = "SELECT max(number) AS number, min(number) AS first FROM audit WHERE deed = ? GROUP BY subject"
        return list(self._found(f"JOIN ({numbers}) USING (number) ORDER BY first", (deed,)))

    def has(self, deed: str) -> bool:
        """Whether there is any deed of that kind."""
        return self._connection.execute("SELECT 1 FROM audit WHERE deed = ? LIMIT 1", (deed,)).fetchone() is not None

    def count(self, deed: str) -> int:
        """How many deeds of that kind there are."""
        return int(self._connection.execute("SELECT count(*) FROM audit WHERE deed = ?", (deed,)).fetchone()[0])

    def unanswered(self, deed: str, answers: tuple[str, str]) -> list[Deed]:
        """The deeds of that kind on whose subject none of the two other kinds followed, in their order."""
        followed = "SELECT 1 FROM audit AS answer WHERE answer.deed IN (?, ?) AND answer.subject = audit.subject"
        return list(self._found(f"WHERE deed = ? AND NOT EXISTS ({followed}) ORDER BY number", (deed, *answers)))

    def approvers(self) -> dict[str, str]:
        """Who agreed to what took two people, by the event that it led to."""
        return {deed.details.get("event_id", ""): deed.operator for deed in self.newest("approved")}

    def newest(self, deed: str) -> Iterator[Deed]:
        """The deeds of that kind, from the last one back, as they are asked for."""
        return self.newest_where("deed = ?", (deed,))

    def newest_where(self, where: str, values: Iterable[object]) -> Iterator[Deed]:
        """The deeds that meet a condition in SQL, from the last one back, as they are asked for."""
        return self._found(f"WHERE {where} ORDER BY number DESC", values)

    def _found(self, where: str, values: Iterable[object]) -> Iterator[Deed]:
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM audit {where}", tuple(values))  # noqa: S608
        return (_deed_of(row) for row in rows)


def _deed_of(row: sqlite3.Row) -> Deed:
    """The deed in a row, proved to be as it was recorded; `ledger-damaged` names the one that is not."""
    prove_own(row, AUDIT_FIELDS, f"deed {row['number']}")
    try:
        return msgspec.convert({**dict(row), "details": msgspec.json.decode(row["details"])}, Deed)
    except msgspec.MsgspecError as problem:
        raise BaitiaoError("ledger-damaged", reason=f"deed {row['number']}") from problem
