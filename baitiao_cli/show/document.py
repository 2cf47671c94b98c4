"""The neutral description of an answer: what a command returns, before anyone knows how it will be shown.

The key of a column says what stands in it: `*_fen` money, `*_on` a date, `*_pct` per cent, `number`, `*_days`,
`*_count`, `days_*`, `*_yuan` and `exact` (exact decimals, fractions) a number, anything else text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

import msgspec

from baitiao_cli.messages import Text
from baitiao_cli.messages.columns import LABELS
from baitiao_cli.messages.labels import TOTAL
from baitiao_cli.messages.words import WORDS

Kind = Literal["money", "date", "percent", "number", "text"]
Row = Mapping[str, object]

_KINDS: dict[str, Kind] = {
    "fen": "money", "on": "date", "pct": "percent", "number": "number", "days": "number", "count": "number",
    "yuan": "number", "exact": "number",
}  # fmt: skip


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


def column(key: str, label: Text | None = None) -> Column:
    """The column of `key`, with the label and the words that the catalogue has for it.

    >>> column("principal_fen").kind, column("due_on").kind
    ('money', 'date')
    """
    return Column(key, label or LABELS[key], _kind(key), WORDS.get(key, {}))


def _kind(key: str) -> Kind:
    return _KINDS.get(key.partition("_")[0] if key.startswith("days_") else key.rpartition("_")[2], "text")


class Table(msgspec.Struct, frozen=True):
    """Rows under columns; `totals` is a last row apart; `is_record` shows one row as a list of label and value.

    The columns named in `quiet` are told to people only where something stands in them; CSV always has them.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    title: Text | None = None
    totals: Row | None = None
    is_record: bool = False
    total_label: Text = TOTAL
    quiet: frozenset[str] = frozenset()

    @property
    def told(self) -> list[Column]:
        """The columns that people see."""
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
) -> Table:
    """A table with the columns named by `keys`, separated by spaces as in `quiet`; `labels` replace the usual ones."""
    columns = [column(key, (labels or {}).get(key)) for key in keys.split()]
    return Table(columns, rows, title, totals, total_label=total_label, quiet=frozenset(quiet.split()))


def csv_table(keys: str, rows: Sequence[Row]) -> Table:
    """A table for CSV alone: it has keys, which need no label."""
    return Table([Column(key, Text(key, key), _kind(key)) for key in keys.split()], rows)


def record(
    keys: str, row: Row, *, title: Text | None = None, quiet: str = "", labels: Mapping[str, Text] | None = None
) -> Table:
    """One thing told as a list of label and value."""
    columns = [column(key, (labels or {}).get(key)) for key in keys.split()]
    return Table(columns, [row], title, is_record=True, quiet=frozenset(quiet.split()))


class Document(msgspec.Struct, frozen=True):
    """The whole answer of a command: `data` for JSON, tables and notes for people, for CSV the first table.

    Values in `data` and rows are raw: whole fen, dates, codes, text as it was entered. A `Text` in a row is shown in
    the reader's language. `next_steps` are notes that propose what to do now. `known_at` is the last event that was
    known, when the answer is one of an earlier moment. `csv_table` stands for the first table in CSV. `status` is the
    exit status, for commands such as `check` whose answer may be a finding. `repeated`: it was given before.
    """

    data: Mapping[str, object]
    as_of: date
    tables: Sequence[Table] = ()
    notes: Sequence[Text] = ()
    next_steps: Sequence[Text] = ()
    known_at: Mapping[str, object] | None = None
    status: int = 0
    csv_table: Table | None = None
    repeated: bool = False

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
