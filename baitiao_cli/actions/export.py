"""`export`: the journal, to be written in the format of another program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from baitiao_cli.account.postings import CHART
from baitiao_cli.ledger.books import Entry
from baitiao_cli.ledger.check.chain import refuse_changed
from baitiao_cli.ledger.copies.document import document_pieces
from baitiao_cli.ledger.store import Knowledge, ReadTransaction


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """What was booked up to a day, of one account or ("") of all.

    `entries` come once, by day and then as they were booked. `balances` is what the ledger itself sums them to, in
    whole fen, debits positive: every ledger account of the chart, in its order. `first_on` is the day of the first
    entry; without one it is `as_of`. `known` is the last event that was known, if it is the journal of an earlier
    moment. `document` is the whole ledger as JSON text, of which `import` makes it again: only with the journal of all
    of it, up to today.
    """

    account_id: str
    as_of: date
    known: Knowledge | None
    first_on: date
    document: Iterator[str] | None = None
    entry_count: int
    entries: Iterator[Entry]
    balances: dict[str, int]


def refuse_unsound(tx: ReadTransaction) -> None:
    """Refuses a ledger whose facts were changed (`ledger-damaged`): nobody could import the document of it."""
    refuse_changed(tx.connection)


def journal(tx: ReadTransaction, as_of: date, account_id: str = "", *, today: date = date.max) -> Journal:
    """The journal of one account or of the whole ledger; `account-unknown`."""
    if account_id:
        tx.book(account_id)
    booked = tx.booked(as_of, account_id)
    sums = booked.sums()
    count, first_on = booked.extent()
    return Journal(
        account_id=account_id,
        as_of=as_of,
        known=tx.known,
        first_on=first_on or as_of,
        document=None if account_id or tx.known or as_of < today else document_pieces(tx.connection, tx.head()),
        entry_count=count,
        entries=booked.entries(),
        balances={name: sums.get(name, 0) for name in CHART},
    )
