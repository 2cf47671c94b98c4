"""A restructuring (重组, 个性化分期): all principal that is left of a plan is planned anew over other installments."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Conflict, Debt
from baitiao_cli.account.allocation import net_credit
from baitiao_cli.account.cap import check_cap
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.events import Restructured
from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.plan import Agreement, Plan
from baitiao_cli.account.recognition import keep_in_suspense
from baitiao_cli.account.replanning import plan_kinds
from baitiao_cli.account.verbs.charge import made_rows, plan_periods
from baitiao_cli.account.verbs.prepay import without_books
from baitiao_cli.account.verbs.repay import find_open_plan
from baitiao_cli.account.verbs.reprice import check_rate_unit
from baitiao_cli.account.verbs.standing import check_not_lost, note_closed
from baitiao_cli.calc.rate_steps import RateChange, bearing_share
from baitiao_cli.calc.rates import Rate
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import labels

MOST_INSTALLMENTS = 60
"""Five years of months: art. 70 of 《商业银行信用卡业务监督管理办法》."""


def decide_restructuring(account: Account, restructured: Restructured, on: date) -> Restructured:
    """The restructuring, of a plan with installments that has principal left on `on`, the day of the folded account.

    Errors, in this order: `account-closed`; `plan-elsewhere`; `nothing-owed`; `debt-lost`;
    `restructure-not-offered`; `restructure-too-long`; `rate-unit-unfit`; terms that make no schedule; `rate-above-cap`.
    """
    plan = find_open_plan(account, restructured.plan_id)
    check_not_lost(account, plan.plan_id)
    reason = labels.NO_INSTALLMENTS if plan.terms.schedule.method in ("single", "defer") else None
    reason = reason or (None if plan.balance_fen else labels.NO_PRINCIPAL_LEFT)
    if reason:
        raise BaitiaoError("restructure-not-offered", plan_id=plan.plan_id, reason=reason)
    check_installments(plan.plan_id, restructured.installments)
    if restructured.rate:
        now = plan.schedule.price_on(on)
        assert now is not None  # only a single payment has no price
        check_rate_unit(plan.plan_id, plan.schedule, restructured.rate, now)
    trial = without_books(account)
    planned = trial.plans[plan.plan_id]
    _restructure(trial, planned, restructured, on)
    agreed = planned.agreement
    check_cap(agreed.amount_fen, on, make_schedule(agreed.amount_fen, agreed.periods, agreed.schedule), plan.terms)
    return restructured


def check_installments(of: str, count: int) -> None:
    """Refuses to restructure a plan, or what an account owes, in more than `MOST_INSTALLMENTS`, or in none."""
    if not 0 < count <= MOST_INSTALLMENTS:
        raise BaitiaoError("restructure-too-long", of=of, count=count, most=MOST_INSTALLMENTS)


def apply_restructuring(account: Account, restructured: Restructured, event_id: str, on: date) -> None:
    """Ends the rows so far and plans the principal that is left over new ones, from `on`.

    What has run by the night and the late charges are asked for first; prices of periods that were not asked for fall
    away. What is unpaid of charges stays what it is, bears nothing, and falls due with the first new row; what of it is
    no income by then is none before it is paid. Where no such schedule can be made, once the past has changed, it is a
    conflict and the rows stay.
    """
    note_closed(account, event_id)
    plan = account.plans.get(restructured.plan_id)
    if plan is None or not plan.balance_fen:
        account.conflicts.append(Conflict(event_id, "nothing-owed" if plan else "plan-unknown"))
        return
    try:
        _restructure(account, plan, restructured, on)
    except BaitiaoError as refusal:
        account.conflicts.append(Conflict(event_id, refusal.code))
    net_credit(account, on)


def _restructure(account: Account, plan: Plan, restructured: Restructured, on: date) -> None:
    ask_accrued_charges(account, on)
    asked_fen = _ask_running_interest(account, plan, on)
    kept = _rows_kept(plan)
    agreed = _agreement(account, plan, restructured, on, len(kept) + 1)
    pauses = () if plan.has_fixed_price else plan.schedule.pauses
    made = make_schedule(agreed.amount_fen, agreed.periods, replace(agreed.schedule, pauses=pauses))
    if plan.earns_daily and plan.terms.recalculate:
        plan.interest.begin_period(agreed.first_number, asked_fen, plan.terms.schedule.rounding)
    if restructured.keeps_suspense:
        keep_in_suspense(account)
    _end_rows(account.cause, plan, kept, on, made[0].due_on)
    _change_rate(account.cause, plan, restructured.rate, on)
    first = agreed.first_number
    periods = tuple(replace(period, number=number) for number, period in enumerate(agreed.periods, start=first))
    plan.rows = [*kept, *made_rows(plan.terms, periods, made)]
    plan.agreements = (*plan.agreements, agreed)
    plan.agreed_periods = plan.periods = (*plan.agreed_periods[: len(kept)], *periods)
    plan.schedule = replace(plan.schedule, installments=restructured.installments)
    plan.extended_months, plan.restructured_on = 0, on
    _pause_prices(account.cause, plan)


def _ask_running_interest(account: Account, plan: Plan, on: date) -> int:
    """Asks for all interest that has run on the open row of a plan by the night; returns what it asks for in all."""
    row = plan.open_row
    if not plan.earns_daily or row is None:
        return 0
    if not row.is_billed:
        interest_fen = max(plan.interest_run_fen(), row.asked.interest)
        account.ask(on, Debt(row, plan), "interest", interest_fen - row.asked.interest)
        row.asked.interest = interest_fen
    return row.asked.interest


def _rows_kept(plan: Plan) -> list[Installment]:
    """The rows up to the last one that asked for something or was paid."""
    told = [row.number for row in plan.rows if row.paid.total_fen or _has_asked(row)]
    return plan.rows[: max(told, default=0)]


def _has_asked(row: Installment) -> bool:
    return row.asked.total_fen > (0 if row.is_billed else row.asked.principal)


def _agreement(account: Account, plan: Plan, restructured: Restructured, on: date, first_number: int) -> Agreement:
    """The plan's principal over the installments asked for, at the rate asked for or the present one.

    Periods that were free by their number stay free.
    """
    terms, count = plan.terms, restructured.installments
    price = restructured.rate or plan.schedule.price_on(on)
    schedule = replace(
        terms.schedule,
        installments=count,
        free_periods=max(0, min(count, terms.schedule.free_periods - first_number + 1)),
        **({"fee": price} if terms.schedule.fee else {"rate": price}),
    )
    periods = plan_periods(replace(terms, schedule=schedule), on, account.bill_day, account.line)
    return Agreement(on, plan.balance_fen, periods, schedule, on, first_number)


def _end_rows(event_id: str, plan: Plan, kept: list[Installment], on: date, due_on: date) -> None:
    """The rows ask for no principal beyond what was paid; their unpaid charges fall due later, and nothing runs on."""
    kinds = plan_kinds(plan)
    for row in kept:
        planned = Parts(row.paid.principal, row.asked.interest, row.asked.fee)
        row.take_plan(event_id, "restructure", planned, kinds)
        row.asked.principal, row.is_billed = row.paid.principal, True
        row.from_on, row.until_on = min(row.from_on, on), min(row.until_on, on)
        if row.unpaid_fen:
            row.due_on, row.late.counted_to = due_on, min(row.late.counted_to, due_on)
        if row.late.rounded_fen(plan.terms.schedule.rounding) > row.asked.late_charge:
            row.late.drop_to(row.asked.late_charge)  # it ran within the grace days


def _change_rate(event_id: str, plan: Plan, rate: Rate | None, on: date) -> None:
    before = plan.schedule.price_on(on)
    if rate and before:
        plan.schedule = replace(plan.schedule, rate_changes=(*plan.schedule.rate_changes, RateChange(on, rate)))
        plan.repriced_from[event_id] = before


def _pause_prices(event_id: str, plan: Plan) -> None:
    """Fixed prices of the new rows fall to their nights that are not paused."""
    pauses, rounding = plan.schedule.pauses, plan.schedule.rounding
    for row in plan.unbilled_rows if plan.has_fixed_price and pauses else ():
        period = plan.periods[row.number - 1]
        row.pause(event_id, bearing_share(pauses, period.from_on, period.until_on), rounding)
