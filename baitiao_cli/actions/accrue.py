"""`accrue`: brings one account, or all, to a day: interest, due dates, bills, lateness."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from itertools import islice
from typing import NamedTuple

import msgspec

from baitiao_cli.account.events import BillIssued, DebitTried, Event
from baitiao_cli.actions.roles import require
from baitiao_cli.actions.short_transactions import in_short_transactions
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.errors import REFUSED, BaitiaoError
from baitiao_cli.ledger.notes import Notes, Prepared
from baitiao_cli.ledger.side_by_side import helper_count, side_by_side, slices_of
from baitiao_cli.ledger.store import Book, Ledger, WriteTransaction

SLICES_AT_ONCE = 4
"""How many slices of accounts that other processes have prepared are written in one transaction, if there is time."""


class AccrueAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which account ("" all of them), through which day (`None` the day of the call)."""

    account_id: str = ""
    through: date | None = None


class IssuedBill(msgspec.Struct, frozen=True, kw_only=True):
    """A bill that was issued on the way."""

    account_id: str
    event_id: str
    number: int
    billed_on: date
    due_on: date
    amount_due_fen: int
    minimum_due_fen: int


class MadeDebit(msgspec.Struct, frozen=True, kw_only=True):
    """A debit of auto-repay that was tried on the way: what it asked of the means, and what it took."""

    account_id: str
    event_id: str
    on: date
    means: str
    due_on: date
    attempt: int
    asked_fen: int
    taken_fen: int
    outcome: str


class EndedCooling(msgspec.Struct, frozen=True, kw_only=True):
    """A cooling period that ended on the way: the account is closed, or still open for what stood in the way."""

    account_id: str
    ended_on: date
    blockers: list[str]


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """An account that could not be settled, and the code of the reason."""

    account_id: str
    code: str


class AccrueAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """How far it went, how many accounts had something to settle, bills, debits, closings, and what failed."""

    through: date
    account_count: int
    bills: list[IssuedBill]
    failures: list[Failure] = []
    debits: list[MadeDebit] = []
    closings: list[EndedCooling] = []


def act(tx: WriteTransaction, asked: AccrueAsked, call: Call) -> AccrueAnswer:
    """Settles in one transaction; doing it again finds nothing to do and writes nothing."""
    through = _through(asked, call)
    account_ids = [asked.account_id] if asked.account_id else tx.account_ids(boundary_through=through)
    made: list[Event] = []
    closings: list[EndedCooling] = []
    for account_id in account_ids:
        _settle(tx.book(account_id), through, made, closings)
    return AccrueAnswer(
        through=through,
        account_count=len(account_ids),
        bills=_bills(made),
        debits=_debits(made),
        closings=closings,
    )


def _settle(book: Book, through: date, made: list[Event], closings: list[EndedCooling]) -> None:
    """Settles an account; what was made, and the cooling periods that ended, are added to what was before."""
    before = book.settled_through()
    made += book.settle(through)
    closings += (
        EndedCooling(account_id=book.account_id, ended_on=over.ended_on, blockers=list(over.blockers))
        for over in book.account(through).cooled
        if before < over.ended_on
    )


def accrue_all(
    ledger: Ledger, asked: AccrueAsked, call: Call, progress: Callable[[int, int], None] = lambda done, total: None
) -> AccrueAnswer:
    """Settles every account that has something to settle, in transactions of a fraction of a second.

    A run that was stopped goes on where it stopped: what was settled has nothing left to settle. An account that a rule
    keeps from being settled is named, and the others are settled.
    """
    through = _through(asked, call)
    with ledger.read() as tx:
        require(tx, call.operator, ACCRUE.name)
        waiting = tx.account_ids(boundary_through=through)
    run = _Run(through)

    def told(done: int) -> None:
        progress(done, len(waiting))

    with closing(_batches(ledger, waiting, through, call)) as batches:
        in_short_transactions(ledger, call, batches, run.settle, told)
    return AccrueAnswer(
        through=through,
        account_count=len(waiting) - len(run.failures),
        bills=_bills(run.made),
        failures=run.failures,
        debits=_debits(run.made),
        closings=run.closings,
    )


class _Settled(NamedTuple):
    """An account to settle, or settled by another process: what that noted, what was made, what ended."""

    account_id: str
    prepared: Prepared | None = None
    made: Sequence[Event] = ()
    closings: Sequence[EndedCooling] = ()


class _Run:
    """What a run has done so far."""

    def __init__(self, through: date) -> None:
        self.through = through
        self.made: list[Event] = []
        self.closings: list[EndedCooling] = []
        self.failures: list[Failure] = []

    def settle(self, tx: WriteTransaction, settled: _Settled) -> None:
        """Settles an account as it was prepared, or if that was not possible, or something has happened since, here."""
        if settled.prepared is not None and tx.write_prepared(settled.prepared):
            self.made += settled.made
            self.closings += settled.closings
            return
        try:
            _settle(tx.book(settled.account_id), self.through, self.made, self.closings)
        except BaitiaoError as error:
            if error.status != REFUSED:
                raise
            self.failures.append(Failure(account_id=settled.account_id, code=error.code))


def _batches(
    ledger: Ledger, account_ids: list[str], through: date, call: Call
) -> Generator[Sequence[_Settled], None, None]:
    """The accounts to settle, prepared by processes side by side where that is worth it."""
    slices = slices_of(account_ids)
    count = helper_count(slices) if ledger.may_be_shared else 0
    if not count:
        yield [_Settled(account_id) for account_id in account_ids]
        return
    prepare = partial(_prepared, ledger, through, call.today)
    with closing(side_by_side(slices, prepare, count)) as results:
        pairs = zip(slices, results, strict=True)
        while some := [*islice(pairs, SLICES_AT_ONCE)]:
            yield [one for part, result in some for one in result or map(_Settled, part)]


def _prepared(ledger: Ledger, through: date, today: date, account_ids: Sequence[str]) -> list[_Settled]:
    """The accounts settled in notes; one that a rule keeps from being settled is left to whoever tells of it."""
    with ledger.read() as tx:
        books = [(tx.noted_book(account_id, notes), notes) for account_id in account_ids for notes in [Notes(today)]]
    return [_noted(book, notes, through) for book, notes in books]


def _noted(book: Book, notes: Notes, through: date) -> _Settled:
    known = (book.account_id, len(book.events), book.settled_through())
    made: list[Event] = []
    closings: list[EndedCooling] = []
    try:
        _settle(book, through, made, closings)
    except BaitiaoError:
        return _Settled(book.account_id)
    return _Settled(book.account_id, Prepared(*known, notes.calls), made, closings)


def _through(asked: AccrueAsked, call: Call) -> date:
    through = asked.through or call.effective_on
    if through > call.today:
        raise BaitiaoError("date-in-future", on=through, today=call.today)
    return through


def _bills(made: list[Event]) -> list[IssuedBill]:
    return [
        IssuedBill(
            account_id=event.account_id,
            event_id=event.event_id,
            number=event.fact.number,
            billed_on=event.fact.billed_on,
            due_on=event.fact.due_on,
            amount_due_fen=event.fact.figures.amount_due_fen,
            minimum_due_fen=event.fact.figures.minimum_due_fen,
        )
        for event in made
        if isinstance(event.fact, BillIssued)
    ]


def _debits(made: list[Event]) -> list[MadeDebit]:
    return [
        MadeDebit(
            account_id=event.account_id,
            event_id=event.event_id,
            on=event.effective_on,
            means=event.fact.means,
            due_on=event.fact.due_on,
            attempt=event.fact.attempt,
            asked_fen=event.fact.asked_fen,
            taken_fen=event.fact.taken_fen,
            outcome=event.fact.outcome,
        )
        for event in made
        if isinstance(event.fact, DebitTried)
    ]


ACCRUE = Verb("accrue", AccrueAsked, AccrueAnswer, act)
