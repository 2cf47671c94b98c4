"""What commands read: whole files or standard input as text, and JSON that keeps the digits that were written."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, filled, labels

MAX_BYTES = 64 * 1024 * 1024


class NotJsonError(ValueError):
    """A text that is not the JSON we read, and why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def text_of(file: str) -> str:
    """The text of a file; `-` is standard input.

    Raises `file-unreadable`, `file-too-large` or `file-not-utf8`.
    """
    try:
        if file == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
        else:
            with Path(file).open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
    except OSError as problem:
        raise BaitiaoError("file-unreadable", file=file, reason=problem.strerror) from problem
    if len(data) > MAX_BYTES:
        raise BaitiaoError("file-too-large", file=file)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise BaitiaoError("file-not-utf8", file=file) from problem


def read_json(text: str) -> Any:
    """One JSON document; numbers are texts with the digits that were written, and a key may stand only once.

    Raises `NotJsonError`.

    >>> read_json('{"amount": 12.50}')  # never a float on its way to fen
    {'amount': '12.50'}
    """
    repeated: list[str] = []

    def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            repeated.extend(name for name in names if names.count(name) > 1)
        return found

    try:
        given = json.loads(text, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=without_repeats)
    except json.JSONDecodeError as problem:
        raise NotJsonError(_where(problem)) from problem
    except RecursionError as problem:
        raise NotJsonError(labels.NOT_AN_OBJECT) from problem
    if repeated:
        raise NotJsonError(filled(labels.KEY_TWICE, key=repeated[0][:32]))
    return given


def _where(problem: json.JSONDecodeError) -> Text:
    if problem.lineno == 1:
        return filled(labels.NOT_JSON, column=problem.colno)
    return filled(labels.NOT_JSON_AT, line=problem.lineno, column=problem.colno)
