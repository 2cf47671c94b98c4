"""Who wants no offers: what each person said last of them, as it is known when an offer is made."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from baitiao_cli.desk.facts import ConsentStated, DeskEntry


class OffersRefused:
    """Whose consent to offers is withdrawn; who said nothing refuses none."""

    def __init__(self, entries: Iterable[DeskEntry]) -> None:
        self._said: dict[str, list[tuple[date, int, bool]]] = defaultdict(list)
        for entry in entries:
            if isinstance(entry.fact, ConsentStated) and entry.fact.purpose == "offers":
                self._said[entry.subject].append((entry.effective_on, entry.number, entry.fact.is_given))

    def by(self, person_id: str, on: date, number: int | None = None) -> bool:
        """Whether a person refuses offers on a day: what was said last for it counts.

        With the `number` of an offer what was said for that very day counts if it was recorded before it.
        """
        before = on, number or sys.maxsize
        said = [one for one in self._said.get(person_id, []) if one[:2] < before]
        return bool(said) and not max(said)[2]
