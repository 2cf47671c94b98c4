"""Early warning: a line an account, with its signs in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.actions.desk.early_warning import WarnedAccount
from baitiao_cli.desk.facts import Fired
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.desk import early_warning as texts
from baitiao_cli.show.document import Document, csv_table, json_data, table

KEYS = "account_id next_due_on next_due_fen signs"
CSV = "account_id days_past_due next_due_on next_due_fen signs"


def _sign(fired: Fired) -> Text:
    words = texts.ONE if fired.observed == "1" and fired.rule in texts.ONE else texts.SIGNS
    return filled(words[fired.rule], observed=fired.observed)


def early_warnings_document(found: Sequence[WarnedAccount], as_of: date) -> Document:
    """The accounts with signs, the most signs first."""
    data = [json_data(one) for one in found]
    told = [
        row | {"signs": [_sign(fired) for fired in one.signs]} | {"next_due_fen": row["next_due_fen"] or None}
        for one, row in zip(found, data, strict=True)
    ]
    flat = [row | {"signs": " ".join(one.names)} for one, row in zip(found, data, strict=True)]
    first = [filled(labels.SEE_IT, command=f"baitiao show {found[0].account_id}")] if found else []
    return Document(
        data={"accounts": data, "count": len(data)},
        as_of=as_of,
        tables=[
            table(
                KEYS, told, title=filled(texts.TITLE, as_of=as_of), labels={"signs": texts.SIGNS_COLUMN}, is_long=True
            ),
        ],
        notes=[filled(texts.WHAT_IT_MEANS, command="baitiao define early-warning")] if found else [texts.NO_SIGNS],
        next_steps=first,
        csv_table=csv_table(CSV, flat),
    )
