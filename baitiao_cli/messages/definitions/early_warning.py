"""Early warning: the signs that somebody may be late soon, or just is."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Early warning")

# The figures are those of the rules that come with the program (early_warning.toml).
DEFINITIONS: Definitions = {
    "warned-account": Definition(
        Text(
            "An account that is not closed or given up for lost, owes something, is at most 3 days past due, and has "
            "at least one of the signs."
        ),
        Text("4 days past due, an account is no longer in the list: it has a case (cases open)."),
    ),
    "first-days-late": Definition(
        Text("The account is 1 to 3 days past due."),
        Text("Nothing was paid of a bill that was due on 2026-02-12: a sign on 02-13, 02-14 and 02-15."),
    ),
    "debit-failed": Definition(
        Text(
            "A debit of auto-repay took nothing, or not all that was asked for, in the 30 days that end today; its "
            "latest day is told."
        ),
        Text("A debit of 2026-02-12 that found no funds is a sign through 2026-03-13."),
    ),
    "carries-on": Definition(
        Text("On at least 3 bills in a row, the latest among them, something of earlier bills was left."),
        Text(
            "1,000.00 were on the bill of 2026-02-03 and 100.00 are paid of each bill: the bills of 03-03, 04-03 and "
            "05-03 carry something, a sign from 05-03 on."
        ),
    ),
    "near-limit": Definition(
        Text("What is used and held is at least 90% of the limit."),
        Text("9,000.00 of a limit of 10,000.00 are a sign, 8,999.99 are none."),
    ),
}
