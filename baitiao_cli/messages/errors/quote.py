"""Errors of quotes and of accepting them."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

AGAIN = Text(
    "Quote it again: baitiao quote AMOUNT --account {account_id}", "重新试算: baitiao quote 金额 --account {account_id}"
)

QUOTE_ERRORS: dict[str, ErrorText] = {
    "quote-id-malformed": ErrorText(
        2,
        Text(
            "“{text}” is no id of a quote: a symbol is wrong or missing, or two changed places.",
            "“{text}”不是试算编号: 有字符错误、缺少或颠倒。",
        ),
        Text("Read it again; it looks like Q7K3F9M2TA4.", "请重新核对, 编号形如 Q7K3F9M2TA4。"),
    ),
    "quote-unknown": ErrorText(
        3,
        Text("There is no quote {quote_id} in this ledger.", "账本中没有试算 {quote_id}。"),
        Text(
            "Quotes are kept in the ledger that was named when they were made; see: baitiao quote --help",
            "试算保存在当时所用的账本中; 见 baitiao quote --help",
        ),
    ),
    "quote-for-nobody": ErrorText(
        4,
        Text(
            "Quote {quote_id} on {product_id} is for nobody in particular, but is due with the bills of an account.",
            "试算 {quote_id} ({product_id}) 未指定账户, 而该产品随账户账单还款。",
        ),
        AGAIN,
    ),
    "quote-accepted": ErrorText(
        4,
        Text(
            "Account {account_id} accepted quote {quote_id} already: plan {plan_id}.",
            "账户 {account_id} 已按试算 {quote_id} 办理: 分期 {plan_id}。",
        ),
        Text(
            "If the same is bought once more, charge it without the quote; see: baitiao schedule {plan_id}",
            "如确需再买一次, 请不带试算编号办理; 查看: baitiao schedule {plan_id}",
        ),
    ),
    "quote-for-another-account": ErrorText(
        4,
        Text(
            "Quote {quote_id} is for account {quoted_id}, not for {account_id}.",
            "试算 {quote_id} 属于账户 {quoted_id}, 不属于 {account_id}。",
        ),
        AGAIN,
    ),
    "quote-of-another-amount": ErrorText(
        4,
        Text(
            "Quote {quote_id} is about {quoted_fen}, not {amount_fen}.",
            "试算 {quote_id} 的金额为 {quoted_fen}, 不是 {amount_fen}。",
        ),
        AGAIN,
    ),
    "quote-of-another-day": ErrorText(
        4,
        Text(
            "Quote {quote_id} is for a purchase on {start_on}, not on {on}: its due dates would be others.",
            "试算 {quote_id} 的消费日为 {start_on}, 不是 {on}: 还款日会不同。",
        ),
        Text(
            "If it was bought on that day: --on {start_on}; else quote it again: baitiao quoted {quote_id}",
            "若消费发生在该日: --on {start_on}; 否则请重新试算: baitiao quoted {quote_id}",
        ),
    ),
    "quote-outdated": ErrorText(
        4,
        Text(
            "The plan would first be due on {due_on} by now, not on {first_due_on} as quote {quote_id} showed.",
            "按目前情况首期还款日为 {due_on}, 与试算 {quote_id} 所示 {first_due_on} 不同。",
        ),
        AGAIN,
    ),
    "rate-not-daily": ErrorText(
        2,
        Text("“{text}” is not a rate a day.", "“{text}”不是日费率。"),
        Text("Give one, such as 0.05%.", "请给出日费率, 例如 0.05%。"),
    ),
    "counts-malformed": ErrorText(
        2,
        Text("“{text}” is not a list of different numbers from 1.", "“{text}”不是从 1 起且不重复的数字列表。"),
        Text("Separate them with commas: 3,6,12", "请用逗号分隔: 3,6,12"),
    ),
}
