"""What stands over, in and under a quote."""

from __future__ import annotations

from baitiao_cli.messages import Text

SCHEDULE_TITLE = Text("Schedule of {amount} yuan from {start_on}")
COST_TITLE = Text("What it costs")
COST_ITEMS = {
    "interest": Text("Interest"),
    "fee": Text("Fees"),
    "all": Text("All costs"),
}
SIMPLE = Text("A year, simple")
COMPOUND = Text("A year, compound")
LATE_TITLE = Text("If it is paid late (example: the first installment, {nights} days late)")
COMPARISON_TITLE = Text("Ways to pay {amount} yuan from {start_on}, with their annual rates")
PAID_IN = Text("Paid in")
SIMPLE_SHORT = Text("Simple")
COMPOUND_SHORT = Text("Compound")
NO_OTHER_FEES = Text("There are no other fees.")
LATE_FLOOR = Text("A late day costs at least {floor} yuan for each installment that is late.")
LATE_GRACE = Text(
    "Within {days} days after its due date a payment is not late; after them it is late from its due date."
)
LATENESS_IS_FREE = Text("Paying late costs nothing on these terms.")
ABOVE_CAP = Text(
    "In {count}: the simple annual rate of {simple}% is above the cap of {cap}%: no plan may be made at this price."
)
ABOVE_CAP_FLAGGED = Text(
    "In {count}: the simple annual rate of {simple}% is above the cap of {cap}%; the product allows that, flagged."
)
TO_CHARGE = Text("To buy on exactly these terms on that day: baitiao charge {account} {amount} --quote {quote_id}")
QUOTE_PLACE = Text("QUOTE")
ACCOUNT_PLACE = Text("ACCOUNT")
NOT_KEPT_MISSING = Text("There is no ledger, so the quote was not kept: it cannot be accepted by its id.")
NOT_KEPT = Text("The quote could not be kept ({code}), so it cannot be accepted by its id.")
BILL_DATES = Text(
    "On an account this product is due with its bills: --account quotes that. Accepted by its id, the plan is due on "
    "the days above instead, at the price above."
)
TERMS_TITLE = Text("Terms")
