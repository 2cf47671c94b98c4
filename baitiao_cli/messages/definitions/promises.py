"""Promises to pay: what counts for one, and when it is kept."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Promises to pay")

# All examples are of 100.00 that were promised on 5 March 2026 at noon, by 10 March.
DEFINITIONS: Definitions = {
    "promise-paid": Definition(
        Text(
            "The customer's money (repayments, payoffs, prepayments, recoveries, debits; nothing reversed) of the days "
            "from the promise through the day named, of its own day only what was recorded after it."
        ),
        Text("60.00 on 03-08 and 40.00 on 03-11: 60.00; a refund of 100.00 on 03-08: 0.00."),
    ),
    "promise-order": Definition(
        Text("Each fen counts for one promise of an account only: the one that is due first, of two the earlier one."),
        Text("Of 100.00 on 03-07, with 30.00 more promised by 03-09, 30.00 are for those and 70.00 for the 100.00."),
    ),
    "promise-kept": Definition(
        Text("A promise is kept on the first day on which all that was promised has come."),
        Text("40.00 on 03-06 and 80.00 on 03-08 keep it on 03-08."),
    ),
    "promise-broken": Definition(
        Text(
            "A promise is broken from the day after the day named on, while not all that was promised has come by it."
        ),
        Text("With 99.99 by 03-10 it is open on 03-10 and broken on 03-11, also when 0.01 more comes then."),
    ),
    "promise-cleared": Definition(
        Text(
            "A promise that money has not met is cleared, not broken, when nothing is owed at the end of the day "
            "named, or of the day asked about before it."
        ),
        Text("With 60.00 owed, which are paid off or waived by 03-10, the promise of 100.00 is cleared on 03-11."),
    ),
    "promise-open": Definition(
        Text("A promise is open through the day named, until it is kept or cleared."),
        Text("With nothing paid it is open on 03-10, the day named."),
    ),
}
