"""All figures that the views of account A1 show, without what a recording leaves out."""

from __future__ import annotations

import io
import json
from collections import Counter
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from baitiao_cli.cli.main import main

PERSONAL = {
    "proposals",
    "at_desk",
    *("merchant", "order_id", "merchant_id", "category", "brand", "note", "reason", "name", "phone", "id_number"),
    *(
        "product_id",
        "product_version",
        "means",
        "lift_condition",
        "limits",
        "terms",
        "quote_id",
        "person_id",
        "last_digits",
    ),
    *("operator", "recorded_at", "operators", "people"),
}


def shown_of(path: Path, today: str) -> dict[str, Any]:
    """By view: the account, its history, what explains it, the books, every plan and every bill."""
    account = asked(path, today, "show", "A1")
    shown = {
        "show": account,
        "history": asked(path, today, "history", "A1"),
        "explain": asked(path, today, "explain", "A1"),
        "books": _balances(asked(path, today, "report trial-balance", "A1")),
    }
    for plan in account["plans"]:
        shown[plan["plan_id"]] = asked(path, today, "schedule", plan["plan_id"])
    for number in range(1, (account["bill"] or {"number": 0})["number"] + 1):
        shown[f"bill {number}"] = asked(path, today, "statement", "A1", "--bill", str(number))
    return {name: _figures(data) for name, data in shown.items()}


def _balances(books: Any) -> dict[str, int]:
    """What stands on each ledger account in the end: how much of it is booked depends on the last run of `accrue`."""
    balances: Counter[str] = Counter()
    for line in [*books["rows"], *books["accrued"]]:
        balances[line["ledger_account"]] += line["debit_fen"] - line["credit_fen"]
    return {name: fen for name, fen in balances.items() if fen}


def asked(path: Path, today: str, view: str, *arguments: str) -> Any:
    """The data that a view answers with."""
    out = io.StringIO()
    with redirect_stdout(out):
        status = main([*view.split(), *arguments, "--ledger", str(path), "--today", today, "--json"])
    assert status == 0
    return json.loads(out.getvalue())["data"]


def _figures(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _figures(item) for key, item in value.items() if key not in PERSONAL}
    return [_figures(item) for item in value] if isinstance(value, list) else value
