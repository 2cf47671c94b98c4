"""What is said of the books: titles and notes. Ledger accounts, their types and sides are among the `words`."""

from __future__ import annotations

from baitiao_cli.messages import Text

# trial balance
CREDIT = Text("Credit")
BALANCE_OF_LEDGER = Text("Trial balance on {as_of}")
BALANCE_OF_ACCOUNT = Text("Trial balance of {account_id} on {as_of}")
NOT_BOOKED = Text("{name}, not booked yet")
NOT_BOOKED_NOTE = Text(
    "Not booked yet is what has run since it was last asked for, and what the journal books under another day."
)
ADDING_UP = Text("Accounts added up")
NOTHING_BOOKED = Text("Nothing was booked by {as_of}.")

# export
JOURNAL_OF_LEDGER = Text("baitiao: the journal up to {as_of}")
JOURNAL_OF_ACCOUNT = Text("baitiao: the journal of {account_id} up to {as_of}")
JOURNAL_NOTE = Text(
    "Entries as booked; what has run since and is not booked yet is not in them (see: baitiao report trial-balance)."
)
BALANCES_TITLE = Text("Balances")
EXPORTED = Text("The journal up to {as_of} is written.")
CHECK_WITH = Text("To check it: {command}")
EXPORT_MORE = Text(
    "hledger and beancount get entries by day, with the ids of events and plans as tags or metadata, and balance "
    "assertions at the end that equal what report trial-balance shows as booked; csv has a row and json an object a "
    "posting, in whole fen. In the journal merchants are named, persons are not. json of the whole ledger up to today "
    "has the ledger itself, too, of which baitiao import makes it again with the same head. With -o the file is "
    "written whole or not at all, for its owner only, and never over another file without --force."
)
