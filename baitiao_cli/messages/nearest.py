"""What may have been meant: the names that are nearest to one that is not known, for a hint."""

from __future__ import annotations

from collections.abc import Iterable

from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.labels import DID_YOU_MEAN, NOTHING


def nearest_hint(nearest: Iterable[str]) -> Text:
    """The words that propose the nearest names; nothing if there are none."""
    names = ", ".join(nearest)
    return filled(DID_YOU_MEAN, names=names) if names else NOTHING


def nearest_told(name: str, known: Iterable[str]) -> Text:
    """The words that propose those of the `known` names that `name` is like."""
    from difflib import get_close_matches

    return nearest_hint(get_close_matches(name[:32], list(known)))
