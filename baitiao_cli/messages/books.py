"""The words of the books: ledger accounts, their types and sides, titles and notes, in English and Chinese."""

from __future__ import annotations

from baitiao_cli.messages import Text

LEDGER_ACCOUNTS: dict[object, Text] = {
    "principal": Text("Principal receivable", "应收本金"),
    "interest_receivable": Text("Interest receivable", "应收利息"),
    "fee_receivable": Text("Fees receivable", "应收手续费"),
    "late_charge_receivable": Text("Late charges receivable", "应收违约金"),
    "suspended_interest": Text("Interest in suspense", "待确认利息"),
    "suspended_fees": Text("Fees in suspense", "待确认手续费"),
    "suspended_late_charges": Text("Late charges in suspense", "待确认违约金"),
    "loss_allowance": Text("Principal charged off", "已核销本金(账销案存)"),
    "merchant_refunds": Text("Refunds due from merchants", "应收商户退款"),
    "disputed": Text("In dispute", "争议款项"),
    "merchant_subsidies": Text("Subsidies due from merchants", "应收商户贴息"),
    "merchant_discounts": Text("Discounts due from merchants", "应收商户折扣"),
    "cash": Text("Cash received", "现金收入"),
    "cash_paid_out": Text("Cash paid out", "现金支出"),
    "credit_balance": Text("Credit balances of customers", "客户溢缴款"),
    "merchant_payable": Text("Payable to merchants", "应付商户款"),
    "interest_income": Text("Interest income", "利息收入"),
    "fee_income": Text("Fee income", "手续费收入"),
    "late_charge_income": Text("Late charge income", "违约金收入"),
    "subsidy_income": Text("Subsidy income", "贴息收入"),
    "discount_income": Text("Merchant discount income", "商户折扣收入"),
    "recoveries": Text("Recoveries of losses", "核销后收回"),
    "waivers": Text("Charges waived", "息费减免支出"),
    "goodwill": Text("Goodwill credits", "补偿支出"),
    "loan_losses": Text("Loan losses", "贷款损失"),
}
TYPES: dict[object, Text] = {
    "asset": Text("asset", "资产"),
    "liability": Text("liability", "负债"),
    "income": Text("income", "收入"),
    "expense": Text("expense", "费用"),
    "equity": Text("equity", "权益"),
}
SIDES: dict[object, Text] = {"debit": Text("debit", "借"), "credit": Text("credit", "贷")}

# trial balance
CREDIT = Text("Credit", "贷方")
BALANCE_OF_LEDGER = Text("Trial balance on {as_of}", "{as_of} 试算平衡表")
BALANCE_OF_ACCOUNT = Text("Trial balance of {account_id} on {as_of}", "{account_id} 账户 {as_of} 试算平衡表")
NOT_BOOKED = Text("{name}, not booked yet", "{name}(未入账)")
NOT_BOOKED_NOTE = Text(
    "Not booked yet is what has run since it was last asked for, and what the journal books under another day.",
    "未入账是指上次计收后已发生的利息与违约金, 以及记在其他日期的分录。",
)
ADDING_UP = Text("Accounts added up", "汇总账户")
NOTHING_BOOKED = Text("Nothing was booked by {as_of}.", "截至 {as_of} 没有入账记录。")

# export
JOURNAL_OF_LEDGER = Text("baitiao: the journal up to {as_of}", "baitiao: 截至 {as_of} 的日记账")
JOURNAL_OF_ACCOUNT = Text(
    "baitiao: the journal of {account_id} up to {as_of}", "baitiao: {account_id} 账户截至 {as_of} 的日记账"
)
JOURNAL_NOTE = Text(
    "Entries as booked; what has run since and is not booked yet is not in them (see: baitiao report trial-balance).",
    "分录以已入账为准, 不含上次计收后发生的利息与违约金 (见 baitiao report trial-balance)。",
)
BALANCES_TITLE = Text("Balances", "科目余额")
EXPORTED = Text("The journal up to {as_of} is written.", "已导出截至 {as_of} 的日记账。")
CHECK_WITH = Text("To check it: {command}", "核对: {command}")
EXPORT_MORE = Text(
    "hledger and beancount get entries by day, with the ids of events and plans as tags or metadata, and balance "
    "assertions at the end that equal what report trial-balance shows as booked; csv has a row and json an object a "
    "posting, in whole fen. Merchants are named, persons are not. With -o the file is written whole or not at all, for "
    "its owner only, and never over another file without --force.",
    "hledger 与 beancount 格式按日列出凭证, 事件与分期编号作为标签或元数据, 文末的余额断言等于 report trial-balance "
    "的已入账余额; csv 与 json 每笔分录一行或一个对象, 金额为整数分。含商户名称, 不含客户信息。"
    "使用 -o 时要么完整写入要么不写, 仅本人可读, 未加 --force 不覆盖已有文件。",
)
