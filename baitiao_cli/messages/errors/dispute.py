"""Errors of disputes: what cannot be contested, and what is not, or not any more, in dispute."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

DISPUTE_ERRORS: dict[str, ErrorText] = {
    "nothing-to-dispute": ErrorText(
        4,
        Text(
            "Nothing of {plan_id} is left to contest: {financed_fen} was financed, {refunded_fen} of it refunded, "
            "{disputed_fen} is in dispute.",
            "{plan_id} 已无可争议金额: 融资 {financed_fen}, 已退款 {refunded_fen}, 争议中 {disputed_fen}。",
        ),
        Text("See what is in dispute: baitiao show {account_id}", "查看争议: baitiao show {account_id}"),
    ),
    "dispute-exceeds-purchase": ErrorText(
        4,
        Text(
            "{financed_fen} was financed for {plan_id}, {refunded_fen} of it refunded, {disputed_fen} is in dispute: "
            "{left_fen} can be contested, not {amount_fen}.",
            "{plan_id} 融资 {financed_fen}, 已退款 {refunded_fen}, 争议中 {disputed_fen}, 最多可再争议 {left_fen}, "
            "不能争议 {amount_fen}。",
        ),
        Text(
            "Contest all that is left by giving no amount: baitiao dispute {plan_id} --cause CODE",
            "不填金额即争议全部剩余金额: baitiao dispute {plan_id} --cause 原因",
        ),
    ),
    "dispute-unknown": ErrorText(
        3,
        Text(
            "{dispute_id} opened no dispute on account {account_id} by {on}; open there: {disputes}.",
            "账户 {account_id} 截至 {on} 没有由 {dispute_id} 发起的争议; 未决争议: {disputes}。",
        ),
        Text("See its disputes: baitiao show {account_id}", "查看争议: baitiao show {account_id}"),
    ),
    "dispute-decided": ErrorText(
        4,
        Text(
            "Dispute {dispute_id} was {outcome} on {decided_on} ({decided_by}).",
            "争议 {dispute_id} 已于 {decided_on} 裁定: {outcome} ({decided_by})。",
        ),
        Text(
            "If that was wrong, reverse it first: baitiao reverse {decided_by}",
            "如裁定有误, 请先冲正: baitiao reverse {decided_by}",
        ),
    ),
    "close-blocked-dispute": ErrorText(
        4,
        Text(
            "A dispute of {amount_fen} is open on account {account_id}.",
            "账户 {account_id} 尚有未决争议 {amount_fen}。",
        ),
        Text(
            "All that stands in the way: baitiao close {account_id} --check; decide it (won or lost): {cure}",
            "全部未了事项: baitiao close {account_id} --check; 请先裁定 (won 或 lost): {cure}",
        ),
    ),
}
