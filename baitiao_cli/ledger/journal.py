"""The journal: what is posted is what the fold says now less what was already posted; lines are only ever added."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from baitiao_cli.account.postings import Posting, ledger_balances

Sums = dict[tuple[str, str], int]
"""Amounts in whole fen by (plan, ledger account)."""


class Group(NamedTuple):
    """Journal lines that belong together and sum to zero: one cause on one day."""

    cause: str
    effective_on: date
    sums: Sums


class Correction(NamedTuple):
    """What a difference in the days already covered is booked under: its cause and day."""

    cause: str
    effective_on: date


def groups_to_book(
    postings: Iterable[Posting], covered_through: date, posted: Sums, correction: Correction
) -> list[Group]:
    """What is to be booked so that the journal says what the fold says.

    Lines effective after the covered day are booked under their own cause and day. What differs up to that day is one
    group of `correction`: an event that was recorded late shows what it changed, and nothing that was booked is edited.
    """
    covered: list[Posting] = []
    groups: dict[tuple[date, str], list[Posting]] = {}
    for line in postings:
        if line.effective_on <= covered_through:
            covered.append(line)
        else:
            groups.setdefault((line.effective_on, line.cause), []).append(line)
    corrected = differences(ledger_balances(covered), posted)
    found = [Group(*correction, corrected)] if corrected else []
    for (effective_on, cause), lines in groups.items():
        sums = ledger_balances(lines)
        if sums:
            found.append(Group(cause, effective_on, sums))
    return found


def differences(wanted: Sums, found: Sums) -> Sums:
    """What must be added to `found` to make it `wanted`; equal figures are left out."""
    keys = dict.fromkeys([*wanted, *found])
    added = {key: wanted.get(key, 0) - found.get(key, 0) for key in keys}
    return {key: amount for key, amount in added.items() if amount}


def added(sums: Sums, more: Sums) -> Sums:
    """The sums of both, in the order in which `posted_sums` has them; sums of zero are left out."""
    keys = sorted({*sums, *more})
    found = {key: sums.get(key, 0) + more.get(key, 0) for key in keys}
    return {key: amount for key, amount in found.items() if amount}


def posted_sums(connection: sqlite3.Connection, account_id: str) -> Sums:
    """What the journal says of an account, by plan and ledger account; sums of zero are left out."""
    rows = connection.execute(
        "SELECT plan_id, ledger_account, sum(amount_fen) AS amount_fen"
        " FROM posting_groups JOIN postings USING (group_number)"
        " WHERE account_id = ? GROUP BY plan_id, ledger_account ORDER BY plan_id, ledger_account",
        (account_id,),
    )
    return {(row["plan_id"], row["ledger_account"]): row["amount_fen"] for row in rows if row["amount_fen"]}
