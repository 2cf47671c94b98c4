"""When and how often a customer may be contacted about what is past due, and what a contact was against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

import msgspec

from baitiao_cli.desk.clock import TimeOfDay, is_within
from baitiao_cli.desk.facts import ContactMade, Fired
from baitiao_cli.desk.rule_files import Misfit, RuleFile
from baitiao_cli.messages.desk.collection import HOURS_REVERSED

SPOKEN_WITH = ("reached", "refused")
"""The outcomes of a contact in which the customer was spoken with."""


class ContactRules(RuleFile, frozen=True, kw_only=True):
    """From when and until before when, how many calls a day, and whether it rests while relief is asked for."""

    from_time: TimeOfDay
    until_time: TimeOfDay
    most_calls_a_day: Annotated[int, msgspec.Meta(ge=1, le=100)]
    rests_in_hardship: bool

    def misfits(self) -> Iterator[Misfit]:
        """Hours that end before they begin."""
        if self.until_time <= self.from_time:
            yield Misfit("$.until_time", HOURS_REVERSED)


def is_collection(contact: ContactMade, days_past_due: int) -> bool:
    """Whether it is about collecting: so it says, or it reminds of what is past due already.

    >>> reminder = ContactMade(at="12:00", channel="text", about="reminder", outcome="left-word")
    >>> is_collection(reminder, 0), is_collection(reminder, 1)
    (False, True)
    """
    return contact.about == "collection" or (contact.about == "reminder" and days_past_due > 0)


def calls_spoken(contacts: Iterable[ContactMade]) -> int:
    """How many of one day's contacts count for the number of calls: those to collect or remind that were answered.

    >>> def call(about: str, outcome: str) -> ContactMade:
    ...     return ContactMade(at="12:00", channel="call", about=about, outcome=outcome)
    >>> calls_spoken([call("collection", "reached"), call("collection", "not-reached"), call("service", "reached")])
    1
    """
    return sum(
        contact.channel == "call" and contact.about in ("collection", "reminder") and contact.outcome in SPOKEN_WITH
        for contact in contacts
    )


def contact_breaches(
    rules: ContactRules,
    contact: ContactMade,
    *,
    days_past_due: int,
    calls_before: int,
    hardship_since_on: date | None = None,
) -> tuple[Fired, ...]:
    """The rules that a contact is against, in this order; none of what is no collection.

    `collection-hours`: before `from_time`, or at `until_time` or later. `collection-calls`: a call, when `calls_before`
    that day (see `calls_spoken`, of all accounts of the person) are as many as may be. `collection-in-hardship`: while
    a request for relief is open, since `hardship_since_on`.

    >>> rules = ContactRules(
    ...     rules_version=1, from_time="08:00", until_time="22:00", most_calls_a_day=3, rests_in_hardship=True
    ... )
    >>> call = ContactMade(at="22:00", channel="call", about="collection", outcome="reached")
    >>> [one.rule for one in contact_breaches(rules, call, days_past_due=9, calls_before=3)]
    ['collection-hours', 'collection-calls']
    """
    if not is_collection(contact, days_past_due):
        return ()
    fired = []
    if not is_within(contact.at, rules.from_time, rules.until_time):
        limit = f"{rules.from_time}-{rules.until_time}"
        fired.append(Fired(rule="collection-hours", observed=contact.at, limit=limit))
    if contact.channel == "call" and calls_before >= rules.most_calls_a_day:
        observed, limit = str(calls_before + 1), str(rules.most_calls_a_day)
        fired.append(Fired(rule="collection-calls", observed=observed, limit=limit))
    if hardship_since_on and rules.rests_in_hardship:
        fired.append(Fired(rule="collection-in-hardship", observed=hardship_since_on.isoformat()))
    return tuple(fired)
