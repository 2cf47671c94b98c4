"""The error catalogue: code -> exit status, one sentence with the figures, and a hint with the next command."""

from __future__ import annotations

from typing import NamedTuple

from baitiao_cli.messages import Text

# Exit statuses are named in `errors.py`; here they stand as numbers so that the catalogue needs nothing above it.


class ErrorText(NamedTuple):
    """How one error is told: `{name}` is filled from the error's details, `{name_fen}` as yuan."""

    status: int
    message: Text
    hint: Text


ERRORS: dict[str, ErrorText] = {
    # calc: text that is not a figure, terms that do not fit together
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
    "whole-period-daily": ErrorText(
        2,
        Text(
            "A rate per day counts nights, so whole periods cannot be counted instead.",
            "日利率按天计息, 不能改按整期计息。",
        ),
        Text("Leave out the whole periods, or quote the rate per year.", "请去掉整期计息, 或改用年利率。"),
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
            "{amount_fen} is too small for {count} installments: number {number} would repay {principal_fen} of principal.",
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
    "down-payment-too-small": ErrorText(
        2,
        Text("A down payment of {text} on {amount_fen} comes to 0.00.", "{amount_fen} 的首付 {text} 为 0.00。"),
        Text("Leave the down payment out, or give a larger one.", "请去掉首付或给出更大的首付。"),
    ),
    # account: refused by a rule of credit
    "account-closed": ErrorText(
        4,
        Text("Account {account_id} was closed on {closed_on}.", "账户 {account_id} 已于 {closed_on} 销户。"),
        Text("See its history: baitiao show {account_id}", "查看账户: baitiao show {account_id}"),
    ),
    "account-not-open-yet": ErrorText(
        4,
        Text("The account was not open on {on}.", "账户在 {on} 尚未开立。"),
        Text("Name a day from the opening on.", "请指定开户日或之后的日期。"),
    ),
    "limit-exceeded": ErrorText(
        4,
        Text(
            "The purchase needs {amount_fen}, but only {available_fen} of the limit of {limit_fen} is available "
            "({used_fen} is used).",
            "本次消费需占用 {amount_fen}, 可用额度仅 {available_fen} (总额度 {limit_fen}, 已用 {used_fen})。",
        ),
        Text("Charge less, or repay first.", "请减少金额, 或先还款。"),
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
        Text("Nothing is owed on {account_id} (plan {plan_id}).", "账户 {account_id} (分期 {plan_id}) 没有欠款。"),
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
            "Event {event_id} is an opening or a bill, which stays as it is.",
            "事件 {event_id} 是开户或已出账单, 不可冲正。",
        ),
        Text("Reverse what is wrong in it: a purchase or a repayment.", "请冲正其中有误的消费或还款。"),
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
        Text("Give a limit in that range: --limit 20000", "请给出范围内的额度: --limit 20000"),
    ),
    "bill-day-out-of-range": ErrorText(
        4,
        Text("{bill_day} is not a bill day from 1 to 28.", "账单日 {bill_day} 不在 1 至 28 之间。"),
        Text("Every month has such a day: --bill-day 3", "每月都有的日期才可作账单日: --bill-day 3"),
    ),
    "close-blocked-owed": ErrorText(
        4,
        Text("Account {account_id} still owes {amount_fen}.", "账户 {account_id} 尚欠 {amount_fen}。"),
        Text("Settle it first: {cure}", "请先结清: {cure}"),
    ),
    "close-blocked-credit-balance": ErrorText(
        4,
        Text(
            "Account {account_id} still has a credit balance of {amount_fen}.",
            "账户 {account_id} 尚有溢缴款 {amount_fen}。",
        ),
        Text(
            "The balance must be used or reversed first; see where it came from: baitiao show {account_id}",
            "请先用完或冲正该溢缴款; 查看账户: baitiao show {account_id}",
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
    # ledger: the file
    # actions: things that are not there
    "plan-unknown": ErrorText(
        3,
        Text("Account {account_id} has no plan {plan_id}.", "账户 {account_id} 没有分期 {plan_id}。"),
        Text("Its plans: {plans}", "该账户的分期: {plans}"),
    ),
    "product-unknown": ErrorText(
        3,
        Text("There is no product '{product_id}'.", "没有产品“{product_id}”。"),
        Text("Products: {offered}", "可选产品: {offered}"),
    ),
    "product-file-invalid": ErrorText(
        2,
        Text("The product file {file} is not valid: {problem}", "产品文件 {file} 无效: {problem}"),
        Text("Correct the file; the shipped ones are examples.", "请更正文件; 随附的产品文件可作参考。"),
    ),
    "account-unknown": ErrorText(
        3,
        Text("There is no account {account_id} in this ledger.", "账本中没有账户 {account_id}。"),
        Text("See the accounts: baitiao list", "查看账户: baitiao list"),
    ),
    # cli: the command line
    "command-unknown": ErrorText(
        2,
        Text("There is no command '{command}'.", "没有命令“{command}”。"),
        Text("{nearest}See the commands: baitiao --help", "{nearest}查看命令: baitiao --help"),
    ),
    "option-unknown": ErrorText(
        2,
        Text("{command} has no option '{option}'.", "{command} 没有选项“{option}”。"),
        Text("{nearest}See the options: {command} --help", "{nearest}查看选项: {command} --help"),
    ),
    "option-before-command": ErrorText(
        2,
        Text("The option '{option}' stands before a command.", "选项“{option}”写在了命令之前。"),
        Text(
            "Options come after the command: baitiao products {option}",
            "选项应写在命令之后: baitiao products {option}",
        ),
    ),
    "option-missing": ErrorText(
        2,
        Text("{command} needs the option {option}.", "{command} 需要选项 {option}。"),
        Text("See what it takes: {command} --help", "查看用法: {command} --help"),
    ),
    "option-value-missing": ErrorText(
        2,
        Text("The option {option} needs a value behind it.", "选项 {option} 之后需要一个值。"),
        Text("See what it takes: {command} --help", "查看用法: {command} --help"),
    ),
    "option-takes-no-value": ErrorText(
        2,
        Text("The option {option} takes no value.", "选项 {option} 不带值。"),
        Text("Write {option} alone.", "请只写 {option}。"),
    ),
    "options-exclusive": ErrorText(
        2,
        Text("{options} cannot be used together.", "{options} 不能同时使用。"),
        Text("Choose one of them.", "请只选其一。"),
    ),
    "option-needs": ErrorText(
        2,
        Text("{option} means nothing without {needed}.", "没有 {needed} 时 {option} 无意义。"),
        Text("Add {needed}, or leave {option} out.", "请加上 {needed}, 或去掉 {option}。"),
    ),
    "argument-missing": ErrorText(
        2,
        Text("{command} needs {name}.", "{command} 缺少 {name}。"),
        Text("See what it takes: {command} --help", "查看用法: {command} --help"),
    ),
    "argument-unexpected": ErrorText(
        2,
        Text("'{text}' is one argument too many for {command}.", "“{text}”是 {command} 多余的参数。"),
        Text(
            "Put a text with spaces in quotes; see what it takes: {command} --help",
            "含空格的文字请加引号; 查看用法: {command} --help",
        ),
    ),
    "choice-unknown": ErrorText(
        2,
        Text("'{text}' is not one of: {offered}.", "“{text}”不在可选值中: {offered}。"),
        Text("Use one of: {offered}", "请使用以下之一: {offered}"),
    ),
    "number-malformed": ErrorText(
        2,
        Text("'{text}' is not a whole number.", "“{text}”不是整数。"),
        Text("Write at most nine digits, such as 12.", "请输入不超过九位的数字, 例如 12。"),
    ),
    "text-unprintable": ErrorText(
        2,
        Text(
            "'{text}' is empty or has control characters, which cannot be kept.",
            "“{text}”为空或含有控制字符, 无法保存。",
        ),
        Text("Type the text again without them.", "请去掉这些字符后重新输入。"),
    ),
    "usage": ErrorText(
        2,
        Text("The command line cannot be read: {problem}", "无法识别命令行: {problem}"),
        Text("See what it takes: {command} --help", "查看用法: {command} --help"),
    ),
    "confirmation-needed": ErrorText(
        2,
        Text(
            "{command} asks before it acts, and there is no terminal to ask on.",
            "{command} 执行前需要确认, 但当前没有可交互的终端。",
        ),
        Text(
            "Add --yes to confirm, or --dry-run to see what would happen.",
            "加 --yes 表示确认, 或用 --dry-run 预览结果。",
        ),
    ),
    "cancelled": ErrorText(
        7,
        Text("Cancelled.", "已取消。"),
        Text(
            "A command is recorded whole or not at all; repeat it with the same --request-id to be sure.",
            "命令要么完整入账, 要么不入账; 可用相同的 --request-id 重复执行以确认。",
        ),
    ),
    "output-failed": ErrorText(
        5,
        Text(
            "The command is done, but its answer could not be written: {reason}.",
            "命令已执行, 但结果无法输出: {reason}。",
        ),
        Text(
            "Make room where the output goes; repeat a write only with the same --request-id.",
            "请检查输出位置的空间; 重复写入类命令时请使用相同的 --request-id。",
        ),
    ),
    "bug": ErrorText(
        1,
        Text("An unexpected failure; its details are in {log}", "程序意外出错, 详情见 {log}"),
        Text(
            "Report it with that file, after reading it: it may hold personal data.",
            "请附上该文件报告问题; 文件可能含有个人信息, 请先查看。",
        ),
    ),
    "bug-unlogged": ErrorText(
        1,
        Text(
            "An unexpected failure ({kind}), and no log file could be written.",
            "程序意外出错 ({kind}), 且无法写入日志文件。",
        ),
        Text("Report it with the command that you ran.", "请附上所执行的命令报告问题。"),
    ),
}
