"""The ledger file: its making, the end-of-day run."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.accrue import AccrueAnswer
from baitiao_cli.actions.init import InitAnswer
from baitiao_cli.errors import DONE, REFUSED
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.auto_repay import debits_table
from baitiao_cli.show.cooling import blocker_words
from baitiao_cli.show.document import Document, json_data, record, table


def init_document(answer: InitAnswer, as_of: date) -> Document:
    """Where the ledger is."""
    data = json_data(answer)
    return Document(
        data=data,
        as_of=as_of,
        tables=[record("path key_file", data)],
        notes=[labels.KEEP_THE_KEY, filled(labels.NEXT_STEP, command="baitiao open --name NAME --limit 20000")],
    )


def accrue_document(answer: AccrueAnswer, as_of: date) -> Document:
    """How far the run went, the bills that it issued and the debits that it made."""
    data = json_data(answer)
    rows = data["bills"]
    totals = {name: sum(row[name] for row in rows) for name in ("amount_due_fen", "minimum_due_fen")}
    keys = "account_id number billed_on due_on amount_due_fen minimum_due_fen"
    bills = table(keys, rows, title=labels.BILLS_ISSUED, totals=totals)
    done = filled(labels.ACCRUED if answer.account_count else labels.NOTHING_TO_ACCRUE, **data)
    closings = table("account_id on status blockers", _ended(answer), title=labels.CLOSINGS_ENDED)
    failures = table("account_id code", data["failures"], title=labels.NOT_SETTLED)
    status = REFUSED if answer.failures else DONE
    tables = [bills, debits_table(data["debits"]), closings, failures]
    return Document(data=data, as_of=as_of, tables=tables, notes=[done], status=status)


def _ended(answer: AccrueAnswer) -> list[dict[str, object]]:
    """The cooling periods that ended: what became of the account, and what stood in the way."""
    return [
        {
            "account_id": closing.account_id,
            "on": closing.ended_on,
            "status": "open" if closing.blockers else "closed",
            "blockers": blocker_words(closing.blockers) if closing.blockers else None,
        }
        for closing in answer.closings
    ]
