"""The statement of a funder, settlements with it, and the proof that all shares sum to the journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.actions.desk.funder_money import FunderStatement, SettleAnswer, SideSums
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.desk.facts.funding import Moved
from baitiao_cli.desk.funding.statement import AMOUNTS
from baitiao_cli.errors import CHECK_FAILED
from baitiao_cli.messages import filled, labels
from baitiao_cli.messages.desk import funding as texts
from baitiao_cli.messages.desk.funding import LABELS
from baitiao_cli.show.document import Document, Paper, csv_table, json_data, table
from baitiao_cli.show.merchants import days_words

OWED = "kind opening_fen added_fen paid_fen given_up_fen closing_fen"
EARNED = "kind due_fen apart_fen earned_fen"
MONEY = "kind moved_fen adjustment_fen due_fen"
SIDES = "side journal_fen not_booked_fen shared_fen difference_fen running_fen whole_fen"


def statement_document(view: FunderStatement) -> Document:
    """What customers owe a funder by kind, before and after, and under it its money and what it has earned."""
    rows = [json_data(line) for line in view.lines]
    told = [row | {"kind": texts.KINDS[row["kind"]]} for row in rows]
    totals = {name: sum(row[name] for row in rows) for name in AMOUNTS}
    days = days_words(view.from_on, view.through_on)
    title = filled(texts.STATEMENT_TITLE, funder_id=view.funder_id, name=view.name, days=days)
    return Document(
        data=json_data(view) | {"totals": totals},
        as_of=view.through_on,
        tables=[
            table(OWED, told, title=title, totals=totals, labels=LABELS),
            table(EARNED, told, title=texts.EARNED_TITLE, totals=totals, quiet="apart_fen", labels=LABELS),
        ],
        notes=[texts.SHARED_WHEN_ASKED] if rows else [texts.NO_LINES],
        csv_table=csv_table(" ".join(("kind", *AMOUNTS)), rows),
        paper=Paper(heading=title, running=title),
    )


def settlement_document(answer: SettleAnswer, as_of: date) -> Document:
    """What is to be paid to a funder or by it, by kind, and what of it is an adjustment of days settled before."""
    days = days_words(answer.from_on, answer.through_on)
    title = filled(
        texts.SETTLEMENT_TITLE, record_id=answer.record_id, funder_id=answer.funder_id, name=answer.name, days=days
    )
    rows = [
        {
            "kind": name,
            "moved_fen": getattr(answer.moved, name),
            "adjustment_fen": getattr(answer.adjustment, name),
            "due_fen": getattr(answer.moved, name) + getattr(answer.adjustment, name),
        }
        for name in Moved.__struct_fields__
    ]
    rows = [row for row in rows if row["moved_fen"] or row["adjustment_fen"]]
    told = [row | {"kind": texts.MOVED[str(row["kind"])]} for row in rows]
    data = json_data(answer)
    text = texts.PAY_IT if answer.due_fen > 0 else texts.IT_PAYS if answer.due_fen else texts.NONE_PAYS
    paid = filled(text, amount=format_yuan(abs(answer.due_fen)), funder_id=answer.funder_id)
    has_adjusted = any(row["adjustment_fen"] for row in rows)
    of_csv = [
        {"record_id": answer.record_id, "funder_id": answer.funder_id, "through_on": answer.through_on} | row
        for row in rows
    ]
    return Document(
        data=data,
        as_of=as_of,
        tables=[table(MONEY, told, title=title, totals=data, quiet="adjustment_fen", labels=LABELS)],
        notes=[paid, *([texts.ADJUSTED] if has_adjusted else []), texts.NO_MONEY_MOVES],
        next_steps=[filled(labels.SEE_IT, command=f"baitiao explain {answer.record_id}")],
        csv_table=csv_table(f"record_id funder_id through_on {MONEY}", of_csv),
    )


def reconciliation_document(sides: Sequence[SideSums], as_of: date) -> Document:
    """Each side of the books: the journal, and the parts of all funders, which sum to it."""
    rows = [json_data(side) for side in sides]
    told = [row | {"side": texts.SIDES[row["side"]]} for row in rows]
    parts = [
        {"side": texts.SIDES[side.side] if first else None, "funder_id": funder_id, "amount_fen": fen}
        for side in sides
        for first, (funder_id, fen) in zip([True] + [False] * len(side.parts), side.parts.items(), strict=False)
    ]
    failed = any(side.difference_fen for side in sides)
    is_running = any(side.running_fen for side in sides)
    quiet = "not_booked_fen" if is_running else "not_booked_fen running_fen whole_fen"
    for row, side in zip(rows, sides, strict=True):
        row["parts"] = [{"funder_id": funder_id, "amount_fen": fen} for funder_id, fen in side.parts.items()]
    return Document(
        data={"rows": rows},
        as_of=as_of,
        tables=[
            table(SIDES, told, title=filled(texts.RECONCILED_TITLE, as_of=as_of), quiet=quiet, labels=LABELS),
            table("side funder_id amount_fen", parts, labels=LABELS),
        ],
        notes=[texts.NOT_RECONCILED if failed else texts.RECONCILED, *([texts.RUNNING] if is_running else [])],
        status=CHECK_FAILED if failed else 0,
        csv_table=csv_table(SIDES, rows),
    )
