"""`baitiao convert`: a bill turned into installments."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.convert import CONVERT, ConvertAsked
from baitiao_cli.cli.values import argument, free_text, money, option, whole, words
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.convert import convert_document


@verb_command(CONVERT, convert_document)
def convert(
    account_id: Annotated[str, argument("ACCOUNT")],
    installments: Annotated[int, option("--installments", whole, "N")],
    amount_fen: Annotated[int | None, option("--amount", money, "YUAN")] = None,
    bill: Annotated[int | None, option("--bill", whole, "NUMBER")] = None,
    product: Annotated[str, option("--product", words, "PRODUCT")] = "inst",
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
) -> ConvertAsked:
    """Turns the new purchases of a bill into installments, by its due date."""
    return ConvertAsked(
        account_id=account_id,
        installments=installments,
        amount_fen=amount_fen,
        bill_number=bill,
        product_id=product,
        note=note or "",
    )
