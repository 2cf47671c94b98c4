"""`prefer`: how a customer wants to be reminded."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.facts import PreferencesStated
from baitiao_cli.desk.facts.collection import Language, ReminderChannel
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class PreferAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What the customer of an account says; `None` stays as it was, two empty times are no quiet hours of theirs."""

    account_id: str
    channel: ReminderChannel | None = None
    language: Language | None = None
    quiet: tuple[str, str] | None = None


class PreferAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """All that the customer prefers from then on; `None` and "" is what the rules of reminders say."""

    account_id: str
    record_id: str
    effective_on: date
    channel: str | None
    language: str | None
    quiet_from: str
    quiet_until: str


def act(tx: WriteTransaction, asked: PreferAsked, call: Call) -> PreferAnswer:
    """Records it of the person, so that it counts for all accounts of theirs.

    Errors: `date-in-future`, `preference-needed`, `account-unknown`, `person-erased`.
    """
    on = call.effective_on
    if asked.channel is None and asked.language is None and asked.quiet is None:
        raise BaitiaoError("preference-needed", account_id=asked.account_id)
    person_id = tx.book(asked.account_id).account(on).person_id
    tx.refuse_erased(person_id)
    said = preferences_of(tx, person_id, on) or PreferencesStated()
    quiet_from, quiet_until = asked.quiet or (said.quiet_from, said.quiet_until)
    if asked.quiet == ("", ""):
        quiet_from = quiet_until = ""
    now = replace(
        said,
        channel=asked.channel or said.channel,
        language=asked.language or said.language,
        quiet_from=quiet_from,
        quiet_until=quiet_until,
    )
    kept = tx.record_at_desk(person_id, now, on, call.request_id)
    return PreferAnswer(
        account_id=asked.account_id,
        record_id=kept.record_id,
        effective_on=on,
        **{name: getattr(now, name) for name in ("channel", "language", "quiet_from", "quiet_until")},
    )


def preferences_of(tx: ReadTransaction, person_id: str, on: date) -> PreferencesStated | None:
    """What a person prefers on a day: what was stated for the latest day up to it, of one day the last recorded."""
    return latest_preferences(tx, on, person_id).get(person_id)


def latest_preferences(tx: ReadTransaction, on: date, person_id: str | None = None) -> dict[str, PreferencesStated]:
    """What each person who said so prefers on a day."""
    found: dict[str, PreferencesStated] = {}
    stated = tx.at_desk(on, person_id, (PreferencesStated,))
    for entry in sorted(stated, key=lambda entry: (entry.effective_on, entry.number)):
        if isinstance(entry.fact, PreferencesStated):
            found[entry.subject] = entry.fact
    return found


PREFER = Verb("prefer", PreferAsked, PreferAnswer, act)
