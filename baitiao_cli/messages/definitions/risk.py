"""Risk: the rules on what looks as if it were not the customer's own doing, and what they do."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Risk")

# The examples are of the rules that come with the program and of a line with a limit of 10,000.00.
DEFINITIONS: Definitions = {
    "finding": Definition(
        Text(
            "A rule on risk that fired: by the event that brought it to its threshold, with the others that count; "
            "what was in one finding of a rule counts in no other of it, and reversed events count nowhere."
        ),
        Text("With a threshold of 5 purchases in a day, 9 purchases on one day are 1 finding and 10 are 2."),
    ),
    "window": Definition(
        Text("The days in which a rule counts: so many, and the last of them is the day that is looked at."),
        Text("A window of 7 days that ends on 2026-03-10 has 2026-03-04 in it, but not 2026-03-03."),
    ),
    "threshold": Definition(
        Text("The figure from which on a rule fires, in the unit of the rule: a count, per cent, times or yuan."),
        Text("With a threshold of 3 failed checks, 3 fire and 2 do not."),
    ),
    "velocity": Definition(
        Text(
            "So many purchases within the window, each on the day it was made or authorised; the capture of an "
            "authorised one is none of its own."
        ),
        Text("5 purchases on 2026-03-10 fire (threshold 5, window 1 day), 4 on that day and 1 on the next do not."),
    ),
    "many-small": Definition(
        Text("So many purchases within the window that cost the line no more than a small amount each."),
        Text(
            "4 purchases of 50.00 in 2 days fire (threshold 4, at most 50.00 each), 3 of 50.00 and 1 of 50.01 do not."
        ),
    ),
    "first-near-limit": Definition(
        Text(
            "The first purchase since the line was opened or opened again, within the window of that, takes so many "
            "per cent of the limit that the line has on that day."
        ),
        Text("A first purchase of 9,000.00 takes 90% of a limit of 10,000.00 and fires, one of 8,999.99 does not."),
    ),
    "refund-loop": Definition(
        Text(
            "So many purchases that were made and sent back within the window, each to at least a share of what was "
            "financed."
        ),
        Text(
            "3 purchases that were bought and wholly given back within 30 days fire (threshold 3), 2 of them do "
            "not, nor does a third one of which 99% was given back."
        ),
    ),
    "unusual-amount": Definition(
        Text(
            "A purchase of so many times the middle amount of the purchases before it in the window, if there are "
            "enough of them."
        ),
        Text(
            "After 5 purchases of 80.00, 90.00, 100.00, 110.00 and 120.00 one of 1,000.00 is 10 times the middle "
            "one and fires, one of 999.99 does not."
        ),
    ),
    "unusual-category": Definition(
        Text(
            "A purchase of so many yuan in a category that none of the purchases before it in the window was in, if "
            "there are enough of them with a category; one without a category is not looked at."
        ),
        Text(
            "After 8 purchases of food one of jewellery for 2,000.00 fires (threshold 2,000), one for 1,999.99 does "
            "not, nor does one after 7 purchases."
        ),
    ),
    "unusual-hour": Definition(
        Text(
            "So many purchases within the window whose hour in Shanghai is one of the hours of the rule; where the "
            "hour is not known a purchase does not count."
        ),
        Text("2 purchases at 01:00 and 04:59 fire (threshold 2, from 1 until 5), 2 at 00:59 and 05:00 do not."),
    ),
    "known-hour": Definition(
        Text(
            "The hour of a purchase is that of the moment at which it was recorded, in Shanghai; it is not known if it "
            "was recorded on another day or at a full hour to the microsecond, as played and generated histories are."
        ),
        Text("A purchase of 2026-03-05 that was recorded on 2026-03-04 at 18:30:05 UTC was made at 2 in Shanghai."),
    ),
    "failed-identity": Definition(
        Text("So many failed checks of who the customer is within the window, whatever succeeded in between."),
        Text("3 failed checks within 7 days fire (threshold 3), 2 do not, nor does a third one on day 8."),
    ),
    "new-phone": Definition(
        Text("The first purchase of so many yuan after the phone number was changed, within the window of that."),
        Text(
            "The number was changed on 2026-03-04: a purchase of 1,000.00 on 2026-03-10 fires (threshold 1,000, "
            "window 7 days), one of 999.99 does not, nor does one on 2026-03-11."
        ),
    ),
    "given-up-holds": Definition(
        Text("So many authorised purchases within the window that were given up, each on the day of that."),
        Text("3 holds that were released within 7 days fire (threshold 3), 2 do not."),
    ),
    "note": Definition(
        Text("What a rule does that only puts its finding into the review queue."),
        Text("After 4 purchases of 50.00 in 2 days the line is open as before, and 1 item waits."),
    ),
    "hold": Definition(
        Text(
            "What a rule does that besides suspends the line for risk until somebody releases the item or decides "
            "on it."
        ),
        Text("After 5 purchases on one day the line is suspended, and 1 item waits."),
    ),
    "block": Definition(
        Text("What a rule does that besides suspends the line for risk until somebody has decided on the item."),
        Text("After 3 failed checks the line is suspended, and 1 item waits that cannot be released undecided."),
    ),
    "item": Definition(
        Text(
            "A finding that a scan kept in the review queue, called by the id of its record; a finding is kept unless "
            "more than half of its events are in items of the same rule already."
        ),
        Text("A scan of 5 purchases on one day keeps 1 item, and the same scan once more keeps none."),
    ),
    "approve": Definition(
        Text(
            "A decision on an item: what was done is in order, and the suspension for risk that the queue made is "
            "lifted by the same event as with resume, unless another item keeps it or somebody suspended the line "
            "by hand."
        ),
        Text("Of 2 items that hold a line the approval of the first leaves it suspended, that of the second lifts it."),
    ),
    "release": Definition(
        Text(
            "What lets the customer buy before an item to hold is decided: the suspension is lifted as by an "
            "approval, and the item goes on waiting; an item to block cannot be released."
        ),
        Text("After 5 purchases on one day the line is suspended; released, it is open, and 1 item still waits."),
    ),
    "decline": Definition(
        Text(
            "A decision on an item: what was done is not in order, and the line is suspended for risk, from now on "
            "if it was not, until somebody lifts that by resume."
        ),
        Text("An item to note suspended nothing; declined, it suspends the line, and 0 items wait."),
    ),
    "keeps-suspended": Definition(
        Text(
            "Whether an item keeps a suspension for risk in force: one to hold or block that is open and not "
            "released, and one that was declined while that very suspension was in force."
        ),
        Text(
            "Of a declined item, a released one and an open one to note only 1 keeps the line suspended: the "
            "declined one."
        ),
    ),
}

KEYS: dict[str, tuple[str, ...]] = {"keeps-suspended": ("keeps_suspended",)}
