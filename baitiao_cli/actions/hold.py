"""`hold`, `capture`, `release`: a purchase is authorised first, and made or given up later."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import HoldPlaced, HoldReleased, Purchased
from baitiao_cli.account.verbs.hold import decide_capture, decide_hold, decide_release, find_hold
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.charge import BuyAsked, ChargeAnswer, record_purchase
from baitiao_cli.actions.register import with_merchant
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.dates import step
from baitiao_cli.ledger.store import WriteTransaction
from baitiao_cli.products.catalogue import find_product


class HoldAsked(BuyAsked, frozen=True, kw_only=True):
    """What is authorised, and through which day (`None`: as long as the line's terms say)."""

    until: date | None = None


class HoldAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The hold, and the account after it."""

    account_id: str
    hold_id: str
    event_id: str
    effective_on: date
    expires_on: date
    product_id: str
    amount_fen: int
    merchant: str
    order_id: str
    account: Figures
    scene: str = ""
    category: str = ""
    brand: str = ""


class CaptureAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which hold, and how much of it (`None` all)."""

    hold_id: str
    amount_fen: int | None = None


class ReleaseAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which hold, and why."""

    hold_id: str
    reason: str = ""


class ReleaseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What is not held any more, and the account after it."""

    account_id: str
    hold_id: str
    event_id: str
    effective_on: date
    amount_fen: int
    reason: str
    account: Figures


def hold(tx: WriteTransaction, asked: HoldAsked, call: Call) -> HoldAnswer:
    """Reserves the amount, with the terms of the product frozen for the plan that a capture will make."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    placed = HoldPlaced(
        hold_id=f"{book.account_id}H{book.next_hold_number}",
        amount_fen=asked.amount_fen,
        terms=asked.terms(account),
        expires_on=asked.until or step(on, account.line.hold_days, "days"),
        **asked.about,
    )
    event = book.record(decide_hold(account, find_product(asked.product), placed, on), on, call.request_id)
    return HoldAnswer(
        account_id=asked.account_id,
        hold_id=placed.hold_id,
        event_id=event.event_id,
        effective_on=on,
        expires_on=placed.expires_on,
        product_id=placed.terms.product_id,
        amount_fen=asked.amount_fen,
        merchant=asked.merchant,
        order_id=asked.order_id,
        account=figures(book.account(max(call.today, on))),
        scene=asked.scene,
        category=asked.category,
        brand=asked.brand,
    )


def capture(tx: WriteTransaction, asked: CaptureAsked, call: Call) -> ChargeAnswer:
    """Makes the purchase of a hold on its terms, counted from the day of the capture; what it leaves is released."""
    on = call.effective_on
    book = tx.book(tx.account_of_hold(asked.hold_id))
    account = book.account(on)
    held = find_hold(account, asked.hold_id)
    purchase = Purchased(
        plan_id=f"{book.account_id}P{book.next_plan_number}",
        amount_fen=held.amount_fen if asked.amount_fen is None else asked.amount_fen,
        terms=held.terms,
        merchant=held.merchant,
        order_id=held.order_id,
        scene=held.scene,
        category=held.category,
        brand=held.brand,
        note=held.note,
        hold_id=held.hold_id,
    )
    return record_purchase(book, with_merchant(tx, decide_capture(account, purchase, on), on), call)


def release(tx: WriteTransaction, asked: ReleaseAsked, call: Call) -> ReleaseAnswer:
    """Gives the hold up: its amount is available again."""
    on = call.effective_on
    book = tx.book(tx.account_of_hold(asked.hold_id))
    account = book.account(on)
    fact = decide_release(account, HoldReleased(hold_id=asked.hold_id, reason=asked.reason), on)
    amount_fen = find_hold(account, asked.hold_id).amount_fen
    event = book.record(fact, on, call.request_id)
    return ReleaseAnswer(
        account_id=book.account_id,
        hold_id=asked.hold_id,
        event_id=event.event_id,
        effective_on=on,
        amount_fen=amount_fen,
        reason=asked.reason,
        account=figures(book.account(max(call.today, on))),
    )


HOLD = Verb("hold", HoldAsked, HoldAnswer, hold)
CAPTURE = Verb("capture", CaptureAsked, ChargeAnswer, capture)
RELEASE = Verb("release", ReleaseAsked, ReleaseAnswer, release)
