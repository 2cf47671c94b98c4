"""The lesson on interest on the original principal and on what is left."""

from __future__ import annotations

from baitiao_cli.messages import Text

TITLE = Text("Flat or declining: {annual_rate} is not {annual_rate}")
ABOUT = Text("Interest on the first amount, or on what is left of it: the same rate, two prices.")
SETUP = Text(
    "You borrow {amount_fen} yuan for {installments} months at {annual_rate} a year. Lender A charges "
    'interest "flat", every month on the whole {amount_fen} yuan: {flat_interest_fen} yuan in all. Lender '
    "B charges {annual_rate} a year on what is left, in {installments} equal payments."
)
QUESTION = Text("How many yuan of interest does lender B get in all?")
REVEAL = Text(
    "{annuity_interest_fen} yuan, {difference_fen} yuan less than lender A. A's {annual_rate} flat is really "
    "{flat_simple_pct}% a year."
)
TRAP_SAME = Text("that is what lender A gets. B's interest falls with every payment, for less is owed.")
TRAP_HALF = Text(
    "that is half of what lender A gets; but whoever repays equal parts of the principal owes {average_pct}% of it on "
    "average."
)
TABLE = Text("{amount_fen} yuan in {installments} months at {annual_rate} a year")
PLOT = Text("Interest of each month")
MONTH = Text("Month")
DECLINING = Text("on what is left")
MORE_IF_FLAT = Text("what flat interest takes besides")
LABELS = {
    "method": Text("Interest is"),
    "first_fen": Text("First payment"),
    "last_fen": Text("Last one"),
    "interest_fen": Text("Interest in all"),
    "simple_pct": Text("A year, simple"),
}
LESSONS = (
    Text(
        "All three repay {amount_fen} yuan, all three say {annual_rate}. What differs is the amount that the "
        "rate is taken of. Of equal principal you repay the same principal each month, so the debt falls "
        "fastest and it costs least: {principal_interest_fen} yuan."
    ),
    Text("Ask every lender for the annualised rate of what you really owe. Only those can be compared."),
)
QUIZ_SAME_COST = Text("Which rate on what is left costs the same as {annual_rate} flat over {installments} months?")
WHY_SAME_COST = Text("More, since on average you owe far less than the whole amount; yet never quite twice as much.")
QUIZ_PRINCIPAL = Text(
    "Equal principal: {amount_fen} / {installments} of principal each month. How much is the interest of "
    "the last month?"
)
WHY_PRINCIPAL = Text(
    "Only the last part of the principal is left by then: {last_owed_fen} yuan at a twelfth of {annual_rate}."
)
TRY = "baitiao quote {amount} --installments {installments} --method flat --annual-rate {annual_rate}"
