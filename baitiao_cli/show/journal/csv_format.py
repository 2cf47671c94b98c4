"""The journal as CSV: one row a posting, amounts in whole fen."""

from __future__ import annotations

import io
from collections.abc import Iterator

from baitiao_cli.account.postings import CHART
from baitiao_cli.actions.export import Journal
from baitiao_cli.ledger.books import Entry
from baitiao_cli.show.document import csv_table
from baitiao_cli.show.journal.words import description, merchant
from baitiao_cli.show.output import write_csv

KEYS = (
    "entry_number effective_on posted_on account_id plan_id event_id kind description merchant ledger_account type"
    " amount_fen"
)


def pieces(journal: Journal, language: str) -> Iterator[str]:
    """The header, then one piece an entry; text that a spreadsheet would run as a formula gets a quote before it."""
    yield KEYS.replace(" ", ",") + "\n"
    for entry in journal.entries:
        text = io.StringIO()
        write_csv(csv_table(KEYS, rows_of(entry, language)), language, text, header=False)
        yield text.getvalue()


def rows_of(entry: Entry, language: str) -> list[dict[str, object]]:
    """An entry as a row for each of its postings; debits are positive."""
    return [
        {
            "entry_number": entry.number,
            "effective_on": entry.effective_on,
            "posted_on": entry.posted_on,
            "account_id": entry.account_id,
            "plan_id": line.plan_id,
            "event_id": entry.event_id,
            "kind": entry.kind,
            "description": description(entry, language),
            "merchant": merchant(entry),
            "ledger_account": line.ledger_account,
            "type": CHART[line.ledger_account].type,
            "amount_fen": line.amount_fen,
        }
        for line in entry.lines
    ]
