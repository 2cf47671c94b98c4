"""Errors of the line: locks and suspensions, reopening."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

LINE_ERRORS: dict[str, ErrorText] = {
    "account-locked": ErrorText(
        4,
        Text(
            "Account {account_id} has been locked by the customer since {since_on}: nothing may be bought.",
            "账户 {account_id} 自 {since_on} 起由客户锁定, 不能消费。",
        ),
        Text("To lift the lock: baitiao unlock {account_id}", "解除锁定: baitiao unlock {account_id}"),
    ),
    "account-suspended": ErrorText(
        4,
        Text(
            "Account {account_id} has been suspended since {since_on} ({cause}), until: {lift}.",
            "账户 {account_id} 自 {since_on} 起暂停使用 ({cause}), 恢复条件: {lift}。",
        ),
        Text("{how}", "{how}"),
    ),
    "already-locked": ErrorText(
        4,
        Text("Account {account_id} has been locked since {since_on}.", "账户 {account_id} 自 {since_on} 起已锁定。"),
        Text("See it: baitiao show {account_id}", "查看账户: baitiao show {account_id}"),
    ),
    "not-locked": ErrorText(
        4,
        Text("Account {account_id} is not locked by the customer.", "账户 {account_id} 未被客户锁定。"),
        Text("See its status: baitiao show {account_id}", "查看账户状态: baitiao show {account_id}"),
    ),
    "already-suspended": ErrorText(
        4,
        Text(
            "Account {account_id} has been suspended for this since {since_on}: {cause}.",
            "账户 {account_id} 自 {since_on} 起已因此暂停使用: {cause}。",
        ),
        Text("See it: baitiao show {account_id}", "查看账户: baitiao show {account_id}"),
    ),
    "not-suspended": ErrorText(
        4,
        Text("Account {account_id} is not suspended.", "账户 {account_id} 未暂停使用。"),
        Text("See its status: baitiao show {account_id}", "查看账户状态: baitiao show {account_id}"),
    ),
    "not-suspended-for": ErrorText(
        4,
        Text(
            "Account {account_id} is not suspended for that, but for: {cause}.",
            "账户 {account_id} 未因此暂停, 现有暂停原因: {cause}。",
        ),
        Text(
            "To lift that: baitiao resume {account_id} {cause_options}",
            "如需解除: baitiao resume {account_id} {cause_options}",
        ),
    ),
    "resume-needs-reason": ErrorText(
        4,
        Text(
            "What lifts this suspension of {account_id} ({cause}) is not so yet: {lift}.",
            "账户 {account_id} 的暂停 ({cause}) 尚未满足恢复条件: {lift}。",
        ),
        Text(
            "{how}; to lift it now: baitiao resume {account_id} {cause_options} --reason TEXT",
            "{how}; 如需提前恢复: baitiao resume {account_id} {cause_options} --reason 原因",
        ),
    ),
    "cause-needed": ErrorText(
        4,
        Text(
            "Account {account_id} is suspended for several causes: {cause}.",
            "账户 {account_id} 有多项暂停原因: {cause}。",
        ),
        Text(
            "Name the one that is lifted: baitiao resume {account_id} {cause_options}",
            "请指定要解除的一项: baitiao resume {account_id} {cause_options}",
        ),
    ),
    "product-without-line": ErrorText(
        4,
        Text(
            "Product {product_id} has no [line]: it says nothing of how a line is billed.",
            "产品 {product_id} 没有 [line] 条款, 不能据此开立账户。",
        ),
        Text("See one that has: baitiao product month", "可参考: baitiao product month"),
    ),
    "account-not-closed": ErrorText(
        4,
        Text("Account {account_id} is not closed.", "账户 {account_id} 未销户。"),
        Text("To change its limit: baitiao limit {account_id} AMOUNT", "调整额度: baitiao limit {account_id} 金额"),
    ),
    "auto-repay-incomplete": ErrorText(
        2,
        Text("Auto-repay needs a means, or an end.", "自动还款须指定还款方式, 或解约。"),
        Text("Give --means NAME, or --off.", "请给出 --means 名称, 或 --off。"),
    ),
    "auto-repay-not-set": ErrorText(
        4,
        Text("Account {account_id} has no auto-repay.", "账户 {account_id} 没有自动还款。"),
        Text(
            "To agree on it: baitiao auto-repay {account_id} --means NAME",
            "签约: baitiao auto-repay {account_id} --means 名称",
        ),
    ),
    "auto-repay-unchanged": ErrorText(
        4,
        Text(
            "That has been agreed for {account_id} since {since_on}: {means}.",
            "账户 {account_id} 自 {since_on} 起已如此签约: {means}。",
        ),
        Text("To end it: baitiao auto-repay {account_id} --off", "解约: baitiao auto-repay {account_id} --off"),
    ),
}
