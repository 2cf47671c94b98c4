"""`coupons`: the coupons of an account; and a purchase that takes one."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Purchased
from baitiao_cli.account.views.explain.coupon import explain_coupon
from baitiao_cli.desk.facts import CouponGranted
from baitiao_cli.desk.offers.coupons import CouponState, check_coupon, plan_with, with_coupon
from baitiao_cli.ledger.store import Book, ReadTransaction


class Coupon(msgspec.Struct, frozen=True, kw_only=True):
    """A coupon on a day: what it gives, for which due dates, and whether it is open, used (by which plan) or expired.

    `coupon_fen` is what the lender gives up by it in that plan, as agreed.
    """

    record_id: str
    account_id: str
    granted_on: date
    free_periods: int
    least_fen: int
    products: tuple[str, ...]
    until_on: date
    state: CouponState
    plan_id: str
    coupon_fen: int
    first_due_on: date
    last_due_on: date


def coupons_of(tx: ReadTransaction, account_id: str, as_of: date) -> list[Coupon]:
    """The coupons that an account was given by a day, in the order given; errors of finding the account."""
    book = tx.book(account_id)
    account = book.account(as_of)
    found = []
    for entry in tx.at_desk(as_of, account_id, (CouponGranted,)):
        fact = entry.fact
        assert isinstance(fact, CouponGranted)
        plan = plan_with(account, entry.record_id)
        state: CouponState = "used" if plan else "open" if as_of <= fact.until_on else "expired"
        found.append(
            Coupon(
                record_id=entry.record_id,
                account_id=account_id,
                granted_on=entry.effective_on,
                state=state,
                plan_id=plan.plan_id if plan else "",
                coupon_fen=sum(each.amount_fen for each in explain_coupon(plan)) if plan else 0,
                first_due_on=fact.first_due_on,
                last_due_on=fact.last_due_on,
                free_periods=fact.free_periods,
                least_fen=fact.least_fen,
                products=fact.products,
                until_on=fact.until_on,
            )
        )
    return found


def take_coupon(tx: ReadTransaction, book: Book, coupon_id: str, purchase: Purchased, on: date) -> Purchased:
    """The purchase with what the coupon gives; one on a quote has it already. Refusals of `check_coupon`.

    Also `desk-record-unknown`. Whether it was used is asked of all that is recorded, whatever its day.
    """
    known = book.account(max([on, *(event.effective_on for event in book.events)]))
    entry = tx.desk_record(coupon_id)
    if purchase.coupon:
        check_coupon(purchase, entry, known, on)
        return purchase
    return with_coupon(purchase, entry, known, on)
