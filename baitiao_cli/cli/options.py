"""The options of every command, of every view and of every write; `request.py` adds them to the commands."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from baitiao_cli.cli.values import day, free_name, known_at, ledger_file, one_of, operator_name, option, path

LANGUAGES = ("zh", "en")

# Parameter name -> what may stand there. Their help is in `messages/commands.py`.
COMMON: dict[str, Any] = {
    "ledger": Annotated[str | None, option("--ledger", ledger_file, "PATH", env="BAITIAO_LEDGER")],
    "today": Annotated[date | None, option("--today", day, "DATE", env="BAITIAO_TODAY")],
    "lang": Annotated[str | None, option("--lang", one_of(*LANGUAGES), "zh|en", env="BAITIAO_LANG")],
    "as_json": Annotated[bool, option("--json")],
    "as_csv": Annotated[bool, option("--csv")],
    "as_plain": Annotated[bool, option("--plain")],
}
# Typer takes no unions: what stands here is `ledger.knowledge.KnownAt`.
KNOWN: dict[str, Any] = {"known_at": Annotated[object | None, option("--known-at", known_at, "TIME|EVENT|NUMBER")]}
VIEW: dict[str, Any] = {"as_of": Annotated[date | None, option("--as-of", day, "DATE")], **KNOWN}
PAPER: dict[str, Any] = {
    "as_html": Annotated[bool, option("--html")],
    "as_pdf": Annotated[bool, option("--pdf")],
    "as_xlsx": Annotated[bool, option("--xlsx")],
    "output": Annotated[object | None, option("--output", path, "FILE", short="-o")],  # a path
    "force": Annotated[bool, option("--force")],
    "chart": Annotated[bool, option("--chart")],
}
WRITE: dict[str, Any] = {
    "on": Annotated[date | None, option("--on", day, "DATE")],
    "request_id": Annotated[str | None, option("--request-id", free_name, "ID")],
    "dry_run": Annotated[bool, option("--dry-run")],
    "yes": Annotated[bool, option("--yes")],
    "operator": Annotated[str | None, option("--operator", operator_name, "NAME", env="BAITIAO_OPERATOR")],
}
