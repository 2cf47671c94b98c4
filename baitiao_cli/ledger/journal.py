"""The journal: what is posted is what the fold says now less what was already posted; lines are only ever added."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from baitiao_cli.account.postings import Posting, ledger_balances

Sums = dict[tuple[str, str], int]
"""Amounts in whole fen by (plan, ledger account)."""


class Group(msgspec.Struct, frozen=True):
    """Journal lines that belong together and sum to zero: one cause on one day."""

    cause: str
    effective_on: date
    sums: Sums


class Correction(msgspec.Struct, frozen=True):
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
    return Counted().groups_to_book([[*postings]], covered_through, posted, correction)


class Counted:
    """The lines of a fold, summed as far as they were looked at: where one only goes on, only what is new is counted.

    The lines come in the same lists each time, of which each may have grown.
    """

    def __init__(self) -> None:
        self._until: list[int] = []
        self._sums: list[Sums] = []

    def groups_to_book(
        self, lists: Sequence[Sequence[Posting]], covered_through: date, posted: Sums, correction: Correction
    ) -> list[Group]:
        """What is to be booked, see `groups_to_book`."""
        if not self._until:
            self._until, self._sums = [0] * len(lists), [{} for _ in lists]
        later: dict[tuple[date, str], list[Posting]] = {}
        to_come: list[tuple[Sums, Posting]] = []
        for place, lines in enumerate(lists):
            sums = self._sums[place]
            for line in lines[self._until[place] :]:
                key = (line.plan_id, line.ledger_account)
                sums.setdefault(key, 0)  # the order is that of the lines, covered or not
                if line.effective_on <= covered_through:
                    sums[key] += line.amount_fen
                else:
                    later.setdefault((line.effective_on, line.cause), []).append(line)
                    to_come.append((sums, line))
            self._until[place] = len(lines)
        corrected = differences(self._covered(), posted)
        for sums, line in to_come:
            sums[line.plan_id, line.ledger_account] += line.amount_fen
        found = [Group(correction.cause, correction.effective_on, corrected)] if corrected else []
        for (effective_on, cause), lines in later.items():
            balances = ledger_balances(lines)
            if balances:
                found.append(Group(cause, effective_on, balances))
        return found

    def _covered(self) -> Sums:
        """The sums of all lists, without those that are zero."""
        covered: Sums = {}
        for sums in self._sums:
            for key, amount_fen in sums.items():
                covered[key] = covered.get(key, 0) + amount_fen
        return {key: amount_fen for key, amount_fen in covered.items() if amount_fen}


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
