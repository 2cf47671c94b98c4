"""Errors of limits: which there may be, and requests for one."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

LIMIT_ERRORS: dict[str, ErrorText] = {
    "limit-incomplete": ErrorText(
        2,
        Text("It is not said how much the limit is to be.", "未填写新的额度。"),
        Text(
            "Name it, or end one: baitiao limit {account_id} AMOUNT | --end",
            "请填写额度, 或终止: baitiao limit {account_id} 金额 | --end",
        ),
    ),
    "limit-until-needed": ErrorText(
        2,
        Text("A limit from {from_on} on has no last day.", "自 {from_on} 起的额度没有截止日。"),
        Text(
            "Give --until for a temporary limit; for a lasting one leave --from out.",
            "临时额度请加 --until; 长期额度请去掉 --from。",
        ),
    ),
    "limit-unchanged": ErrorText(
        4,
        Text("That limit of {account_id} is {limit_fen} already.", "账户 {account_id} 的该项额度已是 {limit_fen}。"),
        Text(
            "Name another limit: baitiao limit {account_id} AMOUNT", "请输入不同的额度: baitiao limit {account_id} 金额"
        ),
    ),
    "limit-not-set": ErrorText(
        4,
        Text("{account_id} has no such limit to end.", "账户 {account_id} 没有可终止的该项额度。"),
        Text("To see its limits: baitiao show {account_id}", "查看额度: baitiao show {account_id}"),
    ),
    "limit-days-invalid": ErrorText(
        4,
        Text(
            "A temporary limit from {from_on} until {until_on}, said on {on}, is not possible: it begins on {on} or "
            "later, within {days} days, and holds 1 to {days} days.",
            "临时额度不能自 {from_on} 至 {until_on}: 起始日须在 {on} 起 {days} 天内, 有效期 1 至 {days} 天。",
        ),
        Text("Give other days with --from and --until.", "请用 --from、--until 给出其他日期。"),
    ),
    "limit-not-higher": ErrorText(
        4,
        Text(
            "A temporary limit of {limit_fen} is not above the lasting one of {lasting_fen}.",
            "临时额度 {limit_fen} 不高于长期额度 {lasting_fen}。",
        ),
        Text("Give a higher one, or change the lasting limit.", "请给出更高的额度, 或调整长期额度。"),
    ),
    "limits-out-of-range": ErrorText(
        4,
        Text(
            "All limits together would come to {total_fen}; a line may be {maximum_fen} at most.",
            "各项额度合计将达 {total_fen}, 超过上限 {maximum_fen}。",
        ),
        Text("Give less, or end another limit with --end.", "请调低, 或用 --end 终止其他额度。"),
    ),
    "limit-request-waiting": ErrorText(
        4,
        Text(
            "{account_id} has asked for {limit_fen} since {since_on}, and that is not decided yet.",
            "账户 {account_id} 自 {since_on} 起申请 {limit_fen}, 尚未审批。",
        ),
        Text(
            "To decide on it: baitiao decide-limit {account_id} --grant --reason TEXT (or --refuse, --withdraw)",
            "审批: baitiao decide-limit {account_id} --grant --reason 原因 (或 --refuse, --withdraw)",
        ),
    ),
    "no-limit-request": ErrorText(
        4,
        Text("No limit that {account_id} asked for waits for a decision.", "账户 {account_id} 没有待审批的额度申请。"),
        Text(
            "To record that it does: baitiao request-limit {account_id} AMOUNT",
            "登记申请: baitiao request-limit {account_id} 金额",
        ),
    ),
    "decision-needed": ErrorText(
        2,
        Text("It is not said what was decided.", "未填写审批结果。"),
        Text("Give one of --grant, --refuse and --withdraw.", "请给出 --grant、--refuse 或 --withdraw 之一。"),
    ),
    "grant-above-request": ErrorText(
        4,
        Text(
            "{limit_fen} is more than the {asked_fen} that was asked for.",
            "批准额度 {limit_fen} 高于申请的 {asked_fen}。",
        ),
        Text(
            "Grant that or less; a higher one is set with: baitiao limit",
            "请批准不高于申请的额度; 更高的请用: baitiao limit",
        ),
    ),
}
