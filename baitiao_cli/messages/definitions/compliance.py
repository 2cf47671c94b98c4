"""Compliance: the rules of the land that the ledger is held against, with what the rule file of the program allows."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Compliance")

DEFINITIONS: Definitions = {
    "annual-rate": Definition(
        Text(
            "The simple annual rate of each plan, as it was agreed, agreed anew or repriced, is at most the lowest cap "
            "in force on that day; it is the rate at which the rows are worth what was financed, all interest and fees "
            "in."
        ),
        Text(
            "1,000.00 in one installment of 1,020.00 a month later cost 24.00% a year, which the cap of 24% allows; "
            "1,020.01 does not hold."
        ),
    ),
    "carried-rate": Definition(
        Text(
            "365 times what a night costs of what is carried past a due date, with what a missed minimum costs "
            "besides, is at most the lowest cap in force on the day on which the line was opened or reopened."
        ),
        Text("0.05% and 0.015% a night are 23.725% a year, under the cap of 24%."),
    ),
    "line-limit": Definition(
        Text(
            "All limits of a line together, also those of some days, a scene or a merchant, are at most 200,000.00 "
            "yuan on any day."
        ),
        Text("A limit of 200,000.00 is allowed, 195,000.00 with 5,000.01 more for travel is not."),
    ),
    "bullet-term": Definition(
        Text(
            "A plan whose principal all falls due at once falls due within 12 months of the day on which it was "
            "agreed; what was extended counts as it falls due now."
        ),
        Text("Agreed on 2026-01-12, it may fall due on 2027-01-12, but not on 2027-01-13."),
    ),
    "disclosure": Definition(
        Text(
            "Each purchase in installments names a quote that is kept with its schedule, its fees and its annual rate, "
            "and was made on its terms; of plans that are no purchases nothing can be judged."
        ),
        Text("A purchase with --quote holds, one of 600.00 in 6 installments without it names no quote."),
    ),
    "allocation-order": Definition(
        Text(
            "Each repayment and debit paid what was payable as the terms say: the oldest due date first, inside a row "
            "in the agreed order of late charge, fee, interest and principal, and a plan that the customer named "
            "before others."
        ),
        Text("Of 10.00 for a row with a fee of 7.20, the fee gets 7.20 and the principal 2.80."),
    ),
    "retention": Definition(
        Text(
            "Who somebody is, is erased by the day 5 years after their last line was closed; the accounts stay, "
            "without a name."
        ),
        Text("Closed on 2021-03-01, the person may be known on 2026-03-01, but not on 2026-03-02."),
    ),
}

KEYS: dict[str, tuple[str, ...]] = {"carried-rate": ("carried_rate",)}
