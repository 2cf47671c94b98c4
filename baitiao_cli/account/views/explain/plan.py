"""The figures of a plan explained: principal, interest, fee and late charge of each row, and the annual rate."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.delinquency import late_charge_fen
from baitiao_cli.account.expectation import played_out
from baitiao_cli.account.installment import Installment
from baitiao_cli.account.meter import Span
from baitiao_cli.account.plan import BULLET_METHODS, Plan
from baitiao_cli.account.views.explain.line import Explained, Line, explained, joined, night_lines, whole
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.calc.interest import accrued
from baitiao_cli.calc.rates import PPB


def explain_rows(account: Account, plan: Plan, number: int = 0) -> list[Explained]:
    """What each row of the plan asks for as of the folded day, kind by kind (or only row `number`); zeros left out.

    Rows to come are explained as they will be when everything is paid on its due date, as the schedule shows them.
    """
    as_will_be = played_out(plan) if plan.earns_daily else plan
    found: list[Explained] = []
    for row in row_outlooks(plan, account, account.through):
        if not number or row.number == number:
            found += _explained_row(account, as_will_be, plan.rows[row.number - 1], row)
    return [figure for figure in found if figure.amount_fen]


def _explained_row(account: Account, plan: Plan, held: Installment, row: RowOutlook) -> Iterator[Explained]:
    rounding = plan.terms.schedule.rounding
    for name, amount_fen, lines in (
        ("principal", row.principal_fen, _principal_lines(plan, row)),
        ("interest", row.interest_fen, _interest_lines(plan, row)),
        ("fee", row.fee_fen, _fee_lines(plan, row)),
    ):
        yield explained(name, amount_fen, lines, rounding=rounding, plan_id=plan.plan_id, number=row.number)
    if row.late_charge_fen:
        yield late_charge(account, Debt(held, plan))


def _principal_lines(plan: Plan, row: RowOutlook) -> list[Line]:
    """How the method makes the principal of a row, and what was paid or given back since that changed it."""
    method, held = plan.terms.schedule.method, plan.rows[row.number - 1]
    is_last = row.number == len(plan.rows)
    if method == "equal-payment" and not is_last:
        changes = _change_lines(held, "payment")
        first = whole("payment", held.planned.total_fen - sum(int(change.exact) for change in changes))
        return _brought_to(row.principal_fen, [first, *changes, whole("less-interest", -row.interest_fen)])
    agreed = plan.agreement_of(row.number)
    count = len(agreed.periods)
    if method == "flat" and row.number - agreed.first_number + 1 < count:
        lines = [whole("payment", held.quoted.total_fen), whole("less-interest", -held.quoted.interest)]
        return _brought_to(row.principal_fen, [*lines, *_change_lines(held, "principal")])
    if method in ("equal-payment", "flat") or method in BULLET_METHODS or len(plan.rows) == 1:
        return [whole("rest-of-principal", row.principal_fen, base_fen=agreed.amount_fen)]
    exact, share_fen = Fraction(agreed.amount_fen, count), held.quoted.principal
    lines = [Line(rule="equal-share", exact=exact, base_fen=agreed.amount_fen)]
    if share_fen != exact:
        rule = "takes-the-rest" if row.number - agreed.first_number + 1 == count else "rounded-down"
        lines.append(Line(rule=rule, exact=share_fen - exact))
    return _brought_to(row.principal_fen, [*lines, *_change_lines(held, "principal")])


def _change_lines(held: Installment, kind: str) -> list[Line]:
    """What refunds, prepayments, a payoff, new rates and pauses changed of what the row asks for, event by event."""
    return [
        whole(f"changed-by-{change.why}", change.amount_fen, event_id=change.event_id)
        for change in held.changes
        if change.kind == kind
    ]


def _fee_lines(plan: Plan, row: RowOutlook) -> list[Line]:
    agreed = plan.agreement_of(row.number)
    fee = agreed.schedule.fee
    if fee is None or row.number <= plan.terms.schedule.free_periods:
        return _change_lines(plan.rows[row.number - 1], "fee")
    line = Line(rule="fee-per-period", exact=agreed.amount_fen * fee.fraction, base_fen=agreed.amount_fen, rate=fee)
    return _brought_to(row.fee_fen, [line, *_change_lines(plan.rows[row.number - 1], "fee")])


def _brought_to(amount_fen: int, lines: list[Line], rule: str = "changed-since") -> list[Line]:
    """The lines with one more where a fen or more is missing: what came after the plan was agreed changed the row."""
    rest = amount_fen - sum((line.exact for line in lines), Fraction(0))
    return [*lines, Line(rule=rule, exact=rest)] if abs(rest) >= 1 else lines


def _interest_lines(plan: Plan, row: RowOutlook) -> list[Line]:
    """The nights of a row's interest; a plan whose interest does not follow the balance keeps that of its schedule."""
    held = plan.rows[row.number - 1]
    if not plan.earns_daily:
        return _brought_to(row.interest_fen, [*_flat_lines(plan, row.number), *_change_lines(held, "interest")])
    if not plan.terms.recalculate:
        first = whole("as-scheduled", held.quoted.interest, base_fen=plan.agreement_of(row.number).amount_fen)
        return _brought_to(row.interest_fen, [first, *_change_lines(held, "interest")])
    # What runs on after the last due date is asked for with the next bill or payment.
    return _brought_to(row.interest_fen, interest_lines(plan, row.number), "runs-on")


def _flat_lines(plan: Plan, number: int) -> list[Line]:
    """Flat interest: that of the original principal over the row's period as agreed; nothing in a free period."""
    agreed, period = plan.agreement_of(number), plan.agreed_periods[number - 1]
    terms = agreed.schedule
    if terms.rate is None or number <= plan.terms.schedule.free_periods:
        return []
    days = period.from_on, period.until_on
    exact = accrued(agreed.amount_fen, terms.rate, terms.day_count, period, *days, terms.whole_period)
    line = Line(rule="flat-interest", exact=exact, base_fen=agreed.amount_fen, rate=terms.rate)
    return [replace(line, from_on=days[0], until_on=days[1])]


def interest_lines(plan: Plan, number: int) -> list[Line]:
    """What the nights of row `number` cost, and what went over to it or from it."""
    return joined(_span_line(span) for span in plan.interest.spans if span.number == number)


def _span_line(span: Span) -> Line:
    if span.rate is None:
        passed = "carried-over" if span.exact > 0 else "goes-to-next-row"
        return Line(rule="rounded-with-period" if span.is_rounding else passed, exact=span.exact)
    return Line(
        rule="paused-night" if span.is_paused else "night",
        exact=span.exact,
        from_on=span.from_on,
        until_on=span.until_on,
        base_fen=span.base_fen,
        rate=None if span.is_paused else span.rate,
    )


def late_charge(account: Account, debt: Debt) -> Explained:
    """The late charge of a row (of a plan, or of the line) so far: its late nights, rounded once."""
    row = debt.row
    rounding = debt.plan.terms.schedule.rounding if debt.plan else account.line.rounding
    lines = night_lines(row.late.spans, "late-night")
    if dropped := row.late.dropped:
        lines.append(Line(rule="dropped", exact=-Fraction(dropped, PPB)))
    amount_fen = late_charge_fen(account, debt, account.through)
    lines = _brought_to(amount_fen, lines, "within-grace")
    return explained("late_charge", amount_fen, lines, rounding=rounding, plan_id=debt.plan_id, number=row.number)


def line_interest(account: Account, debt: Debt) -> Explained:
    """The interest of the carried balance that a row of the line has asked for, by its nights."""
    row = debt.row
    nights = night_lines(row.interest_spans if row.is_billed else account.carry.spans, "carried-night")
    lines = _brought_to(row.asked.interest, nights)
    return explained("interest", row.asked.interest, lines, rounding=account.line.rounding, number=row.number)
