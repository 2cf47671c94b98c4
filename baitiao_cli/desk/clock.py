"""Times of the day as the desk writes them (`21:59`, Shanghai's clock), and spans of them that may pass midnight."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import msgspec

from baitiao_cli.calc.dates import SHANGHAI

TIME = r"\A([01][0-9]|2[0-3]):[0-5][0-9]\Z"

TimeOfDay = Annotated[str, msgspec.Meta(pattern=TIME)]
"""A time of the day to the minute; as texts they are in the order of the day."""


def known_time(recorded_at: str, on: date) -> datetime | None:
    """The time in Shanghai at which something of a day was recorded; `None` where that says nothing of it.

    That is so when it was recorded on another day, and when the moment is a full hour to the microsecond: the clock of
    a played or generated history, which is made up.

    >>> known_time("2026-03-04T18:30:05.120000Z", date(2026, 3, 5)).hour
    2
    >>> [known_time(at, date(2026, 3, 4)) for at in ("2026-03-04T18:30:05Z", "2026-03-04T02:00:00Z")]
    [None, None]
    """
    try:
        moment = datetime.fromisoformat(recorded_at).astimezone(SHANGHAI)
    except ValueError:
        return None
    is_made_up = not (moment.minute or moment.second or moment.microsecond)
    return None if is_made_up or moment.date() != on else moment


def is_within(at: str, from_at: str, until_at: str) -> bool:
    """Whether a time is in `[from_at, until_at)`, which passes midnight where its end is not after its begin.

    >>> [is_within(at, "21:00", "09:00") for at in ("20:59", "21:00", "00:00", "08:59", "09:00")]
    [False, True, True, True, False]
    >>> [is_within(at, "08:00", "22:00") for at in ("07:59", "08:00", "21:59", "22:00")]
    [False, True, True, False]
    """
    if from_at < until_at:
        return from_at <= at < until_at
    return at >= from_at or at < until_at
