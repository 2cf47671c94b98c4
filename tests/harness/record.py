"""What a round of a promise finds, and how it is told: one line of the table in docs/promises.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Literal

import msgspec

Size = Literal["short", "long"]
"""Rounds of CI, and those that docs/promises.md tells of."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The counts of one round; the record of a promise adds its own, in the order in which they are told.

    The name of a field is its label: `kills` is told as "2,000 kills", `longest_wait_ms` as "longest wait 73 ms". A
    promise that was broken has no record: its round raises, with the seed.
    """

    promise: ClassVar[str]
    tried: ClassVar[str]

    def figures(self) -> str:
        """The counts in words."""
        return ", ".join(_figure(name, getattr(self, name)) for name in self.__struct_fields__)


Round = Callable[[Size, int], Record]
"""Runs a promise's round of a size with a seed."""


class BrokenPromiseError(AssertionError):
    """A promise was not kept; the words say with which seed it happens again."""

    def __init__(self, what: str, seed: int) -> None:
        super().__init__(f"{what} (seed {seed})")


TABLE_HEAD = "| promise | how it is tried | figures |\n|---|---|---|"


def table_row(record: Record) -> str:
    """The record as a row of the table, in Markdown."""
    return f"| **{record.promise}** | {record.tried} | {record.figures()} |"


def _figure(name: str, value: object) -> str:
    words = name.replace("_", " ")
    if name.endswith(("_ms", "_seconds")):
        label, unit = words.rsplit(" ", 1)
        return f"{label} {value:,} {unit}"
    if isinstance(value, str):
        return f"{words} {value}"
    return f"{value:,} {words}"
