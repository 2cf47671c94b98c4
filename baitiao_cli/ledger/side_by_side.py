"""Work in processes side by side: each reads what it needs, one alone writes.

Whoever asks must have no connection to the ledger open, in any thread: a process that is forked with one would take
its locks for its own.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:  # what takes long to import is imported when there is something to share out
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

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
    return min(core_count(), len(slices) // AHEAD) if len(slices) >= 2 * AHEAD else 0


def core_count() -> int:
    """How many processes can run at once; none where they cannot be forked, or on a single core."""
    if not hasattr(os, "fork"):
        return 0
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if cores > 1 else 0


class Helpers:
    """So many processes that do parts of a work, fewer where no more can be started; what is sent is pickled.

    They end with this one, however it ends, and with the block. Nothing that was made before may be closed in them.
    """

    def __init__(self, work: Callable[[Any], Any], count: int) -> None:
        self._work = work
        self._count = count
        self._processes: list[BaseProcess] = []
        self._ours: list[Connection] = []
        """A pipe to each one that still answers."""

    def __enter__(self) -> Helpers:
        """Starts them."""
        try:
            self._start_all()
        except BaseException:
            self._end()
            raise
        return self

    def _start_all(self) -> None:
        """A signal to stop that comes meanwhile waits until they all know not to heed it."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            for _ in range(self._count):
                self._start()
        except OSError:  # no more processes, or no memory for one
            pass
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _start(self) -> None:
        from multiprocessing import get_context

        context = get_context("fork")
        ours, theirs = context.Pipe()
        process = context.Process(target=_help, args=([*self._ours, ours], theirs, self._work), daemon=True)
        try:
            process.start()
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()
        self._ours.append(ours)
        self._processes.append(process)

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Ends them."""
        self._end()

    def _end(self) -> None:
        """Whatever they do."""
        for connection in self._ours:
            connection.close()
        for process in self._processes:
            process.terminate()
            process.join()

    @property
    def count(self) -> int:
        """How many there are by now."""
        return len(self._ours)

    def prepare(self, part: object) -> None:
        """Lets each of them do a part, before others; one that fails at it is let go."""
        for connection in self._ours:
            _send(connection, part)
        for connection in [*self._ours]:
            if self._answer(connection) is None:
                self._let_go(connection)

    def in_order(self, parts: Sequence[object]) -> Iterator[Any]:
        """What the work makes of each part, in their order, a few ahead of whoever asks; `None` where it failed."""
        ours, ahead = [*self._ours], self.count * AHEAD
        for at in range(min(ahead, len(parts))):
            _send(ours[at % len(ours)], parts[at])
        for at in range(len(parts)):
            result = self._answer(ours[at % len(ours)]) if ours else None
            if ours and at + ahead < len(parts):
                _send(ours[at % len(ours)], parts[at + ahead])
            yield result

    def as_done(self, parts: Sequence[object]) -> Iterator[tuple[int, Any]]:
        """The place of each part and what the work makes of it, as they come; `None` where it failed.

        The parts are begun in their order, each by whoever has nothing to do.
        """
        from multiprocessing.connection import wait

        waiting = iter(enumerate(parts))
        busy = dict(zip(self._ours, waiting, strict=False))
        for connection, (_, part) in busy.items():
            _send(connection, part)
        while busy:
            for connection in cast("list[Connection]", wait([*busy])):
                at, _ = busy.pop(connection)
                result = self._answer(connection)
                if connection in self._ours and (following := next(waiting, None)):
                    busy[connection] = following
                    _send(connection, following[1])
                yield at, result
        for at, _ in waiting:
            yield at, None

    def _answer(self, connection: Connection) -> Any:
        """The next answer; `None` from one that failed, or was killed, for want of memory perhaps."""
        try:
            return connection.recv()
        except (EOFError, OSError):
            self._let_go(connection)
            return None

    def _let_go(self, connection: Connection) -> None:
        if connection in self._ours:
            self._ours.remove(connection)
            connection.close()


def side_by_side(
    slices: Sequence[Sequence[str]], work: Callable[[Sequence[str]], Result], count: int
) -> Generator[Result | None, None, None]:
    """What `work` makes of each slice, in their order, by `count` processes; `None` where it failed.

    The processes end with this one, however it ends, and when the iterator is closed.
    """
    with Helpers(work, count) as helpers:
        yield from helpers.in_order(slices)


def _send(connection: Connection, part: object) -> None:
    with suppress(OSError):  # who is gone is noticed when the answer is waited for
        connection.send(part)


def _help(others: Sequence[Connection], own: Connection, work: Callable[[Any], object]) -> None:
    """Answers part by part until there are no more; whoever started it decides what a signal means."""
    gc.freeze()  # what was made before the fork is not this one's to tidy up, connections above all
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for connection in others:
        connection.close()
    with suppress(EOFError, OSError):
        while True:
            own.send(_done(work, own.recv()))


def _done(work: Callable[[Any], object], part: object) -> object:
    try:
        return work(part)
    except Exception:
        return None
