"""What the desk says of the review queue: scans, items, decisions, and what they come to."""

from __future__ import annotations

from baitiao_cli.messages import Text

SCAN = Text("Puts what the rules on risk find into the review queue, and suspends the lines that they hold or block.")
QUEUE = Text("Lists what the rules on risk found and nobody has decided on, the longest first; or one item.")
APPROVE = Text("Ends an item of the queue as in order; the suspension that was made for it is lifted.")
RELEASE = Text("Lets a customer buy again whose line was suspended for an item, while that goes on waiting.")
DECLINE = Text("Ends an item of the queue as not in order; the line is suspended until somebody resumes it.")
QUEUE_MORE = Text(
    "approve, release and decline decide on an item; what each word means exactly: baitiao define risk. What was "
    "decided stays for ever: baitiao queue ITEM shows all of it."
)
ITEM = Text("The item of the queue: the id of what was found, D12.")
QUEUE_ALL = Text("Those that were decided, too.")

KEPT_TITLE = Text("Put into the queue on {on}")
NOTHING_NEW = Text("Nothing new: what fires is in the queue already, or nothing does.")
LOOKED_AT = Text("Accounts looked at: {count}. Findings that were kept before: {known}. Suspended now: {suspended}.")
NOT_SUSPENDED = Text("{item_id}: no suspension was made, {because}.")
BECAUSE = {
    "already-suspended": Text("the line is suspended for risk already"),
    "account-closed": Text("the line is closed"),
    "breaks-later-event": Text("for from that day on it would have stopped what was done later"),
}
SEE_QUEUE = Text("See the queue: {command}")

QUEUE_TITLE = Text("The review queue on {as_of}")
ALL_TITLE = Text("All items of the review queue on {as_of}")
EMPTY = Text("Nothing waits.")
DECIDE = Text("To decide on one: {command}")
ITEM_TITLE = Text("Item {item_id} of the review queue")
HISTORY_TITLE = Text("What was decided")
OPEN_ITEMS = Text("Found by the rules on risk")

LIFTED = Text("The suspension for risk is lifted ({event_id}).")
KEPT_BY = Text("The line stays suspended for risk: {items} keep it so.")
BY_HAND = Text("The line stays suspended for risk: somebody suspended it by hand; to lift that: {command}")
RESTS = Text("The line is suspended for risk until somebody lifts that: {command}")
STILL_WAITS = Text("The item goes on waiting for a decision.")
