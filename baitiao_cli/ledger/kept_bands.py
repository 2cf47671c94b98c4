"""The bands of a day and the moves of the months before it, as far as the kept sums know them; who is to be folded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter

import msgspec

from baitiao_cli.account.views.bands import PAID, Standing, band
from baitiao_cli.calc.dates import day_or_none, month_end
from baitiao_cli.ledger.owed_sums import Row, Sums, add_to, kept, moves_of, owed_of

NOT_TOLD = "owed_through IS NULL OR (next_boundary_on IS NULL AND owed_through < '9999-12-31')"
"""Accounts whose day is not known, or passes though nothing happens: few, and no other index finds them.

The index of version 8 of the schema is made of these words, or SQLite would not see that it can be used.
"""
_OWED = "oldest_unpaid_due_on, is_lost, owed_fen, overdue_fen, owed_through"


class KeptBands(msgspec.Struct, frozen=True):
    """What is known without folding: accounts, what they owe and what of it is overdue, by band; moves of the months.

    Moves are accounts and what they owed before, by (month end, from band, to band). Those `to_fold` are in neither;
    of those `to_fold_now` only the moves are known.
    """

    bands: dict[str, list[int]]
    moves: dict[tuple[date, str, str], list[int]]
    to_fold: list[str]
    to_fold_now: list[str]


def kept_bands(connection: sqlite3.Connection, as_of: date, ends: Sequence[date]) -> KeptBands:
    """The bands at the end of `as_of`, and the moves between some successive month ends, the last one up to it."""
    first, last = (end.isoformat() for end in (ends[0], ends[-1]))
    owed = kept(connection, "owed_sums")
    moves = kept(connection, "month_moves", "WHERE month_end_on > ? AND month_end_on <= ?", (first, last))
    to_fold, to_fold_now = list[str](), list[str]()
    for account in _unknown(connection, as_of):
        add_to(owed, owed_of(account), -1)
        if (account["owed_through"] or "") >= last:
            to_fold_now.append(account["account_id"])
            continue
        to_fold.append(account["account_id"])
        rows = connection.execute(
            "SELECT * FROM month_ends WHERE account_id = ? AND month_end_on >= ? ORDER BY month_end_on",
            (account["account_id"], first),
        )
        of_account = moves_of(rows.fetchall(), account["owed_through"])
        add_to(moves, (part for part in of_account if first < part[0][0] <= last), -1)
    return KeptBands(
        bands=_at_month_end(moves, last) if as_of == ends[-1] else _now(owed, as_of),
        moves={
            (date.fromisoformat(str(end)), str(old), str(new)): [count, from_owed_fen]
            for (end, old, new), (count, _, from_owed_fen, *_) in moves.items()
            if count and old != PAID
        },
        to_fold=to_fold,
        to_fold_now=to_fold_now,
    )


def unknown_on(connection: sqlite3.Connection, as_of: date) -> list[str]:
    """The accounts that must be folded to know their bands on a day, in the order of their numbers."""
    return [account["account_id"] for account in _unknown(connection, as_of)]


def kept_in_band(connection: sqlite3.Connection, as_of: date, name: str) -> Iterator[Standing]:
    """The accounts that owe something in a band at the end of a day, of those that need not be folded."""
    if month_end(as_of) == as_of:
        rows = connection.execute(
            "SELECT account_id, is_lost, month_ends.oldest_unpaid_due_on, month_ends.owed_fen, month_ends.overdue_fen"
            " FROM month_ends JOIN accounts USING (account_id) WHERE month_end_on = :as_of AND owed_through >= :as_of"
            " AND month_ends.owed_fen <> 0 AND band = :band",
            {"as_of": as_of.isoformat(), "band": name},
        )
        return (_standing(row, as_of, name) for row in rows)
    rows = connection.execute(
        f"SELECT account_id, {_OWED} FROM accounts"  # noqa: S608
        " WHERE owed_fen <> 0 AND settled_through <= :as_of AND owed_through >= :as_of",
        {"as_of": as_of.isoformat()},
    )
    return (_standing(row, as_of, name) for row in rows if _band(row, as_of) == name)


def _unknown(connection: sqlite3.Connection, as_of: date) -> list[sqlite3.Row]:
    """Accounts of which nobody looked since an earlier version, that owe by the night, or that are told as of later.

    At the end of a month it does not matter how far they are settled behind it.
    """
    sql = f"SELECT number, account_id, {_OWED} FROM accounts WHERE"  # noqa: S608
    parts = [
        f"{sql} runs_by_night IS NOT 0 AND owed_through < :as_of",
        f"{sql} next_boundary_on <= :as_of",
        f"{sql} ({NOT_TOLD}) AND (owed_through IS NULL OR owed_through < :as_of)",
    ]
    if month_end(as_of) != as_of:
        parts.append(f"{sql} settled_through > :as_of")
    rows = connection.execute(" UNION ".join(parts), {"as_of": as_of.isoformat()})
    return sorted(rows, key=itemgetter("number"))  # asked for in order, SQLite would look at all accounts that way


def _now(owed: Sums, as_of: date) -> dict[str, list[int]]:
    bands = Sums()
    for (due_on, is_lost), sums in owed.items():
        add_to(bands, [((band(as_of, day_or_none(due_on), sums[1], is_lost=bool(is_lost)),), sums)])
    return {str(name): sums for (name,), sums in bands.items() if any(sums)}


def _at_month_end(moves: Sums, last: str) -> dict[str, list[int]]:
    bands = Sums()
    for (end, _, new), (_, owing_count, _, owed_fen, overdue_fen) in moves.items():
        if end == last:
            add_to(bands, [((new,), [owing_count, owed_fen, overdue_fen])])
    return {str(name): sums for (name,), sums in bands.items() if any(sums)}


def _band(row: Row, as_of: date) -> str:
    return band(as_of, day_or_none(row["oldest_unpaid_due_on"]), row["owed_fen"], is_lost=bool(row["is_lost"]))


def _standing(row: Row, as_of: date, name: str) -> Standing:
    oldest_due_on = day_or_none(row["oldest_unpaid_due_on"])
    return Standing(
        account_id=row["account_id"],
        bucket=name,
        days_past_due=(as_of - oldest_due_on).days if oldest_due_on else 0,
        overdue_since_on=oldest_due_on,
        owed_fen=row["owed_fen"],
        overdue_fen=row["overdue_fen"],
    )
