"""The captions of the story that `demo` plays, in the order in which it is told."""

from __future__ import annotations

from baitiao_cli.messages import Text

OPENED = Text("Li Lei opens a credit line of 20,000 yuan; bills come on the 3rd.")
PHONE = Text("He buys a phone for 5,999.00 in 12 installments, for a fee of 0.6% each.")
GROCERIES = Text("Groceries for 400.00: no installments, to be paid with the next bill.")
FIRST_BILL = Text("The first bill: the groceries and the first installment of the phone.")
PAID_IN_FULL = Text("He pays the bill in full and in time: no interest.")
COAT = Text("A coat for 403.00, again without installments.")
SECOND_BILL = Text("The second bill comes, due on 12 March: 3.00 more than the first.")
PAID_LATE = Text("He pays five days late: interest and late charges for five nights.")
THIRD_BILL = Text("The third bill comes, due on 12 April.")
PAST_DUE = Text("No payment has been recorded: the account is eight days past due.")
BACK_DATED = Text(
    "His payment of 8 April turns up. It is entered on its own day: he was never late, the charges are gone."
)
FOURTH_BILL_PAID = Text("He pays the fourth bill in time.")
PAID_OFF = Text("He pays the phone off early: the principal that is left and one more fee; the other fees fall away.")
CLOSED = Text("Nothing is owed, so the account can be closed.")
