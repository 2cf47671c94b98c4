"""The clock of a scenario, and its days: of the calendar, so long from now, or the next ones of an account."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from baitiao_cli.calc.dates import parse_date, step
from baitiao_cli.errors import BaitiaoError

_SPAN = re.compile(r"([+-])([0-9]{1,5}) (day|week|month)s?", re.ASCII)
_NEXT = re.compile(r"next (bill|due date)(?: of (\S{1,32}))?", re.ASCII)
_FIGURES = {"bill": "next_bill_on", "due date": "next_due_on"}


def clock(today: date) -> str:
    """The instant of a day at which what happens on it is recorded: ten in the morning in Shanghai."""
    return f"{today}T02:00:00.000000Z"


class Moment(NamedTuple):
    """A day, and the day from which it was counted in months: five times a month from the 31st is no other than 5."""

    day: date
    anchor: date
    months: int = 0

    @staticmethod
    def at(day: date) -> Moment:
        """A day of the calendar."""
        return Moment(day, day)


def moment(text: Any, now: Moment | None, ask: Callable[[str, date, str], Any]) -> Moment:
    """The day that is written, from `now` on; `ask(account, as_of, key)` looks up a figure of an account.

    Errors: `scenario-date-malformed`, `scenario-date-missing`, `date-out-of-range`.
    """
    if isinstance(text, date):
        return Moment.at(text)
    text = str(text)
    if re.fullmatch(r"[0-9]{4}-.*", text, re.ASCII):
        return Moment.at(parse_date(text))
    span, coming = _SPAN.fullmatch(text), _NEXT.fullmatch(text)
    if now is None or not (span or coming):
        raise BaitiaoError("scenario-date-malformed", text=text[:32])
    if span:
        count = int(span[1] + span[2])
        if span[3] == "month":
            return Moment(step(now.anchor, now.months + count, "months"), now.anchor, now.months + count)
        return Moment.at(step(now.day, count, f"{span[3]}s"))
    assert coming is not None
    found = ask(
        coming[2] or "", now.day + timedelta(days=1) if coming[1] == "due date" else now.day, _FIGURES[coming[1]]
    )
    if not isinstance(found, date) or found <= now.day:
        raise BaitiaoError("scenario-date-missing", today=now.day, text=text[:32])
    return Moment.at(found)
