"""The books: the trial balance, and the journal written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from baitiao_cli.actions.export import Journal
from baitiao_cli.actions.trial_balance import BalanceLine, TrialBalance
from baitiao_cli.messages import books, filled
from baitiao_cli.messages.words import WORDS
from baitiao_cli.show.document import Document, csv_table, json_data, record, table

KEYS = "ledger_account type debit_fen credit_fen"


def trial_balance_document(balance: TrialBalance, as_of: date) -> Document:
    """Debits and credits of each ledger account with equal totals; what is not booked yet in lines of its own.

    JSON and CSV have a line for every ledger account of the chart, people see those with a balance.
    """
    booked, accrued = [_json_lines(lines) for lines in (balance.booked, balance.accrued)]
    totals = _totals([*balance.booked, *balance.accrued])
    told = [_told(row) for row in booked if row["debit_fen"] or row["credit_fen"]]
    told += [
        _told(row) | {"ledger_account": filled(books.NOT_BOOKED, name=WORDS["ledger_account"][row["ledger_account"]])}
        for row in accrued
    ]
    title = books.BALANCE_OF_ACCOUNT if balance.account_id else books.BALANCE_OF_LEDGER
    data = {
        "account_id": balance.account_id or None,
        "account_count": balance.account_count,
        "rows": booked,
        "accrued": accrued,
        "booked_totals": _totals(balance.booked),
        "accrued_totals": _totals(balance.accrued),
        "totals": totals,
    }
    title = filled(title, as_of=as_of, account_id=balance.account_id)
    notes = [books.NOT_BOOKED_NOTE] if accrued else []
    rows = [row | {"is_booked": True} for row in booked] + [row | {"is_booked": False} for row in accrued]
    return Document(
        data=data,
        as_of=as_of,
        tables=[table(KEYS, told, title=title, totals=totals, labels={"credit_fen": books.CREDIT})],
        notes=notes if told else [filled(books.NOTHING_BOOKED, as_of=as_of)],
        csv_table=csv_table("ledger_account type normal_side is_booked debit_fen credit_fen", rows),
    )


def export_document(path: Path, form: str, journal: Journal, check: str) -> Document:
    """What was written where, and the command with which its readers check it ("" for formats that have none)."""
    data = {"path": str(path), "format": form, "entry_count": journal.entry_count}
    notes = [filled(books.CHECK_WITH, command=check)] if check else []
    told = record("path format entry_count", data, title=filled(books.EXPORTED, as_of=journal.as_of))
    return Document(data=data, as_of=journal.as_of, tables=[told], notes=notes)


def _json_lines(lines: Sequence[BalanceLine]) -> list[dict[str, object]]:
    return [json_data(line) for line in lines]


def _told(row: dict[str, object]) -> dict[str, object]:
    """A line as people see it: nothing on the side on which it does not stand."""
    return row | {side: row[side] or None for side in ("debit_fen", "credit_fen")}


def _totals(lines: Sequence[BalanceLine]) -> dict[str, int]:
    return {
        "debit_fen": sum(line.debit_fen for line in lines),
        "credit_fen": sum(line.credit_fen for line in lines),
    }
