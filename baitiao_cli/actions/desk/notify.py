"""`notify`: a notice of each limit that the desk set and coupon that it gave, once, for people or a program to send."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import chain

import msgspec

from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.actions.desk.consent import refused_offers
from baitiao_cli.actions.desk.every_account import Progress
from baitiao_cli.actions.desk.prefer import latest_preferences
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.collection.reminders import ReminderRules, send_time, wishes_of
from baitiao_cli.desk.facts import CouponGranted, DeskEntry, LimitApplied, LimitProposed, NoticeWritten
from baitiao_cli.desk.facts.notices import NoticeAbout
from baitiao_cli.desk.offers.notices import OFFERS, News, SetLimit, coupon_news, limit_news, notice_reasons
from baitiao_cli.ledger.store import Book, ReadTransaction, WriteTransaction


class NotifyAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The rules by which it is told: those of reminders."""

    rules: ReminderRules
    rules_name: str


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice that was written: about what (which record), by what, in which language, and from when on to be sent.

    Of a limit it has the one before and the one now, of a coupon what it gives; what is of the other is 0.
    """

    record_id: str
    account_id: str
    person_id: str
    about: NoticeAbout
    of_id: str
    is_offer: bool
    from_on: date
    until_on: date | None
    before_fen: int
    limit_fen: int
    free_periods: int
    least_fen: int
    products: tuple[str, ...]
    channel: str
    language: str
    send_on: date
    send_at: str
    state: str = "not-sent"


class NotToTell(msgspec.Struct, frozen=True, kw_only=True):
    """An offer that is not told, for its customer wants none."""

    account_id: str
    about: NoticeAbout
    of_id: str


class NotifyAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The notices of a run, in the order of the accounts, and what is not told to who wants no offers."""

    on: date
    notices: list[Notice]
    not_told: list[NotToTell]


def notify(tx: WriteTransaction, asked: NotifyAsked, call: Call, progress: Progress | None = None) -> NotifyAnswer:
    """Writes down a notice of all that is to be told; doing it again finds none. `date-in-future`."""
    on = call.effective_on
    told, preferred, refused = _told(tx), latest_preferences(tx, on), refused_offers(tx, on)
    notices, not_told = [], []
    for book, news in _news(tx, on, progress):
        if (news.of_id, news.about) in told:
            continue
        person_id, is_offer = book.account_person, news.about in OFFERS
        if is_offer and refused.by(person_id, on):
            not_told.append(NotToTell(account_id=book.account_id, about=news.about, of_id=news.of_id))
            continue
        wishes = wishes_of(asked.rules, preferred.get(person_id))
        fact = NoticeWritten(
            rules=asked.rules_name,
            rules_version=asked.rules.rules_version,
            fired=notice_reasons(asked.rules, wishes, news),
            of_id=news.of_id,
            about=news.about,
            is_offer=is_offer,
            channel=wishes.channel,
            language=wishes.language,
            send_at=send_time(asked.rules.send_at, wishes),
        )
        kept = tx.record_at_desk(book.account_id, fact, on, call.request_id)
        notices.append(
            Notice(
                record_id=kept.record_id,
                account_id=book.account_id,
                person_id=person_id,
                send_on=on,
                **{name: getattr(fact, name) for name in ("is_offer", "channel", "language", "send_at")},
                **news._asdict(),
            )
        )
    return NotifyAnswer(on=on, notices=notices, not_told=not_told)


def _told(tx: ReadTransaction) -> set[tuple[str, str]]:
    """What was told, on whichever day: the record, and what of it."""
    entries = tx.at_desk(date.max, None, (NoticeWritten,))
    return {(entry.fact.of_id, entry.fact.about) for entry in entries if isinstance(entry.fact, NoticeWritten)}


def _news(tx: ReadTransaction, on: date, progress: Progress | None) -> Iterator[tuple[Book, News]]:
    """All that there is to be told on a day, told before or not: only accounts with records of it are folded."""
    proposed: dict[str, LimitProposed] = {}
    applied: dict[str, list[DeskEntry]] = defaultdict(list)
    coupons: dict[str, list[DeskEntry]] = defaultdict(list)
    for entry in tx.at_desk(on, None, (LimitProposed, LimitApplied, CouponGranted)):
        if isinstance(entry.fact, LimitProposed):
            proposed[entry.record_id] = entry.fact
        else:
            (applied if isinstance(entry.fact, LimitApplied) else coupons)[entry.subject].append(entry)
    concerned = [account_id for account_id in tx.account_ids() if account_id in applied or account_id in coupons]
    for done, account_id in enumerate(concerned, start=1):
        book = tx.book(account_id)
        account = book.account(on)
        set_limits = _set_limits(book, applied.get(account_id, []), proposed)
        for news in chain(limit_news(account, set_limits), coupon_news(account, coupons.get(account_id, []))):
            yield book, news
        if progress:
            progress(done, len(concerned))


def _set_limits(book: Book, applied: list[DeskEntry], proposed: dict[str, LimitProposed]) -> list[SetLimit]:
    live = {event.event_id for event in live_events(book.events)}
    found = []
    for entry in sorted(applied, key=lambda entry: (entry.effective_on, entry.number)):
        assert isinstance(entry.fact, LimitApplied)
        if entry.fact.event_id in live:
            what = proposed[entry.fact.proposal_id]
            figures = what.limit_fen, what.proposed_fen, what.until_on
            found.append(SetLimit(entry.record_id, entry.effective_on, *figures))
    return found


NOTIFY = Verb("notify", NotifyAsked, NotifyAnswer, notify)
