"""What the desk has about an account, a line each: what is open, and what waits in the review queue."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.desk.risk.review import Reviewed


class OpenItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something open: what it is (case, promise, ticket, coupon), since when, by when, and how much is due (fen)."""

    record_id: str
    item: str
    since_on: date
    by_on: date | None = None
    amount_fen: int | None = None


class ItemLine(msgspec.Struct, frozen=True, kw_only=True):
    """An item of the queue: since when it is there and for how many days, what was found, and how it stands.

    `keeps_suspended` tells whether it keeps the line suspended, `reviews` what was decided on it so far. `reversed_ids`
    are those of its events that were reversed by then: of these nothing is found any more.
    """

    item_id: str
    account_id: str
    kept_on: date
    age_days: int
    rule: str
    observed: str
    threshold: str
    found_on: date
    event_id: str
    evidence: tuple[str, ...]
    reversed_ids: tuple[str, ...]
    action: str
    warning: str
    status: str
    keeps_suspended: bool
    suspension_id: str
    reviews: list[Reviewed]
