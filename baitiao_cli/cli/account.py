"""`baitiao open`, `history`: the line."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.history import account_history
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.secret import Secret
from baitiao_cli.cli.values import (
    argument,
    identity_number,
    money,
    option,
    phone_number,
    price_tier,
    whole,
    words,
)
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import view_command
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.account import open_document
from baitiao_cli.show.document import Document
from baitiao_cli.show.history import history_document


@verb_command(OPEN, open_document)
def open_line(
    name: Annotated[str, option("--name", Secret("--name", words), "NAME")],
    limit_fen: Annotated[int, option("--limit", money, "YUAN")],
    phone: Annotated[str | None, option("--phone", Secret("--phone", phone_number), "PHONE")] = None,
    id_number: Annotated[str | None, option("--id-number", Secret("--id-number", identity_number), "NUMBER")] = None,
    bill_day: Annotated[int | None, option("--bill-day", whole, "DAY")] = None,
    tier: Annotated[Tier | None, option("--tier", price_tier, "TIER")] = None,
    product: Annotated[str | None, option("--product", words, "PRODUCT")] = None,
) -> OpenAsked:
    """Opens a credit line for a person."""
    return OpenAsked(
        name=name,
        limit_fen=limit_fen,
        phone=phone or "",
        id_number=id_number or "",
        bill_day=3 if bill_day is None else bill_day,
        tier=tier or "B",
        product_id=product or "",
    )


@view_command("history", paper=True)
def history(request: Request, tx: ReadTransaction, account_id: Annotated[str, argument("ACCOUNT")]) -> Document:
    """Shows what happened to an account, with the balance after each event."""
    return history_document(account_id, account_history(tx, account_id, request.as_of), request.as_of)
