"""Reasons: how two bills differ thing by thing, and which cause changed which figure between two pictures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from baitiao_cli.account.views.why import COMPARED, Change, Comparison, DueChange
from baitiao_cli.actions.why import BillChange, Reasons
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, happenings, labels, rules
from baitiao_cli.show.document import Document, Table, json_data, table

TOLD = ("owed", "due", "overdue", "available", "credit", "limit")
"""The figures whose changes people see; what is used and held shows in what is available."""


def why_document(reasons: Reasons, as_of: date) -> Document:
    """The bills first, for that is what people ask about; then the figures before and after, and the causes."""
    comparison = reasons.comparison
    data: dict[str, Any] = {
        "account_id": reasons.account_id,
        "before_on": comparison.before_on,
        "after_on": comparison.after_on,
        "before": _figures(comparison, "before"),
        "after": _figures(comparison, "after"),
        "differences": _in_fen(comparison.differences),
        "changes": [_change_data(change) for change in comparison.changes],
        "bills": None,
    }
    tables: list[Table] = []
    if reasons.bills:
        data["bills"] = json_data(reasons.bills)
        tables.append(_bills_table(reasons))
    tables += [_figures_table(reasons), _causes_table(comparison)]
    notes = _notes(reasons)
    return Document(data=data, as_of=as_of, tables=tables, notes=notes, csv_table=_csv_table(comparison))


def _figures(comparison: Comparison, which: str) -> dict[str, int]:
    return {f"{name}_fen": getattr(getattr(comparison, which), f"{name}_fen") for name in COMPARED}


def _in_fen(changes: Mapping[str, int]) -> dict[str, int]:
    return {f"{name}_fen": fen for name, fen in changes.items()}


def _change_data(change: Change) -> dict[str, Any]:
    return {key: value for key, value in json_data(change).items() if key != "changes"} | {
        "changes": _in_fen(change.changes)
    }


def _bills_table(reasons: Reasons) -> Table:
    """What each thing on the two bills contributes to their difference."""
    bills = reasons.bills
    assert bills is not None
    rows = [_bill_row(line) for line in bills.lines]
    totals = {
        "before_fen": bills.amount_before_fen,
        "after_fen": bills.amount_after_fen,
        "change_fen": bills.amount_after_fen - bills.amount_before_fen,
    }
    named = {
        "before_fen": filled(labels.BILL_NUMBER, number=bills.number_before),
        "after_fen": filled(labels.BILL_NUMBER, number=bills.number_after),
    }
    keys = "what plan_id merchant event_id before_fen after_fen change_fen"
    return table(keys, rows, title=_sentence(bills), totals=totals, quiet="plan_id merchant event_id", labels=named)


def _bill_row(line: DueChange) -> dict[str, object]:
    what = rules.PARTS_OF_A_BILL[line.part]
    numbers = _numbers(line)
    if line.part == "installments" and numbers:
        what = filled(labels.OF_NUMBERS, rule=what, numbers=numbers)
    return {
        "what": what,
        "plan_id": line.plan_id or None,
        "merchant": line.merchant or None,
        "event_id": line.event_id or None,
        "before_fen": line.before_fen,
        "after_fen": line.after_fen,
        "change_fen": line.after_fen - line.before_fen,
    }


def _numbers(line: DueChange) -> str:
    """The installments on each bill: 1 → 2."""
    told = [", ".join(map(str, numbers)) or "-" for numbers in (line.numbers_before, line.numbers_after)]
    return " → ".join(told)


def _figures_table(reasons: Reasons) -> Table:
    """The figures that differ, before and after."""
    comparison = reasons.comparison
    rows = [
        {
            "figure": rules.FIGURES[name],
            "before_fen": getattr(comparison.before, f"{name}_fen"),
            "after_fen": getattr(comparison.after, f"{name}_fen"),
            "change_fen": fen,
        }
        for name, fen in comparison.differences.items()
    ]
    if comparison.before_on == comparison.after_on:
        title = filled(labels.LEARNED, account_id=reasons.account_id, on=comparison.before_on)
        return table("figure before_fen after_fen change_fen", rows, title=title)
    title = filled(
        labels.FIGURES_COMPARED,
        account_id=reasons.account_id,
        before_on=comparison.before_on,
        after_on=comparison.after_on,
    )
    return table("figure before_fen after_fen change_fen", rows, title=title)


def _causes_table(comparison: Comparison) -> Table:
    """Each cause with what it changed of the figures that differ on the way; each column sums to its difference."""
    told = [name for name in TOLD if any(name in change.changes for change in comparison.changes)]
    shown = [change for change in comparison.changes if set(told) & set(change.changes) or not change.changes]
    rows = [_cause_row(change, told) for change in shown]
    totals = {f"{name}_fen": comparison.differences.get(name, 0) for name in told} or None
    keys = f"on cause event_id plan_id merchant {' '.join(f'{name}_fen' for name in told)}"
    named = {f"{name}_fen": rules.SHORT[name] for name in told}
    return table(keys, rows, title=labels.CAUSES_TITLE, totals=totals, quiet="event_id plan_id merchant", labels=named)


def _cause_row(change: Change, told: list[str]) -> dict[str, object]:
    amounts = {f"{name}_fen": change.changes.get(name, 0) for name in told}
    return {
        "on": change.on,
        "cause": _cause(change),
        "event_id": change.event_id or None,
        "plan_id": None,
        "merchant": change.merchant or None,
        **amounts,
    }


def _cause(change: Change) -> Text:
    """What happened, where, and the amount that it names."""
    happened = happenings.PASSAGES.get(change.cause) or happenings.HAPPENINGS[change.cause]
    if not change.stated_fen:
        return happened
    return filled(labels.CAUSE_OF_AMOUNT, cause=happened, amount=format_yuan(change.stated_fen))


def _csv_table(comparison: Comparison) -> Table:
    rows = [
        {**_change_data(change), **{f"{name}_fen": change.changes.get(name, 0) for name in COMPARED}}
        for change in comparison.changes
    ]
    keys = f"on cause event_id plan_id merchant {' '.join(f'{name}_fen' for name in COMPARED)}"
    return table(keys, rows, labels={f"{name}_fen": rules.FIGURES[name] for name in COMPARED})


def _notes(reasons: Reasons) -> list[Text]:
    notes: list[Text] = []
    if reasons.bills:
        command = f"baitiao explain {reasons.account_id} --bill {reasons.bills.number_after}"
        notes.append(filled(labels.TO_EXPLAIN, command=command))
    return notes if reasons.comparison.changes else [*notes, labels.NOTHING_CHANGED]


def _sentence(bills: BillChange) -> Text:
    fen = bills.amount_after_fen - bills.amount_before_fen
    return filled(
        labels.BILL_IS_HIGHER if fen > 0 else labels.BILL_IS_LOWER if fen else labels.BILL_IS_THE_SAME,
        after=bills.number_after,
        after_on=bills.billed_after_on,
        before=bills.number_before,
        before_on=bills.billed_before_on,
        amount=format_yuan(abs(fen)),
    )
