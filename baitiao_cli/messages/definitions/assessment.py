"""Assessment: opening checks, payments beside the declared income, and the rules that warn of too much debt."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Assessment")

# The examples: a line of 20,000.00, and a declared income of 8,000.00 a month.
DEFINITIONS: Definitions = {
    "id-number": Definition(
        Text("Whether the ID number is that of a mainland card, by its check digit and the date of birth in it."),
        Text("The last character of 000000199009011234 is the check digit of the 17 before it: passed."),
    ),
    "of-age": Definition(
        Text("Whether the person was 18 or older on the day on which the line was opened, by the ID number."),
        Text("Who was born on 2008-03-01 and opened a line on 2026-03-01 passes; a day earlier fails."),
    ),
    "one-line": Definition(
        Text("Whether the person, known by the ID number, has no other line that is open."),
        Text("P1 has A1, which is open, and A4, which was closed: passed."),
    ),
    "payments-a-month": Definition(
        Text(
            "What is unpaid of earlier due dates and falls due in the next months by the schedules (3 by the rules), "
            "less a credit balance, divided by their number, and what was declared to be paid elsewhere."
        ),
        Text("935.90, 535.90 and 535.90 fall due: 2,007.70 / 3 = 669.23, with 1,200.00 elsewhere 1,869.23."),
    ),
    "payments-to-income": Definition(
        Text("The share that all payments a month have of the declared income of a month."),
        Text("1,869.23 of 8,000.00 are 23.37%."),
    ),
    "late-now": Definition(
        Text("Warns when something is past due today."),
        Text("3 days past due warn, 0 do not."),
    ),
    "limit-used": Definition(
        Text("Warns when what is used and held is a larger share of the limit than the rules allow (90%)."),
        Text("18,500.00 used of 20,000.00 are 92.50%, which warns; 18,000.00 do not."),
    ),
    "many-plans": Definition(
        Text("Warns when more plans are being paid than the rules allow (10)."),
        Text("11 plans warn, 10 do not."),
    ),
    "terms-eased": Definition(
        Text("Warns when a plan that is still being paid was extended or restructured, with the last day of that."),
        Text("A plan was extended on 2026-02-11 and is being paid: 2026-02-11."),
    ),
    "income-unknown": Definition(
        Text("Warns when no income is declared, so that no share of it can be told."),
        Text("669.23 are paid a month here, and nobody declared an income: no share is told."),
    ),
    "payments-high": Definition(
        Text(
            "Warns when all payments a month are a larger share of the declared income than the rules allow (55%, that "
            "of all debts in the guidelines on the risks of real estate loans of 2004, art. 36)."
        ),
        Text("4,500.00 of 8,000.00 are 56.25%, which warns; 4,400.00 are 55.00% and do not."),
    ),
    "owed-high": Definition(
        Text("Warns when all that is owed here is more declared incomes of a month than the rules allow (6)."),
        Text("48,000.00 owed at 8,000.00 a month are 6 and do not warn; 48,000.01 do."),
    ),
    "income-old": Definition(
        Text("Warns when the income was declared more days ago than the rules allow (365)."),
        Text("Declared on 2025-02-03, it is 365 days old on 2026-02-03 and warns from 2026-02-04 on."),
    ),
}
