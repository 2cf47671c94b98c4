"""`contact` and `contacts`: that a customer was contacted, held against the rules of collection; and all contacts."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.actions.desk.open_case import open_case
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.clock import known_time
from baitiao_cli.desk.collection.contacts import ContactRules, calls_spoken, contact_breaches
from baitiao_cli.desk.facts import ContactAgainstRules, ContactMade, Fired
from baitiao_cli.desk.facts.contact import Channel, ContactAbout, ContactOutcome
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction
from baitiao_cli.messages import Text, filled, listed
from baitiao_cli.messages.desk.collection import BREACHES


class ContactAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Who was contacted, when, by what and what about; against the rules it is recorded only where that is said."""

    account_id: str
    at: str
    channel: Channel
    about: ContactAbout
    outcome: ContactOutcome
    note: str = ""
    record_anyway: bool = False
    rules: ContactRules
    rules_name: str


class ContactAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The contact as it was recorded, how many answered calls count that day, and what it is against.

    `decision_id` is the record of what it is against ("" for nothing).
    """

    account_id: str
    record_id: str
    effective_on: date
    at: str
    channel: str
    about: str
    outcome: str
    case_id: str
    note: str
    calls_that_day: int
    against: list[Fired]
    decision_id: str = ""


def act(tx: WriteTransaction, asked: ContactAsked, call: Call) -> ContactAnswer:
    """Records the contact; no figure changes.

    Errors: `date-in-future`, `time-to-come` for a time of today's clock that is still to come, `person-erased` about
    anything but service, then `contact-against-rules` with all of them.
    """
    on = call.effective_on
    now = known_time(call.now, on)
    if now and asked.at > f"{now:%H:%M}":
        raise BaitiaoError("time-to-come", at=asked.at, now=f"{now:%H:%M}")
    account = tx.book(asked.account_id).account(on)
    if asked.about != "service":  # somebody who was erased may still complain, and be answered
        tx.refuse_erased(account.person_id)
    case = open_case(tx, asked.account_id, on)
    contact = ContactMade(
        at=asked.at,
        channel=asked.channel,
        about=asked.about,
        outcome=asked.outcome,
        case_id=case.case_id if case and asked.about in ("collection", "reminder") else "",
        note=asked.note,
    )
    before = calls_spoken(_contacts_of_person(tx, account.person_id, on))
    against = contact_breaches(
        asked.rules,
        contact,
        days_past_due=days_past_due(account, on),
        calls_before=before,
        hardship_since_on=account.hardship.since_on if account.hardship else None,
    )
    if against and not asked.record_anyway:
        raise BaitiaoError("contact-against-rules", account_id=asked.account_id, on=on, reasons=breaches_told(against))
    kept = tx.record_at_desk(asked.account_id, contact, on, call.request_id)
    decision_id = ""
    if against:
        decision = ContactAgainstRules(
            rules=asked.rules_name, rules_version=asked.rules.rules_version, fired=against, contact_id=kept.record_id
        )
        decision_id = tx.record_at_desk(asked.account_id, decision, on, call.request_id).record_id
    return ContactAnswer(
        account_id=asked.account_id,
        record_id=kept.record_id,
        effective_on=on,
        **{name: getattr(contact, name) for name in ("at", "channel", "about", "outcome", "case_id", "note")},
        calls_that_day=before + calls_spoken([contact]),
        against=list(against),
        decision_id=decision_id,
    )


def _contacts_of_person(tx: ReadTransaction, person_id: str, on: date) -> list[ContactMade]:
    """What was recorded of that very day so far, of all accounts of the person."""
    return [
        entry.fact
        for account_id in tx.accounts_of_person(person_id)
        for entry in tx.at_desk(on, account_id, (ContactMade,))
        if entry.effective_on == on and isinstance(entry.fact, ContactMade)
    ]


def breaches_told(against: list[Fired] | tuple[Fired, ...]) -> Text:
    """What a contact is against, in words."""
    return listed(filled(BREACHES[one.rule], observed=one.observed, limit=one.limit) for one in against)


class ContactLine(msgspec.Struct, frozen=True, kw_only=True):
    """A contact that was recorded; `against` are the names of the rules that it is against."""

    record_id: str
    account_id: str
    effective_on: date
    at: str
    channel: str
    about: str
    outcome: str
    against: list[str]
    case_id: str
    note: str
    operator: str


def list_contacts(tx: ReadTransaction, account_id: str, as_of: date) -> list[ContactLine]:
    """The contacts of an account (or "" of all) through a day, by day and time; `account-unknown`."""
    subject = tx.book(account_id).account_id if account_id else None
    against: dict[str, list[str]] = {}
    lines = []
    for entry in tx.at_desk(as_of, subject, (ContactMade, ContactAgainstRules)):
        fact = entry.fact
        if isinstance(fact, ContactAgainstRules):
            against[fact.contact_id] = [fired.rule for fired in fact.fired]
        elif isinstance(fact, ContactMade):
            lines.append((entry, fact))
    return [
        ContactLine(
            record_id=entry.record_id,
            account_id=entry.subject,
            effective_on=entry.effective_on,
            **{name: getattr(fact, name) for name in ("at", "channel", "about", "outcome", "case_id", "note")},
            against=against.get(entry.record_id, []),
            operator=entry.operator,
        )
        for entry, fact in sorted(lines, key=lambda line: (line[0].effective_on, line[1].at, line[0].number))
    ]


CONTACT = Verb("contact", ContactAsked, ContactAnswer, act)
