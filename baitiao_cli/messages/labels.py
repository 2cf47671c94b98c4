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
    # an account and its plans
    "account_id": Text("Account", "账户"),
    "plan_id": Text("Plan", "分期"),
    "event_id": Text("Event", "事件"),
    "reversed_event_id": Text("Reversed event", "被冲正事件"),
    "person_id": Text("Person", "客户"),
    "phone": Text("Phone", "电话"),
    "status": Text("Status", "状态"),
    "effective_on": Text("Counts from", "生效日"),
    "opened_on": Text("Opened", "开户日"),
    "closed_on": Text("Closed", "销户日"),
    "started_on": Text("Bought", "消费日"),
    "settled_on": Text("Settled", "结清日"),
    "merchant": Text("Merchant", "商户"),
    "order_id": Text("Order", "订单号"),
    "bill_day": Text("Bill day", "账单日"),
    "limit_fen": Text("Limit", "信用额度"),
    "used_fen": Text("Used", "已用额度"),
    "available_fen": Text("Available", "可用额度"),
    "owed_fen": Text("Owed in all", "欠款总额"),
    "due_fen": Text("Billed, unpaid", "已出账未还"),
    "overdue_fen": Text("Overdue", "逾期金额"),
    "credit_fen": Text("Credit balance", "溢缴款"),
    "days_past_due": Text("Days past due", "逾期天数"),
    "next_due_on": Text("Next due", "下一还款日"),
    "next_due_fen": Text("Falls due then", "该日应还"),
    "next_bill_on": Text("Next bill", "下一账单日"),
    "paid_of": Text("Paid", "已还期数"),
    "first_unpaid_on": Text("First unpaid due", "最早未还到期日"),
    "latest_bill": Text("Latest bill", "最近账单"),
    "down_payment_fen": Text("Down payment", "首付"),
    "late_charge_fen": Text("Late charge", "违约金"),
    "paid_fen": Text("Paid", "已还"),
    "outstanding_fen": Text("Left", "未还"),
    "remark": Text("Remark", "备注"),
    "paid_for": Text("Paid for", "冲抵对象"),
    "owed_for": Text("Owed for", "欠款项目"),
    "figure": Text("Figure", "项目"),
    "before_fen": Text("Before", "此前"),
    "after_fen": Text("After", "此后"),
    # a bill
    "on": Text("Date", "日期"),
    "movement": Text("Movement", "摘要"),
    "covers": Text("Covers", "账单周期"),
    "of": Text("Installment", "期次"),
    "billed_on": Text("Billed", "出账日"),
    "amount_due_fen": Text("Amount due", "本期应还"),
    "minimum_due_fen": Text("Minimum due", "最低还款额"),
    "installments_fen": Text("Installments", "分期应还"),
    "new_purchases_fen": Text("New purchases", "本期消费"),
    "carried_fen": Text("Carried balance", "循环余额"),
    "charges_fen": Text("Interest and charges", "利息与违约金"),
    "opening_fen": Text("Balance before", "上期余额"),
    "closing_fen": Text("Balance after", "期末余额"),
    "purchases_fen": Text("Purchase", "消费"),
    "fees_fen": Text("Fee", "费用"),
    "late_charges_fen": Text("Late charge", "违约金"),
    "repayments_fen": Text("Repayment", "还款"),
    "payouts_fen": Text("Payout of credit", "溢缴款退还"),
    "other_fen": Text("Other", "其他"),
    "adjustment_fen": Text("Adjustment of earlier bills", "往期调整"),
    # the ledger
    "path": Text("File", "文件"),
    "head": Text("Head hash", "链头哈希"),
    "line": Text("Line", "行"),
    "verb": Text("Verb", "操作"),
    "code": Text("Code", "代码"),
    "where": Text("Where", "位置"),
    "message": Text("Finding", "问题"),
    "hint": Text("Hint", "提示"),
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
    "free_periods": Text("Free periods", "免息期数"),
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
    "carried_floor_fen": Text("A smaller carried balance is due in full", "循环余额低于此数须全额还款"),
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
        "anniversary": Text("on its own dates, counted from the purchase", "自消费日起按期计算"),
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
    "status": {
        "open": Text("open", "正常"),
        "closed": Text("closed", "已销户"),
        "planned": Text("planned", "未出账"),
        "due": Text("due", "待还"),
        "carried": Text("carried", "循环中"),
        "overdue": Text("overdue", "逾期"),
        "paid": Text("paid", "已还"),
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
YES = Text("yes", "是")
NO = Text("no", "否")
IS_EMPTY = Text("nothing in it", "内容为空")
ERROR = Text("Error", "错误")
LINE = Text("line {line}: ", "第 {line} 行: ")
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

# an account and its plans
ACCOUNT_TITLE = Text("Account on {as_of}", "账户, 截至 {as_of}")
ACCOUNT_AFTER = Text("The account now", "账户现状")
CUSTOMER = Text("Customer", "客户")
NO_ACCOUNTS = Text(
    "There are no accounts yet. To open one: {command}",
    "尚无账户。开户: {command}",
)
NO_SUCH_ACCOUNTS = Text("No account is like that.", "没有符合条件的账户。")
BILL_WORDS = Text(
    "no. {number}: {amount} yuan, at least {minimum}, due {due_on}",
    "第 {number} 期: 应还 {amount} 元, 最低 {minimum} 元, {due_on} 到期",
)
CHANGED_TITLE = Text("What changed on {account_id}", "账户 {account_id} 的变化")
OPEN_PLANS = Text("Open plans", "未结清分期")
SETTLED_PLANS = Text("{count} settled plans are not shown.", "另有 {count} 笔已结清分期未列出。")
AVAILABLE_AFTER = Text("{available} yuan of the limit is available now.", "当前可用额度 {available} 元。")
NEXT_STEP = Text("Next: {command}", "下一步: {command}")
PAYMENT_TITLE = Text(
    "{amount} yuan paid on {account_id}, counted from {on} ({event_id})",
    "{account_id} 还款 {amount} 元, 生效日 {on} ({event_id})",
)
KEPT_AS_CREDIT = Text("kept as credit", "转为溢缴款")
LINE_CHARGES = Text("charges of the line", "账户利息与违约金")
CREDIT_USED = Text("less credit balance", "减: 溢缴款")
PAYOFF_TITLE = Text("Payoff of {account_id} on {on}", "{account_id} 在 {on} 的结清试算")
FEES_WAIVED = Text("{waived} yuan of later fees fall away.", "可免后续费用 {waived} 元。")
FEES_CAPPED = Text(
    "{capped} yuan of them because the cost of the days used may not pass the annual cap.",
    "其中 {capped} 元因实际使用天数的年化成本不得超过上限而免收。",
)
TO_PAY_IT = Text("To settle: {command}", "结清: {command}")
TO_PAY_IT_THEN = Text("To settle on that day: {command}", "届时结清: {command}")
NOTHING_OWED = Text("Nothing is owed.", "没有欠款。")
FROM_CREDIT = Text("from the credit balance", "溢缴款抵扣")
BILL_DATES = Text(
    "On an account the due dates follow its bills; --account quotes them.",
    "实际还款日随账户账单日而定, 可用 --account 试算。",
)
NOTHING_KEPT = Text("Dry run: nothing was kept.", "演示运行: 未保存任何结果。")
TERMS_TITLE = Text("Terms", "条款")

HISTORY_TITLE = Text("History of {account_id} up to {as_of}", "账户 {account_id} 的历史, 截至 {as_of}")
BALANCE = Text("Balance", "余额")
REVERSED_BY = Text("reversed by {event_id}", "已被 {event_id} 冲正")
REVERSES = Text("reverses {event_id}", "冲正 {event_id}")
HAPPENINGS: dict[str, Text] = {
    "account-opened": Text("Opened", "开户"),
    "purchase-made": Text("Purchase", "消费"),
    "repayment-received": Text("Repayment", "还款"),
    "payoff-received": Text("Payoff", "提前结清"),
    "credit-paid-out": Text("Payout of credit", "溢缴款退还"),
    "event-reversed": Text("Reversal", "冲正"),
    "bill-issued": Text("Bill issued", "出账"),
    "account-closed": Text("Closed", "销户"),
    "bill": Text("Charges of the bill", "费用、利息、违约金"),
    "due": Text("Interest due", "到期利息"),
}

# a bill
BILL_TITLE = Text("Bill no. {number} of {billed_on}", "第 {number} 期账单, 出账日 {billed_on}")
COVERS = Text("{from_on} to {last_on}", "{from_on} 至 {last_on}")
MOVEMENTS_TITLE = Text("How it came about", "账单明细")
INSTALLMENTS_TITLE = Text("Installments in this bill", "本期分期应还")
NOT_ISSUED = Text("This bill has not been issued yet. To issue it: {command}", "本账单尚未出账。出账: {command}")

# the ledger
ACCRUING = Text("Accounts brought up to date", "账户逐日处理")
NOT_SETTLED = Text("Accounts that could not be settled", "未能处理的账户")
BILLS_ISSUED = Text("Bills issued", "新出账单")
ACCRUED = Text("Brought to {through}; accounts: {account_count}.", "已处理至 {through}, 共 {account_count} 个账户。")
NOTHING_TO_ACCRUE = Text("Nothing to do up to {through}.", "截至 {through} 无需处理。")
BATCH_DONE = Text("Done; lines: {count}.", "已完成, 共 {count} 行。")
CHECK_PASSED = Text("All is well.", "账本完好。")
HEAD_IS = Text("Head {head}", "链头 {head}")
CHECK_FAILED = Text("{count} findings: do not write to this ledger.", "发现 {count} 处问题, 请勿再写入此账本。")
NOT_JSON = Text("not JSON at character {column}", "第 {column} 个字符处不是 JSON")
NOT_TEXTS = Text("not one object of texts and numbers", "不是只含文字和数字的单个对象")
KEY_TWICE = Text("'{key}' stands twice", "“{key}”重复出现")
NOT_CSV = Text("a quote is not closed or stands in a wrong place", "引号未闭合或位置有误")
CELLS = Text("{count} cells under a header of {expected}", "有 {count} 个单元格, 而表头有 {expected} 个")
NO_VERB_COLUMN = Text("the header has no column 'verb'", "表头缺少 verb 列")

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

# demo
CHAPTER = Text("{day}  {caption}", "{day}  {caption}")
