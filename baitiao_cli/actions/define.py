"""Finds what a word means among the pages of definitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, as_is
from baitiao_cli.messages.columns import LABELS as COLUMNS
from baitiao_cli.messages.definitions import Definition, Page, page, page_names, pages
from baitiao_cli.messages.nearest import nearest_hint
from baitiao_cli.messages.reports import COLUMNS as REPORT_COLUMNS
from baitiao_cli.messages.words import WORDS

UNITS = ("fen", "on", "pct", "count", "ppb", "at")
"""How keys end that say in which unit a figure is."""
CODES = ("class", "bucket", "phase", "row")
"""The columns whose codes are defined, too."""


class Defined(NamedTuple):
    """A name with the page that explains it."""

    page: str
    name: str
    definition: Definition


class Match(NamedTuple):
    """A page (`name` is ""), or a name on it, that has a part of what was asked, and what it is called there."""

    page: str
    name: str
    title: Text


def find_definitions(name: str) -> Page | list[Defined] | list[Match]:
    """The page of that name, or what each page says of it; several that only have a part of it are matches.

    A page or a name may be asked for by its code, by the key of a figure (its unit may be there), or by what it is
    called in either language: a title, the heading of a column, the word for a code. Small and capital letters,
    hyphens, `_` and spaces, one and many are alike. What is a part of one title alone is that. Raises
    `definition-unknown`, which names the nearest.

    >>> [each.name for each in find_definitions("OVERDUE_FEN")], find_definitions("roll rate").name
    (['overdue'], 'aging')
    """
    asked = name.lower().replace("_", "-").replace(" ", "-")
    if asked in page_names():
        return page(asked)
    for wanted in (asked, _without_unit(asked)):
        if found := [each for each in all_definitions() if each.name.lower() == wanted]:
            return found
    called = [(match, _plain(told)) for match in _everything() for told in (match.title.en, match.title.zh)]
    plain = _plain(name)
    for matches in (
        [match for match, told in called if told == plain],
        [match for match, told in called if plain and _is_part(plain, told)],
    ):
        if matches:
            return _told(matches)
    known = [*page_names(), *dict.fromkeys(each.name for each in all_definitions())]
    raise BaitiaoError("definition-unknown", name=name[:32], nearest=nearest_hint(_nearest(asked, known)))


def _told(matches: list[Match]) -> Page | list[Defined] | list[Match]:
    """What matches: told where it is one page or one definition, otherwise each once."""
    by_place = {(match.page, match.name): match for match in matches}
    if len(by_place) > 1:
        return list(by_place.values())
    ((page_name, name),) = by_place
    return [Defined(page_name, name, page(page_name).definitions[name])] if name else page(page_name)


def _everything() -> Iterator[Match]:
    """All pages and definitions, each by everything that it is called."""
    for each in pages():
        yield Match(each.name, "", as_is(each.name))
        yield Match(each.name, "", each.title)
        for name in each.definitions:
            yield Match(each.name, name, as_is(name))
            for title in _titles(name):
                yield Match(each.name, name, title)


def _titles(name: str) -> Iterator[Text]:
    """What tables call a name: the headings of its columns, and the word for it where it is a code."""
    key = name.replace("-", "_")
    for labels in (REPORT_COLUMNS, COLUMNS):
        keys = (key, *(f"{key}_{unit}" for unit in UNITS))
        yield from (labels[each] for each in keys if each in labels)
    for codes in CODES:
        if name in WORDS[codes]:
            yield WORDS[codes][name]


def _plain(text: str) -> str:
    """A title to compare by: in small letters, its words without their plural and one space apart."""
    parts = re.split(r"[\s_,/-]+", text.casefold().strip())
    return " ".join(part[:-1] if len(part) > 3 and part.endswith("s") and part[-2] != "s" else part for part in parts)


def _is_part(asked: str, title: str) -> bool:
    """Whether a title has what was asked: whole words of it, or any signs where they are Chinese."""
    return f" {asked} " in f" {title} " if asked.isascii() else asked in title


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
