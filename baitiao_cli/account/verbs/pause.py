"""A pause: nights of a plan that bear no interest and no fee, for relief by date."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import Paused
from baitiao_cli.account.installment import Installment
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.verbs.repay import find_open_plan
from baitiao_cli.account.verbs.standing import note_closed
from baitiao_cli.calc.rate_steps import Pause, bearing_nights, bearing_share
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import labels


def decide_pause(account: Account, paused: Paused, on: date) -> Paused:
    """The pause of the nights of `[on, until_on)`, when the plan bears something in them; `account` is folded to `on`.

    Errors, in this order: `account-closed`; `plan-elsewhere`; `nothing-owed`; `pause-not-offered` for a plan that bears
    neither interest nor a fee; `pause-empty`; `pause-covered` when all of its nights are paused already;
    `pause-not-offered` when no row with a fixed price is left for these nights.
    """
    plan = find_open_plan(account, paused.plan_id)
    schedule = plan.schedule
    now = schedule.price_on(on)
    if now is None or now.ppb == 0:
        raise BaitiaoError("pause-not-offered", plan_id=plan.plan_id, reason=labels.BEARS_NOTHING)
    details = {"plan_id": plan.plan_id, "from_on": on, "until_on": paused.until_on}
    if paused.until_on <= on:
        raise BaitiaoError("pause-empty", **details)
    if not bearing_nights(schedule.pauses, on, paused.until_on):
        raise BaitiaoError("pause-covered", **details)
    if plan.has_fixed_price and not _rows_in(plan, Pause(on, paused.until_on)):
        raise BaitiaoError("pause-not-offered", plan_id=plan.plan_id, reason=labels.ALL_ROWS_BILLED)
    return paused


def apply_pause(account: Account, paused: Paused, event_id: str, on: date) -> None:
    """The nights cost nothing from now on: interest by the night stops, a fixed price falls with its nights.

    Payments stay: more of an equal payment is principal, the last row takes what is left. Late charges go on.
    """
    note_closed(account, event_id)
    plan = account.plans.get(paused.plan_id)
    if plan is None:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
        return
    schedule, pause = plan.schedule, Pause(on, paused.until_on)
    pauses = (*schedule.pauses, pause)
    plan.schedule = replace(schedule, pauses=pauses)
    for row in _rows_in(plan, pause) if plan.has_fixed_price else ():
        period = plan.periods[row.number - 1]
        row.pause(event_id, bearing_share(pauses, period.from_on, period.until_on), schedule.rounding)


def _rows_in(plan: Plan, pause: Pause) -> list[Installment]:
    """The rows to come that have nights in the pause, by their periods as agreed or extended, whatever their bills."""
    periods = {period.number: period for period in plan.periods}
    return [
        row
        for row in plan.unbilled_rows
        if periods[row.number].from_on < pause.until_on and periods[row.number].until_on > pause.from_on
    ]
