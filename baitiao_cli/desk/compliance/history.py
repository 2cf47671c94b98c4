"""What is seen of an account while it is folded: what each payment found and paid, and the limits as they changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.events import (
    DebitTried,
    Event,
    LimitChanged,
    LimitDecided,
    Opened,
    Reopened,
    Repaid,
)
from baitiao_cli.account.installment import Installment
from baitiao_cli.account.limits import Limits
from baitiao_cli.account.plan import Plan

KINDS = ("late_charge", "fee", "interest", "principal")


class RowSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A row that was payable when money came: what was owed on it and what was paid of that, by kind, in whole fen.

    Plan "" is the line; `place` is the plan's in the order of making. `order` is the plan's own order of kinds.
    """

    plan_id: str
    number: int
    due_on: date
    place: int = 0
    is_revolving: bool = False
    order: tuple[str, ...] = ()
    owed: Mapping[str, int]
    paid: Mapping[str, int]


class PaymentSeen(msgspec.Struct, frozen=True, kw_only=True):
    """Money from the customer, and the rows that were payable then.

    `order` is that of the line's terms at the days past due of then. `named` is the plan that the customer named, ""
    for none, on which `ahead_fen` was paid before it fell due.
    """

    event_id: str
    on: date
    amount_fen: int
    order: tuple[str, ...]
    rows: tuple[RowSeen, ...]
    named: str = ""
    ahead_fen: int = 0


class LimitSeen(msgspec.Struct, frozen=True, kw_only=True):
    """The most that all limits of a line sum to on a day from `on` on, as an event left them."""

    event_id: str
    on: date
    most_fen: int


class History:
    """Looks on while an account is folded, and keeps what it saw (`account.replay.Watch`)."""

    def __init__(self) -> None:
        self.payments: list[PaymentSeen] = []
        self.limits: list[LimitSeen] = []
        self._days_late = 0
        self._allocated = 0

    def before(self, account: Account, event: Event) -> None:
        """Notes how late the account was when money came."""
        if isinstance(event.fact, Repaid | DebitTried):
            self._days_late = days_past_due(account, event.effective_on)
            self._allocated = len(account.allocations)

    def after(self, account: Account, event: Event) -> None:
        """Notes what the money found, which is what it left and what it paid; and limits that were set."""
        if isinstance(event.fact, Repaid | DebitTried):
            self._note_payment(account, event, event.fact)
        elif isinstance(event.fact, LimitChanged | Reopened) or _grants(event.fact):
            self.limits.append(limits_seen(account.limits, event))

    def _note_payment(self, account: Account, event: Event, fact: Repaid | DebitTried) -> None:
        is_named = isinstance(fact, Repaid) and fact.plan_id in account.plans
        named = fact.plan_id if isinstance(fact, Repaid) and is_named else ""
        paid: dict[tuple[str, int], dict[str, int]] = {}
        for part in account.allocations[self._allocated :]:
            if part.kind in KINDS:
                of_row = paid.setdefault((part.plan_id, part.number), dict.fromkeys(KINDS, 0))
                of_row[part.kind] += part.amount_fen
        rows = tuple(_payable_rows(account, event.effective_on, paid))
        known = {(row.plan_id, row.number) for row in rows}
        ahead = [sum(parts.values()) for key, parts in paid.items() if key not in known and key[0] == named]
        very_late = self._days_late > account.line.very_late_after_days
        self.payments.append(
            PaymentSeen(
                event_id=event.event_id,
                on=event.effective_on,
                amount_fen=fact.amount_fen if isinstance(fact, Repaid) else fact.taken_fen,
                order=account.line.very_late_order if very_late else account.line.usual_order,
                rows=rows,
                named=named,
                ahead_fen=sum(ahead) if named else 0,
            )
        )


def _grants(fact: object) -> bool:
    return isinstance(fact, LimitDecided) and fact.decision == "granted"


def _payable_rows(account: Account, on: date, paid: Mapping[tuple[str, int], Mapping[str, int]]) -> list[RowSeen]:
    """The rows that were payable before the money came: those that owe something still, or were paid with it."""
    places = {plan_id: place for place, plan_id in enumerate(account.plans, start=1)}
    candidates: list[tuple[Plan | None, Installment]] = [(None, row) for row in account.line_rows]
    candidates += [(plan, row) for plan in account.plans.values() for row in plan.rows if _was_asked_for(plan, row, on)]
    seen = []
    for plan, row in candidates:
        plan_id = plan.plan_id if plan else ""
        of_row = paid.get((plan_id, row.number), {})
        owed = {kind: getattr(row.unpaid, kind) + of_row.get(kind, 0) for kind in KINDS}
        if any(owed.values()):
            seen.append(
                RowSeen(
                    plan_id=plan_id,
                    number=row.number,
                    due_on=row.due_on,
                    place=places.get(plan_id, 0),
                    is_revolving=plan.terms.revolving if plan else True,
                    order=plan.terms.allocation if plan else (),
                    owed=owed,
                    paid=dict.fromkeys(KINDS, 0) | dict(of_row),
                )
            )
    return seen


def _was_asked_for(plan: Plan, row: Installment, on: date) -> bool:
    """Whether time asked for a row by a day; what money asked for ahead of its time was not."""
    return row.is_billed and (plan.terms.due_by == "bill" or row.until_on <= on)


def opening_limit(opening: Event) -> LimitSeen:
    """The limit that a line was opened with."""
    assert isinstance(opening.fact, Opened)
    return LimitSeen(event_id=opening.event_id, on=opening.effective_on, most_fen=opening.fact.limit_fen)


def limits_seen(limits: Limits, event: Event) -> LimitSeen:
    """The most that the limits sum to on the day of an event or a later one."""
    on = event.effective_on
    days = {on, *(day for day in limits.changes_on() if day > on)}
    most_fen = max(sum(limits.on(purpose, day) for purpose in limits.purposes) for day in days)
    return LimitSeen(event_id=event.event_id, on=on, most_fen=most_fen)


__all__ = ["History", "LimitSeen", "PaymentSeen", "RowSeen", "limits_seen", "opening_limit"]
