"""What the desk says of risk: its commands, why a rule fired, and the warnings that are read to a customer."""

from __future__ import annotations

from baitiao_cli.messages import Text

RISK = Text("Tells what of one account, or of all, looks as if it were not the customer's own doing, and why.")
RISK_MORE = Text(
    "It only reads: nothing is kept and nobody is suspended. The rules are in a file of their own; each is told by "
    "baitiao define risk. A purchase that was refused leaves no trace in a ledger, so attempts are seen only where "
    "they left one: holds, and failed checks of who somebody is."
)
CHECK = Text("Tells which rules on risk a purchase would bring to fire, before it is made.")
CHECK_MORE = Text(
    "The purchase counts as made after all others, now if it is about today, and else at an hour that nobody knows. "
    "Nothing is kept, and baitiao charge does not ask: who charges decides."
)
SCAN_MORE = Text(
    "What was found is kept once for each cause: a second scan keeps nothing twice. A line is suspended for risk by "
    "the suspension that baitiao suspend makes, from the day that the scan is about; dated back it may be refused "
    "for later purchases, which is told. The items wait in baitiao queue."
)
ALL = Text("Every account.")
RULES = Text("A file of one's own with the rules on risk; default: the one of the program.")
CATEGORY = Text("What kind of thing it is, as purchases say it.")

ACCOUNTS = Text("Accounts")
TITLE = Text("Found by the rules on risk as of {as_of}")
CHECK_TITLE = Text("What a purchase of {amount} would bring to fire")
NOTHING_FOUND = Text("No rule fired from {from_on} to {as_of}.")
NOTHING_FIRES = Text("No rule would fire.")
HOURS_UNKNOWN = Text(
    "The hour is not known of {unknown} of {count} purchases in these days: unusual-hour leaves them out."
)
RULES_TOLD = Text("Rules of version {version}; days looked back on: {days}. What they mean: baitiao define risk")
READ_ALOUD = Text("Read to the customer")
HISTORY = Text("The events: {command}")

WHY: dict[str, Text] = {
    "velocity": Text("purchases in {window}: {observed} (fires from {threshold})"),
    "many-small": Text("small purchases in {window}: {observed} (fires from {threshold})"),
    "first-near-limit": Text("share of the limit that the first purchase takes: {observed}% (fires from {threshold}%)"),
    "refund-loop": Text("purchases made and sent back in {window}: {observed} (fires from {threshold})"),
    "unusual-amount": Text("times the middle purchase before it: {observed} (fires from {threshold})"),
    "unusual-category": Text("yuan in a category not bought in before: {observed} (fires from {threshold})"),
    "unusual-hour": Text("purchases at unusual hours in {window}: {observed} (fires from {threshold})"),
    "failed-identity": Text("failed identity checks in {window}: {observed} (fires from {threshold})"),
    "new-phone": Text("yuan after the phone number was changed: {observed} (fires from {threshold})"),
    "given-up-holds": Text("holds given up in {window}: {observed} (fires from {threshold})"),
}
DAY, DAYS = Text("one day"), Text("{days} days")

# What is read to a customer: short sentences, what was seen, what a deceiver would want, what to do.
WARNINGS: dict[str, Text] = {
    "new-phone": Text(
        "Your phone number with us was changed a short while ago, and now there is a large purchase. Did you change "
        "the number yourself? If somebody told you to, or you share your screen with somebody, please stop: nobody "
        "from us asks for codes, for your screen, or for a purchase to test the line."
    ),
    "many-attempts": Text(
        "There were many purchases or attempts within a short time. Are you buying all of this yourself? Please tell "
        "nobody your codes, and do not buy anything for somebody you know from the internet only."
    ),
    "large-first": Text(
        "Your first purchase takes almost the whole limit. Did anybody promise you cash for it, or a fee to turn your "
        "limit into money? That is how people come to owe what others have spent. If so, please hand nothing on, "
        "and tell the merchant to stop the order."
    ),
    "refunds": Text(
        "Several purchases were made and given back within a short time. Has anybody asked you to buy and return "
        "things, or to pass a refund on? Refunds go back to where the money came from; whoever wants them elsewhere "
        "deceives you."
    ),
    "not-you": Text(
        "There was something on your account that is unlike what you do. Was it you? If not, please lock the line "
        "at once; we never ask for your password or a code that you were sent."
    ),
}
