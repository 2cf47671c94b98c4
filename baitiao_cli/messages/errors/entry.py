"""One entry of the error catalogue."""

from __future__ import annotations

from typing import NamedTuple

from baitiao_cli.messages import Text


class ErrorText(NamedTuple):
    """How one error is told: `{name}` is filled from the error's details, `{name_fen}` as yuan.

    Exit statuses are named in `errors.py`; here they stand as numbers so that the catalogue needs nothing above it.
    """

    status: int
    message: Text
    hint: Text
