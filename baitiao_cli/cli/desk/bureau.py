"""`baitiao bureau ...`: a file for a credit bureau that is not sent, and the log of who was told before."""

from __future__ import annotations

import os
from errno import ENOENT
from functools import partial
from pathlib import Path
from typing import Annotated, get_args

import msgspec

from baitiao_cli.actions.desk.bureau import (
    BUREAU_EXPORT,
    BUREAU_NOTICE,
    BureauFile,
    FileAsked,
    NoticeAsked,
    bureau_file,
    list_notices,
    record_file,
    unmasked_file,
    written_pieces,
)
from baitiao_cli.actions.perform import Done, done_before, perform, perform_in
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.unmasking import Reason, Unmask, needed_reason, refuse_needless
from baitiao_cli.cli.values import argument, free_text, one_of, option, path
from baitiao_cli.cli.verbs import run_verb
from baitiao_cli.cli.views import look
from baitiao_cli.cli.written import write_whole
from baitiao_cli.desk.compliance.rules import ComplianceRules
from baitiao_cli.desk.facts.contact import Channel
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.copies.target import refuse_taken
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.desk import bureau as texts
from baitiao_cli.show.desk.bureau import bureau_file_document, notice_document, notices_document
from baitiao_cli.show.document import Document

MARKED = "not-sent"
"""What the name of every file must have in it."""


@command("bureau export", write=True, without=("yes",), more=texts.EXPORT_MORE)
def export(
    request: Request,
    output: Annotated[Path | None, option("--output", path, "FILE", short="-o")] = None,
    force: Annotated[bool, option("--force")] = False,
    unmask: Unmask = False,
    reason: Reason = None,
    rules: RulesFile = None,
) -> Document:
    """Writes what a credit bureau would be told of each account, marked as not sent."""
    if unmask:
        reason = needed_reason(reason)
    else:
        refuse_needless(reason)
    if output is not None and MARKED not in output.name:
        raise BaitiaoError("bureau-file-unmarked", file=str(output), mark=MARKED)
    if request.on > request.today:
        raise BaitiaoError("date-in-future", on=request.on, today=request.today)
    allowed, _ = rules_given(rules, "compliance", ComplianceRules)
    asked = FileAsked(
        file=str(output or ""),
        is_unmasked=unmask,
        reason=reason or "",
        least_days=allowed.adverse_notice.least_days,
    )
    done = _done_before(request, asked) or _made(request, asked, force)
    shown = bureau_file_document(done.answer, request.today)
    return msgspec.structs.replace(shown, repeated=done.is_repeated, value=done.answer, is_deed=True)


def _done_before(request: Request, asked: FileAsked) -> Done | None:
    """The answer of a request that was made before: nobody is looked at for it, nor for who may not make the file."""
    with request.ledger.write(today=request.today, now=request.now, operator=request.operator, dry_run=True) as tx:
        return done_before(tx, BUREAU_EXPORT, asked, request.call)


def _made(request: Request, asked: FileAsked, force: bool) -> Done:
    """Works the file out, writes it and records that: what cannot be written was not made."""
    file = Path(asked.file or f"bureau-{request.on}-{MARKED}.json")
    refuse_taken(file, replace=force, ledger=request.ledger_path)
    if not file.parent.is_dir():  # told before anybody is looked at
        raise BaitiaoError("file-unwritable", file=file, reason=os.strerror(ENOENT))
    ledger, call = request.ledger, request.call
    with ledger.read_copy() as tx, shown_progress(request.language, texts.LOOKING) as progress:
        made = bureau_file(tx, request.on, asked.least_days, progress)
    told = _unmasked(request, made, asked.reason) if asked.is_unmasked and not request.dry_run else made
    verb = msgspec.structs.replace(BUREAU_EXPORT, act=partial(record_file, made=made, path=str(file)))
    with ledger.write(today=call.today, now=call.now, operator=call.operator, dry_run=call.dry_run) as tx:
        done = perform_in(tx, verb, asked, call)
        if not request.dry_run and not done.is_repeated:
            write_whole(file, written_pieces(told), replace=force, ledger=request.ledger_path)
    return done


def _unmasked(request: Request, made: BureauFile, reason: str) -> BureauFile:
    """The file with who the people are, each of whom is recorded first."""
    from baitiao_cli.actions.unmask import UNMASK, UnmaskAsked

    if request.branch is not None:
        raise BaitiaoError("unmask-not-kept", account_id=made.records[0].account_id if made.records else "-")
    call = msgspec.structs.replace(request.call, on=None, request_id="")
    for record in made.records:
        perform(request.ledger, UNMASK, UnmaskAsked(account_id=record.account_id, reason=reason), call)
    with request.ledger.read() as tx:
        return unmasked_file(tx, made)


@command("bureau notice", write=True, without=("yes",))
def notice(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    channel: Annotated[Channel, option("--channel", one_of(*get_args(Channel)), "CHANNEL")],
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
) -> Document:
    """Records that the customer was told that their lateness will be reported."""
    asked = NoticeAsked(account_id=account_id, channel=channel, note=note or "")
    return run_verb(request, BUREAU_NOTICE, asked, notice_document)


@command("bureau notices", view=True)
def notices(request: Request, account_id: Annotated[str | None, argument("ACCOUNT")] = None) -> Document:
    """Lists who was told, when and of what."""

    def answer(tx: ReadTransaction) -> Document:
        return notices_document(list_notices(tx, account_id or "", request.as_of), request.as_of)

    return look(request, answer)
