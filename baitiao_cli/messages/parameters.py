"""Help lines of options and arguments."""

from __future__ import annotations

from baitiao_cli.messages import Text, filled, portfolio, sheet
from baitiao_cli.messages.completion import SHELL
from baitiao_cli.messages.define import NAME as DEFINED_NAME
from baitiao_cli.messages.desk import bureau, compliance, queue, risk, rules

ALL_OPEN = Text("All accounts that are open.")


def _kept_off(text: Text) -> Text:
    """The help of a value that may be kept off the command line."""
    more = Text("{what} (- asks or reads a line of stdin, @FILE its first line.)")
    return filled(more, what=text)


# An option that means something of its own in one command stands under "command --option".
PARAMETERS: dict[str, Text] = {
    # of every command
    "--ledger": Text("The ledger file; default: in the user's data folder."),
    "--today": Text("Act as if this were today; default: today in Shanghai."),
    "--lang": Text("Language: zh or en."),
    "--json": Text("Answer as one JSON document; amounts in whole fen."),
    "--csv": Text("Answer as CSV: the main table; amounts in whole fen."),
    "--plain": Text("Answer as plain text with tabs."),
    "--help": Text("Show this help."),
    "--version": Text("Show the version."),
    # of every view
    "--as-of": Text("The day that the question is about; default: today."),
    "--known-at": Text(
        "As the ledger knew it then: a time, a date (its end), an event id, or its first so many events."
    ),
    # of what-if
    "-- STEP...": Text("What would happen: one command or more, each after --."),
    "what-if --as-of": Text("The day to compare on; default: today, or the day of the last step."),
    # of every write
    "--on": Text("The day from which it counts; may be past; default: today."),
    "--request-id": Text("Repeating a command with the same id changes nothing more."),
    "--dry-run": Text("Do everything and show it, but keep nothing."),
    "--yes": Text("Answer yes to what would be asked."),
    "--operator": Text("Who does it; default: the login name."),
    # learn
    "LESSON": Text("Which one; without it the lessons are listed."),
    "learn --amount": Text("How much it is about, in yuan."),
    "learn --installments": Text("In how many monthly installments."),
    "learn --fee": Text("The fee a period, such as 0.6%."),
    "learn --annual-rate": Text("The rate a year, such as 12%."),
    "learn --nights": Text("How many nights it is late."),
    "learn --on": Text("The first day of the month that is counted."),
    "--quiz": Text("End with a small quiz; needs a terminal."),
    "learn --html": Text("Make one page to hand out, in both languages."),
    "define NAME": DEFINED_NAME,
    # quote
    "AMOUNT": Text("Amount in yuan, such as 1234.50."),
    "--installments": Text("How many installments; default: 1, or the product's smallest."),
    "--product": Text(
        "Take the terms of this product: an id (see: baitiao products) or a file of one's own, such as mine.toml."
    ),
    "--account": Text("Quote exactly the plan that charge would make on this account."),
    "--tier": Text("The customer's price tier of the product: A, B, C or D; default: B."),
    "--method": Text(
        "How it is repaid: fee-per-period, equal-payment, equal-principal, interest-only, flat, single, defer, daily."
    ),
    "--fee": Text("Fee each period, of the original principal: 0.6%."),
    "--annual-rate": Text("Interest a year: 12 is 12%."),
    "--daily-rate": Text("Interest a day: 0.03%."),
    "--day-count": Text("How days are counted: actual/365, actual/360, 30/360, actual/actual."),
    "--every": Text("Length of a period in units; default: 1."),
    "--unit": Text("Unit of a period: months, weeks, days; default: months."),
    "--rounding": Text("half-up (default) or half-even."),
    "--evening": Text("Level the payments so that the last differs least."),
    "--whole-period": Text("Charge interest by whole periods, not by days."),
    "--multiple-of": Text("Make the payments a multiple of this many yuan."),
    "--down-payment": Text("Paid at once: a share (25%) or an amount in yuan."),
    "--trade-in": Text("What goods traded in are worth, in yuan; not financed."),
    "--compare": Text("Numbers of installments to set side by side, such as 3,6,12,24."),
    "--free-days": Text("How many first days of a deferral bear no interest."),
    "--late-rate": Text("What lateness costs a day, of what is overdue; default: nothing."),
    "quote --payoff": Text("What an early payoff asks for: all-fees, next-period, waive-rest, accrued-days."),
    "QUOTE": Text("Id of a quote, such as Q7K3F9M2TA4."),
    "--quote": Text("Make the plan on exactly the terms of this quote, which states everything else."),
    "--free-periods": Text("How many first periods bear no interest."),
    "--first-due": Text("Due date of the first installment."),
    "quote --on": Text("The day of the purchase; default: today."),
    # rate
    "FLOWS|-": Text("JSON: advances and payments, each with its time t, part f and amount; - is standard input."),
    "--convention": Text(
        "us-reg-z and simple-12 multiply the rate of a period, eu-aprc and xirr-365 compound (t in years), "
        "per-period leaves it as it is."
    ),
    # accounts, purchases, payments
    "ACCOUNT": Text("Id of an account, such as A1."),
    "PLAN": Text("Id of a plan, such as A1P2."),
    "ACCOUNT|PLAN": Text("Id of an account or a plan: A1, A1P2."),
    "WHO": Text("Id of a person or of one of their accounts: P1, A1."),
    "EVENT": Text("Id of an event, such as A1E5."),
    "FILE|-": Text("JSON lines or CSV; - is standard input."),
    "--name": _kept_off(Text("The person's name.")),
    "--limit": Text("Credit limit in yuan."),
    "limit AMOUNT": Text("The new credit limit in yuan."),
    "limit --end": Text("Ends the temporary limit, or all that the scene or merchant has."),
    "request-limit AMOUNT": Text("The limit that is asked for, in yuan."),
    **{
        f"{command} {option}": text
        for command in ("limit", "request-limit")
        for option, text in {
            "--until": Text("A temporary limit, one at a time: its last day."),
            "--from": Text("A temporary limit: its first day; default: now."),
            "--scene": Text("A limit of its own for that scene."),
            "--merchant": Text("A limit of its own for that merchant."),
        }.items()
    },
    "--grant": Text("It is granted."),
    "--refuse": Text("It is refused."),
    "--withdraw": Text("The customer does not want it any more."),
    "decide-limit --amount": Text("How much is granted; default: all of it."),
    "--phone": _kept_off(Text("The person's phone number.")),
    "--id-number": _kept_off(Text("The person's ID number; one open account each.")),
    "--bill-day": Text("Day of the month of the bills, 1 to 28; default: 3."),
    "DAY": Text("Day of the month, 1 to 28."),
    **{
        f"{command} --product": Text(
            "The product whose line terms hold (see: baitiao products) or a file; default: month."
        )
        for command in ("open", "reopen")
    },
    "TIER": Text("Price tier A, B, C or D."),
    "tier --score": Text("The kept score that it follows, by its record, such as D12; it must give this tier."),
    "open --tier": Text("Price tier A, B, C or D; default: B."),
    "charge --installments": Text("In how many installments; without it the purchase goes on the next bill."),
    "charge --product": Text(
        "The product (see: baitiao products) or a file; default: inst with --installments, month without."
    ),
    "HOLD": Text("Id of a hold, such as A1H1."),
    "hold --order": Text("The merchant's order number; one purchase each."),
    "hold --installments": Text("In how many installments it will be paid; without it the purchase goes on a bill."),
    "hold --product": Text(
        "The product (see: baitiao products) or a file; default: inst with --installments, month without."
    ),
    "--until": Text("The last day of the hold; default: 30 days after its own."),
    "capture AMOUNT": Text("How much of it in yuan; default: all."),
    "--merchant": Text("Where it was bought."),
    "MERCHANT": Text("The merchant's name, as purchases give it."),
    "merchant MERCHANT": Text("The merchant's very name, or its number, such as M1."),
    "--from": Text("The first day; default: the beginning."),
    "merchants --through": Text("The last day; default: today."),
    "merchant --through": Text("The last day; default: today."),
    "--discount": Text("What it pays us of each purchase; default: as it was, or nothing."),
    "--order": Text("The merchant's order number; each counts once."),
    "--scene": Text("What kind of purchase, as a code: travel, phone, food; some are capped."),
    "--category": Text("The category of what was bought, for reports."),
    "--brand": Text("The brand of what was bought, for reports."),
    "--note": Text("A note that stays with the event."),
    "--means": Text("How it was paid."),
    "--plan": Text("The plan that is meant; default: the whole account."),
    "repay --plan": Text("The plan that the customer names."),
    "--reason": Text("Why."),
    "--unmask": Text("Show people in the clear; that is recorded first, with --reason."),
    "--amount": Text("The amount expected; refused if the quote differs."),
    "payout --amount": Text("How much; default: all of the credit balance."),
    "--charge": Text("Which charge; default: late charges, then fees, then interest."),
    "charge-off --plan": Text("Only this plan; default: all that the account owes."),
    "write-off --plan": Text("Only this plan; default: all that the account owes.", context="parameters"),
    "recover --plan": Text("The lost plan that it is for; default: all that was given up for lost."),
    "waive --plan": Text("Only charges of this plan; for a daily plan also interest not yet due."),
    "--pay": Text("Pay exactly the quote."),
    "payoff --on": Text("The day of the payoff; default: today."),
    "QUERY": _kept_off(
        Text("An id, a part of a name or a merchant, or the last 4 or more characters of a phone, ID or order number.")
    ),
    "person --reason": Text("Why; needed with a correction and with --unmask."),
    "show --reason": Text("Why; goes with --unmask."),
    "find --reason": Text("Why; goes with --unmask."),
    "--status": Text("Only accounts that are open, locked, suspended, charged-off, written-off, closing or closed."),
    "reopen --limit": Text("The limit that the new assessment gives, in yuan."),
    "reopen --tier": Text("Price tier A, B, C or D; default: as before."),
    "auto-repay --means": Text("What is debited on the due dates."),
    "means NAME": Text("What the customer calls it, such as card."),
    "--funds": Text("What it can pay in all, in yuan; a debit takes it down. Default: whatever is asked of it."),
    "--unlimited": Text("It pays whatever is asked of it (default)."),
    "--remove": Text("It is gone: what is tried on it fails."),
    "--kind": Text("What it is: card, bank-account or wallet."),
    "--last-digits": Text("The last four digits of its number."),
    "--share": Text("full (default), or minimum."),
    "--off": Text("End the agreement."),
    "--phone-digits": _kept_off(
        Text("The last 4 digits of the phone, as the customer names them; only compared, never kept.")
    ),
    "--id-digits": _kept_off(
        Text("The last 4 characters of the ID number, as the customer names them; only compared, never kept.")
    ),
    "close --by": Text("Who ends it: customer (default; is verified) or operator (needs a reason)."),
    "close --withdraw": Text("Close nothing: the customer takes the closing back, while its cooling period lasts."),
    "--check": Text("Close nothing; name all that stands in the way."),
    "--cause": Text("Why: overdue, abnormal-login (identity in doubt), risk or operator."),
    "dispute AMOUNT": Text("How much in yuan; default: all that can be contested."),
    "dispute --cause": Text(
        "Why: not-received, not-as-described, cancelled, duplicate, wrong-amount, unauthorised or other."
    ),
    "resolve EVENT": Text("Id of the event that opened the dispute, such as A1E5."),
    "OUTCOME": Text("won (the merchant takes it back) or lost (it is owed again)."),
    "resume --reason": Text("Why; needed while what usually lifts it is not so."),
    "resume --cause": Text("The suspension that is lifted; needed when there are several."),
    "--lift": Text("What lifts it; default: what usually does for the cause."),
    "RATE": Text("The new rate: 6% in the unit of the present one, or 7.3%/year, 0.5%/period, 万分之五."),
    "pause --until": Text("The day on which interest begins again; its own night bears it."),
    "--months": Text("By how many months."),
    "extend --until": Text("In place of --months: when the last installment is to fall due."),
    "restructure --installments": Text("In how many installments: 1 to 60."),
    "restructure --rate": Text(
        "Another rate: 6% in the unit of the present one, or 7.3%/year, 0.5%/period; default: the present one."
    ),
    "restructure --product": Text(
        "What an account's purchases become a plan of: a product with installments on the bill; default: inst."
    ),
    "hardship --until": Text("Until when the customer expects it to last."),
    "convert --installments": Text("In how many installments."),
    "convert --amount": Text("How much in yuan; default: all that is unpaid of the bill's new purchases."),
    "convert --product": Text("A product with installments on the bill; default: inst."),
    "--by": Text("Record it: shorter-term keeps the payments, lower-payment the due dates."),
    "FILE...": Text("Scenario files; - is standard input."),
    "--accounts": portfolio.ACCOUNTS,
    "scenario generate --months": portfolio.MONTHS,
    "--seed": portfolio.SEED,
    "scenario generate --through": portfolio.THROUGH,
    "scenario generate --rules": portfolio.RULES,
    "risk --all": risk.ALL,
    "risk --rules": risk.RULES,
    "risk check --rules": risk.RULES,
    "risk scan --all": risk.ALL,
    "risk scan --rules": risk.RULES,
    "ITEM": queue.ITEM,
    "queue --all": queue.QUEUE_ALL,
    "risk check --category": risk.CATEGORY,
    # compliance check
    "compliance check --rule": compliance.RULE,
    # product sheet
    "product sheet --tier": sheet.TIER,
    "product sheet --on": sheet.ON,
    # bureau
    "bureau export --on": bureau.ON,
    "bureau export --output": bureau.OUTPUT,
    "bureau export --unmask": bureau.UNMASK,
    "bureau notice --channel": bureau.CHANNEL,
    "bureau notice --note": bureau.NOTE,
    "bureau notices ACCOUNT": bureau.NOTICES_ACCOUNT,
    "scenario generate --keep": portfolio.KEEP,
    "scenario run --keep": Text("Keep the ledger here, to look inside."),
    "--junit": Text("Answer as JUnit XML, for build servers."),
    "--explain": Text("The accounts behind this row, in place of the report."),
    "report aging --table": Text("With --csv: bands, rolls (what became of each band) or moves; default: bands."),
    "report classes --table": Text("With --csv: classes, or provision in all; default: classes."),
    "report forecast --table": Text("With --csv: months, or the basis of the expectation; default: months."),
    "report lifecycle --table": Text("With --csv: phases, again (who borrowed again) or closures; default: phases."),
    "report vintages --by": Text("What a month's cohort is of: opening of accounts, or purchase; default: opening."),
    "report profit --by": Text("What to sum it by: product, tier or cohort (month of opening); default: product."),
    "report profit --from": Text("The first day; default: the 365 days up to the day in question."),
    "report merchants --by": Text("What to sum it by: category, merchant, scene or brand; default: category."),
    "report classes --rules": Text("A file of one's own with the shares; default: those that come with the program."),
    "report purchases --by": Text("What to sum them by: merchant, category, brand, scene or product."),
    "report purchases --through": Text("The last day; default: today."),
    "prepay --on": Text("The day of the prepayment; default: today."),
    "--overdue": Text("Only accounts that are past due."),
    "--bill": Text("The number of the bill; default: the latest."),
    "--table": Text("With --csv: which table of the bill; default: summary, one row."),
    "statement --csv": Text("Answer as CSV, one table: see --table; amounts in whole fen."),
    "--through": Text("The day to go to; default: today."),
    "--format": Text("hledger, beancount, csv or json."),
    "--output": Text("Write to this file; default: standard output."),
    "--html": Text("Make one page to hand over, to be read at any width and printed on A4."),
    "--pdf": Text("Make the same page as a PDF; needs the extra pdf."),
    "--xlsx": Text("Make a workbook, a sheet a table; needs the extra xlsx."),
    "--chart": Text("Draw a chart of the figures, too."),
    "statement --reason": Text("Why; goes with --unmask."),
    "--force": Text("Write over a file that is there."),
    "export ACCOUNT": Text("Only the journal of this account."),
    "export --as-of": Text("Entries that count up to this day; default: today."),
    "report trial-balance ACCOUNT": Text("Only the books of this account."),
    "--head": Text("Print the head alone, to be kept elsewhere."),
    "--against": Text("A head that was kept elsewhere: it must be in the chain."),
    "backup FILE": Text("The file, or a folder for it; default: beside the ledger."),
    "restore FILE": Text("A file that baitiao backup wrote."),
    "restore --ledger": Text("The ledger to make."),
    "restore --dry-run": Text("Prove the backup, and make nothing."),
    "import FILE|-": Text("A document of export --format json; - is standard input."),
    "import --ledger": Text("The ledger to make."),
    "import --format": Text("json, which is the default."),
    "import --dry-run": Text("Prove the document, and make nothing."),
    "SHELL": SHELL,
    "--full": Text("Fold every account again and compare everything."),
    "ID": Text("Id of an account, a plan or an event: A1, A1P2, A1E5."),
    "--row": Text("Only this installment of the plan."),
    "explain --bill": Text("Explain the bill with this number; 0 is the latest."),
    "--payoff": Text("Explain what settles the account, or the plan."),
    "--figure": Text("Only this figure: principal, interest, fee, late-charge, owed, amount-due, annual-rate ..."),
    "explain --check": Text("Compute every figure of the account once more, independently, day by day."),
    "--keep": Text("Keep the story's ledger in this file, to try things on it."),
    "--between": Text(
        "Two days (their latest bills are compared, too), or two moments of the ledger: A1E5, 12, 2026-03-05T10:00Z."
    ),
    # joint lending
    "rules NAME": rules.NAME,
    "funder NAME": Text("The firm's name."),
    "FUNDER": Text("The funder's number, such as F1 (see: baitiao funders)."),
    "merchant-settle --through": Text("The last day that is settled."),
    "funder-settle --through": Text("The last day that is settled."),
    "SHARES": Text("Whose is what of the principal: F1=70%,F2=30%; F0 is the lender. All together exactly 100%."),
    "fund --tier": Text("Only for plans made while the account is of this tier; it goes before one for any."),
    "fund --from": Text("For plans made from this day on; default: the day of the agreement."),
    "--service": Text("What the lender takes of charges and subsidies before they are shared; default: nothing."),
    "fund --interest": Text("Whose is what of the interest; default: as the principal."),
    "--fees": Text("Whose is what of the fees; default: as the principal."),
    "--late-charges": Text("Whose is what of the late charges; default: as the principal."),
    # operators, and what takes two
    "operator NAME": Text("The operator's name, as --operator gives it."),
    "--role": Text(
        "Its roles from now on: clerk (daily business), supervisor (that, and decides), auditor (sees personal data), "
        "admin (registers operators)."
    ),
    "--end": Text("Take all roles away."),
    "KIND": Text("What is done: limit-raise, waiver (and goodwill), write-off (and charge-off), reversal, unmask."),
    "--above": Text("A second person must agree above this amount."),
    "--always": Text("A second person must agree to any amount."),
    "approval --off": Text("One person is enough."),
    "PROPOSAL": Text("Id of what waits, such as W1 (see: baitiao proposals)."),
    "ACCOUNT|OPERATOR|PROPOSAL": Text("Only what was done to this account, by this operator, or about this proposal."),
    "audit --from": Text("Only what was recorded from this day on."),
    "audit --through": Text("Only what was recorded up to this day."),
    "--last": Text("At most so many, the newest; default: 50."),
    # assessment
    "PURPOSE": Text("What for: credit-check, bureau-report (reports to the credit bureau) or offers."),
    "CONSENT": Text("given or withdrawn."),
    "--how": Text("Where it can be looked up, such as the letter or the recording."),
    "income AMOUNT": Text("The income a month, in yuan."),
    "income --payments": Text("What is paid to others a month, in yuan; default: nothing."),
    # limits that are reviewed
    "limits review --all": ALL_OPEN,
    "limits review --tier": Text("All accounts of this tier: A, B, C or D; with --times."),
    "--times": Text("The factor for their limits, such as 0.8 or 1.25."),
    "limits review --until": Text("A raise for some days: its last day; then the limit is as before by itself."),
    "limits apply RECORD": Text("The proposal, by its record, such as D12."),
    "limits apply --all": Text("The latest proposal of each account that was not applied."),
    # offers
    "offers review --all": ALL_OPEN,
    "offers grant --all": ALL_OPEN,
    "--coupon": Text("Take this coupon of the account, by its record, such as D15: its periods are free."),
    # scores
    "score --all": ALL_OPEN,
    "score keep --all": ALL_OPEN,
    "score apply --all": ALL_OPEN,
    "score --explain": Text("Line by line, with what each line means, and the prices of the tier."),
    "score --history": Text("At the end of each month since the opening."),
    "--scored-on": Text("The day of the scores."),
    "score test --months": Text("For how many months after it lateness is looked for; default: 6."),
    "--bad-days": Text("From how many days past due an account is bad; default: 30."),
    # contacts
    "--channel": Text("By what: call, text, letter, visit or app."),
    "--about": Text("What about: reminder, collection, notice or service."),
    "--at": Text("At which time of that day, on the clock in Shanghai, such as 10:30."),
    "--outcome": Text("What came of it: reached, not-reached, left-word or refused."),
    "contact --note": Text("What was said, in a few words; nobody's name or number."),
    "--record-anyway": Text("It took place: record it, marked, although it is against the rules."),
    "--rules": Text("Go by this rule file in place of the one that comes with the program."),
    "contacts ACCOUNT": Text("Only those of this account."),
    "--stage": Text("Only those of this stage: early, mid, late or legal."),
    "--closed": Text("Closed ones, too."),
    "case RECORD": Text("Id of the case, such as D12 (see: baitiao cases)."),
    "ticket --about": Text("What about: complaint, question, dispute, personal-data or other."),
    "--text": Text("What is asked for, in a few words; nobody's name or number."),
    "ticket-answer RECORD": Text("Id of the request, such as D12 (see: baitiao tickets)."),
    "TEXT": Text("The answer, in a few words; nobody's name or number."),
    "tickets ACCOUNT": Text("Only those of this account."),
    "--answered": Text("Answered ones, too."),
    "promises ACCOUNT": Text("Only those of this account."),
    "promise AMOUNT": Text("How much is promised, in yuan."),
    "promise --by": Text("The last day on which the money may come."),
    "promise --note": Text("What was said, in a few words; nobody's name or number."),
    "--state": Text("Only those that are open, kept, cleared (nothing is owed any more) or broken."),
    # reminders
    "prefer --channel": Text("By what: call, text, letter or app."),
    "--quiet": Text("In which hours not, such as 21:00-09:00; none: no hours of their own."),
    "--language": Text("In which language: zh or en."),
    "--out": Text("The folder to write them to; it is made if it is not there."),
    # products
    "PRODUCT": Text("Id of a product (see: baitiao products), or a file of one's own, such as mine.toml."),
}


def help_of(command: str, name: str) -> Text:
    """The help of an option (`--amount`) or an argument (`AMOUNT`) of a command: its own, else that of all commands.

    >>> help_of("capture", "AMOUNT").en
    'How much of it in yuan; default: all.'
    >>> help_of("repay", "AMOUNT").en
    'Amount in yuan, such as 1234.50.'
    """
    return PARAMETERS.get(f"{command} {name}") or PARAMETERS[name]
