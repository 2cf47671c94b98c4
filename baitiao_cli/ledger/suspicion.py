"""Whose fault a failure is that nobody foresaw: the file's, if it does not pass its check, and else the program's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from baitiao_cli.errors import BaitiaoError

if TYPE_CHECKING:
    from _typeshed import StrPath


@contextmanager
def suspecting(path: StrPath) -> Iterator[None]:
    """Tells `ledger-damaged`, with the first thing that the check finds, in place of a bug that a damaged file causes.

    Garbage that SQLite hands on meets asserts, constraints and readers of dates, each with an exception of its own.
    """
    try:
        yield
    except (BaitiaoError, OSError, MemoryError):
        raise
    except Exception as problem:
        from baitiao_cli.ledger.check.first import first_finding  # who meets no failure does without the check

        reason = first_finding(path)
        if not reason:
            raise
        raise BaitiaoError("ledger-damaged", path=path, reason=reason) from problem
