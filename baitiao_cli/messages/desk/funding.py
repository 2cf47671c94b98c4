"""What joint lending is told with: funders, agreements, the split of a plan."""

from __future__ import annotations

from baitiao_cli.messages import Text

FUNDERS_TITLE = Text("Funders")
AGREEMENTS_TITLE = Text("What was agreed")
NO_FUNDERS = Text("No funders yet: the lender funds everything. To register one: {command}")
NOTHING_AGREED = Text("Nothing was agreed yet. To agree on shares: {command}")
LENDER_IS_F0 = Text("F0 is the lender itself.")
PLANS_KEEP = Text("Plans for which something was agreed keep that, whatever is agreed later.")
FUNDING_TITLE = Text("Whose {plan_id} is ({product_id}, tier {tier}, {agreed})")
BY_AGREEMENT = Text("agreed in {record_id}")
BY_NOBODY = Text("nothing agreed: the lender alone")
ROWS_TITLE = Text("Its postings, split")
HOW_SPLIT = Text(
    "Each total is split by largest remainder, ties to the lower number; a posting is split as its totals grow. "
    "What is earned (-: lost) is what the others leave. Every posting on each side: --csv."
)
KIND_AND_WHAT = Text("{kind} {what}", context="of a posting")
NO_POSTINGS = Text("Nothing is posted of it yet.")

STATEMENT_TITLE = Text("{funder_id} {name}, {days}: what customers owe it")
EARNED_TITLE = Text("What came in for it, and what it has earned")
NO_LINES = Text("Nothing of any plan is its.")
SETTLEMENT_TITLE = Text("Settlement {record_id} with {funder_id} {name}, {days}")
PAY_IT = Text("{amount} yuan are to be paid to {funder_id}.")
IT_PAYS = Text("{amount} yuan are to be paid by {funder_id}.")
NONE_PAYS = Text("Nothing is to be paid: what came in and what was lent are equal.")
ADJUSTED = Text(
    "The adjustment is what changed since of days that were settled before; that settlement stays as it is."
)
MERCHANT_SETTLEMENT_TITLE = Text("Settlement {record_id} with {merchant_id} {name}, {days}")
NOTHING_TO_PAY = Text("Nothing is to be paid.")
OF_IT_ADJUSTED = Text("Of it adjusted")
NO_MONEY_MOVES = Text("Nothing is moved by this program: the payment is to be made elsewhere.")
RECONCILED_TITLE = Text("Shares of all funders and the journal on {as_of}")
RECONCILED = Text("All parts sum to the journal, to the fen.")
RUNNING = Text(
    "What runs by the night, interest and late charges not asked for yet, is of no funder: it is shared once it stands "
    "on a bill or falls due. In all is what the trial balance tells."
)
SHARED_WHEN_ASKED = Text("What runs by the night is in it once it stands on a bill or falls due.")
NOT_RECONCILED = Text("The parts do not sum to the journal: that is a fault of the program.")
SUMMING = Text("Accounts shared")

LABELS: dict[str, Text] = {
    "funder_id": Text("Funder"),
    "name": Text("Name", context="of a funder"),
    "registered_on": Text("Registered", context="of a funder"),
    "record_id": Text("Record"),
    "shares": Text("Shares"),
    "service": Text("Service"),
    "interest_shares": Text("Of interest"),
    "fee_shares": Text("Of fees"),
    "late_charge_shares": Text("Of late charges"),
    "kind": Text("Kind", context="of money"),
    "side": Text("What", context="side of money"),
    "effective_on": Text("Day"),
    "what": Text("What", context="side of money"),
    "cause": Text("By", context="a cause"),
    "share": Text("Share"),
    "exact_yuan": Text("Exactly (yuan)"),
    "total_fen": Text("Total"),
    "amount_fen": Text("Amount"),
    "opening_fen": Text("Before"),
    "added_fen": Text("Added"),
    "paid_fen": Text("Paid", context="in money"),
    "given_up_fen": Text("Given up"),
    "closing_fen": Text("After"),
    "due_fen": Text("Due to it"),
    "apart_fen": Text("Kept apart"),
    "earned_fen": Text("Earned"),
    "moved_fen": Text("In these days"),
    "adjustment_fen": Text("Adjustment"),
    "journal_fen": Text("Journal"),
    "not_booked_fen": Text("Not booked yet"),
    "shared_fen": Text("Shared"),
    "difference_fen": Text("Difference"),
    "running_fen": Text("Running"),
    "whole_fen": Text("In all"),
}

MOVED: dict[str, Text] = {
    "lent_fen": Text("lent"),
    "principal_fen": Text("principal"),
    "interest_fen": Text("interest"),
    "fee_fen": Text("fee"),
    "late_charge_fen": Text("late charge"),
    "subsidy_fen": Text("subsidy"),
}

KINDS: dict[str, Text] = {
    "principal": Text("principal"),
    "interest": Text("interest"),
    "fee": Text("fee"),
    "late_charge": Text("late charge"),
    "subsidy": Text("subsidy"),
    "other": Text("own", context="the lender's alone"),
}

SIDES: dict[str, Text] = {
    "owed": Text("owed"),
    "apart": Text("kept apart"),
    "money": Text("money"),
    "result": Text("earned"),
}

WHATS: dict[str, Text] = {
    "drawn": Text("lent"),
    "asked": Text("asked for"),
    "moved": Text("moved"),
    "paid": Text("paid"),
    "refunded": Text("refunded", context="by a merchant"),
    "given-up": Text("given up"),
    "kept-apart": Text("kept apart"),
    "taken": Text("taken in"),
    "returned": Text("given back"),
}
