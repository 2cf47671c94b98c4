"""The time in which a closing can be taken back, in words: when it ends, and how it ended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from baitiao_cli.messages import Text, filled, labels, listed, words

if TYPE_CHECKING:
    from baitiao_cli.account.standing import Cooled, Cooling
    from baitiao_cli.account.views.history import HistoryLine


def closing_words(cooling: Cooling | None, lapsed: Cooled | None) -> Text | None:
    """Until when the closing that was asked for can be taken back, or when the last one lapsed, and why."""
    if cooling:
        return filled(labels.CLOSING_SINCE, since_on=cooling.since_on, ends_on=cooling.ends_on)
    if lapsed:
        in_the_way = blocker_words(lapsed.blockers)
        return filled(labels.CLOSING_LAPSED, since_on=lapsed.since_on, on=lapsed.ended_on, blockers=in_the_way)
    return None


def blocker_words(codes: Iterable[str]) -> Text:
    """What stands in the way, by the words for each."""
    return listed([words.BLOCKERS[code] for code in codes])


def said_of_closing(line: HistoryLine) -> list[Text]:
    """What a line of the history says of a closing with a cooling period."""
    if line.kind == "closing-lapsed":
        return [filled(labels.STOOD_IN_THE_WAY, blockers=blocker_words(line.blockers))]
    if line.kind == "cooling-over":
        return [labels.COOLING_OVER]
    said = [filled(labels.CLOSES_ON, ends_on=line.ends_on)]
    if line.verified:
        fields = listed([labels.PERSON_FIELDS[field] for field in line.verified])
        said.append(filled(labels.VERIFIED_BY, fields=fields))
    return said
