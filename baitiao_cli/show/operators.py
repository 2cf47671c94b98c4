"""Operators with their roles, and what takes two of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from baitiao_cli.actions.approval import WITHOUT_AMOUNT, ApprovalAnswer, Rule
from baitiao_cli.actions.operator import OperatorAnswer
from baitiao_cli.actions.operators import OperatorsView
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, as_is, filled, labels, listed, words
from baitiao_cli.show.document import Document, csv_table, json_data, record, table
from baitiao_cli.show.errors import command_told

REGISTER_FIRST = "baitiao operator NAME --role supervisor,admin"


def operator_document(answer: OperatorAnswer, as_of: date) -> Document:
    """The roles now, and those before if there were any."""
    data = json_data(answer)
    told = {
        "operator": answer.name,
        "roles": told_roles(answer.roles),
        "roles_before": told_roles(answer.roles_before) if answer.roles_before else None,
    }
    return Document(
        data=data,
        as_of=as_of,
        tables=[record("operator roles roles_before", told, quiet="roles_before")],
        notes=[] if answer.roles else [filled(labels.NO_LONGER, name=answer.name)],
        next_steps=[filled(labels.SEE_IT, command="baitiao operators")],
        csv_table=csv_table("operator roles roles_before", [_flat(data | {"operator": answer.name})]),
    )


def operators_document(view: OperatorsView, as_of: date) -> Document:
    """Everybody who may write and, under it, what one person may not do alone."""
    data = json_data(view)
    people = [row | {"roles": told_roles(row["roles"])} for row in data["operators"]]
    rules = [
        {"approval_kind": rule.kind, "second_person": told_rule(rule.kind, rule)}
        for rule in view.approvals
        if rule.is_on
    ]
    return Document(
        data=data,
        as_of=as_of,
        tables=[
            table("operator roles since_on", people, title=labels.OPERATORS_TITLE),
            table("approval_kind second_person", rules, title=labels.APPROVALS_TITLE),
        ],
        notes=[] if people else [filled(labels.NO_OPERATORS, command=command_told(REGISTER_FIRST))],
        csv_table=csv_table("operator roles since_on", [_flat(row) for row in data["operators"]]),
    )


def approval_document(answer: ApprovalAnswer, as_of: date) -> Document:
    """What takes two people now, and what did before."""
    data = json_data(answer)
    told = {
        "approval_kind": answer.kind,
        "second_person": told_rule(answer.kind, answer),
        "second_person_before": told_rule(answer.kind, answer.before),
    }
    return Document(
        data=data,
        as_of=as_of,
        tables=[record("approval_kind second_person second_person_before", told)],
        next_steps=[filled(labels.SEE_IT, command="baitiao operators")],
        csv_table=csv_table("kind is_on above_fen", [data]),
    )


def told_roles(roles: Sequence[str]) -> Text:
    """The roles in words, with the code that is typed; or that there are none."""
    return listed(words.WORDS["roles"].get(role, as_is(role)) for role in roles) if roles else labels.NO_ROLES


def told_rule(kind: str, rule: Rule) -> Text:
    """When a second person must agree: always, never, or above so much."""
    if not rule.is_on:
        return labels.NEVER
    if kind in WITHOUT_AMOUNT or not rule.above_fen:
        return labels.ALWAYS
    return filled(labels.ABOVE, amount=format_yuan(rule.above_fen))


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row for CSV: several roles stand in one cell."""
    return {key: " ".join(value) if isinstance(value, list) else value for key, value in row.items()}
