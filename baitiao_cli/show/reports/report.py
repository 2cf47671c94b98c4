"""What all reports share: their tables by name, their paper, and the accounts behind a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from baitiao_cli.messages import Text, as_is, filled, reports
from baitiao_cli.messages.words import WORDS
from baitiao_cli.show.document import Chart, Document, Paper, Row, Table, csv_table, table

EXPLAIN = "baitiao explain {}"


def told(
    keys: str,
    rows: Sequence[Row],
    *,
    title: Text,
    totals: Row | None = None,
    quiet: str = "",
    labels: Mapping[str, Text] = reports.COLUMNS,
) -> Table:
    """A table of a report, with the labels that reports have for their columns, or others."""
    return table(keys, rows, title=title, totals=totals, quiet=quiet, labels=labels)


def report_document(
    title: Text,
    as_of: date,
    data: Mapping[str, object],
    tables: Sequence[Table],
    csv: Mapping[str, tuple[str, Sequence[Row]]],
    *,
    csv_of: str | None = None,
    charts: Sequence[Chart] = (),
    notes: Sequence[Text] = (),
    behind: str = "",
) -> Document:
    """A report: the tables for people, those for CSV by name (the first is the usual one), and how to see behind it."""
    keys, rows = csv[csv_of or next(iter(csv))]
    return Document(
        data=data,
        as_of=as_of,
        tables=tables,
        notes=notes,
        next_steps=[filled(reports.TO_SEE_BEHIND, command=behind)] if behind else [],
        csv_table=csv_table(keys, rows),
        charts=charts,
        paper=Paper(title, title),
    )


def behind_document(
    title: Text,
    row: str,
    column_key: str,
    as_of: date,
    keys: str,
    rows: Sequence[Row],
    labels: Mapping[str, Text] = reports.COLUMNS,
) -> Document:
    """The accounts behind a row of a report, whose column `column_key` knows the words for what it is called."""
    name = WORDS.get(column_key, {}).get(row, as_is(row))
    heading = filled(reports.BEHIND_TITLE, row=name, title=title)
    first = next((str(each["account_id"]) for each in rows), "")
    return Document(
        data={"row": row, "accounts": rows},
        as_of=as_of,
        tables=[table(keys, rows, title=heading, labels=labels, is_long=True)],
        notes=[] if rows else [filled(reports.BEHIND_NONE, row=name)],
        next_steps=[filled(reports.TO_GO_ON, command=EXPLAIN.format(first))] if rows else [],
        csv_table=csv_table(keys, rows),
        paper=Paper(heading, heading),
    )
