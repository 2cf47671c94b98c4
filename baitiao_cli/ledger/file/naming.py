"""The names of files as `pathlib` has them, without its import, which takes more than a third of a start of Python."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import StrPath

_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/")


def plain_name(text: str) -> str:
    """The name of a file as `str(Path(text))` writes it.

    >>> plain_name("./books//ledger.db"), plain_name("/books/../ledger.db"), plain_name(".")
    ('books/ledger.db', '/books/../ledger.db', '.')
    """
    root = "" if text[:1] != "/" else "//" if text[:2] == "//" != text[1:3] else "/"
    return root + "/".join(part for part in text.split("/") if part not in ("", ".")) or "."


def absolute_name(path: StrPath) -> str:
    """The name from the root on, as `Path.absolute` has it: links and `..` stay as they are."""
    return plain_name(os.path.join(os.getcwd(), path))


def file_uri(path: StrPath) -> str:
    """The name as SQLite takes it with parameters behind it, as `Path.as_uri` has it.

    >>> file_uri("/books/小 1?.db")
    'file:///books/%E5%B0%8F%201%3F.db'
    """
    raw = os.fsencode(absolute_name(path))
    return "file://" + "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in raw)
