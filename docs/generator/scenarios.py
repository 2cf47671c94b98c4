"""The reference of scenario files: what may stand in them, and every command that a step may name with its fields."""

from __future__ import annotations

import json
from typing import Any

from baitiao_cli.cli.playing import offered
from baitiao_cli.scenario.schema import schema_of
from docs.generator.markdown import anchor, code, generated, plain, prose, table

ABOUT = (
    "A scenario is a TOML file of steps; [its page](../scenarios.md) tells how to write one. Each step names one "
    "command, whose table has its arguments and options without dashes, and may say when it happens, what it must come "
    "to, or that it is repeated. The same is a JSON Schema for editors: "
    "`baitiao scenario schema -o scenario.schema.json`, or "
    "[scenario.schema.json](scenario.schema.json)."
)
HEADS = ("key", "what", "meaning")
PARTS = {"The file": (), "A step": ("definitions", "step"), "A repeat": ("definitions", "repeat")}


def scenarios_page() -> str:
    """The page of scenario files."""
    schema = schema_of(offered(), "en")
    names = {command.name for command in offered()}
    blocks = [prose(ABOUT)]
    for title, path in PARTS.items():
        part = schema
        for name in path:
            part = part[name]
        own = {key: told for key, told in part["properties"].items() if not path or key not in names}
        blocks += [f"## {title}", table(HEADS, _rows(own))]
    links = " · ".join(f"[{name}](#{anchor(name)})" for name in sorted(names))
    blocks += ["## Commands", links]
    for command in offered():
        rows = [
            (
                code(option.name),
                option.kind + (", needed" if option.is_needed else ""),
                plain(option.help.in_language("en")),
            )
            for option in command.options
        ]
        blocks += [f"### {command.name}", plain(command.help.en)]
        blocks += [table(HEADS, rows)] if rows else []
    return generated("Scenario files", *blocks)


def scenario_schema() -> str:
    """The schema for editors."""
    return json.dumps(schema_of(offered(), "en"), ensure_ascii=False, indent=1) + "\n"


def _rows(properties: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(code(key), _kind(told), plain(told.get("description", ""))) for key, told in properties.items()]


def _kind(told: dict[str, Any]) -> str:
    if "allOf" in told:
        return _kind(told["allOf"][0])
    if "$ref" in told:
        return {"steps": "list of steps", "step": "a step", "repeat": "a repeat"}.get(
            told["$ref"].rpartition("/")[2], "table"
        )
    kind = told.get("type", "")
    words = {"string": "text", "integer": "whole number", "boolean": "true or false", "object": "table"}
    return " or ".join(words.get(each, each) for each in ([kind] if isinstance(kind, str) else kind))
