"""An extension (展期): the due dates of a plan that have not come yet move later, by months."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import Extended
from baitiao_cli.account.installment import Installment
from baitiao_cli.account.meter import NightMeter
from baitiao_cli.account.plan import BULLET_METHODS, Plan
from baitiao_cli.account.verbs.repay import find_open_plan
from baitiao_cli.account.verbs.standing import check_not_lost, note_closed
from baitiao_cli.calc.dates import Period, add_months, month_end
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import labels

YEAR_MONTHS = 12
MOST_MONTHS = 36


def decide_extension(account: Account, extension: Extended, on: date) -> Extended:
    """The extension, asked for before the due dates that it moves, when the plan is not overdue on `on`.

    Errors, in this order: `account-closed`; `plan-elsewhere`; `nothing-owed`; `debt-lost`; `extend-not-offered` for a
    purchase without installments; `extend-overdue`; `extend-not-offered` when every row was asked for;
    `extend-too-long`.
    """
    plan = find_open_plan(account, extension.plan_id)
    check_not_lost(account, plan.plan_id)
    if plan.terms.revolving:
        raise BaitiaoError("extend-not-offered", plan_id=plan.plan_id, reason=labels.NO_INSTALLMENTS)
    overdue = [row for row in plan.rows if row.is_billed and row.unpaid_fen > 0 and row.due_on < on]
    if overdue:
        raise BaitiaoError(
            "extend-overdue",
            plan_id=plan.plan_id,
            due_on=overdue[0].due_on,
            amount_fen=sum(row.unpaid_fen for row in overdue),
        )
    if not plan.unbilled_rows:
        raise BaitiaoError("extend-not-offered", plan_id=plan.plan_id, reason=labels.ALL_ROWS_ASKED)
    left_count = most_months(plan) - plan.extended_months
    if not 0 < extension.months <= left_count:
        raise BaitiaoError("extend-too-long", plan_id=plan.plan_id, count=extension.months, left_count=left_count)
    return extension


def months_until(account: Account, plan_id: str, until_on: date, on: date) -> int:
    """By how many months a plan is extended so that its last installment falls due on `until_on`.

    Errors: those of `decide_extension` for a month; `extend-until-unreachable` for a day that no extension leads to.
    """
    decide_extension(account, Extended(plan_id=plan_id, months=1), on)
    plan = account.plans[plan_id]
    dates = [last_due_on(plan, months) for months in range(1, most_months(plan) - plan.extended_months + 1)]
    if until_on not in dates:
        raise BaitiaoError(
            "extend-until-unreachable",
            plan_id=plan_id,
            until_on=until_on,
            last_due_on=plan.rows[-1].due_on,
            near=[*[day for day in dates if day < until_on][-1:], *[day for day in dates if day > until_on][:1]],
        )
    return dates.index(until_on) + 1


def last_due_on(plan: Plan, months: int) -> date:
    """When the last installment falls due once the plan is extended by so many months more."""
    row = plan.rows[-1]
    return _moved(plan, row, months, plan.extended_months + months) + (row.due_on - row.until_on)


def most_months(plan: Plan) -> int:
    """By how many months a plan may be extended in all: its first term, but half of one of more than a year.

    Never more than three years (《贷款通则》 art. 12), and a bullet never beyond a year from the day it was agreed.
    """
    term = _months_begun(plan.agreement.on, plan.agreement.periods[-1].until_on)
    if plan.terms.schedule.method in BULLET_METHODS:
        return max(0, min(term, YEAR_MONTHS - term))
    return term if term <= YEAR_MONTHS else min(MOST_MONTHS, term // 2)


def _months_begun(from_on: date, until_on: date) -> int:
    months = (until_on.year - from_on.year) * 12 + until_on.month - from_on.month
    return months + (add_months(from_on, months) < until_on)


def apply_extension(account: Account, extension: Extended, event_id: str, on: date) -> None:
    """Moves the installments from the first that is not asked for on; the nights in between are those of that one.

    Payments stay: interest by the night goes on and is asked for with them, the last row takes what is left; a fixed
    price (a fee, or interest of the first schedule) stays what it is.
    """
    note_closed(account, event_id)
    plan = account.plans.get(extension.plan_id)
    if plan is None:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
        return
    first = next((row for row in plan.rows if not row.is_billed), None)
    if first is None:
        return
    plan.extended_months, plan.extended_on = plan.extended_months + extension.months, on
    first.months += extension.months if first.months else 0
    begins_on = first.from_on
    for row in plan.rows[plan.rows.index(first) :]:
        _move(plan, row, begins_on, extension.months)
        begins_on = row.until_on
    plan.periods = _moved_periods(plan, first.number)


def _move(plan: Plan, row: Installment, begins_on: date, months: int) -> None:
    """Bills move with the months; dates of a plan's own are counted from its anchor, never from the date before."""
    days_to_pay = row.due_on - row.until_on
    row.until_on = _moved(plan, row, months, plan.extended_months)
    row.from_on, row.due_on = begins_on, row.until_on + days_to_pay
    row.late = NightMeter(row.due_on)


def _moved(plan: Plan, row: Installment, months: int, in_all: int) -> date:
    """When a row is asked for once it is moved by so many months, and by so many with those of earlier extensions."""
    if plan.terms.due_by == "bill":
        return add_months(row.until_on, months)
    return _later(plan, plan.agreed_periods[row.number - 1].until_on, in_all)


def _moved_periods(plan: Plan, number: int) -> tuple[Period, ...]:
    """The periods as promised now: from row `number` on later than agreed, on the bills that were agreed."""
    periods = list(plan.periods[: number - 1])
    for promised, agreed in zip(plan.periods[number - 1 :], plan.agreed_periods[number - 1 :], strict=True):
        begins_on = periods[-1].until_on if promised.number > number else promised.from_on
        periods.append(
            replace(promised, from_on=begins_on, until_on=_later(plan, agreed.until_on, plan.extended_months))
        )
    return tuple(periods)


def _later(plan: Plan, day: date, months: int) -> date:
    """A day that was agreed, so many months later: on the day of the month that the plan's dates hang on."""
    moved = add_months(day.replace(day=1), months)
    in_months = plan.terms.due_by == "anniversary" and plan.terms.unit == "months"
    wanted = plan.agreement.anchor_on.day if in_months else day.day
    return moved.replace(day=min(wanted, month_end(moved).day))
