"""Errors of questions: what was asked about is not there, or has no such part."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

QUESTION_ERRORS: dict[str, ErrorText] = {
    "option-not-of-subject": ErrorText(
        2,
        Text("{option} says nothing about {subject_id}.", "{option} 不适用于 {subject_id}。"),
        Text(
            "--row goes with a plan (A1P1), --bill with an account (A1), --payoff with either.",
            "--row 用于分期 (A1P1), --bill 用于账户 (A1), --payoff 用于两者。",
        ),
    ),
    "figure-unknown": ErrorText(
        3,
        Text("There is no figure '{figure}' here, or it is zero.", "此处没有“{figure}”这一项, 或其为零。"),
        Text("Figures: {offered}", "可选项: {offered}"),
    ),
    "row-unknown": ErrorText(
        3,
        Text(
            "Plan {plan_id} has no installment {number}; the last is {last}.",
            "分期 {plan_id} 没有第 {number} 期, 共 {last} 期。",
        ),
        Text("See them all: baitiao schedule {plan_id}", "查看各期: baitiao schedule {plan_id}"),
    ),
    "account-not-known-then": ErrorText(
        3,
        Text(
            "Account {account_id} was not known when the ledger had {known} events.",
            "账本只有 {known} 个事件时, 尚无账户 {account_id}。",
        ),
        Text("See when it was opened: baitiao history {account_id}", "查看开户时间: baitiao history {account_id}"),
    ),
    "moments-differ": ErrorText(
        2,
        Text(
            "{before} and {after} are a day and a moment of the ledger; they cannot be compared.",
            "{before} 与 {after} 一个是日期, 一个是账本时点, 无法比较。",
        ),
        Text(
            "Give two days, or two events (A1E5), numbers of events or instants.",
            "请给出两个日期, 或两个事件 (A1E5)、事件数或时间点。",
        ),
    ),
    "nothing-to-explain": ErrorText(
        3,
        Text("Event {event_id} moved no money.", "事件 {event_id} 未涉及金额。"),
        Text(
            "Explain a purchase, a payment or a refund; see: baitiao history {account_id}",
            "请选择消费、还款或退款事件, 见 baitiao history {account_id}",
        ),
    ),
}
