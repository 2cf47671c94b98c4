"""The report of the cash to come: what is counted on, how much of it late, and under stress."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Cash forecast and stress")

DEFINITIONS: Definitions = {
    "falls-due": Definition(
        Text(
            "What falls due in a month, from the day itself on, if all is paid on its due date and nothing more is "
            "bought: from bills and schedules, less a credit balance, of accounts that perform."
        ),
        Text("3 installments of 535.90 on 07-12, 08-12 and 09-12: 535.90 in each of the 3 months."),
    ),
    "late-so-far": Definition(
        Text(
            "Of what fell due in the 12 months before, in yuan, what was not paid by its due date and the grace days: "
            "installments without late charges, and minimums of what revolves."
        ),
        Text("1,000.00 fell due, of which 900.00 came in time: 10.00%."),
    ),
    "expected": Definition(
        Text(
            "What falls due in the month without the share that came late so far, and with that share of the month "
            "before: what is late comes a month later, once."
        ),
        Text("10.00% late, 1,000.00 due in July and 500.00 in August: 900.00 in July, 550.00 in August."),
    ),
    "under-stress": Definition(
        Text("The same with 20 of every 100 yuan more late than so far, at most all of them."),
        Text("30.00% late in place of 10.00%: 700.00 in July, 650.00 in August."),
    ),
    "less-by": Definition(
        Text("What is expected less what comes under stress: cash that must come from elsewhere in that month."),
        Text("900.00 less 700.00 in July: 200.00, and -100.00 in August."),
    ),
    "not-counted-on": Definition(
        Text(
            "What was due before the day and is unpaid, and all that falls due of accounts of class substandard or "
            "worse or lost: it may come, but no month has it."
        ),
        Text("An account 91 days past due with 535.90 a month to come adds 0.00 to every month."),
    ),
}
