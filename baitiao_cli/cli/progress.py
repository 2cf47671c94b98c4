"""How far a long run has come, for those who watch it on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

from baitiao_cli.messages import Text


@contextmanager
def shown_progress(language: str, doing: Text) -> Iterator[Callable[[int, int], None] | None]:
    """A function of (done, total) that draws a bar on a terminal; `None` where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from baitiao_cli.show.progress import progress_bar

    with progress_bar(language, doing) as progress:
        yield progress


def now_and_then(progress: Callable[[int, int], None], patience: float = 1.0) -> Callable[[int, int], None]:
    """`progress` for what is told very often: drawn ten times a second, first after `patience` seconds."""
    due = perf_counter() + patience

    def draw(done: int, total: int) -> None:
        nonlocal due
        if (now := perf_counter()) >= due:
            due = now + 0.1
            progress(done, total)

    return draw
