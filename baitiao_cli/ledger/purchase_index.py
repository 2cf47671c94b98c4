"""What purchases and holds are looked for by, as it is compared: the merchant, and the end of the order's number.

Of reversed ones, too. Each row is made with its event, proved by `check`, and made again by `rebuild`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from baitiao_cli.account.events import HoldPlaced, Purchased
from baitiao_cli.ledger.people.person import folded

SHORTEST_TAIL = 4
"""Of an order number at least so many last characters must be told: fewer fit too many people."""

_TOLD = (
    "SELECT sequence, json_extract(body, '$.merchant') AS merchant, json_extract(body, '$.order_id') AS order_id"
    " FROM events WHERE kind IN ('purchase-made', 'hold-placed')"
)
_PUT = "INSERT INTO purchase_index (sequence, merchant, order_end) VALUES (?, ?, ?)"

Row = tuple[int, str, str]


def row_of(sequence: int, merchant: str, order_id: str) -> Row:
    """What an event is looked for by.

    >>> row_of(7, "Phone Shop", "ＴX-1001")
    (7, 'phone shop', '1001')
    """
    return sequence, folded(merchant), folded(order_id)[-SHORTEST_TAIL:]


def add(connection: sqlite3.Connection, sequence: int, fact: Purchased | HoldPlaced) -> None:
    """Adds the row of an event."""
    connection.execute(_PUT, row_of(sequence, fact.merchant, fact.order_id))


def fill(connection: sqlite3.Connection) -> None:
    """Makes the rows from the events alone."""
    connection.execute("DELETE FROM purchase_index")
    connection.executemany(_PUT, (row_of(*told) for told in connection.execute(_TOLD).fetchall()))


def differing(connection: sqlite3.Connection) -> Iterator[tuple[int, Row | None, Row | None]]:
    """The rows that are not those of the events: of which, what is kept, and what it should be (`None` for nothing).

    What SQLite folds as we do, it compares by itself.
    """
    doubtful = (
        f"SELECT told.*, kept.sequence, kept.merchant, kept.order_end FROM ({_TOLD}) AS told"  # noqa: S608
        " LEFT JOIN purchase_index AS kept USING (sequence) WHERE kept.merchant IS NOT lower(told.merchant)"
        f" OR kept.order_end IS NOT lower(substr(told.order_id, -{SHORTEST_TAIL}))"
    )
    for *told, kept_sequence, merchant, order_end in connection.execute(doubtful):
        kept, wanted = (kept_sequence, merchant, order_end), row_of(*told)
        if kept != wanted:
            yield wanted[0], None if kept_sequence is None else kept, wanted
    strays = f"SELECT * FROM purchase_index WHERE sequence NOT IN (SELECT sequence FROM ({_TOLD}))"  # noqa: S608
    for kept in connection.execute(strays):
        yield kept[0], (kept[0], kept[1], kept[2]), None


def with_order_end(connection: sqlite3.Connection, end: str) -> list[int]:
    """The events whose order number ends with those few characters."""
    return [row[0] for row in connection.execute("SELECT sequence FROM purchase_index WHERE order_end = ?", (end,))]


def with_merchant(connection: sqlite3.Connection, part: str) -> Iterator[int]:
    """The events whose merchant has that in it: every merchant is looked at once, however much was bought there."""
    for merchant in _merchants(connection):
        if part in merchant:
            for row in connection.execute("SELECT sequence FROM purchase_index WHERE merchant = ?", (merchant,)):
                yield row[0]


def _merchants(connection: sqlite3.Connection) -> Iterator[str]:
    next_one = "SELECT merchant FROM purchase_index WHERE merchant > ? ORDER BY merchant LIMIT 1"
    row = connection.execute(next_one, ("",)).fetchone()
    while row is not None:
        yield row[0]
        row = connection.execute(next_one, (row[0],)).fetchone()
