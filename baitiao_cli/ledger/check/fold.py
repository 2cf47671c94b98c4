"""Proof of what follows from the facts: views, journal and bills of an account say what the fold of its events says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from baitiao_cli.account.events import BillFigures, BillIssued, Event
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.replay import LONGEST_YEARS
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger import day_sums, owed_sums, purchase_index
from baitiao_cli.ledger.check.snapshots import folded_otherwise
from baitiao_cli.ledger.codec import event_of
from baitiao_cli.ledger.finding import Finding, stopped
from baitiao_cli.ledger.journal import posted_sums
from baitiao_cli.ledger.views import VIEWS, Row, View, folded, rows_of, stored_rows

NOT_LOOKED_AT = {(name, None) for name in ("runs_by_night", "owed_fen", "overdue_fen", "is_lost", "owed_through")}
"""What an account says that an earlier version of the program settled last: nothing that could be wrong."""


def account_ids_of(connection: sqlite3.Connection) -> list[str]:
    """Every account that the events or the views speak of."""
    rows = connection.execute("SELECT account_id FROM accounts UNION SELECT account_id FROM events ORDER BY 1")
    return [row["account_id"] for row in rows.fetchall()]


def account_findings(connection: sqlite3.Connection, account_id: str) -> Iterator[Finding]:
    """What of an account is not what its events make it, as of the day that it is settled through."""
    stored = stored_rows(connection, account_id)
    try:
        events = events_of(connection, account_id)
        yield from _bill_findings(account_id, events)
        if not stored["accounts"]:
            yield _view_finding("accounts", account_id, "account_id", "missing", account_id)
            return
        fold = folded(events, _settled_through(connection, account_id, stored["accounts"][0]))
    except (BaitiaoError, msgspec.MsgspecError, ValueError) as problem:
        yield stopped(account_id, problem)
        return
    wanted = rows_of(fold, events)
    if stored["accounts"][0]["owed_through"] is None:
        wanted["month_ends"] = []
    for view in VIEWS:
        yield from _row_findings(view, wanted[view.name], stored[view.name])
    expected, posted = ledger_balances(fold.account.journal), posted_sums(connection, account_id)
    for plan_id, ledger_account in dict.fromkeys([*expected, *posted]):
        key = plan_id, ledger_account
        if expected.get(key, 0) != posted.get(key, 0):
            yield _journal_finding(plan_id or account_id, ledger_account, posted.get(key, 0), expected.get(key, 0))
    yield from folded_otherwise(connection, account_id, events)


def events_of(connection: sqlite3.Connection, account_id: str) -> list[Event]:
    """The events of an account in their order; `ledger-damaged` names one that cannot be read."""
    rows = connection.execute("SELECT * FROM events WHERE account_id = ? ORDER BY number", (account_id,))
    return [event_of(row) for row in rows.fetchall()]


def last_fact_on(connection: sqlite3.Connection, account_id: str) -> date | None:
    """The last day that an account's facts speak of: the journal covers it; `None` without events."""
    row = connection.execute(
        "SELECT max(effective_on) AS event_on,"
        " (SELECT max(posted_on) FROM posting_groups WHERE account_id = :account_id) AS posted_on"
        " FROM events WHERE account_id = :account_id",
        {"account_id": account_id},
    ).fetchone()
    return date.fromisoformat(max(row["event_on"], row["posted_on"] or "")) if row["event_on"] else None


def _settled_through(connection: sqlite3.Connection, account_id: str, stored: Row) -> date:
    """The day that the view says it is of, when it can be true; else the last day of the facts, to compare with."""
    last_on, through = last_fact_on(connection, account_id), date.fromisoformat(str(stored["settled_through"]))
    assert last_on is not None
    return through if last_on <= through and through.year <= last_on.year + LONGEST_YEARS else last_on


def _row_findings(view: View, wanted: list[Row], stored: list[Row]) -> Iterator[Finding]:
    after = {tuple(row[column] for column in view.key): row for row in wanted}
    before = {tuple(row[column] for column in view.key): row for row in stored}
    for key in dict.fromkeys([*after, *before]):
        where = " ".join(map(str, key))
        if key not in before:
            yield _view_finding(view.name, where, view.key[-1], "missing", key[-1])
        elif key not in after:
            yield _view_finding(view.name, where, view.key[-1], key[-1], "missing")
        else:
            for column, value in after[key].items():
                if before[key].get(column) != value and (column, before[key].get(column)) not in NOT_LOOKED_AT:
                    yield _view_finding(view.name, where, column, before[key].get(column), value)


def _view_finding(table: str, where: str, column: str, found: object, expected: object) -> Finding:
    # Merchants and notes may be personal; what they should say is in the events.
    if column in {"merchant", "order_id", "note"} and table != "purchase_index":
        found = expected = "…"
    return Finding("check-view", where, {"table": table, "column": column, "found": found, "expected": expected})


def _journal_finding(where: str, ledger_account: str, posted_fen: int, expected_fen: int) -> Finding:
    figures = {"ledger_account": ledger_account, "posted_fen": posted_fen, "expected_fen": expected_fen}
    return Finding("check-journal", where, dict(figures))


def _bill_findings(account_id: str, events: list[Event]) -> Iterator[Finding]:
    """Bills are numbered without a gap, open with what the last one closed with, and add up (law 26)."""
    number, closing_fen = 0, 0
    for event in events:
        bill = event.fact
        if not isinstance(bill, BillIssued):
            continue
        problems = {
            f"number {bill.number}, not {number + 1}": bill.number != number + 1,
            "opening": bill.figures.opening_fen != closing_fen,
            "opening + movements + adjustment = closing": _closing_fen(bill.figures) != bill.figures.closing_fen,
            "minimum <= amount due": bill.figures.minimum_due_fen > bill.figures.amount_due_fen,
            "knew_number": bill.knew_number != event.number - 1,
        }
        for problem, is_wrong in problems.items():
            if is_wrong:
                figures = {"number": bill.number, "account_id": account_id, "event_id": event.event_id}
                yield Finding("check-bill", event.event_id, {**figures, "problem": problem})
        number, closing_fen = bill.number, bill.figures.closing_fen


def _closing_fen(figures: BillFigures) -> int:
    closing = ("closing_fen", "amount_due_fen", "minimum_due_fen")
    return sum(getattr(figures, name) for name in figures.__struct_fields__ if name not in closing)


def day_sum_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Where the sums by day are not those of the postings, which were added up before."""
    sums = connection.execute("SELECT row_key, of_what, sum_fen FROM temp.journal_sums WHERE view = 'day_sums'")
    booked_sums = {(day, ledger_account): amount_fen for day, ledger_account, amount_fen in sums}
    for (day, ledger_account), kept, booked in day_sums.differing(day_sums.kept(connection), booked_sums):
        found, expected = ("missing" if fen is None else fen for fen in (kept, booked))
        yield _view_finding("day_sums", f"{day} {ledger_account}", "amount_fen", found, expected)


def purchase_index_findings(
    connection: sqlite3.Connection, told: Iterable[purchase_index.Row], keys: tuple[int, int] = purchase_index.ALL
) -> Iterator[Finding]:
    """Where what purchases are looked for by is not what their events say."""
    for sequence, kept, wanted in purchase_index.differing(connection, told, keys):
        column = "order_end" if kept and wanted and kept[1] == wanted[1] else "merchant"
        found, expected = ("missing" if row is None else "…" for row in (kept, wanted))
        yield _view_finding("purchase_index", f"event no. {sequence}", column, found, expected)


def owed_sum_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Where the sums of what is owed are not those of the accounts and their month ends."""
    for table, key, column, found, expected in owed_sums.differing(connection):
        yield _view_finding(table, " ".join(map(str, key)).strip(), column, found, expected)


def sum_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Where a view is not what the journal sums to: what is used of a limit, a credit balance, a plan's balance."""
    for view, key, column in (
        ("accounts", "account_id", "used_fen"),
        ("accounts", "account_id", "credit_fen"),
        ("plans", "plan_id", "balance_fen"),
    ):
        rows = connection.execute(
            f"SELECT {key}, {column}, coalesce(sum_fen, 0) FROM {view} LEFT JOIN temp.journal_sums"  # noqa: S608
            f" ON view = ? AND row_key = {key} AND of_what = ?"
            f" WHERE {column} <> coalesce(sum_fen, 0) ORDER BY {view}.rowid",
            (view, column),
        )
        for where, found, expected in rows:
            yield _view_finding(view, where, column, found, expected)
