"""Scores: the lines of a scorecard, the points and tiers that they give, and how a scorecard is tested."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Scores")

# `payments-to-income` is on the page `assessment`. The examples go by the scorecard that comes with the program.
DEFINITIONS: Definitions = {
    "months-on-book": Definition(
        Text("The full months since the line was opened."),
        Text("Opened on 2026-01-05, it is 2 full months old on 2026-04-04 and 3 on 2026-04-05."),
    ),
    "months-on-time": Definition(
        Text(
            "The full months behind the last day that ended past due, or since the first due date where none did; not "
            "known while nothing was due yet."
        ),
        Text("First due on 2026-02-12 and never late, it is 3 on 2026-05-12; late until 2026-04-02, it is 1."),
    ),
    "worst-lateness-6": Definition(
        Text("The most days past due at the end of any day of the last 6 months."),
        Text("Due on 2026-02-12 and paid on 2026-02-20, the most was 7, at the end of 2026-02-19."),
    ),
    "worst-lateness-12": Definition(
        Text("The most days past due at the end of any day of the last 12 months."),
        Text("7 days late in February 2026 are the worst until 2027-02-18, and 0 from 2027-02-19 on."),
    ),
    "use-of-limit": Definition(
        Text("The share of the limit that is used and held, in whole per cent, rounded down."),
        Text("6,399.00 of 20,000.00 are 31.995%: 31."),
    ),
    "cash-like": Definition(
        Text(
            "The share of what was lent for purchases of the last 12 months that went to scenes whose goods are "
            "quickly turned into cash (virtual), in whole per cent, rounded down; not known without purchases."
        ),
        Text("1,000.00 for vouchers among 3,000.00 are 33.33%: 33."),
    ),
    "points": Definition(
        Text("The sum of the points of all lines: each figure gives those of the band that it is in."),
        Text("20 + 15 + 10 + 5 + 8 + 3 + 0 points are 61."),
    ),
    "scored-tier": Definition(
        Text("The tier that the points give: A from 75, B from 60, C from 40, D below; equal points give equal terms."),
        Text("61 points are B, 59 are C, 39 are D."),
    ),
    "score-age": Definition(
        Text(
            "The days since the kept score that sets a tier was taken: at most valid_days of the scorecard (45); an "
            "older one sets none."
        ),
        Text("Taken on 2026-02-10, a score sets a tier until 2026-03-27, and none from 2026-03-28 on."),
    ),
    "bad": Definition(
        Text("In the test of a scorecard, an account that was 30 days past due or more on a later day (--bad-days)."),
        Text("30 days past due are bad, 29 are not."),
    ),
    "ks": Definition(
        Text("The largest distance, over all points, of the shares of bad and of good accounts with at most so many."),
        Text("Of 2 bad ones 1 has 40 points or less, of 1 good one 0: the distance is 50%."),
    ),
    "auc": Definition(
        Text("The chance that of a good and a bad account the good one has more points; a tie counts half."),
        Text("A good one of 50 points beside bad ones of 40 and 50: (1 + 0.5) / 2 is 75%."),
    ),
}
