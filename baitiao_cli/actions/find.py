"""`find`: the right account from what a caller can tell."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.person import masked
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.search import Match
from baitiao_cli.ledger.store import ReadTransaction

MOST_SHOWN = 50


class FoundAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One account that was found: by what (`matched`), in which plans, holds or events, and how it stands."""

    account_id: str
    name: str
    phone: str
    matched: list[str]
    found_in: list[str]
    status: str
    owed_fen: int
    days_past_due: int
    next_due_on: date | None
    next_due_fen: int


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts found, the likeliest first, and how many there are in all; at most `MOST_SHOWN` are told."""

    accounts: list[FoundAccount]
    count: int


def find(tx: ReadTransaction, asked: str, as_of: date) -> Found:
    """The accounts that fit what was asked, as they stand at the end of `as_of`; `nothing-found`.

    Those that were told whole come before those of which a part was told, each in the order of their numbers.
    """
    by_account: dict[str, list[Match]] = {}
    for match in tx.search(asked, as_of):
        by_account.setdefault(match.account_id, []).append(match)
    if not by_account:
        raise BaitiaoError("nothing-found")
    ranked = sorted(by_account.items(), key=_rank)
    shown = [_account(tx, account_id, matches, as_of) for account_id, matches in ranked[:MOST_SHOWN]]
    return Found(accounts=shown, count=len(ranked))


def _rank(found: tuple[str, list[Match]]) -> tuple[bool, int]:
    account_id, matches = found
    return not any(match.is_whole for match in matches), int(account_id[1:])


def _account(tx: ReadTransaction, account_id: str, matches: list[Match], as_of: date) -> FoundAccount:
    account = tx.book(account_id).account(as_of)
    person, now = masked(tx.person(account.person_id)), figures(account)
    return FoundAccount(
        account_id=account_id,
        name=person.name,
        phone=person.phone,
        matched=list(dict.fromkeys(match.code for match in matches)),
        found_in=list(dict.fromkeys(match.found_id for match in matches if match.found_id)),
        status=now.status,
        owed_fen=now.owed_fen,
        days_past_due=now.days_past_due,
        next_due_on=now.next_due_on,
        next_due_fen=now.next_due_fen,
    )
