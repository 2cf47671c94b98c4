"""What stands over and under an annual rate of cash flows, and what a file of them may lack."""

from __future__ import annotations

from baitiao_cli.messages import Text

WORTH_TITLE = Text("What the flows are worth on the first day, at this rate")
STANDARD_INPUT = Text("standard input")
FLOWS_FILE = Text("the file")
FLOWS_PLACE = Text("{name} no. {number}")
FLOWS_NOT_OBJECT = Text("not one object with advance and payments")
FLOWS_NO_LIST = Text("there is no list '{name}'")
FLOWS_NOT_FLOW = Text("{place} is not an object with t and amount")
FLOWS_NO_KEY = Text("{place} has no {key}")
FLOWS_UNKNOWN_KEY = Text("{place} has '{key}', which is not one of {offered}")
FLOWS_NOT_NUMBER = Text("{key} of {place} is not a number: {told}")
FLOWS_NO_TEXT = Text("a list, an object, true, false or null")
FLOWS_RANGE = Text("{key} of {place} is out of range: {told}; at most {most}")
