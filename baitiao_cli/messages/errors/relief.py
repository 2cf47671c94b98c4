"""Errors of relief: a plan that is extended or restructured, a hardship case."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

RELIEF_ERRORS: dict[str, ErrorText] = {
    "extend-not-offered": ErrorText(
        4,
        Text("Plan {plan_id} cannot be extended: {reason}.", "分期 {plan_id} 不能展期: {reason}。"),
        Text(
            "See the plan: baitiao schedule {plan_id}; a bill that is not due yet is deferred: baitiao defer ACCOUNT",
            "查看分期: baitiao schedule {plan_id}; 未到期的账单可办理延期: baitiao defer 账户",
        ),
    ),
    "extend-overdue": ErrorText(
        4,
        Text(
            "{amount_fen} of plan {plan_id} is unpaid past {due_on}; it is extended before its due dates only.",
            "分期 {plan_id} 有 {amount_fen} 自 {due_on} 起逾期, 展期须在到期还款日前申请。",
        ),
        Text(
            "What is overdue: baitiao schedule {plan_id}; new terms: baitiao restructure {plan_id} --installments N",
            "查看逾期部分: baitiao schedule {plan_id}; 逾期后可重组: baitiao restructure {plan_id} --installments 期数",
        ),
    ),
    "extend-how-far": ErrorText(
        2,
        Text("How far plan {plan_id} is extended is not said.", "未说明分期 {plan_id} 展期多久。"),
        Text(
            "Give the months or the last due date: baitiao extend {plan_id} --months N (or --until DATE)",
            "请指定月数或末期到期还款日: baitiao extend {plan_id} --months 月数 (或 --until 日期)",
        ),
    ),
    "extend-until-unreachable": ErrorText(
        4,
        Text(
            "No extension of plan {plan_id}, last due on {last_due_on}, by whole months ends on {until_on}.",
            "分期 {plan_id} 末期到期还款日为 {last_due_on}, 按整月展期不能延至 {until_on}。",
        ),
        Text("Near it: {near}; or name the months: --months N", "相近的日期: {near}; 或指定月数: --months 月数"),
    ),
    "hardship-open": ErrorText(
        4,
        Text(
            "{account_id} has asked for relief on {since_on}; that is to be decided by {decide_by_on}.",
            "账户 {account_id} 已于 {since_on} 提出困难申请, 须于 {decide_by_on} 前答复。",
        ),
        Text(
            "To decide on it: baitiao decide-hardship {account_id} --grant --reason TEXT (or --refuse, --withdraw)",
            "答复: baitiao decide-hardship {account_id} --grant --reason 原因 (或 --refuse, --withdraw)",
        ),
    ),
    "hardship-until-past": ErrorText(
        4,
        Text("{until_on} is not after {on}, when it is asked for.", "{until_on} 不在申请日 {on} 之后。"),
        Text("Name a later day, or leave --until out.", "请指定更晚的日期, 或不填 --until。"),
    ),
    "no-hardship-case": ErrorText(
        4,
        Text("{account_id} has not asked for relief.", "账户 {account_id} 没有待答复的困难申请。"),
        Text(
            "To record that it does: baitiao hardship {account_id} --reason TEXT",
            "登记申请: baitiao hardship {account_id} --reason 原因",
        ),
    ),
    "restructure-not-offered": ErrorText(
        4,
        Text("Plan {plan_id} cannot be restructured: {reason}.", "分期 {plan_id} 不能重组: {reason}。"),
        Text(
            "See the plan: baitiao schedule {plan_id}; purchases on bills: baitiao restructure ACCOUNT",
            "查看分期: baitiao schedule {plan_id}; 账单上的消费可按账户重组: baitiao restructure 账户",
        ),
    ),
    "restructure-too-long": ErrorText(
        4,
        Text(
            "{count} installments are not possible for {of}; it can be restructured into 1 to {most}.",
            "{of} 不能重组为 {count} 期, 可重组为 1 至 {most} 期。",
        ),
        Text(
            "Name a number in that range: baitiao restructure {of} --installments {most}",
            "请输入范围内的期数: baitiao restructure {of} --installments {most}",
        ),
    ),
    "restructure-keeps-product": ErrorText(
        2,
        Text(
            "Plan {plan_id} keeps its product; one is chosen for what account {account_id} owes on its bills.",
            "分期 {plan_id} 重组不更换产品; 仅账户 {account_id} 的账单欠款重组可选产品。",
        ),
        Text(
            "Leave --product out, or name the account: baitiao restructure {account_id} --installments NUMBER",
            "不填 --product, 或指定账户: baitiao restructure {account_id} --installments 期数",
        ),
    ),
    "nothing-to-restructure": ErrorText(
        4,
        Text(
            "Account {account_id} owes nothing for purchases on its bills; installments go by their plan.",
            "账户 {account_id} 没有已出账的消费欠款; 分期须按分期编号重组。",
        ),
        Text(
            "See the plans: baitiao show {account_id}; then: baitiao restructure PLAN --installments NUMBER",
            "查看分期: baitiao show {account_id}; 然后: baitiao restructure 分期 --installments 期数",
        ),
    ),
    "extend-too-long": ErrorText(
        4,
        Text(
            "Plan {plan_id} can be extended by {left_count} more months at most, not by {count}.",
            "分期 {plan_id} 至多还可展期 {left_count} 个月, 不能展期 {count} 个月。",
        ),
        Text(
            "All extensions together are no longer than the first term, or half of one of more than a year; what is "
            "due at the end is due within a year: baitiao schedule {plan_id}",
            "累计展期不超过原期限, 原期限超过一年的不超过其一半; 到期一次还本的总期限不超过一年: "
            "baitiao schedule {plan_id}",
        ),
    ),
}
