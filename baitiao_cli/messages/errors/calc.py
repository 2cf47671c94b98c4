"""Errors of the arithmetic: text that is not a figure, terms that do not fit together."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

CALC_ERRORS: dict[str, ErrorText] = {
    "amount-malformed": ErrorText(
        2,
        Text("'{text}' is not an amount in yuan.", "“{text}”不是以元为单位的金额。"),
        Text(
            "Write digits with at most two decimals, without a sign: 1234.50",
            "请输入数字, 最多两位小数, 不带正负号, 例如 1234.50",
        ),
    ),
    "amount-not-positive": ErrorText(
        2,
        Text("'{text}' is not more than zero.", "“{text}”不大于零。"),
        Text("Give at least 0.01; the command says which way the money goes.", "金额至少为 0.01, 方向由命令决定。"),
    ),
    "amount-too-large": ErrorText(
        2,
        Text(
            "'{text}' is more than {most_fen}, the largest amount that is kept exactly.",
            "“{text}”超过可精确保存的最大金额 {most_fen}。",
        ),
        Text("Check the digits.", "请检查位数。"),
    ),
    "amount-not-whole-fen": ErrorText(
        2,
        Text("{text} is not a whole number of fen.", "{text} 不是整数分。"),
        Text(
            "Amounts ending in _fen are whole JSON numbers: 123450 is 1,234.50 yuan.",
            "以 _fen 结尾的金额必须是 JSON 整数: 123450 表示 1,234.50 元。",
        ),
    ),
    "rounding-unknown": ErrorText(
        2,
        Text("There is no rounding '{text}'.", "没有名为“{text}”的舍入方式。"),
        Text("Use half-up or half-even.", "请使用 half-up (四舍五入) 或 half-even (四舍六入五成双)。"),
    ),
    "rate-malformed": ErrorText(
        2,
        Text("'{text}' is not a rate.", "“{text}”不是利率。"),
        Text(
            "Write per cent, with a unit if needed: 12%, 0.05%/day, 万分之五",
            "请写百分数, 需要时加单位, 例如 12%, 0.05%/day, 万分之五",
        ),
    ),
    "rate-too-fine": ErrorText(
        2,
        Text("'{text}' has more decimals than a rate keeps exactly.", "“{text}”的小数位数超过利率可精确保存的位数。"),
        Text("Use at most 7 decimals of a per cent: 0.0000001%", "百分数最多七位小数: 0.0000001%"),
    ),
    "rate-too-large": ErrorText(
        2,
        Text("'{text}' is more than 10,000%.", "“{text}”超过 10000%。"),
        Text("A bare number is per cent: 12 means 12%.", "不带符号的数字即为百分数: 12 表示 12%。"),
    ),
    "date-malformed": ErrorText(
        2,
        Text("'{text}' is not a date.", "“{text}”不是日期。"),
        Text("Write year-month-day: 2026-11-21", "请按年-月-日书写, 例如 2026-11-21"),
    ),
    "date-out-of-range": ErrorText(
        2,
        Text("Counting from {from_on} leaves the years 1 to 9999.", "从 {from_on} 起算超出公元 1 至 9999 年。"),
        Text("Check the dates and the number of installments.", "请检查日期和期数。"),
    ),
    "unit-unknown": ErrorText(
        2,
        Text("There is no unit '{text}' of a period.", "没有名为“{text}”的周期单位。"),
        Text("Use --unit months, weeks or days.", "请使用 --unit months (月), weeks (周) 或 days (日)。"),
    ),
    "every-out-of-range": ErrorText(
        2,
        Text("A period of {count} units has no length.", "周期长度不能为 {count}。"),
        Text("Use --every 1 or more.", "--every 至少为 1。"),
    ),
    "first-due-not-after-start": ErrorText(
        2,
        Text(
            "The first due date {first_due_on} is not after the start {start_on}.",
            "首个还款日 {first_due_on} 不晚于起始日 {start_on}。",
        ),
        Text("Give a first due date at least one day after the start.", "首个还款日至少比起始日晚一天。"),
    ),
    "bill-day-out-of-range": ErrorText(
        2,
        Text("{bill_day} cannot be a bill day.", "{bill_day} 不能作为账单日。"),
        Text("Choose a day from 1 to {most}, which every month has.", "请选择每个月都有的 1 至 {most} 日。"),
    ),
    "due-days-out-of-range": ErrorText(
        2,
        Text("A bill cannot be due {count} days after its date.", "还款日不能在账单日后 {count} 天。"),
        Text("Give zero or more days.", "天数不能为负。"),
    ),
    "day-count-unknown": ErrorText(
        2,
        Text("There is no day count '{text}'.", "没有名为“{text}”的计息基准。"),
        Text(
            "Use actual/365, actual/360, 30/360 or actual/actual.",
            "请使用 actual/365, actual/360, 30/360 或 actual/actual。",
        ),
    ),
    "method-unknown": ErrorText(
        2,
        Text("There is no schedule method '{text}'.", "没有名为“{text}”的还款方式。"),
        Text("Use one of: {known}", "请使用以下之一: {known}"),
    ),
    "installments-out-of-range": ErrorText(
        2,
        Text("{count} is not a number of installments.", "期数不能为 {count}。"),
        Text("Give from 1 to {most} installments.", "期数应为 1 至 {most}。"),
    ),
    "installments-not-one": ErrorText(
        2,
        Text(
            "The method {method} has one due date, not {count}.", "还款方式 {method} 只有一个还款日, 不是 {count} 个。"
        ),
        Text("Use --installments 1, or another method.", "请使用 --installments 1, 或换一种还款方式。"),
    ),
    "rate-missing": ErrorText(
        2,
        Text("The method {method} needs an interest rate.", "还款方式 {method} 需要利率。"),
        Text(
            "Give --annual-rate or --daily-rate; 0 is a rate too.", "请给出 --annual-rate 或 --daily-rate, 也可以为 0。"
        ),
    ),
    "fee-missing": ErrorText(
        2,
        Text("The method {method} needs a fee rate per period.", "还款方式 {method} 需要每期费率。"),
        Text("Give --fee, for example --fee 0.6%; 0 is a rate too.", "请给出 --fee, 例如 --fee 0.6%, 也可以为 0。"),
    ),
    "fee-not-per-period": ErrorText(
        2,
        Text("A fee of {text} is not per period.", "费率 {text} 不是按期计算。"),
        Text("Write the fee per period: 0.6%/period", "请按期书写费率: 0.6%/period"),
    ),
    "option-does-not-fit": ErrorText(
        2,
        Text("The method {method} has no use for {option}.", "还款方式 {method} 不适用 {option}。"),
        Text("Leave {option} out, or choose another method.", "请去掉 {option}, 或换一种还款方式。"),
    ),
    "whole-period-not-yearly": ErrorText(
        2,
        Text(
            "Whole periods are counted at a rate per year or month; {text} has periods or days of its own.",
            "整期计息适用于年利率或月利率, 不适用于 {text}。",
        ),
        Text("Leave out the whole periods, or quote the rate per year.", "请去掉整期计息, 或改用年利率。"),
    ),
    "evening-with-multiple": ErrorText(
        2,
        Text(
            "Evening moves payments by a fen or two, so it does nothing for payments in multiples.",
            "尾差调整以分为单位, 对按整数倍取整的还款额不起作用。",
        ),
        Text("Leave out one of the two.", "请去掉其中一项。"),
    ),
    "free-days-too-many": ErrorText(
        2,
        Text(
            "A deferral has {most} free days at most, not {count}.", "延期付款最多免息 {most} 天, 不能为 {count} 天。"
        ),
        Text("Give fewer free days.", "请减少免息天数。"),
    ),
    "option-negative": ErrorText(
        2,
        Text("{option} cannot be {count}.", "{option} 不能为 {count}。"),
        Text("Give zero or more.", "请给出零或正数。"),
    ),
    "free-periods-too-many": ErrorText(
        2,
        Text(
            "{free_count} interest-free periods are more than {count} installments.",
            "免息期数 {free_count} 多于总期数 {count}。",
        ),
        Text("Make at most every installment free.", "免息期数不能超过总期数。"),
    ),
    "installment-too-small": ErrorText(
        4,
        Text(
            "{amount_fen} is too small for {count} installments: number {number} would repay {principal_fen} of it.",
            "{amount_fen} 不足以分 {count} 期: 第 {number} 期的本金为 {principal_fen}。",
        ),
        Text("Choose fewer installments or a larger amount.", "请减少期数或增大金额。"),
    ),
    "installment-below-interest": ErrorText(
        4,
        Text(
            "An installment of {payment_fen} does not cover interest of {interest_fen} in number {number}.",
            "每期 {payment_fen} 不足以支付第 {number} 期的利息 {interest_fen}。",
        ),
        Text(
            "Choose a shorter first period, fewer installments or another method.",
            "请缩短首期, 减少期数或换一种还款方式。",
        ),
    ),
    "installment-empty": ErrorText(
        4,
        Text(
            "Number {number} of {count} installments on {amount_fen} would be 0.00.",
            "{amount_fen} 分 {count} 期时第 {number} 期应还为 0.00。",
        ),
        Text("Choose fewer installments, longer periods or a larger amount.", "请减少期数, 加长周期或增大金额。"),
    ),
    "bullet-too-long": ErrorText(
        4,
        Text(
            "Principal repaid at the end may be out for 12 months, to {last_on}, not to {due_on}.",
            "到期还本的期限最长 12 个月, 即至 {last_on}, 不能到 {due_on}。",
        ),
        Text(
            "Choose fewer installments, or a method that repays principal on the way.",
            "请减少期数, 或选择分期还本的方式。",
        ),
    ),
    "defer-too-long": ErrorText(
        4,
        Text("A payment may be deferred by {most} days, not {count}.", "最多可延期付款 {most} 天, 不能为 {count} 天。"),
        Text(
            "Choose an earlier due date: --every {most} --unit days", "请选择更早的还款日: --every {most} --unit days"
        ),
    ),
    "down-payment-too-large": ErrorText(
        4,
        Text(
            "A down payment of {down_payment_fen} leaves nothing of {amount_fen} to finance.",
            "首付 {down_payment_fen} 后 {amount_fen} 已无需分期。",
        ),
        Text("Give a down payment below the amount.", "首付应低于总金额。"),
    ),
    "trade-in-too-large": ErrorText(
        4,
        Text(
            "A trade-in of {trade_in_fen} leaves nothing of {amount_fen} to finance.",
            "以旧换新抵扣 {trade_in_fen} 后 {amount_fen} 已无需分期。",
        ),
        Text("Give a trade-in value below the amount.", "抵扣金额应低于总金额。"),
    ),
    "down-payment-too-small": ErrorText(
        2,
        Text("A down payment of {text} on {amount_fen} comes to 0.00.", "{amount_fen} 的首付 {text} 为 0.00。"),
        Text("Leave the down payment out, or give a larger one.", "请去掉首付或给出更大的首付。"),
    ),
}
