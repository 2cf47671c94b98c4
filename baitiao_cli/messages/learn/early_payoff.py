"""The lesson on paying off early or not."""

from __future__ import annotations

from baitiao_cli.messages import Text

TITLE = Text("Paying off early, or not")
ABOUT = Text("What an early payoff saves depends on when, and on the contract.")
SETUP = Text(
    "{amount_fen} yuan on {bought_on}, in {installments} installments at {fee} a month: a fee of {fee_fen} yuan each "
    "time, {fees_fen} yuan in all. After {paid} installments you have the money to pay the rest at once. The "
    "contract asks for the fee of the next month, too; later fees fall away."
)
QUESTION = Text("How many yuan of fees do you save?")
REVEAL = Text(
    "{saved_fen} yuan. To settle it takes {payoff_fen} yuan on {on}: {left_fen} of principal and {asked_fen} of fees."
)
TRAP_ALL_LEFT = Text("that would be all fees to come; the fee of the next month is asked for.")
TABLE = Text("When it is paid off, and what that does")
PLOT = Text("Fees saved by the number of installments paid")
LABELS = {
    "paid_count": Text("Paid before"),
    "payoff_fen": Text("To settle"),
    "saved_fen": Text("Fees saved"),
    "simple_pct": Text("What it cost a year, simple"),
}
LESSONS = (
    Text(
        "The right column is the annual rate of what was really paid and when, reckoned as quote does. Two things "
        "pull at it: the fees that fall away are the dear ones, of the last months, on little debt; but you pay for "
        "one month that you do not use. What would pass {cap_pct}% a year, counted by the nights, is not asked for."
    ),
    Text(
        'Other contracts: "all fees" saves {all_fees_saved_fen} yuan that day, "waive the rest" '
        "{waived_saved_fen} yuan. With interest by the day you pay for the nights you used. Read that line "
        "before you sign, not after."
    ),
)
QUIZ_WHEN = Text("When does a payoff save most?")
WHEN = (
    Text("after 1 installment"),
    Text("after {half} installments"),
    Text("before the last installment"),
)
WHY_WHEN = Text("{first_saved_fen} yuan of fees are still to come then.")
QUIZ_ALL = Text('If the contract said "all fees are due", how much would the payoff after {paid} installments save?')
WHY_ALL = Text("Then only the time is saved, no money.")
