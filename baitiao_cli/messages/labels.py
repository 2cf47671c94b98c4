"""Labels: the words of tables by the key of what they name, and the words for codes, in English and Chinese."""

from __future__ import annotations

from baitiao_cli.messages import Text

# A key that ends in _fen is shown with the unit behind its label: Amount (yuan), 金额(元).
LABELS: dict[str, Text] = {
    # what a schedule shows
    "number": Text("No.", "期次"),
    "due_on": Text("Due date", "到期还款日"),
    "principal_fen": Text("Principal", "本金"),
    "interest_fen": Text("Interest", "利息"),
    "fee_fen": Text("Fee", "费用"),
    "total_fen": Text("To pay", "应还"),
    "balance_fen": Text("Principal left", "剩余本金"),
    "start_on": Text("Start", "起始日"),
    "amount_fen": Text("Amount", "金额"),
    # what a purchase costs
    "item": Text("Item", "项目"),
    "cost_fen": Text("Cost", "费用合计"),
    "simple_pct": Text("Annual rate, simple", "年化利率(单利)"),
    "compound_pct": Text("Annual rate, compound", "年化利率(复利)"),
    # products and their terms
    "product_id": Text("Product", "产品"),
    "version": Text("Version", "版本"),
    "name": Text("Name", "名称"),
    "about": Text("About", "说明"),
    "method": Text("Repayment", "还款方式"),
    "installments": Text("Installments", "期数"),
    "tier": Text("Tier", "定价档"),
    "rate": Text("Price", "价格"),
    "free_days": Text("Free days", "免息天数"),
    "due_by": Text("Due dates", "还款日"),
    "payoff": Text("Early payoff", "提前结清"),
    "surplus": Text("Overpayment", "溢缴款"),
    "day_count": Text("Day count", "计息基准"),
    "rounding": Text("Rounding", "舍入"),
    "minimum_amount_fen": Text("Smallest amount", "最低金额"),
    "maximum_amount_fen": Text("Largest amount", "最高金额"),
    "late_rate": Text("Lateness costs", "逾期费率"),
    "grace_days": Text("Late grace days", "容时天数"),
    "annual_cap_pct": Text("Annual rate at most", "年化利率上限"),
    "due_days": Text("Bill due after (days)", "账单日后还款天数"),
    "minimum_share_pct": Text("Minimum payment", "最低还款比例"),
    "carried_floor_fen": Text("Carried in full below", "全额计入最低还款的界限"),
    "carried_rate": Text("Carried balance costs", "循环利率"),
    "line_late_rate": Text("Minimum missed costs", "未还最低还款额费率"),
}

# The words for codes, by the key of the column; JSON and CSV keep the codes.
WORDS: dict[str, dict[object, Text]] = {
    "number": {0: Text("down", "首付")},
    "method": {
        "fee-per-period": Text("equal principal and fee", "等本等费"),
        "equal-payment": Text("equal payments", "等额本息"),
        "equal-principal": Text("equal principal", "等额本金"),
        "interest-only": Text("interest first, principal last", "先息后本"),
        "flat": Text("interest on the original principal", "按原本金计息"),
        "single": Text("one payment, no interest", "先享后付"),
        "defer": Text("one deferred payment", "延期付款"),
        "daily": Text("any day, daily interest", "随借随还"),
    },
    "due_by": {
        "bill": Text("with the bills", "随账单"),
        "anniversary": Text("on the day of the month of the purchase", "按消费日对应日"),
    },
    "payoff": {
        "all-fees": Text("all fees are due", "收取全部费用"),
        "next-period": Text("fees to the end of the next period are due", "收取已出账及下一期费用"),
        "waive-rest": Text("unbilled fees are waived", "免收未出账费用"),
        "accrued-days": Text("interest for the actual days", "按实际天数计息"),
    },
    "surplus": {
        "credit-balance": Text("kept as credit for what falls due next", "留存, 抵扣下期应还"),
        "next-installment": Text("pays the next installments ahead", "提前偿还后续各期"),
    },
    "rounding": {
        "half-up": Text("half-up", "四舍五入"),
        "half-even": Text("half-even", "四舍六入五成双"),
    },
    "per": {
        "day": Text("day", "日"),
        "period": Text("period", "期"),
        "month": Text("month", "月"),
        "year": Text("year", "年"),
    },
}

TOTAL = Text("Total", "合计")
YUAN = Text("yuan", "元")
MONEY_LABEL = Text("{label} (yuan)", "{label}(元)")
FIELD = Text("{label}: ", "{label}: ")
YES = Text("yes", "是")
NO = Text("no", "否")
ERROR = Text("Error", "错误")
HINT = Text("Hint", "提示")
DID_YOU_MEAN = Text("Did you mean {names}? ", "您是否想用 {names}? ")
NOTHING = Text("", "")

# quote
SCHEDULE_TITLE = Text("Schedule of {amount} yuan from {start_on}", "{amount} 元还款计划表, 起始日 {start_on}")
COST_TITLE = Text("What it costs", "综合融资成本")
ALL_INTEREST = Text("Interest", "利息")
ALL_FEES = Text("Fees", "费用")
ALL_COSTS = Text("All costs", "成本合计")
NO_OTHER_FEES = Text("There are no other fees.", "除此之外无其他费用。")
LATENESS = Text("Paying late: {late_rate}, on what is overdue.", "逾期: {late_rate}, 以逾期金额计。")
LATENESS_OF_PLAN = Text("Paying late: {late_rate}, on all that is left.", "逾期: {late_rate}, 以全部未还金额计。")
ABOVE_CAP = Text(
    "The simple annual rate of {simple}% is above the cap of {cap}%: no plan may be made at this price.",
    "年化利率(单利) {simple}% 超过上限 {cap}%, 不得以此价格办理分期。",
)

# products
CATALOGUE_TITLE = Text("Products", "产品目录")
TIERS_TITLE = Text("Price by tier", "各档价格")
LINE_TITLE = Text("Bills", "账单条款")
SAMPLE_NOTE = Text("Samples, not an offer.", "示例产品, 不构成要约。")
RATE = Text("{percent}% a {per}", "{percent}%/{per}")
RATE_RANGE = Text("{least}% to {most}% a {per}", "{least}%–{most}%/{per}")
LATE_BESIDES = Text("{rate} besides the usual price", "在原价格之外另计 {rate}")
LATE_INSTEAD = Text("{rate} instead of the usual interest", "改按 {rate} 计, 不再计原利息")
FREE_UNTIL_DUE = Text("free until due, then {rate}", "到期前免息, 之后 {rate}")
NO_PRICE = Text("free", "免费")
