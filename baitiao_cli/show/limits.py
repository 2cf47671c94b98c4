"""Limits in words and in a table, wherever they are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, as_is, filled, labels, listed, words
from baitiao_cli.show.document import Table, json_data, table

if TYPE_CHECKING:
    from baitiao_cli.account.views.history import HistoryLine
    from baitiao_cli.actions.account_lines.standing import LimitLine, LimitRequestLine


def limits_table(limits: Sequence[LimitLine]) -> Table:
    """All limits of an account; what is not in force has nothing taken."""
    rows = [json_data(limit) | {"limit_for": _purpose_words(limit)} for limit in limits]
    keys = "limit_for limit_fen from_on until_on taken_fen available_fen"
    return table(keys, rows, title=labels.LIMITS)


def _purpose_words(limit: LimitLine) -> Text:
    told = [filled(labels.FOR_SCENE, scene=limit.scene)] if limit.scene else []
    told += [as_is(limit.merchant)] if limit.merchant else []
    return _joined(told) or labels.FOR_ANYTHING


def request_words(request: LimitRequestLine) -> Text:
    """What is asked for and waits for a decision, since when and why."""
    both = limit_with_merchant(request.limit_fen, request.scene, request.merchant, request.from_on, request.until_on)
    text = labels.REQUEST_BECAUSE if request.reason else labels.REQUEST_SINCE
    return filled(text, limit=both, since_on=request.since_on, reason=request.reason)


def limit_with_merchant(limit_fen: int, scene: str, merchant: str, from_on: date | None, until_on: date | None) -> Text:
    """A limit in one phrase: its amount, its scene, its days and the merchant that it is for."""
    both = _joined([limit_words(limit_fen, scene, from_on, until_on), *([as_is(merchant)] if merchant else [])])
    assert both is not None
    return both


def said_of_limit(line: HistoryLine) -> Text:
    """What an event of the history said of a limit: how much, for what, on which days, or that it ended."""
    limit = limit_words(line.limit_fen, line.scene, line.from_on, line.until_on)
    if line.decision:
        decision = words.WORDS["decision"][line.decision]
        return listed([decision, limit]) if line.limit_fen else decision
    if line.limit_fen:
        return limit
    if line.scene:
        return filled(labels.LIMIT_ENDS_FOR, scene=line.scene)
    return labels.EARMARK_ENDS if line.merchant else labels.LIMIT_ENDS


def limit_words(limit_fen: int, scene: str, from_on: date | None, until_on: date | None) -> Text:
    """A limit in one phrase: its amount, its scene and its days."""
    told = [filled(labels.LIMIT_NOW, limit=format_yuan(limit_fen))]
    told += [filled(labels.FOR_SCENE, scene=scene)] if scene else []
    told += [filled(labels.FROM_DAY, from_on=from_on)] if from_on else []
    told += [filled(labels.UNTIL_DAY, until_on=until_on)] if until_on else []
    joined = _joined(told)
    assert joined is not None
    return joined


def _joined(told: Sequence[Text]) -> Text | None:
    return listed(told, " ") if told else None
