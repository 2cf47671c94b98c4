"""What the merchant of a purchase owes us for it: the subsidy of a plan that costs the customer less, its discount."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from baitiao_cli.account.account import Account
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import DISCOUNT_INCOME, MERCHANT_DISCOUNTS, MERCHANT_SUBSIDIES, SUBSIDY_INCOME
from baitiao_cli.calc.money import round_fen
from baitiao_cli.calc.rates import PPB


def book_merchant_dues(account: Account, on: date, plan: Plan) -> None:
    """Books what the merchant owes for what has not come back of its purchase, less what was booked before.

    All of it is due, and earned, with the purchase; a refund returns the share of what came back. The share that stays
    is rounded once from the whole, so refunds in steps return what one refund returns, and a full one all. What the
    customer pays, early or late, changes none of it.
    """
    kept = Fraction(plan.financed_fen - account.merchant_refunds_fen(plan.plan_id), plan.financed_fen)
    rounding = plan.terms.schedule.rounding
    discount_fen = round_fen(Fraction(plan.financed_fen * plan.discount_ppb, PPB), rounding)
    agreed = [
        (MERCHANT_SUBSIDIES, SUBSIDY_INCOME, plan.terms.subsidy_fen(plan.financed_fen)),
        (MERCHANT_DISCOUNTS, DISCOUNT_INCOME, discount_fen),
    ]
    for receivable, income, agreed_fen in agreed:
        due_fen = round_fen(agreed_fen * kept, rounding)
        account.post(on, plan.plan_id, receivable, income, due_fen - plan.merchant_dues.get(receivable, 0))
        plan.merchant_dues[receivable] = due_fen
