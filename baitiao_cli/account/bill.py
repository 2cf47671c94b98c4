"""A bill as the fold computes it: its figures, its part of the journal, and each thing that it asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import msgspec

from baitiao_cli.account.events import BillFigures, BillIssued


class DueLine(NamedTuple):
    """One thing that a bill asks for, in whole fen, as it stood then: `part` names its field of `DueParts`.

    Of a plan: row `number` of the `installment_count` that still asked for something, due on `due_on`.
    """

    part: str
    plan_id: str
    number: int
    kind: str
    amount_fen: int
    due_on: date
    installment_count: int


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
