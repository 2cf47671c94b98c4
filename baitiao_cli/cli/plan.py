"""`baitiao charge` and `schedule`: purchases and their plans."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.schedule import schedule as plan_schedule
from baitiao_cli.calc.schedule import down_payment_of
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument, code, day, free_name, free_text, money, option, quote_id, whole, words
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import view_command
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.document import Document
from baitiao_cli.show.plan import charge_document, schedule_document


@verb_command(CHARGE, charge_document)
def charge(
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    installments: Annotated[int | None, option("--installments", whole, "N")] = None,
    product: Annotated[str | None, option("--product", words, "PRODUCT")] = None,
    down_payment: Annotated[str | None, option("--down-payment", words, "SHARE|AMOUNT")] = None,
    trade_in_fen: Annotated[int | None, option("--trade-in", money, "YUAN")] = None,
    first_due_on: Annotated[date | None, option("--first-due", day, "DATE")] = None,
    quote: Annotated[str | None, option("--quote", quote_id, "QUOTE")] = None,
    coupon: Annotated[str | None, option("--coupon", words, "RECORD")] = None,
    merchant: Annotated[str | None, option("--merchant", words, "NAME")] = None,
    order: Annotated[str | None, option("--order", words, "ID")] = None,
    scene: Annotated[str | None, option("--scene", code, "CODE")] = None,
    category: Annotated[str | None, option("--category", free_name, "TEXT")] = None,
    brand: Annotated[str | None, option("--brand", free_name, "TEXT")] = None,
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
) -> ChargeAsked:
    """Records a purchase as a plan: on the next bill, or in installments if their number is given."""
    stated = {
        "--installments": installments,
        "--product": product,
        "--down-payment": down_payment,
        "--trade-in": trade_in_fen,
        "--first-due": first_due_on,
        "--coupon": coupon,
    }
    if quote is not None and any(value is not None for value in stated.values()):
        also = [name for name, value in stated.items() if value is not None]
        raise BaitiaoError("options-exclusive", options=["--quote", *also])
    return ChargeAsked(
        account_id=account_id,
        amount_fen=amount_fen,
        product_id=product or "",
        installments=installments,
        down_payment_fen=down_payment_of(amount_fen, down_payment) if down_payment else 0,
        trade_in_fen=trade_in_fen or 0,
        first_due_on=first_due_on,
        quote_id=quote or "",
        coupon_id=coupon or "",
        merchant=merchant or "",
        order_id=order or "",
        scene=scene or "",
        category=category or "",
        brand=brand or "",
        note=note or "",
    )


@view_command("schedule", paper=True)
def schedule(request: Request, tx: ReadTransaction, plan_id: Annotated[str, argument("PLAN")]) -> Document:
    """Shows the rows of a plan as they stand."""
    return schedule_document(plan_schedule(tx, plan_id, request.as_of), request.as_of)
