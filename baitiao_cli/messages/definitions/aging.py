"""The report of aging: the bands beyond those of lateness, and what rolled between them in a month."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Aging and roll rates")

DEFINITIONS: Definitions = {
    "band": Definition(
        Text(
            "Where an account that owes something stands at the end of the day: M0 to M7+ by the days past due of its "
            "oldest unmet due date, or lost."
        ),
        Text("An account that owes 5,000.00 and is 31 days past due with 500.00 of it is in M2 with all 5,000.00."),
    ),
    "lost": Definition(
        Text("Accounts that were charged off or written off as a whole, whatever their days past due."),
        Text("An account 200 days past due that is charged off on 2026-06-01 is in M7+ the day before, then lost."),
    ),
    "paid": Definition(
        Text("Accounts that owe nothing: no band has them, but an account can go there in a month."),
        Text("An account in M1 that pays all of its 300.00 went from M1 to paid."),
    ),
    "owed": Definition(
        Text("All that the accounts of a band owe, due or not, with what has run by the night."),
        Text("4,400.00 of principal, 35.99 of fees asked for and 2.62 of late charges that have run: 4,438.61."),
    ),
    "share": Definition(
        Text("What a band owes in per cent of all that is owed, in hundredths, halves up."),
        Text("1,000.00 of 3,000.00 are 33.33%."),
    ),
    "moves": Definition(
        Text(
            "How many accounts of a band at the end of one calendar month are in which band at the end of the next, "
            "with what they owed at the first of the two."
        ),
        Text("Of 4 accounts in M1 on 01-31 that owe 1,000.00, one with 300.00 is in M2 on 02-28: M1 to M2, 1, 300.00."),
    ),
    "rolled": Definition(
        Text(
            "Of the accounts of a band at the end of the month before, those in a worse band (lost is the worst) at "
            "the end of the month, in per cent of the accounts."
        ),
        Text("1 of 4 accounts of M1 is in M2 a month later and 3 have paid: 25.00%."),
    ),
    "rolled-amount": Definition(
        Text("The same by amount: what those accounts owed at the end of the month before, in per cent of the band's."),
        Text("They owed 300.00 of the 1,000.00 of M1: 30.00%."),
    ),
}
