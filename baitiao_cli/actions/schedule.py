"""`schedule`: the rows of one plan as they stand."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.cap import is_flagged
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import LOAN_LOSSES, MERCHANT_SUBSIDIES, RECEIVABLE
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.calc.annual_rate import AnnualRate, annual_rate
from baitiao_cli.calc.rate_steps import Pause, RateChange
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction


class PlanView(msgspec.Struct, frozen=True, kw_only=True):
    """A plan with its frozen terms, the changes of its price since, its rows on a day; `annual_rate` is as agreed.

    `subsidy_fen` is what the merchant pays for what has not come back, besides: none of the rows has it in it.
    `converted_from` are the purchases on a bill that it took over, `extended_months` all that it was extended by
    since it was made or restructured, the last time on `restructured_on`. `written_off_fen` of what its rows tell as
    paid was given up, `went_over_fen` went over to the plans `went_over_to`; `charged_off_on` is since when what it
    owes is charged off.
    """

    account_id: str
    plan_id: str
    merchant: str
    merchant_id: str
    scene: str
    category: str
    brand: str
    order_id: str
    started_on: date
    settled_on: date | None
    charged_off_on: date | None
    written_off_fen: int
    went_over_fen: int
    went_over_to: list[str]
    amount_fen: int
    down_payment_fen: int
    trade_in_fen: int
    quote_id: str
    coupon_id: str
    financed_fen: int
    merchant_refunds_fen: int
    in_dispute_fen: int
    subsidy_fen: int
    prepaid_fen: int
    balance_fen: int
    annual_rate: dict[str, str] | None
    above_cap: bool
    terms: PlanTerms
    rate_changes: tuple[RateChange, ...]
    pauses: tuple[Pause, ...]
    extended_months: int
    restructured_on: date | None
    converted_from: list[str]
    rows: list[RowOutlook]


def schedule(tx: ReadTransaction, plan_id: str, as_of: date) -> PlanView:
    """The plan at the end of `as_of`; `plan-unknown`, or `plan-elsewhere` when it does not count by then."""
    account_id = tx.account_of_plan(plan_id)
    account = tx.book(account_id).account(as_of)
    plan = account.plans.get(plan_id)
    if plan is None:
        plans = ", ".join(account.plans) or "-"
        raise BaitiaoError("plan-elsewhere", plan_id=plan_id, account_id=account_id, plans=plans)
    rate = agreed_rate(plan)
    loss = account.losses.get("") or account.losses.get(plan_id)
    gone = [part for part in account.allocations if (part.plan_id, part.source) == (plan_id, RECEIVABLE["principal"])]
    heirs = {other.event_id: other.plan_id for other in account.plans.values()}
    return PlanView(
        account_id=account_id,
        plan_id=plan_id,
        merchant=plan.merchant,
        merchant_id=plan.merchant_id,
        scene=plan.scene,
        category=plan.category,
        brand=plan.brand,
        order_id=plan.order_id,
        started_on=plan.started_on,
        settled_on=plan.settled_on,
        charged_off_on=loss.since_on if loss and not plan.settled_on else None,
        written_off_fen=sum(
            part.amount_fen for part in account.allocations if (part.plan_id, part.source) == (plan_id, LOAN_LOSSES)
        ),
        went_over_fen=sum(part.amount_fen for part in gone),
        went_over_to=list(dict.fromkeys(heirs[part.event_id] for part in gone)),
        amount_fen=plan.amount_fen,
        down_payment_fen=plan.down_payment_fen,
        trade_in_fen=plan.trade_in_fen,
        quote_id=plan.quote_id,
        coupon_id=plan.coupon.coupon_id if plan.coupon else "",
        financed_fen=plan.financed_fen,
        subsidy_fen=plan.merchant_dues.get(MERCHANT_SUBSIDIES, 0),
        merchant_refunds_fen=account.merchant_refunds_fen(plan_id),
        in_dispute_fen=sum(one.amount_fen for one in account.open_disputes if one.plan_id == plan_id),
        prepaid_fen=plan.prepaid_fen,
        balance_fen=plan.balance_fen,
        annual_rate=rate.percents if rate else None,
        above_cap=is_flagged(plan),
        terms=plan.terms,
        rate_changes=plan.schedule.rate_changes,
        pauses=plan.schedule.pauses,
        extended_months=plan.extended_months,
        restructured_on=plan.restructured_on,
        converted_from=list(plan.converted),
        rows=row_outlooks(plan, account, as_of),
    )


def agreed_rate(plan: Plan) -> AnnualRate | None:
    """The annual rate of the plan as it was agreed last; `None` where there is none."""
    agreed = plan.agreement
    rows = make_schedule(agreed.amount_fen, agreed.periods, agreed.schedule)
    return annual_rate(agreed.amount_fen, agreed.on, rows, plan.terms.every, plan.terms.unit)
