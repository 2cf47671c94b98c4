"""The journal, and with that of a whole ledger the ledger itself, as one JSON document; amounts in whole fen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from msgspec.structs import asdict

from baitiao_cli.account.postings import CHART
from baitiao_cli.actions.export import Journal
from baitiao_cli.ledger.books import Entry
from baitiao_cli.show.journal.words import description
from baitiao_cli.show.text import printable


def pieces(journal: Journal, language: str) -> Iterator[str]:
    """The document, one piece (and one line) an entry; debits are positive."""
    known = {"known_at": asdict(journal.known)} if journal.known else {}
    head = {"schema": "baitiao/v1", "as_of": str(journal.as_of), **known}
    data = {
        "account_id": journal.account_id or None,
        "currency": "CNY",
        "balances": [
            {"ledger_account": name, "type": CHART[name].type, "balance_fen": fen}
            for name, fen in journal.balances.items()
        ],
    }
    yield f'{_text(head)[:-1]}, "data": {_text(data)[:-1]}, "entries": ['
    separator = "\n"
    for entry in journal.entries:
        yield separator + _text(_entry(entry, language))
        separator = ",\n"
    yield "\n]"
    if journal.document is not None:
        yield ', "ledger": '
        for piece in journal.document:
            yield "\n".join(map(printable, piece.split("\n")))
    yield "}}\n"


def _text(value: Mapping[str, object]) -> str:
    """JSON that no terminal obeys: what is not printable is escaped, as JSON has it."""
    return printable(json.dumps(value, ensure_ascii=False))


def _entry(entry: Entry, language: str) -> dict[str, object]:
    return {
        "entry_number": entry.number,
        "effective_on": str(entry.effective_on),
        "posted_on": str(entry.posted_on),
        "account_id": entry.account_id,
        "kind": entry.kind,
        "event_id": entry.event_id or None,
        "description": description(entry, language),
        "merchant": entry.merchant,
        "postings": [
            {"plan_id": line.plan_id or None, "ledger_account": line.ledger_account, "amount_fen": line.amount_fen}
            for line in entry.lines
        ],
    }
