"""Files that commands write for other programs: whole or not at all, for their owner only."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from baitiao_cli.ledger.copies.target import writing_to
from baitiao_cli.ledger.file.placing import draft_beside, put_in_place


def write_whole(file: Path, pieces: Iterable[str | bytes], *, replace: bool, ledger: Path) -> None:
    """Writes the pieces, text as UTF-8, to a draft beside `file` (mode 0600) and gives it its name in one step.

    Raises `file-exists` unless it may `replace` a file, `file-unwritable`, `file-of-ledger`; then nothing is written.
    """
    with writing_to(file, replace=replace, ledger=ledger), draft_beside(file) as draft:
        with draft.open("wb") as stream:
            for piece in pieces:
                stream.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace"))
        put_in_place(draft, file, replace=replace)


def as_file() -> None:
    """Makes stdout, where it is no terminal, what a file would be: UTF-8 in any locale, lines ended alike."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure and not sys.stdout.isatty():
        reconfigure(encoding="utf-8", newline="\n")
