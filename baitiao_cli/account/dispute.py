"""One dispute: what the customer contests of a purchase, what of it is set aside meanwhile, and how it ended."""

from __future__ import annotations

from datetime import date

import msgspec


class Dispute(msgspec.Struct):
    """`amount_fen` of a purchase that the customer contests; its id is that of the event that opened it.

    `set_aside` is what was unpaid of it, by the plan that it was taken off (`off_rows` what of that its rows ask no
    more), `fees_dropped_fen` the fees that fell with it; what is not set aside was paid. `installments_left` is how
    many installments were to come on the plan that most was taken off (`plan_taken_off`). Lost, what was set aside is
    owed again as plan `owed_again_as`.
    """

    dispute_id: str
    plan_id: str
    opened_on: date
    amount_fen: int
    cause: str
    reason: str = ""
    set_aside: dict[str, int] = msgspec.field(default_factory=dict)
    off_rows: dict[str, int] = msgspec.field(default_factory=dict)
    fees_dropped_fen: int = 0
    installments_left: int = 1
    outcome: str = ""
    decided_by: str = ""
    decided_on: date | None = None
    owed_again_as: str = ""

    @property
    def set_aside_fen(self) -> int:
        """What need not be paid while the dispute is open."""
        return sum(self.set_aside.values())

    @property
    def paid_fen(self) -> int:
        """What of it had been paid: it is given back when the dispute is won."""
        return self.amount_fen - self.set_aside_fen

    @property
    def plan_taken_off(self) -> str:
        """The plan that most was taken off, the oldest of several; the purchase itself where nothing was."""
        return max(self.set_aside, key=self.set_aside.__getitem__, default=self.plan_id)

    @property
    def is_open(self) -> bool:
        """Whether it is not decided."""
        return not self.outcome
