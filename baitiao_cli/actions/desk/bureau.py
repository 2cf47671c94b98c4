"""`bureau export`, `bureau notice`, `bureau notices`: a file for a credit bureau that is not sent, and who was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

import msgspec

from baitiao_cli.account.delinquency import days_past_due, oldest_unpaid_due_on
from baitiao_cli.actions.desk.every_account import Progress, books
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.bureau.listing import Known, LeftOut, listed
from baitiao_cli.desk.bureau.record import BureauRecord, days_of_months, record_of
from baitiao_cli.desk.facts import BureauFileMade, ConsentStated, ListedLate, NoticeGiven
from baitiao_cli.desk.facts.contact import Channel
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction

MARK = "NOT SENT: written by a local program, which sends nothing to any credit bureau."
"""What stands at the top of every file."""


class BureauFile(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of a day has: the accounts that it reports, and those that it leaves out."""

    on: date
    records: list[BureauRecord]
    left_out: list[LeftOut]


def bureau_file(tx: ReadTransaction, on: date, least_days: int, progress: Progress | None = None) -> BureauFile:
    """Every account that was opened by a day, reported or left out, without anybody's name or number."""
    known = Known(tx.at_desk(on, kinds=(ConsentStated, NoticeGiven, BureauFileMade)))
    records = (record_of(book.events, on) for book in books(tx, on, progress))
    taken, left = listed(records, known, on, least_days)
    return BureauFile(on=on, records=taken, left_out=left)


def unmasked_file(tx: ReadTransaction, file: BureauFile) -> BureauFile:
    """The same file with who the people are; whoever calls has recorded each of them before."""
    records = []
    for record in file.records:
        person = tx.person(record.person_id)
        records.append(msgspec.structs.replace(record, name=person.name, id_number=person.id_number))
    return msgspec.structs.replace(file, records=records)


def written_pieces(file: BureauFile) -> Iterator[str]:
    """The file as JSON, one record a line: the same records, the same bytes."""
    months = [f"{day:%Y-%m}" for day in days_of_months(file.on)]
    is_unmasked = any(record.name is not None for record in file.records)
    head = {"schema": "baitiao/bureau/1", "marked": MARK, "on": file.on, "months": months, "is_unmasked": is_unmasked}
    yield msgspec.json.encode(head).decode()[:-1] + ',"records":[\n'
    yield _lines(file.records)
    yield '],"left_out":[\n'
    yield _lines([{"account_id": one.account_id, "why": one.why} for one in file.left_out])
    yield "]}\n"


def _lines(rows: Iterable[object]) -> str:
    told = ",\n".join(msgspec.json.encode(row).decode() for row in rows)
    return f"{told}\n" if told else ""


# --- what is recorded


class FileAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The file as it was named ("": by its day), whether and why people stand in it, and how long before told.

    What is in it is no input, for the ledger may know more by the time that a request is repeated.
    """

    file: str
    is_unmasked: bool
    reason: str
    least_days: int


class FileAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The record of a file; the same file of the same day has the record that it was given first."""

    record_id: str
    effective_on: date
    listed_count: int
    late_count: int
    file_hash: str
    path: str
    is_unmasked: bool
    left_out: list[LeftOut]


def record_file(
    tx: WriteTransaction, asked: FileAsked, call: Call, made: BureauFile | None = None, path: str = ""
) -> FileAnswer:
    """Records that a file (of `path`, without names) was made, once for the same file: its accounts and its hash."""
    assert made is not None, "who calls has worked it out"
    late = [
        ListedLate(account_id=one.account_id, since_on=one.late_since_on)
        for one in made.records
        if one.is_late and one.late_since_on
    ]
    fact = BureauFileMade(
        account_ids=tuple(record.account_id for record in made.records),
        late=tuple(late),
        file_hash=sha256("".join(written_pieces(made)).encode()).hexdigest(),
    )
    on = made.on
    same = (entry for entry in tx.at_desk(on, "", (BureauFileMade,)) if entry.effective_on == on and entry.fact == fact)
    entry = next(same, None) or tx.record_at_desk("", fact, on, call.request_id)
    return FileAnswer(
        record_id=entry.record_id,
        effective_on=on,
        listed_count=len(fact.account_ids),
        late_count=len(late),
        file_hash=fact.file_hash,
        path=path,
        is_unmasked=asked.is_unmasked,
        left_out=made.left_out,
    )


class NoticeAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose customer was told that their lateness will be reported, and by what."""

    account_id: str
    channel: Channel
    note: str = ""


class NoticeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The notice as it was recorded: about what is late since when."""

    record_id: str
    account_id: str
    effective_on: date
    since_on: date
    days_past_due: int
    channel: Channel
    note: str


def give_notice(tx: WriteTransaction, asked: NoticeAsked, call: Call) -> NoticeAnswer:
    """Records the notice: `date-in-future`, `account-unknown`; `nothing-late` while nothing is past due."""
    on = call.effective_on
    account = tx.book(asked.account_id).account(on)
    since_on = oldest_unpaid_due_on(account, on)
    if since_on is None:
        raise BaitiaoError("nothing-late", account_id=asked.account_id, on=on)
    fact = NoticeGiven(since_on=since_on, channel=asked.channel, note=asked.note)
    entry = tx.record_at_desk(asked.account_id, fact, on, call.request_id)
    return NoticeAnswer(
        record_id=entry.record_id,
        account_id=asked.account_id,
        effective_on=on,
        since_on=since_on,
        days_past_due=days_past_due(account, on),
        channel=asked.channel,
        note=asked.note,
    )


class NoticeLine(msgspec.Struct, frozen=True, kw_only=True):
    """A notice that was given."""

    record_id: str
    account_id: str
    effective_on: date
    since_on: date
    channel: Channel
    note: str
    operator: str


def list_notices(tx: ReadTransaction, account_id: str, as_of: date) -> list[NoticeLine]:
    """The notices of an account (or "" of all) through a day, by day; `account-unknown`."""
    subject = tx.book(account_id).account_id if account_id else None
    lines = [
        NoticeLine(
            record_id=entry.record_id,
            account_id=entry.subject,
            effective_on=entry.effective_on,
            since_on=entry.fact.since_on,
            channel=entry.fact.channel,
            note=entry.fact.note,
            operator=entry.operator,
        )
        for entry in tx.at_desk(as_of, subject, (NoticeGiven,))
        if isinstance(entry.fact, NoticeGiven)
    ]
    return sorted(lines, key=lambda line: line.effective_on)


BUREAU_EXPORT = Verb("bureau export", FileAsked, FileAnswer, record_file)
BUREAU_NOTICE = Verb("bureau notice", NoticeAsked, NoticeAnswer, give_notice)
