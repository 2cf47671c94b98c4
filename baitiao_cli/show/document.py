"""The neutral description of an answer: what a command returns, before anyone knows how it will be shown.

The key of a column says what stands in it: `*_fen` money, `*_on` a date, `*_pct` per cent, `number`, `*_days`,
`*_count`, `days_*`, `*_yuan` and `exact` (exact decimals, fractions) a number, anything else text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Literal

import msgspec

from baitiao_cli.messages import Text, as_is
from baitiao_cli.messages.columns import LABELS
from baitiao_cli.messages.labels import TOTAL
from baitiao_cli.messages.words import WORDS

Kind = Literal["money", "date", "percent", "number", "text"]
Row = Mapping[str, object]

_KINDS: dict[str, Kind] = {
    "fen": "money", "on": "date", "pct": "percent", "number": "number", "days": "number", "count": "number",
    "yuan": "number", "exact": "number",
}  # fmt: skip
_IDS_OF_OTHERS = frozenset({"order_id", "request_id"})
"""Ids that others made up, however long."""


class Column(msgspec.Struct, frozen=True):
    """One column: its key in the rows (and in CSV), its label, what stands in it, and the words for its codes."""

    key: str
    label: Text
    kind: Kind
    words: Mapping[object, Text] = {}

    @property
    def is_figure(self) -> bool:
        """Whether a cell must never be broken or cut: everything but running text."""
        return self.kind != "text"

    @property
    def is_unbroken(self) -> bool:
        """Whether a page keeps a cell on one line: a figure, an id of ours, or which installment of how many."""
        is_id = self.key.endswith("_id") and self.key not in _IDS_OF_OTHERS
        return self.is_figure or is_id or self.key == "of"


def column(key: str, label: Text | None = None) -> Column:
    """The column of `key`, with the label and the words that the catalogue has for it.

    >>> column("principal_fen").kind, column("due_on").kind
    ('money', 'date')
    """
    return Column(key, label or LABELS[key], _kind(key), WORDS.get(key, {}))


def _kind(key: str) -> Kind:
    return _KINDS.get(key.partition("_")[0] if key.startswith("days_") else key.rpartition("_")[2], "text")


class Table(msgspec.Struct, frozen=True, dict=True):
    """Rows under columns; `totals` is a last row apart; `is_record` shows one row as a list of label and value.

    A record that `is_paired` is long: on a terminal two of its lines stand side by side where they fit.
    The columns named in `quiet` are told to people only where something stands in them; CSV always has them.
    One that `is_long` may have a line for each account of a portfolio: a terminal shows its first lines alone.
    A terminal that is too narrow leaves out the columns named in `spare`, one after the other, before it tells each
    row as a record.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    title: Text | None = None
    totals: Row | None = None
    is_record: bool = False
    total_label: Text = TOTAL
    quiet: frozenset[str] = frozenset()
    is_paired: bool = False
    is_long: bool = False
    spare: tuple[str, ...] = ()

    @cached_property
    def told(self) -> list[Column]:
        """The columns that people see, looked for once: each of many rows asks for them."""
        return [
            column
            for column in self.columns
            if column.key not in self.quiet or any(row.get(column.key) for row in self.rows)
        ]


def table(
    keys: str,
    rows: Sequence[Row],
    *,
    title: Text | None = None,
    totals: Row | None = None,
    total_label: Text = TOTAL,
    quiet: str = "",
    labels: Mapping[str, Text] | None = None,
    is_long: bool = False,
    spare: str = "",
) -> Table:
    """A table with the columns named by `keys`, separated by spaces as in `quiet` and `spare`.

    `labels` replace the usual ones.
    """
    columns = [column(key, (labels or {}).get(key)) for key in keys.split()]
    hidden = frozenset(quiet.split())
    left_out = tuple(spare.split())
    return Table(columns, rows, title, totals, total_label=total_label, quiet=hidden, is_long=is_long, spare=left_out)


def csv_table(keys: str, rows: Sequence[Row]) -> Table:
    """A table for CSV alone: it has keys, which need no label."""
    return Table([Column(key, as_is(key), _kind(key)) for key in keys.split()], rows)


def record(
    keys: str,
    row: Row,
    *,
    title: Text | None = None,
    quiet: str = "",
    labels: Mapping[str, Text] | None = None,
    is_paired: bool = False,
) -> Table:
    """One thing told as a list of label and value."""
    columns = [column(key, (labels or {}).get(key)) for key in keys.split()]
    return Table(columns, [row], title, is_record=True, quiet=frozenset(quiet.split()), is_paired=is_paired)


class Chart(msgspec.Struct, frozen=True):
    """A picture of rows, whose figures are those of the same rows in JSON and in the tables; amounts alone are drawn.

    `at` is the column that says where a row stands. `kind` is how: "steps" holds an amount from its day to the next
    (`series` has one column), "stack" puts the amounts of a row on each other, "bars" draws one for each.
    """

    kind: Literal["steps", "stack", "bars"]
    title: Text
    at: Column
    series: Sequence[Column]
    rows: Sequence[Row]

    def values(self, row: Row) -> list[int]:
        """The amounts of a row in whole fen, one for each series."""
        amounts = [row.get(column.key) for column in self.series]
        return [amount if isinstance(amount, int) else 0 for amount in amounts]


def chart(
    kind: Literal["steps", "stack", "bars"],
    title: Text,
    at: str,
    keys: str,
    rows: Sequence[Row],
    labels: Mapping[str, Text] | None = None,
) -> list[Chart]:
    """The chart of the columns named by `keys`, without those that are zero throughout; none where nothing is left."""
    shown = [key for key in keys.split() if any(row.get(key) for row in rows)]
    series = [column(key, (labels or {}).get(key)) for key in shown]
    return [Chart(kind, title, column(at, (labels or {}).get(at)), series, rows)] if series else []


class Paper(msgspec.Struct, frozen=True):
    """What a document handed over (a page, a PDF, a workbook) has besides the tables.

    `running` stands on every printed page. The columns of the first record named in `lead` are told large, apart.
    """

    heading: Text
    running: Text
    lead: frozenset[str] = frozenset()


class Document(msgspec.Struct, frozen=True):
    """The whole answer of a command: `data` for JSON, tables and notes for people, for CSV the first table.

    Values in `data` and rows are raw: whole fen, dates, codes, text as it was entered. A `Text` in a row is shown in
    the reader's language. `next_steps` are notes that propose what to do now. `known_at` is the last event that was
    known, when the answer is one of an earlier moment. `csv_table` stands for the first table in CSV; what that leaves
    out, `csv_note` says where CSV is written to a file. `status` is the exit status, for commands such as `check` whose
    answer may be a finding. `repeated`: it was given before. What is not `kept` was done in a dry run or on a branch.
    `value` is the answer as its action gave it, for Python; it is a deed's when the document tells what a verb did
    (`is_deed`).
    `charts` are drawn where they are asked for, and on paper; without a `paper` it is not one to hand over.
    """

    data: Mapping[str, object]
    as_of: date
    tables: Sequence[Table] = ()
    notes: Sequence[Text] = ()
    next_steps: Sequence[Text] = ()
    known_at: Mapping[str, object] | None = None
    status: int = 0
    csv_table: Table | None = None
    csv_note: Text | None = None
    repeated: bool = False
    kept: bool = True
    value: Any = None
    is_deed: bool = False
    charts: Sequence[Chart] = ()
    paper: Paper | None = None

    @property
    def told_tables(self) -> list[Table]:
        """The tables that people see: those with something in them."""
        return [table for table in self.tables if table.rows]

    @property
    def told_notes(self) -> list[Text]:
        """The sentences under the tables."""
        return [*self.notes, *self.next_steps]


def json_data(value: msgspec.Struct) -> dict[str, Any]:
    """A record by field, as JSON, CSV and tables take it: dates stay dates, records inside become the same."""
    data: dict[str, Any] = msgspec.to_builtins(value, builtin_types=(date,))
    return data
