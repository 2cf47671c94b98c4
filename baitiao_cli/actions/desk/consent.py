"""`consent`: what a person agrees to, or does not any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from baitiao_cli.actions.desk.person import person_of
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.facts import ConsentStated, DeskEntry
from baitiao_cli.desk.facts.assessment import ConsentPurpose
from baitiao_cli.desk.offers.consent import OffersRefused
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class ConsentAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose consent (a person's id or an account's) to what, whether it is given, and where that can be looked up."""

    who: str
    purpose: ConsentPurpose
    is_given: bool
    how: str = ""


class ConsentAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The consent as it was recorded; `was_given` is what held before, `None` where nothing was said."""

    record_id: str
    person_id: str
    effective_on: date
    purpose: ConsentPurpose
    is_given: bool
    was_given: bool | None
    how: str


def act(tx: WriteTransaction, asked: ConsentAsked, call: Call) -> ConsentAnswer:
    """Records the consent or its withdrawal, also one that changes nothing: the log keeps each time it was said.

    Errors: `account-unknown`, `person-unknown`, `person-erased`, `date-in-future`.
    """
    person_id, on = person_of(tx, asked.who), call.effective_on
    before = consent_on(consent_log(tx, person_id, on), asked.purpose)
    stated = ConsentStated(purpose=asked.purpose, is_given=asked.is_given, how=asked.how)
    entry = tx.record_at_desk(person_id, stated, on, call.request_id)
    return ConsentAnswer(
        record_id=entry.record_id,
        person_id=person_id,
        effective_on=on,
        purpose=asked.purpose,
        is_given=asked.is_given,
        was_given=before.is_given if before else None,
        how=asked.how,
    )


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a person about a consent, by its record."""

    record_id: str
    since_on: date
    purpose: ConsentPurpose
    is_given: bool
    how: str


def consent_log(tx: ReadTransaction, person_id: str, as_of: date) -> list[Consent]:
    """All that a person said about consents that counts by a day: by its day, of one day the last recorded last."""
    return consents_in(tx.at_desk(as_of, person_id, (ConsentStated,)))


def consents_in(entries: Iterable[DeskEntry]) -> list[Consent]:
    """The consents among records of one person, in the order in which they count."""
    found = [
        Consent(
            record_id=entry.record_id,
            since_on=entry.effective_on,
            purpose=entry.fact.purpose,
            is_given=entry.fact.is_given,
            how=entry.fact.how,
        )
        for entry in entries
        if isinstance(entry.fact, ConsentStated)
    ]
    return sorted(found, key=lambda consent: consent.since_on)


def consent_on(log: Iterable[Consent], purpose: ConsentPurpose) -> Consent | None:
    """What holds of a consent by the end of a log: the last statement, `None` where nothing was said."""
    return next((consent for consent in reversed(list(log)) if consent.purpose == purpose), None)


def refused_offers(tx: ReadTransaction, as_of: date, person_id: str | None = None) -> OffersRefused:
    """Who refuses offers, by all that was said up to a day, by one person or (`None`) by all."""
    return OffersRefused(tx.at_desk(as_of, person_id, (ConsentStated,)))


CONSENT = Verb("consent", ConsentAsked, ConsentAnswer, act)
