"""Help lines: what every command, option and argument is for; `--help` reads this page and imports no command."""

from __future__ import annotations

from typing import NamedTuple

from baitiao_cli.messages import Text

PROGRAM = Text(
    "A credit account manager: purchases on credit, bills, installments, repayments.",
    "信用账户管理: 赊购、账单、分期与还款。",
)
DISCLAIMER = Text(
    "An independent program, not affiliated with JD.com; its figures are not an offer and not legal advice.",
    "本程序独立开发, 与京东无关; 所示数字不构成要约, 也不是法律意见。",
)
MORE_HELP = Text("baitiao COMMAND --help explains a command.", "baitiao 命令 --help 查看某个命令的说明。")

USAGE = Text("Usage", "用法")
ARGUMENTS = Text("Arguments", "参数")
OPTIONS_OF_COMMAND = Text("Options", "选项")
OPTIONS_EVERYWHERE = Text("Options of every command", "通用选项")
EXAMPLES = Text("Examples", "示例")
COMMAND = Text("COMMAND", "命令")
OPTIONS_PLACE = Text("[OPTIONS]", "[选项]")
ENVIRONMENT = Text("env: {name}", "环境变量: {name}")
REQUIRED = Text("required", "必填")

SECTIONS = {
    "start": Text("Start here", "从这里开始"),
}


class CommandText(NamedTuple):
    """One command: the section of the main help that it stands in, its help, and examples without the program name."""

    section: str
    help: Text
    examples: tuple[str, ...] = ()


COMMANDS: dict[str, CommandText] = {
    "quote": CommandText(
        "start",
        Text(
            "Shows the schedule, the cost and the annualised rate of a purchase; needs no account.",
            "试算一笔消费的还款计划、费用与年化利率, 无需账户。",
        ),
        (
            "quote 1000 --installments 12 --fee 0.6%",
            "quote 10000 --installments 6 --annual-rate 12 --day-count actual/365",
            "quote 6999 --product inst --installments 12 --down-payment 20%",
        ),
    ),
    "products": CommandText("start", Text("Lists the products of the catalogue.", "列出产品目录。"), ("products",)),
    "product": CommandText("start", Text("Shows one product in full.", "查看一个产品的全部条款。"), ("product inst",)),
}

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
        "Take the terms of this product (see: baitiao products).", "采用此产品的条款 (见 baitiao products)。"
    ),
    "--tier": Text(
        "The customer's price tier of the product: A, B, C or D; default: A.", "客户定价档: A、B、C、D; 默认 A。"
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
    "--free-periods": Text("How many first periods bear no interest.", "前若干期免息。"),
    "--first-due": Text("Due date of the first installment.", "首期还款日。"),
    "quote --on": Text("The day of the purchase; default: today.", "消费日; 默认今天。"),
    # products
    "PRODUCT": Text("Id of a product (see: baitiao products).", "产品编号 (见 baitiao products)。"),
}
