"""`baitiao promise`, `promises`: what a customer promises to pay by a day, and whether they did."""

from __future__ import annotations

from datetime import date
from typing import Annotated, get_args

from baitiao_cli.actions.desk.promise import PROMISE, PromiseAsked, list_promises
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument, day, free_text, money, one_of, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import view_command
from baitiao_cli.desk.collection.promises import PromiseState
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.desk.promises import promise_document, promises_document
from baitiao_cli.show.document import Document


@verb_command(PROMISE, promise_document)
def promise(
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    by_on: Annotated[date, option("--by", day, "DATE")],
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
) -> PromiseAsked:
    """Records that a customer promises to pay by a day."""
    return PromiseAsked(account_id=account_id, amount_fen=amount_fen, by_on=by_on, note=note or "")


@view_command("promises")
def promises(
    request: Request,
    tx: ReadTransaction,
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    state: Annotated[str | None, option("--state", one_of(*get_args(PromiseState)), "STATE")] = None,
) -> Document:
    """Lists the promises to pay with what has come of them."""
    lines = list_promises(tx, account_id or "", request.as_of, state or "")
    return promises_document(lines, request.as_of, is_filtered=bool(state))
