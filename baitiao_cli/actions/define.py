"""Finds what a word means among the pages of definitions."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions import Definition, Page, page, page_names, pages
from baitiao_cli.messages.nearest import nearest_hint

UNITS = ("fen", "on", "pct", "count", "ppb", "at")
"""How keys end that say in which unit a figure is."""


class Defined(NamedTuple):
    """A name with the page that explains it."""

    page: str
    name: str
    definition: Definition


def find_definitions(name: str) -> Page | list[Defined]:
    """The page of that name, or what each page says of it; small and capital letters, and _ for -, are alike.

    The unit at the end of a key may be there. Raises `definition-unknown`, which names the nearest.

    >>> [each.name for each in find_definitions("OVERDUE_FEN")]
    ['overdue']
    """
    asked = name.lower().replace("_", "-").replace(" ", "-")
    if asked in page_names():
        return page(asked)
    for wanted in (asked, _without_unit(asked)):
        if found := [each for each in all_definitions() if each.name.lower() == wanted]:
            return found
    known = [*page_names(), *dict.fromkeys(each.name for each in all_definitions())]
    raise BaitiaoError("definition-unknown", name=name[:32], nearest=nearest_hint(_nearest(asked, known)))


def sentences_of(names: Iterable[str]) -> dict[str, Text]:
    """What each of some names that belong together means; where several pages explain one, the page with most of them.

    >>> sentences_of(["months-on-book", "cash-like"])["cash-like"] == page("score").definitions["cash-like"].sentence
    True
    """
    asked = set(names)
    by_page = sorted((each.definitions for each in pages()), key=lambda known: len(asked & known.keys()))
    return {name: known[name].sentence for known in by_page for name in known if name in asked}


def all_definitions() -> list[Defined]:
    """Everything that is explained, page by page."""
    return [Defined(each.name, name, told) for each in pages() for name, told in each.definitions.items()]


def _nearest(asked: str, known: list[str]) -> list[str]:
    """The names that have a word of what was asked, or else look like it."""
    parts = {word for word in asked.split("-") if word}
    by_small = {each.lower(): each for each in known}
    near = [small for small in by_small if parts & set(small.split("-"))] or get_close_matches(asked, by_small)
    return [by_small[small] for small in near]


def _without_unit(asked: str) -> str:
    start, _, end = asked.rpartition("-")
    return start if end in UNITS else asked
