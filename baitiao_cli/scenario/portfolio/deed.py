"""A deed: what somebody in a portfolio means to do on a day. The models make them, `doing` does them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from baitiao_cli.scenario.draw import Draw


class Deed(NamedTuple):
    """What is meant to be done, and about what: the name of a way of doing it in `playing.WAYS`."""

    on: date
    do: str
    about: Any = None


def later(draw: Draw, day: date, least: int, most: int) -> date:
    """A day from `least` to `most` days later."""
    return day + timedelta(days=draw.between(least, most))
