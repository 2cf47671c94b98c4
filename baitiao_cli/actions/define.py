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
from baitiao_cli.messages.labels import MONEY_LABEL
from baitiao_cli.messages.nearest import nearest_hint
from baitiao_cli.messages.reports import COLUMNS as REPORT_COLUMNS
from baitiao_cli.messages.words import WORDS

LANGUAGES = ("en", "zh")
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

    A page or a name may be asked for by its code, by the key of a figure, or by what it is called in either language: a
    title, the heading of a column, the word for a code, what the trade calls it. Small and capital letters, hyphens,
    `_` and spaces, one and many, and the unit of a heading are alike. What several pages explain is told of each, and
    what is a part of one title alone is that. Raises `definition-unknown`, which names the nearest.

    >>> [each.name for each in find_definitions("OVERDUE_FEN")], find_definitions("roll rate").name
    (['overdue'], 'aging')
    """
    asked = name.lower().replace("_", "-").replace(" ", "-")
    if asked in page_names():
        return page(asked)
    plain = _plain(name)
    everything = list(_everything())
    if found := [*_named(plain, everything), *_of_money(asked)]:
        return [Defined(*place, page(place[0]).definitions[place[1]]) for place in sorted(set(found), key=found.index)]
    for matches in (
        [match for match, told in everything if told == plain],
        [Match(each.page, each.name, as_is(each.name)) for each in _columns_named(_without_unit(asked))],
        [match for match, told in everything if plain and _is_part(plain, told)],
    ):
        if matches:
            return _told(matches)
    known = [*page_names(), *dict.fromkeys(each.name for each in all_definitions())]
    raise BaitiaoError("definition-unknown", name=name[:32], nearest=nearest_hint(_nearest(asked, known)))


def _named(plain: str, everything: list[tuple[Match, str]]) -> list[tuple[str, str]]:
    """The places, page and name, that are called just so."""
    return [(match.page, match.name) for match, told in everything if match.name and told == plain]


def _of_money(asked: str) -> list[tuple[str, str]]:
    """The places of the names that a key in fen has."""
    start, _, unit = asked.rpartition("-")
    return [(each.page, each.name) for each in _columns_named(start)] if unit == "fen" else []


def _columns_named(name: str) -> list[Defined]:
    """What is explained under a name that is no code: a code is no column, though its name be a part of a key."""
    codes = {code for kind in CODES for code in WORDS[kind]}
    return [each for each in all_definitions() if each.name.lower() == name and each.name not in codes]


def _told(matches: list[Match]) -> Page | list[Defined] | list[Match]:
    """What matches: told where it is one page or one definition, otherwise each once."""
    by_place = {(match.page, match.name): match for match in matches}
    if len(by_place) > 1:
        return list(by_place.values())
    ((page_name, name),) = by_place
    return [Defined(page_name, name, page(page_name).definitions[name])] if name else page(page_name)


def _everything() -> Iterator[tuple[Match, str]]:
    """All pages and definitions, each by everything that it is called, with that as it is compared."""
    for each in pages():
        for title in (as_is(each.name), each.title):
            yield from _compared(Match(each.name, "", title))
        for name in each.definitions:
            for title in (as_is(name), *_titles(each, name)):
                yield from _compared(Match(each.name, name, title))


def _compared(match: Match) -> Iterator[tuple[Match, str]]:
    return ((match, _plain(told)) for told in {match.title.en, match.title.zh})


def _titles(of: Page, name: str) -> Iterator[Text]:
    """What else a name of a page is called: its keys, the headings of its columns, the word for it as a code."""
    if of.keys is None:
        key = name.replace("-", "_")
        keys = (key, *(f"{key}_{unit}" for unit in UNITS))
        yield from (REPORT_COLUMNS[each] for each in keys if each in REPORT_COLUMNS)
    else:
        for key in of.keys.get(name, ()):
            yield as_is(key)
            if heading := COLUMNS.get(key) or REPORT_COLUMNS.get(key):
                yield heading
    if name in of.also:
        yield from (as_is(told) for language in LANGUAGES for told in of.also[name].in_language(language).split("; "))
    yield from (WORDS[kind][name] for kind in CODES if name in WORDS[kind])


def _plain(text: str) -> str:
    """A title to compare by: without its unit, in small letters, its words without their plural and one space apart."""
    for language in LANGUAGES:
        text = text.removesuffix(MONEY_LABEL.in_language(language).format(label=""))
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
