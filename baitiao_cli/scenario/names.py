"""The names of a scenario: variables, figures drawn from its seed, and the answers that its steps were given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from baitiao_cli.calc.money import MAX_FEN, format_yuan, parse_yuan, shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.scenario.draw import Draw

MISSING = object()
"""What a list has not got, or what stands below nothing."""
UNKNOWN = object()
"""What stands at a key that the answer has not: a slip of the pen, not nothing."""
LENGTH = "length"

NAME = re.compile(r"[^\W\d][\w-]{0,31}")
"""What a variable or an answer may be called."""
RESERVED = {"random", "round"}
"""Names that are filled in without being given."""

_REFERENCE = re.compile(r"\{\{|\}\}|\{([^{}]+)\}|[{}]")


def look_up(data: Any, keys: Sequence[str]) -> Any:
    """What stands at a path in the data of an answer; `MISSING` or `UNKNOWN` where nothing does.

    A key of a list is a place in it from 0, or from the end with -1, or the id of what stands there; `length` counts
    it. A key without `_fen` finds the amount that has it, as text in yuan. Of an item that a list has not got the keys
    are those of the others.

    >>> look_up({"rows": [{"total_fen": 1250}]}, ["rows", "-1", "total"])
    '12.50'
    >>> look_up({"rows": [{"total_fen": 1250}]}, ["rows", "7", "totl"]) is UNKNOWN
    True
    """
    for place, key in enumerate(keys):
        if data is MISSING or data is UNKNOWN:
            return data
        if data is None:
            return MISSING
        if isinstance(data, Mapping):
            data = _value(data, key, is_last=place == len(keys) - 1)
        elif not isinstance(data, list | tuple):
            return UNKNOWN
        elif key == LENGTH:
            data = len(data)
        else:
            items, data = data, _item(data, key)
            if data is MISSING and not _is_known(items, keys[place + 1 : place + 2]):
                return UNKNOWN
    return data


def _value(data: Mapping[str, Any], key: str, *, is_last: bool) -> Any:
    if key not in data and f"{key}_fen" in data and is_last:
        fen = data[f"{key}_fen"]
        return format_yuan(fen).replace(",", "") if type(fen) is int else fen
    return data.get(key, UNKNOWN)


def _is_known(items: Sequence[Any], keys: Sequence[str]) -> bool:
    """Whether an item of the list has the keys; a list without items does not tell what they would have."""
    return not items or any(look_up(item, keys) is not UNKNOWN for item in items)


def _item(items: Sequence[Any], key: str) -> Any:
    if re.fullmatch(r"-?[0-9]{1,9}", key, re.ASCII):
        place = int(key)
        return items[place] if -len(items) <= place < len(items) else MISSING
    ids = [_ids(item) for item in items]
    if items and not any(ids):
        return UNKNOWN
    return next((item for item, known in zip(items, ids, strict=True) if key in known), MISSING)


def _ids(item: Any) -> list[Any]:
    """By what an item of a list can be named."""
    if not isinstance(item, Mapping):
        return []
    return [value for name, value in item.items() if name.endswith("_id") or name == "ledger_account"]


class Names:
    """What stands behind `{name}` in the texts of a scenario; the same seed draws the same, in the order asked."""

    def __init__(self, variables: Mapping[str, Any], seed: int) -> None:
        self._draw = Draw(seed)
        self._variables = dict(variables)
        self.answers: dict[str, Any] = {}
        self.rounds: list[int] = []

    def filled(self, value: Any) -> Any:
        """The value with every `{name}` in its texts filled in; what is nothing but a name keeps its kind.

        Errors: `scenario-name-unknown`, `scenario-brace-alone`.
        """
        if isinstance(value, str):
            return self._text(value) if "{" in value or "}" in value else value
        if isinstance(value, dict):
            return {key: self.filled(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.filled(item) for item in value]
        return value

    def _text(self, text: str) -> Any:
        whole = _REFERENCE.fullmatch(text)
        if whole is not None and whole[1]:
            return self._value(whole[1])
        return _REFERENCE.sub(lambda found: str(self._value(found[1])) if found[1] else _brace(found[0], text), text)

    def _value(self, name: str) -> Any:
        first, _, rest = name.partition(".")
        if first == "random" and rest in _DRAWN:
            return _DRAWN[rest](self._draw)
        if first == "round" and not rest and self.rounds:
            return self.rounds[-1]
        if first in self._variables and not rest:
            return self._drawn(first, self._variables[first])
        found = look_up(self.answers[first], rest.split(".")) if first in self.answers and rest else UNKNOWN
        if found is MISSING or found is UNKNOWN or isinstance(found, Mapping | list | tuple):
            raise BaitiaoError("scenario-name-unknown", name=name[:64], offered=", ".join(self._offered()))
        return found

    def _offered(self) -> list[str]:
        return [*self._variables, *self.answers, *(f"random.{name}" for name in _DRAWN), "round"]

    def _drawn(self, name: str, value: Any) -> Any:
        """A variable: itself, or drawn anew each time that it is asked for; bounds of text are amounts in yuan."""
        if not isinstance(value, dict):
            return value
        choices, bounds = value.get("one_of"), value.get("between")
        if len(value) == 1 and isinstance(choices, list) and choices:
            return self._draw.one_of(choices)
        if len(value) != 1 or not isinstance(bounds, list) or len(bounds) != 2:
            raise BaitiaoError("scenario-draw-malformed", name=name[:32])
        if all(isinstance(bound, str) for bound in bounds):
            least, most = map(parse_yuan, bounds)
            return format_yuan(self._between(name, least, most)).replace(",", "")
        if not all(type(bound) is int and abs(bound) <= MAX_FEN for bound in bounds):
            raise BaitiaoError("scenario-draw-malformed", name=name[:32])
        return self._between(name, *bounds)

    def _between(self, name: str, least: int, most: int) -> int:
        if least > most:
            raise BaitiaoError("scenario-draw-malformed", name=name[:32])
        return self._draw.between(least, most)


def _brace(found: str, text: str) -> str:
    """The brace that two of them stand for."""
    if len(found) == 1:
        raise BaitiaoError("scenario-brace-alone", text=shortened(text))
    return found[0]


_DRAWN: dict[str, Callable[[Draw], str]] = {"name": Draw.name, "phone": Draw.phone, "id_number": Draw.id_number}
