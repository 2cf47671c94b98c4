"""Help lines: what every command is for; `--help` reads this page and imports no command."""

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
BATCH_LINES = Text(
    "A line is one command: the field verb names it, the other fields are its options (without dashes) and its "
    "arguments by their words in small letters; on and request-id go with each. A flag is true or false, in CSV yes "
    "or no. payoff and prepay are recorded. Verbs: {verbs}.",
    "每行一个命令: verb 为命令名, 其余字段为该命令的选项 (不带短横) 与参数 (小写); 每行均可用 on 与 request-id。"
    "开关选项填 true 或 false, CSV 中填 yes 或 no。payoff 与 prepay 直接入账。可用命令: {verbs}。",
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
    "line": Text("Accounts", "账户"),
    "money": Text("Purchases and payments", "消费与还款"),
    "ledger": Text("The ledger", "账本"),
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
            "quote 6999 --product inst --compare 3,6,12,24",
        ),
    ),
    "quoted": CommandText(
        "start",
        Text("Shows a quote that was kept, as it was shown.", "再次显示已保存的试算。"),
        ("quoted Q7K3F9M2TA4",),
    ),
    "rate": CommandText(
        "start",
        Text(
            "Shows the annual rate of any list of cash flows, by convention; needs no account.",
            "按指定口径计算任意现金流的年化利率, 无需账户。",
        ),
        ("rate flows.json --convention us-reg-z", "rate - --convention xirr-365 --json < flows.json"),
    ),
    "products": CommandText("start", Text("Lists the products of the catalogue.", "列出产品目录。"), ("products",)),
    "product": CommandText("start", Text("Shows one product in full.", "查看一个产品的全部条款。"), ("product inst",)),
    "demo": CommandText(
        "start",
        Text(
            "Plays a bundled story in a throw-away ledger and shows its tables.",
            "在临时账本中演示一个完整的故事并显示各张表。",
        ),
        ("demo", "demo --lang zh", "demo --keep demo.db"),
    ),
    "open": CommandText(
        "line",
        Text("Opens a credit line for a person.", "为客户开立信用账户。"),
        ("open --name 李雷 --limit 20000 --phone 13800001234",),
    ),
    "show": CommandText("line", Text("Shows one account on one screen.", "一屏查看一个账户。"), ("show A1",)),
    "history": CommandText(
        "line",
        Text(
            "Shows what happened to an account, with the balance after each event.",
            "查看账户的全部事件及每次变动后的余额。",
        ),
        ("history A1", "history A1 --as-of 2026-03-31 --csv"),
    ),
    "explain": CommandText(
        "line",
        Text(
            "Explains every figure of an account, a plan, a bill, a payoff or an event, to the fen.",
            "逐项说明账户、分期、账单、结清或事件的每个数字的由来, 精确到分。",
        ),
        (
            "explain A1",
            "explain A1 --bill 2 --figure minimum-due",
            "explain A1P1 --row 3",
            "explain A1P1 --figure annual-rate",
            "explain A1 --payoff --as-of 2026-05-20",
            "explain A1E5",
            "explain A1 --check",
        ),
    ),
    "why": CommandText(
        "line",
        Text(
            "Tells what changed between two days, why one bill differs from another, and what caused it.",
            "说明两个日期之间发生了哪些变化、两期账单为何不同及其原因。",
        ),
        ("why A1 --between 2026-02-03 2026-03-03", "why A1 --between A1E9 A1E10 --as-of 2026-04-20"),
    ),
    "find": CommandText(
        "line",
        Text(
            "Finds accounts by an id, a name, the end of a phone or ID number, an order or a merchant.",
            "按编号、姓名、电话或身份证号末几位、订单号或商户查找账户。",
        ),
        ("find 李", "find 1234", "find T-1001", "find A1E5"),
    ),
    "person": CommandText(
        "line",
        Text(
            "Shows what is known of the person of an account, masked; corrects what is given.",
            "查看账户的客户信息 (脱敏); 填写则更正。",
        ),
        ("person A1", "person A1 --phone 13900005678 --reason 'new number'"),
    ),
    "list": CommandText(
        "line", Text("Lists the accounts.", "列出账户。"), ("list", "list --overdue", "list --as-of 2026-03-31 --csv")
    ),
    "limit": CommandText(
        "line",
        Text(
            "Changes the limit, or one for some days, a scene or a merchant; a cut makes nothing fall due earlier.",
            "调整信用额度, 或设置临时额度、场景或商户专项额度; 调低不会使欠款提前到期。",
        ),
        (
            "limit A1 30000",
            "limit A1 5000 --reason 'asked for by the customer'",
            "limit A1 40000 --until 2026-12-31",
            "limit A1 8000 --scene travel",
            "limit A1 --end --scene travel",
        ),
    ),
    "request-limit": CommandText(
        "line",
        Text(
            "Records that the customer asks for a limit; nothing changes until it is granted.",
            "登记客户的额度申请; 批准前额度不变。",
        ),
        ("request-limit A1 30000 --reason 'higher income'", "request-limit A1 40000 --until 2026-12-31"),
    ),
    "decide-limit": CommandText(
        "line",
        Text(
            "Decides on the limit that the customer asked for: grants all or less, refuses, or notes the withdrawal.",
            "审批额度申请: 全部或部分批准、拒绝, 或登记客户撤回。",
        ),
        (
            "decide-limit A1 --grant --reason 'income checked'",
            "decide-limit A1 --grant --amount 25000 --reason 'income checked'",
            "decide-limit A1 --refuse --reason 'overdue in March'",
        ),
    ),
    "lock": CommandText(
        "line",
        Text(
            "Locks a line at the customer's wish: no purchases until it is unlocked.",
            "应客户要求锁定账户: 解锁前不能消费。",
        ),
        ("lock A1", "lock A1 --reason 'lost phone'"),
    ),
    "unlock": CommandText(
        "line",
        Text("Lifts the customer's lock.", "解除客户的锁定。"),
        ("unlock A1",),
    ),
    "suspend": CommandText(
        "line",
        Text("Suspends a line for a cause: no purchases until it is resumed.", "因故暂停账户使用: 恢复前不能消费。"),
        ("suspend A1 --cause overdue", "suspend A1 --cause risk --lift 'papers checked'"),
    ),
    "resume": CommandText(
        "line",
        Text("Lifts a suspension.", "恢复账户使用。"),
        ("resume A1", "resume A1 --cause overdue --reason 'pay day is the 25th'"),
    ),
    "auto-repay": CommandText(
        "line",
        Text("Agrees on what pays the bills on their due dates, or ends that.", "签约或解约自动还款。"),
        ("auto-repay A1 --means card", "auto-repay A1 --means card --share minimum", "auto-repay A1 --off"),
    ),
    "means": CommandText(
        "line",
        Text(
            "States what a means of the customer's can pay, or that it is gone; nothing is really debited.",
            "登记客户还款方式的可扣金额, 或删除; 不会真实扣款。",
        ),
        ("means A1 card --funds 300", "means A1 card --kind card --last-digits 1234", "means A1 card --remove"),
    ),
    "bill-day": CommandText(
        "line",
        Text("Changes the day of the month on which bills come.", "变更账户的账单日。"),
        ("bill-day A1 15", "bill-day A1 15 --reason 'salary comes on the 20th'"),
    ),
    "verify": CommandText(
        "line",
        Text(
            "Verifies the customer by the ends of the phone and the ID number (a stand-in); counts what fails.",
            "以电话与身份证号末 4 位核验客户身份(替代方式), 失败计次。",
        ),
        ("verify A1 --phone-digits 5678 --id-digits 1234",),
    ),
    "close": CommandText(
        "line",
        Text(
            "Closes an account on which nothing is owed, for a verified customer; --check names what is in the way, "
            "--withdraw takes it back.",
            "核验客户后为无欠款的账户销户; 加 --check 列出全部未了事项, 冷静期内加 --withdraw 撤销。",
        ),
        (
            "close A1 --check",
            "close A1 --phone-digits 5678 --id-digits 1234",
            "close A1 --withdraw",
            "close A1 --by operator --reason 'unused for two years'",
        ),
    ),
    "reopen": CommandText(
        "line",
        Text(
            "Begins a closed line again, after a new assessment.",
            "重新评估后, 重新开通已销户的账户。",
        ),
        ("reopen A1 --limit 8000", "reopen A1 --limit 8000 --tier C"),
    ),
    "charge": CommandText(
        "money",
        Text(
            "Records a purchase as a plan: on the next bill, or in installments.",
            "记一笔消费: 随下期账单还款, 或分期。",
        ),
        (
            "charge A1 5999 --installments 12 --merchant 'Phone shop'",
            "charge A1 86.50",
            "charge A1 3000 --product epi --installments 12 --on 2026-01-15",
        ),
    ),
    "hold": CommandText(
        "money",
        Text(
            "Authorises a purchase: reserves its amount of the limit until it is captured.",
            "预授权一笔消费: 冻结相应额度, 待请款。",
        ),
        ("hold A1 3000 --installments 6 --merchant Hotel", "hold A1 800 --until 2026-02-10"),
    ),
    "capture": CommandText(
        "money",
        Text(
            "Makes the purchase of a hold, or of a part of it; the rest is released.",
            "对预授权请款, 可少于授权金额, 余额解冻。",
        ),
        ("capture A1H1", "capture A1H1 2650"),
    ),
    "release": CommandText(
        "money",
        Text("Gives a hold up: its amount is available again.", "撤销预授权, 恢复可用额度。"),
        ("release A1H1 --reason cancelled",),
    ),
    "schedule": CommandText(
        "money",
        Text("Shows the rows of a plan as they stand.", "查看一笔分期的还款计划及还款情况。"),
        ("schedule A1P1", "schedule A1P1 --as-of 2026-06-30"),
    ),
    "register": CommandText(
        "money",
        Text(
            "Registers a merchant, or another discount that it pays from a day on.",
            "登记商户, 或变更其自某日起的商户折扣率。",
        ),
        ("register 'Phone shop' --discount 0.6%", "register 'Phone shop' --discount 0.5% --on 2026-02-01"),
    ),
    "merchants": CommandText(
        "money",
        Text("Lists the merchants with what is due to them and from them.", "列出商户及应付、应收商户的金额。"),
        ("merchants", "merchants --from 2026-02-01 --through 2026-02-28"),
    ),
    "merchant": CommandText(
        "money",
        Text(
            "Shows what is due to a merchant and from it, line by line, without customers.",
            "逐笔查看一个商户的结算明细, 不含客户信息。",
        ),
        ("merchant 'Phone shop'", "merchant M1 --from 2026-02-01 --through 2026-02-28 --csv"),
    ),
    "repay": CommandText(
        "money",
        Text("Takes a repayment and spreads it, oldest due first.", "记一笔还款, 先冲抵最早到期的欠款。"),
        ("repay A1 935.90", "repay A1 500 --plan A1P1 --on 2026-04-08"),
    ),
    "payoff": CommandText(
        "money",
        Text(
            "Quotes what settles a plan or the whole account; pays it with --pay.",
            "试算提前结清一笔分期或整个账户所需金额; 加 --pay 即结清。",
        ),
        ("payoff A1", "payoff A1 --plan A1P1 --pay"),
    ),
    "prepay": CommandText(
        "money",
        Text(
            "Quotes a part prepayment of a plan; records it with --by.",
            "试算一笔分期的部分提前还款; 加 --by 即入账。",
        ),
        ("prepay A1P1 2000", "prepay A1P1 2000 --by shorter-term", "prepay A1P1 2000 --by lower-payment"),
    ),
    "reprice": CommandText(
        "money",
        Text(
            "Changes the rate of a plan from a day on; its installments follow.",
            "自某日起调整一笔分期的利率或费率, 并重算后续各期。",
        ),
        ("reprice A1P1 6%", "reprice A1P1 0.03%/day --on 2026-04-08 --reason 'rate cut'"),
    ),
    "pause": CommandText(
        "money",
        Text(
            "Pauses the interest or the fees of a plan for the nights until a day.",
            "停息: 某日之前的各夜不计利息或费用。",
        ),
        ("pause A1P1 --until 2026-06-01 --reason flood", "pause A1P1 --until 2026-04-01 --on 2026-03-01"),
    ),
    "extend": CommandText(
        "money",
        Text(
            "Moves the due dates of a plan that have not come yet later, by whole months.",
            "展期: 将一笔分期未到期的各期顺延若干个月。",
        ),
        (
            "extend A1P1 --months 2 --reason 'lost his job'",
            "extend A1P1 --months 2 --dry-run",
            "extend A1P1 --until 2027-03-12",
        ),
    ),
    "restructure": CommandText(
        "money",
        Text(
            "Plans what is left of a plan, or owed on an account's bills, anew over other installments.",
            "重组: 将一笔分期的剩余本金或账单欠款重新分期, 费率可另定。",
        ),
        (
            "restructure A1P1 --installments 24 --reason illness",
            "restructure A1P1 --installments 24 --rate 0.3%",
            "restructure A1 --installments 36 --rate 0.3%",
        ),
    ),
    "hardship": CommandText(
        "money",
        Text(
            "Records that the customer cannot pay as agreed and asks for relief, to be decided by a deadline.",
            "困难申请: 登记客户因困难无法按约还款, 限期答复。",
        ),
        ("hardship A1 --reason 'in hospital'", "hardship A1 --reason 'lost the job' --until 2026-09-30"),
    ),
    "decide-hardship": CommandText(
        "money",
        Text(
            "Decides on the relief that the customer asked for: grants it, refuses it, or notes the withdrawal.",
            "答复困难申请: 同意、拒绝, 或记录客户撤回。",
        ),
        (
            "decide-hardship A1 --grant --reason 'papers seen'",
            "decide-hardship A1 --refuse --reason 'income as before'",
            "decide-hardship A1 --withdraw --reason 'found a job'",
        ),
    ),
    "convert": CommandText(
        "money",
        Text(
            "Turns the new purchases of a bill into installments, by its due date.",
            "账单分期: 到期还款日前将账单中的新消费转为分期。",
        ),
        ("convert A1 --installments 6", "convert A1 --installments 12 --amount 3000 --dry-run"),
    ),
    "defer": CommandText(
        "money",
        Text(
            "Moves the due date of a bill that is not due yet, once, at a daily rate.",
            "账单延期: 到期还款日之前申请, 每期账单一次, 按日计息。",
        ),
        ("defer A1 --reason 'pay day'", "defer A1 --bill 3 --dry-run"),
    ),
    "payout": CommandText(
        "money",
        Text(
            "Pays a credit balance, or a part of it, back to the customer.",
            "将溢缴款全部或部分退还客户。",
        ),
        ("payout A1", "payout A1 --amount 100 --means bank"),
    ),
    "refund": CommandText(
        "money",
        Text(
            "Records a merchant's refund of a purchase and tells where it went.",
            "记一笔商户退款, 并说明退款去向。",
        ),
        ("refund A1P1 1200", "refund A1P2 86.50 --reason 'sent back' --on 2026-04-08"),
    ),
    "dispute": CommandText(
        "money",
        Text(
            "Contests a purchase, or a part of it: until it is decided, that need not be paid.",
            "对一笔消费或其一部分提出争议: 裁定前暂缓还款。",
        ),
        ("dispute A1P2 --cause not-received", "dispute A1P1 300 --cause not-as-described --reason 'two cracks'"),
    ),
    "resolve": CommandText(
        "money",
        Text(
            "Decides a dispute: won, it is refunded; lost, it is owed again.",
            "裁定争议: 成立则退款, 不成立则恢复应还。",
        ),
        ("resolve A1E5 won", "resolve A1E5 lost --reason 'signed for on 2 March'"),
    ),
    "waive": CommandText(
        "money",
        Text("Gives up interest, fees or late charges that are owed.", "减免应还的利息、费用或违约金。"),
        (
            "waive A1 5.40 --charge late-charge --reason 'first time late'",
            "waive A1 12 --plan A1P1 --reason 'complaint 2041'",
        ),
    ),
    "credit": CommandText(
        "money",
        Text(
            "Gives the customer money for goodwill: it pays what is due, the rest is credit.",
            "给予客户补偿款: 先冲抵应还, 余额转为溢缴款。",
        ),
        ("credit A1 20 --reason 'sorry for the delay'",),
    ),
    "charge-off": CommandText(
        "money",
        Text(
            "Takes a debt off the assets as a loss; it stays owed and is collected with recover.",
            "呆账核销(账销案存): 移出资产计为损失, 债权保留, 以 recover 继续追收。",
        ),
        ("charge-off A1 --reason 'loss committee 12'", "charge-off A1 --plan A1P1 --reason 'debtor not found'"),
    ),
    "write-off": CommandText(
        "money",
        Text(
            "Gives up all that a plan or an account owes: the debt ends.",
            "债权减记: 放弃一个分期或账户的全部欠款, 债务终结。",
        ),
        ("write-off A1 --reason 'debtor deceased, no estate'",),
    ),
    "recover": CommandText(
        "money",
        Text("Takes money for a debt that was charged off or written off.", "核销或减记后收回款项。"),
        ("recover A1 300", "recover A1 150 --plan A1P1 --means bank"),
    ),
    "reverse": CommandText(
        "money",
        Text("Undoes a recorded event as if it had never been.", "冲正一个事件, 如同从未发生。"),
        ("reverse A1E5 --reason 'entered twice'",),
    ),
    "statement": CommandText(
        "money",
        Text("Shows the latest bill, or one by its number.", "查看最近一期或指定期号的账单。"),
        ("statement A1", "statement A1 --bill 2"),
    ),
    "init": CommandText("ledger", Text("Makes a ledger.", "新建账本。"), ("init", "init --ledger shop.db")),
    "accrue": CommandText(
        "ledger",
        Text(
            "Brings one account, or all, to a day: interest, bills, due dates, lateness.",
            "将一个或全部账户处理至某日: 计息、出账、到期、逾期。",
        ),
        ("accrue", "accrue A1 --through 2026-03-03"),
    ),
    "batch": CommandText(
        "ledger",
        Text(
            "Does many verbs from JSON lines or CSV in one transaction; a result per line.",
            "在一个事务中执行 JSON 行或 CSV 文件里的多个操作, 每行一个结果。",
        ),
        ("batch orders.csv", "batch - --json"),
    ),
    "export": CommandText(
        "ledger",
        Text(
            "Writes the journal for hledger, for beancount, as CSV or as JSON.",
            "导出日记账: hledger、beancount、CSV 或 JSON 格式。",
        ),
        ("export --format hledger -o books.journal", "export A1 --format beancount --as-of 2026-01-31"),
    ),
    "report trial-balance": CommandText(
        "ledger",
        Text(
            "Shows debits and credits of every ledger account on a day, with what has run and is not booked yet.",
            "查看某日各会计科目的借贷余额, 以及已发生而未入账的利息与违约金。",
        ),
        ("report trial-balance", "report trial-balance A1 --as-of 2026-01-31"),
    ),
    "report purchases": CommandText(
        "ledger",
        Text(
            "Sums what was bought, by merchant, category, brand, scene or product.",
            "按商户、品类、品牌、场景或产品汇总消费笔数与金额。",
        ),
        ("report purchases --by category", "report purchases --by merchant --from 2026-01-01 --through 2026-01-31"),
    ),
    "check": CommandText(
        "ledger",
        Text("Proves the ledger: file, chain, sums and views.", "检查账本: 文件、哈希链、借贷平衡与视图。"),
        ("check", "check --full"),
    ),
}
