"""A folder of files that people or another program send: whole or not at all, for their owner only."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from baitiao_cli.cli.written import write_whole
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.copies.target import refuse_taken


def write_outbox(folder: Path, files: Mapping[str, str], *, replace: bool, ledger: Path) -> None:
    """Writes the files (mode 0600) into the folder, which is made (mode 0700) if it is not there.

    None is written where one of them is there and it may not `replace` it; when one cannot be written, those that were
    new go again. `file-exists`, `file-unwritable`.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise BaitiaoError("file-unwritable", file=folder, reason=problem.strerror) from problem
    for name in files:
        refuse_taken(folder / name, replace=replace, ledger=ledger)
    made: list[Path] = []
    try:
        for name, text in files.items():
            file = folder / name
            is_new = not file.exists()
            write_whole(file, [text], replace=replace, ledger=ledger)
            made += [file] if is_new else []
    except BaseException:
        for file in made:
            with suppress(OSError):
                file.unlink()
        raise
