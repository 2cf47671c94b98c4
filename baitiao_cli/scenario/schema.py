"""The JSON schema of scenario files, for editors: made of the commands as they are, so that it knows all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import msgspec

from baitiao_cli.account.terms import Product
from baitiao_cli.messages import Text
from baitiao_cli.messages import scenario as texts
from baitiao_cli.scenario.scenario import MOST_STEPS

Kind = Literal["text", "money", "day", "flag"]

NEVER_NEEDED = {"id", "version", "name_en", "name_zh", "about_en", "about_zh"}
"""What the table of a product has for itself."""

_TEXT = {"type": ["string", "integer", "number"]}
_DAY = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 1, "maximum": MOST_STEPS}
_KINDS: dict[Kind, dict[str, Any]] = {
    "text": _TEXT,
    "money": _TEXT,
    "day": _DAY,
    "flag": {"type": ["boolean", "string"]},
}


class Option(NamedTuple):
    """An option of a command: its name without dashes, what it takes, whether it must be given, and its help."""

    name: str
    kind: Kind
    is_needed: bool
    help: Text


class Offered(NamedTuple):
    """A command that steps may name, with its help and its options."""

    name: str
    help: Text
    options: Sequence[Option]


def schema_of(commands: Sequence[Offered], language: str) -> dict[str, Any]:
    """The schema, with its help in a language."""
    _, products = msgspec.json.schema_components([Product], ref_template="#/definitions/{name}")
    product = products["Product"]
    product["required"] = [name for name in product["required"] if name not in NEVER_NEEDED]
    told = {name: text.in_language(language) for name, text in texts.SCHEMA.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": told["file"],
        "type": "object",
        "required": ["step"],
        "additionalProperties": False,
        "properties": {
            "title": {"type": "string", "description": told["title"]},
            "seed": {"type": "integer", "description": told["seed"]},
            "operator": {"type": "string", "description": told["operator"]},
            "vars": {"type": "object", "description": told["vars"]},
            "products": {"additionalProperties": {"$ref": "#/definitions/Product"}, "description": told["products"]},
            "step": {"$ref": "#/definitions/steps"},
        },
        "definitions": {
            **products,
            "steps": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/step"}},
            "step": _step(commands, told, language),
            "repeat": _repeat(told),
        },
    }


def _step(commands: Sequence[Offered], told: dict[str, str], language: str) -> dict[str, Any]:
    own = {
        "today": _DAY | {"description": told["today"]},
        "as": {"type": "string", "description": told["as"]},
        "about": {"type": "string", "description": told["about"]},
        "expect": {"type": "object", "description": told["expect"]},
        "error": {"type": "string", "description": told["error"]},
        "repeat": {"$ref": "#/definitions/repeat"},
        "together": {"type": "boolean", "description": told["together"]},
        "steps": {"$ref": "#/definitions/steps"},
    }
    played = {command.name: _command(command, language) for command in commands}
    return {"type": "object", "additionalProperties": False, "properties": own | played}


def _repeat(told: dict[str, str]) -> dict[str, Any]:
    properties = {
        "times": _COUNT | {"description": told["times"]},
        "at_most": _COUNT | {"description": told["at_most"]},
        "until": {"allOf": [{"$ref": "#/definitions/step"}], "required": ["expect"], "description": told["until"]},
    }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _command(command: Offered, language: str) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    needed = []
    for option in command.options:
        name, told = option.name.replace("-", "_"), {"description": option.help.in_language(language)}
        properties[name] = _KINDS[option.kind] | told
        if option.kind == "money":
            properties[f"{name}_fen"] = {"type": ["integer", "string"]} | told
        elif option.is_needed:
            needed.append(name)
    return {
        "type": "object",
        "description": command.help.in_language(language),
        "additionalProperties": False,
        "properties": properties,
        "patternProperties": {"-": True},
        **({"required": needed} if needed else {}),
    }
