"""What a step expects of its answer, figure by figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from baitiao_cli.calc.money import format_yuan, parse_yuan
from baitiao_cli.scenario.names import LENGTH, MISSING, UNKNOWN, look_up
from baitiao_cli.scenario.scenario import Difference, DifferenceKind

YUAN = re.compile(r"-?[0-9]{1,32}\.[0-9]{2}")
NONE = "none"
"""How a scenario writes that there is nothing, for TOML has no word for it."""


def differences(expected: Any, found: Any, path: str = "") -> Iterator[Difference]:
    """Where `found` is not as expected: of a table the keys that are, of a list every item and its length.

    A path may be written as tables in tables or as one key with dots in it. An amount under a key without `_fen` is
    expected in yuan; `amount-malformed` if it is none.

    >>> [each.path for each in differences({"rows.0.total": "12.60"}, {"rows": [{"total_fen": 1250}]})]
    ['rows.0.total']
    """
    if found is UNKNOWN:
        yield Difference(path=path, expected=plain(expected), found=None, kind="unknown")
    elif isinstance(expected, dict) and (found is None or isinstance(found, Mapping | list | tuple)):
        for key, inner in expected.items():
            keys = key.split(".")
            yield from differences(inner, look_up(found, keys), f"{path}.{key}" if path else key)
    elif isinstance(expected, list) and isinstance(found, list | tuple):
        if len(expected) != len(found):
            yield Difference(path=f"{path}.{LENGTH}", expected=len(expected), found=len(found))
        for place, (inner, item) in enumerate(zip(expected, found, strict=False)):
            yield from differences(inner, item, f"{path}.{place}")
    else:
        wanted, there = plain(expected), plain(found)
        if not (_same(wanted, there) or (wanted == NONE and there is None) or _same_amount(wanted, there)):
            yield Difference(path=path, expected=wanted, found=there, kind=_kind(wanted, there))


def _kind(wanted: Any, there: Any) -> DifferenceKind:
    """Whether they cannot be compared, for one is a text and the other a number, or a table: an amount is either."""
    kinds = {kind_of(wanted), kind_of(there)}
    is_amount = kinds == {"text", "number"} and isinstance(there, str) and is_yuan(there)
    return "figure" if len(kinds) == 1 or is_amount or wanted == NONE or there is None else "other"


def kind_of(value: Any) -> str:
    """The kind of a value that JSON has: text, number, flag, table or list; "" of none."""
    kinds: dict[type, str] = {bool: "flag", int: "number", str: "text", dict: "table", list: "list"}
    return kinds.get(type(value), "")


def is_yuan(text: str) -> bool:
    """Whether a text is an amount as answers have it.

    >>> is_yuan("-1234.50"), is_yuan("2026-01")
    (True, False)
    """
    return YUAN.fullmatch(text) is not None


def _same(wanted: Any, there: Any) -> bool:
    return bool(wanted == there) and isinstance(wanted, bool) == isinstance(there, bool)


def plain(value: Any) -> Any:
    """The value as JSON has it."""
    if value is MISSING or value is UNKNOWN:
        return None
    if isinstance(value, bool | int | str) or value is None:
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return str(value)


def _same_amount(wanted: Any, there: Any) -> bool:
    """Whether a figure in yuan is written otherwise only: 5 and 5.00, 1,234.5 and 1234.50."""
    if isinstance(wanted, bool) or not isinstance(wanted, int | str) or not isinstance(there, str):
        return False
    text = str(wanted)
    digits = text.removeprefix("-")
    if not digits[:1].isascii() or not digits[:1].isdigit() or not is_yuan(there):
        return False
    if not digits.replace("0", "").replace(".", "").replace(",", ""):
        return there.replace("0", "") == "." and len(digits) <= 32
    return text[:1] == there[:1] and format_yuan(parse_yuan(digits)).replace(",", "") == there.removeprefix("-")
