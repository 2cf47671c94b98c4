"""Tables on a terminal: drawn as Rich does when every figure fits; otherwise each row is told as a record."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import groupby, zip_longest
from math import ceil
from typing import TextIO

import msgspec

from baitiao_cli.messages import filled
from baitiao_cli.messages.labels import LEFT_OUT, NOT_SHOWN
from baitiao_cli.show.cells import cut, heading, row_cells, total_cells
from baitiao_cli.show.document import Column, Document, Table
from baitiao_cli.show.drawn import bold, columns_of, drawn
from baitiao_cli.show.text import WIDTH_UNKNOWN, padded, printable, width, wrapped

NARROWEST_TEXT = 16  # running text may be folded down to this many columns before the table becomes records
# How long a word may be: no name that is taken today is cut in a row, and of a record not even a path.
LONGEST_IN_ROW, LONGEST_IN_RECORD = 200, 1000
BETWEEN_CELLS = 2
BETWEEN_COLUMNS = 3
NARROWEST_PAIR = 24  # where lines must be shorter than this to stand side by side, most would stand alone anyway
MOST_LINES, MOST_RECORDS = 100, 20  # of what may have a line for each account
CLOSE = 1  # columns between cells where two are too many


class _Screen(msgspec.Struct, frozen=True):
    """Where the lines go: how wide it is, and whether it has bold letters."""

    stream: TextIO
    width: int
    has_bold: bool

    def tell(self, line: str = "", is_bold: bool = False) -> None:
        """Writes a line as it is, however long."""
        self.stream.write(bold(line, is_bold and self.has_bold) + "\n")


DECISIVE = ("FORCE_COLOR", "TTY_COMPATIBLE", "JUPYTER_COLUMNS", "JUPYTER_LINES")
"""What in the environment changes what Rich takes a terminal for: then it is asked."""

UNKNOWN = ("dumb", "unknown")
"""Terminals that do not say what they can."""


def _screen(stream: TextIO) -> _Screen:
    if os.name != "posix" or any(name in os.environ for name in DECISIVE):
        from baitiao_cli.show.folded import console_of

        console = console_of(stream, _columns())
        return _Screen(stream, console.width, has_bold=console.color_system is not None)
    return _Screen(stream, _columns(), has_bold=stream.isatty() and os.environ.get("TERM", "").lower() not in UNKNOWN)


def _columns() -> int:
    """How wide the terminal is, as `shutil` tells it, which imports all that compresses files."""
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns <= 0:
        with suppress(AttributeError, ValueError, OSError):
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    return columns if columns > 0 else WIDTH_UNKNOWN


def write_tables(document: Document, language: str, stream: TextIO) -> None:
    """Writes all tables and notes of `document` for the width of the terminal; no figure is cut or broken."""
    screen = _screen(stream)
    for number, table in enumerate(document.told_tables):
        if number:
            screen.tell()
        if table.title:
            for line in wrapped(printable(table.title.in_language(language)), screen.width):
                screen.tell(line, is_bold=True)
        _write_table(table, language, screen)
    for chart in document.charts:
        from baitiao_cli.show.charts.blocks import chart_lines

        title, *drawn_lines = chart_lines(chart, language, screen.width, stream.encoding)
        screen.tell()
        screen.tell(title, is_bold=True)
        for line in drawn_lines:
            screen.tell(line)
    if document.told_tables and document.told_notes:
        screen.tell()
    for note in document.told_notes:
        for line in wrapped(printable(note.in_language(language)), screen.width):
            screen.tell(line)


def _write_table(table: Table, language: str, screen: _Screen) -> None:
    """Writes a table as rows or, where they do not fit, as records: of a long one the first, and how many more."""
    shown = _first(table, MOST_LINES)
    if not _write_rows(shown, language, screen):
        shown = _first(table, MOST_RECORDS)
        _write_as_records(shown, language, screen)
    if left := len(table.rows) - len(shown.rows):
        for line in wrapped(filled(NOT_SHOWN, count=f"{left:,}").in_language(language), screen.width):
            screen.tell(line)


def _first(table: Table, most: int) -> Table:
    return msgspec.structs.replace(table, rows=table.rows[:most]) if table.is_long else table


def _write_rows(table: Table, language: str, screen: _Screen) -> bool:
    """Draws the rows under their columns, if every figure fits, at most without the spare ones; says whether it did."""
    if table.is_record:
        return False
    if _drawn_whole(table, language, screen):
        return True
    for count in range(1, len(table.spare) + 1):
        kept = [column for column in table.columns if column.key not in table.spare[:count]]
        if _drawn_whole(msgspec.structs.replace(table, columns=kept), language, screen):
            names = ", ".join(one.label.in_language(language) for one in table.told if one not in kept)
            for line in wrapped(filled(LEFT_OUT, names=names).in_language(language), screen.width):
                screen.tell(line)
            return True
    return False


def _drawn_whole(table: Table, language: str, screen: _Screen) -> bool:
    """Draws the rows under all of their columns, if every figure fits; says whether it did."""
    labels = [heading(column, language) for column in table.told]
    rows = _cells(table, language, LONGEST_IN_ROW)
    totals = None if table.totals is None else total_cells(table, language)
    every_row = [*rows, totals] if totals else rows
    below, folded = [_unit_below(label) for label in labels], [_folded(label) for label in labels]
    for headings, gap in ((labels, BETWEEN_CELLS), (below, BETWEEN_CELLS), (folded, BETWEEN_CELLS), (folded, CLOSE)):
        if _least_width(table.told, headings, every_row, gap) <= screen.width:
            _draw(table.told, headings, rows, totals, gap, screen)
            return True
    return False


def _write_as_records(table: Table, language: str, screen: _Screen) -> None:
    labels = [heading(column, language) for column in table.told]
    rows = _cells(table, language, LONGEST_IN_RECORD if table.is_record else LONGEST_IN_ROW)
    (_write_pairs if table.is_paired else _write_records)(labels, rows, screen)
    if table.totals is not None and not table.is_record:
        totals = total_cells(table, language)
        # Without the cells that have no total: in a record they would be empty lines.
        told = [(label, text) for label, text in zip(labels[1:], totals[1:], strict=True) if text]
        screen.tell()
        screen.tell(totals[0], is_bold=True)
        _write_records([label for label, _ in told], [[text for _, text in told]], screen)


def _cells(table: Table, language: str, most: int) -> list[list[str]]:
    return [[cut(text, most) for text in row_cells(table, row, language)] for row in table.rows]


def _draw(
    columns: Sequence[Column],
    headings: list[str],
    rows: list[list[str]],
    totals: list[str] | None,
    gap: int,
    screen: _Screen,
) -> None:
    lines = None
    if (screen.stream.encoding or "utf-8").lower().startswith("utf"):
        lines = drawn(columns, headings, rows, totals, gap, screen.width, screen.has_bold)
    if lines is not None:
        screen.stream.write(lines)
        return
    from baitiao_cli.show.folded import console_of, folded_table

    console_of(screen.stream, screen.width).print(folded_table(columns, headings, rows, totals, gap))


def _unit_below(label: str) -> str:
    """A label with its unit on a line of its own."""
    return label.replace(" (", "(").replace("(", "\n(")


def _folded(label: str) -> str:
    """A label on several lines, one a word: the narrowest form of a heading."""
    return _unit_below(label).replace(" ", "\n")


def _least_width(columns: Sequence[Column], headings: list[str], rows: list[list[str]], gap: int) -> int:
    """The columns of the screen that the table needs: figures and headings whole, running text folded."""
    least = gap * (len(columns) - 1)
    for at, column in enumerate(columns):
        widest = max((_columns_of(row[at]) for row in rows), default=0)
        if not column.is_figure:
            widest = min(widest, NARROWEST_TEXT)
        least += max(widest, *(_columns_of(line) for line in headings[at].split("\n")))
    return least


def _columns_of(text: str) -> int:
    taken = columns_of(text)
    if taken is None:
        from rich.cells import cell_len

        return cell_len(text)
    return taken


def _write_pairs(labels: list[str], rows: list[list[str]], screen: _Screen) -> None:
    """A record with its short lines side by side, to be read down the left column and then down the right one.

    A line that is too long for that has one of its own and parts those before it from those behind.
    """
    told = [(label, text) for label, text in zip(labels, rows[0], strict=True) if text]
    runs = _paired_runs(told, screen.width)
    if not any(is_short for is_short, _ in runs):
        _write_records(labels, rows, screen)
        return
    for is_short, run in runs:
        if not is_short:
            _write_records([label for label, _ in run], [[text for _, text in run]], screen)
            continue
        (left, left_width), (right, _) = _sides(run)
        for one, other in zip_longest(left, right, fillvalue=""):
            screen.tell(f"{padded(one, left_width + BETWEEN_COLUMNS)}{other}".rstrip())


def _paired_runs(told: list[tuple[str, str]], columns: int) -> list[tuple[bool, list[tuple[str, str]]]]:
    """The lines in runs of short ones, which fit side by side, and of longer ones; none is short where no two fit."""
    long = [width(label) + 2 + width(text) for label, text in told]
    for longest in range(columns // 2, NARROWEST_PAIR, -1):
        by_length = groupby(zip(long, told, strict=True), lambda one: one[0] <= longest)  # noqa: B023 (used at once)
        runs = [(is_short, [line for _, line in run]) for is_short, run in by_length]
        sides = [_sides(run) for is_short, run in runs if is_short]
        if all(left + BETWEEN_COLUMNS + right <= columns for (_, left), (_, right) in sides):
            return runs
    return [(False, told)]


def _sides(run: list[tuple[str, str]]) -> list[tuple[list[str], int]]:
    """The lines of the left and the right column with how wide each column is."""
    rest = ceil(len(run) / 2)
    sides = []
    for half in (run[:rest], run[rest:]):
        label_width = max((width(label) for label, _ in half), default=0) + 2
        lines = [padded(label, label_width) + text for label, text in half]
        sides.append((lines, max(map(width, lines), default=0)))
    return sides


def _write_records(labels: list[str], rows: list[list[str]], screen: _Screen) -> None:
    """Each row as lines of label and value, empty ones left out; a value too long for its line stands below."""
    label_width = max(map(width, labels), default=0) + 2
    for number, row in enumerate(rows):
        if number:
            screen.tell()
        for label, text in zip(labels, row, strict=True):
            if not text:
                continue
            lines = wrapped(text, max(screen.width - label_width, NARROWEST_TEXT))
            if label_width + max(map(width, lines)) <= screen.width:
                beside = [padded(label if at == 0 else "", label_width) + line for at, line in enumerate(lines)]
            else:
                beside = [label, *(f"  {line}" for line in wrapped(text, screen.width - 2))]
            for line in beside:
                screen.tell(line)
