"""The statement of a funder: what customers owe it, what has come in for it, and what it has earned, in some days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from baitiao_cli.desk.facts.funding import Moved
from baitiao_cli.desk.funding.split import KINDS, Row


class FunderLine(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of money of a funder over some days, in whole fen.

    `opening` + `added` - `paid` - `given_up` = `closing` is what customers owe; `added` is lent, asked for, or moved
    from elsewhere. `due` is the money that came in less what went out, `apart` by how much more is kept apart (below
    zero), and `earned` = `due` + `closing` - `opening` + `apart`, below zero for a loss.
    """

    kind: str
    opening_fen: int
    added_fen: int
    paid_fen: int
    given_up_fen: int
    closing_fen: int
    due_fen: int
    apart_fen: int
    earned_fen: int


class Sums:
    """The parts of one funder, summed as rows come: what each day's postings add to it."""

    def __init__(self, funder_id: str, from_on: date) -> None:
        self._funder_id, self._from_on = funder_id, from_on
        self._opening: Counter[str] = Counter()
        self._sums: Counter[tuple[str, str, str]] = Counter()

    def add(self, rows: Iterable[Row]) -> None:
        """Adds the rows of an account, of all days up to the last in question."""
        for row in rows:
            part_fen = row.parts.get(self._funder_id, 0)
            if not part_fen:
                continue
            if row.effective_on >= self._from_on:
                self._sums[row.kind, row.side, row.what] += part_fen
            elif row.side == "owed":
                self._opening[row.kind] += part_fen

    def lines(self) -> list[FunderLine]:
        """A line for each kind that has anything."""
        lines = [self._line(kind) for kind in KINDS]
        return [line for line in lines if any(getattr(line, name) for name in AMOUNTS)]

    def _line(self, kind: str) -> FunderLine:
        owed = {what: fen for (of, side, what), fen in self._sums.items() if (of, side) == (kind, "owed")}
        paid_fen = -owed.pop("paid", 0) - owed.pop("refunded", 0)
        given_up_fen = -owed.pop("given-up", 0)
        added_fen, opening_fen = sum(owed.values()), self._opening[kind]
        due_fen, apart_fen = (
            sum(fen for (of, found, _), fen in self._sums.items() if (of, found) == (kind, side))
            for side in ("money", "apart")
        )
        closing_fen = opening_fen + added_fen - paid_fen - given_up_fen
        return FunderLine(
            kind=kind,
            opening_fen=opening_fen,
            added_fen=added_fen,
            paid_fen=paid_fen,
            given_up_fen=given_up_fen,
            closing_fen=closing_fen,
            due_fen=due_fen,
            apart_fen=apart_fen,
            earned_fen=due_fen + closing_fen - opening_fen + apart_fen,
        )


AMOUNTS = tuple(name for name in FunderLine.__struct_fields__ if name.endswith("_fen"))
"""The amounts of a line, in its order."""


def moved(rows: Iterable[Row], funder_id: str) -> Moved:
    """The money of a funder in some rows, by kind; what was lent apart from what came back of it."""
    sums: Counter[str] = Counter()
    for row in rows:
        if row.side == "money":
            is_lent = row.kind == "principal" and row.what in ("drawn", "moved") and row.amount_fen < 0
            sums["lent_fen" if is_lent else f"{row.kind}_fen"] += row.parts.get(funder_id, 0)
    return Moved(**{name: sums[name] for name in Moved.__struct_fields__})


def less(more: Moved, fewer: Moved) -> Moved:
    """The difference, kind by kind.

    >>> less(Moved(fee_fen=5), Moved(fee_fen=2, lent_fen=-1))
    Moved(lent_fen=1, principal_fen=0, interest_fen=0, fee_fen=3, late_charge_fen=0, subsidy_fen=0)
    """
    return Moved(**{name: getattr(more, name) - getattr(fewer, name) for name in Moved.__struct_fields__})


def plus(one: Moved, other: Moved) -> Moved:
    """The sum, kind by kind."""
    return Moved(**{name: getattr(one, name) + getattr(other, name) for name in Moved.__struct_fields__})
