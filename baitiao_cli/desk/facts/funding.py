"""Facts of joint lending: who funds besides the lender, and what of which product from which day on."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events.fact import Fact
from baitiao_cli.account.terms import Tier


class FunderRegistered(Fact, frozen=True, tag="funder-registered"):
    """A firm (the subject: F1, F2, …) funds together with the lender, which is F0 itself."""

    name: str


class FunderShare(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a funder has of something, in parts per billion of it."""

    funder_id: str
    share_ppb: int


Shares = tuple[FunderShare, ...]
"""The shares of all who have one, in the order of their numbers; they sum to exactly one."""


class FundingAgreed(Fact, frozen=True, tag="funding-agreed"):
    """For plans of a product made from `from_on` on: the shares of principal, and of each kind of charge ("" as that).

    With a `tier` only for those that were made while the account was of it.

    Of charges and subsidies the lender takes `service_ppb` before they are shared. `last_sequence` is the last event
    that the ledger had then: plans that were recorded by it keep what was agreed for them before.
    """

    product_id: str
    from_on: date
    shares: Shares
    last_sequence: int
    interest_shares: Shares = ()
    fee_shares: Shares = ()
    late_charge_shares: Shares = ()
    service_ppb: int = 0
    tier: Tier | None = None


class Moved(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Money of a funder by kind, in whole fen: what came in for it, less what was lent or given back."""

    lent_fen: int = 0
    principal_fen: int = 0
    interest_fen: int = 0
    fee_fen: int = 0
    late_charge_fen: int = 0
    subsidy_fen: int = 0

    @property
    def total_fen(self) -> int:
        """All of it: due to the funder, below zero from it."""
        return sum(getattr(self, name) for name in self.__struct_fields__)


class FundingSettled(Fact, frozen=True, tag="funding-settled"):
    """What is to be paid to a funder (the subject; below zero: by it) for all that counts up to `through_on`.

    `moved` is of the days since the last settlement, `adjustment` what has changed since of days that were settled;
    `due_fen` is both. `settled` is what has been settled so far in all, with this one.
    """

    through_on: date
    due_fen: int
    moved: Moved
    adjustment: Moved
    settled: Moved
