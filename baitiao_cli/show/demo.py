"""The story of `demo`, told with the tables that the verbs and views themselves show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.actions.demo import Scene
from baitiao_cli.messages import labels
from baitiao_cli.show.account import show_document
from baitiao_cli.show.answers import ANSWERS
from baitiao_cli.show.document import Document, Table
from baitiao_cli.show.plan import schedule_document
from baitiao_cli.show.statement import statement_document
from baitiao_cli.show.text import filled

VIEWS: dict[str, Callable[[Any, date], Document]] = {
    "schedule": schedule_document,
    "statement": statement_document,
    "show": show_document,
}


def demo_document(scenes: Sequence[Scene], as_of: date) -> Document:
    """A chapter for each step: the day, what happens, and the view or the first table of the answer."""
    tables: list[Table] = []
    told = []
    for scene in scenes:
        step = scene.step
        document = (
            VIEWS[step.view](scene.view, step.today)
            if scene.view is not None
            else ANSWERS[step.verb.name](scene.answer, step.today)
        )
        shown = list(document.tables) if step.view == "statement" else list(document.tables[:1])
        shown[0] = msgspec.structs.replace(shown[0], title=filled(labels.CHAPTER, day=step.today, caption=step.caption))
        tables += shown
        told.append({"on": step.today, "verb": step.verb.name, "caption": step.caption, "data": document.data})
    return Document(data={"steps": told}, as_of=as_of, tables=tables)
