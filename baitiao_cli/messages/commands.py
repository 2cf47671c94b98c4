"""Help lines: what every command is for; `--help` reads this page and imports no command."""

from __future__ import annotations

from typing import NamedTuple

from baitiao_cli.messages import Text
from baitiao_cli.messages.completion import COMPLETION
from baitiao_cli.messages.define import DEFINE
from baitiao_cli.messages.desk import bureau, compliance, queue, risk
from baitiao_cli.messages.portfolio import GENERATE
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
    "ledger": Text("The ledger"),
    "operators": Text("Operators"),
}


class CommandText(NamedTuple):
    """One command: the section of the main help that it stands in, its help, and examples without the program name."""

    section: str
    help: Text
    examples: tuple[str, ...] = ()


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
    "funder": CommandText(
        "money",
        Text("Registers a firm that funds together with the lender."),
        ("funder 'Bank of the East'",),
    ),
    "funders": CommandText(
        "money",
        Text("Lists the funders, and what of which product is whose from which day on."),
        ("funders",),
    ),
    "fund": CommandText(
        "money",
        Text("Agrees on whose is what of the plans of a product made from a day on; earlier plans keep their shares."),
        ("fund inst F1=70%,F2=30%", "fund inst F1=80%,F0=20% --from 2026-07-01 --service 15%"),
    ),
    "funding": CommandText(
        "money",
        Text("Shows whose a plan is, to the fraction of a fen, and each of its postings split."),
        ("funding A1P1", "funding A1P1 --as-of 2026-06-30 --csv"),
    ),
    "funder-statement": CommandText(
        "money",
        Text("Shows what customers owe a funder by kind, what came in for it, and what it has earned."),
        ("funder-statement F1", "funder-statement F1 --from 2026-06-01 --through 2026-06-30 --html"),
    ),
    "funder-settle": CommandText(
        "money",
        Text("Settles with a funder up to a day; what changes later of days settled is in the next settlement."),
        ("funder-settle F1 --through 2026-06-30", "funder-settle F1 --through 2026-06-30 --dry-run"),
    ),
    "merchant-settle": CommandText(
        "money",
        Text("Settles with a merchant up to a day; what comes late is an adjustment of the next settlement."),
        ("merchant-settle M1 --through 2026-06-30", "merchant-settle 'Phone shop' --through 2026-06-30 --dry-run"),
    ),
    "report funding": CommandText(
        "money",
        Text("Proves that the shares of all funders sum to the journal, to the fen."),
        ("report funding", "report funding --as-of 2026-06-30"),
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
    "risk": CommandText(
        "desk",
        risk.RISK,
        ("risk A1", "risk --all --as-of 2026-03-31", "risk --all --rules mine.toml --csv"),
    ),
    "risk check": CommandText(
        "desk",
        risk.CHECK,
        ("risk check A1 6999", "risk check A1 1999 --category 数码"),
    ),
    "risk scan": CommandText(
        "desk",
        queue.SCAN,
        ("risk scan --all --dry-run", "risk scan --all --on 2026-03-31", "risk scan A1"),
    ),
    "queue": CommandText("desk", queue.QUEUE, ("queue", "queue D12", "queue --all --as-of 2026-03-31 --csv")),
    "queue approve": CommandText("desk", queue.APPROVE, ("queue approve D12 --reason 'the customer was called'",)),
    "queue release": CommandText("desk", queue.RELEASE, ("queue release D12 --reason 'papers are on their way'",)),
    "queue decline": CommandText("desk", queue.DECLINE, ("queue decline D12 --reason 'the phone was stolen'",)),
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
    "report trial-balance": CommandText(
        "ledger",
        Text("Shows debits and credits of every ledger account on a day, with what has run and is not booked yet."),
        ("report trial-balance", "report trial-balance A1 --as-of 2026-01-31"),
    ),
    "report purchases": CommandText(
        "ledger",
        Text("Sums what was bought, by merchant, category, brand, scene or product."),
        ("report purchases --by category", "report purchases --by merchant --from 2026-01-01 --through 2026-01-31"),
    ),
    "report aging": CommandText(
        "ledger",
        Text("Shows what is owed by days past due, and how accounts rolled from band to band."),
        ("report aging", "report aging --explain M2", "report aging --html -o aging.html"),
    ),
    "report classes": CommandText(
        "ledger",
        Text("Shows the five classes of what is lent, and what is to be set aside for them."),
        ("report classes", "report classes --explain substandard", "report classes --rules mine.toml"),
    ),
    "bureau export": CommandText(
        "desk", bureau.EXPORT, ("bureau export --on 2026-06-30", "bureau export -o june-not-sent.json --force")
    ),
    "bureau notice": CommandText("desk", bureau.NOTICE, ("bureau notice A1 --channel letter",)),
    "bureau notices": CommandText("desk", bureau.NOTICES, ("bureau notices", "bureau notices A1 --csv")),
    "compliance check": CommandText(
        "desk",
        compliance.CHECK,
        (
            "compliance check",
            "compliance check --rule annual-rate --csv",
            "compliance check --as-of 2026-03-31 --html -o compliance.html",
        ),
    ),
    "report limits": CommandText(
        "ledger",
        Text("Shows how much of their limits accounts use, in bands."),
        ("report limits", "report limits --explain over", "report limits --chart"),
    ),
    "report forecast": CommandText(
        "ledger",
        Text("Shows the cash to come by month: as agreed, as expected, and with 20% more of it late."),
        ("report forecast", "report forecast --explain 2026-07", "report forecast --html -o forecast.html"),
    ),
    "report vintages": CommandText(
        "ledger",
        Text("Shows which share of each month's accounts or purchases was ever 30 or 90 days late, by months on book."),
        ("report vintages", "report vintages --by purchase", "report vintages --explain 2026-01"),
    ),
    "report profit": CommandText(
        "ledger",
        Text("Shows income, costs and the yearly yield by product, tier or month of opening."),
        ("report profit", "report profit --by tier --from 2026-01-01", "report profit --explain revolving"),
    ),
    "report lifecycle": CommandText(
        "ledger",
        Text("Shows active, dormant and closed accounts, who borrowed again after paying all, and who pays in time."),
        ("report lifecycle", "report lifecycle --explain dormant", "report lifecycle --csv --table closures"),
    ),
    "report merchants": CommandText(
        "ledger",
        Text("Shows who buys what and again after how many days, by category, merchant, scene or brand."),
        ("report merchants", "report merchants --by scene", "report merchants --chart"),
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
    "consent": CommandText(
        "desk",
        Text("Records what a person agrees to, or does not any more."),
        ("consent A1 offers given --how 'letter of 5 January'", "consent P1 credit-check withdrawn"),
    ),
    "income": CommandText(
        "desk",
        Text("Records the income a month that a person declares, and what they pay elsewhere."),
        ("income A1 8000 --payments 1200",),
    ),
    "assess": CommandText(
        "desk",
        Text("Shows what is known for a decision about a limit: checks, consents, income, payments, warnings."),
        ("assess A1", "assess A1 --as-of 2026-03-31 --rules mine.toml"),
    ),
    "limits review": CommandText(
        "desk",
        Text("Proposes raises and cuts of limits from behaviour, or the same factor for a tier; nothing is set yet."),
        (
            "limits review A1 --dry-run",
            "limits review --all",
            "limits review --tier D --times 0.8 --dry-run",
            "limits review --tier A --times 1.2 --until 2026-11-20",
        ),
    ),
    "limits apply": CommandText(
        "desk",
        Text("Sets the limits that a review proposed, with a notice for the customer."),
        ("limits apply D12", "limits apply --all --dry-run"),
    ),
    "score": CommandText(
        "desk",
        Text("Scores an account, or all, by a points scorecard from the ledger alone."),
        ("score A1", "score A1 --explain", "score A1 --history", "score --all --as-of 2026-03-31"),
    ),
    "score keep": CommandText(
        "desk",
        Text("Keeps the score of an account, or of all, with its lines."),
        ("score keep A1", "score keep --all --request-id scores-2026-03"),
    ),
    "score test": CommandText(
        "desk",
        Text("Holds the scores of a past day against the lateness that came after it."),
        ("score test --scored-on 2025-12-31", "score test --scored-on 2025-12-31 --months 3 --bad-days 7"),
    ),
    "contact": CommandText(
        "desk",
        Text("Records that a customer was contacted, and when; refuses what collection must not do."),
        (
            "contact A1 --channel call --about collection --at 10:30 --outcome reached",
            "contact A1 --channel text --about service --at 21:15 --outcome left-word --note 'asked to call back'",
        ),
    ),
    "contacts": CommandText(
        "desk",
        Text("Lists who was contacted, when, by what and what about, and what was against the rules."),
        ("contacts A1", "contacts --as-of 2026-03-31 --csv"),
    ),
    "prefer": CommandText(
        "desk",
        Text("Records how a customer wants to be reminded of due dates: by what, in which language, when not."),
        ("prefer A1 --channel app --quiet 21:00-09:00", "prefer A1 --language en", "prefer A1 --quiet none"),
    ),
    "remind": CommandText(
        "desk",
        Text("Writes a reminder of each due date that comes, once, as text, calendar event and CSV; sends nothing."),
        ("remind --dry-run", "remind --out outbox", "remind --out outbox --rules mine.toml"),
    ),
    "promise": CommandText(
        "desk",
        Text(
            "Records that a customer promises to pay so much by a day; the money that comes tells whether it is kept."
        ),
        ("promise A1 500 --by 2026-07-10", "promise A1 500 --by 2026-07-10 --note 'after payday'"),
    ),
    "promises": CommandText(
        "desk",
        Text("Lists promises to pay with what has come of each: kept, broken or open."),
        ("promises", "promises A1", "promises --state broken --csv"),
    ),
    "cases": CommandText(
        "desk",
        Text("Lists the open collection cases with their stage and what is next, the longest late first."),
        ("cases", "cases --stage mid", "cases --closed --csv"),
    ),
    "cases open": CommandText(
        "desk",
        Text("Opens a case for each account that is late and has none, and closes those that are cured."),
        ("cases open --dry-run", "cases open"),
    ),
    "case": CommandText(
        "desk",
        Text("Shows one case: its account, what happened since, promises, contacts, and what is next."),
        ("case D12",),
    ),
    "ticket": CommandText(
        "desk",
        Text("Records what a customer asks for or complains of, and by when it is to be answered."),
        ("ticket A1 --about complaint --text 'fees were not told'", "ticket A1 --about question --text 'bill day'"),
    ),
    "ticket-answer": CommandText(
        "desk",
        Text("Records the answer to a service request, which ends it."),
        ("ticket-answer D12 'fees stand in the plan; waived once'",),
    ),
    "tickets": CommandText(
        "desk",
        Text("Lists the service requests that wait for an answer, late ones first."),
        ("tickets", "tickets A1 --answered"),
    ),
}
