"""`offers review`, `offers grant`: coupons for who paid in time often enough in a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from baitiao_cli.actions.desk.consent import refused_offers
from baitiao_cli.actions.desk.every_account import Progress, open_book, open_books
from baitiao_cli.actions.desk.over_accounts import over_accounts
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.schedule import METHODS
from baitiao_cli.desk.assessment.lateness import past_of
from baitiao_cli.desk.facts import CouponGranted
from baitiao_cli.desk.offers.coupons import CouponObstacle, OfferRules, coupon, due_dates, on_time_streak
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Ledger, ReadTransaction, WriteTransaction
from baitiao_cli.messages import filled
from baitiao_cli.messages.desk.offers import NEVER_FREE
from baitiao_cli.messages.errors.rules import AT_PLACE
from baitiao_cli.products.catalogue import find_product

COUPON = ("first_due_on", "last_due_on", "free_periods", "least_fen", "products", "until_on")
"""What an answer tells of a coupon as it was given."""


class OffersAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Who is looked at ("" all accounts that are open), and the rules."""

    account_id: str = ""
    rules: str
    rule_file: OfferRules


class OfferLine(msgspec.Struct, frozen=True, kw_only=True):
    """A coupon that is given, or could be, for so many due dates in a row; or what stands in the way."""

    record_id: str
    account_id: str
    due_date_count: int
    first_due_on: date
    last_due_on: date
    free_periods: int
    least_fen: int
    products: tuple[str, ...]
    until_on: date
    obstacle: CouponObstacle | None


class OffersAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """How many accounts were looked at, and a line for each that has paid in time often enough."""

    effective_on: date
    looked_at_count: int
    lines: list[OfferLine]
    rules: str
    rules_version: int


def review(tx: ReadTransaction, asked: OffersAsked, on: date, progress: Progress | None = None) -> OffersAnswer:
    """What would be given on a day; nothing is recorded.

    Errors: `rules-invalid` and those of `find_product` for products that no coupon can be for, `account-unknown`,
    `account-not-open-yet`, `account-closed`.
    """
    return _looked_at(tx, asked, on, progress, lambda account_id, fact: "")


def grant(tx: WriteTransaction, asked: OffersAsked, call: Call, progress: Progress | None = None) -> OffersAnswer:
    """Gives the coupons, as of the day that it counts; doing it again gives none. `date-in-future`, and as `review`."""
    on = call.effective_on
    return _looked_at(
        *(tx, asked, on, progress),
        lambda account_id, fact: tx.record_at_desk(account_id, fact, on, call.request_id).record_id,
    )


def _looked_at(
    tx: ReadTransaction,
    asked: OffersAsked,
    on: date,
    progress: Progress | None,
    keep: Callable[[str, CouponGranted], str],
) -> OffersAnswer:
    """A line for each account that has paid in time often enough; `keep` is given each coupon, and tells its record."""
    rules, looked_at, lines = asked.rule_file, 0, []
    product_ids = _product_ids(rules, asked.rules)
    books = [open_book(tx, asked.account_id, on)] if asked.account_id else open_books(tx, on, progress)
    person_id = books[0].account_person if isinstance(books, list) else None
    last_counted, refused = _last_counted(tx, asked.account_id or None), refused_offers(tx, on, person_id)
    for book in books:
        looked_at += 1
        after = last_counted.get(book.account_id)
        # What was in time takes more folds than what was due at all.
        if len(due_dates(book.account(on), after)) < rules.after_due_dates:
            continue
        past = past_of(book.events, on)
        streak = on_time_streak(past, after)
        if len(streak) < rules.after_due_dates:
            continue
        fact = coupon(rules, asked.rules, product_ids, streak, on)
        obstacle: CouponObstacle | None = None
        if past.account.status != "open":
            obstacle = "not-open"
        elif refused.by(book.account_person, on):
            obstacle = "opted-out"
        lines.append(
            OfferLine(
                record_id="" if obstacle else keep(book.account_id, fact),
                account_id=book.account_id,
                due_date_count=len(streak),
                obstacle=obstacle,
                **{name: getattr(fact, name) for name in COUPON},
            )
        )
    return _answer(asked, on, looked_at, lines)


def _product_ids(rules: OfferRules, rules_name: str) -> list[str]:
    """The ids of the products; `rules-invalid` for one whose periods cannot be free, and what `find_product` raises."""
    products = [find_product(name) for name in rules.products]
    for place, product in enumerate(products):
        if "free_periods" not in METHODS[product.method].reads:
            problem = filled(NEVER_FREE, product_id=product.id)
            told = filled(AT_PLACE, problem=problem, place=f"$.products[{place}]")
            raise BaitiaoError("rules-invalid", file=f"{rules_name}.toml", problem=told)
    return [product.id for product in products]


def _last_counted(tx: ReadTransaction, account_id: str | None) -> dict[str, date]:
    """The last due date that earned a coupon, on whichever day it was given, by account."""
    last: dict[str, date] = {}
    for entry in tx.at_desk(date.max, account_id, (CouponGranted,)):
        if isinstance(entry.fact, CouponGranted):
            last[entry.subject] = max(last.get(entry.subject, date.min), entry.fact.last_due_on)
    return last


def grant_all(ledger: Ledger, asked: OffersAsked, call: Call, progress: Progress | None = None) -> OffersAnswer:
    """Gives the coupons of all accounts that are open, each as it stands when its turn comes."""
    answers: list[OffersAnswer] = over_accounts(ledger, OFFERS_GRANT, asked, call, progress)
    lines = [line for each in answers for line in each.lines]
    return _answer(asked, call.effective_on, sum(each.looked_at_count for each in answers), lines)


def _answer(asked: OffersAsked, on: date, looked_at: int, lines: list[OfferLine]) -> OffersAnswer:
    return OffersAnswer(
        effective_on=on,
        looked_at_count=looked_at,
        lines=lines,
        rules=asked.rules,
        rules_version=asked.rule_file.rules_version,
    )


OFFERS_GRANT = Verb("offers grant", OffersAsked, OffersAnswer, grant)
