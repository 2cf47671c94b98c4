"""The first thing that the check finds, for what fails in reading or writing a ledger: is it the file's fault?"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.store import Ledger

if TYPE_CHECKING:
    from _typeshed import StrPath

_is_checking: ContextVar[bool] = ContextVar("is_checking", default=False)
"""The check reads a ledger, too; what fails there is not checked again."""


def first_finding(path: StrPath) -> str:
    """Where the first thing is that the check finds; "" if there is none, or while this check itself is running."""
    if _is_checking.get():
        return ""
    token = _is_checking.set(True)
    try:
        return next((finding.where for finding in check_ledger(Ledger(path))), "")
    except BaitiaoError as error:
        return error.code
    finally:
        _is_checking.reset(token)
