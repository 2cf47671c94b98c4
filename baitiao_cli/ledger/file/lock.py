"""The lock file: writers queue for it before they ask SQLite, whose own waiting lets some of them starve."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, ENOSPC, EPERM, EROFS
from typing import TYPE_CHECKING

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file.connection import PATIENCE_SECONDS, reason_of

if TYPE_CHECKING:
    from _typeshed import StrPath

_CODES = {ENOSPC: "ledger-full", EROFS: "ledger-read-only", EACCES: "ledger-read-only", EPERM: "ledger-read-only"}


@contextmanager
def held(path: StrPath, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Holds the ledger's lock file (mode 0600, beside the real file, never deleted) for the block.

    The system frees it when the process ends, however it ends. `ledger-busy` after `patience_seconds`. This is the
    one place that knows how files are locked.
    """
    real = os.path.realpath(path)
    _refuse_second_name(real, path)
    try:
        descriptor = os.open(f"{real}.lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except OSError as problem:
        raise _told(problem, path) from problem
    queue: _Queue | None = None
    try:
        try:
            if not _is_free(descriptor):
                queue = _Queue(descriptor)
                if not queue.wait(patience_seconds):
                    raise BaitiaoError("ledger-busy", path=path)
        except OSError as problem:  # such as a file system that has no locks
            raise _told(problem, path) from problem
        yield
    finally:
        if queue is None:
            os.close(descriptor)
        else:
            queue.leave()


def _is_free(descriptor: int) -> bool:
    """Takes the lock if nobody has it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _told(problem: OSError, path: StrPath) -> BaitiaoError:
    return BaitiaoError(_CODES.get(problem.errno or 0, "ledger-failed"), path=path, reason=reason_of(problem))


def _refuse_second_name(real: StrPath, path: StrPath) -> None:
    """Refuses a ledger that has two names: each would have a lock and a journal of its own.

    The name of the draft that a ledger is made under does not count: it is gone in a moment, or was left by a crash.
    """
    try:
        found = os.stat(real)
        if found.st_nlink > 1:
            from pathlib import Path

            from baitiao_cli.ledger.file.placing import DRAFTS

            beside = Path(real).parent.glob(DRAFTS)
            drafts = [draft for draft in beside if draft.stat().st_ino == found.st_ino]
            if found.st_nlink - len(drafts) > 1:
                raise BaitiaoError("ledger-linked", path=path, count=found.st_nlink - len(drafts))
    except FileNotFoundError:
        pass  # who made the ledger has just removed the draft; a ledger that is gone is told by SQLite


class _Queue:
    """A place in the system's queue for the lock; whoever leaves it last closes the file, which frees the lock.

    Asking again and again would lose the place, and a blocked call has no time limit: so a thread waits, and is left
    behind when patience ends.
    """

    def __init__(self, descriptor: int) -> None:
        from threading import Event, Lock  # hardly any writer has to wait

        self.descriptor = descriptor
        self.answered, self.guard = Event(), Lock()
        self.is_asking = self.is_gone = self.is_held = False
        self.problem: OSError | None = None

    def wait(self, patience_seconds: float) -> bool:
        """Waits for the lock; false when it was not to be had in time."""
        from threading import Thread

        self.is_asking = True
        Thread(target=self._ask, daemon=True).start()
        self.answered.wait(patience_seconds)
        if self.problem is not None:
            raise self.problem
        return self.is_held

    def _ask(self) -> None:
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX)
            self.is_held = True
        except OSError as problem:
            self.problem = problem
        finally:
            with self.guard:
                self.is_asking = False
                self.answered.set()
                if self.is_gone:
                    os.close(self.descriptor)

    def leave(self) -> None:
        """Frees the lock, or gives up the place in the queue."""
        with self.guard:
            self.is_gone = True
            if not self.is_asking:
                os.close(self.descriptor)
