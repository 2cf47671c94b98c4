"""`compliance check`: the whole ledger held against the rules of the land."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.events import Event, Opened, Purchased
from baitiao_cli.account.quote import Shown
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.actions.desk.every_account import Progress, books
from baitiao_cli.desk.collection.contacts import calls_spoken
from baitiao_cli.desk.compliance.case import Case, ContactSeen, Finding, PersonSeen, Reported
from baitiao_cli.desk.compliance.check import RULES, Judged, Verdict, judge, rule_named
from baitiao_cli.desk.compliance.history import History, opening_limit
from baitiao_cli.desk.compliance.rules import ComplianceRules
from baitiao_cli.desk.facts import (
    BureauFileMade,
    ConsentStated,
    ContactMade,
    CouponGranted,
    DeskEntry,
    NoticeGiven,
    NoticeWritten,
)
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Book, ReadTransaction


class RuleLine(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one rule: its verdict, how many things it judged, could not judge and found broken, and those."""

    rule: str
    verdict: Verdict
    judged_count: int
    unjudged_count: int
    broken_count: int
    source_en: str
    source_zh: str
    findings: list[Finding]


class Compliance(msgspec.Struct, frozen=True, kw_only=True):
    """The ledger on a day, held against the rules of a file: one line a rule."""

    rules_version: int
    account_count: int
    broken_count: int
    lines: list[RuleLine]


def check_compliance(
    tx: ReadTransaction,
    rules: ComplianceRules,
    as_of: date,
    only: str = "",
    progress: Progress | None = None,
) -> Compliance:
    """Every account that was opened by a day, and every person, held against all rules or only one of them."""
    seen = _Seen(tx, as_of, progress)
    judged = judge(rules, [only] if only else RULES, seen.cases(), seen.people, seen.reported, as_of)
    lines = [_line(rules, one) for one in judged]
    return Compliance(
        rules_version=rules.rules_version,
        account_count=seen.account_count,
        broken_count=sum(line.verdict == "broken" for line in lines),
        lines=lines,
    )


def _line(rules: ComplianceRules, judged: Judged) -> RuleLine:
    rule = rule_named(rules, judged.rule)
    return RuleLine(
        rule=judged.rule,
        verdict=judged.verdict,
        judged_count=judged.judged_count,
        unjudged_count=judged.unjudged_count,
        broken_count=len(judged.breaches),
        source_en=rule.source_en,
        source_zh=rule.source_zh,
        findings=judged.breaches,
    )


class _Seen:
    """What the rules are shown: the accounts one after the other, then the people whose lines they were."""

    def __init__(self, tx: ReadTransaction, as_of: date, progress: Progress | None) -> None:
        self._tx, self._as_of, self._progress = tx, as_of, progress
        self._last: dict[str, tuple[date, str]] = {}
        self._contacts: dict[str, list[tuple[DeskEntry, ContactMade]]] = defaultdict(list)
        self._person_of: dict[str, str] = {}
        self.account_count = 0

    def cases(self) -> Iterator[Case]:
        """Each account, folded once; of it only what its person needs is kept."""
        for entry in self._tx.at_desk(self._as_of, kinds=(ContactMade,)):
            if isinstance(entry.fact, ContactMade):
                self._contacts[entry.subject].append((entry, entry.fact))
        for book in books(self._tx, self._as_of, self._progress):
            yield self._case(book)

    def _case(self, book: Book) -> Case:
        history = History()
        account = replay(book.events, self._as_of, watch=history)
        events = [event for event in live_events(book.events) if event.effective_on <= self._as_of]
        opening = next(event for event in events if isinstance(event.fact, Opened))
        self.account_count += 1
        self._note(account)
        return Case(
            account=account,
            events=events,
            payments=history.payments,
            limits=[opening_limit(opening), *history.limits],
            contacts=[*self._contacts_of(book)],
            quotes=_quotes(self._tx, events),
        )

    def _contacts_of(self, book: Book) -> Iterator[ContactSeen]:
        """The contacts of an account, each with how late it was and how often its person had been spoken with."""
        for entry, contact in self._contacts.get(book.account_id, []):
            on = entry.effective_on
            before = [
                other
                for account_id in self._tx.accounts_of_person(book.account_person)
                for one, other in self._contacts.get(account_id, [])
                if one.effective_on == on and (other.at, one.number) < (contact.at, entry.number)
            ]
            yield ContactSeen(
                record_id=entry.record_id,
                on=on,
                contact=contact,
                days_past_due=days_past_due(book.account(on), on),
                calls_before=calls_spoken(before),
            )

    def _note(self, account: Account) -> None:
        self._person_of[account.account_id] = account.person_id
        known = self._last.get(account.person_id, (date.min, ""))
        self._last[account.person_id] = max(known, (account.closed_on or date.max, account.account_id))

    def reported(self) -> Reported:
        """What was recorded around reports to a bureau and offers; to be asked when all accounts were seen."""
        kinds = (ConsentStated, NoticeGiven, BureauFileMade, CouponGranted, NoticeWritten)
        return Reported(entries=[*self._tx.at_desk(self._as_of, kinds=kinds)], person_of=self._person_of)

    def people(self) -> list[PersonSeen]:
        """Whose lines the accounts were; to be asked when all accounts were seen."""
        erased = self._tx.erased_people()
        return [
            PersonSeen(
                person_id=person_id,
                account_id=account_id,
                last_closed_on=None if closed_on == date.max else closed_on,
                is_erased=person_id in erased,
            )
            for person_id, (closed_on, account_id) in self._last.items()
        ]


def _quotes(tx: ReadTransaction, events: Sequence[Event]) -> dict[str, Shown | None]:
    """The quotes that purchases name; `None` for one that is not kept."""
    named = {event.fact.quote_id for event in events if isinstance(event.fact, Purchased) and event.fact.quote_id}
    return {quote_id: _quote(tx, quote_id) for quote_id in sorted(named)}


def _quote(tx: ReadTransaction, quote_id: str) -> Shown | None:
    try:
        return tx.quote(quote_id)
    except BaitiaoError as error:
        if error.code != "quote-unknown":
            raise
        return None
