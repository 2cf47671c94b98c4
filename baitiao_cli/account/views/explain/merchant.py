"""What the merchant of a purchase owes for it, explained: its subsidy, its discount, and what refunds took off."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from baitiao_cli.account.account import Account
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import MERCHANT_DISCOUNTS, MERCHANT_SUBSIDIES
from baitiao_cli.account.views.explain.line import Explained, Line, explained, share_line
from baitiao_cli.calc.money import round_fen
from baitiao_cli.calc.rates import PPB, Rate


def explain_merchant_dues(account: Account, plan: Plan) -> list[Explained]:
    """The subsidy and the discount of a plan as they stand, each if there is one: see `book_merchant_dues`."""
    agreed = {
        "subsidy": (MERCHANT_SUBSIDIES, list(_subsidy_lines(plan))),
        "discount": (MERCHANT_DISCOUNTS, list(_discount_lines(plan))),
    }
    refunded = Fraction(account.merchant_refunds_fen(plan.plan_id), plan.financed_fen)
    found = []
    for name, (ledger_account, lines) in agreed.items():
        due_fen = plan.merchant_dues.get(ledger_account, 0)
        agreed_fen = sum((line.exact for line in lines), Fraction(0))
        if agreed_fen and refunded:
            lines.append(Line(rule="share-refunded", exact=-agreed_fen * refunded, base_fen=int(agreed_fen)))
        if agreed_fen:
            rounding = plan.terms.schedule.rounding
            found.append(explained(name, due_fen, lines, rounding=rounding, plan_id=plan.plan_id))
    return found


def _subsidy_lines(plan: Plan) -> Iterator[Line]:
    """What a fee of that rate would be, installment by installment, each rounded."""
    terms, rate = plan.terms, Rate(plan.terms.subsidy_ppb, "period")
    for number in range(1, terms.schedule.installments + 1 if rate.ppb else 1):
        exact = Fraction(plan.financed_fen * rate.ppb, PPB)
        yield Line(rule="subsidy-per-period", exact=exact, base_fen=plan.financed_fen, rate=rate, number=number)
        yield from _rounded(plan, exact, number)


def _discount_lines(plan: Plan) -> Iterator[Line]:
    if plan.discount_ppb:
        line = share_line("discount-share", plan.financed_fen, plan.discount_ppb)
        yield line
        yield from _rounded(plan, line.exact)


def _rounded(plan: Plan, exact: Fraction, number: int = 0) -> Iterator[Line]:
    rounding = plan.terms.schedule.rounding
    if missing := round_fen(exact, rounding) - exact:
        yield Line(rule=f"rounding-{rounding}", exact=missing, number=number)
