"""`funder-statement`, `funder-settle`: what is whose over some days, and what is to be paid to a funder or by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from baitiao_cli.account.postings import CHART
from baitiao_cli.account.views.books import balances
from baitiao_cli.actions.desk.every_account import Progress, books
from baitiao_cli.actions.desk.funders import agreements, find_funder
from baitiao_cli.actions.merchants import first_day
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.facts import DeskEntry, FundingSettled
from baitiao_cli.desk.facts.funding import Moved
from baitiao_cli.desk.funding.shares import funding_of
from baitiao_cli.desk.funding.split import APART, MONEY, OWED, Row, split_rows
from baitiao_cli.desk.funding.statement import FunderLine, Sums, less, moved, plus
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class FunderStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A funder's days `[from_on, through_on]` (`None`: from the first), by kind of money."""

    funder_id: str
    name: str
    from_on: date | None
    through_on: date
    lines: list[FunderLine]


def funder_statement(
    tx: ReadTransaction, funder_id: str, from_on: date | None, through_on: date, progress: Progress | None = None
) -> FunderStatement:
    """The statement of one funder over all accounts; `days-reversed`, `funder-unknown`."""
    first_on = first_day(from_on, through_on)
    funder = find_funder(tx, funder_id)
    sums = Sums(funder_id, first_on)
    for rows in all_rows(tx, through_on, progress):
        sums.add(rows)
    return FunderStatement(
        funder_id=funder_id, name=funder.name, from_on=from_on, through_on=through_on, lines=sums.lines()
    )


class SideSums(msgspec.Struct, frozen=True, kw_only=True):
    """One side of the books: what the journal says, what is not booked yet, and what the funders have of it.

    `running_fen` has run by the night since it was last asked for: of no funder yet. With it the shares are
    `whole_fen`, which the trial balance and the report on aging tell.
    """

    side: str
    journal_fen: int
    not_booked_fen: int
    shared_fen: int
    difference_fen: int
    running_fen: int
    whole_fen: int
    parts: dict[str, int]


def reconcile(tx: ReadTransaction, as_of: date, progress: Progress | None = None) -> list[SideSums]:
    """Whether the parts of all funders sum to the journal, side by side; a `difference_fen` would be a bug.

    What the fold says by a day and a run of `accrue` would book is `not_booked_fen`; what runs is shared once it
    is asked for, on a bill or a due date.
    """
    agreed = agreements(tx)
    parts: dict[str, Counter[str]] = {side: Counter() for side in ("owed", "apart", "money")}
    folded: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for book in books(tx, as_of, progress):
        account = book.account(as_of)
        for line in account.journal:
            folded[_side_of(line.ledger_account)] += line.amount_fen
        for name, amount_fen in balances(account).items():
            whole[_side_of(name)] += amount_fen
        for row in split_rows(account, funding_of(account, book.events, agreed)):
            parts[row.side].update(row.parts)
    booked: Counter[str] = Counter()
    for name, amount_fen in tx.booked(as_of).sums().items():
        assert name in CHART
        booked[_side_of(name)] += amount_fen
    return [
        SideSums(
            side=side,
            journal_fen=booked[side],
            not_booked_fen=folded[side] - booked[side],
            shared_fen=sum(of_side.values()),
            difference_fen=sum(of_side.values()) - folded[side],
            running_fen=whole[side] - folded[side],
            whole_fen=whole[side],
            parts={funder_id: of_side[funder_id] for funder_id in sorted(of_side, key=lambda one: int(one[1:]))},
        )
        for side, of_side in parts.items()
    ]


def _side_of(name: str) -> str:
    return "owed" if name in OWED else "apart" if name in APART else "money" if name in MONEY else "result"


def all_rows(tx: ReadTransaction, through_on: date, progress: Progress | None = None) -> Iterator[list[Row]]:
    """The split postings of each account up to a day, by what is known now."""
    agreed = agreements(tx)
    for book in books(tx, through_on, progress):
        account = book.account(through_on)
        yield list(split_rows(account, funding_of(account, book.events, agreed)))


class SettleAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which funder, and for all that counts up to which day."""

    funder_id: str
    through_on: date


class SettleAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A settlement: what is due to the funder (below zero: from it), of which days, and what of it is an adjustment.

    `from_on` is `None` for the first settlement, and for one with no new days, of changes of all days before alone.
    """

    record_id: str
    funder_id: str
    name: str
    from_on: date | None
    through_on: date
    moved: Moved
    adjustment: Moved
    moved_fen: int
    adjustment_fen: int
    due_fen: int


def settle(tx: WriteTransaction, asked: SettleAsked, call: Call) -> SettleAnswer:
    """Settles with a funder; what was settled before is never changed, what changed of it since is the adjustment.

    Errors, in this order: `funder-unknown`, `date-in-future` for a day that has not come, `settled-through` for one
    before the last settlement's, `nothing-to-settle` for a settlement that would repeat the last, `settled-too-early`
    for one that counts before the last day that it settles.
    """
    funder = find_funder(tx, asked.funder_id)
    if asked.through_on > call.today:
        raise BaitiaoError("date-in-future", on=asked.through_on, today=call.today)
    last = last_settlement(tx, asked.funder_id)
    settled, last_on = (last.settled, last.through_on) if last else (Moved(), date.min)
    if asked.through_on < last_on:
        raise BaitiaoError("settled-through", subject=asked.funder_id, through_on=last_on)
    now = earlier = Moved()
    for rows in all_rows(tx, asked.through_on):
        now = plus(now, moved(rows, asked.funder_id))
        earlier = plus(earlier, moved((row for row in rows if row.effective_on <= last_on), asked.funder_id))
    new, adjustment = less(now, earlier), less(earlier, settled)
    if asked.through_on == last_on and adjustment == Moved():
        raise BaitiaoError("nothing-to-settle", subject=asked.funder_id, through_on=last_on)
    if call.effective_on < asked.through_on:
        raise BaitiaoError("settled-too-early", on=call.effective_on, through_on=asked.through_on)
    due_fen = new.total_fen + adjustment.total_fen
    fact = FundingSettled(through_on=asked.through_on, due_fen=due_fen, moved=new, adjustment=adjustment, settled=now)
    entry = tx.record_at_desk(asked.funder_id, fact, call.effective_on, call.request_id)
    return SettleAnswer(
        record_id=entry.record_id,
        funder_id=asked.funder_id,
        name=funder.name,
        from_on=last_on + timedelta(days=1) if last and last_on < asked.through_on else None,
        through_on=asked.through_on,
        moved=new,
        adjustment=adjustment,
        moved_fen=new.total_fen,
        adjustment_fen=adjustment.total_fen,
        due_fen=due_fen,
    )


def last_settlement(tx: ReadTransaction, funder_id: str) -> FundingSettled | None:
    """The last settlement with a funder, if there was one."""
    entries: list[DeskEntry] = list(tx.at_desk(date.max, funder_id, (FundingSettled,)))
    fact = entries[-1].fact if entries else None
    return fact if isinstance(fact, FundingSettled) else None


FUNDER_SETTLE = Verb("funder-settle", SettleAsked, SettleAnswer, settle)
