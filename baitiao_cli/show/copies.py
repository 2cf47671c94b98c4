"""Copies of the ledger: what was backed up, restored, imported, rebuilt."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.actions.backup import CopyAnswer
from baitiao_cli.actions.rebuild import RebuildAnswer
from baitiao_cli.ledger.people.keys import KeyState
from baitiao_cli.messages import Text, copies, filled, labels
from baitiao_cli.show.document import Document, json_data, record, table


def backup_document(answer: CopyAnswer, as_of: date) -> Document:
    """Where the backup is, and the head to keep elsewhere."""
    notes = [filled(copies.BACKED_UP, head=answer.head)]
    notes += key_notes(answer.key, answer.key_path) or [filled(copies.KEY_APART, key=answer.key_path)]
    return _copy_document(answer, as_of, notes)


def restore_document(answer: CopyAnswer, as_of: date) -> Document:
    """The ledger that was made of a backup, or would be."""
    document = _made_document(answer, as_of, copies.RESTORED)
    if not answer.key_made:
        return document
    encrypted = filled(copies.ENCRYPTED_NOW, file=answer.key_made)
    return msgspec.structs.replace(document, notes=[*document.notes, encrypted, labels.KEEP_THE_KEY])


def import_document(answer: CopyAnswer, as_of: date) -> Document:
    """The ledger that was made of a document, or would be."""
    return _made_document(answer, as_of, copies.IMPORTED)


def key_notes(state: KeyState, file: str) -> list[Text]:
    """What is told of a key that cannot be used; nothing of one that fits."""
    return [filled(copies.KEY_STATES[state], file=file)] if state in copies.KEY_STATES else []


def _made_document(answer: CopyAnswer, as_of: date, done: Text) -> Document:
    notes = [filled(copies.WOULD_BE_MADE if answer.is_dry_run else done, count=answer.transaction_count)]
    if answer.taken_by:
        notes.append(filled(copies.TAKEN_BY, path=answer.taken_by))
    if not answer.is_dry_run and answer.key != "fits":
        notes += [filled(copies.KEY_NEEDED, key=answer.key_path), *key_notes(answer.key, answer.key_path)]
    return _copy_document(answer, as_of, notes)


def _copy_document(answer: CopyAnswer, as_of: date, notes: list[Text]) -> Document:
    data = json_data(answer)
    return Document(
        data=data,
        as_of=as_of,
        tables=[record("path head transaction_count event_count", data)],
        notes=notes,
        kept=not answer.is_dry_run,
    )


def rebuild_document(answer: RebuildAnswer, as_of: date) -> Document:
    """What was made again."""
    data = json_data(answer)
    note = (
        filled(copies.REBUILT, count=answer.row_count, accounts=answer.account_count)
        if answer.changes
        else copies.NOTHING_TO_REBUILD
    )
    changes = table("account_id view put_count removed_count", data["changes"])
    return Document(data=data, as_of=as_of, tables=[changes], notes=[note])
