"""`queue`, `queue approve`, `queue release`, `queue decline`: what was found waits for somebody, and is decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

import msgspec

from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.actions.account_lines.desk import ItemLine
from baitiao_cli.actions.desk.risk_scan import KINDS, suspend_for_risk
from baitiao_cli.actions.suspend import ResumeAsked, resume
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.facts import RiskReviewed
from baitiao_cli.desk.facts.risk import Review
from baitiao_cli.desk.risk.queue import RISK, Item, is_of_queue, queue_items, suspension_in_force
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Book, ReadTransaction, WriteTransaction
from baitiao_cli.messages.words import WORDS


def queue(tx: ReadTransaction, as_of: date, *, decided: bool = False) -> list[ItemLine]:
    """The items that wait, or all, as of a day, the one that waits longest first."""
    items = queue_items(tx.at_desk(as_of, kinds=KINDS)).values()
    told = [item for item in items if decided or item.is_waiting]
    books = {account_id: tx.book(account_id) for account_id in {one.account_id for one in told}}
    lines = [item_line(item, books[item.account_id], as_of) for item in told]
    return sorted(lines, key=lambda line: line.kept_on)


def queue_item(tx: ReadTransaction, item_id: str, as_of: date) -> ItemLine:
    """One item with its history; `desk-record-unknown`, `queue-item-unknown`."""
    account_id = tx.desk_record(item_id).subject
    item = queue_items(tx.at_desk(as_of, account_id, KINDS)).get(item_id)
    if item is None:
        raise BaitiaoError("queue-item-unknown", record_id=item_id)
    return item_line(item, tx.book(account_id), as_of)


def items_to_tell(tx: ReadTransaction, book: Book, as_of: date) -> Iterator[ItemLine]:
    """What of an account's items is told with it: those that wait, and those that keep it suspended."""
    in_force = _in_force(book, as_of)
    for item in queue_items(tx.at_desk(as_of, book.account_id, KINDS)).values():
        if item.is_waiting or item.binds(in_force):
            yield item_line(item, book, as_of)


def item_line(item: Item, book: Book, as_of: date) -> ItemLine:
    """The item as of a day, with how the line of its account stands by then."""
    found, in_force = item.found, _in_force(book, as_of)
    live = {event.event_id for event in live_events([one for one in book.events if one.effective_on <= as_of])}
    return ItemLine(
        item_id=item.item_id,
        account_id=item.account_id,
        kept_on=item.kept_on,
        age_days=(as_of - item.kept_on).days,
        rule=item.rule,
        observed=found.fired[0].observed,
        threshold=found.fired[0].limit,
        found_on=found.found_on,
        event_id=found.event_id,
        evidence=found.evidence,
        reversed_ids=tuple(one for one in found.evidence if one not in live),
        action=found.risk_action,
        warning=found.warning,
        status=item.status,
        keeps_suspended=bool(in_force) and item.binds(in_force),
        suspension_id=found.suspension_id,
        reviews=item.reviews,
    )


def _in_force(book: Book, on: date) -> str:
    """The event of the suspension for risk in force; a line that is closed has none."""
    return suspension_in_force(book.events, on) if RISK in book.account(on).suspensions else ""


class ReviewAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which item, and why."""

    item_id: str
    reason: str


class ReviewAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided, by which record, and how the line stands after it.

    `resumption_id` is what lifted the suspension, `suspension_id` what a declined item rests on. `kept_by` are the
    other items that keep the line suspended; `by_hand` tells that somebody's own suspension for risk does.
    `not_suspended` is the code of why a declined item's line could not be suspended.
    """

    record_id: str
    item_id: str
    account_id: str
    rule: str
    review: Review
    reason: str
    effective_on: date
    account_status: str
    resumption_id: str = ""
    suspension_id: str = ""
    kept_by: list[str] = []
    by_hand: bool = False
    not_suspended: str = ""


def review(tx: WriteTransaction, asked: ReviewAsked, call: Call, *, decision: Review) -> ReviewAnswer:
    """Records the decision on an item and lifts, or makes, the suspension that goes with it.

    Approved and released items lift the suspension for risk that was made for the queue, unless another item keeps it;
    declining makes one where there is none and the line is open. Errors, in this order: `date-in-future`;
    `desk-record-unknown`, `queue-item-unknown`; `queue-item-decided`; `queue-before-item`, and `queue-before-review`
    for a day before the last word on it; and of a release `queue-nothing-held` where the item stops nothing (any more),
    `queue-item-blocked` where only a decision lifts it.
    """
    on = call.effective_on
    account_id = tx.desk_record(asked.item_id).subject
    items = queue_items(tx.at_desk(date.max, account_id, KINDS))
    item = _reviewable(items.get(asked.item_id), asked.item_id, decision, on)
    book = tx.book(account_id)
    others = [one for one in items.values() if one is not item]
    in_force, refusal = _in_force(book, on), ""
    fact = RiskReviewed(item_id=item.item_id, review=decision, reason=asked.reason)
    kept_by = [one.item_id for one in others if in_force and one.binds(in_force)]
    by_hand = bool(in_force) and not is_of_queue(in_force, items.values())
    if decision == "declined":
        made, refusal = (in_force, "") if in_force else suspend_for_risk(tx, account_id, call)
        fact = msgspec.structs.replace(fact, suspension_id=made)
    elif in_force and not kept_by and not by_hand:
        lifted = resume(tx, ResumeAsked(account_id=account_id, cause=RISK, reason=asked.reason), call)
        fact = msgspec.structs.replace(fact, resumption_id=lifted.event_id)
    kept = tx.record_at_desk(account_id, fact, on, call.request_id)
    return ReviewAnswer(
        record_id=kept.record_id,
        item_id=item.item_id,
        account_id=account_id,
        rule=item.rule,
        review=decision,
        reason=asked.reason,
        effective_on=on,
        account_status=book.account(call.today).status,
        resumption_id=fact.resumption_id,
        suspension_id=fact.suspension_id,
        kept_by=[] if decision == "declined" else kept_by,
        by_hand=by_hand and decision != "declined",
        not_suspended=refusal,
    )


def _reviewable(item: Item | None, item_id: str, decision: Review, on: date) -> Item:
    """The item, when it may be decided on so; refusals as `review` tells them."""
    if item is None:
        raise BaitiaoError("queue-item-unknown", record_id=item_id)
    if not item.is_waiting:
        last = item.reviews[-1]
        raise BaitiaoError(
            "queue-item-decided", record_id=item_id, review=WORDS["review"][item.status], on=last.reviewed_on
        )
    if on < item.kept_on:
        raise BaitiaoError("queue-before-item", record_id=item_id, on=on, kept_on=item.kept_on)
    if item.reviews and on < item.reviews[-1].reviewed_on:
        raise BaitiaoError("queue-before-review", record_id=item_id, on=on, reviewed_on=item.reviews[-1].reviewed_on)
    if decision == "released":
        if item.found.risk_action == "note" or item.status == "released":
            raise BaitiaoError("queue-nothing-held", record_id=item_id)
        if item.found.risk_action == "block":
            raise BaitiaoError("queue-item-blocked", record_id=item_id)
    return item


QUEUE_APPROVE = Verb("queue approve", ReviewAsked, ReviewAnswer, partial(review, decision="approved"))
QUEUE_RELEASE = Verb("queue release", ReviewAsked, ReviewAnswer, partial(review, decision="released"))
QUEUE_DECLINE = Verb("queue decline", ReviewAsked, ReviewAnswer, partial(review, decision="declined"))
