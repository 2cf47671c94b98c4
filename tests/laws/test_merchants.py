"""Laws of merchants: what is due from one follows what has not come back; nothing of it is the customer's."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

from hypothesis import given

from baitiao_cli.account.postings import CUSTOMER_ACCOUNTS, ledger_balances

from .history import History
from .strategies import REFUNDS, histories


@given(histories(REFUNDS))
def test_the_subsidy_is_the_share_of_what_did_not_come_back(history: History) -> None:
    """Of the plans with a subsidy, which all round halves up: from the terms and the refunds alone."""
    account = history.account()
    books = ledger_balances(account.postings)
    for plan_id, plan in account.plans.items():
        rate = Decimal(plan.terms.subsidy_ppb) / 10**9
        per_period = (plan.financed_fen * rate).quantize(Decimal(1), ROUND_HALF_UP)
        agreed_fen = int(per_period) * plan.terms.schedule.installments
        back_fen = sum(refund.amount_fen for refund in account.refunds if refund.plan_id == plan_id)
        share = Fraction(plan.financed_fen - back_fen, plan.financed_fen)
        assert books.get((plan_id, "merchant_subsidies"), 0) == floor(agreed_fen * share + Fraction(1, 2))


@given(histories())
def test_what_a_merchant_pays_is_income_and_never_the_customers(history: History) -> None:
    groups: dict[str, dict[str, int]] = {}
    for line in history.account().postings:
        sums = groups.setdefault(line.cause, {})
        sums[line.ledger_account] = sums.get(line.ledger_account, 0) + line.amount_fen
    for sums in groups.values():
        assert sums.get("merchant_subsidies", 0) == -sums.get("subsidy_income", 0)
        assert sums.get("merchant_discounts", 0) == -sums.get("discount_income", 0)
        lent = sum(amount for account, amount in sums.items() if account in CUSTOMER_ACCOUNTS)
        others = ("subsid", "discount")
        assert lent == -sum(
            amount
            for account, amount in sums.items()
            if account not in CUSTOMER_ACCOUNTS and not any(word in account for word in others)
        )
