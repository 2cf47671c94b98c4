"""Reads a TOML file, of ours or of one's own, as one strict record: within bounds, no key unknown, no type bent."""

from __future__ import annotations

from errno import EINVAL
from pathlib import Path
from stat import S_ISREG
from typing import TypeVar

import msgspec

LARGEST_FILE = 65536
"""How many bytes a file of terms or rules may have."""

Record = TypeVar("Record", bound=msgspec.Struct)


def read_toml(path: Path, kind: type[Record]) -> Record:
    """The record in one file.

    Raises `OSError` where there is no file that can be read, and `ValueError` with what is wrong and where in what is
    read: no TOML, another record, or more than `LARGEST_FILE` bytes.
    """
    try:
        return msgspec.toml.decode(_content(path), type=kind)
    except (msgspec.MsgspecError, KeyError, RecursionError) as problem:
        raise ValueError(str(problem)) from problem


def _content(path: Path) -> bytes:
    if not S_ISREG(path.stat().st_mode):
        raise OSError(EINVAL, "not a file")
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise ValueError(f"> {LARGEST_FILE} bytes")
    return content
