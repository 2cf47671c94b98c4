"""A ledger made of a JSON document: read line by line, built beside its place, proved, and only then put in place."""

from __future__ import annotations

import sqlite3
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import Progress, Proved, prove
from baitiao_cli.ledger.copies.document import FIRST_EXPORTED, Columns, DocumentHead, TableHead, columns_of, tables_of
from baitiao_cli.ledger.file.connection import APPLICATION_ID, SCHEMA_VERSION, SQLITE_BEGINS, raw_connection
from baitiao_cli.ledger.file.creation import draft_place, making
from baitiao_cli.ledger.file.placing import draft_beside, put_in_place
from baitiao_cli.ledger.schema import migrate
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.messages import Text, copies, filled

MOST_BYTES = 64 * 1024 * 1024
"""No line is longer; the longest are answers to large batches."""

BEGINS = b'{"schema": "baitiao/v1"'
LEDGER = b'], "ledger": '
_LAST = b"]}}}"

_heads = msgspec.json.Decoder(DocumentHead)
_tables = msgspec.json.Decoder(TableHead)
_rows: msgspec.json.Decoder[list[int | str | None]] = msgspec.json.Decoder(list[int | str | None])


class _Lines:
    """The lines of a document, counted, none longer than `MOST_BYTES`."""

    def __init__(self, stream: BinaryIO, file: str) -> None:
        self.stream, self.file, self.number = stream, file, 0

    def next(self) -> bytes:
        """The next line without its end; refused when there is none."""
        try:
            line = self.stream.readline(MOST_BYTES)
        except OSError as problem:
            raise BaitiaoError("file-unreadable", file=self.file, reason=problem.strerror) from problem
        self.number += 1
        if not line:
            raise self.refused(copies.ENDS_EARLY)
        if len(line) == MOST_BYTES:
            raise self.refused(copies.LINE_TOO_LONG)
        return line.rstrip(b"\r\n")

    @property
    def is_at_end(self) -> bool:
        """Whether nothing follows; something that does is read."""
        return not self.stream.read(1)

    def refused(self, reason: Text) -> BaitiaoError:
        """The refusal of the line that was read last; its text is not quoted, for it may be anybody's name."""
        return BaitiaoError("import-malformed", file=self.file, line=self.number, reason=reason)


def import_ledger(
    stream: BinaryIO, file: str, path: Path, *, dry_run: bool = False, progress: Progress | None = None
) -> Proved:
    """Makes a ledger at `path` of the document in `stream`, called `file`; every account is folded again to prove it.

    It has the same head as the ledger that was exported. With `dry_run` it is proved and nothing is made,
    whatever is at `path`.
    Errors: `import-malformed` names the line, `import-no-ledger`, `import-of-backup`, `import-newer`,
    `import-unproved`, `import-head-differs`; `ledger-exists` and others as for making a ledger.
    """
    with making(path, dry_run=dry_run), draft_beside(draft_place(path, dry_run=dry_run)) as draft:
        head = _fill(draft, _Lines(stream, file))
        proved = prove(Ledger(draft), full=True, progress=progress, is_private=True, place=path)
        if proved.findings:
            raise BaitiaoError("import-unproved", file=file, **proved.brief)
        if proved.head != head:
            raise BaitiaoError("import-head-differs", file=file, told=head[:64], found=proved.head)
        if not dry_run:
            put_in_place(draft, path)
    return proved


def _fill(draft: Path, lines: _Lines) -> str:
    """Fills the draft from the lines, in one transaction; returns the head that the document says it has."""
    head = _head(lines)
    with closing(raw_connection(draft)) as connection:
        # Nobody else sees the draft, and it is synced as a whole: what fails is thrown away.
        for pragma in ("journal_mode = memory", "synchronous = off", "foreign_keys = off"):
            connection.execute(f"PRAGMA {pragma}").fetchone()
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("BEGIN IMMEDIATE")
        migrate(connection, 0, head.version)
        _fill_tables(connection, lines)
        migrate(connection, head.version)
        connection.execute("COMMIT")
    return head.head


def _head(lines: _Lines) -> DocumentHead:
    """Passes over the journal, which is not read, to what stands before the tables."""
    first = lines.next()
    if first.startswith(SQLITE_BEGINS):
        raise BaitiaoError("import-of-backup", file=lines.file)
    if not first.startswith(BEGINS):
        raise lines.refused(copies.NOT_AN_EXPORT)
    line = b""
    while not line.startswith(LEDGER):
        line = lines.next()
        if line.startswith(b"]}}"):
            raise BaitiaoError("import-no-ledger", file=lines.file)
    try:
        head = _heads.decode(line.removeprefix(LEDGER) + b"]}")
    except (msgspec.MsgspecError, ValueError) as problem:
        raise lines.refused(copies.NOT_A_HEAD) from problem
    if head.version > SCHEMA_VERSION:
        raise BaitiaoError("import-newer", file=lines.file, version=head.version, known=SCHEMA_VERSION)
    if head.version < FIRST_EXPORTED:
        raise lines.refused(copies.NOT_A_HEAD)
    return head


def _fill_tables(connection: sqlite3.Connection, lines: _Lines) -> None:
    wanted = list(tables_of(connection))
    is_last = False
    while not is_last:
        table = _table(connection, lines, wanted)
        wanted.remove(table.table)
        _fill_table(connection, lines, table)
        end = lines.next()
        is_last = end == b"]}"
        if end not in (b"]},", b"]}"):
            raise lines.refused(copies.NOT_THE_END)
    if lines.next() != _LAST or not lines.is_at_end:
        raise lines.refused(copies.NOT_THE_END)
    if wanted:
        raise lines.refused(filled(copies.TABLE_MISSING, table=wanted[0]))


def _table(connection: sqlite3.Connection, lines: _Lines, wanted: list[str]) -> TableHead:
    """What stands before the rows of the next table: one that is still to be filled, with the columns that it has."""
    try:
        table = _tables.decode(lines.next() + b"]}")
    except (msgspec.MsgspecError, ValueError) as problem:
        raise lines.refused(copies.NOT_A_TABLE) from problem
    if table.table not in wanted or table.columns != columns_of(connection, table.table) or table.row_count < 0:
        raise lines.refused(copies.NOT_A_TABLE)
    return table


def _fill_table(connection: sqlite3.Connection, lines: _Lines, table: TableHead) -> None:
    names, marks = ", ".join(table.columns), ", ".join("?" * len(table.columns))
    insert = f"INSERT INTO {table.table} ({names}) VALUES ({marks})"  # noqa: S608
    try:
        connection.executemany(insert, _values(lines, table.columns, table.row_count))
    except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, UnicodeEncodeError) as problem:
        raise lines.refused(copies.NOT_TAKEN) from problem


def _values(lines: _Lines, columns: Columns, count: int) -> Iterator[list[Any]]:
    """The rows of a table; the line that is read last is the one that the ledger takes or refuses."""
    blobs = [place for place, kind in enumerate(columns.values()) if kind == "BLOB"]
    for number in range(count):
        line = lines.next()
        if line.endswith(b",") == (number == count - 1):
            raise lines.refused(copies.ROWS_MISCOUNTED)
        try:
            row: list[Any] = _rows.decode(line.removesuffix(b","))
            for place in blobs:
                row[place] = row[place] if row[place] is None else b64decode(row[place], validate=True)
        except (msgspec.MsgspecError, ValueError, TypeError, IndexError, Base64Error) as problem:
            raise lines.refused(copies.NOT_A_ROW) from problem
        if len(row) != len(columns):
            raise lines.refused(copies.NOT_A_ROW)
        yield row
