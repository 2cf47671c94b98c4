"""The ids of a ledger that begin as what was typed, for a shell that completes them.

The file is looked at as one that nobody changes: no lock, no journal, nothing is ever made, and a commit never waits
for it. No name, number or amount is ever offered: ids, and of plans their products.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

MOST_SHOWN = 100
_PART = re.compile(r"(A[0-9]+)[EH][0-9]*")
_RECENT = 1000
# Kind of id -> what begins as what was typed, with a description that says nothing about anybody.
_BY_PREFIX = {
    "account": "SELECT account_id, status FROM accounts WHERE account_id >= ?1 AND account_id < ?2",
    "plan": "SELECT plan_id, product_id FROM plans WHERE plan_id >= ?1 AND plan_id < ?2",
    "proposal": "SELECT subject, '' FROM audit WHERE deed = 'proposed' AND subject >= ?1 AND subject < ?2"
    " AND NOT EXISTS (SELECT 1 FROM audit AS answer"
    " WHERE answer.deed IN ('approved', 'declined') AND answer.subject = audit.subject)",
}
# Of an account that is named, or of all, the newest events: a ledger may have millions of them.
_NEWEST = {
    "event": "SELECT event_id, kind FROM events WHERE {of} LIMIT {most}",
    "hold": "SELECT json_extract(body, '$.hold_id'), ''"
    " FROM (SELECT kind, body FROM events WHERE {of} LIMIT {most}) WHERE kind = 'hold-placed'",
}
_UPPER = "\uffff"  # above every character of an id


def live_ids(path: str, kinds: Sequence[str], begun: str) -> Iterator[tuple[str, str]]:
    """The ids of the ledger at `path` that begin as what was typed; of many only the first, of events the newest."""
    if not os.path.isfile(path):  # noqa: PTH113 (quicker)
        return
    safe = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    with closing(sqlite3.connect(f"file:{safe}?mode=ro&immutable=1", uri=True)) as connection:
        for kind in kinds:
            found = _found(connection, kind, begun)
            yield from sorted(found, key=lambda one: [int(part) for part in re.findall("[0-9]+", one[0])])


def _found(connection: sqlite3.Connection, kind: str, begun: str) -> list[tuple[str, str]]:
    """The ids of a kind that begin as what was typed, at most so many."""
    if kind in _BY_PREFIX:
        rows = connection.execute(f"{_BY_PREFIX[kind]} LIMIT {MOST_SHOWN}", (begun, begun + _UPPER))
    else:
        part = _PART.fullmatch(begun)
        of = "account_id = ? ORDER BY number DESC" if part else "? IS NULL ORDER BY sequence DESC"
        rows = connection.execute(_NEWEST[kind].format(of=of, most=_RECENT), (part[1] if part else None,))
    return [row for row in rows if row[0].startswith(begun)][:MOST_SHOWN]
