"""Looking for an account by what a caller can tell: an id, a name, the end of a number, an order, a merchant."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.people.person import folded

if TYPE_CHECKING:
    from baitiao_cli.ledger.people.register import NameMatch, People

SHORTEST_TAIL = 4
"""Of an order number at least so many last characters must be told: fewer fit too many people."""

_ID = r"(?=.*[0-9])a?[0-9]*[peh]?[0-9]*"
_TAIL = r"[0-9]{3,}[0-9x]"
_KINDS = {"p": "plan", "h": "hold", "e": "event"}
_BETWEEN_DIGITS = r"(?<=[0-9])[ -]+(?=[0-9x])"


class Match(NamedTuple):
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
    connection: sqlite3.Connection, matches: dict[str, list[NameMatch]], query: str, limits: tuple[int, str]
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
    connection: sqlite3.Connection, matches: dict[str, list[NameMatch]], query: str, limits: tuple[int, str]
) -> Iterator[Match]:
    rows = connection.execute(
        "SELECT account_id, json_extract(body, '$.person_id') FROM events"
        " WHERE number = 1 AND sequence <= ? AND effective_on <= ? ORDER BY sequence",
        limits,
    )
    is_id = re.fullmatch(_ID, query) is not None
    for account_id, person_id in rows:
        if is_id and query in folded(account_id):
            yield Match(account_id, "account", "", query == folded(account_id))
        if query == folded(person_id):
            yield Match(account_id, "person", "", True)
        for match in matches.get(person_id, ()):
            yield Match(account_id, match.code, "", match.is_whole)


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
        order = folded(order_id)
        if order == query or (len(query) >= SHORTEST_TAIL and order.endswith(query)):
            yield Match(account_id, "order", found_id, order == query)
        if query in folded(merchant):
            yield Match(account_id, "merchant", found_id, query == folded(merchant))
