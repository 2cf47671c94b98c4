"""The metadata with which Datasette shows a ledger: titles, columns, what to sort by, and queries."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

TITLE = "A ledger of baitiao"
ABOUT = (
    "Facts, journal and today's picture. Amounts are whole fen: 100 fen are 1 yuan; queries tell yuan. "
    "Who people are is encrypted and not shown."
)
DATABASE = "ledger"
"""Datasette calls a database by its file: this is for `ledger.db`."""


@cache
def described() -> dict[str, Any]:
    """The tables and queries as `tables.toml` describes them."""
    return tomllib.loads(Path(__file__).with_name("tables.toml").read_text(encoding="utf-8"))


def datasette_metadata() -> dict[str, Any]:
    """The metadata as Datasette takes it."""
    told = described()
    queries = {
        name: {
            "title": query["title"],
            "description": query["about"],
            "hide_sql": True,
            "sql": query["sql"].strip() + "\n",
        }
        for name, query in told["queries"].items()
    }
    tables = {name: _table(table) for name, table in told["tables"].items()}
    return {
        "title": TITLE,
        "description": ABOUT,
        "databases": {DATABASE: {"description": ABOUT, "queries": queries, "tables": tables}},
    }


def _table(table: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {"description": f"{table['about']}."}
    if table.get("hidden"):
        return told | {"hidden": True}
    if "label" in table:
        told["label_column"] = table["label"]
    told |= {key: table[key] for key in ("sort", "sort_desc") if key in table}
    told |= {"facets": table["facets"]} if table["facets"] else {}
    return told | {"sortable_columns": table["sortable"], "columns": table["columns"]}


def datasette_yaml() -> str:
    """The metadata as YAML."""
    made = "# Made by `make docs` from docs/generator/tables.toml; how to use it is told in docs/keeping.md.\n"
    return made + _yaml(datasette_metadata(), "")


def _yaml(value: dict[str, Any], indent: str) -> str:
    """A mapping as YAML: texts in quotes as JSON has them, those of several lines as a block."""
    lines = ""
    for key, item in value.items():
        if isinstance(item, dict):
            lines += f"{indent}{key}:\n{_yaml(item, indent + '  ')}"
        elif isinstance(item, str) and "\n" in item:
            block = "".join(f"{indent}  {line}\n" for line in item.splitlines())
            lines += f"{indent}{key}: |\n{block}"
        else:
            lines += f"{indent}{key}: {json.dumps(item, ensure_ascii=False)}\n"
    return lines
