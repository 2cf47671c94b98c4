"""`promise` and `promises`: what a customer promises to pay by a day, and whether they did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.actions.desk.open_case import open_case
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.collection.promises import Came, Promise, money_of, outcomes
from baitiao_cli.desk.facts import DeskEntry, PromiseMade
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Book, ReadTransaction, WriteTransaction


class PromiseAsked(msgspec.Struct, frozen=True, kw_only=True):
    """How much is promised, in fen, and by which day."""

    account_id: str
    amount_fen: int
    by_on: date
    note: str = ""


class PromiseLine(msgspec.Struct, frozen=True, kw_only=True):
    """A promise and what has come of it: its state, what came for it, and the day on which all of it had.

    `money` is what of which payments counts for it.
    """

    record_id: str
    account_id: str
    effective_on: date
    amount_fen: int
    by_on: date
    paid_fen: int
    state: str
    kept_on: date | None
    money: tuple[Came, ...]
    case_id: str
    note: str


class PromiseAnswer(PromiseLine, frozen=True, kw_only=True):
    """The promise as it was recorded, and what the account owes, in fen."""

    owed_fen: int


def act(tx: WriteTransaction, asked: PromiseAsked, call: Call) -> PromiseAnswer:
    """Records the promise; no figure changes. `date-in-future`, `promise-past`, `nothing-owed`."""
    on = call.effective_on
    if asked.by_on < on:
        raise BaitiaoError("promise-past", by_on=asked.by_on, on=on)
    book = tx.book(asked.account_id)
    account = book.account(on)
    owed_fen = owed_parts(account).total_fen
    if not owed_fen:
        raise BaitiaoError("nothing-owed", account_id=asked.account_id, plan_id="-")
    case = open_case(tx, asked.account_id, on)
    case_id = case.case_id if case else ""
    fact = PromiseMade(
        amount_fen=asked.amount_fen,
        by_on=asked.by_on,
        case_id=case_id,
        note=asked.note,
        last_sequence=tx.event_count(),
    )
    kept = tx.record_at_desk(asked.account_id, fact, on, call.request_id)
    line = next(line for line in promises_of(tx, book, max(on, call.today)) if line.record_id == kept.record_id)
    return PromiseAnswer(**msgspec.structs.asdict(line), owed_fen=owed_fen)


def promises_of(tx: ReadTransaction, book: Book, as_of: date, account: Account | None = None) -> list[PromiseLine]:
    """The promises of an account by the day on which they are due, with what has come of each by a day."""
    entries = list(tx.at_desk(as_of, book.account_id, (PromiseMade,)))
    return _lines(entries, book, account or book.account(as_of), as_of) if entries else []


def list_promises(tx: ReadTransaction, account_id: str, as_of: date, state: str = "") -> list[PromiseLine]:
    """The promises of an account, or ("") of all, by the day on which they are due; only those of a state, if asked."""
    by_account: dict[str, list[DeskEntry]] = {}
    for entry in tx.at_desk(as_of, tx.book(account_id).account_id if account_id else None, (PromiseMade,)):
        by_account.setdefault(entry.subject, []).append(entry)
    lines = []
    for subject, entries in by_account.items():
        book = tx.book(subject)
        lines += _lines(entries, book, book.account(as_of), as_of)
    lines.sort(key=lambda line: (line.by_on, int(line.record_id[1:])))
    return [line for line in lines if not state or line.state == state]


def _lines(entries: Iterable[DeskEntry], book: Book, account: Account, as_of: date) -> list[PromiseLine]:
    made = [(entry, entry.fact) for entry in entries if isinstance(entry.fact, PromiseMade)]
    promises = [
        Promise(entry.number, entry.effective_on, fact.last_sequence, fact.amount_fen, fact.by_on)
        for entry, fact in made
    ]

    def owes_on(day: date) -> bool:
        return owed_parts(book.account(day)).total_fen > 0

    came = outcomes(promises, money_of(book.events, account), as_of, owes_on)
    lines = [
        PromiseLine(
            record_id=entry.record_id,
            account_id=entry.subject,
            effective_on=entry.effective_on,
            amount_fen=fact.amount_fen,
            by_on=fact.by_on,
            **came[entry.number]._asdict(),
            case_id=fact.case_id,
            note=fact.note,
        )
        for entry, fact in made
    ]
    return sorted(lines, key=lambda line: (line.by_on, int(line.record_id[1:])))


PROMISE = Verb("promise", PromiseAsked, PromiseAnswer, act)
