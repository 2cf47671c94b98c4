"""Purchases: they are made or authorised first, sent back or contested."""

from __future__ import annotations

from typing import Any, Literal

from msgspec.structs import replace

from baitiao_cli.account.verbs.refund import refundable_fen
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.dispute import DISPUTE, RESOLVE, DisputeAsked, ResolveAsked
from baitiao_cli.actions.hold import CAPTURE, HOLD, RELEASE, CaptureAsked, HoldAsked, ReleaseAsked
from baitiao_cli.actions.refund import REFUND, RefundAsked
from baitiao_cli.products.catalogue import find_product
from baitiao_cli.scenario.portfolio import buying
from baitiao_cli.scenario.portfolio.borrower import Borrower
from baitiao_cli.scenario.portfolio.buying import Contest, Wish
from baitiao_cli.scenario.portfolio.deed import Deed, later
from baitiao_cli.scenario.portfolio.life import Life

CAPTURED_PCT = 80
"""Of what is authorised; the rest is given up."""


def buy(life: Life, borrower: Borrower, wish: Wish) -> None:
    """Buys something, or has it authorised; what is no part of the bill is shown first with all that it costs."""
    if wish.is_held:
        _authorise(life, borrower, wish)
        return
    asked = ChargeAsked(account_id=borrower.account_id, **_about(borrower, wish))
    if find_product(wish.product_id).line is None:
        if (shown := life.quote(asked)) is None:
            return
        asked = replace(asked, product_id="", installments=None, quote_id=shown.quote_id)
    if bought := life.perform(CHARGE, asked, borrower):
        _have(life, borrower, bought.plan_id)


def _authorise(life: Life, borrower: Borrower, wish: Wish) -> None:
    asked = HoldAsked(account_id=borrower.account_id, **_about(borrower, wish))
    if held := life.perform(HOLD, asked, borrower):
        on = later(borrower.draw, life.today, 1, 12)
        do = "capture" if borrower.draw.happens(CAPTURED_PCT) else "release"
        life.plan(borrower, Deed(on, do, held.hold_id))


def _about(borrower: Borrower, wish: Wish) -> dict[str, Any]:
    return {
        "amount_fen": wish.amount_fen,
        "product_id": wish.product_id,
        "installments": wish.installments,
        "merchant": wish.shop.name,
        "order_id": borrower.next_order_id(),
        "scene": wish.shop.scene,
        "category": wish.shop.category,
        "brand": wish.brand,
    }


def _have(life: Life, borrower: Borrower, plan_id: str) -> None:
    """What was bought is sent back, or contested, or neither."""
    life.plan(borrower, *buying.contested(borrower.payer, borrower.draw, plan_id, life.today))


def capture(life: Life, borrower: Borrower, hold_id: str) -> None:
    """What was authorised is bought."""
    if captured := life.perform(CAPTURE, CaptureAsked(hold_id=hold_id), borrower):
        _have(life, borrower, captured.plan_id)


def release(life: Life, borrower: Borrower, hold_id: str) -> None:
    """What was authorised is given up."""
    life.perform(RELEASE, ReleaseAsked(hold_id=hold_id), borrower)


def refund(life: Life, borrower: Borrower, contest: Contest) -> None:
    """A share of what was bought is sent back."""
    if amount_fen := _contested_fen(life, borrower, contest):
        life.perform(REFUND, RefundAsked(plan_id=contest.plan_id, amount_fen=amount_fen), borrower)


def dispute(life: Life, borrower: Borrower, contest: Contest) -> None:
    """What was bought is contested; how it ends is decided later."""
    if not (amount_fen := _contested_fen(life, borrower, contest)):
        return
    asked = DisputeAsked(plan_id=contest.plan_id, cause=contest.cause, amount_fen=amount_fen)
    if opened := life.perform(DISPUTE, asked, borrower):
        outcome: Literal["won", "lost"] = "won" if contest.is_won else "lost"
        decided = ResolveAsked(dispute_id=opened.event_id, outcome=outcome)
        life.plan(borrower, Deed(later(borrower.draw, life.today, 10, 45), "resolve", decided))


def resolve(life: Life, borrower: Borrower, asked: ResolveAsked) -> None:
    """The dispute ends."""
    life.perform(RESOLVE, asked, borrower)


def _contested_fen(life: Life, borrower: Borrower, contest: Contest) -> int:
    account = life.account(borrower)
    plan = account.plans.get(contest.plan_id)
    return refundable_fen(account, plan) * contest.share_pct // 100 if plan else 0


WAYS: dict[str, Any] = {
    "buy": buy,
    "capture": capture,
    "release": release,
    "refund": refund,
    "dispute": dispute,
    "resolve": resolve,
}
