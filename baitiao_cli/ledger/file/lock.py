"""The lock file: writers queue for it before they ask SQLite, whose own waiting lets some of them starve."""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, ENOSPC, EPERM, EROFS
from pathlib import Path

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file.connection import PATIENCE_SECONDS, reason_of
from baitiao_cli.ledger.file.placing import DRAFTS

_CODES = {ENOSPC: "ledger-full", EROFS: "ledger-read-only", EACCES: "ledger-read-only", EPERM: "ledger-read-only"}


@contextmanager
def held(path: Path, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Holds the ledger's lock file (mode 0600, beside the real file, never deleted) for the block.

    The system frees it when the process ends, however it ends. `ledger-busy` after `patience_seconds`. This is the
    one place that knows how files are locked.
    """
    real = path.resolve()
    _refuse_second_name(real, path)
    try:
        descriptor = os.open(
            real.with_name(f"{real.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
        )
    except OSError as problem:
        raise _told(problem, path) from problem
    waiting = _Waiting(descriptor)
    try:
        try:
            is_taken = waiting.take(patience_seconds)
        except OSError as problem:  # such as a file system that has no locks
            raise _told(problem, path) from problem
        if not is_taken:
            raise BaitiaoError("ledger-busy", path=path)
        yield
    finally:
        waiting.leave()


def _told(problem: OSError, path: Path) -> BaitiaoError:
    return BaitiaoError(_CODES.get(problem.errno or 0, "ledger-failed"), path=path, reason=reason_of(problem))


def _refuse_second_name(real: Path, path: Path) -> None:
    """Refuses a ledger that has two names: each would have a lock and a journal of its own.

    The name of the draft that a ledger is made under does not count: it is gone in a moment, or was left by a crash.
    """
    try:
        found = real.stat()
        if found.st_nlink > 1:
            drafts = [draft for draft in real.parent.glob(DRAFTS) if draft.stat().st_ino == found.st_ino]
            if found.st_nlink - len(drafts) > 1:
                raise BaitiaoError("ledger-linked", path=path, count=found.st_nlink - len(drafts))
    except FileNotFoundError:
        pass  # who made the ledger has just removed the draft; a ledger that is gone is told by SQLite


class _Waiting:
    """A place in the system's queue for the lock; whoever leaves it last closes the file, which frees the lock."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.answered = threading.Event()
        self.guard = threading.Lock()
        self.is_asking = self.is_gone = self.is_held = False
        self.problem: OSError | None = None

    def take(self, patience_seconds: float) -> bool:
        """Takes the lock, or queues for it; false when it was not to be had in time."""
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            # Asking again and again would lose the place in the queue, and a blocked call has no time limit: so a
            # thread waits, and is left behind when patience ends.
            self.is_asking = True
            threading.Thread(target=self._queue, daemon=True).start()
            self.answered.wait(patience_seconds)
            if self.problem is not None:
                raise self.problem from None
            return self.is_held
        return True

    def _queue(self) -> None:
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
