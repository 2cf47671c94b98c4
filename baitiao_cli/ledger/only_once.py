"""What there may be only one of over all accounts: an order of a merchant, an open account of a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.labels import UNNAMED_MERCHANT

if TYPE_CHECKING:
    from baitiao_cli.ledger.book import Book


def refuse_order(connection: sqlite3.Connection, plan_id: str, merchant: str, order_id: str) -> None:
    """Refuses an order id that another plan than `plan_id` has with the merchant: `order-id-used`."""
    taken = connection.execute(
        "SELECT plan_id FROM plans WHERE merchant = ? AND order_id = ? AND order_id <> '' AND plan_id <> ?",
        (merchant, order_id, plan_id),
    ).fetchone()
    if taken:
        raise BaitiaoError(
            "order-id-used", order_id=order_id, merchant=merchant or UNNAMED_MERCHANT, plan_id=taken["plan_id"]
        )


def refuse_second_account(
    connection: sqlite3.Connection, person_id: str, book_of: Callable[[str], Book] | None, account_id: str = ""
) -> None:
    """Refuses to open a line for a person who has another one open, naming that one: `person-has-account`.

    One that is to be closed is open until then: `person-has-closing-account`.
    One whose cooling period is over, which the views do not know before, is settled.
    """
    other = connection.execute(
        "SELECT account_id FROM accounts WHERE person_id = ? AND closed_on IS NULL AND account_id <> ?",
        (person_id, account_id),
    ).fetchone()
    if other is None:
        return
    assert book_of is not None, "a transaction that writes knows all its books"
    book = book_of(other["account_id"])
    account = book.account_now()
    if account.cooling:
        raise BaitiaoError("person-has-closing-account", account_id=book.account_id, ends_on=account.cooling.ends_on)
    if account.closed_on is None:
        raise BaitiaoError("person-has-account", account_id=book.account_id)
    book.settle()
