"""Service requests: by when they are to be answered, and what is late."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Service requests")

DEFINITIONS: Definitions = {
    "ticket-due": Definition(
        Text(
            "The last day on which a request is answered in time: so many days after it came as service.toml says of "
            "its kind (a complaint or personal data 15, a dispute or another one 7, a question 3)."
        ),
        Text("A complaint of 2026-02-10 is answered by 02-25, a question of that day by 02-13."),
    ),
    "ticket-days-left": Definition(
        Text("The days from the day asked about, or that of the answer, to the last one in time; below 0 it is late."),
        Text("A complaint that is to be answered by 2026-02-25 has 0 on 02-25 and is 1 day late on 02-26."),
    ),
}
