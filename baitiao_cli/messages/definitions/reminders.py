"""Reminders of due dates: which are told, when, and how."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Reminders")

DEFINITIONS: Definitions = {
    "reminder-due": Definition(
        Text(
            "A due date on which something falls due is told once, from 3 days before it to the day itself "
            "(reminders.toml), to a customer who is not past due."
        ),
        Text("What is due on 2026-07-12 is told from 2026-07-09 on: a run on 07-08 does not, a later one does, once."),
    ),
    "reminder-amount": Definition(
        Text("What falls due on that day if all is paid until then and nothing is bought, less what is in credit."),
        Text("Of 535.90 that fall due with 35.90 in credit 500.00 are told."),
    ),
    "reminder-quiet-hours": Definition(
        Text(
            "A reminder whose usual time, 10:00, is in the quiet hours of the customer (else 21:00 to 09:00) is sent "
            "from their end on, the first minute that is not quiet."
        ),
        Text("With quiet hours from 21:00 to 10:30 it is sent from 10:30 on; until 10:00 they change nothing."),
    ),
}
