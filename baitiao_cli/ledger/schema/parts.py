"""What tables are made of: kinds of columns, and the statements that make a table and its guards."""

from __future__ import annotations

from baitiao_cli.calc.money import MAX_FEN

# Money that may be on either side, and dates that are really in the calendar: `date(d) = d` would take 30 February.
FEN = f"INTEGER NOT NULL CHECK ({{name}} BETWEEN -{MAX_FEN} AND {MAX_FEN})"
DATE = "TEXT NOT NULL CHECK ({name} IS date({name}, '+0 days'))"
MAYBE_DATE = "TEXT CHECK ({name} IS date({name}, '+0 days'))"
INSTANT = "TEXT NOT NULL CHECK (datetime({name}) IS NOT NULL)"
HASH = "TEXT NOT NULL CHECK (length({name}) = 64)"
COUNT = "INTEGER NOT NULL CHECK ({name} >= 1)"
FLAG = "INTEGER NOT NULL CHECK ({name} IN (0, 1))"
TEXT = "TEXT NOT NULL"

# What a posting or an event points at may be written after it, and a view may be emptied and filled again.
LATER = "DEFERRABLE INITIALLY DEFERRED"

Columns = dict[str, str]


def table_sql(name: str, columns: Columns, constraint: str, *, by_key: bool = False) -> str:
    """The statement that makes one STRICT table, laid out to be read at a SQL prompt; stored `by_key` or as written."""
    lines = [f"{column} {kind.replace('{name}', column)}" for column, kind in columns.items()]
    body = ",\n  ".join([*lines, constraint] if constraint else lines)
    return f"CREATE TABLE {name} (\n  {body}\n) STRICT{', WITHOUT ROWID' if by_key else ''}"


def trigger_sql(name: str, event: str, reason: str) -> str:
    """The statement that makes a trigger which refuses."""
    return f"CREATE TRIGGER {name} {event}\nBEGIN\n  SELECT RAISE(ABORT, '{reason}');\nEND"


def append_only_triggers(table: str, taken: str) -> list[str]:
    """The three guards of a table of facts: no update, no delete, and no insert over a row that is there.

    `taken` finds that row by any of its keys: INSERT OR REPLACE would delete it without asking the delete guard.
    """
    return [
        trigger_sql(f"{table}_no_update", f"BEFORE UPDATE ON {table}", f"{table} are never changed"),
        trigger_sql(f"{table}_no_delete", f"BEFORE DELETE ON {table}", f"{table} are never deleted"),
        trigger_sql(
            f"{table}_no_replace",
            f"BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken})",  # noqa: S608
            f"{table} are never replaced",
        ),
    ]
