"""`baitiao batch`: many verbs from JSON lines or CSV; the same words and readers as on the command line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import msgspec

from baitiao_cli.actions.batch import BATCH, VERBS, BatchAsked, BatchLine
from baitiao_cli.cli.fields import Field, fields_of_function, values_of
from baitiao_cli.cli.files import NotJsonError, read_json, text_of
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, flag, free_name, naming, shown
from baitiao_cli.cli.verbs import builders, run_verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, commands, filled, labels
from baitiao_cli.messages.nearest import nearest_told
from baitiao_cli.show.batch import batch_document
from baitiao_cli.show.document import Document

COMMON = ("verb", "on", "request-id")
Line = dict[str, str | bool]
"""The fields of one line: texts, and true or false for flags."""


@command("batch", write=True, more=filled(commands.BATCH_LINES, verbs=", ".join(VERBS)))
def batch(request: Request, file: Annotated[str, argument("FILE|-", shown)]) -> Document:
    """Does many verbs in one transaction, with a result per line."""
    lines = [read_line(number, given) for number, given in read_file(file)]
    return run_verb(request, BATCH, BatchAsked(lines=lines), batch_document)


def read_file(file: str) -> Iterator[tuple[int, Line]]:
    """The lines of a file (`-` is standard input) with their numbers: JSON objects, or CSV rows under a header."""
    text = text_of(file)
    number, first = next(((at, line) for at, line in enumerate(text.split("\n"), start=1) if line.strip()), (1, ""))
    if first.lstrip().startswith("["):
        raise _malformed(number, labels.A_JSON_LIST)
    reader = _json_lines if first.lstrip().startswith("{") else _csv_rows
    return reader(text)


def _json_lines(text: str) -> Iterator[tuple[int, Line]]:
    """Numbers keep the digits that were written: 12.50 is never a float on its way to fen."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _json_object(number, line)


def _json_object(number: int, line: str) -> Line:
    try:
        given = read_json(line)
    except NotJsonError as problem:
        raise _malformed(number, problem.reason) from problem
    if not isinstance(given, dict):
        raise _malformed(number, labels.NOT_AN_OBJECT)
    for key, value in given.items():
        if not isinstance(value, str | bool):
            raise _malformed(number, filled(labels.NOT_A_TEXT, key=key[:32]))
    return given


def _csv_rows(text: str) -> Iterator[tuple[int, Line]]:
    """Rows under a header of option names; an empty cell is an option that is not given."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    number = 1
    try:
        for row in reader:
            is_blank = not any(cell.strip() for cell in row)
            if header and not is_blank:
                if len(row) != len(header):
                    raise _malformed(number, filled(labels.CELLS, count=len(row), expected=len(header)))
                yield number, {key: value for key, value in zip(header, row, strict=True) if value != ""}
            elif not is_blank:
                header = _header(number, row)
            number = reader.line_num + 1
    except csv.Error as problem:
        raise _malformed(number, labels.NOT_CSV) from problem


def _header(number: int, row: list[str]) -> list[str]:
    header = [name.strip() for name in row]
    twice = [name for name in header if header.count(name) > 1]
    if twice:
        raise _malformed(number, filled(labels.KEY_TWICE, key=twice[0][:32]))
    if "verb" not in header:
        raise _malformed(number, labels.NO_VERB_COLUMN)
    return header


def _malformed(number: int, reason: Text) -> BaitiaoError:
    return _line_error("line-malformed", number, reason=reason)


def _line_error(code: str, number: int, **details: object) -> BaitiaoError:
    error = BaitiaoError(code, **details)
    error.line = number
    return error


def read_line(number: int, given: Line) -> BatchLine:
    """One line as typed values: the options of the verb by name, without dashes in front; _ in a name is -."""
    given = _dashed(number, given)
    try:
        texts = {key: _text(number, key, given[key]) for key in COMMON if key in given}
        if "verb" not in texts:
            raise BaitiaoError("field-missing", field="verb", verb="batch")
        name = texts["verb"]
        if name not in VERBS:
            raise BaitiaoError("verb-unknown", text=name[:32], nearest=nearest_told(name, VERBS))
        values = _values(number, name, given)
        asked = builders[name](**values)
        return BatchLine(
            line=number,
            verb=name,
            asked=msgspec.to_builtins(asked),
            on=day(texts["on"]) if "on" in texts else None,
            request_id=naming("request-id", free_name)(texts["request-id"]) if "request-id" in texts else "",
        )
    except BaitiaoError as error:
        error.line = number
        raise


def _dashed(number: int, given: Line) -> Line:
    """The line with its names as the command line has them; `line-malformed` where two are one."""
    dashed = {key.replace("_", "-"): value for key, value in given.items()}
    if len(dashed) < len(given):
        twice = next(key for key in given if "_" in key and key.replace("_", "-") in given)
        raise _malformed(number, filled(labels.KEY_TWICE, key=twice[:32]))
    return dashed


@cache
def fields_of(verb: str) -> dict[str, Field]:
    """The verb's own options by name, as the command line declares them."""
    import_module(f"baitiao_cli.cli.{MODULES[verb]}")
    return fields_of_function(builders[verb])


def _values(number: int, verb: str, given: Line) -> dict[str, Any]:
    """The values of the verb's own options, each read by the reader that the command line uses."""
    fields = fields_of(verb)
    values = values_of(verb, fields, given, COMMON)
    return {
        field.parameter: naming(key, field.reader)(
            given[key] if field.reader is flag else _text(number, key, given[key])
        )
        for key, field in values.items()
    }


def _text(number: int, key: str, value: str | bool) -> str:
    """The text of a field that is no flag."""
    if isinstance(value, bool):
        raise _malformed(number, filled(labels.NOT_A_FLAG, key=key[:32]))
    return value
