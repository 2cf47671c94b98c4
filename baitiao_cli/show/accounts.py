"""Many accounts: a line each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.actions.list import AccountLine
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.document import Document, json_data, table
from baitiao_cli.show.figures import worse_than_normal
from baitiao_cli.show.person import name_told

OPEN_ONE = "baitiao open --name NAME --limit 20000"
FIRST = "account_id name status limit_fen used_fen next_due_on next_due_fen overdue_fen"
KEYS = f"{FIRST} class overdue_since_on"
CSV = f"{FIRST} overdue_since_on days_past_due class"


def list_document(lines: Sequence[AccountLine], as_of: date, *, is_filtered: bool = False) -> Document:
    """The accounts with the sums of their limits, of what is used and of what falls due; or that there are none."""
    rows = [json_data(line) | {"checked_id": checked(line.account_id)} for line in lines]
    totals = {name: sum(row[name] for row in rows) for name in ("limit_fen", "used_fen", "next_due_fen", "overdue_fen")}
    data = {"accounts": rows, "count": len(rows), "totals": totals}
    named = {"name": labels.CUSTOMER, "next_due_fen": labels.DUE_THEN}
    told = [
        row
        | {"account_id": row["checked_id"], "name": name_told(line.name, line.access)}
        | {"class": worse_than_normal(line.loan_class)}
        for row, line in zip(rows, lines, strict=True)
    ]
    quiet, spare = "overdue_fen overdue_since_on class", "class overdue_since_on limit_fen"
    found = table(KEYS, told, totals=totals, quiet=quiet, labels=named, is_long=True, spare=spare)
    none = labels.NO_SUCH_ACCOUNTS if is_filtered else filled(labels.NO_ACCOUNTS, command=OPEN_ONE)
    notes = [] if rows else [none]
    lines_csv = table(CSV, rows, labels={"name": labels.CUSTOMER})
    return Document(data=data, as_of=as_of, tables=[found], notes=notes, csv_table=lines_csv)
