"""Lateness: days past due, buckets, the five classes, and what is overdue, carried and left of the minimum."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Lateness")

# All examples but those of buckets and classes are of one line of the product `month`: bills on the 3rd, due on the
# 12th, at least 10%. 1,000.00 were bought on 10 January 2026, so the bill of 3 February asks for 1,000.00.
DEFINITIONS: Definitions = {
    "days-past-due": Definition(
        Text(
            "The days from the oldest due date that was not met, a bill's minimum or an installment, to the day in "
            "question: 0 on the due date itself and within the grace days."
        ),
        Text("Nothing was paid of a bill that was due on 2026-02-12: 0 days on 02-12, 1 on 02-13, 21 on 03-05."),
    ),
    "overdue-since": Definition(
        Text("The oldest due date that was not met, from which the days past due count; nothing when none is missed."),
        Text("Nothing was paid of bills that were due on 2026-02-12 and 03-12: 2026-02-12."),
    ),
    "bucket": Definition(
        Text("The band of 30 days in which the days past due are: M0 for none, M1 to M6, and M7+ from 181 days on."),
        Text("21 days past due are M1, 31 days are M2."),
    ),
    "M0": Definition(Text("Not past due."), Text("On the due date itself an unpaid bill is M0.")),
    "M1": Definition(Text("1 to 30 days past due."), Text("1 and 30 days past due are M1.")),
    "M2": Definition(Text("31 to 60 days past due."), Text("31 and 60 days past due are M2.")),
    "M3": Definition(Text("61 to 90 days past due."), Text("61 and 90 days past due are M3.")),
    "M4": Definition(Text("91 to 120 days past due."), Text("91 and 120 days past due are M4.")),
    "M5": Definition(Text("121 to 150 days past due."), Text("121 and 150 days past due are M5.")),
    "M6": Definition(Text("151 to 180 days past due."), Text("151 and 180 days past due are M6.")),
    "M7+": Definition(Text("More than 180 days past due."), Text("181 and 400 days past due are M7+.")),
    "class": Definition(
        Text(
            "One of the five classes of a debt by its days past due under the line's rule (2023 or card); a debt that "
            "was extended or restructured is special-mention at least."
        ),
        Text("91 days past due are substandard by both rules; 121 days are substandard by 2023, doubtful by card."),
    ),
    "class-rule": Definition(
        Text(
            "Which rule classes the debts of a line: 2023 (order no. 1 of 2023, the risk classification of financial "
            "assets) or card (art. 92 of the measures on credit card business)."
        ),
        Text("The last days of the classes but loss are 0, 90, 270, 360 by 2023 and 0, 90, 120, 180 by card."),
    ),
    "normal": Definition(
        Text("The first of the five classes: not past due, by both rules."),
        Text("0 days past due are normal, 1 day is not."),
    ),
    "special-mention": Definition(
        Text("The second class: 1 to 90 days past due by both rules, or extended or restructured and not late."),
        Text("1 and 90 days past due are special-mention; an extended plan is at 0 days, too."),
    ),
    "substandard": Definition(
        Text("The third class, the first that does not perform: 91 to 270 days past due by 2023, 91 to 120 by card."),
        Text("120 days past due are substandard by both rules, 121 days by 2023 only."),
    ),
    "doubtful": Definition(
        Text("The fourth class: 271 to 360 days past due by 2023, 121 to 180 by card."),
        Text("271 days past due are doubtful by 2023, 180 days by card."),
    ),
    "loss": Definition(
        Text("The last class: more than 360 days past due by 2023, more than 180 by card."),
        Text("361 days past due are loss by both rules, 181 days by card only."),
    ),
    "overdue": Definition(
        Text(
            "What is late: late installments with what has run on them, and what is missing of missed minimums, but "
            "not what is carried."
        ),
        Text("Nothing was paid of a bill of 1,000.00 with a minimum of 100.00: 100.00 on the day after its due date."),
    ),
    "late-charge": Definition(
        Text(
            "The price of being late: a share a night of what is late, by the terms of the plan; for the carried "
            "balance a share of it while the minimum is missed; within the grace days nothing."
        ),
        Text("1,000.00 carried with the minimum missed, at 0.015% a night: 1.20 after 8 nights."),
    ),
    "cure": Definition(
        Text(
            "The least that, paid today and for no plan by name, leaves nothing late: what is overdue, and what such a "
            "payment pays before it."
        ),
        Text("Of that bill 100.00, too, are to be paid on that day: nothing older is paid before its minimum."),
    ),
    "carried": Definition(
        Text(
            "What is left of a bill's un-installmented purchases after its due date, on which the line's daily rate "
            "runs whether the minimum was paid or not."
        ),
        Text("100.00 were paid of a bill of 1,000.00: 900.00 are carried, at 0.05% a day 0.90 in 2 days."),
    ),
    "minimum-left": Definition(
        Text(
            "The least that, paid today, keeps the account from being late: billed installments in full, what is "
            "missing of the minimums, and what a payment pays before them."
        ),
        Text("40.00 were paid of a bill with a minimum of 100.00 that is not due yet: 60.00."),
    ),
}

KEYS = {
    "days-past-due": ("days_past_due",),
    "overdue-since": ("overdue_since_on",),
    "bucket": ("bucket",),
    "class": ("class",),
    "class-rule": ("class_rule",),
    "overdue": ("overdue_fen",),
    "late-charge": ("late_charge_fen", "late_charges_fen"),
    "cure": ("cure_fen",),
    "carried": ("carried_fen",),
    "minimum-left": ("minimum_left_fen",),
}
