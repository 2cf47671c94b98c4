"""Errors of the account: what a rule of credit refuses."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

ACCOUNT_ERRORS: dict[str, ErrorText] = {
    "account-closed": ErrorText(
        4,
        Text("Account {account_id} was closed on {closed_on}.", "账户 {account_id} 已于 {closed_on} 销户。"),
        Text(
            "After a new assessment: baitiao reopen {account_id} --limit YUAN",
            "重新评估后可重新开通: baitiao reopen {account_id} --limit 额度",
        ),
    ),
    "account-not-open-yet": ErrorText(
        4,
        Text(
            "Account {account_id} was opened on {opened_on}; on {on} there was none.",
            "账户 {account_id} 于 {opened_on} 开立, {on} 尚不存在。",
        ),
        Text("Name a day from {opened_on} on.", "请指定 {opened_on} 或之后的日期。"),
    ),
    "history-too-long": ErrorText(
        4,
        Text(
            "An account is computed for {years} years from its opening on {opened_on}, not to {on}.",
            "账户自开户日 {opened_on} 起最多推算 {years} 年, 不能算到 {on}。",
        ),
        Text("Name an earlier day.", "请指定更早的日期。"),
    ),
    "limit-exceeded": ErrorText(
        4,
        Text(
            "The purchase needs {amount_fen}, but only {available_fen} of the limit of {limit_fen} is available "
            "({used_fen} is used, {held_fen} is held).",
            "本次消费需占用 {amount_fen}, 可用额度仅 {available_fen} "
            "(总额度 {limit_fen}, 已用 {used_fen}, 冻结 {held_fen})。",
        ),
        Text(
            "Charge less, repay, or release a hold; see: baitiao show {account_id}",
            "请减少金额、先还款或撤销预授权; 查看: baitiao show {account_id}",
        ),
    ),
    "amount-outside-product": ErrorText(
        4,
        Text(
            "Product {product_id} lends from {minimum_fen} to {maximum_fen}, not {amount_fen}.",
            "产品 {product_id} 的金额范围为 {minimum_fen} 至 {maximum_fen}, 不支持 {amount_fen}。",
        ),
        Text("See the terms: baitiao product {product_id}", "查看条款: baitiao product {product_id}"),
    ),
    "installments-not-offered": ErrorText(
        4,
        Text(
            "Product {product_id} offers {offered} installments, not {installments}.",
            "产品 {product_id} 可选期数为 {offered}, 不支持 {installments} 期。",
        ),
        Text("See the terms: baitiao product {product_id}", "查看条款: baitiao product {product_id}"),
    ),
    "nothing-owed": ErrorText(
        4,
        Text("Nothing is owed on {debt}.", "{debt} 没有欠款。"),
        Text("See the account: baitiao show {account_id}", "查看账户: baitiao show {account_id}"),
    ),
    "payoff-differs": ErrorText(
        4,
        Text(
            "The payoff on {on} is {quote_fen}, not {amount_fen}.",
            "{on} 的结清金额为 {quote_fen}, 不是 {amount_fen}。",
        ),
        Text("Leave the amount out to pay exactly the quote.", "不填金额即按结清试算支付。"),
    ),
    "already-reversed": ErrorText(
        4,
        Text("Event {event_id} was already reversed by {reversal_id}.", "事件 {event_id} 已被 {reversal_id} 冲正。"),
        Text("To make it count again: baitiao reverse {reversal_id}", "如需恢复: baitiao reverse {reversal_id}"),
    ),
    "not-reversible": ErrorText(
        4,
        Text(
            "Event {event_id} is an opening, a bill or a correction of the person, which stays as it is.",
            "事件 {event_id} 是开户、已出账单或客户信息更正, 不可冲正。",
        ),
        Text(
            "Reverse the purchase or repayment that is wrong, or correct the person again: baitiao person {account_id}",
            "请冲正有误的消费或还款; 客户信息可再次更正: baitiao person {account_id}",
        ),
    ),
    "event-needed": ErrorText(
        4,
        Text("Event {event_id} is needed by {events}.", "事件 {event_id} 被 {events} 依赖。"),
        Text("Reverse those first, the latest first.", "请先从最近的一笔起冲正这些事件。"),
    ),
    "reversal-has-no-day": ErrorText(
        4,
        Text(
            "A reversal counts from the day of the event that it undoes; it has no day of its own.",
            "冲正自原事件当日起生效, 不能另指定日期。",
        ),
        Text("Leave --on out.", "请去掉 --on。"),
    ),
    "limit-out-of-range": ErrorText(
        4,
        Text(
            "A limit of {limit_fen} is not between 1.00 and {maximum_fen}.",
            "额度 {limit_fen} 不在 1.00 至 {maximum_fen} 之间。",
        ),
        Text("Give a limit in that range, such as 20000.", "请给出范围内的额度, 例如 20000。"),
    ),
    "payout-exceeds-credit": ErrorText(
        4,
        Text(
            "Account {account_id} has a credit balance of {credit_fen}; {amount_fen} cannot be paid out of it.",
            "账户 {account_id} 的溢缴款为 {credit_fen}, 不能退还 {amount_fen}。",
        ),
        Text("See the account: baitiao show {account_id}", "查看账户: baitiao show {account_id}"),
    ),
    "no-credit-balance": ErrorText(
        4,
        Text(
            "Account {account_id} has no credit balance: there is nothing to pay out.",
            "账户 {account_id} 没有溢缴款, 无可退还。",
        ),
        Text("See the account: baitiao show {account_id}", "查看账户: baitiao show {account_id}"),
    ),
    "close-blocked-owed": ErrorText(
        4,
        Text("Account {account_id} still owes {amount_fen}.", "账户 {account_id} 尚欠 {amount_fen}。"),
        Text(
            "All that stands in the way: baitiao close {account_id} --check; settle it: {cure}",
            "全部未了事项: baitiao close {account_id} --check; 请先结清: {cure}",
        ),
    ),
    "close-blocked-held": ErrorText(
        4,
        Text(
            "Account {account_id} still holds {amount_fen} for a purchase.",
            "账户 {account_id} 尚有预授权冻结额度 {amount_fen}。",
        ),
        Text(
            "All that stands in the way: baitiao close {account_id} --check; give it up: {cure}",
            "全部未了事项: baitiao close {account_id} --check; 请先撤销: {cure}",
        ),
    ),
    "close-blocked-credit-balance": ErrorText(
        4,
        Text(
            "Account {account_id} still has a credit balance of {amount_fen}.",
            "账户 {account_id} 尚有溢缴款 {amount_fen}。",
        ),
        Text(
            "All that stands in the way: baitiao close {account_id} --check; pay it back: {cure}",
            "全部未了事项: baitiao close {account_id} --check; 请先退还: {cure}",
        ),
    ),
    "close-blocked-hardship": ErrorText(
        4,
        Text("A hardship case of account {account_id} is open.", "账户 {account_id} 的困难申请尚未答复。"),
        Text(
            "All that stands in the way: baitiao close {account_id} --check; end it: {cure}",
            "全部未了事项: baitiao close {account_id} --check; 请先了结: {cure}",
        ),
    ),
    "close-blocked-auto-repay": ErrorText(
        4,
        Text("Auto-repay of account {account_id} is on.", "账户 {account_id} 的自动还款尚未解约。"),
        Text(
            "All that stands in the way: baitiao close {account_id} --check; end it: {cure}",
            "全部未了事项: baitiao close {account_id} --check; 请先解约: {cure}",
        ),
    ),
    "no-bill-yet": ErrorText(
        3,
        Text("Account {account_id} has no bill by {on}.", "账户 {account_id} 截至 {on} 尚无账单。"),
        Text("See when the next one comes: baitiao show {account_id}", "查看下一账单日: baitiao show {account_id}"),
    ),
    "bill-unknown": ErrorText(
        3,
        Text(
            "Account {account_id} has no bill number {number}; the latest is {last}.",
            "账户 {account_id} 没有第 {number} 期账单; 最近一期为第 {last} 期。",
        ),
        Text("See the latest: baitiao statement {account_id}", "查看最近账单: baitiao statement {account_id}"),
    ),
}
