"""The words for codes: what stands in a column, and what happens to an account, in English and Chinese."""

from __future__ import annotations

from baitiao_cli.messages import Text, books

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
    "product_id": {"own-terms": Text("terms of its own", "自定条款")},
    "above_cap": {"refuse": Text("is refused", "拒绝办理"), "flag": Text("is made and flagged", "办理并标记")},
    "annual_caps": {
        "total-cost": Text("total cost (24% since 2025-10-01)", "综合融资成本 (2025-10-01 起 24%)"),
        "four-lpr": Text("four times the one-year LPR", "一年期 LPR 的四倍"),
    },
    "late_item": {
        "late-besides": Text("late charge", "违约金"),
        "late-instead": Text("late rate instead of the usual", "逾期利率(取代原利率)"),
        "carried": Text("carried past the due date", "循环利息"),
        "minimum-missed": Text("minimum missed, besides", "未还最低还款额违约金"),
    },
    "base": {
        "overdue": Text("what is overdue", "逾期金额"),
        "plan": Text("all that is left", "全部未还金额"),
        "carried": Text("what is carried", "循环余额"),
    },
    "convention": {
        "us-reg-z": Text(
            "US Regulation Z: unit periods a year x the rate of a unit period, a part f of one at simple interest",
            "美国 Z 条例: 年单位期数 x 单位期利率, 不足一期的零头 f 按单利",
        ),
        "eu-aprc": Text("EU APRC (2008/48/EC): effective rate a year", "欧盟 APRC (2008/48/EC): 实际年利率(复利)"),
        "simple-12": Text("12 x the rate of a month", "单利: 12 x 月利率"),
        "per-period": Text("the rate of one period, not brought to a year", "每期利率, 未折算为年利率"),
        "xirr-365": Text("XIRR: effective rate a year, days / 365", "XIRR: 实际年利率(复利), 天数 / 365"),
    },
    "flow": {"advance": Text("advance", "放款"), "payment": Text("payment", "还款")},
    "unit": {"months": Text("months", "个月"), "weeks": Text("weeks", "周"), "days": Text("days", "天")},
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
    "refund_fees": {
        "stay": Text("what was asked for stays", "已计收的不退"),
        "return": Text("returned in proportion", "按比例退还"),
    },
    "effect": {
        "none": Text("without", "不提前还"),
        "shorter-term": Text("shorter term", "缩短期限"),
        "lower-payment": Text("lower payment", "减少月供"),
    },
    "status": {
        "open": Text("open", "正常"),
        "closed": Text("closed", "已销户"),
        "closing": Text("closing", "注销冷静期"),
        "locked": Text("locked", "已锁定"),
        "suspended": Text("suspended", "暂停使用"),
        "charged-off": Text("charged off", "已核销(账销案存)"),
        "written-off": Text("written off", "已减记"),
        "planned": Text("planned", "未出账"),
        "due": Text("due", "待还"),
        "carried": Text("carried", "循环中"),
        "overdue": Text("overdue", "逾期"),
        "paid": Text("paid", "已还"),
    },
    "matched": {
        "account": Text("account", "账户编号"),
        "plan": Text("plan", "分期编号"),
        "hold": Text("hold", "预授权编号"),
        "event": Text("event", "事件编号"),
        "name": Text("name", "姓名"),
        "phone": Text("phone", "电话"),
        "id-number": Text("ID number", "身份证号"),
        "order": Text("order", "订单号"),
        "merchant": Text("merchant", "商户"),
    },
    "decision": {
        "granted": Text("granted", "批准"),
        "refused": Text("refused", "拒绝"),
        "withdrawn": Text("withdrawn by the customer", "客户撤回"),
    },
    "class": {
        "normal": Text("normal", "正常"),
        "special-mention": Text("special mention", "关注"),
        "substandard": Text("substandard", "次级"),
        "doubtful": Text("doubtful", "可疑"),
        "loss": Text("loss", "损失"),
    },
    "class_rule": {
        "2023": Text("the rule of 2023 (90/270/360 days)", "2023 年风险分类办法 (90/270/360 天)"),
        "card": Text("the card rule (90/120/180 days)", "信用卡业务办法 (90/120/180 天)"),
    },
    "by": {"customer": Text("the customer", "客户"), "operator": Text("the operator", "人工")},
    "share": {
        "full": Text("all of the bill", "全额还款"),
        "minimum": Text("the minimum", "最低还款额"),
    },
    "means_kind": {
        "card": Text("card", "银行卡"),
        "bank-account": Text("bank account", "银行账户"),
        "wallet": Text("wallet", "钱包"),
    },
    "outcome": {
        "taken": Text("all taken", "扣款成功"),
        "taken-in-part": Text("a part taken", "部分扣款"),
        "no-funds": Text("no funds", "余额不足"),
        "means-removed": Text("means removed", "还款方式已删除"),
        "known-too-late": Text("known too late", "到期后才登记, 未扣款"),
        # of a dispute
        "won": Text("won", "成立"),
        "lost": Text("lost", "不成立"),
    },
    "cause": {
        "overdue": Text("overdue debt", "逾期未还"),
        "abnormal-login": Text("abnormal login", "异常登录"),
        "risk": Text("risk review", "风险核查"),
        "operator": Text("decided by the operator", "人工暂停"),
        # of a dispute
        "not-received": Text("not received", "未收到商品或服务"),
        "not-as-described": Text("not as described", "与描述不符"),
        "cancelled": Text("cancelled or sent back", "已取消或已退货"),
        "duplicate": Text("charged twice", "重复入账"),
        "wrong-amount": Text("wrong amount", "金额不符"),
        "unauthorised": Text("not authorised", "非本人交易"),
        "other": Text("other cause", "其他原因"),
    },
    # What usually lifts a suspension for a cause, when nothing else was said.
    "lift": {
        "overdue": Text("nothing is overdue", "还清逾期欠款"),
        "abnormal-login": Text("the customer's identity is confirmed", "完成客户身份核验"),
        "risk": Text("the review is passed", "通过风险核查"),
        "operator": Text("the operator lifts it", "由操作人员恢复"),
    },
    "recalculate": {
        "first-schedule": Text("as first scheduled, whenever it is paid", "按原还款计划, 不随还款时间变动"),
    },
    "allocation": {
        "late_charge": Text("late charge", "违约金"),
        "fee": Text("fee", "费用"),
        "interest": Text("interest", "利息"),
        "principal": Text("principal", "本金"),
    },
    "rounding": {
        "half-up": Text("half-up", "四舍五入"),
        "half-even": Text("half-even", "四舍六入五成双"),
    },
    "ledger_account": books.LEDGER_ACCOUNTS,
    "type": books.TYPES,
    "normal_side": books.SIDES,
    "per": {
        "day": Text("day", "日"),
        "period": Text("period", "期"),
        "month": Text("month", "月"),
        "year": Text("year", "年"),
    },
}

BLOCKERS: dict[str, Text] = {
    "owed": Text("Owed, billed or not", "欠款(含未出账)"),
    "held": Text("Held for a purchase", "预授权冻结"),
    "dispute": Text("Dispute not decided", "争议未决"),
    "credit-balance": Text("Credit balance", "溢缴款"),
    "hardship": Text("Hardship case is open", "困难申请未答复"),
    "auto-repay": Text("Auto-repay is on", "自动还款未解约"),
}

LOSSES: dict[str, Text] = {
    "limit": Text("the limit of {amount} yuan", "信用额度 {amount} 元"),
    "temporary-limit": Text("the temporary {limit}", "临时{limit}"),
    "own-limit": Text("the earmarked {limit}", "专项{limit}"),
    "limit-request": Text("the request not decided yet: {limit}", "待审批的额度申请: {limit}"),
    "tier": Text(
        "the prices of tier {tier}: reopening is a new assessment", "定价档 {tier} 的价格: 重新开通须重新评估"
    ),
}

KEPT: dict[str, Text] = {
    "records": Text(
        "all records: history, statement and explain go on answering", "全部记录: 账单、历史与逐分说明仍可查询"
    ),
    "corrections": Text(
        "a later refund or a payment taken back: reverse the closing and close again",
        "销户后的退款或付款退回: 先冲正销户, 入账后再销户",
    ),
    "repayments": Text(
        "until the closing: repayments, payouts, refunds, disputes", "销户前还款、退还、退款、争议照常处理"
    ),
}

WORDS["causes"] = WORDS["cause"]
WORDS["charge_off_from"] = WORDS["loan_class"] = WORDS["class"]
WORDS["state"] = WORDS["status"]
WORDS["late_base"] = WORDS["base"]

HAPPENINGS: dict[str, Text] = {
    "account-opened": Text("Opened", "开户"),
    "purchase-made": Text("Purchase", "消费"),
    "repayment-received": Text("Repayment", "还款"),
    "payoff-received": Text("Payoff", "提前结清"),
    "hold-placed": Text("Hold", "预授权"),
    "hold-released": Text("Hold released", "预授权撤销"),
    "prepayment-received": Text("Prepayment", "提前还款"),
    "plan-repriced": Text("Rate changed", "利率调整"),
    "interest-paused": Text("Interest paused", "停息"),
    "plan-extended": Text("Plan extended", "展期"),
    "plan-restructured": Text("Plan restructured", "重组"),
    "balance-restructured": Text("Balance restructured", "欠款重组"),
    "bill-deferred": Text("Bill deferred", "账单延期"),
    "bill-converted": Text("Bill to installments", "账单分期"),
    "refund-received": Text("Refund", "退款"),
    "dispute-opened": Text("Dispute", "争议"),
    "dispute-won": Text("Dispute won", "争议成立"),
    "dispute-lost": Text("Dispute lost", "争议不成立"),
    "charges-waived": Text("Waiver", "减免"),
    "credit-granted": Text("Goodwill credit", "补偿入账"),
    "debt-charged-off": Text("Charge-off", "呆账核销(账销案存)"),
    "debt-written-off": Text("Write-off", "债权减记"),
    "recovery-received": Text("Recovery", "核销后收回"),
    "credit-paid-out": Text("Payout of credit", "溢缴款退还"),
    "limit-changed": Text("Limit changed", "额度调整"),
    "limit-requested": Text("Limit asked for", "额度申请"),
    "limit-decided": Text("Limit request decided", "额度申请审批"),
    "hardship-requested": Text("Relief asked for", "困难申请"),
    "hardship-decided": Text("Hardship decided", "困难申请答复"),
    "bill-day-changed": Text("Bill day changed", "账单日变更"),
    "auto-repay-set": Text("Auto-repay set", "自动还款设置"),
    "means-stated": Text("Means stated", "还款方式登记"),
    "debit-tried": Text("Auto-repay", "自动还款"),
    "account-locked": Text("Locked", "锁定"),
    "account-unlocked": Text("Unlocked", "解锁"),
    "account-suspended": Text("Suspended", "暂停使用"),
    "account-resumed": Text("Resumed", "恢复使用"),
    "account-reopened": Text("Reopened", "重新开通"),
    "person-corrected": Text("Person corrected", "客户信息更正"),
    "person-verified": Text("Person verified", "身份核验"),
    "verification-failed": Text("Verification failed", "身份核验失败"),
    "event-reversed": Text("Reversal", "冲正"),
    "bill-issued": Text("Bill issued", "出账"),
    "account-closed": Text("Closed", "销户"),
    "closing-requested": Text("Closing asked for", "申请注销"),
    "closing-withdrawn": Text("Closing withdrawn", "撤销注销申请"),
    "cooling-over": Text("Closed", "销户"),
    "closing-lapsed": Text("Closing lapsed", "注销申请失效"),
    "bill": Text("Charges of the bill", "费用、利息、违约金"),
    "due": Text("Interest due", "到期利息"),
    "recognition": Text("Income recognised or suspended", "息费转表外或转回"),
    "settled": Text("Correction", "调账"),
    "charged": Text("Charges to that day", "计至当日的利息费用"),
}

# What the passing of time brings, beside the events.
PASSAGES: dict[str, Text] = {
    "bill": Text("Bill made", "出账"),
    "due": Text("Due date", "到期"),
    "nights": Text(
        "Days passed: interest and charges by the night, what became overdue", "日期推移: 按日利息与违约金、转为逾期"
    ),
    "limit-days": Text("Temporary limit begins or ends", "临时额度生效或到期"),
    "hold-expired": Text("Hold expired", "预授权到期失效"),
    "cooling-over": Text("Closed as the cooling period is over", "冷静期满销户"),
}
