"""Facts of settlements with merchants: what was settled up to which day, never changed."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events.fact import Fact


class MerchantSums(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is due to a merchant (below zero: from it), in whole fen; `net_fen` is the sum of the others."""

    purchases_fen: int = 0
    refunds_fen: int = 0
    subsidies_fen: int = 0
    discounts_fen: int = 0
    net_fen: int = 0


class MerchantSettled(Fact, frozen=True, tag="merchant-settled"):
    """What is to be paid to a merchant (the subject; below zero: by it) for what was booked up to `through_on`.

    `dues` is `net_fen` by kind; `adjustment_fen` of it counts from days that were settled before and was booked since.
    `settled` is what has been settled so far in all, with this one.
    """

    through_on: date
    net_fen: int
    adjustment_fen: int
    dues: MerchantSums
    settled: MerchantSums
