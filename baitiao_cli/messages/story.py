"""The captions of the story that `demo` plays, in the order in which it is told."""

from __future__ import annotations

from baitiao_cli.messages import Text

OPENED = Text(
    "Li Lei opens a credit line of 20,000 yuan; bills come on the 3rd.",
    "李雷开通信用账户, 额度 20,000 元, 每月 3 日出账。",
)
PHONE = Text(
    "He buys a phone for 5,999.00 in 12 installments, for a fee of 0.6% each.",
    "购买手机 5,999.00 元, 分 12 期, 每期费率 0.6%。",
)
GROCERIES = Text(
    "Groceries for 400.00: no installments, to be paid with the next bill.",
    "买菜 400.00 元, 不分期, 随下期账单还款。",
)
FIRST_BILL = Text(
    "The first bill: the groceries and the first installment of the phone.",
    "第一期账单: 买菜款和手机分期第 1 期。",
)
PAID_IN_FULL = Text("He pays the bill in full and in time: no interest.", "到期前全额还清账单: 免息。")
COAT = Text("A coat for 403.00, again without installments.", "买外套 403.00 元, 不分期。")
SECOND_BILL = Text(
    "The second bill comes, due on 12 March: 3.00 more than the first.",
    "第二期账单出账, 3 月 12 日到期, 比上期多 3.00 元。",
)
PAID_LATE = Text(
    "He pays five days late: interest and late charges for five nights.",
    "逾期 5 天还款: 计 5 晚的利息与违约金。",
)
THIRD_BILL = Text("The third bill comes, due on 12 April.", "第三期账单出账, 4 月 12 日到期。")
PAST_DUE = Text("No payment has been recorded: the account is eight days past due.", "未见还款记录: 账户已逾期 8 天。")
BACK_DATED = Text(
    "His payment of 8 April turns up. It is entered on its own day: he was never late, the charges are gone.",
    "查到他 4 月 8 日的还款, 按当日补记: 从未逾期, 违约金随之取消。",
)
FOURTH_BILL_PAID = Text("He pays the fourth bill in time.", "按时还清第四期账单。")
PAID_OFF = Text(
    "He pays the phone off early: the principal that is left and one more fee; the other fees fall away.",
    "提前结清手机分期: 只付剩余本金和下一期费用, 其余费用免收。",
)
CLOSED = Text("Nothing is owed, so the account can be closed.", "已无欠款, 可以销户。")
