"""The report of vintages: cohorts by month, and what was ever late of them."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Vintages")

DEFINITIONS: Definitions = {
    "cohort": Definition(
        Text("The accounts that were opened in a calendar month, or the purchases made in it; reversed ones are none."),
        Text("Accounts opened on 2026-01-05 and 2026-01-31 are both of 2026-01."),
    ),
    "months-on-book": Definition(
        Text("How many calendar months are over since the month of the cohort, which itself ends month 0."),
        Text("Of cohort 2026-01 month 0 ends on 2026-01-31, month 2 on 2026-03-31."),
    ),
    "ever-30": Definition(
        Text(
            "The share of a cohort, by count, that was more than 30 days past due at the end of a month up to "
            "then, even if it has paid since."
        ),
        Text("Due on 2026-02-12 and paid on 2026-04-20, it is 47 days late on 03-31, so ever 30+ from month 2 on."),
    ),
    "ever-90": Definition(
        Text("The same with more than 90 days."),
        Text(
            "Due on 2026-02-12 and unpaid, it is 108 days late on 2026-05-31 and 78 on 04-30: ever 90+ from month 4 on."
        ),
    ),
    "late-purchase": Definition(
        Text("A purchase is late while its account is and something of its own plan is left to pay."),
        Text(
            "A phone in 12 installments and a bill unpaid for 31 days: both purchases are 30+, one paid off "
            "before is not."
        ),
    ),
}
