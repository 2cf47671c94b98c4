"""`operators`: who may do what here, and what one person may not do alone."""

from __future__ import annotations

import msgspec

from baitiao_cli.actions.approval import KINDS, Kind, Rule, rule_of
from baitiao_cli.actions.operator import OperatorRow, list_operators
from baitiao_cli.ledger.store import ReadTransaction


class ApprovalRow(Rule, frozen=True, kw_only=True):
    """What takes two people of a kind."""

    kind: Kind


class OperatorsView(msgspec.Struct, frozen=True, kw_only=True):
    """The operators, none where everybody may do everything, and every kind of approval."""

    operators: list[OperatorRow]
    approvals: list[ApprovalRow]


def show_operators(tx: ReadTransaction) -> OperatorsView:
    """As they are now."""
    return OperatorsView(
        operators=list_operators(tx),
        approvals=[ApprovalRow(kind=kind, **msgspec.structs.asdict(rule_of(tx, kind))) for kind in KINDS],
    )
