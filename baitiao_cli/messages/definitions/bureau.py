"""Reports to a credit bureau: what stands in the file that is not sent, and who must be told before."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Reports to a credit bureau")

DEFINITIONS: Definitions = {
    "repayment-status": Definition(
        Text(
            "One character for each of 24 months, the month of the report last: how it stood on its last day, and the "
            "last one on the day of the report."
        ),
        Text(
            "///////////////////*NN12 ends with a month at 31 to 60 days past due; 19 months were before the opening."
        ),
    ),
    "slash": Definition(
        Text("The status / of a month: the account was not open on its last day."),
        Text("Opened on 2026-02-01, January 2026 is /."),
    ),
    "star": Definition(
        Text("The status * of a month: nothing is late, and no bill or installment fell due in it."),
        Text("The first bill is due on 2026-03-12: February 2026 is *."),
    ),
    "N": Definition(
        Text("The status of a month in which something fell due and at whose end nothing is late."),
        Text("A bill due on 2026-03-12 was paid on 03-20, late: March 2026 is N, for on 03-31 nothing is."),
    ),
    "1-to-7": Definition(
        Text(
            "The status of a month at whose end the account is past due: 1 for 1 to 30 days, 2 for 31 to 60, and so "
            "on, 6 for 151 to 180, and 7 for more."
        ),
        Text("30 days are 1, 31 days are 2, 181 days are 7."),
    ),
    "B": Definition(
        Text("The status of a month at whose end the whole account is charged off."),
        Text("Charged off on 2026-05-20: May 2026 is B."),
    ),
    "C": Definition(
        Text("The status of a month at whose end the account is closed; nothing is owed."),
        Text("Closed on 2026-05-20: May 2026 is C, and is the last month that is reported."),
    ),
    "G": Definition(
        Text("The status of a month at whose end the whole account is written off: the claim was given up."),
        Text("Written off on 2026-05-20: May 2026 is G."),
    ),
    "report-consent": Definition(
        Text(
            "Each account in a file for a credit bureau is one of a person who agreed to reports, and has not "
            "withdrawn that, by the end of the day of the file."
        ),
        Text("Agreed on 2026-06-30, the file of 2026-06-30 may have the account, that of 06-29 may not."),
    ),
    "adverse-notice": Definition(
        Text(
            "Before an account is reported as late (1-7, B, G) the customer was told, after the due date from which "
            "that counts and 1 day before the file at the latest, unless the file before reported it as late, too."
        ),
        Text("Late since 2026-06-12 and told on 06-29: the file of 2026-06-30 may have it, that of 06-29 may not."),
    ),
}
