"""Work on many accounts in processes side by side: each reads what it needs in a moment, one alone writes.

Whoever asks must have no connection to the ledger open, in any thread: a process that is forked with one would take
its locks for its own.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Result = TypeVar("Result")

SLICE = 64
"""How many accounts are handed out at once: some hundredths of a second of work."""

AHEAD = 2
"""How many slices each process has, so that none waits for the next one."""


def slices_of(account_ids: Sequence[str]) -> list[Sequence[str]]:
    """The accounts in their order, in slices as they are handed out."""
    return [account_ids[at : at + SLICE] for at in range(0, len(account_ids), SLICE)]


def helper_count(slices: Sequence[object]) -> int:
    """How many processes are worth starting for that much work: none for little of it, or on a single core."""
    if "fork" not in get_all_start_methods() or len(slices) < 2 * AHEAD:
        return 0
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, len(slices) // AHEAD) if cores > 1 else 0


def side_by_side(
    slices: Sequence[Sequence[str]], work: Callable[[Sequence[str]], Result], count: int
) -> Generator[Result | None, None, None]:
    """What `work` makes of each slice, in their order, by `count` processes; `None` where it failed.

    The processes end with this one, however it ends, and when the iterator is closed.
    """
    context = get_context("fork")
    pipes = [context.Pipe() for _ in range(count)]
    helpers = [context.Process(target=_help, args=(at, pipes, work), daemon=True) for at in range(count)]
    for helper in helpers:
        helper.start()
    for _, theirs in pipes:
        theirs.close()
    ours = [one for one, _ in pipes]
    try:
        for at in range(min(count * AHEAD, len(slices))):
            _send(ours[at % count], slices[at])
        for at in range(len(slices)):
            connection = ours[at % count]
            try:
                result = connection.recv()
            except (EOFError, OSError):  # it was killed, for want of memory perhaps
                result = None
            if at + count * AHEAD < len(slices):
                _send(connection, slices[at + count * AHEAD])
            yield result
    finally:
        for connection in ours:
            connection.close()
        for helper in helpers:
            helper.terminate()
            helper.join()


def _send(connection: Connection, part: object) -> None:
    with suppress(OSError):  # who is gone is noticed when the answer is waited for
        connection.send(part)


def _help(at: int, pipes: list[tuple[Connection, Connection]], work: Callable[[Any], object]) -> None:
    """Answers slice by slice until there are no more; whoever started it decides what a signal means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other, (theirs, ours) in enumerate(pipes):
        theirs.close()
        if other != at:
            ours.close()
    own = pipes[at][1]
    with suppress(EOFError, OSError):
        while True:
            own.send(_done(work, own.recv()))


def _done(work: Callable[[Any], object], part: object) -> object:
    try:
        return work(part)
    except Exception:
        return None
