"""Many processes that begin at one moment and tell at the end what they met."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from .record import BrokenPromiseError


def at_once(works: Sequence[Callable[[], Any]]) -> list[Any]:
    """Does each work in a forked process, all from one moment on; returns what each returned, as JSON types.

    A work that raises has its exception told as `{"raised": ...}`.
    """
    gate, opener = os.pipe()
    children = [_forked(work, gate, opener) for work in works]
    os.close(gate)
    os.close(opener)  # all wait for the end of it
    try:
        told = []
        for _, answers in children:
            with os.fdopen(answers, "rb") as pipe:
                told.append(msgspec.json.decode(pipe.read() or b'{"raised": "nothing was told"}'))
        return told
    finally:
        for child, _ in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def counted(works: Sequence[Callable[[], Counter[str]]], seed: int) -> Counter[str]:
    """Does parts of a round at once, and adds up what they counted; raises what any of them raised."""
    counts: Counter[str] = Counter()
    for told in at_once(works):
        if "raised" in told:
            raise BrokenPromiseError(told["raised"], seed)
        counts.update(told)
    return counts


def _forked(work: Callable[[], Any], gate: int, opener: int) -> tuple[int, int]:
    answers, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, answers
    try:
        os.close(opener)
        os.read(gate, 1)
        said = msgspec.json.encode(_result(work))
        while said:
            said = said[os.write(writer, said) :]
    finally:
        os._exit(0)


def _result(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except BaseException as problem:  # the parent is to hear of it
        return {"raised": f"{type(problem).__name__}: {problem}"}
