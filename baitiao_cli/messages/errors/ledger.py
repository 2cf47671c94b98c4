"""Errors of the ledger: the file, what it holds, and what `check` finds in it."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

GO_ON = Text("Keep this file as it is and go on with a backup: baitiao restore BACKUP --ledger NEW")
"""What helps where facts were changed: nothing in the file itself tells what they were."""

LEDGER_ERRORS: dict[str, ErrorText] = {
    # the file
    "ledger-missing": ErrorText(
        3,
        Text("There is no ledger at {path}"),
        Text("Make one: baitiao init --ledger {path}; or take it back: baitiao restore BACKUP --ledger {path}"),
    ),
    "ledger-exists": ErrorText(
        5,
        Text("There is something at {path} already."),
        Text(
            "Use it as it is, or give another path: --ledger PATH, or --keep PATH where one is kept. A damaged "
            "ledger is moved away first, with its -journal if there is one (what SQLite needs to undo a write that was "
            "cut short)."
        ),
    ),
    "ledger-empty": ErrorText(
        5,
        Text("The file {path} is empty, so it is no ledger."),
        Text(
            "Remove it; if it was a ledger: baitiao restore BACKUP --ledger {path}; for a new one: "
            "baitiao init --ledger {path}"
        ),
    ),
    "ledger-foreign": ErrorText(
        5,
        Text("The file {path} is not a baitiao ledger."),
        Text("Check the path: --ledger PATH"),
    ),
    "ledger-newer": ErrorText(
        8,
        Text("The ledger {path} has tables of version {version}; this program knows versions up to {known}."),
        Text("Install the newer program: pip install --upgrade baitiao-cli"),
    ),
    "ledger-damaged": ErrorText(
        5,
        Text("The ledger {path} is damaged ({reason})."),
        Text(
            "baitiao check lists what is wrong. Keep the file, and go on with a backup: "
            "baitiao restore BACKUP --ledger NEW"
        ),
    ),
    "ledger-uncheckable": ErrorText(
        5,
        Text("The ledger {path} is damaged so far that it cannot be checked ({reason})."),
        GO_ON,
    ),
    "ledger-busy": ErrorText(
        5,
        Text("Others are using the ledger {path}; nothing was recorded."),
        Text("Try again when they are done."),
    ),
    "ledger-read-only": ErrorText(
        5,
        Text("The ledger {path} cannot be written here."),
        Text("Check the permissions of the file and of its folder, or give another path: --ledger PATH"),
    ),
    "ledger-full": ErrorText(
        5,
        Text("There is no room left for the ledger {path}; nothing was recorded."),
        Text("Make room, then repeat the command."),
    ),
    "ledger-failed": ErrorText(
        5,
        Text("The ledger {path} could not be used: {reason}."),
        Text("Check the file, its folder and the disk; nothing was recorded."),
    ),
    "outcome-unknown": ErrorText(
        9,
        Text("The last step of recording failed ({reason}): the command may have been recorded."),
        Text("Repeat it with the same --request-id, which never records twice; without one, look first: baitiao show"),
    ),
    "request-id-reused": ErrorText(
        4,
        Text("The request id '{request_id}' was used before, for something else."),
        Text("Use a new --request-id for a new request."),
    ),
    "date-in-future": ErrorText(
        4,
        Text("{on} is after today, {today}."),
        Text("Give today or an earlier day; what is to come cannot be recorded."),
    ),
    "before-opening": ErrorText(
        4,
        Text("{on} is before account {account_id} was opened on {opened_on}."),
        Text("Give --on {opened_on} or later."),
    ),
    "breaks-later-event": ErrorText(
        4,
        Text("With this, what was recorded after it could not have been: {events}."),
        Text("{way}"),
    ),
    "order-id-used": ErrorText(
        4,
        Text("The order {order_id} of {merchant} is plan {plan_id} already."),
        Text("See it: baitiao schedule {plan_id}. For a retry give the same --request-id."),
    ),
    "person-has-account": ErrorText(
        4,
        Text("This person has account {account_id} open already."),
        Text("Use that one, or close it first: baitiao close {account_id}"),
    ),
    "person-unknown": ErrorText(
        3,
        Text("There is no person {person_id} in this ledger."),
        Text("See the accounts: baitiao list"),
    ),
    "event-unknown": ErrorText(
        3,
        Text("There is no event {event_id} in this ledger."),
        Text("See the events of the account: baitiao history {account_named}"),
    ),
    # what `check` finds
    "check-file": ErrorText(
        6,
        Text("The file is damaged: {problem}."),
        GO_ON,
    ),
    "check-link": ErrorText(
        6,
        Text("Row {row} of {table} points at a row of {parent} that is not there."),
        GO_ON,
    ),
    "check-schema": ErrorText(
        6,
        Text("{name} is {state}."),
        Text(
            "The tables and their guards were changed from outside; go on with a backup: "
            "baitiao restore BACKUP --ledger NEW"
        ),
    ),
    "check-event": ErrorText(
        6,
        Text("Event {event_id} is not as it was recorded ({problem})."),
        GO_ON,
    ),
    "check-deed": ErrorText(
        6,
        Text("Deed {number} of the audit log is not as it was recorded ({problem})."),
        GO_ON,
    ),
    "check-row": ErrorText(
        6,
        Text("Row {row} of {table} is not as it was recorded ({problem})."),
        Text(
            "Do not rely on that row, nor repeat that request. Keep this file as it is and go on with a backup: "
            "baitiao restore BACKUP --ledger NEW"
        ),
    ),
    "check-seal": ErrorText(
        6,
        Text("Seal {number} does not fit what it closes ({problem})."),
        GO_ON,
    ),
    "check-more-seals": ErrorText(
        6,
        Text("And {count} more seals after seal {number} do not fit either, the last of them seal {last}."),
        GO_ON,
    ),
    "check-group": ErrorText(
        6,
        Text("Group {number} of postings sums to {sum_fen}, not to zero."),
        GO_ON,
    ),
    "check-journal": ErrorText(
        6,
        Text("The journal has {posted_fen} on {ledger_account} of {where}; the events make it {expected_fen}."),
        GO_ON,
    ),
    "check-quote": ErrorText(
        6,
        Text("Quote {quote_id} is not what its hash says."),
        Text("The plan keeps its own terms; a backup has the quote: baitiao restore BACKUP --ledger NEW"),
    ),
    "check-desk-fact": ErrorText(
        6,
        Text("Fact {number} of the desk cannot be read, or is of another kind than its row says."),
        Text("A backup has it as it was: baitiao restore BACKUP --ledger NEW"),
    ),
    "check-view": ErrorText(
        6,
        Text("{table} says of {where}: {column} {found}; the events make it {expected}."),
        Text("The events are not affected; put the view right: baitiao rebuild"),
    ),
    "check-bill": ErrorText(
        6,
        Text("Bill {number} of {account_id} does not add up ({problem})."),
        GO_ON,
    ),
    "check-stopped": ErrorText(
        6,
        Text("The check of {section} could not be finished: {stopped_by}."),
        GO_ON,
    ),
}
