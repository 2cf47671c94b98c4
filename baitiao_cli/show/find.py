"""The accounts that were found."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.find import Found
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.document import Document, json_data, table
from baitiao_cli.show.person import name_told

KEYS = "account_id name phone matched found_in status owed_fen next_due_on"
FEW = 3
"""How many plans or events a line names; JSON names all."""


def find_document(found: Found, as_of: date) -> Document:
    """A line an account, masked, with why it was found; the one account's next question, or how many more there are."""
    rows = [json_data(account) | {"checked_id": checked(account.account_id)} for account in found.accounts]
    plain = [row | {"name": name_told(row["name"], row["access"]), "found_in": _few(row["found_in"])} for row in rows]
    told = [
        row | {"account_id": row["checked_id"], "found_in": _few(list(map(checked, whole["found_in"])))}
        for row, whole in zip(plain, rows, strict=True)
    ]
    hidden = found.count - len(rows)
    notes = [filled(labels.MORE_FOUND, count=hidden)] if hidden else []
    steps = [filled(labels.SEE_IT, command=f"baitiao show {rows[0]['account_id']}")] if found.count == 1 else []
    shown = table(KEYS, told, quiet="phone found_in", labels={"name": labels.CUSTOMER})
    return Document(
        data={"accounts": rows, "count": found.count},
        as_of=as_of,
        tables=[shown],
        notes=notes,
        next_steps=steps,
        csv_table=table(KEYS, plain),
    )


def _few(ids: list[str]) -> list[str]:
    return [*ids[:FEW], *([f"+{len(ids) - FEW}"] if len(ids) > FEW else [])]
