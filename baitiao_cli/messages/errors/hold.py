"""Errors of holds: what is not held, or not any more, or not so much or so long."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

HOLD_ERRORS: dict[str, ErrorText] = {
    "hold-unknown": ErrorText(
        3,
        Text("There is no hold {hold_id}.", "没有预授权 {hold_id}。"),
        Text(
            "See the open holds of an account: baitiao show A1; a day given with --on may not be before the hold.",
            "查看账户的预授权: baitiao show A1; --on 指定的日期不能早于预授权日。",
        ),
    ),
    "order-held": ErrorText(
        4,
        Text(
            "{amount_fen} are held for the order {order_id} by {hold_id}.",
            "订单 {order_id} 已有预授权 {hold_id}, 冻结 {amount_fen}。",
        ),
        Text("To make its purchase: baitiao capture {hold_id}", "请款入账: baitiao capture {hold_id}"),
    ),
    "hold-captured": ErrorText(
        4,
        Text("Hold {hold_id} was captured on {ended_on}.", "预授权 {hold_id} 已于 {ended_on} 请款。"),
        Text("A further purchase is recorded with: baitiao charge", "如有新的消费, 请用: baitiao charge"),
    ),
    "hold-released": ErrorText(
        4,
        Text("Hold {hold_id} was released on {ended_on}.", "预授权 {hold_id} 已于 {ended_on} 撤销。"),
        Text("To authorise the purchase again: baitiao hold", "如需重新授权: baitiao hold"),
    ),
    "hold-expired": ErrorText(
        4,
        Text(
            "Hold {hold_id} expired: its last day was {ended_on}.",
            "预授权 {hold_id} 已失效, 有效期至 {ended_on}。",
        ),
        Text(
            "If it was captured by then, name that day with --on; else record the purchase: baitiao charge",
            "如在有效期内已请款, 请用 --on 指定当日; 否则按消费入账: baitiao charge",
        ),
    ),
    "capture-exceeds-hold": ErrorText(
        4,
        Text(
            "Hold {hold_id} is of {held_fen}; {amount_fen} cannot be captured.",
            "预授权 {hold_id} 金额为 {held_fen}, 不能请款 {amount_fen}。",
        ),
        Text(
            "Capture all of it, and record the rest: baitiao capture {hold_id}",
            "可全额请款, 差额另行入账: baitiao capture {hold_id}",
        ),
    ),
    "hold-day-out-of-range": ErrorText(
        4,
        Text(
            "A hold of {on} may last through {latest_on} at most and its own day at least, not {expires_on}.",
            "{on} 的预授权有效期须在当日至 {latest_on} 之间, 不能是 {expires_on}。",
        ),
        Text("Name a day in that range: --until {latest_on}", "请指定范围内的日期: --until {latest_on}"),
    ),
}
