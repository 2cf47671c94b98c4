"""Errors of copies of a ledger: backups, documents, heads that are kept elsewhere."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

COPIES_ERRORS: dict[str, ErrorText] = {
    "head-malformed": ErrorText(
        2,
        Text("'{text}' is no head hash: 64 hexadecimal digits."),
        Text("See the head of now: baitiao check --head"),
    ),
    "check-head": ErrorText(
        6,
        Text(
            "The head {against} is not among the {number} transactions of this ledger: its end was cut off or changed, "
            "or it is the head of another ledger."
        ),
        Text("Go on with a backup that has it: baitiao restore FILE --ledger NEW, then check --against there."),
    ),
    "backup-beside-journal": ErrorText(
        5,
        Text("{file} was left by another file of that name and would be played into the backup; nothing was written."),
        Text("Give another name, or move it away first."),
    ),
    "backup-unsound": ErrorText(
        6,
        Text(
            "Something is wrong with the ledger {path} (findings: {count}, the first: {first} at {where}), so no "
            "backup of it was written."
        ),
        Text("See them all: baitiao check --full. Views alone are put right by: baitiao rebuild"),
    ),
    "backup-missing": ErrorText(
        3,
        Text("There is no backup {file}; nothing was made."),
        Text("Check the name; a backup is made with: baitiao backup"),
    ),
    "backup-foreign": ErrorText(
        5,
        Text("The file {file} is no backup of a baitiao ledger; nothing was made."),
        Text("Give a file that baitiao backup wrote; a JSON document is taken by: baitiao import FILE"),
    ),
    "backup-newer": ErrorText(
        8,
        Text("The backup {file} has tables of version {version}; this program knows versions up to {known}."),
        Text("Install the newer program: pip install --upgrade baitiao-cli"),
    ),
    "backup-damaged": ErrorText(
        5,
        Text("The backup {file} is damaged ({reason}); nothing was made."),
        Text("Take an earlier one: baitiao restore FILE"),
    ),
    "backup-unproved": ErrorText(
        6,
        Text(
            "The backup {file} does not pass the check (findings: {count}, the first: {first} at {where}); nothing was "
            "made."
        ),
        Text("Take an earlier one, or see what is wrong: baitiao check --full --ledger {file}"),
    ),
    "import-malformed": ErrorText(
        2,
        Text("Line {line} of {file} is not what an exported ledger has there: {reason}. Nothing was made."),
        Text("Give the file as it was written by: baitiao export --format json -o FILE"),
    ),
    "import-no-ledger": ErrorText(
        2,
        Text("The document {file} has the journal of a part only, no ledger; nothing was made."),
        Text("Export all of it, without ACCOUNT, --as-of or --known-at: baitiao export --format json -o FILE"),
    ),
    "import-of-backup": ErrorText(
        2,
        Text("The file {file} is a ledger or a backup of one, no JSON document."),
        Text("Take it back with: baitiao restore {file} --ledger NEW"),
    ),
    "import-newer": ErrorText(
        8,
        Text("The document {file} has tables of version {version}; this program knows versions up to {known}."),
        Text("Install the newer program: pip install --upgrade baitiao-cli"),
    ),
    "import-unproved": ErrorText(
        6,
        Text(
            "The ledger in {file} does not pass the check (findings: {count}, the first: {first} at {where}); nothing "
            "was made."
        ),
        Text("The document was changed; export it again: baitiao export --format json -o FILE"),
    ),
    "import-head-differs": ErrorText(
        6,
        Text("The document {file} says that its head is {told}; its rows end with {found}. Nothing was made."),
        Text("Transactions were cut off or added; export it again: baitiao export --format json -o FILE"),
    ),
}
