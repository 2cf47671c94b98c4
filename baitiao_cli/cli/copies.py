"""`baitiao backup`, `restore`, `import`, `rebuild`: copies of the ledger, and its views made again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, BinaryIO

from baitiao_cli.actions.backup import CopyAnswer
from baitiao_cli.actions.backup import backup as back_up
from baitiao_cli.actions.backup import import_document as import_ledger
from baitiao_cli.actions.backup import restore as restore_ledger
from baitiao_cli.actions.rebuild import REBUILD, RebuildAsked
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, one_of, option, path, shown
from baitiao_cli.cli.verbs import run_verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import copies
from baitiao_cli.show.copies import backup_document, import_document, rebuild_document, restore_document
from baitiao_cli.show.document import Document


@command("backup", more=copies.BACKUP_MORE)
def backup(
    request: Request,
    file: Annotated[Path | None, argument("FILE", path)] = None,
    force: Annotated[bool, option("--force")] = False,
) -> Document:
    """Copies the ledger to a file, and proves the copy."""
    answer = back_up(request.ledger_path, request.now_at, file, replace=force)
    return backup_document(answer, request.today)


@command("restore", more=copies.RESTORE_MORE)
def restore(
    request: Request,
    file: Annotated[Path, argument("FILE", path)],
    dry_run: Annotated[bool, option("--dry-run")] = False,
) -> Document:
    """Makes a ledger of a backup, after proving it."""
    with shown_progress(request.language, copies.CHECKING) as progress:
        answer = restore_ledger(file, request.ledger_path, dry_run=dry_run, progress=progress)
    return restore_document(answer, request.today)


@command("import", more=copies.IMPORT_MORE)
def import_(
    request: Request,
    file: Annotated[str, argument("FILE|-", shown)],
    form: Annotated[str | None, option("--format", one_of("json"), "json")] = None,
    dry_run: Annotated[bool, option("--dry-run")] = False,
) -> Document:
    """Makes a ledger of a JSON document that export wrote of a whole one."""
    if file == "-":
        return import_document(_import(request, sys.stdin.buffer if sys.stdin else None, file, dry_run), request.today)
    try:
        with path(file).open("rb") as stream:
            return import_document(_import(request, stream, file, dry_run), request.today)
    except OSError as problem:
        raise BaitiaoError("file-unreadable", file=file, reason=problem.strerror) from problem


def _import(request: Request, stream: BinaryIO | None, file: str, dry_run: bool) -> CopyAnswer:
    if stream is None:
        raise BaitiaoError("file-unreadable", file=file, reason="-")
    with shown_progress(request.language, copies.CHECKING) as progress:
        return import_ledger(stream, file, request.ledger_path, dry_run=dry_run, progress=progress)


@command("rebuild", write=True, without=("on", "yes"), more=copies.REBUILD_MORE)
def rebuild(request: Request) -> Document:
    """Makes the views again from the events."""
    return run_verb(request, REBUILD, RebuildAsked(), rebuild_document)
