"""Service requests: by when each is to be answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, get_args

import msgspec

from baitiao_cli.desk.facts import Fired
from baitiao_cli.desk.facts.service import TicketAbout
from baitiao_cli.desk.rule_files import Misfit, RuleFile
from baitiao_cli.messages.desk.service import DAYS_MISSING

Days = Annotated[int, msgspec.Meta(ge=0, le=365)]


class ServiceRules(RuleFile, frozen=True, kw_only=True):
    """In how many days each kind of request is to be answered."""

    answer_days: dict[TicketAbout, Days]

    def misfits(self) -> Iterator[Misfit]:
        """A kind of request that has no days."""
        for about in get_args(TicketAbout):
            if about not in self.answer_days:
                yield Misfit(f"$.answer_days.{about}", DAYS_MISSING)


def answer_by(rules: ServiceRules, about: TicketAbout, on: date) -> tuple[date, Fired]:
    """The last day on which a request of `on` is answered in time (or the last of all), and the rule that says so."""
    days = rules.answer_days[about]
    by_on = on + min(timedelta(days=days), date.max - on)
    return by_on, Fired(rule="ticket-due", observed=about, limit=str(days), effect=by_on.isoformat())
