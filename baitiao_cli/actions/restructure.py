"""`restructure`: what is left of a plan over other installments."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Restructured
from baitiao_cli.account.verbs.reprice import rate_of_plan
from baitiao_cli.account.verbs.restructure import decide_restructuring
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.annual_rate import annual_rate
from baitiao_cli.calc.rates import Per, format_rate
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.ledger.store import WriteTransaction


class RestructureAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The plan, in how many installments, at which rate (`None` the present one), and why."""

    plan_id: str
    installments: int
    rate_ppb: int | None = None
    rate_per: Per | None = None
    reason: str = ""


class RestructureAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The principal that was planned anew with its price, cost and annual rate, and the rows that are to be paid.

    `charges_fen` is what was unpaid of interest, fees and late charges: it falls due with the first new installment, on
    `due_on`, as the rows that asked for it. `days_past_due_before` is that of the account on the day before it.
    """

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    installments: int
    rate: str
    reason: str
    principal_fen: int
    charges_fen: int
    cost_fen: int
    annual_rate: dict[str, str] | None
    due_on: date
    days_past_due_before: int
    rows: list[RowOutlook]
    account: Figures


def act(tx: WriteTransaction, asked: RestructureAsked, call: Call) -> RestructureAnswer:
    """Records the restructuring; the rows are told as of today, also when it counts from a day before."""
    on = call.effective_on
    book = tx.book(tx.account_of_plan(asked.plan_id))
    then = book.account(on)
    rate = None
    if asked.rate_ppb is not None:
        rate = rate_of_plan(then, asked.plan_id, asked.rate_ppb, asked.rate_per, on)
    fact = Restructured(
        plan_id=asked.plan_id,
        installments=asked.installments,
        rate=rate,
        reason=asked.reason,
        keeps_suspense=True,
    )
    decided, days_before = decide_restructuring(then, fact, on), figures(then).days_past_due
    event = book.record(decided, on, call.request_id)
    restructured = book.account(on).plans[asked.plan_id]
    agreed = restructured.agreement
    agreed_rows = make_schedule(agreed.amount_fen, agreed.periods, agreed.schedule)
    annual = annual_rate(agreed.amount_fen, on, agreed_rows, restructured.terms.every, restructured.terms.unit)
    price = agreed.schedule.price
    after = book.account(max(call.today, on))
    rows = row_outlooks(after.plans[asked.plan_id], after, after.through)
    return RestructureAnswer(
        account_id=book.account_id,
        plan_id=asked.plan_id,
        event_id=event.event_id,
        effective_on=on,
        installments=asked.installments,
        rate=format_rate(price) if price else "",
        reason=asked.reason,
        principal_fen=agreed.amount_fen,
        charges_fen=sum(row.unpaid_fen for row in restructured.rows if row.number < agreed.first_number),
        cost_fen=sum(row.interest_fen + row.fee_fen for row in agreed_rows),
        annual_rate=annual.percents if annual else None,
        due_on=agreed.periods[0].due_on,
        days_past_due_before=days_before,
        rows=[row for row in rows if row.status != "paid"],
        account=figures(after),
    )


RESTRUCTURE = Verb("restructure", RestructureAsked, RestructureAnswer, act)
