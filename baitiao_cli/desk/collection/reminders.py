"""Who is reminded of which due date, by what, and from which time of the day on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Annotated, NamedTuple

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.views.figures import coming_dues
from baitiao_cli.desk.clock import TimeOfDay, is_within
from baitiao_cli.desk.facts import Fired, PreferencesStated
from baitiao_cli.desk.facts.collection import Language, ReminderChannel
from baitiao_cli.desk.rule_files import Misfit, RuleFile
from baitiao_cli.messages.desk.collection import QUIET_ALL_DAY


class ReminderRules(RuleFile, frozen=True, kw_only=True):
    """From how many days before a due date on it is told; and by what, when, and in which hours not, if unasked for."""

    days_before: Annotated[int, msgspec.Meta(ge=0, le=28)]
    channel: ReminderChannel
    language: Language
    send_at: TimeOfDay
    quiet_from: TimeOfDay
    quiet_until: TimeOfDay

    def misfits(self) -> Iterator[Misfit]:
        """Quiet hours that never end."""
        if self.quiet_from == self.quiet_until:
            yield Misfit("$.quiet_until", QUIET_ALL_DAY)


class Wishes(NamedTuple):
    """How a customer is reminded: by what, in which language, and in which hours not."""

    channel: ReminderChannel
    language: Language
    quiet_from: str
    quiet_until: str


class Due(NamedTuple):
    """A due date to be told: which, how much falls due on it in whole fen, how many days ahead it is."""

    due_on: date
    amount_fen: int
    days_ahead: int


def wishes_of(rules: ReminderRules, stated: PreferencesStated | None) -> Wishes:
    """What the customer prefers, and for what they did not say the rules."""
    said = stated or PreferencesStated()
    return Wishes(
        said.channel or rules.channel,
        said.language or rules.language,
        said.quiet_from or rules.quiet_from,
        said.quiet_until or rules.quiet_until,
    )


def last_day(rules: ReminderRules, today: date) -> date:
    """The last day of which due dates are told today."""
    return today + min(timedelta(days=rules.days_before), date.max - today)


def dues_to_tell(account: Account, rules: ReminderRules, told: Collection[date]) -> Iterator[Due]:
    """The due dates of the next `days_before` days, today included, that were not told yet, with what falls due then.

    None of an account that is past due (a reminder of it is collection, see `contacts`), lost or closed.
    """
    today = account.through
    if account.closed_on or "" in account.losses or days_past_due(account, today):
        return
    last_on = last_day(rules, today)
    for due_on, amount_fen in coming_dues(account):
        if due_on > last_on:
            return
        if due_on not in told:
            yield Due(due_on, amount_fen, (due_on - today).days)


def send_time(send_at: str, wishes: Wishes) -> str:
    """From which time of the day on it may be sent: the usual one, or the end of the quiet hours that it falls into.

    >>> [send_time(at, Wishes("text", "zh", "21:00", "10:30")) for at in ("10:00", "10:30", "20:59", "21:00")]
    ['10:30', '10:30', '20:59', '10:30']
    """
    return wishes.quiet_until if is_within(send_at, wishes.quiet_from, wishes.quiet_until) else send_at


def reasons(rules: ReminderRules, wishes: Wishes, due: Due) -> tuple[Fired, ...]:
    """The rules that a reminder comes by: `reminder-due`, and `reminder-quiet-hours` where it waits for their end."""
    told = Fired(rule="reminder-due", observed=str(due.days_ahead), limit=str(rules.days_before))
    return (told, *waits(rules, wishes))


def waits(rules: ReminderRules, wishes: Wishes) -> tuple[Fired, ...]:
    """`reminder-quiet-hours`, where the usual time falls into the quiet hours and what is to be sent waits."""
    at = send_time(rules.send_at, wishes)
    if at == rules.send_at:
        return ()
    quiet = f"{wishes.quiet_from}-{wishes.quiet_until}"
    return (Fired(rule="reminder-quiet-hours", observed=rules.send_at, limit=quiet, effect=at),)
