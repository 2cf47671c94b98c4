"""Errors of a plan that is changed after it was made."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

PLAN_ERRORS: dict[str, ErrorText] = {
    "first-due-on-bill": ErrorText(
        4,
        Text(
            "The product {product_id} is due with the bills, so it takes no first due date of {first_due_on}.",
            "产品 {product_id} 随账单还款, 不能另定首期还款日 {first_due_on}。",
        ),
        Text(
            "Leave out --first-due, or choose a product with due dates of its own: baitiao products",
            "请去掉 --first-due, 或选择有独立还款日的产品: baitiao products",
        ),
    ),
    "rate-above-cap": ErrorText(
        4,
        Text(
            "The plan would cost {simple_pct}% a year (simple, all costs), above the cap of {cap_pct}%.",
            "该分期的年化综合成本(单利)为 {simple_pct}%, 超过上限 {cap_pct}%。",
        ),
        Text(
            "Choose fewer installments or another product; see: baitiao products",
            "请选择更少的期数或其他产品: baitiao products",
        ),
    ),
    "prepayment-not-offered": ErrorText(
        4,
        Text(
            "Plan {plan_id} cannot be prepaid in part like that: {reason}.",
            "分期 {plan_id} 不能这样部分提前还款: {reason}。",
        ),
        Text("See the plan: baitiao schedule {plan_id}", "查看分期: baitiao schedule {plan_id}"),
    ),
    "prepayment-settles": ErrorText(
        4,
        Text(
            "{amount_fen} would leave no principal of plan {plan_id} on {on}; settling it takes {quote_fen}.",
            "在 {on} 支付 {amount_fen} 后分期 {plan_id} 已无剩余本金; 结清需 {quote_fen}。",
        ),
        Text(
            "Settle it: baitiao payoff {account_id} --plan {plan_id} --pay",
            "结清: baitiao payoff {account_id} --plan {plan_id} --pay",
        ),
    ),
    "prepayment-too-small": ErrorText(
        4,
        Text(
            "Of {amount_fen} nothing would be left for the principal of plan {plan_id}: {first_fen} is due first.",
            "{amount_fen} 不足以提前偿还分期 {plan_id} 的本金: 须先还 {first_fen}。",
        ),
        Text(
            "Prepay more, or take it as a repayment: baitiao repay {account_id} AMOUNT --plan {plan_id}",
            "请增加金额, 或作为普通还款: baitiao repay {account_id} 金额 --plan {plan_id}",
        ),
    ),
}
