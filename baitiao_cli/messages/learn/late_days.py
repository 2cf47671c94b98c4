"""The lesson on how a late day grows."""

from __future__ import annotations

from baitiao_cli.messages import Text

TITLE = Text("How a late day grows")
ABOUT = Text("From one night to six months: interest, late charge, and what else.")
SETUP = Text(
    "A bill of {amount_fen} yuan was due on {due_on}, and nothing is paid. From then on it costs "
    "{daily_pct}% a day of interest, and as the minimum was missed {late_pct}% a day of late charge "
    "besides."
)
QUESTION = Text("How many yuan more than the bill do you owe after {nights_told}?")
REVEAL = Text(
    "{extra_fen} yuan: {interest_fen} of interest and {late_fen} of late charge. It is {bucket} by then, "
    "{days_told} past due."
)
ONE_NIGHT, NIGHTS = Text("1 night"), Text("{count} nights")
ONE_DAY, DAYS = Text("1 day"), Text("{count} days")
TRAP_INTEREST = Text("that is the interest alone; the late charge comes besides.")
TRAP_SIMPLE = Text(
    "that is {nights} times the first night. From the next bill's due date on, interest that was billed and not paid "
    "costs interest itself."
)
TRAP_ROUNDED = Text(
    "that is {nights} times the first night, which is rounded to the fen: {first_exact} yuan became {first_night_fen}. "
    "All nights together are counted exactly and rounded once."
)
TRAP_BOTH = Text(
    "that is {nights} times the first night, which is rounded to the fen: {first_exact} yuan became {first_night_fen}. "
    "And from {next_due_on} on, the next bill's due date, interest that was billed and not paid costs interest itself."
)
TABLE = Text("What {amount_fen} yuan have become")
PLOT = Text("Owed besides the bill")
BESIDES = Text("Besides the bill")
NIGHT = Text("night {count}")
LABELS = {
    "late_days": Text("Nights late"),
    "interest_fen": Text("Interest"),
    "late_charge_fen": Text("Late charge"),
    "owed_fen": Text("Owed by then"),
    "bucket": Text("Bucket"),
    "status": Text("The line is"),
}
LESSONS = (
    Text(
        "One night late costs {first_night_fen} yuan: the nights count from the due date to the day you pay, "
        "so paying the next morning costs one. In a year it would be {yearly_pct}%."
    ),
    Text(
        "Money is not everything: after {suspend_days} days the line is suspended, M1, M2, M3 count the months of "
        "lateness, which lenders report, and the debt is classed lower. Call before the due date: a deferral "
        "or the minimum of {minimum_fen} yuan costs far less."
    ),
)
QUIZ_ONE = Text("You pay the bill in full one day late. What does that night cost?")
WHY_ONE = Text("{first_interest_fen} of interest and {first_late_fen} of late charge.")
QUIZ_MINIMUM = Text(
    "You pay the minimum of {minimum_fen} yuan on the due date. How much late charge is there on the next bill day, "
    "{next_billed_on}?"
)
WHY_MINIMUM = Text("Who pays the minimum is not late: only interest runs, {minimum_interest_fen} yuan.")
