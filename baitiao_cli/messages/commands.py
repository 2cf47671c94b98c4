"""Help lines: what every command is for; `--help` reads this page and imports no command."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.command_text import CommandText
from baitiao_cli.messages.completion import COMPLETION
from baitiao_cli.messages.define import DEFINE
from baitiao_cli.messages.desk.commands import DESK_COMMANDS
from baitiao_cli.messages.portfolio import GENERATE
from baitiao_cli.messages.report_commands import REPORT_COMMANDS
from baitiao_cli.messages.say import SAY
from baitiao_cli.messages.sheet import SHEET

PROGRAM = Text("A credit account manager: purchases on credit, bills, installments, repayments.")
DISCLAIMER = Text(
    "An independent program, not affiliated with JD.com; its figures are not an offer and not legal advice."
)
BATCH_LINES = Text(
    "A line is one command: the field verb names it, the other fields are its options (without dashes) and its "
    "arguments by their words in small letters; on and request-id go with each. A flag is true or false, in CSV yes "
    "or no. payoff and prepay are recorded. Verbs: {verbs}."
)
SCENARIO_FORMAT = Text(
    "A scenario is TOML: each [[step]] has the day of its clock (today), one command with its options by name, and "
    "what it expects: the figures of its JSON by their paths, amounts in yuan or as _fen, or the code of an error. "
    "Steps repeat so many times or until a command answers as expected; vars may be drawn from a seed. Exit status 6 "
    "when an expectation fails. All of it: docs/scenarios.md."
)
SCENARIO_FILE = """\
[[step]]
today = 2026-01-05
open.name = "Li Lei"
open.limit = 20000
as = "li"

[[step]]
charge.account = "{li.account_id}"
charge.amount = "1200.00"
charge.installments = 3
expect.rows.0.fee = "7.20"
"""
FILES = {"scenario run": SCENARIO_FILE}
"""A file that a command reads, as an example."""
MORE_HELP = Text("baitiao COMMAND --help explains a command.")

USAGE = Text("Usage")
ARGUMENTS = Text("Arguments")
OPTIONS_OF_COMMAND = Text("Options")
OPTIONS_EVERYWHERE = Text("Options of every command")
EXAMPLES = Text("Examples")
FILE_EXAMPLE = Text("A file")
COMMAND = Text("COMMAND")
OPTIONS_PLACE = Text("[OPTIONS]")
ENVIRONMENT = Text("env: {name}")
REQUIRED = Text("required")

SECTIONS = {
    "start": Text("Start here"),
    "line": Text("Accounts"),
    "money": Text("Purchases and payments"),
    "desk": Text("The desk"),
    "reports": Text("Reports"),
    "ledger": Text("The ledger"),
    "operators": Text("Operators"),
}

COMMANDS: dict[str, CommandText] = {
    "quote": CommandText(
        "start",
        Text("Shows the schedule, the cost and the annualised rate of a purchase; needs no account."),
        (
            "quote 1000 --installments 12 --fee 0.6%",
            "quote 10000 --installments 6 --annual-rate 12 --day-count actual/365",
            "quote 6999 --product inst --installments 12 --down-payment 20%",
            "quote 6999 --product inst --compare 3,6,12,24 --chart",
        ),
    ),
    "quoted": CommandText(
        "start",
        Text("Shows a quote that was kept, as it was shown."),
        ("quoted Q7K3F9M2TA4",),
    ),
    "rate": CommandText(
        "start",
        Text("Shows the annual rate of any list of cash flows, by convention; needs no account."),
        ("rate flows.json --convention us-reg-z", "rate - --convention xirr-365 --json < flows.json"),
    ),
    "products": CommandText("start", Text("Lists the products of the catalogue."), ("products",)),
    "product": CommandText("start", Text("Shows one product in full."), ("product inst",)),
    "product sheet": CommandText("start", SHEET, ("product sheet inst", "product sheet epi --tier C --html --lang zh")),
    "demo": CommandText(
        "start",
        Text("Plays a bundled story in a throw-away ledger and shows its tables."),
        ("demo", "demo --lang zh", "demo --keep demo.db"),
    ),
    "completion": CommandText("start", COMPLETION, ("completion bash", "completion fish --lang zh")),
    "learn": CommandText(
        "start",
        Text("Teaches how installments work, with lessons that are computed as you read: guess first, then see."),
        (
            "learn",
            "learn monthly-fee",
            "learn monthly-fee --amount 3000 --installments 6 --fee 0.8%",
            "learn late-days --nights 45 --quiz",
            "learn minimum-payment --html -o minimum.html",
        ),
    ),
    "define": CommandText("start", DEFINE, ("define", "define lateness", "define bucket")),
    "open": CommandText(
        "line",
        Text("Opens a credit line for a person."),
        ("open --name 李雷 --limit 20000 --phone 13800001234",),
    ),
    "say": CommandText("line", SAY, ("say A1", "say A1 --lang zh")),
    "show": CommandText("line", Text("Shows one account on one screen."), ("show A1",)),
    "what-if": CommandText(
        "line",
        Text("Shows what commands would make of an account, without doing them."),
        (
            "what-if A1 -- repay 500 --on 2026-12-03",
            "what-if A1 -- repay 500 -- charge 1200 --installments 12",
            "what-if A1 --as-of 2027-03-05 --json -- payoff --plan A1P1 --pay",
        ),
    ),
    "history": CommandText(
        "line",
        Text("Shows what happened to an account, with the balance after each event."),
        ("history A1", "history A1 --as-of 2026-03-31 --csv"),
    ),
    "explain": CommandText(
        "line",
        Text("Explains every figure of an account, a plan, a bill, a payoff or an event; and what the desk decided."),
        (
            "explain A1",
            "explain A1 --bill 2 --figure minimum-due",
            "explain A1P1 --row 3",
            "explain A1P1 --figure annual-rate",
            "explain A1 --payoff --as-of 2026-05-20",
            "explain A1E5",
            "explain D12",
            "explain A1 --check",
        ),
    ),
    "why": CommandText(
        "line",
        Text("Tells what changed between two days, why one bill differs from another, and what caused it."),
        ("why A1 --between 2026-02-03 2026-03-03", "why A1 --between A1E9 A1E10 --as-of 2026-04-20"),
    ),
    "find": CommandText(
        "line",
        Text("Finds accounts by an id, a name, a phone or ID number or its last four, an order or a merchant."),
        ("find 李", "find 1234", "find T-1001", "find A1E5"),
    ),
    "privacy export": CommandText(
        "line",
        Text("Tells everything that is known of a person, in the clear, and records that."),
        ("privacy export A1 --reason 'asked by the customer' --json",),
    ),
    "privacy erase": CommandText(
        "line",
        Text("Erases who the person of an account is, for ever; the accounts and the books stay as they are."),
        ("privacy erase A1 --reason 'asked by the customer'",),
    ),
    "person": CommandText(
        "line",
        Text("Shows what is known of the person of an account, masked; corrects what is given."),
        (
            "person A1",
            "person A1 --phone 13900005678 --reason 'new number'",
            "person A1 --phone - --reason 'new number'",
            "person A1 --unmask --reason 'call back'",
        ),
    ),
    "list": CommandText(
        "line", Text("Lists the accounts."), ("list", "list --overdue", "list --as-of 2026-03-31 --csv")
    ),
    "limit": CommandText(
        "line",
        Text("Changes the limit, or one for some days, a scene or a merchant; a cut makes nothing fall due earlier."),
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
        Text("Records that the customer asks for a limit; nothing changes until it is granted."),
        ("request-limit A1 30000 --reason 'higher income'", "request-limit A1 40000 --until 2026-12-31"),
    ),
    "decide-limit": CommandText(
        "line",
        Text("Decides on the limit that the customer asked for: grants all or less, refuses, or notes the withdrawal."),
        (
            "decide-limit A1 --grant --reason 'income checked'",
            "decide-limit A1 --grant --amount 25000 --reason 'income checked'",
            "decide-limit A1 --refuse --reason 'overdue in March'",
        ),
    ),
    "lock": CommandText(
        "line",
        Text("Locks a line at the customer's wish: no purchases until it is unlocked."),
        ("lock A1", "lock A1 --reason 'lost phone'"),
    ),
    "unlock": CommandText(
        "line",
        Text("Lifts the customer's lock."),
        ("unlock A1",),
    ),
    "suspend": CommandText(
        "line",
        Text("Suspends a line for a cause: no purchases until it is resumed."),
        ("suspend A1 --cause overdue", "suspend A1 --cause risk --lift 'papers checked'"),
    ),
    "resume": CommandText(
        "line",
        Text("Lifts a suspension."),
        ("resume A1", "resume A1 --cause overdue --reason 'pay day is the 25th'"),
    ),
    "auto-repay": CommandText(
        "line",
        Text("Agrees on what pays the bills on their due dates, or ends that."),
        ("auto-repay A1 --means card", "auto-repay A1 --means card --share minimum", "auto-repay A1 --off"),
    ),
    "means": CommandText(
        "line",
        Text("States what a means of the customer's can pay, or that it is gone; nothing is really debited."),
        ("means A1 card --funds 300", "means A1 card --kind card --last-digits 1234", "means A1 card --remove"),
    ),
    "bill-day": CommandText(
        "line",
        Text("Changes the day of the month on which bills come."),
        ("bill-day A1 15", "bill-day A1 15 --reason 'salary comes on the 20th'"),
    ),
    "tier": CommandText(
        "line",
        Text("Changes the tier of an account: the prices and terms of what is bought from now on."),
        ("tier A1 B --reason 'a year on time'", "tier A1 C --score D12"),
    ),
    "verify": CommandText(
        "line",
        Text("Verifies the customer by the ends of the phone and the ID number (a stand-in); counts what fails."),
        ("verify A1 --phone-digits 5678 --id-digits 1234",),
    ),
    "close": CommandText(
        "line",
        Text(
            "Closes an account on which nothing is owed, for a verified customer; --check names what is in the way, "
            "--withdraw takes it back."
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
        Text("Begins a closed line again, after a new assessment."),
        ("reopen A1 --limit 8000", "reopen A1 --limit 8000 --tier C"),
    ),
    "charge": CommandText(
        "money",
        Text("Records a purchase as a plan: on the next bill, or in installments."),
        (
            "charge A1 5999 --installments 12 --merchant 'Phone shop'",
            "charge A1 86.50",
            "charge A1 3000 --product epi --installments 12 --on 2026-01-15",
        ),
    ),
    "hold": CommandText(
        "money",
        Text("Authorises a purchase: reserves its amount of the limit until it is captured."),
        ("hold A1 3000 --installments 6 --merchant Hotel", "hold A1 800 --until 2026-02-10"),
    ),
    "capture": CommandText(
        "money",
        Text("Makes the purchase of a hold, or of a part of it; the rest is released."),
        ("capture A1H1", "capture A1H1 2650"),
    ),
    "release": CommandText(
        "money",
        Text("Gives a hold up: its amount is available again."),
        ("release A1H1 --reason cancelled",),
    ),
    "schedule": CommandText(
        "money",
        Text("Shows the rows of a plan as they stand."),
        ("schedule A1P1", "schedule A1P1 --as-of 2026-06-30", "schedule A1P1 --chart"),
    ),
    "register": CommandText(
        "money",
        Text("Registers a merchant, or another discount that it pays from a day on."),
        ("register 'Phone shop' --discount 0.6%", "register 'Phone shop' --discount 0.5% --on 2026-02-01"),
    ),
    "merchants": CommandText(
        "money",
        Text("Lists the merchants with what is due to them and from them."),
        ("merchants", "merchants --from 2026-02-01 --through 2026-02-28"),
    ),
    "merchant": CommandText(
        "money",
        Text("Shows what is due to a merchant and from it, line by line, without customers."),
        ("merchant 'Phone shop'", "merchant M1 --from 2026-02-01 --through 2026-02-28 --csv"),
    ),
    "merchant-settle": CommandText(
        "money",
        Text("Settles with a merchant up to a day; what comes late is an adjustment of the next settlement."),
        ("merchant-settle M1 --through 2026-06-30", "merchant-settle 'Phone shop' --through 2026-06-30 --dry-run"),
    ),
    "repay": CommandText(
        "money",
        Text("Takes a repayment and spreads it, oldest due first."),
        ("repay A1 935.90", "repay A1 500 --plan A1P1 --on 2026-04-08"),
    ),
    "payoff": CommandText(
        "money",
        Text("Quotes what settles a plan or the whole account; pays it with --pay."),
        ("payoff A1", "payoff A1 --plan A1P1 --pay"),
    ),
    "prepay": CommandText(
        "money",
        Text("Quotes a part prepayment of a plan; records it with --by."),
        ("prepay A1P1 2000", "prepay A1P1 2000 --by shorter-term", "prepay A1P1 2000 --by lower-payment"),
    ),
    "reprice": CommandText(
        "money",
        Text("Changes the rate of a plan from a day on; its installments follow."),
        ("reprice A1P1 6%", "reprice A1P1 0.03%/day --on 2026-04-08 --reason 'rate cut'"),
    ),
    "pause": CommandText(
        "money",
        Text("Pauses the interest or the fees of a plan for the nights until a day."),
        ("pause A1P1 --until 2026-06-01 --reason flood", "pause A1P1 --until 2026-04-01 --on 2026-03-01"),
    ),
    "extend": CommandText(
        "money",
        Text("Moves the due dates of a plan that have not come yet later, by whole months."),
        (
            "extend A1P1 --months 2 --reason 'lost his job'",
            "extend A1P1 --months 2 --dry-run",
            "extend A1P1 --until 2027-03-12",
        ),
    ),
    "restructure": CommandText(
        "money",
        Text("Plans what is left of a plan, or owed on an account's bills, anew over other installments."),
        (
            "restructure A1P1 --installments 24 --reason illness",
            "restructure A1P1 --installments 24 --rate 0.3%",
            "restructure A1 --installments 36 --rate 0.3%",
        ),
    ),
    "hardship": CommandText(
        "money",
        Text("Records that the customer cannot pay as agreed and asks for relief, to be decided by a deadline."),
        ("hardship A1 --reason 'in hospital'", "hardship A1 --reason 'lost the job' --until 2026-09-30"),
    ),
    "decide-hardship": CommandText(
        "money",
        Text("Decides on the relief that the customer asked for: grants it, refuses it, or notes the withdrawal."),
        (
            "decide-hardship A1 --grant --reason 'papers seen'",
            "decide-hardship A1 --refuse --reason 'income as before'",
            "decide-hardship A1 --withdraw --reason 'found a job'",
        ),
    ),
    "convert": CommandText(
        "money",
        Text("Turns the new purchases of a bill into installments, by its due date."),
        ("convert A1 --installments 6", "convert A1 --installments 12 --amount 3000 --dry-run"),
    ),
    "defer": CommandText(
        "money",
        Text("Moves the due date of a bill that is not due yet, once, at a daily rate."),
        ("defer A1 --reason 'pay day'", "defer A1 --bill 3 --dry-run"),
    ),
    "payout": CommandText(
        "money",
        Text("Pays a credit balance, or a part of it, back to the customer."),
        ("payout A1", "payout A1 --amount 100 --means bank"),
    ),
    "refund": CommandText(
        "money",
        Text("Records a merchant's refund of a purchase and tells where it went."),
        ("refund A1P1 1200", "refund A1P2 86.50 --reason 'sent back' --on 2026-04-08"),
    ),
    "dispute": CommandText(
        "money",
        Text("Contests a purchase, or a part of it: until it is decided, that need not be paid."),
        ("dispute A1P2 --cause not-received", "dispute A1P1 300 --cause not-as-described --reason 'two cracks'"),
    ),
    "resolve": CommandText(
        "money",
        Text("Decides a dispute: won, it is refunded; lost, it is owed again."),
        ("resolve A1E5 won", "resolve A1E5 lost --reason 'signed for on 2 March'"),
    ),
    "waive": CommandText(
        "money",
        Text("Gives up interest, fees or late charges that are owed."),
        (
            "waive A1 5.40 --charge late-charge --reason 'first time late'",
            "waive A1 12 --plan A1P1 --reason 'complaint 2041'",
        ),
    ),
    "credit": CommandText(
        "money",
        Text("Gives the customer money for goodwill: it pays what is due, the rest is credit."),
        ("credit A1 20 --reason 'sorry for the delay'",),
    ),
    "charge-off": CommandText(
        "money",
        Text("Takes a debt off the assets as a loss; it stays owed and is collected with recover."),
        ("charge-off A1 --reason 'loss committee 12'", "charge-off A1 --plan A1P1 --reason 'debtor not found'"),
    ),
    "write-off": CommandText(
        "money",
        Text("Gives up all that a plan or an account owes: the debt ends."),
        ("write-off A1 --reason 'debtor deceased, no estate'",),
    ),
    "recover": CommandText(
        "money",
        Text("Takes money for a debt that was charged off or written off."),
        ("recover A1 300", "recover A1 150 --plan A1P1 --means bank"),
    ),
    "reverse": CommandText(
        "money",
        Text("Undoes a recorded event as if it had never been."),
        ("reverse A1E5 --reason 'entered twice'",),
    ),
    "statement": CommandText(
        "money",
        Text("Shows the latest bill, or one by its number."),
        (
            "statement A1",
            "statement A1 --bill 2",
            "statement A1 --html -o bill.html",
            "statement A1 --csv --table movements",
        ),
    ),
    "init": CommandText("ledger", Text("Makes a ledger."), ("init", "init --ledger shop.db")),
    "accrue": CommandText(
        "ledger",
        Text("Brings one account, or all, to a day: interest, bills, due dates, lateness."),
        ("accrue", "accrue A1 --through 2026-03-03"),
    ),
    "batch": CommandText(
        "ledger",
        Text("Does many verbs from JSON lines or CSV in one transaction; a result per line."),
        ("batch orders.csv", "batch - --json"),
    ),
    "export": CommandText(
        "ledger",
        Text("Writes the journal for hledger, for beancount, as CSV or as JSON."),
        ("export --format hledger -o books.journal", "export A1 --format beancount --as-of 2026-01-31"),
    ),
    "scenario run": CommandText(
        "ledger",
        Text("Plays scripted histories and tells what is not as they expect."),
        ("scenario run phone.toml", "scenario run *.toml --junit", "scenario run phone.toml --keep phone.db"),
    ),
    "scenario record": CommandText(
        "ledger",
        Text("Writes an account as a scenario with the same figures and nothing personal."),
        ("scenario record A1", "scenario record A1 -o a1.toml"),
    ),
    "scenario schema": CommandText(
        "ledger",
        Text("Writes the JSON schema of scenario files, for editors."),
        ("scenario schema", "scenario schema -o scenario.schema.json"),
    ),
    "scenario generate": CommandText(
        "ledger",
        GENERATE,
        ("scenario generate", "scenario generate --accounts 1000 --months 18 --seed 7 --keep portfolio.db"),
    ),
    "check": CommandText(
        "ledger",
        Text("Proves the ledger: file, chain, sums and views."),
        ("check", "check --full", "check --head"),
    ),
    "rebuild": CommandText(
        "ledger",
        Text("Makes the views again from the events, where they are wrong."),
        ("rebuild", "rebuild --dry-run"),
    ),
    "backup": CommandText(
        "ledger",
        Text("Copies the ledger to a file while others use it, and proves the copy."),
        ("backup", "backup /mnt/backups", "backup monday.db --force"),
    ),
    "restore": CommandText(
        "ledger",
        Text("Makes a ledger of a backup, after proving it; replaces nothing."),
        ("restore monday.db --ledger restored.db", "restore monday.db --dry-run"),
    ),
    "import": CommandText(
        "ledger",
        Text("Makes a ledger of an exported JSON document, with the same head."),
        ("import ledger.json --ledger copy.db", "import - --ledger copy.db"),
    ),
    "operator": CommandText(
        "operators",
        Text("Registers an operator in one role or several, or changes them; recorded."),
        ("operator anna --role supervisor,admin", "operator ben --role clerk", "operator ben --end"),
    ),
    "operators": CommandText(
        "operators",
        Text("Lists the operators with their roles, and what takes two people."),
        ("operators",),
    ),
    "approval": CommandText(
        "operators",
        Text("Sets above which amount two people must agree: limit raises, waivers, write-offs, reversals, unmasking."),
        ("approval waiver --above 100", "approval unmask --always", "approval reversal --off"),
    ),
    "proposals": CommandText(
        "operators",
        Text("Lists what waits for a second person."),
        ("proposals", "proposals --json"),
    ),
    "approve": CommandText(
        "operators",
        Text("Agrees to what another operator proposed: it is done now."),
        ("approve W1 --operator ben", "approve W1 --dry-run"),
    ),
    "decline": CommandText(
        "operators",
        Text("Ends a proposal undone: declines another's, or takes one's own back."),
        ("decline W1 --reason 'not owed'",),
    ),
    "audit": CommandText(
        "operators",
        Text("Shows who did what when: events of accounts and what was done to the ledger, newest last."),
        ("audit", "audit A1 --from 2026-02-01", "audit anna --last 200"),
    ),
    **DESK_COMMANDS,
    **REPORT_COMMANDS,
}
