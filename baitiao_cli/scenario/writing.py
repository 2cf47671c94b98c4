"""Writes a scenario as TOML: what is read by people stands first, tables of figures a line each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.account.terms import Product

LINE = 100
"""From how many characters on a list has a line for each item."""

_LEFT_OUT = {"id", "version", "name_en", "name_zh", "about_en", "about_zh"}


def toml_of(title: str, products: Mapping[str, Product], steps: Sequence[Mapping[str, Any]]) -> str:
    """The text of a scenario whose steps are tables as a file has them."""
    lines = [f"title = {_value(title)}"]
    for name, product in products.items():
        lines += ["", f"[products.{name}]", *_product_lines(product)]
    for step in steps:
        lines += ["", *_step_lines(step, "step")]
    return "\n".join(lines) + "\n"


def _step_lines(step: Mapping[str, Any], header: str) -> Iterator[str]:
    yield f"[[{header}]]"
    for key, value in step.items():
        if key == "steps":
            for inner in value:
                yield from ["", *_step_lines(inner, f"{header}.steps")]
        elif key == "expect":
            for name, expected in value.items():
                yield from _expected_lines(name, expected)
        else:
            yield f"{_key(key)} = {_value(value)}"


def _expected_lines(name: str, expected: Any) -> Iterator[str]:
    line = f"expect.{_key(name)} = {_value(expected)}"
    if len(line) <= LINE or not isinstance(expected, list):
        yield line
        return
    yield f"expect.{_key(name)} = ["
    yield from (f"  {_value(item)}," for item in expected)
    yield "]"


def _product_lines(product: Product) -> Iterator[str]:
    usual = {field.name: field.default for field in msgspec.structs.fields(Product)}
    for key, value in msgspec.to_builtins(product).items():
        if key not in _LEFT_OUT and value is not None and value != usual[key] and value not in ([], {}):
            yield f"{key} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        cells = ", ".join(
            f"{_key(key.replace('-', '_'))} = {_value(item)}" for key, item in value.items() if item is not None
        )
        return f"{{ {cells} }}" if cells else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=True)


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() and key.isascii() else json.dumps(key)
