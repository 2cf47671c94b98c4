"""Errors of a plan that is changed after it was made."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

PLAN_ERRORS: dict[str, ErrorText] = {
    "first-due-on-bill": ErrorText(
        4,
        Text("The product {product_id} is due with the bills, so it takes no first due date of {first_due_on}."),
        Text("Leave out --first-due, or choose a product with due dates of its own: baitiao products"),
    ),
    "rate-above-cap": ErrorText(
        4,
        Text("The plan would cost {simple_pct}% a year (simple, all costs), above the cap of {cap_pct}%."),
        Text("Choose fewer installments or another product; see: baitiao products"),
    ),
    "prepayment-not-offered": ErrorText(
        4,
        Text("Plan {plan_id} cannot be prepaid in part like that: {reason}."),
        Text("See the plan: baitiao schedule {plan_id}"),
    ),
    "prepayment-settles": ErrorText(
        4,
        Text("{amount_fen} would leave no principal of plan {plan_id} on {on}; settling it takes {quote_fen}."),
        Text("Settle it: baitiao payoff {account_id} --plan {plan_id} --pay"),
    ),
    "prepayment-too-small": ErrorText(
        4,
        Text("Of {amount_fen} nothing would be left for the principal of plan {plan_id}: {first_fen} is due first."),
        Text("Prepay more, or take it as a repayment: baitiao repay {account_id} AMOUNT --plan {plan_id}"),
    ),
}
