"""Facts of joint lending: who funds besides the lender, and what of which product from which day on."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events.fact import Fact


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
