"""The views: an account, its plans, installments and bills as rows for people and for fast lookups.

They hold dates, never ages, and are right from `settled_through` until the night before `next_boundary_on`. They are
made from the folded account alone, so they can be made again at any time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from operator import itemgetter

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import oldest_unpaid_due_on
from baitiao_cli.account.events import BillIssued, Event
from baitiao_cli.account.expectation import asking_rows
from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.owed import overdue_fen, owed_parts, runs_by_night
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.views.figures import boundary_before, next_due
from baitiao_cli.ledger import month_ends, owed_sums
from baitiao_cli.ledger.month_ends import Fold

Value = str | int | None
Row = dict[str, Value]


class AccountRow(msgspec.Struct, frozen=True, kw_only=True):
    """One account in brief, as of `settled_through`."""

    account_id: str
    number: int
    person_id: str
    status: str
    tier: str
    bill_day: int
    opened_on: date
    closed_on: date | None
    limit_fen: int
    used_fen: int
    held_fen: int
    credit_fen: int
    oldest_unpaid_due_on: date | None
    next_due_on: date | None
    next_due_fen: int
    next_boundary_on: date | None
    settled_through: date

    def holds_on(self, day: date) -> bool:
        """Whether it is still so on a day, if nothing is recorded until then: nothing has come by itself meanwhile."""
        return self.settled_through <= day and (self.next_boundary_on is None or day < self.next_boundary_on)


EASING = "kind IN ('plan-extended', 'plan-restructured', 'balance-restructured')"
"""After such an event an account may be of a worse class than the view says: its index is asked for in these words."""


class View(msgspec.Struct, frozen=True):
    """One table of the views: its key, where an account's rows are, and in which order they are wanted."""

    name: str
    key: tuple[str, ...]
    of_account: str
    order: str = ""


VIEWS = (
    View("accounts", ("account_id",), "account_id = ?"),
    View("plans", ("plan_id",), "account_id = ?"),
    View("installments", ("plan_id", "number"), "plan_id IN (SELECT plan_id FROM plans WHERE account_id = ?)"),
    View("bills", ("account_id", "number"), "account_id = ?"),
    View("month_ends", ("account_id", "month_end_on"), "account_id = ?", "ORDER BY month_end_on"),
)
# Installments are found through their plan, so they are read before a plan goes.
_READING_ORDER = tuple(reversed(VIEWS))


def folded(events: Sequence[Event], through: date) -> Fold:
    """The account folded through a day, with all that the views say of the month ends before it."""
    return month_ends.fold(events, through, month_ends.ends_of(events[0].effective_on, through))


def rows_of(fold: Fold, events: Iterable[Event]) -> dict[str, list[Row]]:
    """Everything that the views say of an account, by table."""
    return rows_beside(fold.account, bill_rows(events), [row for row in fold.ends.values() if row])


def rows_beside(account: Account, bills: list[Row], ends: list[Row]) -> dict[str, list[Row]]:
    """Everything that the views say of an account, with its rows of the past: bills, which never change, month ends."""
    plans = list(account.plans.values())
    in_brief = account_row(account)
    return {
        "accounts": [in_brief],
        "plans": [_plan_row(account, plan) for plan in plans],
        "installments": [_installment_row(plan, *row) for plan in plans for row in asking_rows(plan)],
        "bills": bills,
        "month_ends": ends + month_ends.rows_from(in_brief),
    }


def bill_rows(events: Iterable[Event]) -> list[Row]:
    """The bills among the events."""
    return [_bill_row(event, event.fact) for event in events if isinstance(event.fact, BillIssued)]


def account_row(account: Account) -> Row:
    """The account in brief."""
    next_due_on, next_due_fen = next_due(account)
    boundary_on, oldest_due_on = boundary_before(account, next_due_on), oldest_unpaid_due_on(account, account.through)
    runs, is_lost = runs_by_night(account), "" in account.losses
    owed_fen = (owed_parts(account) if runs else account.unpaid).total_fen
    owed_through = month_ends.owed_through(account.through, boundary_on, runs=runs, is_in_band=is_lost or owed_fen > 0)
    return {
        "account_id": account.account_id,
        "number": int(account.account_id[1:]),
        "person_id": account.person_id,
        "status": account.status,
        "tier": account.tier,
        "bill_day": account.bill_day,
        "opened_on": _text(account.opened_on),
        "closed_on": _text(account.closed_on),
        "limit_fen": account.limit_fen,
        "used_fen": account.used_fen,
        "held_fen": account.held_fen,
        "credit_fen": account.credit_fen,
        "oldest_unpaid_due_on": _text(oldest_due_on),
        "next_due_on": _text(next_due_on),
        "next_due_fen": next_due_fen,
        "next_boundary_on": _text(boundary_on),
        "settled_through": _text(account.through),
        "runs_by_night": int(runs),
        "owed_fen": owed_fen,
        "overdue_fen": overdue_fen(account) if oldest_due_on else 0,
        "is_lost": int(is_lost),
        "owed_through": _text(owed_through),
    }


def _plan_row(account: Account, plan: Plan) -> Row:
    """The plan as it was agreed, with what became of it; `installment_count` is the number agreed."""
    return {
        "plan_id": plan.plan_id,
        "account_id": account.account_id,
        "event_id": plan.event_id,
        "product_id": plan.terms.product_id,
        "method": plan.terms.schedule.method,
        "started_on": _text(plan.started_on),
        "amount_fen": plan.amount_fen,
        "down_payment_fen": plan.down_payment_fen,
        "trade_in_fen": plan.trade_in_fen,
        "financed_fen": plan.financed_fen,
        "balance_fen": plan.balance_fen,
        "prepaid_fen": plan.prepaid_fen,
        "refunded_fen": plan.refunded_fen,
        "installment_count": len(plan.rows),
        "merchant": plan.merchant,
        "merchant_id": plan.merchant_id,
        "scene": plan.scene,
        "category": plan.category,
        "brand": plan.brand,
        "order_id": plan.order_id,
        "note": plan.note,
        "quote_id": plan.quote_id,
        "settled_on": _text(plan.settled_on),
    }


def _installment_row(plan: Plan, row: Installment, parts: Parts) -> Row:
    """A row as asked for, or as it will be; a late charge counts when it is asked for, not by the night."""
    return {
        "plan_id": plan.plan_id,
        "number": row.number,
        "due_on": _text(row.due_on),
        "principal_fen": parts.principal,
        "interest_fen": parts.interest,
        "fee_fen": parts.fee,
        "late_charge_fen": parts.late_charge,
        "paid_fen": row.paid.total_fen,
        "outstanding_fen": parts.total_fen - row.paid.total_fen,
        "is_billed": int(row.is_billed),
    }


def _bill_row(event: Event, bill: BillIssued) -> Row:
    """The document; its table has no column for what was disputed, which is with the other movements."""
    figures = msgspec.structs.asdict(bill.figures)
    figures["other_fen"] += figures.pop("disputes_fen")
    return {
        "account_id": event.account_id,
        "number": bill.number,
        "event_id": event.event_id,
        "from_on": _text(bill.from_on),
        "billed_on": _text(bill.billed_on),
        "due_on": _text(bill.due_on),
        **figures,
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def stored_rows(connection: sqlite3.Connection, account_id: str) -> dict[str, list[Row]]:
    """What the views say of an account now, by table."""
    return {view.name: _stored(connection, view, account_id) for view in _READING_ORDER}


def _stored(connection: sqlite3.Connection, view: View, account_id: str) -> list[Row]:
    cursor = connection.cursor()
    cursor.row_factory = None
    cursor.execute(f"SELECT * FROM {view.name} WHERE {view.of_account} {view.order}", (account_id,))  # noqa: S608
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


class Changes(msgspec.Struct, frozen=True):
    """By view, in the order of `VIEWS`, the rows that go and those that are put; what that moves the sums by."""

    rows: list[tuple[View, list[Row], list[Row]]]
    sums: dict[str, owed_sums.Sums]


def changes_of(wanted: dict[str, list[Row]], stored: dict[str, list[Row]]) -> Changes:
    """What makes the views say `wanted` of an account; rows that say it already are not touched."""
    rows = [(view, *changed_rows(view, wanted[view.name], stored[view.name])) for view in VIEWS]
    return Changes(rows, owed_sums.changes(wanted, stored))


def update_views(connection: sqlite3.Connection, changes: Changes) -> None:
    """Takes out the rows that go, what is found through others first, and puts the others."""
    for view, gone, _ in reversed(changes.rows):
        for row in gone:
            _delete(connection, view, row)
    for view, _, put in changes.rows:
        for row in put:
            _put(connection, view, row)
    owed_sums.add(connection, changes.sums)


def changed_rows(view: View, wanted: list[Row], stored: list[Row]) -> tuple[list[Row], list[Row]]:
    """The stored rows that must go, and the wanted rows that are not stored like that."""
    key = itemgetter(*view.key)
    before = {key(row): row for row in stored}
    after = {key(row) for row in wanted}
    return (
        [row for each, row in before.items() if each not in after],
        [row for row in wanted if before.get(key(row)) != row],
    )


def _delete(connection: sqlite3.Connection, view: View, row: Row) -> None:
    matches = " AND ".join(f"{column} = :{column}" for column in view.key)
    connection.execute(f"DELETE FROM {view.name} WHERE {matches}", row)  # noqa: S608


def _put(connection: sqlite3.Connection, view: View, row: Row) -> None:
    connection.execute(_put_sql(view, tuple(row)), tuple(row.values()))


@cache
def _put_sql(view: View, columns: tuple[str, ...]) -> str:
    changed = ", ".join(f"{column} = excluded.{column}" for column in columns if column not in view.key)
    return (
        f"INSERT INTO {view.name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
        f" ON CONFLICT ({', '.join(view.key)}) DO UPDATE SET {changed}"
    )
