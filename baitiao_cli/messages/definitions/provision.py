"""The report of the five classes: what is on the books, what is set aside for it, and what decides how much."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Five classes and provisions")

# The shares and ratios are those of desk/rules/provision.toml.
DEFINITIONS: Definitions = {
    "on-books": Definition(
        Text("Principal that is unpaid or in dispute and was not charged off: what the classes and provisions are of."),
        Text("Of 5,000.00 unpaid a plan with 1,200.00 was charged off: 3,800.00 are on the books."),
    ),
    "set-aside": Definition(
        Text(
            "The principal of a class x its share, rounded once for the class, half up: 1%, 2%, 25%, 50% and 100% from "
            "normal to loss, by the practice since the guideline of 2002 (Yinfa 2002 no. 98)."
        ),
        Text("1,000.02 of substandard loans: 250.01 (250.005)."),
    ),
    "non-performing": Definition(
        Text("The principal of the classes substandard, doubtful and loss."),
        Text("900.00 normal, 60.00 substandard and 40.00 loss: 100.00, which are 10.00% of 1,000.00."),
    ),
    "least-by-loans": Definition(
        Text(
            "A share of all principal on the books, 2.5% by the measures of 2011 "
            "(order no. 4 of 2011 of the regulator)."
        ),
        Text("Of 1,000.00 they are 25.00."),
    ),
    "least-by-coverage": Definition(
        Text("A share of the principal that does not perform, 150% by the same measures."),
        Text("Of 100.00 they are 150.00."),
    ),
    "to-set-aside": Definition(
        Text(
            "The most of the three: the sum of the classes, the least by all loans, the least by bad loans; what "
            "decides names it."
        ),
        Text("900.00 normal, 60.00 substandard, 40.00 loss: 64.00 by classes, 25.00 and 150.00 by ratios, so 150.00."),
    ),
    "coverage": Definition(
        Text("What is to be set aside in per cent of the principal that does not perform."),
        Text("150.00 for 100.00 are 150.00%."),
    ),
}
