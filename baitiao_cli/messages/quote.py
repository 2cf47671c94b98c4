"""What stands over, in and under a quote, in English and Chinese."""

from __future__ import annotations

from baitiao_cli.messages import Text

SCHEDULE_TITLE = Text("Schedule of {amount} yuan from {start_on}", "{amount} 元还款计划表, 起始日 {start_on}")
COST_TITLE = Text("What it costs", "综合融资成本")
COST_ITEMS = {
    "interest": Text("Interest", "利息"),
    "fee": Text("Fees", "费用"),
    "all": Text("All costs", "成本合计"),
}
SIMPLE = Text("A year, simple", "年化(单利)")
COMPOUND = Text("A year, compound", "年化(复利)")
LATE_TITLE = Text(
    "If it is paid late (example: the first installment, {nights} days late)", "逾期成本 (示例: 首期逾期 {nights} 天)"
)
COMPARISON_TITLE = Text(
    "Ways to pay {amount} yuan from {start_on}, with their annual rates", "{amount} 元各期数对比, 起始日 {start_on}"
)
PAID_IN = Text("Paid in", "期数")
SIMPLE_SHORT = Text("Simple", "年化(单利)")
COMPOUND_SHORT = Text("Compound", "年化(复利)")
NO_OTHER_FEES = Text("There are no other fees.", "除此之外无其他费用。")
LATE_FLOOR = Text(
    "A late day costs at least {floor} yuan for each installment that is late.", "每期逾期每日至少收取 {floor} 元。"
)
LATE_GRACE = Text(
    "Within {days} days after its due date a payment is not late; after them it is late from its due date.",
    "到期还款日后 {days} 天内还款不算逾期; 超过则自到期还款日起计算。",
)
LATENESS_IS_FREE = Text("Paying late costs nothing on these terms.", "按此条款逾期不另收费。")
ABOVE_CAP = Text(
    "In {count}: the simple annual rate of {simple}% is above the cap of {cap}%: no plan may be made at this price.",
    "{count} 期: 年化利率(单利) {simple}% 超过上限 {cap}%, 不得以此价格办理分期。",
)
ABOVE_CAP_FLAGGED = Text(
    "In {count}: the simple annual rate of {simple}% is above the cap of {cap}%; the product allows that, flagged.",
    "{count} 期: 年化利率(单利) {simple}% 超过上限 {cap}%; 按产品设置予以标记。",
)
TO_CHARGE = Text(
    "To buy on exactly these terms on that day: baitiao charge {account} {amount} --quote {quote_id}",
    "当日按此条款消费: baitiao charge {account} {amount} --quote {quote_id}",
)
QUOTE_PLACE = Text("QUOTE", "试算编号")
ACCOUNT_PLACE = Text("ACCOUNT", "账户")
NOT_KEPT_MISSING = Text(
    "There is no ledger, so the quote was not kept: it cannot be accepted by its id.",
    "没有账本, 试算未保存, 不能按编号办理。",
)
NOT_KEPT = Text(
    "The quote could not be kept ({code}), so it cannot be accepted by its id.",
    "试算未能保存 ({code}), 不能按编号办理。",
)
BILL_DATES = Text(
    "On an account this product is due with its bills: --account quotes that. Accepted by its id, the plan is due on "
    "the days above instead, at the price above.",
    "该产品随账户账单还款, 可用 --account 试算; 若按本编号办理, 则按上述日期和价格还款。",
)
TERMS_TITLE = Text("Terms", "条款")
