"""Limits by behaviour: the rules of a review."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Limits by behaviour")

# By the rules that come with the program: the first that fits decides; limits are multiples of 100 yuan.
DEFINITIONS: Definitions = {
    "cut-late": Definition(
        Text("Proposes 70% of the limit when the account was 31 days past due or more in the last 6 months."),
        Text("10,000.00 with 33 days late in May: 7,000.00, or 8,100.00 when 8,050.00 of it are used."),
    ),
    "cut-debt": Definition(
        Text("Proposes 80% of the limit when all payments a month are 70% of the declared income or more."),
        Text("10,000.00, and payments of 5,600.00 of 8,000.00 declared: 8,000.00."),
    ),
    "raise-steady": Definition(
        Text(
            "Proposes 120% of the limit after 6 full months on time, none late in 12 months, with 30% or more of it "
            "used; only with consent to a credit check, and 6 months after the last change."
        ),
        Text("10,000.00 with 3,000.00 used, on time since 7 months: 12,000.00."),
    ),
    "tier-scaled": Definition(
        Text("Proposes the same factor of the limit for all accounts of a tier (--tier, --times), within the bounds."),
        Text("Tier D x 0.8: 2,700.00 become 2,100.00, the 2,160.00 rounded down."),
    ),
    "not-below-used": Definition(
        Text("No cut goes below what is used and held, rounded up to the multiple: that is proposed instead."),
        Text("70% of 8,000.00 are 5,600.00, but 7,812.40 are used: 7,900.00."),
    ),
    "least-limit": Definition(
        Text("No cut goes below the least limit of the rules: that is proposed instead."),
        Text("70% of 600.00 are 400.00, the least is 500.00: 500.00."),
    ),
    "most-limit": Definition(
        Text("No raise goes above the most of the rules: that is proposed instead."),
        Text("120% of 45,000.00 are 54,000.00, the most is 50,000.00: 50,000.00."),
    ),
}
