"""`risk`, `risk check`: what the rules on risk find in accounts, and what a purchase would bring them to find."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from baitiao_cli.actions.desk.every_account import Progress, books
from baitiao_cli.desk.risk.deeds import Deed
from baitiao_cli.desk.risk.findings import ASKED, Finding, findings, hours_unknown
from baitiao_cli.desk.risk.rules import RiskRules
from baitiao_cli.ledger.store import Book, ReadTransaction


class RiskFinding(Finding, frozen=True, kw_only=True):
    """A finding with the account that it is about."""

    account_id: str


class RiskView(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, the longest ago first; of how many purchases looked at nobody knows the hour, and of how many."""

    as_of: date
    rules_version: int
    look_back_days: int
    account_count: int
    purchase_count: int
    hour_unknown_count: int
    findings: list[RiskFinding]


class RiskCheck(msgspec.Struct, frozen=True, kw_only=True):
    """The rules that a purchase would bring to fire."""

    account_id: str
    as_of: date
    amount_fen: int
    category: str
    rules_version: int
    findings: list[RiskFinding]


def look_at_one(tx: ReadTransaction, account_id: str, rules: RiskRules, as_of: date) -> RiskView:
    """What the rules find in one account as of a day; `account-unknown`, `account-not-open-yet`."""
    book = tx.book(account_id)
    book.account(as_of)
    return _look([book], rules, as_of)


def look_at_all(tx: ReadTransaction, rules: RiskRules, as_of: date, progress: Progress | None = None) -> RiskView:
    """What the rules find in every account as of a day."""
    return _look(books(tx, as_of, progress), rules, as_of)


def _look(of: Iterable[Book], rules: RiskRules, as_of: date) -> RiskView:
    found: list[RiskFinding] = []
    account_count = unknown_count = purchase_count = 0
    for book in of:
        found += (_of(book.account_id, one) for one in findings(book.events, rules, as_of))
        unknown, made = hours_unknown(book.events, rules, as_of)
        account_count, unknown_count = account_count + 1, unknown_count + unknown
        purchase_count += made
    return RiskView(
        as_of=as_of,
        rules_version=rules.rules_version,
        look_back_days=rules.look_back_days,
        account_count=account_count,
        purchase_count=purchase_count,
        hour_unknown_count=unknown_count,
        findings=sorted(found, key=lambda one: one.found_on),
    )


def check_purchase(tx: ReadTransaction, account_id: str, purchase: Deed, rules: RiskRules, as_of: date) -> RiskCheck:
    """What the rules would find if the purchase were made as the last of a day; `account-not-open-yet`."""
    book = tx.book(account_id)
    book.account(as_of)
    found = findings(book.events, rules, as_of, asked=purchase)
    return RiskCheck(
        account_id=account_id,
        as_of=as_of,
        amount_fen=purchase.amount_fen,
        category=purchase.category,
        rules_version=rules.rules_version,
        findings=[_of(account_id, one) for one in found if one.event_id == ASKED],
    )


def _of(account_id: str, finding: Finding) -> RiskFinding:
    return RiskFinding(account_id=account_id, **msgspec.structs.asdict(finding))
