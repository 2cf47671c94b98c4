"""The annual rate of every plan as it was agreed, and what is carried past a due date costs a year."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from baitiao_cli.account.events import Opened, Reopened, Repriced
from baitiao_cli.account.plan import Agreement, Plan
from baitiao_cli.calc.annual_rate import annual_rate
from baitiao_cli.calc.caps import costs_more_than, told_above
from baitiao_cli.calc.rates import Rate, format_rate
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.desk.compliance.case import Case, Finding
from baitiao_cli.desk.compliance.rules import CapRule, ComplianceRules
from baitiao_cli.errors import BaitiaoError


def annual_rates(rules: ComplianceRules, case: Case) -> Iterator[Finding]:
    """Each plan as it was agreed, agreed anew or repriced: its simple annual rate is at most the cap of that day.

    The rate is that at which the rows are worth what was financed, all interest and fees in; decided exactly. Plans of
    days without a cap are not judged. A new price is judged as if the whole of what was agreed last had it.
    """
    plans = case.account.plans
    for plan in plans.values():
        for number, agreed in enumerate(plan.agreements):
            yield from _judged(rules.annual_rate, case, plan, agreed, plan.event_id if number == 0 else "")
    for event in case.events:
        if isinstance(event.fact, Repriced) and event.fact.plan_id in plans:
            plan = plans[event.fact.plan_id]
            agreed = [one for one in plan.agreements if one.on <= event.effective_on][-1]
            yield from _judged(rules.annual_rate, case, plan, _priced(agreed, event.fact.rate), event.event_id)


def _priced(agreed: Agreement, rate: Rate) -> Agreement:
    schedule = agreed.schedule
    return replace(agreed, schedule=replace(schedule, fee=rate) if schedule.fee else replace(schedule, rate=rate))


def _judged(rule: CapRule, case: Case, plan: Plan, agreed: Agreement, event_id: str) -> Iterator[Finding]:
    cap_ppb = rule.cap_ppb(agreed.on)
    if cap_ppb is None:
        return
    terms, observed = plan.terms, ""
    try:
        rows = make_schedule(agreed.amount_fen, agreed.periods, agreed.schedule)
    except BaitiaoError:  # a price so high that no payment covers it
        rows = ()
    holds = bool(rows) and not costs_more_than(cap_ppb, agreed.amount_fen, agreed.on, rows, terms.every, terms.unit)
    if not holds and rows:
        rate = annual_rate(agreed.amount_fen, agreed.on, rows, terms.every, terms.unit)
        observed = f"{told_above(rate.simple, cap_ppb)}%" if rate else ""
    yield Finding(
        holds=holds,
        effective_on=agreed.on,
        account_id=case.account.account_id,
        plan_id=plan.plan_id,
        record_id=event_id,
        observed=observed,
        allowed=_percent(cap_ppb),
    )


def carried_rates(rules: ComplianceRules, case: Case) -> Iterator[Finding]:
    """Each line as it was opened or reopened: 365 x what a night costs of what is carried, with what a missed minimum
    costs besides, is at most the cap of that day."""
    for event in case.events:
        if not isinstance(event.fact, Opened | Reopened):
            continue
        cap_ppb, line = rules.carried_rate.cap_ppb(event.effective_on), event.fact.line
        if cap_ppb is None:
            continue
        annual_ppb = 365 * (line.carried_daily_ppb + line.late.daily_ppb)
        yield Finding(
            holds=annual_ppb <= cap_ppb,
            effective_on=event.effective_on,
            account_id=case.account.account_id,
            record_id=event.event_id,
            observed=_percent(annual_ppb),
            allowed=_percent(cap_ppb),
        )


def _percent(ppb: int) -> str:
    """A rate a year as it is told, exactly: 24%."""
    return format_rate(Rate(ppb, "year")).partition("/")[0]
