"""Errors of scenarios: files that cannot be read as one, names and days that they do not have, runs that never end."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

_FORMAT = Text("The format by example: baitiao scenario run --help")

SCENARIO_ERRORS: dict[str, ErrorText] = {
    "scenario-not-toml": ErrorText(
        2,
        Text("{file} is not TOML: {reason}."),
        Text(
            "Strings stand between quotes, and a step begins with [[step]]; an editor finds the place with the schema: "
            "baitiao scenario schema"
        ),
    ),
    "scenario-malformed": ErrorText(2, Text("This is no scenario: {problem}."), _FORMAT),
    "scenario-command-unplayable": ErrorText(
        2,
        Text("'{text}' is no command that a scenario plays."),
        Text("{nearest}All that it plays: baitiao scenario schema --plain"),
    ),
    "scenario-command-beside": ErrorText(
        2,
        Text("{command} is no step: it is not about the accounts of the ledger that is played."),
        Text("Do it before or after. What may be a step: baitiao scenario schema --plain"),
    ),
    "scenario-name-unknown": ErrorText(
        2,
        Text("There is nothing called '{name}' here."),
        Text("Names are those of [vars] and those that steps before this one gave with as: {offered}"),
    ),
    "scenario-brace-alone": ErrorText(
        2,
        Text("A brace stands alone in '{text}'."),
        Text("Names stand in braces: {{phone.plan_id}}; two stand for one: {{{{ and }}}}."),
    ),
    "scenario-fen-malformed": ErrorText(
        2,
        Text("{name} takes a whole number of fen, and '{text}' is none."),
        Text('Write {name} = 1250, or in yuan: {yuan} = "12.50"'),
    ),
    "scenario-draw-malformed": ErrorText(
        2,
        Text("The variable {name} draws from nothing that can be read."),
        Text('Write {{ between = [1, 28] }}, {{ between = ["10.00", "500.00"] }} or {{ one_of = [3, 6, 12] }}.'),
    ),
    "scenario-date-malformed": ErrorText(
        2,
        Text("'{text}' is no day that a scenario knows."),
        Text("Write 2026-01-05, +1 month, -3 days, +2 weeks, next bill, next due date, or next bill of A1."),
    ),
    "scenario-date-missing": ErrorText(
        2,
        Text("On {today} there is no '{text}': nothing is to come."),
        Text("Write a day of the calendar or +1 month."),
    ),
    "scenario-clock-back": ErrorText(
        2,
        Text("The clock cannot go back from {today} to {on}."),
        Text("Keep the steps in the order of their days; what counts earlier takes the option on."),
    ),
    "scenario-too-long": ErrorText(
        2,
        Text("{file} may take {count} steps; {most} is the most."),
        Text("Lower times or at_most of its repeats."),
    ),
    "scenario-too-large": ErrorText(
        2,
        Text("{file} is larger than {most} bytes."),
        Text("Divide it, or let a repeat say what is written out."),
    ),
    "keep-of-several": ErrorText(
        2,
        Text("--keep keeps the ledger of one scenario; {count} were given."),
        Text("Run them one by one to keep theirs."),
    ),
    "recording-differs": ErrorText(
        6,
        Text("Replayed, the recording of {account_id} differs in {path}: {found} in place of {expected}."),
        Text("Nothing was written. See what its events were: baitiao history {account_id}"),
    ),
    "recording-unwritable": ErrorText(
        4,
        Text("Event {event_id} ({kind}) of {account_id} cannot be told as a step."),
        Text("See the event: baitiao history {account_id}"),
    ),
}
