"""Texts of collection: contacts, reminders, cases, promises, early warning and service requests."""

from __future__ import annotations

from baitiao_cli.messages import Text

# of the rule file of contacts
HOURS_REVERSED = Text("The hours end before they begin.")

# what a contact is against, by the rule
BREACHES: dict[str, Text] = {
    "collection-hours": Text("{observed} is outside {limit}"),
    "collection-calls": Text("it is call {observed} of the day, and {limit} are the most"),
    "collection-in-hardship": Text("relief asked for on {observed} is not decided yet"),
}

# a contact, and all of them
CONTACTS_TITLE = Text("Contacts of {account_id} as of {as_of}")
ALL_CONTACTS_TITLE = Text("Contacts as of {as_of}")
NO_CONTACTS = Text("Nobody was contacted. To record it: {command}")
RECORD = Text("Record")
ON_DAY = Text("Day")
AGAINST = Text("Against")
CALLS_THAT_DAY = Text("Answered calls that day")
KEPT_AGAINST = Text("It was recorded although it is against the rules: {reasons}. See: baitiao explain {record_id}")
CONTACT_NOT_MADE = Text("This is a record: the program itself sends nothing and calls nobody.")

# of the rule file of reminders
QUIET_ALL_DAY = Text("The quiet hours never end.")

# how a customer wants to be reminded, and reminders
PREFERRED_TITLE = Text("How {account_id} is reminded")
QUIET_HOURS = Text("Quiet hours")
AS_USUAL = Text("as is usual")
REMINDERS_TITLE = Text("Reminders of due dates {on} to {through_on}")
NO_REMINDERS = Text("No due date from {on} to {through_on} is left to be told.")
NOT_SENT_YET = Text("Nothing was sent: this program sends nothing. Send them from {folder}, none before its time.")
WOULD_WRITE = Text("To write them: {command}")
SEND_AT = Text("Not before")
STATE = Text("State")
LOOKING_WHO_IS_DUE = Text("Looking for due dates")

# a reminder as it is to be sent, in the customer's language
REMINDER = Text(
    "Reminder: {amount} yuan of your account {account_id} fall due on {due_on}. If you have paid, ignore this."
)
REMINDER_DEBITED = Text(
    "Reminder: {amount} yuan of your account {account_id} fall due on {due_on} and are debited that day, as agreed."
)
REMINDER_SHORT = Text("{amount} yuan due")

# what stands above it in its file
HEAD_STATE = Text("State: not sent (the program itself sends nothing)")
HEAD_TO = Text("To: {name} {phone} (account {account_id}; masked)")
HEAD_BY = Text("By: {channel}, not before {send_on} {send_at}")
HEAD_RECORD = Text("Record: {record_id}")

# promises to pay
PROMISES_TITLE = Text("Promises to pay as of {as_of}")
PROMISED_ON = Text("Promised on")
PROMISED = Text("Promised")
BY_DAY = Text("By", context="day")
PROMISED_ABOVE = Text(
    "That is more than the {owed} yuan owed now; once nothing is owed, the promise is no longer waited for."
)
CAME = Text("Came")
KEPT_ON = Text("Kept on")
NO_PROMISES = Text("Nobody promised anything. To record it: {command}")
NO_SUCH_PROMISES = Text("There are no such promises.")

# of the rule file of cases
STAGES_OUT_OF_ORDER = Text("This stage does not begin after the one before, or is there twice.")

# cases
CASES_TITLE = Text("Open cases as of {as_of}")
ALL_CASES_TITLE = Text("Cases, open and closed, as of {as_of}")
CASE_TITLE = Text("Case {case_id} as of {as_of}")
OPENED_TITLE = Text("Cases opened on {on}")
CLOSED_TITLE = Text("Cases closed on {on}")
CASES_MOVED = Text("Opened: {opened}. Closed: {closed}. Open as before: {unchanged}.")
NO_CASES = Text("No case is open. To open those that are due: {command}")
NO_SUCH_CASES = Text("There are no such cases.")
OPENED_ON = Text("Opened on")
CLOSED_ON = Text("Closed on", context="of a case")
HAPPENED = Text("What happened since")
PROMISES_OF_CASE = Text("Promises")
CONTACTS_OF_CASE = Text("Contacts")
LOOKING_WHO_IS_LATE = Text("Looking who is late")
