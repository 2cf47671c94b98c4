"""What is told of scenarios: what is wrong with a file, and what became of what it expects."""

from __future__ import annotations

from baitiao_cli.messages import Text, filled

FILE_PLACE = Text("{file}")
LINE_PLACE = Text("{file}:{line}")
STEP_PLACE = Text("{file}:{line}, step {step}")
STEP_PLACE_NO_LINE = Text("{file}, step {step}")


def place_of(file: str, step: int | str | None, line: int | None) -> Text:
    """Where in a file: the line, as editors find it, and the step by its number."""
    if not step:
        return filled(LINE_PLACE if line else FILE_PLACE, file=file, line=line)
    return filled(STEP_PLACE if line else STEP_PLACE_NO_LINE, file=file, line=line, step=step)


NOT_OF_TYPE = Text("{key} must be {kind}")
KEY_UNKNOWN = Text("{key} is not known here; what may stand here: {offered}")
NO_COMMAND = Text("a step names one command, or has steps of its own")
TWO_COMMANDS = Text("a step names one command, not {commands}")
NO_STEPS = Text("there is no [[step]]")
NO_CLOCK = Text("the first step needs today = and a day")
REPEAT_EITHER = Text("repeat takes either times or until")
REPEAT_GUARD = Text("repeat until needs at_most, so that it ends")
STEPS_NEEDED = Text("repeat and together go with [[step.steps]]")
GUARD_UNUSED = Text("at_most goes with until; times says how often")
UNTIL_EXPECTS = Text("until has a command and what to expect of its answer, and nothing else")
COMMAND_NEEDED = Text("{key} goes with a command, whose answer it is about")
TOGETHER_NEEDED = Text("the error of several steps goes with together = true, for then all of them are undone")
NAME_MALFORMED = Text("'{name}' is no name: letters, digits, _ and -, a letter first, 32 at most")
NAME_RESERVED = Text("{name} is the scenario's own: choose another name")
VARIABLE_OF_VARIABLES = Text("the variable {name} has braces: what a variable stands for is taken as it is written")
ONE_OUTCOME = Text("a step that expects an error answers with no figures")
TOGETHER_WHOLE = Text(
    "steps that are done together are done or refused as a whole, on one day: none of them, at any depth, expects an "
    "error, is a dry run or moves the clock"
)
NESTED_TOO_DEEP = Text("steps are nested deeper than {most}")
TOO_DEEP = Text("a key has more than {most} parts")
LINE_TOO_LONG = Text("line {line} has more than {most} characters")
NESTED = Text("it is nested too deep")
NUMBER_TOO_LARGE = Text("a number has too many digits")
COUNT_OUT_OF_RANGE = Text("{key} is from 1 to {most}")

NO_SUCH_KEY = Text("no such key")
OF_KIND = Text("{value} ({kind})")
FOUND_KINDS = {
    "text": Text("text", context="scenario"),
    "number": Text("number", context="scenario"),
    "flag": Text("flag", context="scenario"),
    "table": Text("table", context="scenario"),
    "list": Text("list", context="scenario"),
}

KINDS = {
    "text": Text("a text"),
    "table": Text("a table"),
    "list": Text("a list of tables"),
    "number": Text("a whole number"),
    "flag": Text("true or false"),
    "day": Text("a day"),
}

PLAYING = Text("Steps played, of at most")
DIFFERS = Text("another figure")
REFUSED = Text("refused")
NOT_REFUSED = Text("not refused")
ENDLESS = Text("still not so after {count} rounds")

FAILURE_TITLE = Text("{place}{round} ({today}): {command}: {how}{about}")
ROUND = Text(", round {round}")
PASSED = Text("As expected: {expectations} of {expectations}; steps: {steps}.")
NOTHING_EXPECTED = Text("Played; nothing was expected of it. Steps: {steps}.")
FAILED = Text("{failures} of {expectations} expectations failed; steps: {steps}.")
STOPPED = Text("{file} stopped there: what follows rests on it.")
MORE_FAILURES = Text("{count} more are in --json.")
SCENARIOS_TITLE = Text("Scenarios")
KEPT_SCENARIO = Text("The ledger is kept: {path}")
LOOK_INSIDE = Text("Look inside: baitiao list --ledger {path}")
RECORDED = Text("{account_id} as a scenario: {steps} steps, proved by a replay with the same figures.")
RECORDED_TO = Text("Written to {file}. Play it: baitiao scenario run {told}")
SCHEMA_TO = Text("Written to {file}. Name it in the first line of a scenario: #:schema {file}")
LEFT_OUT = Text("Names, numbers, notes and reasons were left out; merchants and orders are numbered.")

RESULTS = {"passed": Text("passed"), "failed": Text("failed"), "stopped": Text("stopped")}

SCHEMA = {
    "file": Text("A baitiao scenario"),
    "title": Text("What it tells."),
    "seed": Text("What random figures are drawn from: the same seed, the same figures."),
    "operator": Text("Who does it; default: scenario."),
    "vars": Text(
        "Names for figures, used as {name}; a table draws anew each time: between = [1, 28], one_of = [3, 6, 12]."
    ),
    "products": Text("Products of its own, as product files have them."),
    "today": Text("The day of the clock: 2026-01-05, +1 month, next bill, next due date, next bill of A1."),
    "as": Text("The name of the answer, for later steps: {name.account_id}."),
    "about": Text("What the step is about, told where it fails."),
    "expect": Text(
        'The figures of the answer\'s JSON by their paths: owed = "12.50", rows.0.total_fen = 1250; none for nothing.'
    ),
    "error": Text("The code of the error with which it must be refused."),
    "together": Text("All its steps are one transaction."),
    "times": Text("How often the steps are done."),
    "at_most": Text("So often at most, then it fails: no scenario runs for ever."),
    "until": Text("A command and what it must answer for the repeat to end."),
}
