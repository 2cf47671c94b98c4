"""All texts of the program in a language: every `Text` in the rooms of messages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from baitiao_cli import messages
from baitiao_cli.messages import Text


@cache
def texts(language: str) -> tuple[str, ...]:
    """Every text of ours once, in a language."""
    found = [text.in_language(language) for text in _all_texts()]
    return tuple(dict.fromkeys(found))


def _all_texts() -> Iterator[Text]:
    for module in walk_packages(messages.__path__, f"{messages.__name__}."):
        for value in vars(import_module(module.name)).values():
            yield from _texts_in(value)


def _texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts_in(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts_in(item)
