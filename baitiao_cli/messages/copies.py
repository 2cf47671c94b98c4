"""The words of copies of a ledger: backups, documents, heads that are kept elsewhere."""

from __future__ import annotations

from baitiao_cli.messages import Text

# check
CHECKING = Text("Folding accounts again")
LATER = Text("The head given is in the chain; transactions after it: {count}.")
EMPTY_HEAD = Text(
    "64 zeros are the head of a ledger in which nothing was recorded yet, and stand before every chain: that proves "
    "nothing. Give a head that was kept after something was recorded."
)
CHECK_MORE = Text(
    "What was changed in the middle is found by itself. Transactions that were cut off the end are not: keep the head "
    "of now and then elsewhere (--head prints it alone when nothing is wrong), and give it back with --against. Large "
    "ledgers are checked on a copy, so that others can go on; --full folds every account again, which small ledgers "
    "get anyway."
)

# backup and restore
BACKED_UP = Text("The backup was read back and proved. Keep the head elsewhere; later: baitiao check --against {head}")
KEY_APART = Text("The key of the personal data is not in it: keep {key} as well, in another place.")
WOULD_BE_MADE = Text("Everything in it was proved: transactions {count}. Nothing was made.")
TAKEN_BY = Text(
    "Where the ledger would be is {path}: it would be refused there. Give another place with --ledger, or move that "
    "away."
)
RESTORED = Text("Everything in it was proved: transactions {count}.")
KEY_STATES = {
    "missing": Text(
        "The key of the people is not there: {file}. Without it nobody's name can be read and no line opened; put a "
        "copy of it there, or name it in BAITIAO_KEY_FILE."
    ),
    "wrong": Text(
        "The key in {file} is another ledger's: nobody's name can be read with it. Name the right one in "
        "BAITIAO_KEY_FILE."
    ),
    "unusable": Text("The key file {file} cannot be used: it is no key, or others may read it (chmod 600 {file})."),
    "unknown": Text("The ledger does not say which key is its own; it is expected at {file}."),
}
ENCRYPTED_NOW = Text(
    "Names, phones and ID numbers of this older ledger are encrypted from now on, with the key in {file}."
)
KEY_NEEDED = Text(
    "Personal data in it can be read with its key only: put that at {key}, or name it in BAITIAO_KEY_FILE."
)
BACKUP_MORE = Text(
    "Copies one moment of the ledger while others go on, reads the copy back and proves it, and only then gives it "
    "its name. Without FILE, or in a folder, the name is that of the ledger with the time. A key file is never in a "
    "backup. Take it back with baitiao restore."
)
RESTORE_MORE = Text(
    "Makes the ledger at --ledger of a backup, which is only read. The backup is proved first, every account of it "
    "folded again, and one of an older version is brought to this one. Nothing that is there is replaced: move a "
    "damaged ledger away first."
)

# import
IMPORT_MORE = Text(
    "Makes the ledger at --ledger of what export --format json wrote of a whole ledger (- is standard input). It is "
    "proved first, every account folded again, and has the same head; nothing that is there is replaced. Rows stand "
    "one a line, as they were written: a document that was laid out anew is refused."
)
IMPORTED = Text("Everything in it was proved: transactions {count}, the same head.")
ENDS_EARLY = Text("the document ends too early")
LINE_TOO_LONG = Text("the line is too long")
NOT_AN_EXPORT = Text("it does not begin like an export")
NOT_A_HEAD = Text("no version and head stand there")
NOT_A_TABLE = Text("no table of that version stands there")
NOT_A_ROW = Text("no row of that table stands there")
NOT_TAKEN = Text("the ledger refuses such a row")
ROWS_MISCOUNTED = Text("there are more or fewer rows than the table says")
NOT_THE_END = Text("the table, or the document, should end there")
TABLE_MISSING = Text("the table {table} is missing")

# rebuild
REBUILT = Text("Rows made again: {count}, of accounts: {accounts}.")
NOTHING_TO_REBUILD = Text("The views are what the events make them.")
REBUILD_MORE = Text(
    "Makes accounts, plans, installments and bills again from the events, where they are not what those make them, the "
    "sums of the journal by day, and the index by which people are found by number. "
    "Refused where the events themselves were changed. The facts are not touched; "
    "that it was done is noted in the audit log, and nothing when nothing was wrong."
)
