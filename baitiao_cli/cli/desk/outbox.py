"""A folder of files that people or another program send: whole or not at all, for their owner only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from baitiao_cli.actions import perform as performing
from baitiao_cli.actions.masking import MaskedPerson, told
from baitiao_cli.actions.verb import Verb
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.written import write_whole
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.copies.target import refuse_taken
from baitiao_cli.messages import Text
from baitiao_cli.show.document import Document

FilesOf = Callable[[Any, Mapping[str, MaskedPerson]], Iterable[tuple[str, str]]]
"""The files of an answer by name, with the people whom it is about."""


def run_into_outbox(
    request: Request,
    verb: Verb,
    asked: msgspec.Struct,
    out: Path | None,
    *,
    force: bool,
    looking: Text,
    sent: str,
    files_of: FilesOf,
    document: Callable[[Any, date, str | None], Document],
) -> Document:
    """Does a verb over all accounts and writes what it says to customers (the answer's `sent`) into a folder.

    It is kept only when it could be written; a dry run and a request that was answered before write nothing. The
    `document` shows the answer on a day, with the folder it is in.
    """
    if out is None and not request.dry_run:
        raise BaitiaoError("outbox-needed", command=verb.name)
    call = request.call
    with (
        shown_progress(request.language, looking) as progress,
        request.ledger.write(today=call.today, now=call.now, operator=call.operator, dry_run=call.dry_run) as tx,
    ):
        act: Callable[..., Any] = verb.act
        done = performing.perform_in(
            tx, msgspec.structs.replace(verb, act=partial(act, progress=progress)), asked, call
        )
        if out is not None and not request.dry_run and not done.is_repeated:
            people = {one.person_id: told(tx, one.person_id) for one in getattr(done.answer, sent)}
            if files := dict(files_of(done.answer, people)):
                write_outbox(out, files, replace=force, ledger=request.ledger_path)
    shown = document(done.answer, request.today, None if request.dry_run else str(out))
    return msgspec.structs.replace(shown, repeated=done.is_repeated, value=done.answer, is_deed=True)


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
