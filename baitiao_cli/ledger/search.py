"""Looking for an account by what a caller can tell: an id, a name, the end of a number, an order, a merchant."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

SHORTEST_TAIL = 4
"""Of a phone, an ID or an order number at least so many last characters must be told: fewer fit too many people."""

_ID = re.compile(r"(?=.*[0-9])a?[0-9]*[peh]?[0-9]*")
_TAIL = re.compile(r"[0-9]{3,}[0-9x]")
_KINDS = {"p": "plan", "h": "hold", "e": "event"}
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[ -]+(?=[0-9x])")


class Match(NamedTuple):
    """Why an account was found.

    `code` says by what (account, plan, hold, event, name, phone, id-number, order, merchant), `found_id` by which plan,
    hold or event ("" for what is the account's own); `is_whole` whether it was told whole and not in part.
    """

    account_id: str
    code: str
    found_id: str
    is_whole: bool


def search(connection: sqlite3.Connection, asked: str, on: date, last_sequence: int) -> Iterator[Match]:
    """Every match of `asked` among the people, and the events up to `last_sequence` that count by `on`.

    A part of an id, a name or a merchant is enough; of a phone, an ID or an order number its end is. Case and full
    width make no difference. Nothing in `asked` is a wildcard.
    """
    query = _folded(asked.strip())
    limits = (last_sequence, on.isoformat())
    yield from _people(connection, query, limits)
    if _ID.fullmatch(query) and re.search("[peh]", query):
        yield from _ids(connection, query, limits)
    yield from _purchases(connection, query, limits)


def _people(connection: sqlite3.Connection, query: str, limits: tuple[int, str]) -> Iterator[Match]:
    rows = connection.execute(
        "SELECT account_id, name, phone, id_number FROM events"
        " LEFT JOIN people ON people.person_id = json_extract(events.body, '$.person_id')"
        " WHERE events.number = 1 AND sequence <= ? AND effective_on <= ? ORDER BY sequence",
        limits,
    )
    number = _BETWEEN_DIGITS.sub("", query)
    is_id, is_tail = _ID.fullmatch(query) is not None, _TAIL.fullmatch(number) is not None
    for account_id, name, phone, id_number in rows:
        if is_id and query in _folded(account_id):
            yield Match(account_id, "account", "", query == _folded(account_id))
        if query in _folded(name or ""):
            yield Match(account_id, "name", "", query == _folded(name))
        for code, text in (("phone", re.sub("[^0-9]", "", phone or "")), ("id-number", _folded(id_number or ""))):
            if is_tail and text.endswith(number):
                yield Match(account_id, code, "", text == number)


def _ids(connection: sqlite3.Connection, query: str, limits: tuple[int, str]) -> Iterator[Match]:
    """Events by their ids, and plans and holds by the ids that their events gave them."""
    code = next(_KINDS[letter] for letter in query if letter in _KINDS)
    column = {"event": "event_id", "plan": "json_extract(body, '$.plan_id')", "hold": "json_extract(body, '$.hold_id')"}
    kinds = {"event": "", "plan": " AND kind = 'purchase-made'", "hold": " AND kind = 'hold-placed'"}
    rows = connection.execute(
        f"SELECT account_id, {column[code]} FROM events"  # noqa: S608
        f" WHERE sequence <= ? AND effective_on <= ?{kinds[code]} AND instr({column[code]}, ?) > 0 ORDER BY sequence",
        (*limits, query.upper()),
    )
    for account_id, found_id in rows:
        yield Match(account_id, code, found_id, query.upper() == found_id)


def _purchases(connection: sqlite3.Connection, query: str, limits: tuple[int, str]) -> Iterator[Match]:
    """Orders and merchants, of purchases and holds, reversed ones too: the customer may ask about those."""
    rows = connection.execute(
        "SELECT account_id, coalesce(json_extract(body, '$.plan_id'), json_extract(body, '$.hold_id')),"
        " json_extract(body, '$.merchant'), json_extract(body, '$.order_id') FROM events"
        " WHERE sequence <= ? AND effective_on <= ? AND kind IN ('purchase-made', 'hold-placed') ORDER BY sequence",
        limits,
    )
    for account_id, found_id, merchant, order_id in rows:
        order = _folded(order_id)
        if order == query or (len(query) >= SHORTEST_TAIL and order.endswith(query)):
            yield Match(account_id, "order", found_id, order == query)
        if query in _folded(merchant):
            yield Match(account_id, "merchant", found_id, query == _folded(merchant))


def _folded(text: str) -> str:
    """Text as it is compared: without case, full-width forms as the usual ones.

    >>> _folded("Ｔ-1001")
    't-1001'
    """
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
