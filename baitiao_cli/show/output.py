"""Writes a document in the format that was asked for: a table on a terminal, plain text in a pipe, CSV, JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, TextIO

from baitiao_cli.messages import Text
from baitiao_cli.show.cells import heading, row_cells, total_cells
from baitiao_cli.show.document import Column, Document, Table
from baitiao_cli.show.text import escaped, is_printable, printable

PIPE_COLUMNS = 80
"""How wide a chart is where no terminal says how wide it is."""

FORMULA_SIGNS = tuple("=+-@\t\r＝＋－＠")
"""With these a spreadsheet's formulas begin."""

Format = Literal["auto", "json", "csv", "plain"]


def write_document(document: Document, form: Format, language: str, stream: TextIO) -> None:
    """Writes the whole of `document` to `stream`; "auto" is a table on a terminal and plain text elsewhere."""
    if form == "json":
        known = {"known_at": document.known_at} if document.known_at else {}
        repeated = {"repeated": True} if document.repeated else {}
        kept = {} if document.kept else {"kept": False}
        told = in_language(document.data, language)
        data = {"schema": "baitiao/v1", "as_of": document.as_of, **known, **repeated, **kept, "data": told}
        stream.write(json_text(data, stream) + "\n")
    elif form == "csv":
        write_csv(document.csv_table or document.tables[0], language, stream)
    elif form == "auto" and stream.isatty():
        from baitiao_cli.show.terminal import write_tables

        write_tables(document, language, stream)
    else:
        stream.write(plain_text(document, language, stream.encoding))


def json_text(data: Mapping[str, object], stream: TextIO) -> str:
    """`data` as one JSON document that the stream can encode and no terminal obeys; text in it stays as entered."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=2 if stream.isatty() else None, default=_json_value)
    if text.isascii():
        return text
    keep = is_printable if _can_encode(text, stream) else str.isascii
    return "".join(char if char == "\n" or keep(char) else escaped(char) for char in text)


def _can_encode(text: str, stream: TextIO) -> bool:
    try:
        "".join(char for char in text if is_printable(char)).encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def in_language(value: object, language: str) -> object:
    """`value` with every `Text` in it as the reader's language has it."""
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, Mapping):
        return {key: in_language(item, language) for key, item in value.items()}
    return [in_language(item, language) for item in value] if isinstance(value, (list, tuple)) else value


def _json_value(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def write_csv(table: Table, language: str, stream: TextIO, *, header: bool = True) -> None:
    """The rows under their keys, amounts in whole fen; text that a spreadsheet would run as a formula gets a quote."""
    import csv

    writer = csv.writer(stream, lineterminator="\n")
    if header:
        writer.writerow(column.key for column in table.columns)
    for row in table.rows:
        writer.writerow(_csv_value(row.get(column.key), column, language) for column in table.columns)


def _csv_value(value: object, column: Column, language: str) -> object:
    if isinstance(value, Text):
        value = value.in_language(language)
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, int):
        return value
    text = printable(" ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value))
    return "'" + text if column.kind == "text" and text.startswith(FORMULA_SIGNS) else text


def plain_text(document: Document, language: str, encoding: str | None = None) -> str:
    """Tables as lines of cells between tabs: title, labels, rows, totals; a blank line between tables.

    Charts, which stand behind them, are drawn for a screen, with what the `encoding` has.
    """
    blocks = ["".join(f"{line}\n" for line in _plain_lines(table, language)) for table in document.told_tables]
    if document.charts:
        from baitiao_cli.show.charts.blocks import chart_lines

        drawn = (chart_lines(chart, language, PIPE_COLUMNS, encoding) for chart in document.charts)
        blocks += ["".join(f"{line.rstrip()}\n" for line in lines) for lines in drawn]
    if document.told_notes:
        blocks.append("".join(f"{printable(note.in_language(language))}\n" for note in document.told_notes))
    return "\n".join(blocks)


def _plain_lines(table: Table, language: str) -> list[str]:
    title = [printable(table.title.in_language(language))] if table.title else []
    labels = [heading(column, language) for column in table.told]
    rows = [row_cells(table, row, language) for row in table.rows]
    if table.is_record:
        return title + ["\t".join(pair) for row in rows for pair in zip(labels, row, strict=True)]
    if table.totals is not None:
        rows.append(total_cells(table, language))
    return title + ["\t".join(line) for line in [labels, *rows]]
