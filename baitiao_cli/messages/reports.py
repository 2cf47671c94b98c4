"""The words of the reports: titles, columns, notes and what is wrong in their rule files."""

from __future__ import annotations

from baitiao_cli.messages import Text, filled, listed

# what all of them say
REPORT_MORE = Text("{definitions} With an example each: baitiao define {page}.")
EXPLAIN_MORE = Text(
    "The accounts behind a row of a report: baitiao report aging --explain M2, and likewise for others."
)
DEFINED = Text("{name}: {sentence}")


def more_of(name: str) -> Text:
    """What the help of a report says of its rows and columns: the sentences of its page of definitions."""
    from baitiao_cli.messages.definitions import page  # for help alone

    definitions = page(name).definitions.items()
    told = listed((filled(DEFINED, name=each, sentence=text.sentence) for each, text in definitions), separator=" ")
    return filled(REPORT_MORE, definitions=told, page=name)


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
    "provision_fen": Text("Set aside", context="provision"),
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
    "left_fen": Text("Left", context="of limits"),
    "use_pct": Text("Use"),
    "month": Text("Month"),
    "expected_fen": Text("Expected", context="cash"),
    "stressed_fen": Text("Under stress"),
    "missing_fen": Text("Less by"),
    "late_pct": Text("Came late so far"),
    "stressed_pct": Text("Late under stress"),
    "decided_fen": Text("Fell due in 12 months"),
    "due_before_fen": Text("Due before, unpaid"),
    "not_performing_fen": Text("Of accounts that do not perform"),
}

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

# vintages
VINTAGES_TITLE = {
    "opening": Text("Ever more than 30 days late, of the accounts opened in a month, by months on book, on {as_of}"),
    "purchase": Text("Ever more than 30 days late, of the purchases made in a month, by months on book, on {as_of}"),
}
EVER_90_TITLE = Text("Ever more than 90 days late")
VINTAGES_CHART = Text("Ever more than 30 days late so far, share of a cohort (%)")
VINTAGES_NOTE = Text("Seen at the ends of months; month 0 on book ends with the month of the cohort itself.")
NO_COHORTS = Text("No month with anything opened or bought was over by {as_of}.")
AFTER = Text("After {months}")
COLUMNS |= {
    "cohort": Text("Cohort"),
    "months_count": Text("Months on book"),
    "item_count": Text("How many"),
    "ever_late_count": Text("Ever 30+"),
    "ever_late_fen": Text("Ever 30+", context="amount"),
    "ever_late_pct": Text("Ever 30+", context="share"),
    "ever_bad_count": Text("Ever 90+"),
    "ever_bad_fen": Text("Ever 90+", context="amount"),
    "ever_bad_pct": Text("Ever 90+", context="share"),
    "so_far_pct": Text("So far"),
    "subject_id": Text("What", context="of a cohort"),
    "late_after": Text("30+ after months"),
    "bad_after": Text("90+ after months"),
}

# profit
PROFIT_TITLE = Text("Income, costs and yield, {from_on} to {through_on}")
INCOME_TITLE = Text("What the income is made of")
PROFIT_CHART = Text("Income")
PROFIT_NOTE = Text(
    "From the journal: income when it is asked for, or paid while it waits in suspense. What the lent money costs and "
    "what is set aside are not in it; the yield is before losses."
)
NOTHING_EARNED = Text("Nothing was lent or earned in those days.")
COHORT_OPENED = Text("Opened in")
PROFIT_COLUMNS = {
    "interest_fen": Text("Interest", context="income"),
    "fees_fen": Text("Fees", context="income"),
    "late_charges_fen": Text("Late charges", context="income"),
    "from_merchants_fen": Text("From merchants"),
    "recoveries_fen": Text("Recovered", context="income"),
    "income_fen": Text("Income"),
    "given_up_fen": Text("Waived and goodwill"),
    "losses_fen": Text("Losses"),
    "profit_fen": Text("Left", context="of income"),
    "average_fen": Text("Lent on average"),
    "yield_pct": Text("Yield a year"),
}

# life cycle
LIFE_TITLE = Text("Where accounts are in their life, on {as_of}")
AGAIN_TITLE = Text("Who borrowed again after paying all")
CLOSURES_TITLE = Text("Why accounts were closed")
LIFE_CHART = Text("Principal by phase")
NO_REASON = Text("none given")
LIFE_COLUMNS = {
    "phase": Text("Phase"),
    "principal_fen": Text("Principal"),
    "due_count": Text("Fell due"),
    "on_time_count": Text("Paid in time"),
    "on_time_pct": Text("In time", context="share"),
    "payoff_count": Text("Accounts that once paid all"),
    "again_count": Text("Of them bought again"),
    "again_pct": Text("Bought again"),
    "again_median_days": Text("Days until then, the middle"),
    "late_again_count": Text("Of those late since"),
    "late_again_pct": Text("Late since", context="share"),
    "last_bought_on": Text("Last bought"),
    "payoff_on": Text("Paid all on"),
    "again_days": Text("Days to borrow again"),
    "is_late_again": Text("Late since then"),
    "closed_by": Text("Closed by"),
    "reason": Text("Reason"),
}

# merchants
MERCHANTS_TITLE = Text("What is bought, by whom and how often, through {as_of}")
MERCHANTS_CHART = Text("Bought")
MERCHANT_COLUMNS = {
    "account_count": Text("Buyers"),
    "again_count": Text("More than once"),
    "again_pct": Text("Again"),
    "cycle_days": Text("Days between"),
    "shortest_days": Text("Shortest"),
    "longest_days": Text("Longest"),
    "last_bought_on": Text("Last bought"),
    "between": Text("Days between"),
}
