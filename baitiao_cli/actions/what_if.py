"""`what-if`: what verbs would make of an account, told by doing them on a branch of the ledger that is thrown away."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.expectation import cost_fen
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.account.views.prospect import Prospect, prospect
from baitiao_cli.actions.schedule import agreed_rate
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Branch


class RowChange(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a schedule that is another: as it stands without the branch and on it, `None` where it is not."""

    number: int
    before: RowOutlook | None
    after: RowOutlook | None


class PlanPrice(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan costs from first to last, late charges apart, and its annual rate as it was agreed last."""

    cost_fen: int
    annual_rate: dict[str, str] | None


class PlanChange(msgspec.Struct, frozen=True, kw_only=True):
    """A plan that is another on the branch, with the rows that are; `before` is `None` for one that is made there."""

    plan_id: str
    before: PlanPrice | None
    after: PlanPrice | None
    rows: list[RowChange]


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One account at the end of a day, as the ledger has it and as the branch has it, and the plans that differ."""

    account_id: str
    as_of: date
    before: Prospect
    after: Prospect
    plans: list[PlanChange]


def difference(branch: Branch, account_id: str, as_of: date) -> Difference:
    """What was made of an account on the branch: both sides are folded to the same day, by the same rules.

    Errors: `account-unknown`, `account-not-open-yet`.
    """
    with branch.read() as tx:
        book = tx.book(account_id)
    known = [event for event in book.events if event.sequence <= branch.parted_at]
    if not known:
        raise BaitiaoError("account-unknown", account_id=account_id)
    before, after = replay(known, as_of), book.account(as_of)
    return Difference(
        account_id=account_id,
        as_of=as_of,
        before=prospect(before),
        after=prospect(after),
        plans=[
            change
            for plan_id in dict.fromkeys([*before.plans, *after.plans])
            if (change := _plan_change(plan_id, before, after))
        ],
    )


def _plan_change(plan_id: str, before: Account, after: Account) -> PlanChange | None:
    """What is another of a plan, or `None` for nothing."""
    one, other = before.plans.get(plan_id), after.plans.get(plan_id)
    rows_before, rows_after = _rows(one, before), _rows(other, after)
    rows = [
        RowChange(number=number, before=rows_before.get(number), after=rows_after.get(number))
        for number in sorted(rows_before | rows_after)
        if rows_before.get(number) != rows_after.get(number)
    ]
    price_before, price_after = _price(one), _price(other)
    if not rows and price_before == price_after:
        return None
    return PlanChange(plan_id=plan_id, before=price_before, after=price_after, rows=rows)


def _rows(plan: Plan | None, account: Account) -> dict[int, RowOutlook]:
    return {row.number: row for row in row_outlooks(plan, account, account.through)} if plan else {}


def _price(plan: Plan | None) -> PlanPrice | None:
    if plan is None:
        return None
    rate = agreed_rate(plan)
    return PlanPrice(cost_fen=cost_fen(plan), annual_rate=rate.percents if rate else None)
