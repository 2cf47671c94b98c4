"""Whose fault a failure is that nobody foresaw: the file's, if it does not pass its check, and else the program's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from baitiao_cli.errors import BaitiaoError

if TYPE_CHECKING:
    from _typeshed import StrPath

_is_checking: ContextVar[bool] = ContextVar("is_checking", default=False)
"""The check reads a ledger, too; what fails there is not checked again."""


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
        reason = "" if _is_checking.get() else _first_finding(path)
        if not reason:
            raise
        raise BaitiaoError("ledger-damaged", path=path, reason=reason) from problem


def _first_finding(path: StrPath) -> str:
    """Where the first thing is that the check finds; "" if there is none."""
    from baitiao_cli.ledger.check import check_ledger
    from baitiao_cli.ledger.store import Ledger

    token = _is_checking.set(True)
    try:
        return next((finding.where for finding in check_ledger(Ledger(path))), "")
    except BaitiaoError as error:
        return error.code
    finally:
        _is_checking.reset(token)
