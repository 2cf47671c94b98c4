"""Titles, notes and short sentences of the answers, in English and Chinese."""

from __future__ import annotations

from baitiao_cli.messages import Text

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

# an account and its plans
EVERY = Text("{count} {unit}", "{count} {unit}")
AGREED_SIMPLE = Text("A year as agreed, simple", "约定年化(单利)")
AGREED_COMPOUND = Text("A year as agreed, compound", "约定年化(复利)")
BY_ITSELF = Text("{lift} (lifts by itself)", "{lift} (自动恢复)")
LIFTS_BY_ITSELF = Text(
    "It lifts by itself when nothing is overdue: baitiao repay {account_id} AMOUNT",
    "还清逾期欠款后自动恢复: baitiao repay {account_id} 金额",
)
LIFTS_WHEN_VERIFIED = Text(
    "It lifts when the customer is verified: baitiao verify {account_id}",
    "客户通过身份核验后恢复: baitiao verify {account_id}",
)
LIFTED_BY_HAND = Text(
    "When that is so: baitiao resume {account_id} {options}", "条件满足后恢复: baitiao resume {account_id} {options}"
)
FLAGGED_ABOVE_CAP = Text(
    "The plan costs more a year than its cap; its product allows that, flagged.",
    "该分期的年化综合成本超过上限; 按产品设置予以标记。",
)
ACCOUNT_TITLE = Text("Account on {as_of}", "账户, 截至 {as_of}")
ACCOUNT_AFTER = Text("The account now", "账户现状")
NEXT_BILL_TITLE = Text("What the bill of {billed_on} asks for of plans", "{billed_on} 账单中的分期应还")
UNNAMED_MERCHANT = Text("an unnamed merchant", "未填商户")
ONE_VALUE = Text("a value", "一个值")
TWO_VALUES = Text("two values", "两个值")
CUSTOMER = Text("Customer", "客户")
# By the word that help shows for an id: what it is, and what to do with one that stands where another is needed.
ID_KINDS = {
    "ACCOUNT": Text("an account", "账户编号"),
    "PLAN": Text("a plan", "分期编号"),
    "HOLD": Text("a hold", "预授权编号"),
    "EVENT": Text("an event", "事件编号"),
    "ID": Text("an account, a plan or an event", "账户、分期或事件编号"),
    "ACCOUNT|PLAN": Text("an account or a plan", "账户或分期编号"),
}
ID_NEXT = {
    "ACCOUNT": Text("See its plans and holds: baitiao show {asked}", "查看其分期与预授权: baitiao show {asked}"),
    "PLAN": Text(
        "See the plan: baitiao schedule {asked}; to settle or pay it: --plan {asked}",
        "查看分期: baitiao schedule {asked}; 结清或还款时指定: --plan {asked}",
    ),
    "HOLD": Text("Find the hold: baitiao find {asked}", "查找预授权: baitiao find {asked}"),
    "EVENT": Text("See what it did: baitiao explain {asked}", "查看事件: baitiao explain {asked}"),
}
NO_ACCOUNTS = Text(
    "There are no accounts yet. To open one: {command}",
    "尚无账户。开户: {command}",
)
MORE_FOUND = Text("{count} more accounts fit: ask for something rarer.", "另有 {count} 个账户符合, 请提供更多信息。")
SEE_IT = Text("To see it: {command}", "查看: {command}")
BOUGHT_BEFORE = Text(
    "Purchases that are recorded keep the discount that they were recorded with.", "已入账的消费沿用入账时的折扣率。"
)
SCENES_TITLE = Text("At most for purchases of a scene", "分场景消费限额")
PRODUCT_SCENES_TITLE = Text("At most for purchases of a scene on this product", "本产品分场景消费限额")
PURCHASES_TITLE = Text("Purchases by {by}, {days}", "消费汇总 (按{by}), {days}")
FINANCED = Text("Financed", "赊购金额")
NOT_STATED = Text("not stated", "未填")
NOTHING_BOUGHT = Text("Nothing was bought: {days}.", "{days}, 无消费。")
MERCHANTS_TITLE = Text("Due to merchants, less what is due from them, {days}", "商户结算 (应付减应收), {days}")
MERCHANT_TITLE = Text("{merchant}, {days}", "{merchant}, {days}")
DAYS = Text("{from_on} to {through_on}", "{from_on} 至 {through_on}")
DAYS_SO_FAR = Text("through {through_on}", "截至 {through_on}")
MERCHANT_NUMBER = Text("No.", "编号")
BOUGHT = Text("Purchases", "消费")
SENT_BACK = Text("Refunds", "退款")
DISCOUNTS = Text("Discounts", "折扣")
BY_DAY_BOOKED = Text(
    "By the day booked: what is entered or reversed later counts when it is booked, and no day that is over changes.",
    "按记账日统计: 补记与冲正计入实际记账日, 已过日期的数字不再变动。",
)
NO_MERCHANTS = Text("No merchants yet. To register one: {command}", "尚无商户。登记商户: {command}")
NOTHING_BOOKED = Text("Nothing was booked for this merchant in these days.", "该商户在此期间无记账。")
NO_SUCH_ACCOUNTS = Text("No account is like that.", "没有符合条件的账户。")
BILL_WORDS = Text(
    "no. {number}: {amount} yuan, at least {minimum}, due {due_on}",
    "第 {number} 期: 应还 {amount} 元, 最低 {minimum} 元, {due_on} 到期",
)
BILL_WORDS_DEFERRED = Text("{bill}; purchases deferred to {deferred_to}", "{bill}; 消费部分延期至 {deferred_to}")
CHANGED_TITLE = Text("What changed on {account_id}", "账户 {account_id} 的变化")
OPEN_HOLDS = Text("Held for purchases", "预授权")
OPEN_DISPUTES = Text("In dispute, not to be paid until decided", "争议中, 裁定前暂缓还款")
OPEN_PLANS = Text("Open plans", "未结清分期")
SETTLED_PLANS = Text("Settled plans are not shown: {count}.", "另有 {count} 笔已结清分期未列出。")
AVAILABLE_FOR_IT = Text(
    "{available} yuan of it is left now, with the line's own limit; caps of the scene hold as before.",
    "该项剩余额度 {available} 元(含账户本身额度); 场景限额照常适用。",
)
REPLACES_LIMIT = Text(
    "It takes the place of the temporary limit of {limit} yuan from {from_on} until {until_on}: one holds at a time.",
    "同一时间只有一项临时额度: 原 {from_on} 至 {until_on} 的临时额度 {limit} 元已被取代。",
)
LIMITS = Text("Limits", "额度")
FOR_ANYTHING = Text("anything", "通用")
REQUEST_SINCE = Text("{limit}, asked for on {since_on}", "{limit}, {since_on} 申请")
REQUEST_BECAUSE = Text("{limit}, asked for on {since_on}: {reason}", "{limit}, {since_on} 申请: {reason}")
TO_GRANT = Text("To grant it, or --refuse: {command}", "批准(或 --refuse 拒绝): {command}")
AVAILABLE_AFTER = Text("{available} yuan of the limit is available now.", "当前可用额度 {available} 元。")
TO_COME = Text(
    "{as_of} is still to come: these are the figures if nothing more happens until then.",
    "{as_of} 尚未到来: 以上为此前不再发生其他变动时的数字。",
)
NEXT_STEP = Text("Next: {command}", "下一步: {command}")
LIMIT_PASSED = Text(
    "{over} yuan more than the line's limit is taken: nothing falls due earlier, but nothing more may be bought on it.",
    "已占用额度超出账户信用额度 {over} 元: 欠款不会提前到期, 但暂不能再用该额度消费。",
)
NO_PURCHASES = Text(
    "No purchases and no holds for now; repayments, and captures of the holds that there are, go through.",
    "暂停新的消费与预授权; 还款及已有预授权的请款照常进行。",
)
LOCKED_SINCE = Text("since {since_on}", "自 {since_on} 起")
LOCKED_BECAUSE = Text("since {since_on}: {reason}", "自 {since_on} 起: {reason}")
SINCE = Text("Since", "起始日")
SUSPENSIONS = Text("Suspended", "暂停使用")
AUTO_REPAY_IS_A_PROMISE = Text(
    "This is the agreement only: what is debited is booked when it has really come, with: baitiao repay {account_id}",
    "此为签约登记; 扣款实际到账后再入账: baitiao repay {account_id}",
)
AUTO_REPAY_TRIES = Text(
    "Tried so many days after each due date: {days}. What {means} can pay: {command}",
    "到期日后第 {days} 天扣款。登记 {means} 的可扣金额: {command}",
)
NOTHING_IS_DEBITED = Text(
    "This is a record for auto-repay: nothing is really debited.", "仅为自动还款登记, 不会真实扣款。"
)
DEBITED_MEANS_REMOVED = Text(
    "Auto-repay fails by it from now on; agree on another: baitiao auto-repay {account_id} --means NAME",
    "此后自动还款将失败; 更换还款方式: baitiao auto-repay {account_id} --means 名称",
)
MEANS_TITLE = Text("Means of payment", "还款方式")
MEANS_REMOVED = Text("removed", "已删除")
PAYS_WHAT_IS_ASKED = Text("whatever is asked", "不限")
PAYS_UP_TO = Text("{amount} yuan", "{amount} 元")
DEBITS_MADE = Text("Debits of auto-repay", "自动还款扣款")
DEBIT_ASKED = Text("Asked", "应扣")
DEBIT_TAKEN = Text("Taken", "实扣")
DEBIT_TRIED = Text("{on}: {taken} of {asked} yuan, {outcome}", "{on}: 应扣 {asked} 元, 实扣 {taken} 元, {outcome}")
DEBIT_COMES = Text("{on}: {asked} yuan, if nothing else happens", "{on}: {asked} 元(如无其他变动)")
DEBIT_COMES_SHORT = Text(
    "{on}: {asked} yuan, of which {means} can pay {taken}, if nothing else happens",
    "{on}: {asked} 元, {means} 现可付 {taken} 元(如无其他变动)",
)
NO_AUTO_REPAY = Text(
    "The agreement has ended: the customer pays the bills from now on.", "已解约, 账单由客户自行还款。"
)
AUTO_REPAY_SINCE = Text("{share}, by {means}, since {since_on}", "{share}, {means}, 自 {since_on} 起")
DUE_THEN = Text("Due then", "该日应还")
TAKES = Text("Takes", "需付")
BLOCKERS_TITLE = Text("What stands in the way of closing", "销户前须了结的事项")
LOSSES_TITLE = Text("What closing loses", "销户后将失去")
TO_CLOSE = Text("Nothing stands in the way. To close: {command}", "没有未了事项。销户: {command}")
KEPT_TITLE = Text("What stays", "销户后仍保留")
COOLS = Text(
    "The line is closed on {closes_on}; until then the customer can take it back: {command}",
    "{closes_on} 销户, 此前客户可撤销: {command}",
)
CLOSES_AT_ONCE = Text("The line is closed at once; reopening is a new assessment.", "立即销户; 重新开通须重新评估。")
IS_CLOSING = Text(
    "The customer asked for it on {since_on}: the line is closed on {ends_on}. To take it back: {command}",
    "客户于 {since_on} 申请注销, {ends_on} 销户。撤销: {command}",
)
WOULD_LAPSE = Text(
    "What still stands in the way on {ends_on} lets it lapse, and the line stays open.",
    "{ends_on} 仍有未了事项的, 申请失效, 账户恢复正常。",
)
NOTHING_LENT = Text(
    "Until then nothing new is lent: no purchases, holds, installments of a bill or deferrals.",
    "期内不得消费、预授权、账单分期或延期。",
)
STAYS_OPEN = Text("The line goes on as before.", "账户恢复使用。")
ALREADY_LAPSED = Text(
    "It has lapsed since, for something stood in the way; see: {command}", "此后因未了事项已失效; 查看: {command}"
)
ASK_TO_CLOSE = Text("Close {account_id}?", "确定为账户 {account_id} 销户?")
NOT_YET = Text("When all of it is cleared, look again: {command}", "全部了结后再查: {command}")
TO_REOPEN = Text(
    "To begin again, after a new assessment: baitiao reopen {account_id} --limit YUAN",
    "重新评估后如需重新开通: baitiao reopen {account_id} --limit 额度",
)
FIELD_IS = Text("{field} {value}", "{field} {value}")
NOT_BROUGHT_BACK = Text(
    "Locks, suspensions and auto-repay of before have not come back.", "原有的锁定、暂停与自动还款均不恢复。"
)
PAYMENT_TITLE = Text(
    "{amount} yuan paid on {account_id}, counted from {on} ({event_id})",
    "{account_id} 还款 {amount} 元, 生效日 {on} ({event_id})",
)
REFUND_TITLE = Text(
    "{amount} yuan refunded for {plan_id}, counted from {on} ({event_id})",
    "{plan_id} 退款 {amount} 元, 生效日 {on} ({event_id})",
)
WENT_TO = Text("Went to", "去向")
RETURNED_TO = Text("returned to {means} ({payment_id})", "退回 {means} ({payment_id})")
RETURNED = Text("returned to unknown means ({payment_id})", "退回未知还款方式 ({payment_id})")
REVERSE_THOSE = Text("Reverse those events first: baitiao reverse EVENT", "请先冲正这些事件: baitiao reverse 事件编号")
REVERSE_THOSE_OR_LATER = Text(
    "Reverse those events first (baitiao reverse EVENT), or give a later day.",
    "请先冲正这些事件 (baitiao reverse 事件编号), 或使用更晚的日期。",
)
MONEY_IS_REPAYMENT = Text(
    "Money for what is owed is a repayment: baitiao repay {account_id} AMOUNT",
    "偿还应还款项请用: baitiao repay {account_id} 金额",
)
CLOSED_OWES_NOTHING = Text(
    "It is closed and owes nothing; see what it was: baitiao history {account_id}",
    "该账户已销户, 没有欠款; 查看记录: baitiao history {account_id}",
)
NOTHING_ASKED_OF = Text(
    "{subject_id} asks for nothing any more, so there is no figure to explain; see: baitiao schedule {subject_id}",
    "{subject_id} 已无应还款项, 没有可说明的金额; 查看: baitiao schedule {subject_id}",
)
CAUSES = {
    "bill": Text("bill of {on}", "{on} 账单"),
    "due": Text("due on {on}", "{on} 到期"),
    "debit": Text("auto-repay on {on}", "{on} 自动还款"),
    "recognition": Text("income as of {on}", "{on} 收入确认"),
}
PLACEHOLDERS = (Text("OUTCOME", "裁定结果"), Text("TEXT", "原因"))
BILL_IN_INSTALLMENTS = Text("a bill in installments", "账单分期")
RESTRUCTURING = Text("a restructuring of what bills ask for", "账单欠款的个性化分期")
PAID_BY_WRITE_OFF = Text(
    "Of what its rows tell as paid, {amount} yuan were written off: nobody paid them.",
    "各期已还金额中有 {amount} 元系减记, 并未偿还。",
)
PAID_BY_GOING_OVER = Text(
    "Of what its rows tell as paid, {amount} yuan went over to plan {heirs}; what is unpaid of them is owed there.",
    "各期已还金额中有 {amount} 元已转入分期 {heirs}, 未还部分在该分期中偿还。",
)
NO_ROWS_LEFT = Text(
    "Nothing of it asks for anything any more: it has no installments left.", "该分期已无应还款项, 没有剩余期数。"
)
FEES_DROPPED = Text("Fees fall by {dropped} yuan with it.", "费用相应减少 {dropped} 元。")
DISPUTE_TITLE = Text(
    "{amount} yuan of {plan_id} are in dispute from {on} ({event_id})",
    "{plan_id} 争议 {amount} 元, 生效日 {on} ({event_id})",
)
SET_ASIDE = Text("Set aside", "暂缓还款")
NEED_NOT_BE_PAID = Text(
    "{aside} yuan need not be paid until it is decided, and nothing is charged on them.",
    "裁定前 {aside} 元暂缓还款, 不计利息、费用与违约金。",
)
PAID_BEFORE_DISPUTE = Text(
    "{paid} yuan had been paid; they are given back if the dispute is won.",
    "其中 {paid} 元此前已还, 争议成立时退回。",
)
TO_RESOLVE = Text(
    "When it is decided: baitiao resolve {event_id} won, or: baitiao resolve {event_id} lost",
    "裁定后: baitiao resolve {event_id} won (成立), 或 baitiao resolve {event_id} lost (不成立)",
)
DISPUTE_WON_TITLE = Text(
    "Dispute {dispute_id} of {plan_id} is won: {amount} yuan refunded ({event_id})",
    "争议 {dispute_id} ({plan_id}) 成立: 退款 {amount} 元 ({event_id})",
)
WAS_SET_ASIDE = Text("set aside before", "此前已暂缓")
DISPUTE_LOST_TITLE = Text(
    "Dispute {dispute_id} of {plan_id} is lost: {amount} yuan owed again as {again} ({event_id})",
    "争议 {dispute_id} ({plan_id}) 不成立: {amount} 元恢复应还, 分期 {again} ({event_id})",
)
FREE_MEANWHILE = Text(
    "Nothing was charged for the time of the dispute; the first installment falls due like that of a new purchase.",
    "争议期间不收息费; 首期与新消费一样按期到期。",
)
NOTHING_OWED_AGAIN = Text(
    "Dispute {dispute_id} of {plan_id} is lost ({event_id}): all of it had been paid, so nothing changes.",
    "争议 {dispute_id} ({plan_id}) 不成立 ({event_id}): 款项此前已还清, 账户无变化。",
)
OF_DISPUTE = Text("of {dispute_id}", "{dispute_id}")
IS_DISPUTED = Text("{amount} yuan, {cause}", "{amount} 元, {cause}")
FEES_RETURNED = Text(
    "{returned} yuan of fees and interest are given back besides.", "另按比例退还费用、利息 {returned} 元。"
)
RETURNED_IN_ALL = Text("{returned} yuan returned", "退回 {returned} 元")
WAIVER_TITLE = Text(
    "{amount} yuan waived on {account_id}, counted from {on} ({event_id})",
    "{account_id} 减免 {amount} 元, 生效日 {on} ({event_id})",
)
TAKEN_OFF = Text("Waived on", "减免对象")
WRITE_OFF_TITLE = Text(
    "{amount} yuan written off on {account_id}, counted from {on} ({event_id})",
    "{account_id} 减记 {amount} 元, 生效日 {on} ({event_id})",
)
GIVEN_UP_ON = Text("Given up on", "减记对象")
RECOVERY_TITLE = Text(
    "{amount} yuan recovered on {account_id}, counted from {on} ({event_id})",
    "{account_id} 核销后收回 {amount} 元, 生效日 {on} ({event_id})",
)
RECOVERED = Text("written off before ({of})", "此前已减记 ({of})")
STILL_COLLECTABLE = Text(
    "All of it stays owed, interest and charges run on by contract. What comes in is a recovery; "
    "nothing may be bought.",
    "债权保留, 息费按合同继续计收, 收到款项记为核销后收回; 不得再消费。",
)
STILL_COLLECTABLE_PLAN = Text(
    "All of it stays owed, interest and charges run on by contract; what comes in for it is a recovery.",
    "债权保留, 息费按合同继续计收, 收到款项记为核销后收回。",
)
TO_RECOVER = Text(
    "When money comes: baitiao recover {account_id} AMOUNT{plan}", "收到款项时: baitiao recover {account_id} 金额{plan}"
)
WHOLE_ACCOUNT = Text("the whole account", "整个账户")
LOSSES = Text("Given up for lost", "已核销或减记")
CREDIT_TITLE = Text(
    "{amount} yuan given to {account_id}, counted from {on} ({event_id})",
    "{account_id} 补偿入账 {amount} 元, 生效日 {on} ({event_id})",
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
PREPAYMENT_TITLE = Text(
    "Prepayment of {amount} yuan on {plan_id} on {on}", "提前还款试算: {amount} 元, {plan_id}, {on}"
)
PLAN_AFTER = Text("Plan {plan_id} without and with it", "{plan_id} 提前还款前后对比")
PRINCIPAL_AHEAD = Text("{plan_id}, principal ahead", "{plan_id} 提前还本")
TO_PREPAY = Text("To prepay: {command}", "入账: {command}")
TO_PREPAY_THEN = Text("To prepay on that day: {command}", "届时入账: {command}")
NO_INSTALLMENTS = Text("it has no installments", "该笔没有分期")
ALL_FEES_DUE = Text("its terms ask for all fees in any case", "按条款提前还款仍须支付全部费用")
PRINCIPAL_AT_THE_END = Text(
    "its principal is due at the end, so that only the payments can fall (--by lower-payment)",
    "本金到期一次偿还, 只能减少还款额 (--by lower-payment)",
)
TOO_LITTLE_LEFT = Text(
    "what is left is too little for as many payments, so that only the term can get shorter (--by shorter-term)",
    "剩余本金过少, 不足以分摊到原有期数, 只能缩短期限 (--by shorter-term)",
)
COST_ABOVE_CAP = Text(
    "{plan_id} has cost {simple}% a year on the days really used, above its cap.",
    "{plan_id} 按实际天数的年化成本为 {simple}%, 超过上限。",
)
NO_PRICE = Text("it has neither a rate nor a fee", "该笔没有利率或费率")
ALL_ROWS_BEGUN = Text(
    "its last period has begun, and what has begun keeps its price", "最后一期已开始, 已开始的各期价格不变"
)
BEARS_NOTHING = Text("it bears neither interest nor a fee", "该笔不计利息或费用")
NO_PRINCIPAL_LEFT = Text("no principal is left of it", "该笔本金已还清")
ALL_ROWS_ASKED = Text("every installment of it has been asked for", "各期均已出账")
ALL_ROWS_BILLED = Text("no installment to come has nights in that time", "该时段内没有未出账的分期")
CONVERTED_TITLE = Text(
    "{plan_id}: {amount} yuan of bill {number} in {count} installments ({event_id})",
    "{plan_id}: 第 {number} 期账单中的 {amount} 元分 {count} 期 ({event_id})",
)
AMOUNT_TOLD = Text("{amount} yuan", "{amount} 元")
DEFERRED_TO = Text(
    "It was deferred to {due_on}; installments on it are due as they were.", "该账单已延期至 {due_on}, 分期各期除外。"
)
DEFERRED_BY = Text("by {days} days", "延期 {days} 天")
DEFERRED_NOTE = Text(
    "From {before_on} on each night costs {rate} on what is unpaid of the new purchases: at most {cost} yuan if it is "
    "paid on {due_on}. What was carried to the bill goes on costing what it costs.",
    "自 {before_on} 起, 新消费的未还部分每夜按 {rate}计息: 至多 {cost} 元 (于 {due_on} 还款); 已结转部分照旧计息。",
)
DEFERRED_REST = Text("Installments on the bill keep their due dates.", "账单中的分期各期仍按原到期还款日还款。")
CONVERTED_FROM = Text("Off these purchases on bills", "来自账单中的消费")
CONVERTED_COST = Text(
    "It costs {cost} yuan in all, {simple}% a year (simple); the first installment comes with the bill of {billed_on}.",
    "费用合计 {cost} 元, 年化利率(单利) {simple}%; 首期计入 {billed_on} 账单。",
)
MINIMUM_AFTER = Text(
    "Of the minimum payment {minimum} yuan are left, due by {due_on}.", "最低还款额还剩 {minimum} 元, {due_on} 到期。"
)
REPRICED_TITLE = Text(
    "{plan_id}: {before} until {on}, then {after} ({event_id})",
    "{plan_id}: {on} 起由 {before} 调整为 {after} ({event_id})",
)
PAUSED_TITLE = Text(
    "{plan_id}: no interest or fee from {on} until {until_on}, {nights} nights ({event_id})",
    "{plan_id}: {on} 至 {until_on} 停息 {nights} 夜 ({event_id})",
)
EXTENDED_TITLE = Text(
    "{plan_id}: extended by {months} months on {on} ({event_id})", "{plan_id}: {on} 展期 {months} 个月 ({event_id})"
)
EXTENDED_LEFT = Text("Months by which it may still be extended: {months}.", "还可展期 {months} 个月。")
RESTRUCTURED_TITLE = Text(
    "{plan_id}: {principal} yuan in {count} installments from {on} on ({event_id})",
    "{plan_id}: 剩余本金 {principal} 元重新分 {count} 期, 自 {on} 起 ({event_id})",
)
RESTRUCTURED_COST = Text(
    "At {rate} it costs {cost} yuan from now on, {simple}% a year (simple).",
    "按 {rate} 计, 此后息费合计 {cost} 元, 年化利率(单利) {simple}%。",
)
NO_INTEREST_AT_ALL = Text("no interest", "免息")
CHARGES_WAIT = Text(
    "{charges} yuan of charges so far bear nothing and are due by {due_on}; they can be waived.",
    "此前的息费和违约金 {charges} 元不再计息, {due_on} 前还清即可, 也可减免。",
)
NOT_LATE_ANY_MORE = Text(
    "The account was {days} days past due; what was restructured is not late any more.",
    "账户此前逾期 {days} 天; 重组部分不再逾期。",
)
OVERDUE_DAYS = Text("overdue {days} d", "逾期 {days} 天")
IN_INSTALLMENTS = Text("in {installments} installments", "分 {installments} 期")
HARDSHIP_SINCE = Text(
    "asked for on {since_on}: {reason}; to be decided by {decide_by_on}, {days} days left",
    "{since_on} 申请: {reason}; 须于 {decide_by_on} 前答复, 还剩 {days} 天",
)
HARDSHIP_LATE = Text(
    "asked for on {since_on}: {reason}; it was to be decided by {decide_by_on}, {days} days ago",
    "{since_on} 申请: {reason}; 应于 {decide_by_on} 前答复, 已超期 {days} 天",
)
HARDSHIP_MEANWHILE = Text(
    "Until it is decided, by {decide_by_on}, nothing is to be collected; interest and charges run on.",
    "{decide_by_on} 前答复; 答复前不应催收, 息费和违约金照计。",
)
TO_RELIEVE = Text(
    "To give relief: baitiao extend, restructure or pause PLAN; for purchases on bills: baitiao restructure "
    "{account_id}; baitiao waive {account_id} AMOUNT --reason TEXT",
    "办理纾困: baitiao extend、restructure 或 pause 分期; 账单消费: baitiao restructure {account_id}; "
    "baitiao waive {account_id} 金额 --reason 原因",
)
DECIDE_BY = Text("to be decided by {decide_by_on}", "须于 {decide_by_on} 前答复")
EXTENDED_BY = Text("by {months} months", "{months} 个月")
COST_LESS = Text("Interest and fees fall by {amount} yuan in all.", "息费合计减少 {amount} 元。")
COST_MORE = Text("Interest and fees rise by {amount} yuan in all.", "息费合计增加 {amount} 元。")
COST_SAME = Text("Interest and fees stay the same to the fen.", "息费合计不变。")
RATE_NOW = Text("{before} → {after}", "{before} → {after}")
RATE_TO = Text("to {after}", "调整为 {after}")
PAUSED_UNTIL = Text("until {until_on}", "至 {until_on}")
PRICE_CHANGES = Text("Its price since", "其后价格")
NO_INTEREST = Text("none: paused", "停息")
TO_PAY_IT = Text("To settle: {command}", "结清: {command}")
TO_PAY_IT_THEN = Text("To settle on that day: {command}", "届时结清: {command}")
NOTHING_OWED = Text("Nothing is owed.", "没有欠款。")
FROM_CREDIT = Text("from the credit balance", "溢缴款抵扣")
ANSWERED_BEFORE = Text("This request was answered before; nothing was written again.", "该请求此前已处理, 未重复入账。")
NOTHING_KEPT = Text("Dry run: nothing was kept.", "演示运行: 未保存任何结果。")

HISTORY_TITLE = Text("History of {account_id} up to {as_of}", "账户 {account_id} 的历史, 截至 {as_of}")
BALANCE = Text("Balance", "余额")
REVERSED_BY = Text("reversed by {event_id}", "已被 {event_id} 冲正")
REVERSES = Text("reverses {event_id}", "冲正 {event_id}")
HELD_THROUGH = Text("{hold_id}: {amount} held through {expires_on}", "{hold_id}: 冻结 {amount}, 有效期至 {expires_on}")
RELEASES = Text("releases {hold_id}", "撤销 {hold_id}")
CAPTURES = Text("captures {hold_id}", "{hold_id} 请款")
PRICE_FINANCED = Text("price {amount}, {own} of it not financed", "总价 {amount}, 其中自付 {own}")
LIMIT_NOW = Text("limit {limit}", "额度 {limit}")
FOR_SCENE = Text("for {scene}", "场景 {scene}")
FROM_DAY = Text("from {from_on}", "自 {from_on} 起")
UNTIL_DAY = Text("until {until_on}", "至 {until_on}")
LIMIT_ENDS = Text("temporary limit ended", "临时额度终止")
EARMARK_ENDS = Text("limit ended", "专项额度终止")
LIMIT_ENDS_FOR = Text("limit for {scene} ended", "场景 {scene} 额度终止")
ITS_MEANS = Text("{means}", "{means}")
BILL_DAY_NOW = Text("day {bill_day}", "每月 {bill_day} 日")
AUTO_REPAY_ENDS = Text("ended", "解约")
DEBIT_TOLD = Text("{taken} of {asked} by {means}, {outcome}", "{means}: 应扣 {asked}, 实扣 {taken}, {outcome}")
MEANS_TOLD = Text("{name}: {can_pay}", "{name}: {can_pay}")

# an explanation
EXPLAINED_TITLE = Text("{figure} ({of}): {amount} yuan", "{figure} ({of}): {amount} 元")
OF_ROW = Text("{plan_id}, no. {number}", "{plan_id} 第 {number} 期")
OF_PLAN = Text("{plan_id}: {rule}", "{plan_id}: {rule}")
OF_KIND = Text("{rule}, {kind}", "{rule}, {kind}")
OF_NUMBER = Text("{rule}, no. {number}", "{rule}, 第 {number} 期")
OF_BILL = Text("bill no. {number} of {account_id}", "{account_id} 第 {number} 期账单")
RATE_OF_A_STEP = Text(
    "At {step}% for each step of {span} the payments are worth the loan on its first day; a year has {steps} steps.",
    "以 {span}为一步, 按每步 {step}% 折现, 各期还款的首日现值合计等于借款本金; 一年 {steps} 步。",
)
STEP_OF_MONTHS = Text("{count} month(s)", "{count} 个月")
STEP_OF_WEEKS = Text("{count} week(s)", "{count} 周")
STEP_OF_DAYS = Text("{count} day(s)", "{count} 天")
SIMPLE_RATE = Text(
    "Annual rate, simple: {steps} x {step}% = {simple}%", "年化利率(单利): {steps} x {step}% = {simple}%"
)
COMPOUND_RATE = Text(
    "Annual rate, compound: (1 + {step}%)^{steps} - 1 = {compound}%",
    "年化利率(复利): (1 + {step}%)^{steps} - 1 = {compound}%",
)
CLASS_NORMAL = Text("Class: {loan_class}; nothing is past due.", "五级分类: {loan_class}, 无逾期。")
CLASS_EASED = Text(
    "Class: {loan_class}; nothing is past due, but a plan was extended or restructured on {eased_on}.",
    "五级分类: {loan_class}。无逾期, 但有分期于 {eased_on} 展期或重组。",
)
CLASS_BECAUSE = Text(
    "Class: {loan_class}. It is {days} days past due, since {since_on}; {first} to {last} days by {rule}.",
    "五级分类: {loan_class}。自 {since_on} 起逾期 {days} 天; 逾期 {first} 至 {last} 天, 依 {rule}。",
)
CLASS_BEYOND = Text(
    "Class: {loan_class}. It is {days} days past due, since {since_on}; {first} days or more by {rule}.",
    "五级分类: {loan_class}。自 {since_on} 起逾期 {days} 天; 逾期 {first} 天及以上, 依 {rule}。",
)
NOT_ACCRUING = Text(
    "Its interest, fees and late charges are owed as ever, and income only when they are paid.",
    "利息、手续费与违约金照常应还, 已转表外, 实际收回时再计入收入。",
)
AGREES = Text(
    "An independent day-by-day computation agrees on all {compared} figures of the account.",
    "独立逐日重算, 账户全部 {compared} 项数字一致。",
)
DISAGREES = Text(
    "An independent day-by-day computation differs on {count} of {compared} figures.",
    "独立逐日重算, {compared} 项数字中有 {count} 项不一致。",
)

# reasons
BILL_NUMBER = Text("Bill {number}", "第 {number} 期")
OF_NUMBERS = Text("{rule} {numbers}", "{rule} {numbers}")
FIGURES_COMPARED = Text(
    "What changed on {account_id} from {before_on} to {after_on}",
    "账户 {account_id} 从 {before_on} 到 {after_on} 的变化",
)
LEARNED = Text("What the ledger learned of {account_id} on {on}", "账本对账户 {account_id} ({on}) 的新认知")
CAUSES_TITLE = Text("What caused it", "变化原因")
BILL_IS_HIGHER = Text(
    "Bill {after} ({after_on}) asks for {amount} yuan more than bill {before} ({before_on})",
    "第 {after} 期账单 ({after_on}) 比第 {before} 期 ({before_on}) 多 {amount} 元",
)
BILL_IS_LOWER = Text(
    "Bill {after} ({after_on}) asks for {amount} yuan less than bill {before} ({before_on})",
    "第 {after} 期账单 ({after_on}) 比第 {before} 期 ({before_on}) 少 {amount} 元",
)
BILL_IS_THE_SAME = Text(
    "Bill {after} ({after_on}) asks for as much as bill {before} ({before_on})",
    "第 {after} 期账单 ({after_on}) 与第 {before} 期 ({before_on}) 应还金额相同",
)
TO_EXPLAIN = Text("To the fen: {command}", "逐分说明: {command}")
CAUSE_OF_AMOUNT = Text("{cause} {amount}", "{cause} {amount}")
NOTHING_CHANGED = Text("Nothing changed.", "没有变化。")

# the person
PERSON_TITLE = Text("Person {person_id} of {account_id}", "账户 {account_id} 的客户 {person_id}")
PERSON_FIELDS = {
    "name": Text("Name", "姓名"),
    "phone": Text("Phone", "电话"),
    "id_number": Text("ID number", "身份证号"),
}
LAST_FOUR_OF = Text("{field}, the last 4 characters", "{field}末 4 位")
CLOSING_SINCE = Text(
    "asked for on {since_on}; can be taken back until {ends_on}, when it is closed",
    "{since_on} 申请, {ends_on} 前可撤销, 当日销户",
)
CLOSING_LAPSED = Text(
    "asked for on {since_on}, lapsed on {on}: {blockers}", "{since_on} 申请, {on} 因未了事项失效: {blockers}"
)
CLOSES_ON = Text("to be closed on {ends_on}", "{ends_on} 销户")
COOLING_OVER = Text("the cooling period is over", "冷静期满")
STOOD_IN_THE_WAY = Text("in the way: {blockers}", "未了事项: {blockers}")
CLOSED_BY_OPERATOR = Text("{closed_on}, by the operator", "{closed_on}, 人工销户")
BY_OPERATOR = Text("by the operator", "人工销户")
WRONG_ENDS = Text("wrong: {fields}", "不符: {fields}")
VERIFIED_BY = Text("verified: {fields}", "已核验: {fields}")
IS_ASKED = Text(
    "The customer is asked for the last 4 characters of: {fields}; without the customer: {command}",
    "客户须提供末 4 位: {fields}; 人工销户: {command}",
)
STAND_IN = Text("A comparison of ends stands in for a real verification.", "末位比对仅为身份核验的替代方式。")
NOT_KNOWN = Text("not known", "未知")
OTHER_ACCOUNTS = Text("Other accounts of this person: {accounts}", "该客户的其他账户: {accounts}")

# as it was known
AS_KNOWN = Text(
    "As the ledger knew it up to event {sequence}: {event_id}, recorded {recorded_at} (Shanghai).",
    "按账本当时所知: 截至第 {sequence} 个事件 {event_id}, 上海时间 {recorded_at} 入账。",
)

# a bill
BILL_TITLE = Text("Bill no. {number} of {billed_on}", "第 {number} 期账单, 出账日 {billed_on}")
COVERS = Text("{from_on} to {last_on}", "{from_on} 至 {last_on}")
MOVEMENTS_TITLE = Text("How it came about", "账单明细")
INSTALLMENTS_TITLE = Text("Installments in this bill", "本期分期应还")
PAYABLE_BY_NOW = Text(
    "On {as_of}, with all that came since, {due} yuan are payable.",
    "截至 {as_of}, 计入此后的全部变动, 当前应还 {due} 元。",
)
NOT_ISSUED = Text("This bill has not been issued yet.", "本账单尚未出账。")
TO_ISSUE_IT = Text("To issue it: {command}", "出账: {command}")

# the ledger
ACCRUING = Text("Accounts brought up to date", "账户逐日处理")
NOT_SETTLED = Text("Accounts that could not be settled", "未能处理的账户")
BILLS_ISSUED = Text("Bills issued", "新出账单")
CLOSINGS_ENDED = Text("Cooling periods that ended", "到期的注销冷静期")
ACCRUED = Text("Brought to {through}; accounts: {account_count}.", "已处理至 {through}, 共 {account_count} 个账户。")
NOTHING_TO_ACCRUE = Text("Nothing to do up to {through}.", "截至 {through} 无需处理。")
BATCH_DONE = Text("Done; lines: {count}.", "已完成, 共 {count} 行。")
CHECK_PASSED = Text("All is well.", "账本完好。")
HEAD_IS = Text("Head {head}", "链头 {head}")
CHECK_FAILED = Text("{count} findings: do not write to this ledger.", "发现 {count} 处问题, 请勿再写入此账本。")
NOT_JSON = Text("not JSON at character {column}", "第 {column} 个字符处不是 JSON")
NOT_AN_OBJECT = Text("not one JSON object", "不是单个 JSON 对象")
NOT_A_TEXT = Text("the value of '{key}' is neither a text nor a number", "“{key}”的值不是文字或数字")
NOT_A_FLAG = Text("'{key}' is no flag: it needs a text or a number", "“{key}”不是开关选项, 其值须为文字或数字")
NOT_JSON_AT = Text("not JSON at line {line}, character {column}", "第 {line} 行第 {column} 个字符处不是 JSON")
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
TO_TRY = Text(
    "To ask about this account, keep its ledger: baitiao demo --keep demo.db",
    "如需查询此账户, 请保留账本: baitiao demo --keep demo.db",
)
KEPT_AT = Text("The ledger of this story is kept: {path}", "演示账本已保留: {path}")
TRY_WHY = Text("Why is the March bill 3.00 higher? {command}", "三月账单为何高 3.00 元? {command}")
CHAPTER = Text("{day}  {caption}", "{day}  {caption}")
