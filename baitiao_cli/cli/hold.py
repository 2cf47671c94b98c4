"""`baitiao hold`, `capture`, `release`: purchases that are authorised first."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from baitiao_cli.actions.hold import CAPTURE, HOLD, RELEASE, CaptureAsked, HoldAsked, ReleaseAsked
from baitiao_cli.cli.values import argument, code, day, free_name, free_text, money, option, whole, words
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.hold import hold_document, release_document
from baitiao_cli.show.plan import charge_document


@verb_command(HOLD, hold_document)
def hold(
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    installments: Annotated[int | None, option("--installments", whole, "N")] = None,
    product: Annotated[str | None, option("--product", words, "PRODUCT")] = None,
    until: Annotated[date | None, option("--until", day, "DATE")] = None,
    merchant: Annotated[str | None, option("--merchant", words, "NAME")] = None,
    order: Annotated[str | None, option("--order", words, "ID")] = None,
    scene: Annotated[str | None, option("--scene", code, "CODE")] = None,
    category: Annotated[str | None, option("--category", free_name, "TEXT")] = None,
    brand: Annotated[str | None, option("--brand", free_name, "TEXT")] = None,
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
) -> HoldAsked:
    """Authorises a purchase: reserves its amount of the limit."""
    return HoldAsked(
        account_id=account_id,
        amount_fen=amount_fen,
        product_id=product or "",
        installments=installments,
        until=until,
        merchant=merchant or "",
        order_id=order or "",
        scene=scene or "",
        category=category or "",
        brand=brand or "",
        note=note or "",
    )


@verb_command(CAPTURE, charge_document)
def capture(
    hold_id: Annotated[str, argument("HOLD")],
    amount_fen: Annotated[int | None, argument("AMOUNT", money)] = None,
) -> CaptureAsked:
    """Makes the purchase of a hold, or of a part of it."""
    return CaptureAsked(hold_id=hold_id, amount_fen=amount_fen)


@verb_command(RELEASE, release_document)
def release(
    hold_id: Annotated[str, argument("HOLD")],
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> ReleaseAsked:
    """Gives a hold up."""
    return ReleaseAsked(hold_id=hold_id, reason=reason or "")
