"""`find`: the right account from what a caller can tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.masking import Access, told
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.search import Match
from baitiao_cli.ledger.store import ReadTransaction

MOST_SHOWN = 50
SUREST = ("account", "plan", "hold", "event", "person", "phone", "id-number", "order", "name", "merchant")
"""By what an account may be found, the surest first."""


class FoundAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One account that was found: by what (`matched`), in which plans, holds or events, and how it stands."""

    account_id: str
    person_id: str
    name: str
    phone: str
    access: Access
    matched: list[str]
    found_in: list[str]
    status: str
    owed_fen: int
    days_past_due: int
    next_due_on: date | None
    next_due_fen: int

    def __repr__(self) -> str:
        return f"FoundAccount({self.account_id!r})"  # a log or a traceback must not tell who it is


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts found, the likeliest first, and how many there are in all; at most `MOST_SHOWN` are told."""

    accounts: list[FoundAccount]
    count: int


def find(tx: ReadTransaction, asked: Collection[str], as_of: date, unmasked: Collection[str] = ()) -> Found:
    """The accounts that fit what was asked, in one of the ways to read it, as they stand at the end of `as_of`.

    Those that were told whole come before those of which a part was told, each by what was told of them: an id is surer
    than a number, a number than a name, a name than a merchant; then in the order of their numbers. `nothing-found`.
    """
    by_account: dict[str, list[Match]] = {}
    for match in _matches(tx, asked, as_of):
        by_account.setdefault(match.account_id, []).append(match)
    if not by_account:
        raise BaitiaoError("nothing-found")
    ranked = sorted(by_account.items(), key=_rank)
    shown = [_account(tx, account_id, matches, as_of, unmasked) for account_id, matches in ranked[:MOST_SHOWN]]
    return Found(accounts=shown, count=len(ranked))


def account_of_one(found: Found) -> str:
    """An account of the one person found; `unmask-one-person` for several: each look has a reason of its own."""
    people = {account.person_id for account in found.accounts}
    if len(people) > 1:
        raise BaitiaoError("unmask-one-person", count=len(people))
    return found.accounts[0].account_id


def _matches(tx: ReadTransaction, asked: Collection[str], as_of: date) -> Iterator[Match]:
    """What fits; without the key people are not looked at, which is no failure where something else fits."""
    refusal: BaitiaoError | None = None
    found = False
    for query in asked:
        try:
            for match in tx.search(query, as_of):
                found = True
                yield match
        except BaitiaoError as error:
            if not error.code.startswith("key-"):
                raise
            refusal = error
    if refusal and not found:
        raise refusal


def _rank(found: tuple[str, list[Match]]) -> tuple[bool, int, int]:
    account_id, matches = found
    told = min((not match.is_whole, SUREST.index(match.code)) for match in matches)
    return *told, int(account_id[1:])


def _account(
    tx: ReadTransaction, account_id: str, matches: list[Match], as_of: date, unmasked: Collection[str]
) -> FoundAccount:
    account = tx.book(account_id).account(as_of)
    person, now = told(tx, account.person_id, unmasked), figures(account)
    return FoundAccount(
        account_id=account_id,
        person_id=person.person_id,
        name=person.name,
        phone=person.phone,
        access=person.access,
        matched=list(dict.fromkeys(match.code for match in matches)),
        found_in=list(dict.fromkeys(match.found_id for match in matches if match.found_id)),
        status=now.status,
        owed_fen=now.owed_fen,
        days_past_due=now.days_past_due,
        next_due_on=now.next_due_on,
        next_due_fen=now.next_due_fen,
    )
