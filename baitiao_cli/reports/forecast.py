"""`report forecast`: the cash that is to come, month by month: as agreed, as people have paid, and under stress."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import loan_class
from baitiao_cli.account.views.figures import coming_dues, falling_due
from baitiao_cli.actions.desk.every_account import Progress, folded
from baitiao_cli.calc.dates import add_months
from baitiao_cli.calc.money import round_ratio
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.reports.classes import NON_PERFORMING
from baitiao_cli.reports.portfolio import month_of, share_pct
from baitiao_cli.reports.punctuality import dues

MONTHS = 12
"""How many months are told by themselves, that of the day among them."""
LATER, DUE_BEFORE, DOUBTFUL = "later", "due-before", "not-performing"
LOOK_BACK_MONTHS = 12
MORE_LATE_PCT = 20


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """What comes of one account in one row, in whole fen."""

    row: str
    account_id: str
    due_fen: int


class MonthRow(msgspec.Struct, frozen=True, kw_only=True):
    """The cash of a month, in whole fen: what falls due, what is expected to come, and what comes under stress."""

    month: str
    due_fen: int
    expected_fen: int
    stressed_fen: int
    missing_fen: int


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """The cash to come from a day on.

    `late_fen` of the `decided_fen` that fell due in the 12 months before came late or not at all: `late_pct`, and
    `stressed_pct` with 20 of a hundred more. `due_before_fen` is unpaid since before the day, `not_performing_fen` all
    that falls due of accounts that do not perform: none of them is counted on.
    """

    as_of: date
    rows: list[MonthRow]
    totals: MonthRow
    decided_fen: int
    late_fen: int
    late_pct: str | None
    stressed_pct: str | None
    due_before_fen: int
    not_performing_fen: int
    accounts: list[Coming]


def forecast(tx: ReadTransaction, as_of: date, progress: Progress | None = None) -> Forecast:
    """The forecast from the end of `as_of`, if nothing more is bought; what falls due on that day is still to come."""
    from_on = add_months(as_of, -LOOK_BACK_MONTHS)
    coming: list[Coming] = []
    decided_fen = late_fen = 0
    for account in folded(tx, as_of, progress):
        for due in dues(account):
            if due.due_on > from_on:
                decided_fen += due.amount_fen
                late_fen += 0 if due.is_on_time else due.amount_fen
        coming += coming_of(account)
    months = [month_of(add_months(as_of.replace(day=1), ahead)) for ahead in range(MONTHS)]
    sums = {name: sum(each.due_fen for each in coming if each.row == name) for name in (*months, LATER)}
    more_fen = late_fen * 100 + MORE_LATE_PCT * decided_fen
    stressed = (min(more_fen, decided_fen * 100), decided_fen * 100) if decided_fen else (MORE_LATE_PCT, 100)
    expected_fen, stressed_fen = (
        put_off(list(sums.values()), *share) for share in ((late_fen, decided_fen or 1), stressed)
    )
    rows = [
        MonthRow(month=name, due_fen=due, expected_fen=soon, stressed_fen=under, missing_fen=soon - under)
        for (name, due), soon, under in zip(sums.items(), expected_fen, stressed_fen, strict=True)
    ]
    return Forecast(
        as_of=as_of,
        rows=rows,
        totals=_total(rows),
        decided_fen=decided_fen,
        late_fen=late_fen,
        late_pct=share_pct(late_fen, decided_fen),
        stressed_pct=share_pct(*stressed),
        due_before_fen=sum(each.due_fen for each in coming if each.row == DUE_BEFORE),
        not_performing_fen=sum(each.due_fen for each in coming if each.row == DOUBTFUL),
        accounts=coming,
    )


def coming_of(account: Account) -> list[Coming]:
    """What comes of an account by the row that has it, if all is paid on its due date and nothing is bought."""
    pieces = list(falling_due(account))
    asked_again_fen = sum(piece.amount_fen for piece in pieces if piece.row is None)
    before = (piece.amount_fen for piece in pieces if piece.row is not None and piece.due_on < account.through)
    sums = {DUE_BEFORE: sum(before) - asked_again_fen}
    last = month_of(add_months(account.through.replace(day=1), MONTHS - 1))
    for due_on, amount_fen in coming_dues(account):
        name = month_of(due_on) if month_of(due_on) <= last else LATER
        sums[name] = sums.get(name, 0) + amount_fen
    if "" in account.losses or loan_class(account) in NON_PERFORMING:
        sums = {DOUBTFUL: sum(sums.values())}
    return [Coming(row=name, account_id=account.account_id, due_fen=fen) for name, fen in sums.items() if fen]


def put_off(due_fen: Sequence[int], late: int, of: int) -> list[int]:
    """What comes in each month when the share `late` / `of` of what falls due, rounded half up, comes a month later.

    What is late of the last row comes in it, for it has no end; so the sum stays.

    >>> put_off([1000, 500, 0], 1, 10)
    [900, 550, 50]
    >>> put_off([1000, 0, 200], 1, 10)
    [900, 100, 200]
    """
    came, held_back = [], 0
    for at, fen in enumerate(due_fen):
        late_fen = round_ratio(fen * late, of) if at < len(due_fen) - 1 else 0
        came.append(fen - late_fen + held_back)
        held_back = late_fen
    return came


def _total(rows: Sequence[MonthRow]) -> MonthRow:
    return MonthRow(
        month="",
        due_fen=sum(row.due_fen for row in rows),
        expected_fen=sum(row.expected_fen for row in rows),
        stressed_fen=sum(row.stressed_fen for row in rows),
        missing_fen=0,
    )
