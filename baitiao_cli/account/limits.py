"""What may be owed: the limit of the line, another for some days, and limits of their own for a scene or a merchant.

A temporary limit counts on its days as far as it is higher than the lasting one. What is bought for a purpose that has
a limit of its own (earmarked) takes that first and the line's with the rest; a merchant's comes before a scene's. When
a limit ends or is cut, what is taken beyond it is taken of the line: nothing falls due earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec


class Purpose(msgspec.Struct, frozen=True):
    """What a limit is for: a scene, a merchant, or both; neither for anything. Of a purchase: what it is."""

    scene: str = ""
    merchant: str = ""


ANYTHING = Purpose()


class TemporaryLimit(msgspec.Struct, frozen=True):
    """A limit of the days `from_on` to `until_on`, both included."""

    limit_fen: int
    from_on: date
    until_on: date


class Room(msgspec.Struct, frozen=True):
    """A limit in force and what is taken of it, in fen: used and held; more than the limit once it was cut."""

    limit_fen: int
    taken_fen: int

    @property
    def left_fen(self) -> int:
        """What may still be bought."""
        return max(0, self.limit_fen - self.taken_fen)


class Limits(msgspec.Struct):
    """The limits of an account by what they are for; there is always a lasting one for anything."""

    lasting: dict[Purpose, int]
    temporary: dict[Purpose, TemporaryLimit] = {}

    def on(self, purpose: Purpose, day: date) -> int:
        """The limit for a purpose on a day: the higher of the lasting and the temporary one, 0 for none."""
        limit_fen, temporary = self.lasting.get(purpose, 0), self.temporary.get(purpose)
        if temporary and temporary.from_on <= day <= temporary.until_on:
            return max(limit_fen, temporary.limit_fen)
        return limit_fen

    def temporary_on(self, purpose: Purpose, day: date) -> TemporaryLimit | None:
        """The temporary limit for a purpose, begun or not, whose days are not over."""
        temporary = self.temporary.get(purpose)
        return temporary if temporary and day <= temporary.until_on else None

    def set(self, purpose: Purpose, limit_fen: int, from_on: date, until_on: date | None) -> None:
        """Sets the lasting limit, or with `until_on` the temporary one in place of the one before.

        0 ends the temporary limit for anything, and all that a scene or merchant has.
        """
        if limit_fen and until_on:
            self.temporary[purpose] = TemporaryLimit(limit_fen, from_on, until_on)
        elif limit_fen:
            self.lasting[purpose] = limit_fen
        else:
            self.temporary.pop(purpose, None)
            if purpose != ANYTHING:
                self.lasting.pop(purpose, None)

    def as_of(self, day: date) -> Limits:
        """The limits that are in force on a day, as if they were lasting."""
        return Limits({purpose: self.on(purpose, day) for purpose in self.purposes})

    @property
    def purposes(self) -> list[Purpose]:
        """All that have a limit, the line itself first."""
        return list(dict.fromkeys([*self.lasting, *self.temporary]))

    @property
    def most_fen(self) -> int:
        """The most that could be owed on any day if every limit were used up."""
        temporary = {purpose: limit.limit_fen for purpose, limit in self.temporary.items()}
        return sum(max(self.lasting.get(one, 0), temporary.get(one, 0)) for one in self.purposes)

    def changes_on(self) -> Iterator[date]:
        """The days on which a limit changes by itself."""
        for limit in self.temporary.values():
            yield limit.from_on
            yield limit.until_on + timedelta(days=1)

    def earmark_of(self, bought: Purpose, day: date) -> Purpose:
        """Whose limit a purchase takes first on a day: its very own, its merchant's, its scene's, or the line's."""
        own = bought, Purpose(merchant=bought.merchant), Purpose(scene=bought.scene)
        return next((one for one in own if one != ANYTHING and self.on(one, day)), ANYTHING)

    def rooms(self, day: date, taken: Iterable[tuple[Purpose, int]]) -> dict[Purpose, Room]:
        """The limits in force on a day with what purchases and holds take of each; they sum to all that is taken."""
        sums = {one: 0 for one in self.purposes if one == ANYTHING or self.on(one, day)}
        for bought, amount_fen in taken:
            sums[self.earmark_of(bought, day)] += amount_fen
        own = {one: min(sum_fen, self.on(one, day)) for one, sum_fen in sums.items() if one != ANYTHING}
        own[ANYTHING] = sum(sums.values()) - sum(own.values())
        return {one: Room(self.on(one, day), own[one]) for one in sums}


def rise_fen(before: Limits, after: Limits, from_on: date) -> int:
    """The most by which the limits of `after` pass those of `before` on a day from `from_on` on, all purposes summed.

    A temporary limit is so weighed, on each of its days, against what holds on that day without it: one that is
    prolonged is a raise on the days that it gains.
    """
    days = {from_on, *(day for limits in (before, after) for day in limits.changes_on() if day > from_on)}
    return max(sum(max(0, after.on(one, day) - before.on(one, day)) for one in after.purposes) for day in days)
