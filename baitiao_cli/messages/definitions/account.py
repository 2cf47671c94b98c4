"""What the screens of an account say: its limit, its bills, its plans, and what is to be paid."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("An account, its bills and its plans")

# Most examples are of one line with bills on the 3rd, due on the 12th: on 10 January 2026 1,000.00 were bought for the
# bill (at least 10%) and 3,000.00 in 3 installments at 0.6% a period; of the bill of 3 February the minimum was paid.
DEFINITIONS: Definitions = {
    "limit": Definition(
        Text("The most that the account may owe of what it bought, holds and disputes included."),
        Text("Opened with 20,000.00: the limit is 20,000.00 until it is changed."),
    ),
    "used": Definition(
        Text(
            "The principal of all plans that is not repaid yet; interest, fees and late charges use nothing of the "
            "limit."
        ),
        Text("1,000.00 and 3,000.00 were bought and 1,100.00 of them repaid: 2,900.00 are used."),
    ),
    "held": Definition(
        Text("What purchases that are authorised and not made yet keep of the limit."),
        Text("A hotel held 600.00: 600.00 less are available until it is captured, released or expires."),
    ),
    "available": Definition(
        Text("What may still be spent: the limit less what is used, held and in dispute."),
        Text("20,000.00 less 4,000.00 used: 16,000.00."),
    ),
    "owed": Definition(
        Text("All that the account owes today, due or not: principal, and interest, fees and late charges so far."),
        Text("2,900.00 of principal and one day of interest of 0.45: 2,900.45."),
    ),
    "due": Definition(
        Text(
            "What bills and installments have asked for and was not paid yet, what is carried and has run on it "
            "included."
        ),
        Text("The bill asked for 2,018.00 and 1,118.00 were paid: 900.00 on the due date, 900.45 on the day after."),
    ),
    "next-due": Definition(
        Text("The first day from today on by which something that is unpaid is due."),
        Text("On 2026-02-04 the bill of 02-03 is unpaid: 2026-02-12; once that day is over, 2026-03-12."),
    ),
    "falls-due-then": Definition(
        Text("What is to be paid by the next due day, of what is on bills and of the installments due by then."),
        Text("1,018.00 of an installment and 1,000.00 of new purchases are due on 2026-02-12: 2,018.00."),
    ),
    "credit-balance": Definition(
        Text("What was paid beyond what is owed by then: it pays what falls due next, or is paid back."),
        Text("2,118.00 were paid of 2,018.00 that are all that is owed: 100.00."),
    ),
    "bill": Definition(
        Text("The summary of one cycle, with what is due; once sent it never changes."),
        Text("Bill 1 of 2026-02-03 asks for 2,018.00, at least 1,118.00, by 2026-02-12."),
    ),
    "bill-day": Definition(
        Text("The day of each month on which the bill of the cycle before it comes."),
        Text("Bill day 3: a purchase of 2026-02-02 is on the bill of 02-03, one of 02-03 on that of 03-03."),
    ),
    "billed": Definition(
        Text("The date of a bill: it covers the days before it, from the date of the last bill on."),
        Text("The bill of 2026-03-03 covers 2026-02-03 to 2026-03-02."),
    ),
    "covers": Definition(
        Text("The days that a bill sums up, both included."),
        Text("The bill of 2026-03-03 covers 2026-02-03 to 2026-03-02, 28 days."),
    ),
    "due-date": Definition(
        Text(
            "The last day on which a bill or an installment can be paid without being late; of a bill of the usual "
            "products 9 days after its date."
        ),
        Text("A bill of 2026-02-03 is due on 2026-02-12: paid on that day is in time, on 02-13 late."),
    ),
    "amount-due": Definition(
        Text(
            "All that a bill asks for: installments, new purchases, what is carried from before, and interest and "
            "charges."
        ),
        Text("1,018.00 of installments, 900.00 carried and 8.55 of interest: 1,926.55."),
    ),
    "minimum-due": Definition(
        Text(
            "The least to pay of a bill so as not to be late: installments, interest and charges in full and a share, "
            "10%, of the rest, whose other part is carried and bears interest."
        ),
        Text("1,018.00 of installments and 10% of 1,000.00 of new purchases: 1,118.00."),
    ),
    "new-purchases": Definition(
        Text("What a bill asks for of the purchases of its cycle that are not paid in installments."),
        Text("1,000.00 bought for the bill and 3,000.00 in installments on 2026-01-10: 1,000.00 on the bill of 02-03."),
    ),
    "installments-due": Definition(
        Text("What a bill asks for of installments, with their fees and interest."),
        Text("1,000.00 of principal and a fee of 18.00: 1,018.00."),
    ),
    "interest-and-charges": Definition(
        Text("What a bill asks for of the interest on what is carried and the late charges on it."),
        Text("900.00 carried from 2026-02-12 to 03-03 at 0.05% a night, 19 nights: 8.55."),
    ),
    "opening-balance": Definition(
        Text("All that was owed as the cycle of a bill began; negative is a credit balance."),
        Text("4,018.00 were owed as the bill of 2026-02-03 was made: 4,018.00 before on that of 03-03."),
    ),
    "closing-balance": Definition(
        Text("All that is owed as a bill is made: the balance before and every movement of the cycle."),
        Text("4,018.00 less 1,118.00 repaid, with 8.55 of interest and a fee of 18.00: 2,926.55."),
    ),
    "earlier-bills": Definition(
        Text(
            "What an event that counts from the cycle of a bill already sent changes: that bill stays as it was, and "
            "the next one tells the change."
        ),
        Text("The bill of 2026-02-03 was sent; 400.00 refunded from 02-02 are told on that of 03-03: -400.00."),
    ),
    "principal": Definition(
        Text("What was borrowed and is not repaid yet; of an installment the part that repays it."),
        Text("3,000.00 in 3 installments: 1,000.00 of principal in each."),
    ),
    "interest": Definition(
        Text("The price of time on what is owed, by the night or by the period."),
        Text("900.00 carried at 0.05% a night: 0.45 a night."),
    ),
    "fee": Definition(
        Text(
            "The price of a service, such as of paying in installments: often a share of the original amount in each "
            "period."
        ),
        Text("3,000.00 in 3 installments at 0.6% a period: 18.00 in each, 54.00 in all."),
    ),
    "to-pay": Definition(
        Text("What an installment asks for in all: principal, interest and fee."),
        Text("1,000.00 of principal and a fee of 18.00: 1,018.00."),
    ),
    "principal-left": Definition(
        Text("The principal that is left of a plan after an installment is paid, or today."),
        Text("3,000.00 in 3 installments: 2,000.00 after the first."),
    ),
    "paid": Definition(
        Text("What of an installment is paid, or how many installments of a plan are."),
        Text("1,018.00 of the first of 3 installments are paid: 1,018.00 of it, and 1/3 of the plan."),
    ),
    "outstanding": Definition(
        Text("What of an installment is not paid yet."),
        Text("1,018.00 are to be paid and 500.00 were: 518.00."),
    ),
    "plan": Definition(
        Text("One purchase and how it is paid back, such as A1P1."),
        Text("3,000.00 bought in 3 installments are plan A1P2."),
    ),
    "installment": Definition(
        Text("One part of a plan, with a due date."),
        Text("Installment 2 of 3 of plan A1P2 is due on 2026-03-12."),
    ),
    "installment-count": Definition(
        Text("In how many installments a plan is paid back."),
        Text("A plan whose installments are 1/3, 2/3 and 3/3: 3."),
    ),
    "schedule": Definition(
        Text("The dated list of the installments of a plan."),
        Text("3,000.00 in 3 installments at 0.6% a period: 1,018.00 on 2026-02-12, 03-12 and 04-12."),
    ),
    "annual-rate-simple": Definition(
        Text(
            "The yearly cost of what is really owed, all interest and fees in, as 12 times the rate of a month, or "
            "365 times that of a night, without interest on interest."
        ),
        Text("1,000.00 paid back as 1,010.00 a month later, 1% a month: 12.00% a year."),
    ),
    "annual-rate-compound": Definition(
        Text(
            "The yearly cost of what is really owed, all interest and fees in, with interest on interest from period "
            "to period."
        ),
        Text("1,000.00 paid back as 1,010.00 a month later, 1% a month, 12 times on each other: 12.68% a year."),
    ),
    "daily-rate": Definition(
        Text(
            "The price of a night of what is carried past a due date, as a share of it; a year of it is 365 times as "
            "much, simple."
        ),
        Text("0.05% of 900.00 are 0.45 a night, and 365 times 0.05% are 18.25% a year."),
    ),
    "payoff": Definition(
        Text("What settles a plan or the whole account on a day."),
        Text(
            "On 2026-03-05 2,000.00 of principal are left of A1P2, with two fees of 18.00 to the end of its next "
            "period: 2,036.00."
        ),
    ),
    "prepayment": Definition(
        Text("A part of a plan's principal paid before it is due, so that the term gets shorter or the payments fall."),
        Text("500.00 of the 2,000.00 that are left are prepaid: 1,500.00 are left."),
    ),
    "repayment": Definition(
        Text("Money from the customer, spread over what is owed, oldest due first."),
        Text("1,118.00 pay an installment of 1,018.00 in full and 100.00 of what was bought for 1,000.00."),
    ),
    "refund": Definition(
        Text(
            "Money for goods that the merchant gives back: it lowers what is owed of the purchase, and what had been "
            "paid is a credit or goes back."
        ),
        Text("400.00 of an unpaid purchase of 1,000.00 are refunded: 600.00 are owed."),
    ),
    "dispute": Definition(
        Text(
            "A purchase that the customer contests; until it is decided it need not be paid, and nothing is charged "
            "on it."
        ),
        Text("400.00 of an unpaid purchase of 1,000.00 are in dispute: 600.00 are to be paid meanwhile."),
    ),
    "waiver": Definition(
        Text("Interest, fees or late charges that are owed and that the lender gives up."),
        Text("1.20 of late charges and 1.00 of it waived: 0.20 is owed."),
    ),
    "reversal": Definition(
        Text("An event is undone as if it had never been, because it was wrong."),
        Text("A repayment of 1,118.00 was booked twice: the second is reversed, and 1,118.00 more are owed again."),
    ),
    "deferral": Definition(
        Text(
            "The due date of a bill is moved some days later once, at a price a night on what is unpaid of its new "
            "purchases."
        ),
        Text("1,000.00 of new purchases deferred by 10 days at 0.04% a night: 4.00."),
    ),
    "bill-in-installments": Definition(
        Text("Purchases on a bill are turned into a plan of their own, so that the bill asks for less."),
        Text("600.00 of a bill of 1,000.00 in 3 installments: the bill still asks for 400.00."),
    ),
    "down-payment": Definition(
        Text("What is paid at once of a purchase and not financed."),
        Text("25% down of 4,000.00: 1,000.00 is paid at once and 3,000.00 in installments."),
    ),
    "interest-free-days": Definition(
        Text(
            "The days from a purchase to the due date of its bill, on which it bears nothing if the bill is paid in "
            "full by then."
        ),
        Text("Bought on 2026-01-10, billed on 02-03, due on 02-12: 33 days."),
    ),
    "late-grace-days": Definition(
        Text("Days after the due date on which a payment still counts as in time."),
        Text("3 such days after 2026-02-12: paid on 02-15 is in time, on 02-16 it is late."),
    ),
    "counts-from": Definition(
        Text("The day from which an event counts; it may be earlier than the day on which it is recorded."),
        Text("A repayment of 2026-02-12 recorded on 02-14 counts from 02-12: nothing was late."),
    ),
    "auto-repay": Definition(
        Text("The agreement that a means of the customer's pays what falls due, all of the bill or its minimum."),
        Text("For the minimum of a bill of 2,018.00 that asks for at least 1,118.00: 1,118.00 on the due date."),
    ),
    "price-tier": Definition(
        Text("The tier by which products are priced for an account: letters, A the best."),
        Text("A product costs 0.5% a period for tier A and 0.6% for tier B: 3,000.00 bear 15.00 or 18.00 a period."),
    ),
    "purchase": Definition(
        Text("Buying on the line: on the next bill, or in installments."),
        Text(
            "1,000.00 bought on 2026-01-10 on the bill of 02-03, and 3,000.00 in 3 installments: two purchases, "
            "4,000.00."
        ),
    ),
    "event": Definition(
        Text("One fact of an account, such as A1E5: never changed, only reversed."),
        Text("The repayment of 1,118.00 is A1E4, the 4th event of A1."),
    ),
    "quote": Definition(
        Text("What a plan would cost, worked out before it is made; it can be accepted on exactly its terms."),
        Text("3,000.00 in 3 installments at 0.6% a period: fees of 54.00, to pay 3,054.00."),
    ),
    "credit-line": Definition(
        Text("The agreement that lets a person owe up to a limit; an account, such as A1."),
        Text("A1 was opened on 2026-01-05 with 20,000.00: up to that may be bought on it."),
    ),
    "equal-payments": Definition(
        Text("The same total in each installment: less interest and more principal from one to the next."),
        Text(
            "1,000.00 in 2 installments at 1% a period: 507.51 each, of which 10.00 are interest in the first and "
            "5.02 in the second."
        ),
    ),
    "equal-principal": Definition(
        Text("The same principal in each installment, with interest on what is left."),
        Text(
            "1,000.00 in 2 installments at 1% a period: 500.00 each, with 10.00 of interest in the first and 5.00 in "
            "the second."
        ),
    ),
    "charged-off": Definition(
        Text("Taken off the assets as a loss, still owed and collected."),
        Text(
            "900.00 of principal are charged off: the customer still owes 900.00, and what comes in for it is a "
            "recovery."
        ),
    ),
    "written-off": Definition(
        Text("The claim itself is given up: the debt ends."),
        Text("400.00 of 900.00 are written off: 500.00 are owed."),
    ),
    "extension": Definition(
        Text("The due dates of a plan that are still to come are moved later, by whole months."),
        Text("Extended by 2 months on 2026-03-05: what was due on 03-12 is due on 05-12."),
    ),
    "restructuring": Definition(
        Text("What is left of a plan, or of the purchases on bills, is planned anew over other installments."),
        Text("2,000.00 that were left in 2 installments are paid in 4: 500.00 of principal in each."),
    ),
    "hardship": Definition(
        Text("A customer cannot pay as agreed and asks for relief; nothing is to be collected until it is decided."),
        Text("Asked for on 2026-03-05: relief is given by extending, restructuring, pausing or waiving, or refused."),
    ),
    "merchant": Definition(
        Text("Where something was bought."),
        Text("A plan of 2026-01-10 for 1,000.00 at Lamp House: the merchant is Lamp House."),
    ),
    "day-count": Definition(
        Text("How the days of a period and of a year are counted for interest."),
        Text("2026-02-12 to 03-12 are 28 days of 365: at 18.25% a year 900.00 bear 12.60."),
    ),
    "rounding": Definition(
        Text("How an exact amount becomes whole fen, at the one place where that is done: half-up, a half goes up."),
        Text("8.555 become 8.56 and 8.554 become 8.55."),
    ),
    "fen": Definition(
        Text("The smallest unit of money: 100 fen are 1 yuan, and amounts are whole fen."),
        Text("2018.00 yuan are 201800 fen, the figure of a key such as due_fen."),
    ),
    "ledger": Definition(
        Text("The file with all that happened, of all accounts."),
        Text("A purchase of 1,000.00 and its repayment are two facts in the ledger, and neither is ever changed."),
    ),
    "ledger-account": Definition(
        Text("Where the books put an amount, such as principal receivable."),
        Text("A purchase of 1,000.00 is a debit of 1,000.00 on principal receivable."),
    ),
    "trial-balance": Definition(
        Text("All ledger accounts of a day: debits and credits are equal."),
        Text("After one purchase of 1,000.00 each side sums to 1,000.00."),
    ),
    "operator": Definition(
        Text("Who recorded an event."),
        Text("With --operator chen a repayment of 1,118.00 is told as recorded by chen."),
    ),
    "second-person": Definition(
        Text("Somebody else than who asked for it must agree, above an amount or always."),
        Text(
            "Where waivers above 500.00 take a second person, one of 600.00 waits until another operator approves it."
        ),
    ),
    "request-id": Definition(
        Text("A name that a command is given so that repeating it changes nothing more."),
        Text("A repayment of 1,118.00 sent twice as --request-id r1: 1,118.00 are paid once."),
    ),
    "amount": Definition(
        Text("The sum that a plan, a payment or another event is about."),
        Text(
            "A purchase of 1,000.00 and a repayment of 1,118.00: these two, and on a bill the repayment with a minus, "
            "-1,118.00."
        ),
    ),
}

# The keys of the columns whose headings and figures each name explains.
KEYS = {
    "limit": ("limit_fen",),
    "used": ("used_fen",),
    "held": ("held_fen",),
    "available": ("available_fen",),
    "owed": ("owed_fen",),
    "due": ("due_fen",),
    "next-due": ("next_due_on",),
    "falls-due-then": ("next_due_fen",),
    "credit-balance": (
        "credit_fen",
        "surplus",
    ),
    "bill": (
        "bill_number",
        "latest_bill",
    ),
    "bill-day": ("bill_day",),
    "billed": (
        "billed_on",
        "next_bill_on",
    ),
    "covers": ("covers",),
    "due-date": (
        "due_on",
        "next_bill_due_on",
    ),
    "amount-due": ("amount_due_fen",),
    "minimum-due": (
        "minimum_due_fen",
        "minimum_share_pct",
    ),
    "new-purchases": ("new_purchases_fen",),
    "installments-due": ("installments_fen",),
    "interest-and-charges": ("charges_fen",),
    "opening-balance": ("opening_fen",),
    "closing-balance": ("closing_fen",),
    "earlier-bills": ("adjustment_fen",),
    "principal": ("principal_fen",),
    "interest": ("interest_fen",),
    "fee": (
        "fee_fen",
        "fees_fen",
    ),
    "to-pay": ("total_fen",),
    "principal-left": ("balance_fen",),
    "paid": (
        "paid_fen",
        "paid_of",
    ),
    "outstanding": ("outstanding_fen",),
    "plan": ("plan_id",),
    "installment": ("of",),
    "installment-count": ("installments",),
    "annual-rate-simple": (
        "simple_pct",
        "annual_rate_pct",
    ),
    "annual-rate-compound": ("compound_pct",),
    "daily-rate": ("carried_rate",),
    "payoff": ("payoff",),
    "prepayment": ("prepaid_fen",),
    "repayment": ("repayments_fen",),
    "refund": (
        "refunds_fen",
        "merchant_refunds_fen",
    ),
    "dispute": (
        "in_dispute_fen",
        "disputes_fen",
        "set_aside_fen",
    ),
    "waiver": ("waivers_fen",),
    "deferral": (
        "deferred_fen",
        "defer_rate",
        "defer_days",
    ),
    "bill-in-installments": ("converted_fen",),
    "down-payment": ("down_payment_fen",),
    "late-grace-days": ("grace_days",),
    "counts-from": ("effective_on",),
    "auto-repay": ("auto_repay",),
    "price-tier": ("tier",),
    "purchase": ("purchases_fen",),
    "event": ("event_id",),
    "quote": ("quote_id",),
    "charged-off": ("charged_off_on",),
    "written-off": ("written_off_fen",),
    "extension": ("extended_months",),
    "restructuring": ("restructured_on",),
    "merchant": ("merchant",),
    "day-count": ("day_count",),
    "rounding": ("rounding",),
    "ledger-account": ("ledger_account",),
    "operator": ("operator",),
    "second-person": ("second_person",),
    "request-id": ("request_id",),
    "amount": ("amount_fen",),
}

# What else each is called in each language, by the glossary, in the trade, and in short.
ALSO = {
    "limit": Text("credit limit", context="also"),
    "held": Text("hold", context="also"),
    "available": Text("available credit; available limit", context="also"),
    "owed": Text("debt; outstanding balance", context="also"),
    "due": Text("payable; current due", context="also"),
    "next-due": Text("next due date", context="also"),
    "falls-due-then": Text("due then", context="also"),
    "credit-balance": Text("credit; overpayment", context="also"),
    "bill": Text("statement", context="also"),
    "bill-day": Text("billing day; statement day", context="also"),
    "billed": Text("bill date; statement date", context="also"),
    "covers": Text("cycle; billing cycle", context="also"),
    "due-date": Text("due day; payment due date", context="also"),
    "amount-due": Text("statement balance; bill amount", context="also"),
    "minimum-due": Text("minimum; minimum payment", context="also"),
    "installments-due": Text("installments of the bill", context="also"),
    "interest-and-charges": Text("charges; finance charge", context="also"),
    "opening-balance": Text("previous balance", context="also"),
    "closing-balance": Text("balance of the bill", context="also"),
    "earlier-bills": Text("bill adjustment", context="also"),
    "principal": Text("principal owed", context="also"),
    "interest": Text("interest cost", context="also"),
    "fee": Text("service fee; installment fee", context="also"),
    "to-pay": Text("installment amount", context="also"),
    "principal-left": Text("remaining principal", context="also"),
    "outstanding": Text("left to pay; unpaid", context="also"),
    "plan": Text("installment plan", context="also"),
    "installment": Text("part of a plan", context="also"),
    "installment-count": Text("tenor; term; number of installments", context="also"),
    "schedule": Text("payment schedule; repayment schedule", context="also"),
    "annual-rate-simple": Text(
        "apr; annual rate; annual percentage rate; simple rate; a year, simple; a year as agreed, simple",
        context="also",
    ),
    "annual-rate-compound": Text(
        "eir; irr; apy; effective rate; internal rate of return; a year, compound; a year as agreed, compound",
        context="also",
    ),
    "daily-rate": Text("daily interest rate", context="also"),
    "payoff": Text("settlement; early payoff; early settlement", context="also"),
    "prepayment": Text("prepay; early repayment", context="also"),
    "repayment": Text("repay; payment", context="also"),
    "dispute": Text("disputed", context="also"),
    "waiver": Text("waive", context="also"),
    "reversal": Text("reverse; reversed", context="also"),
    "deferral": Text("deferred", context="also"),
    "bill-in-installments": Text("convert; conversion", context="also"),
    "down-payment": Text("down payment", context="also"),
    "interest-free-days": Text("interest-free period", context="also"),
    "late-grace-days": Text("grace period; late grace", context="also"),
    "counts-from": Text("effective date; value date", context="also"),
    "auto-repay": Text("autopay; direct debit", context="also"),
    "price-tier": Text("tier; pricing tier", context="also"),
    "purchase": Text("charge; buying", context="also"),
    "event": Text("entry", context="also"),
    "quote": Text("trial calculation", context="also"),
    "credit-line": Text("line; CreditLine", context="also"),
    "equal-payments": Text("equal-payment; annuity", context="also"),
    "equal-principal": Text("equal principal", context="also"),
    "charged-off": Text("charge off; charge-off", context="also"),
    "written-off": Text("write off; write-off", context="also"),
    "extension": Text("extend", context="also"),
    "restructuring": Text("restructure", context="also"),
    "hardship": Text("relief", context="also"),
    "merchant": Text("seller", context="also"),
    "day-count": Text("day count", context="also"),
    "rounding": Text("rounding", context="also"),
    "fen": Text("yuan", context="also"),
    "ledger": Text("ledger file", context="also"),
    "ledger-account": Text("chart of accounts", context="also"),
    "trial-balance": Text("trial balance", context="also"),
    "operator": Text("recorded by", context="also"),
    "second-person": Text("approval", context="also"),
    "request-id": Text("idempotency key", context="also"),
}
