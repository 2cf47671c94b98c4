"""Facts of offers: coupons for periods of a plan without interest and fee."""

from __future__ import annotations

from datetime import date

from baitiao_cli.desk.facts.decision import Decision


class CouponGranted(Decision, frozen=True, kw_only=True, tag="coupon-granted"):
    """An account (the subject) is given a coupon, called by the id of this record, for one purchase until a day.

    The first `free_periods` of the plan bear no interest and no fee, if at least `least_fen` are financed on one of the
    products. It is for the due dates from `first_due_on` to `last_due_on`, which earn no other.
    """

    first_due_on: date
    last_due_on: date
    free_periods: int
    least_fen: int
    products: tuple[str, ...]
    until_on: date
