"""The lesson on reading a statement."""

from __future__ import annotations

from baitiao_cli.messages import Text

TITLE = Text("Reading a statement")
ABOUT = Text("Which purchases are in it, what is due when, and what the least is.")
SETUP = Text(
    "On {phone_on} you buy a phone for {phone_fen} yuan in {installments} installments, on {groceries_on} "
    "groceries for {amount_fen} yuan, and on the bill day, {billed_on}, a coat for {coat_fen} yuan. That "
    "day the bill comes. The first installment is {installment_fen} yuan with its fee."
)
QUESTION = Text("How much must you pay by {due_on} so that nothing costs interest?")
REVEAL = Text(
    "{due_fen} yuan, the amount due: the installment and the groceries. The coat is not in it: it goes on the bill of "
    "{next_billed_on}."
)
TRAP_WITH_COAT = Text("that has the coat in it. A bill covers the days up to the one before it.")
TRAP_ALL = Text("that is all you owe, with the rest of the phone; its installments are due one by one.")
TRAP_MINIMUM = Text("that is the minimum: it keeps you from being late, not from interest.")
TABLE = Text("The bill of {billed_on}")
PLOT = Text("What the bill asks for, and the least of it")
LABELS = {
    "part": Text("Line of the bill"),
    "amount_fen": Text("Amount"),
    "minimum_fen": Text("Of it at least"),
}
MAY_BE_CARRIED = Text("May be carried, at a price")
INSTALLMENTS = Text("installment 1 of {installments}, with its fee")
PURCHASES = Text("new purchases")
AMOUNT_DUE = Text("Amount due by {due_on}")
LESSONS = (
    Text(
        "Three figures matter. The amount due, {due_fen} yuan: paid by {due_on}, it costs nothing more. The "
        "minimum, {minimum_fen} yuan: installments in full and {share_pct}% of the purchases. The due date: "
        "the last day to pay, {free_days} days after the groceries."
    ),
    Text(
        "Pay only the minimum, and {carried_fen} yuan are carried: on the next bill stand {next_interest_fen} "
        'yuan of interest. "Closing balance" {closing_fen} yuan is all you owe, with the rest of the phone; it '
        "need not be paid now."
    ),
)
QUIZ_MINIMUM = Text("What is the least that you may pay by {due_on} without being late?")
WHY_MINIMUM = Text("{installment_fen} of the installment in full, and {share_pct}% of {amount_fen}.")
QUIZ_COAT = Text("Until when may the coat, bought on the bill day, be paid free of interest?")
WHY_COAT = Text("It is in the bill of {next_billed_on}: {coat_free_days} free days.")
