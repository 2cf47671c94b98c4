"""Errors of debts that are given up for lost."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

LOSS_ERRORS: dict[str, ErrorText] = {
    "account-charged-off": ErrorText(
        4,
        Text(
            "Account {account_id} has been charged off since {since_on}; nothing may be bought on it.",
            "账户 {account_id} 已于 {since_on} 核销(账销案存), 不得再消费。",
        ),
        Text("See it: baitiao show {account_id}", "查看账户: baitiao show {account_id}"),
    ),
    "account-written-off": ErrorText(
        4,
        Text(
            "Account {account_id} was written off on {since_on}; nothing may be bought on it.",
            "账户 {account_id} 已于 {since_on} 减记, 不得再消费。",
        ),
        Text(
            "Close it, and reopen it after a new assessment: baitiao close {account_id}",
            "销户后重新评估方可重新开通: baitiao close {account_id}",
        ),
    ),
    "debt-lost": ErrorText(
        4,
        Text(
            "{of} is {state} since {since_on}; money for it is a recovery, and its terms do not change any more.",
            "{of} 自 {since_on} 起{state}; 收到款项须记为核销后收回, 条款不再变更。",
        ),
        Text(
            "To take money: baitiao recover {account_id} AMOUNT; to settle it: baitiao payoff {account_id} --pay",
            "收回款项: baitiao recover {account_id} 金额; 一次结清: baitiao payoff {account_id} --pay",
        ),
    ),
    "loss-of-purchase": ErrorText(
        4,
        Text(
            "{plan_id} is a purchase on the bill; they are one balance, given up with the account.",
            "{plan_id} 为账单内消费, 与其他账单消费合为一个余额, 只能随账户整体核销或减记。",
        ),
        Text("Leave --plan out to mean all of {account_id}.", "去掉 --plan 即指账户 {account_id} 全部欠款。"),
    ),
    "already-charged-off": ErrorText(
        4,
        Text("It is {state} since {since_on} already.", "自 {since_on} 起已是{state}。"),
        Text("See the account: baitiao show {account_id}", "查看账户: baitiao show {account_id}"),
    ),
    "charge-off-too-early": ErrorText(
        4,
        Text(
            "Account {account_id} is {days} days past due and {loan_class}; its terms allow a charge-off from "
            "{charge_off_from} on.",
            "账户 {account_id} 逾期 {days} 天, 分类为{loan_class}; 按条款须达到{charge_off_from}方可核销。",
        ),
        Text(
            "To give the claim up for good: baitiao write-off {account_id} --reason TEXT",
            "如确需放弃债权: baitiao write-off {account_id} --reason 原因",
        ),
    ),
    "nothing-to-recover": ErrorText(
        4,
        Text(
            "Nothing of {of} was charged off or written off, or all of it has come back.",
            "{of} 没有已核销或减记的债权, 或已全部收回。",
        ),
        Text("{way}", "{way}"),
    ),
    "recovery-exceeds": ErrorText(
        4,
        Text(
            "At most {most_fen} can be recovered of {of}, not {amount_fen}.",
            "{of} 最多可收回 {most_fen}, 不能收回 {amount_fen}。",
        ),
        Text(
            "Recover that much; what is beyond it belongs to the customer: baitiao show {account_id}",
            "请按该金额收回, 多出部分属于客户: baitiao show {account_id}",
        ),
    ),
}
