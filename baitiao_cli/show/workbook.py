"""A document as a workbook: a sheet for each table, amounts as numbers in yuan, dates as dates, all text as text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any

from baitiao_cli.messages import Text
from baitiao_cli.messages.papers import NOTES
from baitiao_cli.show.cells import cell, heading
from baitiao_cli.show.document import Column, Document, Row, Table
from baitiao_cli.show.text import printable, width

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME, WIDEST = 31, 60
MADE_AT = datetime(1980, 1, 1, tzinfo=UTC)
"""When every workbook says it was made, so that the same figures give the same bytes."""
LARGEST = 10**13
"""Numbers from here on are text: a spreadsheet keeps 15 digits, two of them behind the point."""
LOOKS: dict[str, dict[str, object]] = {
    "text": {},
    "number": {},
    "money": {"num_format": "#,##0.00"},
    "percent": {"num_format": "0.00%"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
}


def workbook(document: Document, language: str) -> bytes:
    """The tables that people see, each on a sheet of its own, the notes on a last one.

    No cell is a formula or a link, whatever a text in it begins with.
    """
    from xlsxwriter import Workbook

    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(stream, options)
    title = document.paper.heading if document.paper else NOTES
    book.set_properties({"created": MADE_AT, "title": title.in_language(language)})
    sheets = _Sheets(book, language)
    for table in document.told_tables:
        sheets.add(table, table.title or title)
    if document.notes:
        sheet = sheets.new(NOTES, [WIDEST])
        for line, note in enumerate(document.notes):
            sheet.write_string(line, 0, printable(note.in_language(language)))
    book.close()
    return stream.getvalue()


class _Sheets:
    """The sheets of one workbook and the formats of its cells."""

    def __init__(self, book: Any, language: str) -> None:
        self.book, self.language = book, language
        self.names: set[str] = set()
        self.looks = {kind: book.add_format(look) for kind, look in LOOKS.items()}
        self.bold = {kind: book.add_format({**look, "bold": True}) for kind, look in LOOKS.items()}

    def new(self, title: Text, widths: Sequence[int]) -> Any:
        """An empty sheet, to be printed on A4; its name is the title as far as it can be one."""
        whole = FORBIDDEN.sub(" ", printable(title.in_language(self.language))).strip()
        names = [whole[:LONGEST_NAME], *(f"{whole[: LONGEST_NAME - 4]} {at}" for at in range(2, 100))]
        name = next(name for name in names if name.lower() not in self.names)
        self.names.add(name.lower())
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        for at, wide in enumerate(widths):
            sheet.set_column(at, at, min(wide, WIDEST) + 2)
        return sheet

    def add(self, table: Table, title: Text) -> None:
        """A sheet with a table; a record has its fields one below the other."""
        labels = [heading(column, self.language) for column in table.told]
        if table.is_record:
            self._add_record(table, labels, title)
            return
        ends = [*table.rows, *([table.totals] if table.totals is not None else [])]
        widths = [self._width(column, label, ends) for column, label in zip(table.told, labels, strict=True)]
        sheet = self.new(title, widths)
        for at, label in enumerate(labels):
            sheet.write_string(0, at, label, self.bold["text"])
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        for line, row in enumerate(table.rows, 1):
            self._write_row(sheet, line, table.told, row, self.looks)
        if table.totals is not None:
            named = {table.told[0].key: table.total_label, **table.totals}
            self._write_row(sheet, len(table.rows) + 1, table.told, named, self.bold)

    def _add_record(self, table: Table, labels: list[str], title: Text) -> None:
        wide = max(self._width(column, "", table.rows) for column in table.told)
        sheet = self.new(title, [max(map(width, labels)), wide])
        fields = [(column, label, row) for row in table.rows for column, label in zip(table.told, labels, strict=True)]
        for line, (column, label, row) in enumerate(fields):
            sheet.write_string(line, 0, label, self.bold["text"])
            self._write(sheet, (line, 1), row.get(column.key), column, self.looks)

    def _write_row(
        self, sheet: Any, line: int, columns: Sequence[Column], row: Row, looks: Mapping[str, object]
    ) -> None:
        for at, column in enumerate(columns):
            self._write(sheet, (line, at), row.get(column.key), column, looks)

    def _write(
        self, sheet: Any, place: tuple[int, int], value: object, column: Column, looks: Mapping[str, object]
    ) -> None:
        """One cell: a number or a date where it is one, else what a person reads."""
        number = _number(value, column)
        if isinstance(value, date):
            sheet.write_datetime(*place, datetime(value.year, value.month, value.day), looks["date"])  # noqa: DTZ001
        elif number is not None:
            sheet.write_number(*place, number, looks[column.kind])
        elif text := cell(value, column, self.language):
            sheet.write_string(*place, text, looks["text"])

    def _width(self, column: Column, label: str, rows: Sequence[Row]) -> int:
        return max([width(label), *(width(cell(row.get(column.key), column, self.language)) for row in rows)])


def _number(value: object, column: Column) -> float | None:
    """The number that a spreadsheet keeps exactly: yuan of an amount, a share of per cent, a count."""
    if column.kind == "text" or isinstance(value, bool) or value is None or value in column.words:
        return None
    try:
        exact = Decimal(str(value))
    except InvalidOperation:  # a fraction, a word
        return None
    if column.kind in ("money", "percent"):
        exact /= 100
    return float(exact) if exact.is_finite() and abs(exact) < LARGEST else None
