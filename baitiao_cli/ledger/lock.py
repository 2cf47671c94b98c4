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
from baitiao_cli.ledger.connection import PATIENCE_SECONDS, reason_of

_CODES = {ENOSPC: "ledger-full", EROFS: "ledger-read-only", EACCES: "ledger-read-only", EPERM: "ledger-read-only"}


@contextmanager
def held(path: Path, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Holds the ledger's lock file (mode 0600, beside the real file, never deleted) for the block.

    The system frees it when the process ends, however it ends. `ledger-busy` after `patience_seconds`. This is the
    one place that knows how files are locked.
    """
    real = path.resolve()
    try:
        descriptor = os.open(
            real.with_name(f"{real.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
        )
    except OSError as problem:
        code = _CODES.get(problem.errno or 0, "ledger-failed")
        raise BaitiaoError(code, path=path, reason=reason_of(problem)) from problem
    waiting = _Waiting(descriptor)
    try:
        if not waiting.take(patience_seconds):
            raise BaitiaoError("ledger-busy", path=path)
        yield
    finally:
        waiting.leave()


class _Waiting:
    """A place in the system's queue for the lock; whoever leaves it last closes the file, which frees the lock."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.answered = threading.Event()
        self.guard = threading.Lock()
        self.is_asking = self.is_gone = self.is_held = False

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
            return self.is_held
        return True

    def _queue(self) -> None:
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX)
            self.is_held = True
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
