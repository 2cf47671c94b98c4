"""What waits for a second person, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from baitiao_cli.actions.approve import LOOKS, PROPOSABLE, ApproveAnswer, DeclineAnswer
from baitiao_cli.actions.proposals import WaitingProposal
from baitiao_cli.actions.unmask import UNMASK
from baitiao_cli.messages import filled, labels
from baitiao_cli.messages.happenings import PROPOSED
from baitiao_cli.show.answers import ANSWERS
from baitiao_cli.show.document import Document, csv_table, json_data, record, table
from baitiao_cli.show.errors import command_told

WAITING = "proposal_id account_id verb amount_fen proposed_on waiting_days operator reason"
DECLINED = "proposal_id verb account_id amount_fen proposed_by declined_by reason"
APPROVED = "proposal_id verb account_id event_id proposed_by approved_by"


def proposals_document(waiting: Sequence[WaitingProposal], as_of: date) -> Document:
    """Everything that waits, the longest first, and how to decide on it."""
    rows = [json_data(one) for one in waiting]
    told = [_told(row) | {"amount_fen": row["amount_fen"] or None} for row in rows]
    shown = table(WAITING, told, title=filled(labels.PROPOSALS_TITLE, as_of=as_of), quiet="amount_fen reason")
    first = waiting[0].proposal_id if waiting else ""
    ways = {
        "approve": command_told(f"baitiao approve {first} --operator NAME"),
        "decline": command_told(f"baitiao decline {first} --reason TEXT"),
    }
    return Document(
        data={"proposals": rows, "count": len(rows)},
        as_of=as_of,
        tables=[shown],
        notes=[] if rows else [labels.NOTHING_WAITS],
        next_steps=[filled(labels.TO_APPROVE, **ways)] if rows else [],
        csv_table=csv_table(f"{WAITING} kind", rows),
    )


def approve_document(answer: ApproveAnswer, as_of: date) -> Document:
    """What the verb itself shows, and who asked for it and who agreed."""
    data = json_data(answer)
    agreed = filled(labels.AGREED, **data)
    if answer.verb in {verb.name for verb in LOOKS}:
        return Document(
            data=data,
            as_of=as_of,
            tables=[record(APPROVED, _told(data), quiet="event_id")],
            notes=[agreed, filled(labels.MAY_LOOK if answer.verb == UNMASK.name else labels.MAY_EXPORT, **data)],
        )
    document = ANSWERS[answer.verb](msgspec.convert(answer.result, PROPOSABLE[answer.verb].answer), as_of)
    return replace(
        document,
        data=data | {"result": document.data},
        notes=[agreed, *document.notes],
        csv_table=csv_table(APPROVED, [data]),
    )


def decline_document(answer: DeclineAnswer, as_of: date) -> Document:
    """What is not done, and why."""
    data = json_data(answer)
    return Document(data=data, as_of=as_of, tables=[record(DECLINED, _told(data), quiet="amount_fen")])


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """The row with the verb in words."""
    return row | {"verb": PROPOSED[row["verb"]]}
