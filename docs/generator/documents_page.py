"""The reference of JSON: what stands in the document of each command, for people and as a JSON Schema."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from baitiao_cli.messages.columns import LABELS
from baitiao_cli.messages.commands import SECTIONS
from docs.generator.documents import answers
from docs.generator.markdown import anchor, code, generated, plain, prose, table
from docs.generator.program import command_names, sections
from docs.generator.schema import Schema, merged

ABOUT = (
    "With `--json` a command answers with one document on one line (indented on a terminal), and nothing else on "
    "standard output:"
)
DOCUMENT = '{"schema": "baitiao/v1", "as_of": "2026-11-21", "data": {...}}'
AROUND = [
    ("`schema`", "`baitiao/v1`", "the name of the format; another name would be another format"),
    ("`as_of`", "date", "the day that the answer is about"),
    ("`data`", "object", "the answer, as below"),
    ("`known_at`", "object", "only with `--known-at`: the last event that was known"),
    ("`repeated`", "`true`", "only when a request id had been answered before: this is that answer"),
]
ERROR = [
    ("`code`", "text", "the error's name; see [errors](errors.md)"),
    ("`message`, `hint`", "text", "what it says, in the language asked for"),
    ("`account_id`, `event_id`, ...", "text", "the ids that it is about"),
    ("`line`", "number", "of a batch or a scenario: the line that met it"),
    ("`file`", "text", "of a scenario: the file in which that line is"),
    ("`step`", "number", "of a `what-if` of several steps: the one that met it"),
]
STABLE = (
    "Keys may be added, within `baitiao/v1` none is removed or renamed, and none changes what stands in it: take what "
    "you need and pass over what you do not know. The same is written as a JSON Schema in [schema.json](schema.json), "
    "by the name of the command."
)
ENDINGS = [
    ("`_fen`", "whole fen, a number up to 2^53 - 1; 100 fen are 1 yuan", "`credit_fen`"),
    ("`_on`", "a date, `2026-11-21`", "`due_on`"),
    ("`_at`", "an instant in UTC, `2026-11-21T04:05:06.123456Z`", "`recorded_at`"),
    ("`_pct`", "per cent, a decimal as text", "`simple_pct`"),
    ("`_ppb`", "a rate in parts per billion: 6000000 is 0.6%", "`annual_cap_ppb`"),
    ("`_days`, `days_`", "whole days", "`days_past_due`"),
    ("`_count`, `number`", "whole numbers", "`installment_count`"),
    ("`_id`", "an id as the commands take it", "`plan_id`"),
]
TYPES = {"string": "text", "integer": "number", "boolean": "true or false", "null": "null"}
UNITS = {"fen": "fen", "pct": "per cent", "ppb": "parts per billion", "days": "days"}
OFTEN = 3
LARGE = 4

Keys = tuple[str, ...]


def json_page() -> str:
    """The page of all documents, by command."""
    shapes = _shapes()
    named = [
        (
            SECTIONS[section].in_language("en"),
            " · ".join(f"[{name}](#{anchor(name)})" for name in command_names(section)),
        )
        for section in sections()
    ]
    blocks = [
        prose(ABOUT),
        f"```json\n{DOCUMENT}\n```",
        table(("key", "what", "meaning"), AROUND),
        prose(STABLE),
        "## Units",
        "What a key ends in says what stands in it:",
        table(("ending", "what", "such as"), ENDINGS),
        "## Errors",
        prose('An error is a document on standard error, `{"schema": "baitiao/v1", "error": {...}}`, with'),
        table(("key", "what", "meaning"), ERROR),
        "## Commands",
        table(("", "commands"), named),
    ]
    for section in sections():
        for name in command_names(section):
            blocks += [f"### {name}", _keys(answers()[name], shapes, {})]
    blocks += ["## Shapes", "Objects that stand in several documents:"]
    for keys, name in sorted(shapes.items(), key=lambda shape: shape[1]):
        blocks += [f"### {name} (shape)", _keys(_whole(keys), shapes, {keys: ""})]
    if unused := set(_unlabelled()) - {key for _, schema in _everywhere() for key in schema["properties"]}:
        unused -= {key for schema in answers().values() for key in _top(schema)}
        if unused:
            raise LookupError(f"no document has the keys {sorted(unused)} of meanings.toml")
    return generated("JSON", *blocks)


def json_schema() -> str:
    """The same as a JSON Schema: `$defs` has the `data` of each command under its name."""
    told = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "baitiao/v1",
        "description": "What commands answer with --json; $defs has the data of each command under its name.",
        "type": "object",
        "properties": {
            "schema": {"const": "baitiao/v1"},
            "as_of": {"type": "string", "format": "date"},
            "data": {"type": "object"},
        },
        "required": ["schema", "as_of", "data"],
        "$defs": {
            **{name: _referring(schema) for name, schema in answers().items()},
            **{f"{name} (shape)": _referring(_whole(keys), keys) for keys, name in _shapes().items()},
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _referring(schema: Any, itself: Keys = ()) -> Any:
    """A schema in which the objects that stand in several documents are named and not written out."""
    if isinstance(schema, list):
        return [_referring(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    keys = tuple(schema.get("properties", ())) if isinstance(schema.get("properties"), dict) else ()
    if keys in _shapes() and keys != itself:
        return {"$ref": f"#/$defs/{_shapes()[keys]} (shape)".replace(" ", "%20")}
    if keys:
        return schema | {"properties": {key: _referring(inside) for key, inside in schema["properties"].items()}}
    return {key: _referring(inside) for key, inside in schema.items()}


def _objects(schema: Schema, under: str) -> Iterator[tuple[str, Schema]]:
    """All objects with fixed keys in a schema, each with the key that it stands under."""
    for choice in schema.get("anyOf", [schema]):
        if "properties" in choice:
            yield under, choice
            for key, inside in choice["properties"].items():
                yield from _objects(inside, key)
        if "items" in choice:
            yield from _objects(choice["items"], under)


def _everywhere() -> Iterator[tuple[str, Schema]]:
    for schema in answers().values():
        for key, inside in _top(schema).items():
            yield from _objects(inside, key)


def _top(schema: Schema) -> dict[str, Schema]:
    properties: dict[str, Schema] = schema["properties"]
    return properties


@cache
def _shapes() -> dict[Keys, str]:
    """The objects that stand in several documents: their keys, and the name that most of them stand under."""
    names: dict[Keys, Counter[str]] = {}
    for under, schema in _everywhere():
        names.setdefault(tuple(schema["properties"]), Counter())[under] += 1
    found: dict[Keys, str] = {}
    for keys, counted in names.items():
        if counted.total() >= OFTEN and len(keys) >= LARGE:
            name = min(counted, key=lambda under: (-counted[under], under))
            taken = sum(other.partition(" ")[0] == name for other in found.values())
            found[keys] = f"{name} {taken + 1}" if taken else name
    return found


def _whole(keys: Keys) -> Schema:
    return merged([schema for _, schema in _everywhere() if tuple(schema["properties"]) == keys])


def _keys(schema: Schema, shapes: dict[Keys, str], told: dict[Keys, str]) -> str:
    rows = list(_rows(schema, "", shapes, told))
    return table(("key", "what", "meaning"), rows) if rows else "Nothing."


def _rows(schema: Schema, path: str, shapes: dict[Keys, str], told: dict[Keys, str]) -> Iterator[tuple[str, str, str]]:
    """One row a key, what is inside an object under a longer path."""
    for choice in schema.get("anyOf", [schema]):
        here = path
        while "items" in choice:
            choice, here = choice["items"], f"{here}[]"  # noqa: PLW2901
        for inner in choice.get("anyOf", [choice]):
            if here and tuple(inner.get("properties", ())) in shapes:
                continue
            for key, inside in inner.get("properties", {}).items():
                always = key in inner.get("required", ())
                name = f"{here}.{key}" if here else key
                yield code(name), _what(key, inside, shapes) + ("" if always else "; not always"), _meaning(key)
                yield from _rows(inside, name, shapes, told)


def _what(key: str, schema: Schema, shapes: dict[Keys, str]) -> str:
    return " or ".join(dict.fromkeys(_kind(key, choice, shapes) for choice in schema.get("anyOf", [schema])))


def _kind(key: str, schema: Schema, shapes: dict[Keys, str]) -> str:
    if "enum" in schema:
        return ", ".join("null" if word is None else code(str(word)) for word in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_what(key, schema.get('items', {}), shapes)}"
    if schema.get("type") == "object":
        name = shapes.get(tuple(schema.get("properties", ())))
        return f"[{name}](#{anchor(name + ' (shape)')})" if name else "object"
    if "format" in schema:
        return {"date": "date", "date-time": "instant"}[schema["format"]]
    if schema.get("type") in ("integer", "string") and (unit := UNITS.get(key.rpartition("_")[2])):
        return unit
    return TYPES.get(schema.get("type", ""), "anything")


def _meaning(key: str) -> str:
    label = LABELS.get(key)
    return (
        f"{plain(label.in_language('en'))} · {plain(label.in_language('zh'))}" if label else _unlabelled().get(key, "")
    )


@cache
def _unlabelled() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("meanings.toml").read_text(encoding="utf-8"))
