"""Errors of the command line, of files that it reads, and of the program itself."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

CLI_ERRORS: dict[str, ErrorText] = {
    "file-unreadable": ErrorText(
        3,
        Text("The file {file} cannot be read: {reason}."),
        Text("Check the path and its permissions; - is standard input."),
    ),
    "file-too-large": ErrorText(
        2,
        Text("The file {file} is larger than 64 MiB."),
        Text("Split it into several files."),
    ),
    "file-not-utf8": ErrorText(
        2,
        Text("The file {file} is not UTF-8 text."),
        Text("Save it as UTF-8."),
    ),
    "line-malformed": ErrorText(
        2,
        Text("The line cannot be read: {reason}."),
        Text('One verb a line, for example {{"verb": "repay", "account": "A1", "amount": "100.00"}}'),
    ),
    "verb-unknown": ErrorText(
        2,
        Text("There is no verb '{text}' for a batch."),
        Text("{nearest}All verbs: baitiao batch --help"),
    ),
    "field-unknown": ErrorText(
        2,
        Text("'{text}' is not an option of {verb}."),
        Text("Options: {offered}"),
    ),
    "field-missing": ErrorText(
        2,
        Text("{verb} needs {field}."),
        Text("See: baitiao {verb} --help"),
    ),
    "value-malformed": ErrorText(
        2,
        Text("{field} takes a text, a number or a day."),
        Text("true and false are for flags."),
    ),
    "pair-malformed": ErrorText(
        2,
        Text("'{text}' is not two values."),
        Text("Write both in one text with a space between them."),
    ),
    "command-unknown": ErrorText(
        2,
        Text("There is no command '{command}'."),
        Text("{nearest}See the commands: baitiao --help"),
    ),
    "option-unknown": ErrorText(
        2,
        Text("{command} has no option '{option}'."),
        Text("{nearest}See the options: {command} --help"),
    ),
    "option-before-command": ErrorText(
        2,
        Text("The option '{option}' stands before a command."),
        Text("Options come after the command: baitiao {typed}"),
    ),
    "option-missing": ErrorText(
        2,
        Text("{command} needs the option {option}."),
        Text("See what it takes: {command} --help"),
    ),
    "option-value-missing": ErrorText(
        2,
        Text("The option {option} needs {values} behind it."),
        Text("See what it takes: {command} --help"),
    ),
    "option-takes-no-value": ErrorText(
        2,
        Text("The option {option} takes no value."),
        Text("Write {option} alone."),
    ),
    "options-exclusive": ErrorText(
        2,
        Text("{options} cannot be used together."),
        Text("Choose one of them."),
    ),
    "option-needs": ErrorText(
        2,
        Text("{option} means nothing without {needed}."),
        Text("Add {needed}, or leave {option} out."),
    ),
    "argument-missing": ErrorText(
        2,
        Text("{command} needs {name}."),
        Text("See what it takes: {command} --help"),
    ),
    "argument-unexpected": ErrorText(
        2,
        Text("'{text}' is one argument too many for {command}."),
        Text("{instead}Put a text with spaces in quotes; see what it takes: {command} --help"),
    ),
    "choice-unknown": ErrorText(
        2,
        Text("'{text}' is not one of: {offered}."),
        Text("Use one of: {offered}"),
    ),
    "id-of-another-kind": ErrorText(
        2,
        Text("{asked} is the id of {kind}, not of {needed}."),
        Text("{next_step}"),
    ),
    "phone-malformed": ErrorText(
        2,
        Text("That is not a phone number."),
        Text("Write 5 to 20 digits, with + in front and single spaces or hyphens between them if you like."),
    ),
    "id-number-malformed": ErrorText(
        2,
        Text("That is not an ID number."),
        Text("Write 6 to 20 letters and digits, without spaces."),
    ),
    "id-number-length": ErrorText(
        2,
        Text("A mainland ID number has 18 characters; these are {count}."),
        Text("Read the number from the card once more."),
    ),
    "id-number-check-digit": ErrorText(
        2,
        Text("The last character of that ID number does not fit the others: one of them is wrong."),
        Text("Read the number from the card once more."),
    ),
    "id-number-no-date": ErrorText(
        2,
        Text("That ID number has no date of birth in it."),
        Text("Read the number from the card once more."),
    ),
    "secret-missing": ErrorText(
        2,
        Text("There is no line to read for {name}."),
        Text("- takes the next line of standard input, @FILE the first line of a file."),
    ),
    "text-personal": ErrorText(
        2,
        Text("There is a phone or ID number in that text, which would stay in the ledger for ever."),
        Text("Leave the number out; it belongs to the person: baitiao person ACCOUNT --phone NUMBER --reason TEXT"),
    ),
    "number-malformed": ErrorText(
        2,
        Text("'{text}' is not a whole number."),
        Text("Write at most nine digits, such as 12."),
    ),
    "text-unprintable": ErrorText(
        2,
        Text("{place} has a character that steers terminals or is drawn as nothing: {what}."),
        Text("Type the text again; pasted text may hide such characters."),
    ),
    "text-empty": ErrorText(
        2,
        Text("{place} has no text."),
        Text("Write the text, or leave it out where it need not be given."),
    ),
    "text-too-long": ErrorText(
        2,
        Text("{place} has {count} characters; at most {most} are taken."),
        Text("Say it shorter: names take 200 characters, reasons and notes 1,000."),
    ),
    "usage": ErrorText(
        2,
        Text("The command line cannot be read: {problem}"),
        Text("See what it takes: {command} --help"),
    ),
    "confirmation-needed": ErrorText(
        2,
        Text("{command} asks before it acts, and there is no terminal to ask on."),
        Text("Add --yes to confirm, or --dry-run to see what would happen."),
    ),
    "cancelled": ErrorText(
        7,
        Text("Cancelled."),
        Text("A command is recorded whole or not at all; repeat it with the same --request-id to be sure."),
    ),
    "not-confirmed": ErrorText(
        7,
        Text("Nothing was done: what was asked was not confirmed."),
        Text("To go on, repeat the command and confirm, or add --yes."),
    ),
    "output-failed": ErrorText(
        5,
        Text("The command is done, but its answer could not be written: {reason}."),
        Text("Make room where the output goes; repeat a write only with the same --request-id."),
    ),
    "bug": ErrorText(
        1,
        Text("An unexpected failure; its details are in {log}"),
        Text("Report it with that file, after reading it: it may hold personal data."),
    ),
    "bug-unlogged": ErrorText(
        1,
        Text("An unexpected failure ({kind}), and no log file could be written."),
        Text("Report it with the command that you ran."),
    ),
}
