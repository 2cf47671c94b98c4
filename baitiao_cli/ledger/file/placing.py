"""New files: built beside their place under another name, for their owner only, and put in place in one step."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST
from pathlib import Path

DRAFTS = ".baitiao-*.new"
"""What files are called until they are in place."""

COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file: one that is left from another file would be played into a new one of its name."""


def make_folders(folder: Path) -> None:
    """Makes the folder and those above it that are missing, each for its owner only; others are left as they are."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        with suppress(FileExistsError):
            each.mkdir(mode=0o700)


@contextmanager
def draft_beside(path: Path) -> Iterator[Path]:
    """A new empty file (mode 0600, never through a link) in the folder of `path`; gone at the end of the block.

    A process that is killed leaves it behind, with a name that is nobody's: `.baitiao-...new`.
    """
    draft = path.parent / DRAFTS.replace("*", os.urandom(8).hex())
    try:
        descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        os.fchmod(descriptor, 0o600)
        os.close(descriptor)
        yield draft
    finally:
        for end in ("", "-journal", ".key"):
            with suppress(OSError, ValueError):
                draft.with_name(f"{draft.name}{end}").unlink()


def put_in_place(draft: Path, path: Path, *, replace: bool = False) -> None:
    """Gives the finished file its name, without `replace` never over another, whoever made it meanwhile.

    Its content is synced before and its folder after, so that neither the file nor its name can be lost.
    """
    _sync(draft, os.O_RDONLY)
    if replace:
        draft.replace(path)
    else:
        try:
            os.link(draft, path)
        except OSError as problem:
            if problem.errno == EEXIST or os.path.lexists(path):
                raise
            draft.rename(path)  # a file system without links (FAT): the check above is all that can be had
    _sync(path.absolute().parent, os.O_RDONLY | os.O_DIRECTORY)


def in_the_way(path: Path) -> Path | None:
    """What stands where a new ledger is to be: something of its name, or what SQLite left of an older one."""
    return path if os.path.lexists(path) else left_of(path)


def left_of(path: Path) -> Path | None:
    """What SQLite left beside a file of that name and would play into another one; empty journals it passes over."""
    names = (path.with_name(f"{path.name}{end}") for end in COMPANIONS)
    return next((name for name in names if os.path.lexists(name) and name.lstat().st_size > 0), None)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
