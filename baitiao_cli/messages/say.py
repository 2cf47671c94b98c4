"""The sentences of `say`: an account as it is told on the phone, with amounts and dates in words."""

from __future__ import annotations

from baitiao_cli.messages import Text

ACCOUNT = Text("Account {spelled}, check digit {digit}, on {as_of}.")
CLOSED = Text("It was closed on {on}.")
CLOSING = Text("You asked to close it; it will be closed on {ends_on}.")
LOCKED = Text("You locked it on {since_on}: no purchases until you unlock it.")
SUSPENDED = Text("Purchases are suspended since {since_on}, the cause being: {cause}; what lifts it: {lift}.")
SUSPENDED_BY_RULE = Text(
    "Purchases are suspended since {since_on}, the cause being: {cause}; this ends by itself as soon as {lift}."
)
LOST = {
    "charged-off": Text("It was charged off on {since_on}; {recoverable} can still be paid."),
    "written-off": Text("What it owed was written off on {since_on}."),
}
OVERDUE = Text("{amount} is overdue since {since_on}, for {days} days; please pay it now.")
CURE = Text("A payment pays older debts first: {amount} ends all lateness.")
OVERDUE_ONE_DAY = Text("{amount} is overdue since {since_on}, for one day; please pay it now.")
DUE = Text("{amount} is due on {due_on}.")
DUE_AT_LEAST = Text("{amount} is due on {due_on}, at least {minimum} of it.")
DUE_WITH_INTEREST = Text("{amount} is due on {due_on}, and the interest that runs on what is carried until then.")
DUE_THEN = Text("{amount} falls due on {due_on}.")
DUE_TODAY = Text("{amount} is due today.")
PAYABLE = Text("{amount} may be paid now; none of it is overdue.")
PAYABLE_IN_ALL = Text("{amount} may be paid now in all.")
NOTHING_DUE = Text("Nothing is to be paid at present.")
DEBIT = Text("Auto-repay will take {asked} on {on}.")
OWED = Text("In all you owe {owed}; {available} of your limit of {limit} is available.")
OWES_NOTHING = Text("You owe nothing; {available} of your limit of {limit} is available.")
HELD = Text("Another {held} of your limit is held for purchases under way.")
OWED_OF_CLOSED = Text("You still owe {owed}.")
CREDIT = Text("You have a credit balance of {credit}.")
PAID = Text("Your last payment was {amount}, on {on}.")
NEXT_BILL = Text("Your next bill comes on {billed_on}.")
NEXT_BILL_OF = Text("Your next bill comes on {billed_on}: {amount} if nothing is paid before, to be paid by {due_on}.")
NEXT_BILL_AT_LEAST = Text(
    "Your next bill comes on {billed_on}: {amount} if nothing is paid before, at least {minimum} of it to be paid by "
    "{due_on}."
)
DISPUTED = Text("A purchase is in dispute, with {amount}.")
SET_ASIDE = Text("Until that is decided, {amount} of your limit stays taken for it.")
LIMIT_ASKED = Text("You asked for a limit of {limit} on {since_on}; that is not decided yet.")
RELIEF_ASKED = Text("You asked for relief on {since_on}; you get an answer by {decide_by_on}.")

SAY = Text("Reads an account out in whole sentences, amounts and dates in words; names nobody.")
