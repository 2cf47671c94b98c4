"""Bills as they were sent."""

from datetime import date

import msgspec

from baitiao_cli.account.events.fact import Fact


class BillFigures(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The figures of one bill, in whole fen; opening + movements + adjustment = closing.

    `adjustment_fen` is what was learned since the bill before was issued about the time that it covered.
    `amount_due_fen` is all that is billed and unpaid; `minimum_due_fen` is the least that keeps the account
    current, of what is due by the due date.
    """

    opening_fen: int
    purchases_fen: int = 0
    interest_fen: int = 0
    fees_fen: int = 0
    late_charges_fen: int = 0
    repayments_fen: int = 0
    payouts_fen: int = 0
    refunds_fen: int = 0
    disputes_fen: int = 0
    waivers_fen: int = 0
    goodwill_fen: int = 0
    other_fen: int = 0
    adjustment_fen: int = 0
    closing_fen: int
    amount_due_fen: int
    minimum_due_fen: int


class BillIssued(Fact, frozen=True, tag="bill-issued"):
    """A bill as it was sent: covers `[from_on, billed_on)`, knew the account's events up to `knew_number`."""

    number: int
    from_on: date
    billed_on: date
    due_on: date
    knew_number: int
    figures: BillFigures
