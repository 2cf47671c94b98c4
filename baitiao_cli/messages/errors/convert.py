"""Errors of a bill that is turned into installments."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

CONVERT_ERRORS: dict[str, ErrorText] = {
    "convert-too-late": ErrorText(
        4,
        Text(
            "The bill of {billed_on} was due on {due_on}; on {on} it cannot be turned into installments any more.",
            "{billed_on} 账单已于 {due_on} 到期, {on} 不能再办理账单分期。",
        ),
        Text("See what is due: baitiao show {account_id}", "查看应还: baitiao show {account_id}"),
    ),
    "nothing-to-convert": ErrorText(
        4,
        Text(
            "The bill of {billed_on} of account {account_id} has no unpaid new purchases to turn into installments.",
            "账户 {account_id} 的 {billed_on} 账单没有可分期的未还新消费。",
        ),
        Text(
            "Installments and what was carried to a bill stay as they are: baitiao statement {account_id}",
            "分期各期与上期结转余额不可再分期: baitiao statement {account_id}",
        ),
    ),
    "convert-product-unfit": ErrorText(
        4,
        Text(
            "Product {product_id} does not fit {what}: that takes installments with the bills, paid by the customer.",
            "产品 {product_id} 不是随账单由客户付费的分期, 不能用于{what}。",
        ),
        Text(
            "Name one that does, such as inst; see: baitiao products",
            "请选择随账单还款的分期产品, 如 inst: baitiao products",
        ),
    ),
    "convert-exceeds-bill": ErrorText(
        4,
        Text(
            "{amount_fen} are more than the {left_fen} that are unpaid of the new purchases of the bill of "
            "{billed_on}.",
            "{amount_fen}超过 {billed_on} 账单新消费的未还金额 {left_fen}。",
        ),
        Text(
            "Give at most {left_fen}, or no amount for all: baitiao convert {account_id} --installments NUMBER",
            "金额不超过 {left_fen}, 或不填金额即全部分期: baitiao convert {account_id} --installments 期数",
        ),
    ),
    "refund-of-converted": ErrorText(
        4,
        Text(
            "Plan {plan_id} took purchases over; a refund or a dispute is of those: {purchases}.",
            "{plan_id} 承接自原消费, 退款或争议须对应原消费: {purchases}。",
        ),
        Text("Name the purchase, such as: baitiao refund PLAN AMOUNT", "请指定原消费, 例如: baitiao refund 分期 金额"),
    ),
}
