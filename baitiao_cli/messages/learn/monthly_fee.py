"""The lesson on what a monthly fee really costs."""

from __future__ import annotations

from baitiao_cli.messages import Text

TITLE = Text("What {fee} a month really costs")
ABOUT = Text("A fee on the whole amount, while the debt shrinks: the true annual rate.")
SETUP = Text(
    'You buy a phone for {amount_fen} yuan in {installments} monthly installments, "at only {fee} a month". Each month '
    "you pay back {first_principal_fen} yuan and a fee of {first_fee_fen} yuan: {fee} of the whole {amount_fen} yuan, "
    "in the first month and in the last."
)
QUESTION = Text("What does that cost a year, in per cent of what you really still owe?")
REVEAL = Text("{simple_pct}% a year (simple), {compound_pct}% if it is compounded. Not {fee} x 12 = {naive_pct}%.")
TRAP_TIMES_TWELVE = Text(
    "that is {fee} x 12. It would be true if you owed all {amount_fen} yuan to the end; but you pay back every month."
)
TRAP_A_MONTH = Text("that is the price of one month.")
TABLE = Text("The same fee, on less and less: month {installments} costs {last_share_pct}% of what is owed")
PLOT = Text("What you owe in each month")
LABELS = {
    "number": Text("Month"),
    "owed_fen": Text("Owed"),
    "fee_fen": Text("Fee"),
    "share_pct": Text("Fee / owed"),
}
LESSONS = (
    Text(
        "On average you owe {average_fen} yuan, {average_share_pct}% of the amount. Over {installments} months "
        "{fees_fen} yuan of fees on that is about {average_pct}% a year. The exact rate discounts every "
        "payment by its month (the internal rate of return), as the People's Bank of China asks (notice 2021-3)"
        ": {simple_pct}%."
    ),
)
WITHIN_CAP = Text("The most that such a plan may cost a year is {cap_pct}%; this one is within it.")
ABOVE_CAP = Text("The most that such a plan may cost a year is {cap_pct}%: no lender may ask this price.")
QUIZ_SHORTER = Text("The same {fee} a month, but in {other_count} installments: what does it cost a year?")
WHY_SHORTER = Text(
    "In {other_count} installments you owe {other_share_pct}% of the amount on average, in {installments} "
    "{own_share_pct}%: the less you owe, the dearer the same fee."
)
QUIZ_BASE = Text("What is the fee of the last month charged on?")
BASE_WHOLE = Text("on the {amount_fen} yuan of the first day")
BASE_LEFT = Text("on the {last_owed_fen} yuan that are still owed")
WHY_BASE = Text("That is why {first_fee_fen} yuan in the last month is {last_share_pct}% of what is owed.")
TRY = "baitiao quote {amount} --fee {fee} --compare 3,6,12,24"
