"""The lesson on what paying the minimum does."""

from __future__ import annotations

from baitiao_cli.messages import Text

TITLE = Text("What paying only the minimum does")
ABOUT = Text("A bill carried for months and years: how long, and what it costs.")
SETUP = Text(
    "Your first bill is {amount_fen} yuan, due on {due_on}. The minimum is {minimum_fen} yuan: {share_pct}% of it. "
    "You pay exactly the minimum, on every due date, and buy nothing more. What is carried costs {daily_pct}% a day."
)
QUESTION = Text("How many yuan of interest will you have paid when nothing is owed any more?")
REVEAL = Text(
    "{interest_fen} yuan, in {bills} bills, until {settled_on}. Paid in full on {due_on} it would have been 0.00 yuan."
)
TRAP_SECOND = Text("that is the interest on the second bill alone.")
TRAP_YEAR = Text("that would be {yearly_pct}% on the whole bill for a year; the debt shrinks, but it takes longer.")
TABLE = Text("Some of the bills, what each paid minimum goes to; total of all bills")
PLOT = Text("Amount due of each bill")
LABELS = {
    "billed_on": Text("Billed on"),
    "amount_due_fen": Text("Amount due"),
    "minimum_due_fen": Text("Minimum"),
    "interest_fen": Text("Of it interest"),
    "principal_fen": Text("Of it principal"),
}
LESSONS = (
    Text(
        "{daily_pct}% a day sounds like nothing and is {yearly_pct}% a year. Of the second minimum, "
        "{second_minimum_fen} yuan, {second_interest_fen} yuan are interest when you pay it on {second_due_on} "
        "({second_billed_interest_fen} on the bill, {second_later_interest_fen} for the nights since): you owe only "
        "{second_down_fen} yuan of principal less."
    ),
    Text(
        "The free days are gone, too: while something is carried, interest runs from the due date on. Below "
        "{floor_fen} yuan the rest is due in full, or it would never end. A missed minimum costs {late_pct}% a "
        "day besides."
    ),
)
QUIZ_YEAR = Text("{daily_pct}% a day is how much a year?")
WHY_YEAR = Text("{daily_pct}% x 365, simple.")
QUIZ_DOUBLE = Text("If you pay twice the minimum on every due date: how much interest in all?")
WHY_DOUBLE = Text(
    "It takes {double_bills} bills instead of {bills}: the debt falls twice as fast, and interest is price x time."
)
