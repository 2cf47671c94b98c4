"""The words of the reports: titles, columns, notes and what is wrong in their rule files."""

from __future__ import annotations

from baitiao_cli.messages import Text

# what all of them say
REPORT_MORE = Text("{definitions} With an example each: baitiao define {page}.")
EXPLAIN_MORE = Text(
    "The accounts behind a row of a report: baitiao report aging --explain M2, and likewise for others."
)
DEFINED = Text("{name}: {sentence}")
BEHIND_TITLE = Text("What is behind {row}: {title}")
BEHIND_NONE = Text("No account is behind {row}.")
TO_SEE_BEHIND = Text("The accounts behind a row: {command}")
TO_GO_ON = Text("One account, figure by figure: {command}")

COLUMNS = {
    "account_count": Text("Accounts", context="reports"),
    "bucket": Text("Band"),
    "share_pct": Text("Share"),
    "month_end_on": Text("Month to"),
    "from_bucket": Text("From band"),
    "to_bucket": Text("To band"),
    "better_count": Text("Better"),
    "same_count": Text("The same"),
    "worse_count": Text("Worse"),
    "worse_fen": Text("Owed of those worse"),
    "rolled_pct": Text("Rolled"),
    "rolled_amount_pct": Text("Rolled, by amount"),
    "provision_pct": Text("Set aside (%)"),
    "provision_fen": Text("Set aside"),
    "eased_on": Text("Eased on"),
    "principal_fen": Text("Principal on the books"),
    "non_performing_fen": Text("Not performing"),
    "non_performing_pct": Text("Not performing (%)"),
    "by_classes_fen": Text("By the classes"),
    "by_loans_fen": Text("Least by all loans"),
    "by_coverage_fen": Text("Least by bad loans"),
    "binding": Text("What decides"),
    "loan_provision_pct": Text("Of all loans"),
    "coverage_pct": Text("Of bad loans"),
    "charged_off_fen": Text("Charged off, still owed"),
    "rules_version": Text("Version of the rules"),
    "band": Text("Share used"),
    "taken_fen": Text("Used and held"),
    "left_fen": Text("Left"),
    "use_pct": Text("Use"),
    "month": Text("Month"),
    "expected_fen": Text("Expected"),
    "stressed_fen": Text("Under stress"),
    "missing_fen": Text("Less by"),
    "late_pct": Text("Came late so far"),
    "stressed_pct": Text("Late under stress"),
    "decided_fen": Text("Fell due in 12 months"),
    "due_before_fen": Text("Due before, unpaid"),
    "not_performing_fen": Text("Of accounts that do not perform"),
}
WORDS: dict[str, dict[object, Text]] = {
    "bucket": {"lost": Text("lost", context="band"), "paid": Text("nothing owed")},
    "binding": {
        "classes": Text("the five classes"),
        "loan-provision": Text("the share of all loans"),
        "coverage": Text("the share of bad loans"),
    },
}
WORDS["band"] = {
    "unused": Text("unused"),
    "up-to-25": Text("up to 25%"),
    "up-to-50": Text("up to 50%"),
    "up-to-75": Text("up to 75%"),
    "up-to-100": Text("up to 100%"),
    "over": Text("over the limit"),
}
WORDS["month"] = {
    "later": Text("later"),
    "due-before": Text("due before, unpaid"),
    "not-performing": Text("accounts that do not perform"),
}
WORDS["from_bucket"] = WORDS["to_bucket"] = WORDS["bucket"]

# aging
AGING_TITLE = Text("What is owed by days past due, on {as_of}")
AGING_CHART = Text("Owed by band")
ROLLS_TITLE = Text("Rolled to a worse band in the month, share of the amount (%)")

# the five classes
CLASSES_TITLE = Text("The five classes and what is set aside, on {as_of}")
CLASSES_CHART = Text("Principal by class")
PROVISION_TITLE = Text("What is to be set aside in all")
SET_ASIDE_IN_ALL = Text("To set aside in all")
PROVISION_NOTE = Text(
    "The shares are those of the rule file, version {version}: the practice of the guideline of 2002 and the ratios of "
    "2011; a supervisor may set others, and expected losses (IFRS 9) are not computed here."
)
CLASS_WITHOUT_SHARE = Text("this class has no share")
SHARE_FALLS = Text("a worse class has a smaller share than a better one")

# use of limits
LIMITS_TITLE = Text("How much of the limits is used, on {as_of}")
LIMITS_CHART = Text("Used and held by share used")

# forecast
FORECAST_TITLE = Text("The cash to come from {as_of} on")
FORECAST_CHART = Text("Expected by month")
STRESS_CHART = Text("Under stress by month")
BASIS_TITLE = Text("What it is made from, and what is not counted on")
FALLS_DUE = Text("Falls due", context="reports")
CAME_LATE = Text("Of it late or not at all")
FORECAST_NOTE = Text(
    "If nothing more is bought: what comes late comes a month later, the usual share of it expected, 20 of a hundred "
    "more under stress."
)
