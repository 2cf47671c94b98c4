"""What `bureau export`, `bureau notice` and `bureau notices` say."""

from __future__ import annotations

from baitiao_cli.messages import Text

EXPORT = Text("Writes what a credit bureau would be told of each account on a day: a file, marked as not sent.")
EXPORT_MORE = Text(
    "One record an account: limit, balance, overdue, class, and how each of the last 24 months ended (baitiao define "
    "repayment-status). Who did not consent, and who is late and was not told before, is left out. People are ids; "
    "with --unmask their names and ID numbers stand in the file, and each look is recorded. The same day gives the "
    "same bytes. That the file was made is recorded; nothing is sent."
)
NOTICE = Text("Records that the customer was told that their lateness will be reported to a credit bureau.")
NOTICES = Text("Lists who was told before a report, when, and since when they were late.")
LOOKING = Text("Accounts")

OUTPUT = Text("The file, whose name must have not-sent in it; default: bureau-DATE-not-sent.json here.")
ON = Text("The day that is reported; its month is the last of the 24; default: today.")
UNMASK = Text("Write names and ID numbers, too; each person is recorded, with the reason.")
CHANNEL = Text("How: call, text, letter, visit or app.")
NOTE = Text("A note; nothing personal.")
NOTICES_ACCOUNT = Text("Only those of this account.")

FILE_TITLE = Text("File for a credit bureau, not sent")
LEFT_TITLE = Text("Left out")
WHY: dict[str, Text] = {
    "closed-before": Text("closed in an earlier month"),
    "no-consent": Text("no consent to reports"),
    "no-notice": Text("late, and not told before"),
}
LABELS: dict[str, Text] = {
    "path": Text("File"),
    "effective_on": Text("Day"),
    "listed_count": Text("Reported"),
    "late_count": Text("Of them late"),
    "left_count": Text("Accounts"),
    "why": Text("Why"),
    "record_id": Text("Record"),
    "since_on": Text("Late since"),
    "channel": Text("By", context="channel"),
    "note": Text("Note"),
    "account_id": Text("Account"),
}
NOT_SENT = Text("Nothing was sent: it is a file for its owner only.")
IS_PERSONAL = Text("It has names and ID numbers in it; each look at somebody is in the audit log.")
NO_CONSENTS = Text("Nobody is reported before they agree: baitiao consent ACCOUNT bureau-report given")
TELL_FIRST = Text("Who is late must be told at least a day before: baitiao bureau notice ACCOUNT --channel letter")
NOTICES_TITLE = Text("Told before a report, through {as_of}")
NO_NOTICES = Text("Nobody was told so far.")
NOTICE_NOT_SENT = Text("Nothing was sent: it is the record of what was said elsewhere.")
