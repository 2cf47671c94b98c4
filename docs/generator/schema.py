"""JSON Schema of documents, from what was observed in some and what the records that they are made of declare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

import msgspec

Schema = dict[str, Any]

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z")
ENOUGH = (
    0.6  # of a record's fields must stand in an object that is to be taken for it: some are left out or told otherwise
)
NULL: Schema = {"type": "null"}

Declared = Mapping[type, Mapping[str, Schema]]


def declared_types(records: Iterable[type]) -> Declared:
    """What each of the records, and those inside them, declares of its fields, by the key in the document."""
    found: dict[type, dict[str, Schema]] = {}
    waiting = [record for record in records if _is_record(record)]
    while waiting:
        record = waiting.pop()
        if record in found:
            continue
        found[record] = {}
        for field in msgspec.structs.fields(record):
            waiting += _records_in(field.type)
            schema = _declared(field.type)
            if schema is not None:
                found[record][field.encode_name] = schema
    return found


def _is_record(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _records_in(kind: object) -> list[type]:
    if isinstance(kind, type) and _is_record(kind):
        return [kind]
    return [record for part in get_args(kind) for record in _records_in(part)]


def _declared(kind: object) -> Schema | None:
    """The schema of a field, with what it refers to written out; `None` of what JSON has no word for."""
    try:
        schema = msgspec.json.schema(kind)
    except TypeError:
        return None
    names = schema.pop("$defs", {})
    return _written_out(schema, names)


def _written_out(schema: Any, names: Mapping[str, Schema]) -> Any:
    if isinstance(schema, list):
        return [_written_out(part, names) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _written_out(names[schema["$ref"].rpartition("/")[2]], names)
    left_out = {"title", "description", "default", "format" if schema.get("format") != "date" else ""}
    told = {key: _written_out(value, names) for key, value in schema.items() if key not in left_out}
    # A field with a default may be left out of what is read; what we write has all.
    return told | ({"required": list(told["properties"])} if "properties" in told else {})


def observed(value: object, declared: Declared) -> Schema:
    """The schema of one value; what the records declare says what else might have stood in it."""
    if isinstance(value, dict):
        told = {key: _key(key, item, value, declared) for key, item in value.items()}
        return {"type": "object", "properties": told, "required": list(value)}
    if isinstance(value, list):
        return {"type": "array", "items": merged([observed(item, declared) for item in value])}
    if isinstance(value, str):
        form = "date" if DATE.fullmatch(value) else "date-time" if INSTANT.fullmatch(value) else ""
        return {"type": "string", "format": form} if form else {"type": "string"}
    kinds: dict[type, str] = {bool: "boolean", int: "integer", type(None): "null"}
    return {"type": kinds[type(value)]}


def _key(key: str, value: object, whole: Mapping[str, object], declared: Declared) -> Schema:
    seen = observed(value, declared)
    also = _declared_of(key, whole, declared)
    if also is None:
        return seen
    if value is None:
        return merged([also, seen])
    if not value and isinstance(value, (list, dict)):
        return also
    choices = also.get("anyOf", [also])
    if seen["type"] == "string" and "format" not in seen:
        words = [choice for choice in choices if "enum" in choice]
        seen = words[0] if words and value in words[0]["enum"] else seen
    return merged([seen, NULL]) if _allows_null(also) else seen


def _allows_null(schema: Schema) -> bool:
    return any(
        choice.get("type") == "null" or None in choice.get("enum", ()) for choice in schema.get("anyOf", [schema])
    )


def _declared_of(key: str, whole: Mapping[str, object], declared: Declared) -> Schema | None:
    """What the record that the object was most likely made of declares of the key."""
    best: tuple[float, int, Schema] | None = None
    for record, fields in declared.items():
        names = [field.encode_name for field in msgspec.structs.fields(record)]
        share = sum(name in whole for name in names) / len(names) if names else 0
        if key in fields and share >= ENOUGH and (best is None or (share, len(names)) > best[:2]):
            best = (share, len(names), fields[key])
    return best[2] if best else None


def merged(schemas: Sequence[Schema]) -> Schema:
    """The schema of whatever fits one of the schemas; `{}` of none is anything."""
    choices: list[Schema] = []
    for schema in schemas:
        for choice in schema.get("anyOf", [schema]):
            if choice:
                _add(choices, choice)
    choices.sort(key=lambda choice: choice.get("type") == "null")
    if not choices:
        return {}
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _add(choices: list[Schema], new: Schema) -> None:
    for place, old in enumerate(choices):
        if old == new:
            return
        if old.get("type") != new.get("type"):
            continue
        if new.get("type") == "object":
            choices[place] = _objects(old, new)
        elif new.get("type") == "array":
            choices[place] = {"type": "array", "items": merged([old.get("items", {}), new.get("items", {})])}
        elif "enum" in old and "enum" in new:
            choices[place] = {"enum": [*old["enum"], *(word for word in new["enum"] if word not in old["enum"])]}
        else:
            choices[place] = {"type": new["type"]}
        return
    if "enum" in new and any(choice.get("type") == "string" for choice in choices):
        return
    if new.get("type") == "string":
        choices[:] = [choice for choice in choices if "enum" not in choice]
    choices.append(new)


def _objects(one: Schema, other: Schema) -> Schema:
    properties = dict(one.get("properties", {}))
    for key, schema in other.get("properties", {}).items():
        properties[key] = merged([properties[key], schema]) if key in properties else schema
    both = [key for key in one.get("required", ()) if key in other.get("required", ())]
    told = {"type": "object", "properties": properties, "required": both}
    more = [schema["additionalProperties"] for schema in (one, other) if "additionalProperties" in schema]
    return told | ({"additionalProperties": more[0]} if more else {})
