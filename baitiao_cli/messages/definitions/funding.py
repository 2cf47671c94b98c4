"""Joint lending: who funds, what is whose of each plan, and how every posting is split to the fen."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Joint lending")

DEFINITIONS: Definitions = {
    "funder": Definition(
        Text("A firm that lends together with the lender: F1, F2 and so on; the lender itself is F0."),
        Text("East was registered first and is F1; what neither East nor another funds is F0's."),
    ),
    "share": Definition(
        Text(
            "What of a kind of money is a funder's, in parts per billion: the shares of each kind sum to exactly one."
        ),
        Text("By F1=70%,F2=30% F1 has 700.00 of 1,000.00 lent, F2 300.00."),
    ),
    "agreement-of-plan": Definition(
        Text(
            "Of the agreements for a plan's product, and its tier or any, from its day or an earlier one: of those "
            "recorded before the plan one for its tier before one for any, of these the one of the latest day; or, "
            "where there was none, the first recorded afterwards; it never changes then."
        ),
        Text(
            "50% was agreed from 2026-07-01 and 70% from 2026-08-01: a plan of 2026-07-15 is at 50% for good, one of "
            "2026-08-01 at 70%."
        ),
    ),
    "tier-of-plan": Definition(
        Text(
            "The tier that the account had on the day of the purchase, by what was recorded before it; of a captured "
            "hold as it was placed; what is recorded later does not change it."
        ),
        Text(
            "Tier B from 2026-07-01 and D from 2026-08-01: what was bought on 2026-07-15 is of tier B for good, on "
            "2026-08-01 of D."
        ),
    ),
    "agreement-of-line": Definition(
        Text(
            "What is charged on the line itself, on what its bills carried, is shared as the account's first purchase "
            "that revolves; a plan that a bill became is shared by its own product and day, one owed again after a "
            "dispute as its purchase."
        ),
        Text(
            "The first purchase on the bill was at 60% for F1: of 10.00 interest on what is carried F1 has 6.00, "
            "whatever is agreed for later purchases."
        ),
    ),
    "service": Definition(
        Text(
            "What the lender takes of interest, fees, late charges and subsidies before they are shared; of principal "
            "it takes nothing."
        ),
        Text("At 15% and F1=70%,F2=30%, of 100.00 in fees 15.00 are F0's, 59.50 F1's and 25.50 F2's."),
    ),
    "split": Definition(
        Text(
            "A total in whole fen by funder: each exact share rounded down, and the fen left over one each to the "
            "largest remainders, ties to the lower number; a posting is split as the split of its totals grows."
        ),
        Text("0.05 at half each, 2.5 fen: F1 has 0.03 and F2 0.02, of 0.10 then 0.05 each."),
    ),
    "owed": Definition(
        Text("What customers owe of a plan, by kind, also while it is in dispute: split as it stands."),
        Text("1,000.01 are owed at 70% and 30%: exactly 700.007 and 300.003, so F1 has 700.01 and F2 300.00."),
    ),
    "apart": Definition(
        Text(
            "What the books keep apart of what is owed: charges that are income only when they are paid, and principal "
            "that was charged off; split as it stands, below zero."
        ),
        Text("900.00 of principal at 70% and 30% were charged off: -630.00 of F1 and -270.00 of F2 are kept apart."),
    ),
    "money": Definition(
        Text(
            "What has come in for a plan less what has gone out, by kind: what is paid, refunded by the merchant or "
            "recovered, less what was lent; split as it stands, due to the funder, below zero from it."
        ),
        Text("1,000.00 were lent and 250.00 of it repaid at 70% for F1: -525.00."),
    ),
    "earned": Definition(
        Text(
            "What owed, apart and money leave of a kind of money, funder by funder: its income, and below zero its "
            "loss; within three fen of its exact share, and within one when nothing is owed."
        ),
        Text("Of fees F1 has 59.50 in money and 8.50 still owed: 68.00 earned; of 630.00 charged off -630.00."),
    ),
    "own": Definition(
        Text(
            "What is the lender's alone: merchants' discounts; and its goodwill, which counts for funders as money "
            "that the customer paid."
        ),
        Text("8.80 of goodwill pay 8.80 of principal at 70% for F1: 6.16 are due to F1."),
    ),
    # columns of a statement, a settlement and the reconciliation
    "opening": Definition(
        Text("What customers owed a funder of a kind of money at the end of the day before the first one asked for."),
        Text("700.01 of principal were lent in July: 700.01 before August."),
    ),
    "added": Definition(
        Text("What was lent for a funder, asked for, or came over from another plan or kind in the days asked for."),
        Text("1,000.01 were lent at 70%: 700.01."),
    ),
    "paid": Definition(
        Text("What left a funder's balance because it was paid, or refunded by a merchant, in the days asked for."),
        Text("700.01 were owed and 466.68 are left: 233.33."),
    ),
    "given-up": Definition(
        Text("What left a funder's balance because it was waived or written off in the days asked for."),
        Text("The 466.68 that were left are written off: 466.68."),
    ),
    "closing": Definition(
        Text("Opening and added less paid and given up: what customers owe a funder at the end of the last day."),
        Text("700.01 before and 233.33 paid: 466.68 after."),
    ),
    "due": Definition(
        Text("The money of the days asked for that is to be paid to a funder, and below zero by it."),
        Text("233.33 of principal and 3.57 of a fee came in: 236.90 are due."),
    ),
    "adjustment": Definition(
        Text(
            "What has changed since the last settlement of the money of days that it settled; that settlement stays as "
            "it was."
        ),
        Text("A repayment whose 236.90 were settled is reversed: -236.90 in the next settlement."),
    ),
    "shared": Definition(
        Text("The parts of all funders and of the lender: what the journal says and a run of accrue would book."),
        Text("466.68 of F1 and 200.00 of F2 are owed: 666.68, as the journal says."),
    ),
    "running": Definition(
        Text(
            "Interest and late charges that have run by the night since they were last asked for: of no funder, and so "
            "the lender's alone, until they stand on a bill or fall due; with them all shares are what customers owe."
        ),
        Text("1,405.00 are shared, and since the bill 1.60 of interest and 1.83 of late charges run: 1,408.43 in all."),
    ),
    "merchant-settlement": Definition(
        Text(
            "What is due to a merchant of all that was booked up to a day, purchases less refunds, subsidies and "
            "discounts, less what was settled with it before."
        ),
        Text("1,200.00 were sold free of interest, for 86.40 of subsidy and 7.20 of discount: 1,106.40 are due."),
    ),
}
