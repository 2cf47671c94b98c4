"""The schema for editors takes every scenario that the program takes, and knows what it does not."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from baitiao_cli.cli.playing import offered, playable
from baitiao_cli.scenario.schema import schema_of
from tests.page_blocks import ROOT
from tests.scenario.published import CASES, scenario_of

SCHEMA = schema_of(offered(), "en")
TYPES = {
    "string": (str, date),  # editors show days as text
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
    "null": (),
}


def problems(value: Any, schema: Any, path: str = "") -> list[str]:
    """Where a value breaks the schema, of what JSON Schema has that ours uses."""
    if schema is True:
        return []
    if "$ref" in schema:
        return problems(value, SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]], path)
    if "anyOf" in schema:
        return [] if any(not problems(value, one) for one in schema["anyOf"]) else [f"{path}: none of them"]
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(
        isinstance(value, TYPES[kind]) and not (kind != "boolean" and value is True) for kind in kinds
    ):
        return [f"{path}: {kinds}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{path}: {value}"]
    if isinstance(value, list):
        return [found for item in value for found in problems(item, schema.get("items", True), f"{path}[]")]
    if not isinstance(value, dict):
        return []
    found = [problem for one in schema.get("allOf", []) for problem in problems(value, one, path)]
    found += [f"{path}.{name}: missing" for name in schema.get("required", []) if name not in value]
    for name, item in value.items():
        other = True if "-" in name and "patternProperties" in schema else schema.get("additionalProperties", True)
        inner = schema.get("properties", {}).get(name, other)
        found += [f"{path}.{name}: unknown"] if inner is False else problems(item, inner, f"{path}.{name}")
    return found


def scenarios() -> list[str]:
    """Every scenario that is shipped: the published histories, and those on the page."""
    page = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
    return [*map(scenario_of, CASES), *(block.split("```")[0] for block in page.split("```toml\n")[1:])]


@pytest.mark.parametrize("text", scenarios(), ids=range(len(scenarios())))
def test_it_takes_every_scenario_that_is_shipped(text):
    assert problems(tomllib.loads(text), SCHEMA) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("list = { statsu = 'open' }", ".step[].list.statsu: unknown"),
        ("lst = {}", ".step[].lst: unknown"),
        ("resume = {}", ".step[].resume.account: missing"),
        ("repeat.often = 3", ".step[].repeat.often: unknown"),
        ("repeat = { at_most = 3, until = { list = {} } }", ".step[].repeat.until.expect: missing"),
        ("repeat = { at_most = 3, until = { lst = {}, expect.x = 1 } }", ".step[].repeat.until.lst: unknown"),
        ("products.x.method = 3", ".step[].products.x: unknown"),
    ],
)
def test_it_knows_what_is_wrong(line, problem):
    assert problem in problems(tomllib.loads(f"[[step]]\n{line}\n"), SCHEMA)


def test_every_option_of_every_command_is_in_it_with_its_help():
    step = SCHEMA["definitions"]["step"]["properties"]
    for command in offered():
        known = playable(command.name)
        properties = step[command.name]["properties"]
        assert {name.replace("-", "_") for name in known.fields | known.shared} <= set(properties)
        for option in command.options:
            assert len(option.help.en) > 3 and option.help.zh != option.name, (command.name, option.name)


def test_what_an_option_means_is_told_as_the_help_of_the_command_tells_it(run):
    asked = {
        "show": {"account": "Id of an account, such as A1.", "reason": "Why; goes with --unmask."},
        "refund": {"plan": "Id of a plan, such as A1P2."},
        "capture": {"amount": "How much of it in yuan; default: all."},
        "approval": {"kind": "What is done: limit-raise, waiver"},
        "audit": {"proposal": "Only what was done to this account, by this operator, or about this proposal."},
    }
    step = SCHEMA["definitions"]["step"]["properties"]
    for command, expected in asked.items():
        page = " ".join(run(command, "--help").out.split())
        for name, text in expected.items():
            assert step[command]["properties"][name]["description"].startswith(text), (command, name)
            assert text in page
