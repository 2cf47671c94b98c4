"""The review queue: what was found and kept, what became of each item, and whether it keeps a line suspended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from baitiao_cli.account.events import Event, Resumed, Suspended
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.desk.facts import DeskEntry, RiskFound, RiskReviewed
from baitiao_cli.desk.risk.findings import Finding
from baitiao_cli.desk.risk.review import Reviewed, Status

RISK: Literal["risk"] = "risk"
"""The cause of the suspensions that are made for what was found."""

WAITING: tuple[Status, ...] = ("open", "released")
"""What somebody still has to decide on."""


class Item(msgspec.Struct, kw_only=True):
    """A finding that was kept, called by its record, with what became of it so far."""

    item_id: str
    account_id: str
    kept_on: date
    found: RiskFound
    status: Status = "open"
    reviews: list[Reviewed] = []

    @property
    def rule(self) -> str:
        """The rule that fired."""
        return self.found.fired[0].rule

    @property
    def is_waiting(self) -> bool:
        """Whether it is not decided."""
        return self.status in WAITING

    def binds(self, in_force: str) -> bool:
        """Whether it keeps the line suspended, by the suspension for risk that is in force.

        That does one to hold or block that is open and not released, and one that was declined while that suspension
        was in force: once somebody has resumed the line in spite of it, it binds no more.
        """
        if self.status == "declined":
            return bool(in_force) and self.reviews[-1].suspension_id == in_force
        return self.status == "open" and self.found.risk_action != "note"


def queue_items(entries: Iterable[DeskEntry]) -> dict[str, Item]:
    """The items by their ids, in the order in which they were kept; a review is the last word on its item."""
    items: dict[str, Item] = {}
    for entry in entries:
        fact = entry.fact
        if isinstance(fact, RiskFound):
            item = Item(item_id=entry.record_id, account_id=entry.subject, kept_on=entry.effective_on, found=fact)
            items[item.item_id] = item
        elif isinstance(fact, RiskReviewed) and fact.item_id in items:
            item = items[fact.item_id]
            item.status = fact.review
            item.reviews.append(
                Reviewed(
                    record_id=entry.record_id,
                    review=fact.review,
                    reviewed_on=entry.effective_on,
                    operator=entry.operator,
                    reason=fact.reason,
                    suspension_id=fact.suspension_id,
                    resumption_id=fact.resumption_id,
                )
            )
    return items


def not_kept(found: Iterable[Finding], items: Sequence[Item]) -> list[Finding]:
    """The findings most of whose events are in no item of the same rule: one cause is kept once, however often asked.

    What is entered late may shift which events come together: a finding more than half of whose events were in items
    before is nothing new.
    """
    known: dict[str, set[str]] = {}
    for item in items:
        known.setdefault(item.rule, set()).update(item.found.evidence)
    return [one for one in found if 2 * len(known.get(one.rule, set()) & set(one.evidence)) <= len(one.evidence)]


def suspension_in_force(events: Iterable[Event], on: date) -> str:
    """The event of the suspension for risk that is in force at the end of a day; "" when there is none.

    A line that is closed, or was opened again, has none of before: ask its fold whether it is suspended.
    """
    live = [event for event in live_events(list(events)) if event.effective_on <= on]
    in_force = ""
    for event in sorted(live, key=lambda event: (event.effective_on, event.number)):
        if isinstance(event.fact, Suspended) and event.fact.cause == RISK:
            in_force = event.event_id
        elif isinstance(event.fact, Resumed) and event.fact.cause == RISK:
            in_force = ""
    return in_force


def is_of_queue(suspension_id: str, items: Iterable[Item]) -> bool:
    """Whether a suspension was made for an item, and not by somebody's own hand."""
    return any(
        suspension_id in (item.found.suspension_id, *(each.suspension_id for each in item.reviews)) for item in items
    )
