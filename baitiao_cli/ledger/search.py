"""Looking for an account by what a caller can tell: an id, a name, the end of a number, an order, a merchant."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.people.person import folded
from baitiao_cli.ledger.purchase_index import SHORTEST_TAIL, with_merchant, with_order_end

if TYPE_CHECKING:
    from baitiao_cli.ledger.people.register import NameMatch, People

_ID = r"(?=.*[0-9])a?[0-9]*[peh]?[0-9]*"
_TAIL = r"[0-9]{3,}[0-9x]"
_KINDS = {"p": "plan", "h": "hold", "e": "event"}
_BETWEEN_DIGITS = r"(?<=[0-9])[ -]+(?=[0-9x])"


_COLUMNS = (
    *("sequence", "account_id", "event_id", "json_extract(body, '$.merchant')", "json_extract(body, '$.order_id')"),
    "coalesce(json_extract(body, '$.plan_id'), json_extract(body, '$.hold_id'))",
)

Limits = tuple[int, str]
"""Up to which event, and up to which day."""


class _Event(msgspec.Struct, frozen=True):
    """What is looked at of an event; merchant, order and purchase are those of a purchase or a hold."""

    sequence: int
    account_id: str
    event_id: str
    merchant: str
    order_id: str
    purchase_id: str


class Match(msgspec.Struct, frozen=True):
    """Why an account was found.

    `code` says by what (account, plan, hold, event, person, name, phone, id-number, order, merchant), `found_id` by
    which plan, hold or event ("" for what is the account's own); `is_whole` whether it was told whole and not in part.
    """

    account_id: str
    code: str
    found_id: str
    is_whole: bool


def search(connection: sqlite3.Connection, people: People, asked: str, on: date, last_sequence: int) -> Iterator[Match]:
    """Every match of `asked` among the people, and the events up to `last_sequence` that count by `on`.

    A part of an id (of a person's all of it), a name or a merchant is enough; of a phone, an ID or an order number its
    end is. Case and full width make no difference. Nothing in `asked` is a wildcard. Where the ledger's key is not to
    be had, people are not looked at, and when nothing else fits the search is refused with what is wrong with the key.
    """
    query = folded(asked.strip())
    limits = (last_sequence, on.isoformat())
    matches, refusal = _people(people, query)
    found = False
    for match in _all(connection, matches, query, limits):
        found = True
        yield match
    if refusal and not found:
        raise refusal


def _all(
    connection: sqlite3.Connection, matches: dict[str, list[NameMatch]], query: str, limits: Limits
) -> Iterator[Match]:
    yield from _accounts(connection, matches, query, limits)
    if re.fullmatch(_ID, query) and re.search("[peh]", query):
        yield from _ids(connection, query, limits)
    yield from _purchases(connection, query, limits)


def _people(people: People, query: str) -> tuple[dict[str, list[NameMatch]], BaitiaoError | None]:
    """Who fits, by person, or what is wrong with the key."""
    number = re.sub(_BETWEEN_DIGITS, "", query).removeprefix("+")
    matches: dict[str, list[NameMatch]] = {}
    try:
        for match in people.matches(query, number if re.fullmatch(_TAIL, number) else None):
            matches.setdefault(match.person_id, []).append(match)
    except BaitiaoError as error:
        if not error.code.startswith("key-"):
            raise
        return {}, error
    return matches, None


def _accounts(
    connection: sqlite3.Connection, matches: dict[str, list[NameMatch]], query: str, limits: Limits
) -> Iterator[Match]:
    def openings(where: str, *values: str) -> Iterator[_Event]:
        known = f"number = 1 AND account_id IN (SELECT account_id FROM accounts WHERE {where})"  # noqa: S608
        return _events(connection, known, values, limits)

    if re.fullmatch(_ID, query):
        for event in openings(*_having("account_id", query)):
            yield Match(event.account_id, "account", "", query == folded(event.account_id))
    for event in openings("person_id = ?", query.upper()):
        yield Match(event.account_id, "person", "", True)
    for person_id, fitting in matches.items():
        for event in openings("person_id = ?", person_id):
            for match in fitting:
                yield Match(event.account_id, match.code, "", match.is_whole)


def _ids(connection: sqlite3.Connection, query: str, limits: Limits) -> Iterator[Match]:
    """Events by their ids, and plans and holds by the ids that their events gave them."""
    code = next(_KINDS[letter] for letter in query if letter in _KINDS)
    column = {"event": "event_id", "plan": "json_extract(body, '$.plan_id')", "hold": "json_extract(body, '$.hold_id')"}
    kinds = {"event": "", "plan": "kind = 'purchase-made' AND ", "hold": "kind = 'hold-placed' AND "}
    having, *values = _having(column[code], query)
    if account := re.match("a[0-9]+", query):  # whatever has such an id is that account's
        having, values = f"account_id = ? AND {having}", [account[0].upper(), *values]
    for event in _events(connection, kinds[code] + having, values, limits):
        found_id = event.event_id if code == "event" else event.purchase_id
        yield Match(event.account_id, code, found_id, query.upper() == found_id)


def _having(column: str, query: str) -> tuple[str, ...]:
    """What is true of the ids that have the query in them, and its values: of digits and capital letters, A first."""
    asked = query.upper()
    if asked.startswith("A"):
        return f"{column} >= ? AND {column} < ?", asked, f"{asked}a"
    return f"instr({column}, ?) > 0", asked


def _purchases(connection: sqlite3.Connection, query: str, limits: Limits) -> Iterator[Match]:
    """Orders and merchants, of purchases and holds, reversed ones too: the customer may ask about those."""
    found = {*with_order_end(connection, query[-SHORTEST_TAIL:]), *with_merchant(connection, query)}
    for sequence in sorted(found):
        for event in _events(connection, "sequence = ?", (sequence,), limits):
            order = folded(event.order_id)
            if order == query or (len(query) >= SHORTEST_TAIL and order.endswith(query)):
                yield Match(event.account_id, "order", event.purchase_id, order == query)
            if query in folded(event.merchant):
                yield Match(event.account_id, "merchant", event.purchase_id, query == folded(event.merchant))


def _events(
    connection: sqlite3.Connection, where: str, values: Iterable[str | int], limits: Limits
) -> Iterator[_Event]:
    known = f"SELECT {', '.join(_COLUMNS)} FROM events WHERE {where} AND sequence <= ? AND effective_on <= ?"  # noqa: S608
    return (_Event(*row) for row in connection.execute(f"{known} ORDER BY sequence", (*values, *limits)))
