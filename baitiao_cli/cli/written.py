"""Files that commands write for other programs: whole or not at all, for their owner only."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from baitiao_cli.errors import BaitiaoError


def write_whole(file: Path, pieces: Iterable[str], *, replace: bool, ledger: Path) -> None:
    """Writes the pieces, as UTF-8, to a draft beside `file` (mode 0600) and gives it its name in one step.

    Raises `file-exists` unless it may `replace` a file, `file-unwritable`, `file-of-ledger`; then nothing is written.
    """
    refuse_taken(file, replace=replace, ledger=ledger)
    draft = file.parent / f".baitiao-{token_hex(8)}.new"
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            for piece in pieces:
                stream.write(piece)
            stream.flush()
            os.fsync(descriptor)
        _put_in_place(draft, file, replace=replace)
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else type(problem).__name__
        raise BaitiaoError("file-unwritable", file=file, reason=reason) from problem
    finally:
        with suppress(OSError, ValueError):
            draft.unlink()


def refuse_taken(file: Path, *, replace: bool, ledger: Path) -> None:
    """Refuses a name that may not be taken: of the ledger and its companions, of what is no file, of a file."""
    with suppress(OSError, ValueError):
        companions = [ledger.resolve(), *(Path(f"{ledger.resolve()}{end}") for end in ("-journal", ".lock"))]
        if file.resolve() in companions or (file.exists() and file.samefile(ledger)):
            raise BaitiaoError("file-of-ledger", file=file)
        if file.exists() and not file.is_file():
            raise BaitiaoError("file-unwritable", file=file, reason=os.strerror(21 if file.is_dir() else 22))
    if not replace and os.path.lexists(file):
        raise BaitiaoError("file-exists", file=file)


def _put_in_place(draft: Path, file: Path, *, replace: bool) -> None:
    """Gives the draft its name, without `replace` never over another, whoever made it meanwhile."""
    if replace:
        draft.replace(file)
        return
    try:
        os.link(draft, file)
    except FileExistsError as problem:
        raise BaitiaoError("file-exists", file=file) from problem
    except OSError:
        if os.path.lexists(file):
            raise
        draft.rename(file)  # a file system without links (FAT)
