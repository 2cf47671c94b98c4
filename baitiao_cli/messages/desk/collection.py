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
