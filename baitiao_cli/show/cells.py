"""Cells and headings: what a raw value looks like to a person."""

from __future__ import annotations

from datetime import date

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text
from baitiao_cli.messages.labels import MONEY_LABEL, NO, NOTHING, YES
from baitiao_cli.show.document import Column, Row, Table
from baitiao_cli.show.text import printable


def cell(value: object, column: Column, language: str) -> str:
    """What a person reads in a cell: money as 1,234.50, dates as 2026-11-21, codes as words; nothing for `None`."""
    if isinstance(value, (list, tuple)) and not isinstance(value, Text):
        return ", ".join(cell(item, column, language) for item in value)
    words = _words(value, column)
    if words is not None:
        return printable(words.in_language(language))
    if column.kind == "money" and isinstance(value, int):
        return format_yuan(value)
    if column.kind == "percent":
        return f"{value}%"
    return printable(value.isoformat() if isinstance(value, date) else str(value))


def cut(text: str, most: int) -> str:
    """`text` with what has more than `most` characters in one word cut, as a ledger may have from earlier versions.

    >>> cut("shop " + "x" * 9, 5)
    'shop xxxx…'
    """
    if len(text) <= most:
        return text
    return " ".join(word if len(word) <= most else f"{word[: most - 1]}…" for word in text.split(" "))


def _words(value: object, column: Column) -> Text | None:
    """The words that stand for a value, if it is not shown as it is."""
    if isinstance(value, Text):
        return value
    if value is None:
        return NOTHING
    return (YES if value else NO) if isinstance(value, bool) else column.words.get(value)


def heading(column: Column, language: str) -> str:
    """The label of a column, with the unit if it is money: Amount (yuan), 金额(元)."""
    label = column.label.in_language(language)
    if column.kind == "money":
        return MONEY_LABEL.in_language(language).format(label=label)
    return label


def row_cells(table: Table, row: Row, language: str) -> list[str]:
    """The cells of one row as a person reads them."""
    return [cell(row.get(column.key), column, language) for column in table.told]


def total_cells(table: Table, language: str) -> list[str]:
    """The cells of the last row: the totals under their columns, and the word for them in the first one."""
    totals = {table.told[0].key: table.total_label, **(table.totals or {})}
    return [cell(totals.get(column.key), column, language) for column in table.told]
