"""Collection cases: when one is opened and closed, its stages, and what is next."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Collection cases")

DEFINITIONS: Definitions = {
    "case-opens": Definition(
        Text(
            "An account that is at least 1 day past due (collection.toml) and has no open case gets one in the next "
            "run of `cases open`."
        ),
        Text("Of a bill that was due on 2026-02-12 it is opened by a run on 02-13, not by one on 02-12."),
    ),
    "case-cured": Definition(
        Text("A case ends in the first run on a day on which nothing of the account is past due, however that came."),
        Text("All that was late was paid on 03-15: the run of 03-16 finds 0 days past due and closes the case."),
    ),
    "case-written-off": Definition(
        Text("A case ends when the whole debt is written off; after a charge-off, which leaves it owed, it goes on."),
        Text("An account was charged off on 03-05 and written off on 03-07: the run of 03-07 closes its case."),
    ),
    "stage": Definition(
        Text(
            "How far a case has come by the days past due of its account on the day in question: early from 1 day on, "
            "mid from 31, late from 91, legal from 181 (collection.toml)."
        ),
        Text("30 days past due are early, 31 are mid, 90 are mid, 91 are late, 180 are late, 181 are legal."),
    ),
    "next-step": Definition(
        Text(
            "What is to be done in a case, the first that applies: decide on relief that is asked for, close what is "
            "cured, wait for an open promise, ask about a broken one, else what the rules say of its stage."
        ),
        Text("At 10 days past due it is a call, through 2026-02-18 with a promise by then waiting for it."),
    ),
}
