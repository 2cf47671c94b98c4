"""Errors of corrections with money: refunds and waivers."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

CORRECTION_ERRORS: dict[str, ErrorText] = {
    "refund-after-closing": ErrorText(
        4,
        Text(
            "Account {account_id} was closed on {closed_on}; a refund of {amount_fen} for {plan_id} cannot count then.",
            "账户 {account_id} 已于 {closed_on} 销户, {plan_id} 的退款 {amount_fen} 不能在其后生效。",
        ),
        Text(
            "Reverse the closing, record the refund and close again; the closing is in: baitiao history {account_id}",
            "请先冲正销户, 记退款后再销户; 销户事件见: baitiao history {account_id}",
        ),
    ),
    "refund-exceeds-purchase": ErrorText(
        4,
        Text(
            "{financed_fen} was financed for {plan_id}, {refunded_fen} of it was refunded before and {disputed_fen} is "
            "in dispute: {left_fen} can be refunded, not {amount_fen}.",
            "{plan_id} 融资 {financed_fen}, 此前已退款 {refunded_fen}, 争议中 {disputed_fen}, 最多可再退 {left_fen}, "
            "不能退 {amount_fen}。",
        ),
        Text(
            "Refund less; a down payment is between merchant and customer, and a dispute that the merchant accepts is "
            "won: baitiao resolve EVENT won. See the plan: baitiao schedule {plan_id}",
            "请减少金额; 首付由商户与客户自行退还, 商户认可的争议请裁定: baitiao resolve 事件 won。"
            "查看分期: baitiao schedule {plan_id}",
        ),
    ),
    "refund-before-purchase": ErrorText(
        4,
        Text(
            "{plan_id} was bought on {bought_on}; neither a refund nor a dispute can count on {on}.",
            "{plan_id} 的消费日为 {bought_on}, 退款或争议不能在 {on} 生效。",
        ),
        Text("Name a day from {bought_on} on, or leave --on out.", "请指定 {bought_on} 或之后的日期, 或去掉 --on。"),
    ),
    "waiver-exceeds": ErrorText(
        4,
        Text(
            "Of such charges {waivable_fen} is owed on {account_id}; {amount_fen} cannot be waived.",
            "账户 {account_id} 可减免的此类费用为 {waivable_fen}, 不能减免 {amount_fen}。",
        ),
        Text(
            "Principal is never waived. See what is owed: baitiao payoff {account_id}",
            "本金不可减免。查看欠款明细: baitiao payoff {account_id}",
        ),
    ),
}
