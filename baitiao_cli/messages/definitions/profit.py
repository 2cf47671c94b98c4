"""The report of profit: income, costs and the yield on what was lent."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Profit and yield")

DEFINITIONS: Definitions = {
    "income": Definition(
        Text(
            "Interest, fees and late charges that were asked for (in suspense: paid), subsidies and discounts of "
            "merchants, and recoveries, as the journal has them in those days."
        ),
        Text("12.00 of interest, 35.99 of fees and 36.00 of discounts are 83.99."),
    ),
    "waived-and-goodwill": Definition(
        Text("What the lender gave up of charges, and gave for goodwill, in those days."),
        Text("A late charge of 2.62 waived and 20.00 for goodwill are 22.62."),
    ),
    "losses": Definition(
        Text("Principal that was charged off or written off in those days; what comes back of it is a recovery."),
        Text("1,200.00 charged off, of which 200.00 came back: losses 1,200.00, recovered 200.00."),
    ),
    "left": Definition(
        Text(
            "Income less what was waived or given, and less losses; what the money costs and provisions are not in it."
        ),
        Text("83.99 less 22.62 are 61.37."),
    ),
    "lent-on-average": Definition(
        Text("The principal on the books at the end of each day, summed and divided by the days."),
        Text("1,000.00 for 73 of 365 days, else nothing: 200.00."),
    ),
    "yield": Definition(
        Text(
            "Income as a share of the principal lent on average, for 365 days: income x 365 / (sum of principal x"
            " days)."
        ),
        Text("50.00 on 1,000.00 lent for 73 days: 25.00%."),
    ),
    "by-tier": Definition(
        Text(
            "By tier a plan is in the row of the tier that its account had at the purchase, and the charges of the "
            "line itself in that of the account on the last day."
        ),
        Text("600.00 in 3 installments at tier B, with 3.60 of fees each, and at D, with 6.00: 10.80 and 18.00."),
    ),
    "revolving": Definition(
        Text(
            "What revolves, as one row by product: purchases on the bill, and the charges of the line on what is "
            "carried."
        ),
        Text("The carried interest of 0.90 on a purchase of 1,000.00 on the bill is income of this row."),
    ),
}

KEYS: dict[str, tuple[str, ...]] = {}
