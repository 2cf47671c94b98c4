"""What would be: the steps, the figures before and after and their difference, the dues and rows that change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from baitiao_cli.account.views.forecast import RowOutlook
from baitiao_cli.account.views.prospect import Prospect
from baitiao_cli.actions.what_if import Difference, PlanChange, PlanPrice
from baitiao_cli.messages import Text, columns, filled, words
from baitiao_cli.messages import what_if as texts
from baitiao_cli.show.batch import MADE
from baitiao_cli.show.document import Document, Table, csv_table, json_data, table
from baitiao_cli.show.figures import figures_data, worse_than_normal
from baitiao_cli.show.plan import standing_data

FIGURES = (
    "limit_fen", "used_fen", "held_fen", "available_fen", "owed_fen", "due_fen", "minimum_left_fen", "overdue_fen",
    "credit_fen", "next_due_fen", "to_pay_fen", "cost_to_come_fen", "plans_cost_fen",
)  # fmt: skip
OWN_LABELS = {
    "next_due_fen": texts.NEXT_DUE_FEN,
    "to_pay_fen": texts.TO_PAY,
    "cost_to_come_fen": texts.COST_TO_COME,
    "plans_cost_fen": texts.PLANS_COST,
}
FACTS = ("status", "next_due_on", "overdue_since_on", "days_past_due", "class")
SIDES = {"before_fen": texts.BEFORE, "after_fen": texts.AFTER}
AMOUNTS = "before_fen after_fen change_fen"


def what_if_document(found: Difference, steps: Sequence[Mapping[str, Any]]) -> Document:
    """The difference that the steps made; each is told with its number, verb, days and the result that it had."""
    before, after = prospect_data(found.before), prospect_data(found.after)
    change = {name: after[name] - before[name] for name in FIGURES}
    data = {
        "account_id": found.account_id,
        "steps": list(steps),
        "before": before,
        "after": after,
        "difference": change,
        "plans": [_plan_data(plan) for plan in found.plans],
    }
    rows = [
        {"figure": name, "before_fen": before[name], "after_fen": after[name], "change_fen": change[name]}
        for name in FIGURES
    ]
    tables = [_steps_table(found.account_id, steps), _figures_table(rows, found.as_of), _facts_table(before, after)]
    tables += [_dues_table(found.before, found.after), _rows_table(found.plans), _prices_table(found.plans)]
    same = [] if any(shown.rows for shown in tables[1:]) else [filled(texts.NOTHING_CHANGES, as_of=found.as_of)]
    return Document(
        data=data,
        as_of=found.as_of,
        tables=tables,
        notes=[*same, texts.THROWN_AWAY],
        csv_table=csv_table(f"figure {AMOUNTS}", rows),
        kept=False,
        value=found,
    )


def prospect_data(prospect: Prospect) -> dict[str, Any]:
    """One side as JSON gives it: the figures of `show`, and what is to come."""
    data = json_data(prospect)
    del data["figures"]
    return figures_data(prospect.figures) | data


def _plan_data(plan: PlanChange) -> dict[str, object]:
    return {
        "plan_id": plan.plan_id,
        "before": json_data(plan.before) if plan.before else None,
        "after": json_data(plan.after) if plan.after else None,
        "rows": [
            {
                "number": row.number,
                "before": standing_data(row.before) if row.before else None,
                "after": standing_data(row.after) if row.after else None,
            }
            for row in plan.rows
        ],
    }


def _steps_table(account_id: str, steps: Sequence[Mapping[str, Any]]) -> Table:
    rows = [
        {"step": step["step"], "verb": step["verb"], "on": step["on"]}
        | {key: step["result"].get(key) for key in MADE.split() if key != "account_id"}
        for step in steps
    ]
    title = filled(texts.STEPS_TITLE, account_id=account_id)
    keys = f"step verb on {MADE.replace('account_id ', '')}"
    named = {"step": texts.STEP_NUMBER, "on": texts.COUNTS}
    return table(keys, rows, title=title, quiet="event_id plan_id hold_id amount_fen", labels=named)


def _figures_table(rows: Sequence[Mapping[str, Any]], as_of: date) -> Table:
    """The figures that differ."""
    told = [
        {**row, "figure": OWN_LABELS.get(row["figure"]) or columns.LABELS[row["figure"]]}
        for row in rows
        if row["change_fen"]
    ]
    return table(f"figure {AMOUNTS}", told, title=filled(texts.FIGURES_TITLE, as_of=as_of), labels=SIDES)


def _facts_table(before: Mapping[str, Any], after: Mapping[str, Any]) -> Table:
    """What differs and is no amount."""
    rows = [
        {"figure": columns.LABELS[name], "before": _fact(name, before[name]), "after": _fact(name, after[name])}
        for name in FACTS
        if before[name] != after[name]
    ]
    named = {"before": texts.BEFORE, "after": texts.AFTER}
    return table("figure before after", rows, title=texts.FACTS_TITLE, labels=named)


def _fact(name: str, value: Any) -> Text | str:
    if name == "class":
        value = worse_than_normal(value)
    word = words.WORDS.get(name, {}).get(value)
    return word if word is not None else "" if value is None else str(value)


def _dues_table(before: Prospect, after: Prospect) -> Table:
    """The due dates on which another amount would fall due."""
    now, then = ({due.due_on: due.amount_fen for due in side.dues} for side in (before, after))
    rows = [_compared({"due_on": on}, now.get(on, 0), then.get(on, 0)) for on in sorted(now | then)]
    return _amounts_table("due_on", (row for row in rows if row["change_fen"]), texts.DUES_TITLE)


def _rows_table(plans: Sequence[PlanChange]) -> Table:
    """The installments of which another amount would be left, or that would be due on another day."""
    rows = []
    for plan in plans:
        for row in plan.rows:
            told = _compared(
                {"plan_id": plan.plan_id, "number": row.number}, _left_fen(row.before), _left_fen(row.after)
            )
            due_on = (row.after or row.before).due_on  # type: ignore[union-attr]
            moved = row.before is not None and row.before.due_on != due_on
            told |= {"due_on": due_on, "due_before_on": row.before.due_on if moved and row.before else None}
            if told["change_fen"] or moved:
                rows.append(told)
    return _amounts_table("plan_id number due_before_on due_on", rows, texts.ROWS_TITLE)


def _prices_table(plans: Sequence[PlanChange]) -> Table:
    """The plans that would cost something else."""
    rows = [
        _compared({"plan_id": plan.plan_id}, _cost_fen(plan.before), _cost_fen(plan.after))
        | {"simple_before_pct": _rate(plan.before) if _repriced(plan) else None, "simple_pct": _rate(plan.after)}
        for plan in plans
        if plan.before != plan.after and (_cost_fen(plan.before) or _cost_fen(plan.after))
    ]
    named = SIDES | {"simple_before_pct": texts.RATE_BEFORE, "simple_pct": texts.RATE_AFTER}
    keys, quiet = f"plan_id {AMOUNTS} simple_before_pct simple_pct", "simple_before_pct simple_pct"
    return table(keys, rows, title=texts.PRICES_TITLE, labels=named, quiet=quiet)


def _amounts_table(keys: str, rows: Iterable[Mapping[str, Any]], title: Text) -> Table:
    named = SIDES | {"due_before_on": texts.ROW_DUE_BEFORE}
    return table(f"{keys} {AMOUNTS}", list(rows), title=title, labels=named, quiet="due_before_on")


def _compared(of: Mapping[str, object], before_fen: int, after_fen: int) -> dict[str, Any]:
    return {**of, "before_fen": before_fen, "after_fen": after_fen, "change_fen": after_fen - before_fen}


def _left_fen(row: RowOutlook | None) -> int:
    return row.outstanding_fen if row else 0


def _cost_fen(price: PlanPrice | None) -> int:
    return price.cost_fen if price else 0


def _repriced(plan: PlanChange) -> bool:
    """Whether another rate was agreed."""
    return _rate(plan.before) != _rate(plan.after)


def _rate(price: PlanPrice | None) -> str | None:
    return price.annual_rate["simple_pct"] if price and price.annual_rate else None
