"""A list that only grows, of which the older part may stay where it is kept until somebody looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar, overload

T = TypeVar("T")


class Entries(Sequence[T]):
    """Entries in the order in which they came: older ones, which are read when they are asked for, and its own.

    >>> entries = Entries([3], older=[1, 2])
    >>> entries.append(4)
    >>> len(entries), entries[-1], entries[2:], [*entries]
    (4, 4, [3, 4], [1, 2, 3, 4])
    """

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("_older", "_own")

    def __init__(self, own: Iterable[T] = (), older: Sequence[T] = ()) -> None:
        self._own = list(own)
        self._older = older

    def append(self, entry: T) -> None:
        """Adds one."""
        self._own.append(entry)

    def extend(self, entries: Iterable[T]) -> None:
        """Adds some."""
        self._own.extend(entries)

    def __len__(self) -> int:
        return len(self._older) + len(self._own)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> list[T]: ...

    def __getitem__(self, place: int | slice) -> T | list[T]:
        if not self._older:
            return self._own[place]
        before = len(self._older)
        if isinstance(place, slice):
            first, until, _ = place.indices(len(self))
            older = self._older[first:until] if first < before else ()
            return [*older, *self._own[max(0, first - before) : max(0, until - before)]]
        place += len(self) if place < 0 else 0
        return self._own[place - before] if place >= before else self._older[place]

    def __iter__(self) -> Iterator[T]:
        return chain(self._older, self._own)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Entries | list):
            return NotImplemented
        return len(self) == len(other) and [*self] == [*other]

    def __repr__(self) -> str:
        return repr([*self])
