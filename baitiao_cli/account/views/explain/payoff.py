"""A payoff explained: what each plan and the line need to be settled on the day, and what of the fees falls away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.verbs.payoff import PayoffItem, PayoffQuote, quote_payoff
from baitiao_cli.account.views.explain.line import Explained, Line, explained, night_lines, whole
from baitiao_cli.account.views.explain.plan import interest_lines, late_charge


def explain_payoff(account: Account, on: date, plan_id: str = "") -> tuple[PayoffQuote, list[Explained]]:
    """The quote of the day, and every figure of it that is not zero: of each item by kind, and the total."""
    quote = quote_payoff(account, on, plan_id)
    made = [figure for item in quote.items for figure in _item_figures(account, item, on)]
    total = [whole(figure.figure, figure.amount_fen, plan_id=figure.plan_id) for figure in made if figure.amount_fen]
    if quote.credit_fen:
        total.append(whole("less-credit", -quote.credit_fen))
    if over := sum(figure.amount_fen for figure in made) - quote.credit_fen - quote.total_fen:
        total.append(whole("stays-credit", -over))
    made.append(explained("payoff", quote.total_fen, total))
    return quote, [figure for figure in made if figure.amount_fen]


def explain_prices_owed(account: Account) -> list[Explained]:
    """What each plan and the line owe now of interest and of late charges, settled or not: no policy comes in."""
    on, made = account.through, []
    for item in quote_payoff(account, on).items:
        plan = account.plans.get(item.plan_id)
        has_fixed_price = plan is not None and not plan.earns_daily
        if plan is not None and has_fixed_price:
            made.append(explained("interest", plan.unpaid.interest, _plan_interest(plan), plan_id=item.plan_id))
        wanted = ("late_charge",) if has_fixed_price else ("interest", "late_charge")
        made += [figure for figure in _item_figures(account, item, on) if figure.figure in wanted]
    return [figure for figure in made if figure.amount_fen]


def _item_figures(account: Account, item: PayoffItem, on: date) -> Iterator[Explained]:
    plan = account.plans.get(item.plan_id)
    if plan is None:
        yield explained("interest", item.interest_fen, _line_interest(account), rounding=account.line.rounding)
        debts = [Debt(row, None) for row in account.line_rows]
    else:
        rounding, of_plan = plan.terms.schedule.rounding, item.plan_id
        principal = [whole("principal-left", plan.balance_fen, event_id=plan.event_id)]
        yield explained("principal", item.principal_fen, principal, plan_id=of_plan)
        by_the_night = _plan_interest(plan) if plan.earns_daily else _price(plan, item, "interest")
        yield explained("interest", item.interest_fen, by_the_night, rounding=rounding, plan_id=of_plan)
        yield explained("fee", item.fee_fen, _price(plan, item, "fee"), plan_id=of_plan)
        debts = [] if plan.terms.revolving else [Debt(row, plan) for row in plan.rows if row.is_billed]
    late = [line for debt in debts for line in _late_lines(account, debt)]
    yield explained("late_charge", item.late_charge_fen, late, plan_id=item.plan_id)


def _plan_interest(plan: Plan) -> Iterator[Line]:
    """Interest asked for and unpaid by row, and the nights of the open row less what it has asked for."""
    for asked in plan.rows:
        if asked.unpaid.interest:
            yield whole("unpaid", asked.unpaid.interest, number=asked.number, kind="interest")
    row = plan.open_row
    if row is None or not plan.unasked_interest_fen():
        return
    if plan.terms.recalculate:
        yield from interest_lines(plan, row.number)
    else:
        yield Line(rule="as-scheduled-so-far", exact=plan.earned_share, base_fen=row.planned.interest)
    if row.asked.interest:
        yield whole("asked-before", -row.asked.interest, number=row.number)


def _line_interest(account: Account) -> Iterator[Line]:
    """Interest of the carried balance: on bills and unpaid, and the nights since the last bill less what was asked."""
    for row in account.line_rows:
        if row.is_billed and row.unpaid.interest:
            yield whole("unpaid", row.unpaid.interest, kind="interest")
    yield from night_lines(account.carry.spans, "carried-night")
    paid_fen = sum(row.paid.interest for row in account.line_rows if not row.is_billed)
    if paid_fen:
        yield whole("paid-before", -paid_fen)


def _price(plan: Plan, item: PayoffItem, kind: str) -> Iterator[Line]:
    """Fees (or flat interest) billed and unpaid, and what the policy asks for of the rest within the annual cap."""
    if plan.rows[0].price_kind != kind:
        return
    unpaid_fen = 0
    for row in plan.rows:
        if price_fen := row.price_of(row.unpaid):
            unpaid_fen += price_fen
            yield whole("unpaid", price_fen, number=row.number, kind=kind)
    asked_fen = item.fee_fen if kind == "fee" else item.interest_fen
    policy_fen = asked_fen - unpaid_fen + item.fee_capped_fen
    if policy_fen:
        yield whole(f"policy-{plan.terms.payoff}", policy_fen)
    if item.fee_capped_fen:
        yield whole(
            "above-the-cap",
            -item.fee_capped_fen,
            base_fen=plan.financed_fen,
            share_ppb=plan.terms.annual_cap_ppb,
        )


def _late_lines(account: Account, debt: Debt) -> Iterator[Line]:
    yield from late_charge(account, debt).lines
    if debt.row.paid.late_charge:
        yield whole("paid-before", -debt.row.paid.late_charge, number=debt.row.number)
