"""Which limits that the desk set and coupons that it gave are told to the customer, and which of them are offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from baitiao_cli.account.account import Account
from baitiao_cli.account.limits import ANYTHING, TemporaryLimit
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.desk.collection.reminders import ReminderRules, Wishes, waits
from baitiao_cli.desk.facts import CouponGranted, DeskEntry, Fired
from baitiao_cli.desk.facts.notices import NoticeAbout
from baitiao_cli.desk.offers.coupons import plan_with

OFFERS: frozenset[NoticeAbout] = frozenset({"limit-raised", "season-begun", "coupon-granted"})
"""What a customer need not know, and is not told who wants no offers; what takes something away everybody is told."""

_NIGHT = timedelta(days=1)


class SetLimit(NamedTuple):
    """A limit that a proposal set and that was not reversed: by which record, from when on, and until when if it ends.

    `before_fen` is the lasting limit before.
    """

    record_id: str
    from_on: date
    before_fen: int
    limit_fen: int
    until_on: date | None = None


class News(NamedTuple):
    """Something to be told: of which record, what, from which day on; the limits before and after in whole fen.

    Of a coupon instead how many periods it makes free, and of which products how much must be financed at least. What
    is of the other is 0.
    """

    of_id: str
    about: NoticeAbout
    from_on: date
    before_fen: int = 0
    limit_fen: int = 0
    until_on: date | None = None
    free_periods: int = 0
    least_fen: int = 0
    products: tuple[str, ...] = ()


def limit_news(account: Account, set_limits: Sequence[SetLimit]) -> Iterator[News]:
    """What is to be told of the limits that were set, in the order of their days, once each, on the folded day.

    Of lasting limits only the last, as long as it is the limit; of one for some days that it began, while it is in
    force, and from the day after its last that it ended, unless the limit is no lower then. Nothing of an account that
    is closed.
    """
    if account.closed_on:
        return
    today, lasting = account.through, [one for one in set_limits if one.until_on is None]
    if lasting and account.limits.lasting[ANYTHING] == lasting[-1].limit_fen:
        last = lasting[-1]
        about: NoticeAbout = "limit-raised" if last.limit_fen > last.before_fen else "limit-cut"
        yield News(last.record_id, about, last.from_on, last.before_fen, last.limit_fen)
    for one in set_limits:
        # Another temporary limit may have come in its place, and then it is no news any more.
        if one.until_on is None or account.limits.temporary.get(ANYTHING) != _days_of(one, one.until_on):
            continue
        if today <= one.until_on:
            yield News(one.record_id, "season-begun", one.from_on, one.before_fen, one.limit_fen, one.until_on)
        elif (now_fen := account.limits.on(ANYTHING, today)) < one.limit_fen:
            yield News(one.record_id, "season-ended", one.until_on + _NIGHT, one.limit_fen, now_fen)


def _days_of(one: SetLimit, until_on: date) -> TemporaryLimit:
    return TemporaryLimit(one.limit_fen, one.from_on, until_on)


def coupon_news(account: Account, coupons: Iterable[DeskEntry]) -> Iterator[News]:
    """The coupons that are to be told, once each: those that can be used on the folded day, by an open account."""
    for entry in coupons if account.status == "open" else ():
        fact = entry.fact
        assert isinstance(fact, CouponGranted)
        if account.through <= fact.until_on and plan_with(account, entry.record_id) is None:
            yield News(
                of_id=entry.record_id,
                about="coupon-granted",
                from_on=entry.effective_on,
                until_on=fact.until_on,
                free_periods=fact.free_periods,
                least_fen=fact.least_fen,
                products=fact.products,
            )


def notice_reasons(rules: ReminderRules, wishes: Wishes, news: News) -> tuple[Fired, ...]:
    """The rules that a notice comes by: the one of what it is about, and `reminder-quiet-hours` where it waits.

    What was observed is the limit before, and the effect the limit now; of a coupon the day until which it can be used.
    """
    if news.about == "coupon-granted":
        told = Fired(rule=f"notice-{news.about}", observed=str(news.until_on))
    else:
        before, after = format_yuan(news.before_fen), format_yuan(news.limit_fen)
        told = Fired(rule=f"notice-{news.about}", observed=before, effect=after)
    return (told, *waits(rules, wishes))
