"""Times of the day as the desk writes them (`21:59`, Shanghai's clock), and spans of them that may pass midnight."""

from __future__ import annotations

from typing import Annotated

import msgspec

TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"

TimeOfDay = Annotated[str, msgspec.Meta(pattern=TIME)]
"""A time of the day to the minute; as texts they are in the order of the day."""


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
