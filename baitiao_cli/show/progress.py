"""A progress bar on the terminal's stderr, for runs over many accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from baitiao_cli.messages import Text
from baitiao_cli.messages.labels import ACCRUING


@contextmanager
def progress_bar(language: str, doing: Text = ACCRUING) -> Iterator[Callable[[int, int], None]]:
    """A function of (done, total) that draws how far a run has come in what it is `doing`.

    The bar appears when there is something left to wait for, so that a short run shows none, and is gone at the end.
    """
    drawn: list[Any] = []

    def draw(done: int, total: int) -> None:
        if not drawn and done < total:
            drawn.append(_bar())
            drawn[0].start()
            drawn[0].add_task(doing.in_language(language), total=total)
        if drawn:
            drawn[0].update(drawn[0].task_ids[0], completed=done)

    try:
        yield draw
    finally:
        for bar in drawn:
            bar.stop()


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
