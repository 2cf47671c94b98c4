"""One hold: an authorised purchase that reserves a part of the limit until it is captured, released, or expires."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.limits import Purpose
from baitiao_cli.account.terms import PlanTerms


class Hold(msgspec.Struct):
    """What is held through the end of `expires_on`, and the day on which it was captured or released before that.

    `terms` are those that the plan of its capture will have; `event_id` names the authorisation.
    """

    hold_id: str
    placed_on: date
    expires_on: date
    amount_fen: int
    terms: PlanTerms
    event_id: str = ""
    merchant: str = ""
    order_id: str = ""
    scene: str = ""
    category: str = ""
    brand: str = ""
    note: str = ""
    captured_on: date | None = None
    released_on: date | None = None

    def status(self, on: date) -> str:
        """ "captured", "released", "expired" or "open" as of `on`; the last day of a hold is `expires_on`."""
        if self.captured_on:
            return "captured"
        if self.released_on:
            return "released"
        return "open" if on <= self.expires_on else "expired"

    @property
    def purpose(self) -> Purpose:
        """What is to be bought, as far as limits know it."""
        return Purpose(self.scene, self.merchant)

    def ended_on(self, on: date) -> date | None:
        """The day on which it was captured or released, or its last day if it has expired; `None` while it is open."""
        return self.captured_on or self.released_on or (None if on <= self.expires_on else self.expires_on)


def why_not_ended(hold: Hold | None, amount_fen: int, on: date) -> str:
    """Why `amount_fen` of a hold cannot be captured on `on` (0: why it cannot be released), as an error's code, or "".

    `hold-unknown` when there is none, `hold-captured`, `hold-released`, `hold-expired`, then `capture-exceeds-hold`.
    """
    if hold is None:
        return "hold-unknown"
    if hold.status(on) != "open":
        return f"hold-{hold.status(on)}"
    return "capture-exceeds-hold" if amount_fen > hold.amount_fen else ""
