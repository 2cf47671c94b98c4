"""The text of a scenario as TOML within bounds, and the lines on which its steps begin."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import filled
from baitiao_cli.messages import scenario as texts

LARGEST_FILE = 4 * 1024 * 1024
LONGEST_LINE = 65536
MOST_KEY_PARTS = 32
MOST_NESTED = 64

# A key of very many parts takes tomllib time that grows with the square of them.
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*"""
_LONG_KEY = re.compile(rf"""(?<![\w"'-])(?:{_PART}){{{MOST_KEY_PARTS}}}""", re.ASCII)
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*(step(?:[ \t]*\.[ \t]*steps)*)[ \t]*\]\]", re.MULTILINE)


def tables_of(file: str, text: str) -> dict[str, Any]:
    """The tables of a file, with numbers that are not whole as texts of the digits that were written.

    Errors: `scenario-too-large`, `scenario-not-toml`.
    """
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST_FILE:
        raise BaitiaoError("scenario-too-large", file=file, most=f"{LARGEST_FILE:,}")
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            problem = filled(texts.LINE_TOO_LONG, line=number, most=f"{LONGEST_LINE:,}")
            raise BaitiaoError("scenario-not-toml", file=file, reason=problem)
    if _LONG_KEY.search(text):
        raise BaitiaoError("scenario-not-toml", file=file, reason=filled(texts.TOO_DEEP, most=MOST_KEY_PARTS))
    try:
        found = tomllib.loads(text, parse_float=str)  # 12.50 is never a float on its way to fen
    except tomllib.TOMLDecodeError as problem:
        told = str(problem)
        raise BaitiaoError("scenario-not-toml", file=file, reason=told[:1].lower() + told[1:]) from problem
    except RecursionError as problem:
        raise BaitiaoError("scenario-not-toml", file=file, reason=texts.NESTED) from problem
    except ValueError as problem:  # more digits than Python reads
        raise BaitiaoError("scenario-not-toml", file=file, reason=texts.NUMBER_TOO_LARGE) from problem
    if _is_deep(found):
        raise BaitiaoError("scenario-not-toml", file=file, reason=texts.NESTED)
    return found


def _is_deep(found: Mapping[str, Any]) -> bool:
    """Whether tables and lists stand in each other deeper than anybody writes."""
    level: list[Any] = [found]
    for _ in range(MOST_NESTED):
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
        ]
    return bool(level)


def lines_of(text: str, found: Mapping[str, Any]) -> dict[str, int]:
    """The line of each step's header by the step's number; nothing where the headers are not those of the steps."""
    lines: dict[str, int] = {}
    counts: list[int] = []
    line, at = 1, 0
    for header in _HEADER.finditer(text):
        depth = header[1].count("steps")
        counts = [*counts[: depth + 1], *[0] * (depth + 1 - len(counts))]
        counts[depth] += 1
        line, at = line + text.count("\n", at, header.start()), header.start()
        lines[".".join(map(str, counts))] = line
    steps = found.get("step")
    if not isinstance(steps, list) or sum("." not in number for number in lines) not in (0, len(steps)):
        return {}  # there is one in a text
    return lines if set(lines) <= set(_numbers(steps)) else {}


def _numbers(steps: list[Any], before: str = "") -> Iterator[str]:
    for number, step in enumerate(steps, start=1):
        yield f"{before}{number}"
        inner = step.get("steps") if isinstance(step, dict) else None
        if isinstance(inner, list):
            yield from _numbers(inner, f"{before}{number}.")
