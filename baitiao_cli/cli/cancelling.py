"""Ends by a signal as by Ctrl-C, where something made for a while must not stay."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

ENDING = ("SIGTERM", "SIGHUP")


@contextmanager
def cancelled_by_signals() -> Iterator[None]:
    """Lets SIGTERM and SIGHUP cancel the block as Ctrl-C does, so that whatever cleans up after it does.

    A signal that is ignored, as under nohup, or that somebody else looks after is left to them.
    """
    ours = []
    if threading.current_thread() is threading.main_thread():
        known = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
        ours = [each for each in known if signal.getsignal(each) is signal.SIG_DFL]
    for each in ours:
        signal.signal(each, _cancel)
    try:
        yield
    finally:
        for each in ours:
            signal.signal(each, signal.SIG_DFL)


def _cancel(*_: object) -> NoReturn:
    raise KeyboardInterrupt
