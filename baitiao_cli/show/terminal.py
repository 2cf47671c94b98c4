"""Tables on a terminal: Rich draws them when every figure fits; otherwise each row is told as a record."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import groupby, zip_longest
from math import ceil
from typing import Any, TextIO

import msgspec
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.containers import Lines
from rich.table import Table as RichTable
from rich.text import Text as RichText

from baitiao_cli.messages import filled
from baitiao_cli.messages.labels import NOT_SHOWN
from baitiao_cli.show.cells import cut, heading, row_cells, total_cells
from baitiao_cli.show.document import Column, Document, Table
from baitiao_cli.show.text import padded, printable, width, wrapped


class _Folded(RichText):
    """A cell whose lines are broken like any text of ours: Rich would begin one with the comma that ends another."""

    def wrap(self, console: Console, width: int, **given: Any) -> Lines:
        folded = Lines()
        for line in wrapped(self.plain, width):
            folded.extend(RichText(line).wrap(console, width, **given))
        return folded


NARROWEST_TEXT = 16  # running text may be folded down to this many columns before the table becomes records
# How long a word may be: no name that is taken today is cut in a row, and of a record not even a path.
LONGEST_IN_ROW, LONGEST_IN_RECORD = 200, 1000
BETWEEN_CELLS = 2
BETWEEN_COLUMNS = 3
NARROWEST_PAIR = 24  # where lines must be shorter than this to stand side by side, most would stand alone anyway
MOST_LINES, MOST_RECORDS = 100, 20  # of what may have a line for each account
CLOSE = 1  # columns between cells where two are too many


def write_tables(document: Document, language: str, stream: TextIO) -> None:
    """Writes all tables and notes of `document` for the width of the terminal; no figure is cut or broken."""
    # Rich takes a terminal that it does not know for 80 columns wide.
    columns, lines = shutil.get_terminal_size()
    console = Console(file=stream, width=columns, height=lines, markup=False, highlight=False, emoji=False)
    for number, table in enumerate(document.told_tables):
        if number:
            console.print()
        if table.title:
            for line in wrapped(printable(table.title.in_language(language)), console.width):
                console.print(RichText(line, style="bold"), soft_wrap=True)
        _write_table(table, language, console)
    for chart in document.charts:
        from baitiao_cli.show.charts.blocks import chart_lines

        title, *drawn = chart_lines(chart, language, console.width, stream.encoding)
        console.print()
        console.print(RichText(title, style="bold"), soft_wrap=True)
        for line in drawn:
            console.print(line, soft_wrap=True)
    if document.told_tables and document.told_notes:
        console.print()
    for note in document.told_notes:
        for line in wrapped(printable(note.in_language(language)), console.width):
            console.print(line, soft_wrap=True)


def _write_table(table: Table, language: str, console: Console) -> None:
    """Writes a table as rows or, where they do not fit, as records: of a long one the first, and how many more."""
    shown = _first(table, MOST_LINES)
    if not _write_rows(shown, language, console):
        shown = _first(table, MOST_RECORDS)
        _write_as_records(shown, language, console)
    if left := len(table.rows) - len(shown.rows):
        for line in wrapped(filled(NOT_SHOWN, count=f"{left:,}").in_language(language), console.width):
            console.print(line, soft_wrap=True)


def _first(table: Table, most: int) -> Table:
    return msgspec.structs.replace(table, rows=table.rows[:most]) if table.is_long else table


def _write_rows(table: Table, language: str, console: Console) -> bool:
    """Draws the rows under their columns, if every figure fits; says whether it did."""
    if table.is_record:
        return False
    labels = [heading(column, language) for column in table.told]
    rows = _cells(table, language, LONGEST_IN_ROW)
    totals = None if table.totals is None else total_cells(table, language)
    every_row = [*rows, totals] if totals else rows
    below, folded = [_unit_below(label) for label in labels], [_folded(label) for label in labels]
    for headings, gap in ((labels, BETWEEN_CELLS), (below, BETWEEN_CELLS), (folded, BETWEEN_CELLS), (folded, CLOSE)):
        if _least_width(table.told, headings, every_row, gap) <= console.width:
            console.print(_drawn(table.told, headings, rows, totals, gap))
            return True
    return False


def _write_as_records(table: Table, language: str, console: Console) -> None:
    labels = [heading(column, language) for column in table.told]
    rows = _cells(table, language, LONGEST_IN_RECORD if table.is_record else LONGEST_IN_ROW)
    (_write_pairs if table.is_paired else _write_records)(labels, rows, console)
    if table.totals is not None and not table.is_record:
        totals = total_cells(table, language)
        # Without the cells that have no total: in a record they would be empty lines.
        told = [(label, text) for label, text in zip(labels[1:], totals[1:], strict=True) if text]
        console.print()
        console.print(RichText(totals[0], style="bold"), soft_wrap=True)
        _write_records([label for label, _ in told], [[text for _, text in told]], console)


def _cells(table: Table, language: str, most: int) -> list[list[str]]:
    return [[cut(text, most) for text in row_cells(table, row, language)] for row in table.rows]


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
        widest = max((cell_len(row[at]) for row in rows), default=0)
        if not column.is_figure:
            widest = min(widest, NARROWEST_TEXT)
        least += max(widest, *(cell_len(line) for line in headings[at].split("\n")))
    return least


def _drawn(
    columns: Sequence[Column], headings: list[str], rows: list[list[str]], totals: list[str] | None, gap: int
) -> RichTable:
    drawn = RichTable(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        collapse_padding=True,
        padding=(0, gap - 1),
        show_footer=totals is not None,
        header_style="bold",
        footer_style="bold",
    )
    for at, column in enumerate(columns):
        drawn.add_column(
            RichText(headings[at]),
            footer=RichText(totals[at] if totals else ""),
            justify="right" if column.kind in ("money", "number", "percent") else "left",
            no_wrap=column.is_figure,
            overflow="fold",
        )
    for row in rows:
        drawn.add_row(*(_cell(column, text) for column, text in zip(columns, row, strict=True)))
    return drawn


def _cell(column: Column, text: str) -> RichText:
    return RichText(text) if column.is_figure else _Folded(text)


def _write_pairs(labels: list[str], rows: list[list[str]], console: Console) -> None:
    """A record with its short lines side by side, to be read down the left column and then down the right one.

    A line that is too long for that has one of its own and parts those before it from those behind.
    """
    told = [(label, text) for label, text in zip(labels, rows[0], strict=True) if text]
    runs = _paired_runs(told, console.width)
    if not any(is_short for is_short, _ in runs):
        _write_records(labels, rows, console)
        return
    for is_short, run in runs:
        if not is_short:
            _write_records([label for label, _ in run], [[text for _, text in run]], console)
            continue
        (left, left_width), (right, _) = _sides(run)
        for one, other in zip_longest(left, right, fillvalue=""):
            console.print(f"{padded(one, left_width + BETWEEN_COLUMNS)}{other}".rstrip(), soft_wrap=True)


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


def _write_records(labels: list[str], rows: list[list[str]], console: Console) -> None:
    """Each row as lines of label and value, empty ones left out; a value too long for its line stands below."""
    label_width = max(map(width, labels), default=0) + 2
    for number, row in enumerate(rows):
        if number:
            console.print()
        for label, text in zip(labels, row, strict=True):
            if not text:
                continue
            lines = wrapped(text, max(console.width - label_width, NARROWEST_TEXT))
            if label_width + max(map(width, lines)) <= console.width:
                beside = [padded(label if at == 0 else "", label_width) + line for at, line in enumerate(lines)]
            else:
                beside = [label, *(f"  {line}" for line in wrapped(text, console.width - 2))]
            for line in beside:
                console.print(line, soft_wrap=True)
