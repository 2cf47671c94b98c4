"""`register`: a merchant in the register, and the discount that it pays from a day on."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from baitiao_cli.account.events import Purchased
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class RegisterAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which merchant, by the name that purchases give, and what it pays of each (`None`: as it was, or nothing)."""

    merchant: str
    discount_ppb: int | None = None


class RegisterAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The merchant as of the day it counts; `discount_before_ppb` is `None` when it is new."""

    merchant_id: str
    merchant: str
    discount_ppb: int
    discount_before_ppb: int | None
    effective_on: date


def act(tx: WriteTransaction, asked: RegisterAsked, call: Call) -> RegisterAnswer:
    """Registers the merchant; purchases that were recorded before keep what they have. `date-in-future` first."""
    on = call.effective_on
    before = tx.merchant(asked.merchant, on)
    merchant = tx.register_merchant(asked.merchant, asked.discount_ppb, on)
    return RegisterAnswer(
        merchant_id=merchant.merchant_id,
        merchant=merchant.name,
        discount_ppb=merchant.discount_ppb,
        discount_before_ppb=before.discount_ppb if before else None,
        effective_on=on,
    )


def with_merchant(tx: WriteTransaction, purchase: Purchased, on: date) -> Purchased:
    """The purchase with the id and the discount of its merchant, if that is registered by its day."""
    merchant = tx.merchant(purchase.merchant, on) if purchase.merchant else None
    if merchant is None:
        return purchase
    return replace(purchase, merchant_id=merchant.merchant_id, discount_ppb=merchant.discount_ppb)


REGISTER = Verb("register", RegisterAsked, RegisterAnswer, act)
