"""What joint lending is told with: funders, agreements, the split of a plan."""

from __future__ import annotations

from baitiao_cli.messages import Text

FUNDERS_TITLE = Text("Funders")
AGREEMENTS_TITLE = Text("What was agreed")
NO_FUNDERS = Text("No funders yet: the lender funds everything. To register one: {command}")
NOTHING_AGREED = Text("Nothing was agreed yet. To agree on shares: {command}")
LENDER_IS_F0 = Text("F0 is the lender itself.")
PLANS_KEEP = Text("Plans for which something was agreed keep that, whatever is agreed later.")
FUNDING_TITLE = Text("Whose {plan_id} is ({product_id}, {agreed})")
BY_AGREEMENT = Text("agreed in {record_id}")
BY_NOBODY = Text("nothing agreed: the lender alone")
ROWS_TITLE = Text("Its postings, split")
HOW_SPLIT = Text(
    "Each total is split by largest remainder, ties to the lower number; a posting is split as its totals grow. "
    "What is earned (-: lost) is what the others leave. Every posting on each side: --csv."
)
KIND_AND_WHAT = Text("{kind} {what}", context="of a posting")
NO_POSTINGS = Text("Nothing is posted of it yet.")

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
