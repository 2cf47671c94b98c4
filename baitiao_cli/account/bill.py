"""A bill as the fold computes it: its figures, its part of the journal, and each thing that it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from baitiao_cli.account.events import BillFigures, BillIssued


class DueLine(msgspec.Struct, frozen=True):
    """One thing that a bill asks for, in whole fen, as it stood then: `part` names its field of `DueParts`.

    Of a plan: row `number`, due on `due_on`, of the `installment_count` of its schedule then; 0 of what revolves.
    """

    part: str
    plan_id: str
    number: int
    kind: str
    amount_fen: int
    due_on: date
    installment_count: int


def due_by(lines: Iterable[DueLine], on: date) -> Iterator[DueLine]:
    """The lines that are due by `on`."""
    return (line for line in lines if line.due_on <= on)


class DueParts(msgspec.Struct, frozen=True, kw_only=True):
    """What a bill asks for, in whole fen: its amount due by where it comes from."""

    installments_fen: int = 0
    new_purchases_fen: int = 0
    carried_fen: int = 0
    charges_fen: int = 0

    @staticmethod
    def of(lines: Iterable[DueLine]) -> DueParts:
        """The sums of the lines."""
        sums = dict.fromkeys(DueParts.__struct_fields__, 0)
        for line in lines:
            sums[line.part] += line.amount_fen
        return DueParts(**sums)

    @property
    def total_fen(self) -> int:
        """The amount due."""
        return self.installments_fen + self.new_purchases_fen + self.carried_fen + self.charges_fen


class Bill(msgspec.Struct):
    """One bill as the fold computes it now, and the document that was issued, when one was.

    `from_posting` to `until_posting` index the account's journal: the movements that the bill shows.
    `minimum_revolving_fen` is the part of the minimum that the revolving rows ask for, `revolving_paid_fen` what has
    been paid on them since. `deferred_from` is the due date that it had before it was deferred.
    """

    number: int
    from_on: date
    billed_on: date
    due_on: date
    figures: BillFigures
    from_posting: int
    until_posting: int
    due_lines: list[DueLine]
    carried_share_ppb: int
    minimum_revolving_fen: int = 0
    revolving_paid_fen: int = 0
    minimum_met_on: date | None = None
    deferred_from: date | None = None
    issued: BillIssued | None = None

    @property
    def due_parts(self) -> DueParts:
        """The amount due by where it comes from."""
        return DueParts.of(self.due_lines)

    @property
    def stated_due_on(self) -> date:
        """The due date that the bill states: a deferral moves it later."""
        return self.deferred_from or self.due_on

    @property
    def minimum_parts(self) -> DueParts:
        """What of the amount due a minimum can ask for: what is due by the due date that the bill states."""
        return DueParts.of(due_by(self.due_lines, self.stated_due_on))

    @property
    def due_later(self) -> dict[date, int]:
        """What of the amount due was put off until after that due date, in fen, by the day on which it is due."""
        later: dict[date, int] = {}
        for line in sorted(self.due_lines, key=lambda line: line.due_on):
            if line.due_on > self.stated_due_on:
                later[line.due_on] = later.get(line.due_on, 0) + line.amount_fen
        return later
