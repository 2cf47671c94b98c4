"""What words mean: each in one sentence with one worked example, a module a page; the same text is its help.

A page is a module here: its name is the file's, with `-` for `_`; `TITLE` is what it is about, `DEFINITIONS` are the
names that it defines, in the order in which to read them, each in small letters with `-` (a code stands as it is).
`baitiao define` and the reference find a page by its file, so that a new one is that file and its test. `KEYS` are the
keys of the columns that a name explains, by which it is found under their headings, too (a page without them is found
by the columns of reports that have its names), and `ALSO` is what else it is called, with `;` between.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

__all__ = ["Definition", "Definitions", "Page", "definition_of", "page", "page_names", "pages"]

_NO_PAGES = {"__init__", "definition"}


class Page(NamedTuple):
    """A page of definitions: its name, what it is about, and what it defines."""

    name: str
    title: Text
    definitions: Definitions
    keys: Mapping[str, tuple[str, ...]] | None
    also: Mapping[str, Text]


@cache
def page_names() -> tuple[str, ...]:
    """The names of the pages, in alphabetical order: of the files beside this one.

    >>> "lateness" in page_names()
    True
    """
    files = (path.stem for path in Path(__file__).parent.glob("*.py"))
    return tuple(sorted(stem.replace("_", "-") for stem in files if stem not in _NO_PAGES))


@cache
def page(name: str) -> Page:
    """The page of that name, which is one of `page_names`."""
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    return Page(name, module.TITLE, module.DEFINITIONS, getattr(module, "KEYS", None), getattr(module, "ALSO", {}))


def pages() -> tuple[Page, ...]:
    """All pages."""
    return tuple(page(name) for name in page_names())


def definition_of(page_name: str, name: str) -> Definition:
    """What a page says of a name.

    >>> definition_of("lateness", "M2").example.in_language("en")
    '31 and 60 days past due are M2.'
    """
    return page(page_name).definitions[name]
