"""`backup`, `restore`, `import`: copies of the whole ledger, out and back."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from baitiao_cli.calc.dates import SHANGHAI
from baitiao_cli.ledger.check import Progress, Proved
from baitiao_cli.ledger.copies.backup import back_up
from baitiao_cli.ledger.copies.backup import restore as restore_ledger
from baitiao_cli.ledger.copies.reading import import_ledger
from baitiao_cli.ledger.file.placing import in_the_way
from baitiao_cli.ledger.news import keys_to_tell
from baitiao_cli.ledger.people.keys import KeyState
from baitiao_cli.ledger.store import Ledger


class CopyAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was copied and proved: where it came from, where it is, its head, and how much stands behind that.

    `key_path` is where the key of the personal data is to be, which is in no copy; `key` says how it stands with that
    ("fits" once it is there). `key_made` is the
    key file with which the people of an older backup were encrypted on the way, "" if they were so already. `taken_by`
    is what stands where a dry run would have made the ledger, "" if nothing does.
    """

    source: str
    path: str
    head: str
    transaction_count: int
    event_count: int
    size_bytes: int
    key_path: str
    key: KeyState
    key_made: str = ""
    taken_by: str = ""
    is_dry_run: bool = False


def backup(path: Path, now_at: datetime, file: Path | None = None, *, replace: bool = False) -> CopyAnswer:
    """Writes a proved backup of the ledger; without a `file`, or in a folder, under the ledger's name and the time."""
    if file is None or file.is_dir():
        file = _free_name(path, now_at, path.parent if file is None else file)
    proved = back_up(Ledger.open(path), file, replace=replace)
    return _answer(str(path), file, proved)


def restore(file: Path, path: Path, *, dry_run: bool = False, progress: Progress | None = None) -> CopyAnswer:
    """Makes a ledger of a backup; nothing that is there is replaced."""
    proved = restore_ledger(file, path, dry_run=dry_run, progress=progress)
    made = "" if dry_run else ", ".join(str(key) for key in keys_to_tell())
    return msgspec.structs.replace(_answer(str(file), path, proved, is_dry_run=dry_run), key_made=made)


def import_document(
    stream: BinaryIO, file: str, path: Path, *, dry_run: bool = False, progress: Progress | None = None
) -> CopyAnswer:
    """Makes a ledger of an exported document; nothing that is there is replaced."""
    proved = import_ledger(stream, file, path, dry_run=dry_run, progress=progress)
    return _answer(file, path, proved, is_dry_run=dry_run)


def _answer(source: str, path: Path, proved: Proved, *, is_dry_run: bool = False) -> CopyAnswer:
    return CopyAnswer(
        source=source,
        path=str(path),
        head=proved.head,
        transaction_count=proved.transaction_count,
        event_count=proved.event_count,
        size_bytes=0 if is_dry_run else path.stat().st_size,
        key_path=proved.key_file,
        key=proved.key,
        taken_by=str(in_the_way(path) or "") if is_dry_run else "",
        is_dry_run=is_dry_run,
    )


def _free_name(path: Path, now_at: datetime, folder: Path) -> Path:
    """The ledger's name with the time in Shanghai: shop-2026-11-22-203005.db, and a number if that is taken."""
    name = f"{path.stem}-{now_at.astimezone(SHANGHAI):%Y-%m-%d-%H%M%S}"
    file, number = folder / f"{name}{path.suffix}", 2
    while os.path.lexists(file):
        file, number = folder / f"{name}-{number}{path.suffix}", number + 1
    return file
