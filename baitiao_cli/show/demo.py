"""The story of `demo`, told with the tables that the verbs and views themselves show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Any

import msgspec

from baitiao_cli.actions.demo import Scene
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.show.account import show_document
from baitiao_cli.show.answers import ANSWERS
from baitiao_cli.show.document import Document, Table
from baitiao_cli.show.plan import schedule_document
from baitiao_cli.show.statement import statement_document

VIEWS: dict[str, Callable[[Any, date], Document]] = {
    "schedule": schedule_document,
    "statement": statement_document,
    "show": show_document,
}


def demo_document(scenes: Sequence[Scene], as_of: date, kept: Path | None = None) -> Document:
    """A chapter for each step: the day, what happens, and the view or the first table of the answer.

    `kept` is where the story's ledger stays, if it does.
    """
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
    data = {"steps": told, "ledger": str(kept) if kept else None}
    return Document(data=data, as_of=as_of, tables=tables, notes=_notes(kept))


def _notes(kept: Path | None) -> list[Text]:
    """How to go on: with the ledger that was kept, or by keeping it."""
    if kept is None:
        return [labels.TO_TRY]
    command = f"baitiao why A1 --between 2026-02-03 2026-03-03 --ledger {quote(str(kept))}"
    return [filled(labels.KEPT_AT, path=kept), filled(labels.TRY_WHY, command=command)]
