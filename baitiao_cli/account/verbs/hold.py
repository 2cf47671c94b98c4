"""Holds: a purchase is authorised and reserves its amount, and later it is captured, or released."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import HoldPlaced, HoldReleased, Purchased
from baitiao_cli.account.hold import Hold, why_not_ended
from baitiao_cli.account.limits import Purpose
from baitiao_cli.account.terms import Product
from baitiao_cli.account.verbs.charge import check_room, check_schedule, note_unallowed
from baitiao_cli.account.verbs.scene import check_scene
from baitiao_cli.account.verbs.standing import check_may_buy, check_open
from baitiao_cli.calc.dates import step
from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError

LONGEST_DAYS = 365
"""How long an amount may be held: an authorisation that nobody captures for a year is forgotten."""


def decide_hold(account: Account, product: Product, hold: HoldPlaced, on: date) -> HoldPlaced:
    """The hold, when the line would allow the purchase on `on`: the same rules, in the same order, as a purchase.

    After those of a purchase comes `hold-day-out-of-range`: it lasts from its own day to `LONGEST_DAYS` after it.
    """
    check_may_buy(account)
    check_room(account, product, hold.amount_fen, Purpose(hold.scene, hold.merchant))
    check_schedule(account, hold.amount_fen, hold.terms, on)
    check_scene(account, hold.terms, hold.scene, hold.amount_fen, on)
    latest_on = step(on, LONGEST_DAYS, "days")
    if not on <= hold.expires_on <= latest_on:
        raise BaitiaoError("hold-day-out-of-range", expires_on=hold.expires_on, on=on, latest_on=latest_on)
    return hold


def apply_hold(account: Account, hold: HoldPlaced, event_id: str, on: date) -> None:
    """Reserves the amount; what could not have been so is a conflict. It moves no money."""
    note_unallowed(account, event_id, hold.terms, hold.amount_fen, Purpose(hold.scene, hold.merchant), on)
    account.holds[hold.hold_id] = Hold(
        hold_id=hold.hold_id,
        placed_on=on,
        expires_on=hold.expires_on,
        amount_fen=hold.amount_fen,
        terms=hold.terms,
        event_id=event_id,
        merchant=hold.merchant,
        order_id=hold.order_id,
        scene=hold.scene,
        category=hold.category,
        brand=hold.brand,
        note=hold.note,
    )


def find_hold(account: Account, hold_id: str) -> Hold:
    """The hold of that id; `hold-unknown` when the account has none by the day it is folded to."""
    if hold_id not in account.holds:
        raise BaitiaoError("hold-unknown", hold_id=shortened(hold_id))
    return account.holds[hold_id]


def decide_capture(account: Account, capture: Purchased, on: date) -> Purchased:
    """The purchase that captures a hold on `on`: all of it or less; the rest is released.

    A lock or a suspension does not matter, nor a limit that was cut: the purchase was authorised before. Errors, in
    this order: `account-closed`, `hold-unknown`, `hold-captured`, `hold-released`, `hold-expired`,
    `capture-exceeds-hold`, then what makes no schedule.
    """
    check_open(account)
    hold = find_hold(account, capture.hold_id)
    _refuse(why_not_ended(hold, capture.amount_fen, on), hold, on, amount_fen=capture.amount_fen)
    check_schedule(account, capture.financed_fen, capture.terms, on)
    return capture


def decide_release(account: Account, release: HoldReleased, on: date) -> HoldReleased:
    """The release of a hold that is open on `on`. Errors: as for a capture, up to `hold-expired`."""
    check_open(account)
    hold = find_hold(account, release.hold_id)
    _refuse(why_not_ended(hold, 0, on), hold, on)
    return release


def _refuse(code: str, hold: Hold, on: date, **also: object) -> None:
    if code:
        figures = {"held_fen": hold.amount_fen, "ended_on": hold.ended_on(on)}
        raise BaitiaoError(code, hold_id=hold.hold_id, **figures, **also)


def apply_release(account: Account, release: HoldReleased, event_id: str, on: date) -> None:
    """Gives the amount back to the limit; a hold that is not open any more is a conflict."""
    hold = account.holds.get(release.hold_id)
    code = why_not_ended(hold, 0, on)
    if code or hold is None:
        account.conflicts.append(Conflict(event_id, code))
        return
    hold.released_on = on
