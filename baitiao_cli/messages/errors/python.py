"""Errors of values that Python gives."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

PYTHON_ERRORS: dict[str, ErrorText] = {
    "value-unfit": ErrorText(
        2,
        Text("{parameter} takes {wanted}, not {given}."),
        Text("{how}"),
    ),
    "call-unfit": ErrorText(
        2,
        Text("{command} cannot be called so: {problem}."),
        Text("It takes: {taken}"),
    ),
    "not-for-python": ErrorText(
        2,
        Text("{command} has no answer for Python: {reason}."),
        Text("{how}"),
    ),
    "branch-elsewhere": ErrorText(
        2,
        Text("A branch works in the thread in which it was made; another one asked it."),
        Text("Make the branch in the thread that uses it, or keep its answers and hand those over."),
    ),
    "branch-left": ErrorText(
        2,
        Text("A branch of this branch is open: what is asked of this one, or done on it, would be the other's."),
        Text("Ask the inner branch; or ask this one before the inner block, or behind it."),
    ),
    "branch-over": ErrorText(
        2,
        Text("The branch was thrown away at the end of its block: there is nothing to ask of it any more."),
        Text("Ask inside the block, and keep the answers; or make a new one: with ledger.branch() as branch"),
    ),
}
