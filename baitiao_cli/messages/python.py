"""How a value is said in Python, and what stands for a command that is none there."""

from __future__ import annotations

from baitiao_cli.messages import Text

SAY_MONEY = Text("Say yuan as text or Decimal ('12.50'), fen as fen(1250); a float is never taken.")
SAY_DAY = Text("Say a day as datetime.date or as text: '2026-03-05'")
SAY_WHOLE = Text("Say a whole number: 3")
SAY_FLAG = Text("Say True or False.")
SAY_TEXT = Text("Say it as text.")
SAY_ZONE = Text("Give an instant that names its zone: datetime.now(UTC)")
SAY_NUMBERS = Text("Say numbers whole, as text or as Decimal; a float is never taken.")
LEFT_OUT = Text("It must be given: None stands for what is left out.")

FLOWS_GIVEN = Text("the flows given")
TOO_MANY_DIGITS = Text("a number of about {count} digits stands in it")
TOO_DEEP = Text("it stands in itself, or its lists stand too deep in each other")

VALUES_MISSING = Text("{names} must be given")
NO_SUCH_VALUE = Text("it takes no {name}")
TOO_MANY_VALUES = Text("these are too many values without a name")
GIVEN_TWICE = Text("{name} is given twice")

IS_A_BRANCH = Text("what would be is asked of a branch")
USE_A_BRANCH = Text(
    "Write: with ledger.branch() as branch - do there what would be done, and ask branch.difference(ACCOUNT)"
)
IS_PRINTED = Text("so called it writes to the terminal")
NAME_A_FILE = Text("Name the file to write: output='FILE'")
LEAVE_OUT = Text("Leave {option} out, or call it in a shell.")
