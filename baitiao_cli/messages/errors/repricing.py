"""Errors of a plan whose rate changes, or whose interest is paused."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

_SEE_PLAN = Text("See the plan: baitiao schedule {plan_id}", "查看分期: baitiao schedule {plan_id}")

REPRICING_ERRORS: dict[str, ErrorText] = {
    "reprice-not-offered": ErrorText(
        4,
        Text("The rate of plan {plan_id} cannot change: {reason}.", "分期 {plan_id} 不能调整利率: {reason}。"),
        _SEE_PLAN,
    ),
    "rate-unit-unfit": ErrorText(
        4,
        Text(
            "Plan {plan_id} costs {now}; its price cannot be {rate}.",
            "分期 {plan_id} 的价格为 {now}, 不能改为 {rate}。",
        ),
        Text(
            "A fee is charged a period, and interest by whole months never a day: give the rate without a unit.",
            "分期费按期计, 按整月计息的不能按日计: 请输入不带单位的利率。",
        ),
    ),
    "rate-same": ErrorText(
        4,
        Text("Plan {plan_id} costs {now} already.", "分期 {plan_id} 的价格已是 {now}。"),
        Text(
            "Give another rate; see its changes: baitiao schedule {plan_id}",
            "请输入不同的利率; 查看历次调整: baitiao schedule {plan_id}",
        ),
    ),
    "new-rate-above-cap": ErrorText(
        4,
        Text(
            "{rate} passes the annual cap of plan {plan_id}, {cap}.",
            "{rate} 超过分期 {plan_id} 的年化上限 {cap}。",
        ),
        Text(
            "Give a rate within the cap: baitiao reprice {plan_id} RATE",
            "请输入上限以内的利率: baitiao reprice {plan_id} 利率",
        ),
    ),
    "pause-not-offered": ErrorText(
        4,
        Text("Plan {plan_id} cannot be paused: {reason}.", "分期 {plan_id} 不能停息: {reason}。"),
        _SEE_PLAN,
    ),
    "pause-empty": ErrorText(
        4,
        Text(
            "From {from_on} until {until_on} there is no night to pause.",
            "{from_on} 至 {until_on} 之间没有可停息的夜晚。",
        ),
        Text("Name a later day: --until DATE after {from_on}.", "请指定 {from_on} 之后的日期: --until 日期。"),
    ),
    "pause-covered": ErrorText(
        4,
        Text(
            "All nights from {from_on} until {until_on} of plan {plan_id} are paused already.",
            "分期 {plan_id} 自 {from_on} 至 {until_on} 已全部停息。",
        ),
        Text(
            "Name a later day, or see: baitiao schedule {plan_id}",
            "请指定更晚的日期, 或查看: baitiao schedule {plan_id}",
        ),
    ),
}
