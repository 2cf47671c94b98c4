"""`schedule`: the rows of one plan as they stand."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction


class PlanView(msgspec.Struct, frozen=True, kw_only=True):
    """A plan with its frozen terms and its rows on a day."""

    account_id: str
    plan_id: str
    merchant: str
    order_id: str
    started_on: date
    settled_on: date | None
    amount_fen: int
    down_payment_fen: int
    financed_fen: int
    merchant_refunds_fen: int
    prepaid_fen: int
    balance_fen: int
    terms: PlanTerms
    rows: list[RowOutlook]


def schedule(tx: ReadTransaction, plan_id: str, as_of: date) -> PlanView:
    """The plan at the end of `as_of`; `plan-unknown`, or `plan-elsewhere` when it does not count by then."""
    account_id = tx.account_of_plan(plan_id)
    account = tx.book(account_id).account(as_of)
    plan = account.plans.get(plan_id)
    if plan is None:
        plans = ", ".join(account.plans) or "-"
        raise BaitiaoError("plan-elsewhere", plan_id=plan_id, account_id=account_id, plans=plans)
    return PlanView(
        account_id=account_id,
        plan_id=plan_id,
        merchant=plan.merchant,
        order_id=plan.order_id,
        started_on=plan.started_on,
        settled_on=plan.settled_on,
        amount_fen=plan.amount_fen,
        down_payment_fen=plan.down_payment_fen,
        financed_fen=plan.financed_fen,
        merchant_refunds_fen=account.merchant_refunds_fen(plan_id),
        prepaid_fen=plan.prepaid_fen,
        balance_fen=plan.balance_fen,
        terms=plan.terms,
        rows=row_outlooks(plan, account, as_of),
    )
