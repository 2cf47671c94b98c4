"""Texts of scores: rules, lines, history and the test of a scorecard."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.desk import assessment

BANDS_RISE = Text("the bands must begin at 0 and rise")
FIGURE_TWICE = Text("this figure has a line already")
POINTS_ABOVE = Text("the best bands sum to more than 100 points")
TIERS_FALL = Text("A must take more points than B, and B more than C")

SCORE_TITLE = Text("Score of {account_id} on {as_of}")
LINES_TITLE = Text("Points by line")
SCORES_TITLE = Text("Scores on {as_of}")
TIERS_TITLE = Text("Accounts by tier")
HISTORY_TITLE = Text("Score of {account_id} at the end of each month")
PRICES_TITLE = Text("What tier {tier} pays for new plans")
TEST_TITLE = Text("Scores of {as_of}, and lateness after it through {through}")
SCORING = Text("Scoring")
LOOKING = Text("Looking at tiers")
APPLIED_TITLE = Text("Tiers that were set on {on}")
LEFT_TITLE = Text("Accounts that were left out")
NOTHING_SET = Text("No tier is set.")
OPEN_PLANS_KEEP = Text("For what is bought from then on; plans that are open keep what was agreed for them.")
TO_APPLY = Text("To set the tiers that they give: {command}")
LEDGER_ALONE = Text(
    "A score is from this ledger alone and the income that was declared; it changes no account and no price by itself."
)
TIER_DIFFERS = Text("The account is of tier {tier}; the score gives {scored}.")
SCORE_KEPT = Text("Kept as {record_id}. See why: baitiao explain {record_id}")
SCORES_KEPT = Text("{count} scores are kept: baitiao explain D12 tells one.")
SEE_LINES = Text("Line by line: baitiao score {account_id} --explain")
NO_SCORES = Text("No account is open.")
BAD_MEANS = Text(
    "Bad: {days} or more days past due on any day of those months. Left out, for they were so already: {count}."
)
TOO_FEW = Text("Without bad and good accounts there is nothing to tell apart.")

OBSTACLES: dict[str, Text] = {
    "closed": Text("the account is closed"),
    "no-score": Text("no score is kept"),
    "score-too-old": Text("the score is too old"),
    "same-tier": Text("it is in that tier already"),
    "tier-changed-since": Text("the tier was changed since it was scored"),
}

LABELS: dict[str, Text] = assessment.LABELS | {
    "figure": Text("Line", context="of a scorecard"),
    "value": Text("Figure", context="of a scorecard"),
    "band": Text("Band", context="of a scorecard"),
    "count": Text("Accounts", context="how many"),
    "obstacle": Text("In the way"),
    "bad_count": Text("Bad", context="how many accounts"),
    "bad_pct": Text("Bad, per cent"),
    "points_mean": Text("Points, mean"),
    "ks_pct": Text("KS", context="Kolmogorov-Smirnov"),
    "auc_pct": Text("AUC", context="area under the curve"),
}
