"""What `what-if` tells besides the figures."""

from __future__ import annotations

from baitiao_cli.messages import Text

STEP = Text("step {step}: ")
STEP_NUMBER = Text("Step")
BEFORE, AFTER = Text("Now"), Text("What if")
COUNTS = Text("On", context="what_if")

STEPS_TITLE = Text("If this happened to {account_id}")
FIGURES_TITLE = Text("What it would change by {as_of}")
FACTS_TITLE = Text("How it would stand")
DUES_TITLE = Text("Due dates to come")
ROWS_TITLE = Text("Left to pay of installments")
PRICES_TITLE = Text("Interest and fees from first to last, and the annual rate")

TO_PAY = Text("Still to pay, to the end")
COST_TO_COME = Text("of it interest and charges")
PLANS_COST = Text("Interest and fees of plans, in all")
NEXT_DUE_FEN = Text("Next due", context="what_if")

ROW_DUE_BEFORE = Text("Due date now")
RATE_BEFORE = Text("Annual rate now")
RATE_AFTER = Text("Annual rate, simple", context="what_if")

NOTHING_CHANGES = Text("No figure of the account would change by {as_of}.")
THROWN_AWAY = Text("Nothing of this was kept: it was done on a branch that was thrown away.")

HELP_STEPS = Text(
    "A step is a command as it would be typed, after --; the next one stands after another --. ACCOUNT may be left out "
    "of it. A step with --on in the future is done as if that day had come, and so are those after it. Steps: {verbs}."
)
