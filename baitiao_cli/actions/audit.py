"""`audit`: who did what when, the newest last."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

import msgspec

from baitiao_cli.actions.merchants import first_day
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.ledger.trail import Asked, Entry

_ACCOUNT = re.compile(r"A[1-9][0-9]*", re.ASCII)


class AuditView(msgspec.Struct, frozen=True, kw_only=True):
    """The newest entries, in the order in which they were recorded; whether there are older ones.

    `about` is the account, operator or subject that was asked about.
    """

    about: str
    from_on: date | None
    through_on: date | None
    entries: list[Entry]
    has_older: bool


def show_audit(
    tx: ReadTransaction, about: str, from_on: date | None, through_on: date | None, last_count: int
) -> AuditView:
    """At most the last so many entries; errors: `days-reversed`, `account-unknown`, `audit-unknown`.

    What has the form of an account is one, else it is an operator or what a deed is about (a proposal, a person).
    """
    first_day(from_on, through_on or date.max)
    is_account = bool(_ACCOUNT.fullmatch(about.upper()))
    account_id = tx.book(about.upper()).account_id if is_account else ""
    asked = Asked(account_id=account_id, about="" if is_account else about, from_on=from_on, through_on=through_on)
    found = list(islice(tx.trail(asked), last_count + 1))
    if not found and about and next(tx.trail(Asked(account_id=asked.account_id, about=asked.about)), None) is None:
        raise BaitiaoError("audit-unknown")  # not told what: it may be the name of a customer
    return AuditView(
        about=account_id or about,
        from_on=from_on,
        through_on=through_on,
        entries=found[:last_count][::-1],
        has_older=len(found) > last_count,
    )
