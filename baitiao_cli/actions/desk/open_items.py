"""What the desk has open about an account: its case, promises not due, requests without an answer, coupons not used."""

from __future__ import annotations

from baitiao_cli.account.account import Account
from baitiao_cli.actions.account_lines.desk import OpenItem
from baitiao_cli.actions.desk.coupons import coupons_of
from baitiao_cli.actions.desk.open_case import open_case
from baitiao_cli.actions.desk.promise import promises_of
from baitiao_cli.actions.desk.ticket import list_tickets
from baitiao_cli.ledger.store import Book, ReadTransaction


def open_items(tx: ReadTransaction, book: Book, account: Account) -> list[OpenItem]:
    """What is open on the day that the account is folded to: a case, then promises, requests, coupons by their days."""
    as_of = account.through
    case = open_case(tx, book.account_id, as_of)
    items = [OpenItem(record_id=case.case_id, item="case", since_on=case.opened_on)] if case else []
    items += [
        OpenItem(
            record_id=one.record_id,
            item="promise",
            since_on=one.effective_on,
            by_on=one.by_on,
            amount_fen=one.amount_fen - one.paid_fen,
        )
        for one in promises_of(tx, book, as_of, account)
        if one.state == "open"
    ]
    items += [
        OpenItem(record_id=one.ticket_id, item="ticket", since_on=one.opened_on, by_on=one.answer_by_on)
        for one in list_tickets(tx, book.account_id, as_of)
    ]
    return items + [
        OpenItem(record_id=one.record_id, item="coupon", since_on=one.granted_on, by_on=one.until_on)
        for one in coupons_of(tx, book.account_id, as_of)
        if one.state == "open"
    ]
