"""The journal in the formats of other programs, each a function from a journal to its text, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from baitiao_cli.actions.export import Journal

FORMATS = ("hledger", "beancount", "csv", "json")


def written(journal: Journal, form: str, language: str) -> Iterator[str]:
    """The text of the journal in one of `FORMATS`, in pieces: memory does not grow with the journal."""
    write: Callable[[Journal, str], Iterator[str]] = import_module(f"{__name__}.{form}_format").pieces
    return write(journal, language)
