"""The proof of an account's figures: everything that the fold says, computed once more by the independent oracle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Event
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.figures import figures
from baitiao_cli.oracle.day_by_day import DayByDay
from baitiao_cli.oracle.rows import Picture

Place = tuple[str, str]
"""A figure's name, and what it is of: a plan's row, a bill, or "" the account."""


# What the oracle calls the figures of a bill, and what they are called on it.
BILL_FIGURES = {
    "opening": "opening_fen",
    "purchases": "purchases_fen",
    "interest": "interest_fen",
    "fee": "fees_fen",
    "late_charge": "late_charges_fen",
    "repayments": "repayments_fen",
    "payouts": "payouts_fen",
    "refunds": "refunds_fen",
    "disputes": "disputes_fen",
    "waivers": "waivers_fen",
    "goodwill": "goodwill_fen",
    "other": "other_fen",
    "closing": "closing_fen",
    "due": "amount_due_fen",
    "minimum": "minimum_due_fen",
}


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that the two do not agree on."""

    figure: str
    of: str
    told: str
    recomputed: str


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How many figures were compared, and those that differ."""

    compared_count: int
    differences: tuple[Difference, ...]


def prove(events: Sequence[Event], on: date) -> Agreement:
    """Compares every figure of the account, its rows and its bills on a day with the day-by-day oracle's."""
    return next(prove_days(events, [on]))


def prove_days(events: Sequence[Event], days: Iterable[date]) -> Iterator[Agreement]:
    """What `prove` finds on each of some days, oldest first: the oracle walks through them all once."""
    walk: DayByDay | None = None
    for on in sorted(days):
        told = dict(_told(replay(events, on)))
        walk = walk or DayByDay(events, on)
        walk.walk_on(on)
        recomputed = dict(_recomputed(walk.picture()))
        yield Agreement(compared_count=len(told), differences=tuple(_differences(told, recomputed)))


def _differences(told: dict[Place, object], recomputed: dict[Place, object]) -> Iterator[Difference]:
    for figure, of in dict.fromkeys([*told, *recomputed]):
        here, there = told.get((figure, of)), recomputed.get((figure, of))
        if here != there:
            yield Difference(figure=figure, of=of, told=str(here), recomputed=str(there))


def _told(account: Account) -> Iterator[tuple[Place, object]]:
    now = figures(account)
    yield from _named("", {"used": now.used_fen, "due": now.due_fen, "overdue": now.overdue_fen})
    yield from _named("", {"cure": now.cure_fen})
    yield from _named("", {"status": now.status, "limit": now.limit_fen, "held": now.held_fen})
    yield from _named("", {"available": now.available_fen, "earmarked": now.earmarked_taken_fen})
    yield from _named("", {"credit": now.credit_fen, "days_past_due": now.days_past_due})
    yield from _named("", {"class": now.loan_class})
    yield from _named("", {f"owed_{kind}": fen for kind, fen in msgspec.to_builtins(now.owed).items()})
    rows = [("", row) for row in account.line_rows if row.asked.total_fen]
    rows += [(plan.plan_id, row) for plan in account.plans.values() for row in plan.rows]
    for plan_id, row in rows:
        parts = {"asked": msgspec.to_builtins(row.asked), "paid": msgspec.to_builtins(row.paid)}
        yield from _row_figures(plan_id, row.number, parts, row.due_on, row.is_billed)
    for number, refund in enumerate(account.refunds, start=1):
        yield from _returned(number, {part.payment_id: part.amount_fen for part in refund.returns})
    for number, bill in enumerate(account.bills, start=1):
        told = {name: getattr(bill.figures, field) for name, field in BILL_FIGURES.items()}
        yield from _named(f"bill {number}", {"billed_on": bill.billed_on, "due_on": bill.due_on, **told})


def _recomputed(picture: Picture) -> Iterator[tuple[Place, object]]:
    yield from _named("", {"used": picture.used, "due": picture.due, "overdue": picture.overdue})
    yield from _named("", {"cure": picture.cure})
    yield from _named("", {"status": picture.status, "limit": picture.limit, "held": picture.held})
    yield from _named("", {"available": picture.available, "earmarked": picture.earmarked})
    yield from _named("", {"credit": picture.credit, "days_past_due": picture.days_past_due})
    yield from _named("", {"class": picture.loan_class})
    yield from _named("", {f"owed_{kind}": fen for kind, fen in picture.owed.items()})
    for (plan_id, number), row in picture.rows.items():
        yield from _row_figures(plan_id, number, row, row["due_on"], row["is_billed"])
    for number, returned in enumerate(picture.returned, start=1):
        yield from _returned(number, returned)
    for number, bill in enumerate(picture.bills, start=1):
        yield from _named(f"bill {number}", bill)


def _row_figures(
    plan_id: str, number: int, parts: dict[str, Any], due_on: date, is_billed: bool
) -> Iterator[tuple[Place, object]]:
    of = f"{plan_id} {number}".strip()
    yield from _named(of, {"due_on": due_on, "is_billed": is_billed})
    for what in ("asked", "paid"):
        yield from _named(of, {f"{what}_{kind}": fen for kind, fen in parts[what].items()})


def _returned(number: int, returned: dict[str, int]) -> Iterator[tuple[Place, object]]:
    yield from _named(f"refund {number}", {f"returned_to_{payment_id}": fen for payment_id, fen in returned.items()})


def _named(of: str, values: dict[str, Any]) -> Iterator[tuple[Place, object]]:
    for figure, value in values.items():
        yield (figure, of), value
