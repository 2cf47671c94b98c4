"""What `scenario generate` says: its help, its table, and what does not fit in its rule file."""

from __future__ import annotations

from baitiao_cli.messages import Text

GENERATE = Text("Draws a lively portfolio from a seed and plays it by the real verbs; the same seed, the same ledger.")
GENERATE_MORE = Text(
    "People, shops and numbers are made up and can be nobody's. Some pay in full, some the minimum, some late, some "
    "not at all; they refund, dispute, prepay, close and borrow again. Without --keep the ledger is thrown away once "
    "it is told. The portfolio ends on a day of its own, whatever today is, so that a seed gives the same head on any "
    "day. What it is drawn from is in a rule file."
)
ACCOUNTS = Text("How many people borrow; default: 100.")
MONTHS = Text("How many months it lasts; default: 12.")
SEED = Text("The number that all is drawn from; default: 1.")
THROUGH = Text("Its last day; default: 2026-06-30.")
KEEP = Text("Keep the ledger here, to look inside.")
RULES = Text("A file of one's own with the kinds of payers and shops; default: the one of the program.")

SPAN_REVERSED = Text("it begins at {least}, after its end {most}")
WITHOUT_WEIGHT = Text("nothing in it has a weight")
TAKEN_TWICE = Text("there are two of the name {name}")
PRODUCT_UNFIT = Text("there is no product {product_id}")

GENERATING = Text("Days")
PORTFOLIO_TITLE = Text("Portfolio of seed {seed}, from {from_on} to {through}")
KINDS = {
    "good": Text("pay in full"),
    "minimum": Text("pay the minimum"),
    "late": Text("pay late"),
    "rolling": Text("a bill or two behind"),
    "defaulting": Text("stop paying"),
    "refunding": Text("send back and dispute"),
    "closing": Text("close and borrow again"),
    "prepaying": Text("prepay"),
}
COLUMNS = {
    "payer": Text("Kind", context="portfolio"),
    "account_count": Text("Accounts", context="portfolio"),
    "purchase_count": Text("Purchases", context="portfolio"),
    "payment_count": Text("Paid by hand"),
    "charge_off_count": Text("Charged off", context="portfolio"),
    "closed_count": Text("Closed", context="portfolio"),
}
MADE = Text("{events} events in {seconds} s: {rate} accounts a second.")
REFUSED = Text("What they tried and was refused: {count}, most of all {codes}.")
HEAD = Text("Head: {head}")
THROWN_AWAY = Text("It was thrown away: --keep PATH keeps it.")
LOOK_INSIDE = Text("Look inside: baitiao list --ledger {path} --today {through}")
