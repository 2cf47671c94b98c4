"""The report of the life cycle: phases, borrowing again, lateness since, closures."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Life cycle")

DEFINITIONS: Definitions = {
    "active": Definition(
        Text("An account that owes something, or bought something in the last 90 days."),
        Text(
            "Paid all on 2026-03-31, last bought on 2026-04-02: active on 2026-06-30 (89 days), dormant on 2026-07-01."
        ),
    ),
    "dormant": Definition(
        Text("An open account that owes nothing and bought nothing in the last 90 days, or ever."),
        Text("Opened on 2026-01-05 and never used: dormant."),
    ),
    "in-time": Definition(
        Text(
            "Of the installments and minimums that fell due and whose grace days are over, the share paid by "
            "their due date and the grace days, by count."
        ),
        Text("3 of 4 installments were paid by their due dates: 75.00%."),
    ),
    "paid-all": Definition(
        Text("The first day at whose end nothing that the account had bought was left to pay."),
        Text("The only purchase is paid on 2026-02-12, the next one is on 03-01: paid all on 2026-02-12."),
    ),
    "to-borrow-again": Definition(
        Text("The days from paying all to the next purchase; told is the middle of all accounts, the lower of two."),
        Text("2026-02-12 to 2026-03-01 are 17 days; of 17 and 30 the middle is 17."),
    ),
    "late-since": Definition(
        Text(
            "Of the accounts that bought again, the share that was late with anything that fell due after that "
            "purchase."
        ),
        Text("2 accounts bought again and one missed a due date since: 50.00%."),
    ),
}
