"""What purchases and holds are looked for by, as it is compared: the merchant, and the end of the order's number.

Of reversed ones, too. Each row is made with its event, proved by `check`, and made again by `rebuild`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from baitiao_cli.account.events import HoldPlaced, Purchased
from baitiao_cli.ledger.codec import skimmed
from baitiao_cli.ledger.people.person import folded

SHORTEST_TAIL = 4
"""Of an order number at least so many last characters must be told: fewer fit too many people."""

KINDS = ("purchase-made", "hold-placed")
"""What is looked for."""

_PUT = "INSERT INTO purchase_index (sequence, merchant, order_end) VALUES (?, ?, ?)"

Row = tuple[int, str, str]
ALL = -(2**63), 2**63 - 1
"""The ends of what can be a key."""


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
    connection.executemany(_PUT, list(rows_told(connection)))


def rows_told(connection: sqlite3.Connection) -> Iterator[Row]:
    """The rows that the events tell, in their order; nothing of one that cannot be read."""
    for sequence, body in connection.execute(
        f"SELECT sequence, body FROM events WHERE kind IN {KINDS} ORDER BY sequence"  # noqa: S608
    ):
        told = skimmed(body)
        if told:
            yield row_of(sequence, told.merchant, told.order_id)


def differing(
    connection: sqlite3.Connection, told: Iterable[Row], keys: tuple[int, int] = ALL
) -> Iterator[tuple[int, Row | None, Row | None]]:
    """The rows that are not as told: of which event, what is kept, and what it should be (`None` for nothing).

    Of the events from the first key to the last, in their order, as must be what is told.
    """
    cursor = connection.cursor()
    cursor.row_factory = None
    sql = "SELECT sequence, merchant, order_end FROM purchase_index WHERE sequence BETWEEN ? AND ? ORDER BY sequence"
    rows: Iterator[Row] = cursor.execute(sql, keys)
    kept = next(rows, None)
    for wanted in told:
        while kept is not None and kept[0] < wanted[0]:
            yield kept[0], kept, None
            kept = next(rows, None)
        if kept is None or kept[0] != wanted[0]:
            yield wanted[0], None, wanted
            continue
        if kept != wanted:
            yield wanted[0], kept, wanted
        kept = next(rows, None)
    while kept is not None:
        yield kept[0], kept, None
        kept = next(rows, None)


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
