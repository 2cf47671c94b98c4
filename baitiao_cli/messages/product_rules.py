"""What a product must be, rule by rule: told where a product file or the terms of a quote break it."""

from __future__ import annotations

from baitiao_cli.messages import Text

PRODUCT_RULES: dict[str, Text] = {
    # each field by itself
    "id-is-file-name": Text("id must be the file's name, '{name}'", "id 须与文件名“{name}”一致"),
    "id-form": Text(
        "id must be of small letters, digits, - and _, at most 32, and not own-terms",
        "id 只能含小写字母、数字、- 和 _, 最长 32 位, 且不能为 own-terms",
    ),
    "id-not-taken": Text(
        "'{name}' is a product of the catalogue: a file of one's own needs another name and id",
        "“{name}”是产品目录中的产品: 自己的文件须另取名称和 id",
    ),
    "printable": Text("names and texts must be printable", "名称和说明须为可打印字符"),
    "version": Text("version must be at least 1", "version 至少为 1"),
    "installments": Text("installments must rise and be at least 1", "installments 须递增且至少为 1"),
    "tiers": Text(
        "rate_ppb_by_tier must give A, B, C and D when rate_per is set, and be absent otherwise",
        "有 rate_per 时 rate_ppb_by_tier 须给出 A、B、C、D, 否则须省略",
    ),
    "rates": Text(
        "rates must be from 0 to 1_000_000_000 parts per billion", "费率须在 0 至 1_000_000_000 (十亿分之一) 之间"
    ),
    "amounts": Text(
        "amounts must be 0 < minimum_amount_fen <= maximum_amount_fen <= 2^53 - 1",
        "金额须满足 0 < minimum_amount_fen <= maximum_amount_fen <= 2^53 - 1",
    ),
    "late-bounds": Text(
        "late.floor_fen must be from 0 to 10_000 and late.grace_days from 0 to 90",
        "late.floor_fen 须为 0 至 10_000, late.grace_days 须为 0 至 90",
    ),
    "every": Text("every must be at least 1", "every 至少为 1"),
    "allocation": Text(
        "allocation must name late_charge, fee, interest and principal once each, or be absent",
        "allocation 须各列出 late_charge、fee、interest、principal 一次, 或省略",
    ),
    # what must fit together
    "price": Text(
        "a method without a price (single) takes no rate, the others need one",
        "无价格的还款方式 (single) 不能有费率, 其余须有费率",
    ),
    "night-on-bill": Text(
        "interest runs to the due date, so a method by the night must be due_by = 'anniversary'",
        "利息计至还款日, 按日计息的方式须为 due_by = 'anniversary'",
    ),
    "bill-monthly": Text(
        "a product on the bill (due_by = 'bill') has monthly periods and its rate per period",
        "随账单还款的产品 (due_by = 'bill') 须按月分期且费率按期",
    ),
    "night-payoff": Text(
        "interest by the night is settled by the nights used: payoff must be 'accrued-days'",
        "按日计息的产品按实际天数结清: payoff 须为 'accrued-days'",
    ),
    "paid-ahead": Text(
        "only interest by the night can be paid ahead: surplus = 'next-installment' needs such a method",
        "只有按日计息的产品可提前还后期: surplus = 'next-installment' 须配按日计息的方式",
    ),
    "late-instead": Text(
        "late.instead replaces interest by the night that follows the balance: it needs such terms",
        "late.instead 取代随余额按日计的利息: 须配此类条款",
    ),
    "late-instead-base": Text(
        "late.instead replaces the interest of what is overdue: late.base must be 'overdue'",
        "late.instead 取代逾期部分的利息: late.base 须为 'overdue'",
    ),
    "recalculate": Text(
        "only equal-payment and equal-principal can keep the first schedule's interest (recalculate = false)",
        "只有 equal-payment 与 equal-principal 可保持原计划利息 (recalculate = false)",
    ),
    "refund-fees": Text(
        'refund_fees "return" needs a price: without rate_per there is nothing to return',
        'refund_fees 为 "return" 须有价格: 没有 rate_per 则无费用可退',
    ),
    "day-count": Text("a day count is for rates per year or month", "计息基准只适用于年利率或月利率"),
    # a product that is the bill itself
    "line-revolves": Text(
        "only a product of one installment without a rate, due with the bill, can be revolving (have a [line])",
        "只有一期、无费率、随账单还款的产品可以循环 (有 [line])",
    ),
    "line-charges": Text(
        "what revolves is charged and ordered by the [line]: late.daily_ppb must be 0 and allocation absent",
        "循环部分按 [line] 计费和抵扣: late.daily_ppb 须为 0, allocation 须省略",
    ),
    "line-due-days": Text("line.due_days must be from 1 to 27", "line.due_days 须为 1 至 27"),
    "line-defer-days": Text(
        "line.defer_days must be from 0 to 27, line.defer_daily_ppb not below 0",
        "line.defer_days 须为 0 至 27, line.defer_daily_ppb 不得为负",
    ),
    "line-defer-rate": Text(
        "line.defer_daily_ppb without line.defer_days would be ignored",
        "未设 line.defer_days 时 line.defer_daily_ppb 无效",
    ),
    "line-auto-repay-days": Text(
        "line.auto_repay_days must rise and be from 0 to 30", "line.auto_repay_days 须递增且为 0 至 30"
    ),
    "line-hold-days": Text("line.hold_days must be from 0 to 365", "line.hold_days 须为 0 至 365"),
    "line-non-accrual": Text("line.non_accrual_after_days must not be below 0", "line.non_accrual_after_days 不得为负"),
    "line-cooling-days": Text("line.cooling_days must be from 0 to 90", "line.cooling_days 须为 0 至 90"),
    "line-suspends": Text(
        "line.suspend_after_days must be from 0 to 365, line.suspend_after_failures from 0 to 100",
        "line.suspend_after_days 须为 0 至 365, line.suspend_after_failures 须为 0 至 100",
    ),
    "line-minimum": Text(
        "line.minimum_share_ppb must be from 0 to 1_000_000_000", "line.minimum_share_ppb 须在 0 至 1_000_000_000 之间"
    ),
    "line-scenes": Text(
        "each of line.scene_caps must name a scene once, with a cap a day no higher than its cap a month, or allowed = "
        "false and no cap",
        "line.scene_caps 每个场景只能列出一次, 且每日限额不得高于每月限额, 或设 allowed = false 而不设限额",
    ),
    "scenes": Text(
        "each of scene_caps must name a scene once, with a cap a day no higher than its cap a month, or allowed = "
        "false and no cap",
        "scene_caps 每个场景只能列出一次, 且每日限额不得高于每月限额, 或设 allowed = false 而不设限额",
    ),
    "line-orders": Text(
        "line orders must name late_charge, fee, interest and principal once each",
        "line 的抵扣顺序须各列出 late_charge、fee、interest、principal 一次",
    ),
}
