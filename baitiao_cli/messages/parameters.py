"""Help lines of options and arguments, in English and Chinese."""

from __future__ import annotations

from baitiao_cli.messages import Text

# An option that means something of its own in one command stands under "command --option".
PARAMETERS: dict[str, Text] = {
    # of every command
    "--ledger": Text("The ledger file; default: in the user's data folder.", "账本文件; 默认在用户数据目录。"),
    "--today": Text("Act as if this were today; default: today in Shanghai.", "以此日期为今天; 默认上海时间的今天。"),
    "--lang": Text("Language: zh or en.", "语言: zh 或 en。"),
    "--json": Text("Answer as one JSON document; amounts in whole fen.", "以 JSON 输出, 金额为整数分。"),
    "--csv": Text("Answer as CSV: the main table; amounts in whole fen.", "以 CSV 输出主表, 金额为整数分。"),
    "--plain": Text("Answer as plain text with tabs.", "以制表符分隔的纯文本输出。"),
    "--help": Text("Show this help.", "显示本帮助。"),
    "--version": Text("Show the version.", "显示版本。"),
    # of every view
    "--as-of": Text("The day that the question is about; default: today.", "截至日; 默认今天。"),
    "--known-at": Text(
        "As the ledger knew it then: a time, a date (its end), an event id, or its first so many events.",
        "按账本当时所知: 时间、日期 (当日结束)、事件编号或前若干个事件。",
    ),
    # of every write
    "--on": Text("The day from which it counts; may be past; default: today.", "生效日, 可为过去日期; 默认今天。"),
    "--request-id": Text(
        "Repeating a command with the same id changes nothing more.", "幂等键: 相同编号重复执行不会重复入账。"
    ),
    "--dry-run": Text("Do everything and show it, but keep nothing.", "只演示, 不保存任何结果。"),
    "--yes": Text("Answer yes to what would be asked.", "对所有确认回答“是”。"),
    "--operator": Text("Who does it; default: the login name.", "操作人; 默认为登录名。"),
    # quote
    "AMOUNT": Text("Amount in yuan, such as 1234.50.", "金额(元), 例如 1234.50。"),
    "--installments": Text(
        "How many installments; default: 1, or the product's smallest.", "期数; 默认 1 期或产品的最少期数。"
    ),
    "--product": Text(
        "Take the terms of this product: an id (see: baitiao products) or a file of one's own, such as mine.toml.",
        "采用此产品的条款: 产品编号 (见 baitiao products) 或自己的产品文件, 例如 mine.toml。",
    ),
    "--account": Text(
        "Quote exactly the plan that charge would make on this account.", "按此账户试算, 与 charge 的结果完全一致。"
    ),
    "--tier": Text(
        "The customer's price tier of the product: A, B, C or D; default: B.", "客户定价档: A、B、C、D; 默认 B。"
    ),
    "--method": Text(
        "How it is repaid: fee-per-period, equal-payment, equal-principal, interest-only, flat, single, defer, daily.",
        "还款方式: fee-per-period 等本等费, equal-payment 等额本息, equal-principal 等额本金, interest-only 先息后本, "
        "flat 按原本金计息, single 先享后付, defer 延期付款, daily 随借随还。",
    ),
    "--fee": Text("Fee each period, of the original principal: 0.6%.", "每期费率, 按原本金计: 0.6%。"),
    "--annual-rate": Text("Interest a year: 12 is 12%.", "年利率: 12 即 12%。"),
    "--daily-rate": Text("Interest a day: 0.03%.", "日利率: 0.03%, 也可写作 万分之三。"),
    "--day-count": Text(
        "How days are counted: actual/365, actual/360, 30/360, actual/actual.",
        "计息基准: actual/365、actual/360、30/360、actual/actual。",
    ),
    "--every": Text("Length of a period in units; default: 1.", "每期长度, 以 --unit 为单位; 默认 1。"),
    "--unit": Text(
        "Unit of a period: months, weeks, days; default: months.",
        "每期单位: months 月、weeks 周、days 日; 默认 months。",
    ),
    "--rounding": Text("half-up (default) or half-even.", "舍入: half-up 四舍五入 (默认) 或 half-even 银行家舍入。"),
    "--evening": Text("Level the payments so that the last differs least.", "调整每期还款额, 使末期差额最小。"),
    "--whole-period": Text("Charge interest by whole periods, not by days.", "按整期而不按天计息。"),
    "--multiple-of": Text("Make the payments a multiple of this many yuan.", "每期还款额取此金额(元)的整数倍。"),
    "--down-payment": Text("Paid at once: a share (25%) or an amount in yuan.", "首付: 比例 (25%) 或金额(元)。"),
    "--trade-in": Text("What goods traded in are worth, in yuan; not financed.", "以旧换新抵扣金额(元), 不计入分期。"),
    "--compare": Text(
        "Numbers of installments to set side by side, such as 3,6,12,24.", "对比多个期数, 例如 3,6,12,24。"
    ),
    "--free-days": Text("How many first days of a deferral bear no interest.", "延期付款的免息天数。"),
    "--late-rate": Text(
        "What lateness costs a day, of what is overdue; default: nothing.", "逾期日费率, 以逾期金额计; 默认不收。"
    ),
    "quote --payoff": Text(
        "What an early payoff asks for: all-fees, next-period, waive-rest, accrued-days.",
        "提前结清收取: all-fees、next-period、waive-rest、accrued-days。",
    ),
    "QUOTE": Text("Id of a quote, such as Q7K3F9M2TA4.", "试算编号, 例如 Q7K3F9M2TA4。"),
    "--quote": Text(
        "Make the plan on exactly the terms of this quote, which states everything else.",
        "完全按此试算的条款办理, 其余条款以试算为准。",
    ),
    "--free-periods": Text("How many first periods bear no interest.", "前若干期免息。"),
    "--first-due": Text("Due date of the first installment.", "首期还款日。"),
    "quote --on": Text("The day of the purchase; default: today.", "消费日; 默认今天。"),
    # rate
    "FLOWS|-": Text(
        "JSON: advances and payments, each with its time t, part f and amount; - is standard input.",
        "JSON: 放款 advance 与还款 payments, 各含时间 t、零头 f、金额 amount; - 表示标准输入。",
    ),
    "--convention": Text(
        "us-reg-z and simple-12 multiply the rate of a period, eu-aprc and xirr-365 compound (t in years), "
        "per-period leaves it as it is.",
        "us-reg-z 与 simple-12 以每期利率相乘, eu-aprc 与 xirr-365 按复利 (t 以年计), per-period 为每期利率。",
    ),
    # accounts, purchases, payments
    "ACCOUNT": Text("Id of an account, such as A1.", "账户编号, 例如 A1。"),
    "PLAN": Text("Id of a plan, such as A1P2.", "分期编号, 例如 A1P2。"),
    "ACCOUNT|PLAN": Text("Id of an account or a plan: A1, A1P2.", "账户或分期编号: A1、A1P2。"),
    "EVENT": Text("Id of an event, such as A1E5.", "事件编号, 例如 A1E5。"),
    "FILE|-": Text("JSON lines or CSV; - is standard input.", "JSON 行或 CSV 文件; - 表示标准输入。"),
    "--name": Text("The person's name.", "客户姓名。"),
    "--limit": Text("Credit limit in yuan.", "信用额度(元)。"),
    "limit AMOUNT": Text("The new credit limit in yuan.", "新的信用额度(元)。"),
    "limit --end": Text(
        "Ends the temporary limit, or all that the scene or merchant has.", "终止临时额度, 或终止该场景或商户的额度。"
    ),
    "request-limit AMOUNT": Text("The limit that is asked for, in yuan.", "申请的额度(元)。"),
    **{
        f"{command} {option}": text
        for command in ("limit", "request-limit")
        for option, text in {
            "--until": Text("A temporary limit, one at a time: its last day.", "临时额度(同时只有一项): 最后一日。"),
            "--from": Text("A temporary limit: its first day; default: now.", "临时额度: 起始日; 默认即日。"),
            "--scene": Text("A limit of its own for that scene.", "场景专项额度: 场景代码。"),
            "--merchant": Text("A limit of its own for that merchant.", "商户专项额度: 商户名称。"),
        }.items()
    },
    "--grant": Text("It is granted.", "批准。"),
    "--refuse": Text("It is refused.", "拒绝。"),
    "--withdraw": Text("The customer does not want it any more.", "客户撤回。"),
    "decide-limit --amount": Text("How much is granted; default: all of it.", "批准的额度; 默认全额。"),
    "--phone": Text("The person's phone number.", "客户电话。"),
    "--id-number": Text("The person's ID number; one open account each.", "客户身份证号; 每人限一个有效账户。"),
    "--bill-day": Text("Day of the month of the bills, 1 to 28; default: 3.", "账单日, 1 至 28; 默认 3。"),
    "DAY": Text("Day of the month, 1 to 28.", "每月日期, 1 至 28。"),
    **{
        f"{command} --product": Text(
            "The product whose line terms hold (see: baitiao products) or a file; default: month.",
            "采用其账单条款的产品 (见 baitiao products) 或产品文件; 默认 month。",
        )
        for command in ("open", "reopen")
    },
    "open --tier": Text("Price tier A, B, C or D; default: B.", "定价档 A、B、C、D; 默认 B。"),
    "charge --installments": Text(
        "In how many installments; without it the purchase goes on the next bill.", "分期期数; 不填则随下期账单还款。"
    ),
    "charge --product": Text(
        "The product (see: baitiao products) or a file; default: inst with --installments, month without.",
        "产品 (见 baitiao products) 或产品文件; 有期数时默认 inst, 否则 month。",
    ),
    "HOLD": Text("Id of a hold, such as A1H1.", "预授权编号, 例如 A1H1。"),
    "hold --order": Text("The merchant's order number; one purchase each.", "商户订单号, 每单限一笔消费。"),
    "hold --installments": Text(
        "In how many installments it will be paid; without it the purchase goes on a bill.",
        "分期期数; 不填则随账单还款。",
    ),
    "hold --product": Text(
        "The product (see: baitiao products) or a file; default: inst with --installments, month without.",
        "产品 (见 baitiao products) 或产品文件; 有期数时默认 inst, 否则 month。",
    ),
    "--until": Text("The last day of the hold; default: 30 days after its own.", "预授权有效期; 默认当日起 30 天。"),
    "capture AMOUNT": Text("How much of it in yuan; default: all.", "请款金额(元); 默认全额。"),
    "--merchant": Text("Where it was bought.", "商户。"),
    "MERCHANT": Text("The merchant's name, as purchases give it.", "商户名称, 与消费所填一致。"),
    "merchant MERCHANT": Text("The merchant's very name, or its number, such as M1.", "商户名称或编号, 例如 M1。"),
    "--from": Text("The first day; default: the beginning.", "起始日; 默认从头开始。"),
    "merchants --through": Text("The last day; default: today.", "截止日; 默认今天。"),
    "merchant --through": Text("The last day; default: today.", "截止日; 默认今天。"),
    "--discount": Text(
        "What it pays us of each purchase; default: as it was, or nothing.",
        "商户按每笔消费支付的折扣率; 默认不变, 新商户为 0。",
    ),
    "--order": Text("The merchant's order number; each counts once.", "商户订单号, 不可重复。"),
    "--scene": Text(
        "What kind of purchase, as a code: travel, phone, food; some are capped.",
        "消费场景代码, 如 travel、phone、food; 部分场景有限额。",
    ),
    "--category": Text("The category of what was bought, for reports.", "商品品类, 供报表使用。"),
    "--brand": Text("The brand of what was bought, for reports.", "商品品牌, 供报表使用。"),
    "--note": Text("A note that stays with the event.", "备注。"),
    "--means": Text("How it was paid.", "还款方式。"),
    "--plan": Text("The plan that is meant; default: the whole account.", "指定分期; 默认整个账户。"),
    "repay --plan": Text("The plan that the customer names.", "客户指定的分期。"),
    "--reason": Text("Why.", "原因。"),
    "--amount": Text("The amount expected; refused if the quote differs.", "预期金额; 与试算不符则拒绝。"),
    "payout --amount": Text("How much; default: all of the credit balance.", "金额; 默认全部溢缴款。"),
    "--charge": Text(
        "Which charge; default: late charges, then fees, then interest.", "减免项目; 默认依次为违约金、费用、利息。"
    ),
    "charge-off --plan": Text(
        "Only this plan; default: all that the account owes.", "仅核销此分期; 默认账户全部欠款。"
    ),
    "write-off --plan": Text("Only this plan; default: all that the account owes.", "仅减记此分期; 默认账户全部欠款。"),
    "recover --plan": Text(
        "The lost plan that it is for; default: all that was given up for lost.",
        "收回所属的分期; 默认全部已核销或减记的债权。",
    ),
    "waive --plan": Text(
        "Only charges of this plan; for a daily plan also interest not yet due.",
        "仅减免此分期的费用; 按日计息的分期包括未到期利息。",
    ),
    "--pay": Text("Pay exactly the quote.", "按试算金额结清。"),
    "payoff --on": Text("The day of the payoff; default: today.", "结清日; 默认今天。"),
    "QUERY": Text(
        "An id, a part of a name or a merchant, or the last 4 or more characters of a phone, ID or order number.",
        "编号, 姓名或商户的一部分, 或电话、身份证号、订单号的末 4 位以上。",
    ),
    "person --reason": Text("Why it is corrected; needed with a correction.", "更正原因; 更正时必填。"),
    "--status": Text(
        "Only accounts that are open, locked, suspended, charged-off, written-off, closing or closed.",
        "仅列出正常、已锁定、暂停使用、已核销、已减记、注销冷静期或已销户的账户。",
    ),
    "reopen --limit": Text("The limit that the new assessment gives, in yuan.", "重新评估的信用额度(元)。"),
    "reopen --tier": Text("Price tier A, B, C or D; default: as before.", "定价档 A、B、C、D; 默认与原先相同。"),
    "auto-repay --means": Text("What is debited on the due dates.", "到期日扣款的还款方式。"),
    "means NAME": Text("What the customer calls it, such as card.", "还款方式的名称, 如 card。"),
    "--funds": Text(
        "What it can pay in all, in yuan; a debit takes it down. Default: whatever is asked of it.",
        "可扣总额(元), 扣款后递减; 默认不限。",
    ),
    "--unlimited": Text("It pays whatever is asked of it (default).", "不限额度 (默认)。"),
    "--remove": Text("It is gone: what is tried on it fails.", "删除: 此后扣款失败。"),
    "--kind": Text(
        "What it is: card, bank-account or wallet.", "类型: card 银行卡, bank-account 银行账户, wallet 钱包。"
    ),
    "--last-digits": Text("The last four digits of its number.", "卡号或账号末四位。"),
    "--share": Text("full (default), or minimum.", "full 全额 (默认), 或 minimum 最低还款额。"),
    "--off": Text("End the agreement.", "解约。"),
    "--phone-digits": Text(
        "The last 4 digits of the phone, as the customer names them; only compared, never kept.",
        "客户所述电话末 4 位; 仅作比对, 不予保存。",
    ),
    "--id-digits": Text(
        "The last 4 characters of the ID number, as the customer names them; only compared, never kept.",
        "客户所述身份证号末 4 位; 仅作比对, 不予保存。",
    ),
    "close --by": Text(
        "Who ends it: customer (default; is verified) or operator (needs a reason).",
        "销户方: customer 客户 (默认, 须核验) 或 operator 人工 (须注明原因)。",
    ),
    "close --withdraw": Text(
        "Close nothing: the customer takes the closing back, while its cooling period lasts.",
        "不销户: 冷静期内客户撤销注销申请。",
    ),
    "--check": Text("Close nothing; name all that stands in the way.", "不销户, 只列出全部未了事项。"),
    "--cause": Text(
        "Why: overdue, abnormal-login, risk or operator.",
        "原因: overdue 逾期, abnormal-login 异常登录, risk 风险, operator 人工。",
    ),
    "dispute AMOUNT": Text(
        "How much in yuan; default: all that can be contested.", "争议金额(元); 默认为全部可争议金额。"
    ),
    "dispute --cause": Text(
        "Why: not-received, not-as-described, cancelled, duplicate, wrong-amount, unauthorised or other.",
        "原因: not-received 未收到, not-as-described 与描述不符, cancelled 已取消或退货, duplicate 重复入账, "
        "wrong-amount 金额不符, unauthorised 非本人交易, other 其他。",
    ),
    "resolve EVENT": Text("Id of the event that opened the dispute, such as A1E5.", "发起争议的事件编号, 例如 A1E5。"),
    "OUTCOME": Text(
        "won (the merchant takes it back) or lost (it is owed again).",
        "won 成立 (商户退款) 或 lost 不成立 (恢复应还)。",
    ),
    "resume --reason": Text("Why; needed while what usually lifts it is not so.", "原因; 未满足常规恢复条件时必填。"),
    "resume --cause": Text(
        "The suspension that is lifted; needed when there are several.", "要解除的暂停原因; 有多项时必填。"
    ),
    "--lift": Text("What lifts it; default: what usually does for the cause.", "恢复条件; 默认为该原因的常规条件。"),
    "RATE": Text(
        "The new rate: 6% in the unit of the present one, or 7.3%/year, 0.5%/period, 万分之五.",
        "新利率或费率: 6% 沿用现行单位, 或 7.3%/year、0.5%/period、万分之五。",
    ),
    "pause --until": Text(
        "The day on which interest begins again; its own night bears it.", "恢复计息日, 当日起照常计息。"
    ),
    "--months": Text("By how many months.", "顺延的月数。"),
    "extend --until": Text(
        "In place of --months: when the last installment is to fall due.", "代替 --months: 末期延至的到期还款日。"
    ),
    "restructure --installments": Text("In how many installments: 1 to 60.", "期数: 1 至 60。"),
    "restructure --rate": Text(
        "Another rate: 6% in the unit of the present one, or 7.3%/year, 0.5%/period; default: the present one.",
        "另定的利率或费率: 6% 沿用现行单位, 或 7.3%/year、0.5%/period; 默认不变。",
    ),
    "restructure --product": Text(
        "What an account's purchases become a plan of: a product with installments on the bill; default: inst.",
        "账户消费余额重组所用的产品, 须为随账单还款的分期产品; 默认 inst。",
    ),
    "hardship --until": Text("Until when the customer expects it to last.", "客户预计困难持续到的日期。"),
    "convert --installments": Text("In how many installments.", "分期期数。"),
    "convert --amount": Text(
        "How much in yuan; default: all that is unpaid of the bill's new purchases.",
        "分期金额(元); 默认为账单中新消费的全部未还金额。",
    ),
    "convert --product": Text(
        "A product with installments on the bill; default: inst.", "随账单还款的分期产品; 默认 inst。"
    ),
    "--by": Text(
        "Record it: shorter-term keeps the payments, lower-payment the due dates.",
        "入账方式: shorter-term 月供不变、缩短期限, lower-payment 期限不变、减少月供。",
    ),
    "report purchases --by": Text(
        "What to sum them by: merchant, category, brand, scene or product.",
        "汇总口径: merchant 商户, category 品类, brand 品牌, scene 场景, product 产品。",
    ),
    "report purchases --through": Text("The last day; default: today.", "截止日; 默认今天。"),
    "prepay --on": Text("The day of the prepayment; default: today.", "提前还款日; 默认今天。"),
    "--overdue": Text("Only accounts that are past due.", "仅列出逾期账户。"),
    "--bill": Text("The number of the bill; default: the latest.", "账单期号; 默认最近一期。"),
    "--through": Text("The day to go to; default: today.", "处理至此日; 默认今天。"),
    "--format": Text("hledger, beancount, csv or json.", "hledger、beancount、csv 或 json。"),
    "--output": Text("Write to this file; default: standard output.", "写入此文件; 默认标准输出。"),
    "--force": Text("Write over a file that is there.", "覆盖已有文件。"),
    "export ACCOUNT": Text("Only the journal of this account.", "仅导出此账户的日记账。"),
    "export --as-of": Text("Entries that count up to this day; default: today.", "生效日不晚于此日的凭证; 默认今天。"),
    "report trial-balance ACCOUNT": Text("Only the books of this account.", "仅查看此账户的账。"),
    "--full": Text("Fold every account again and compare everything.", "重新推算每个账户并全面核对。"),
    "ID": Text("Id of an account, a plan or an event: A1, A1P2, A1E5.", "账户、分期或事件编号: A1、A1P2、A1E5。"),
    "--row": Text("Only this installment of the plan.", "仅说明该分期的某一期。"),
    "explain --bill": Text("Explain the bill with this number; 0 is the latest.", "说明该期账单; 0 表示最近一期。"),
    "--payoff": Text("Explain what settles the account, or the plan.", "说明结清账户或分期所需金额。"),
    "--figure": Text(
        "Only this figure: principal, interest, fee, late-charge, owed, amount-due, annual-rate ...",
        "仅说明此项: principal 本金, interest 利息, fee 费用, late-charge 违约金, owed 欠款, amount-due 应还, "
        "annual-rate 年化利率 等。",
    ),
    "explain --check": Text(
        "Compute every figure of the account once more, independently, day by day.", "独立逐日重算账户的每个数字。"
    ),
    "--keep": Text(
        "Keep the story's ledger in this file, to try things on it.", "将演示账本保留为此文件, 供练习查询。"
    ),
    "--between": Text(
        "Two days (their latest bills are compared, too), or two moments of the ledger: A1E5, 12, 2026-03-05T10:00Z.",
        "两个日期 (同时对比各自的最近账单), 或账本的两个时点: A1E5、12、2026-03-05T10:00Z。",
    ),
    # products
    "PRODUCT": Text(
        "Id of a product (see: baitiao products), or a file of one's own, such as mine.toml.",
        "产品编号 (见 baitiao products), 或自己的产品文件, 例如 mine.toml。",
    ),
}
