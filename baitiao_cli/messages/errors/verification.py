"""Errors of verifying a person, and of who ends a line; none says what was given or what is known."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

NOW_SUSPENDED = Text(
    " The line is suspended now: nothing can be bought until the customer is verified, {command}, or an operator lifts "
    "it, baitiao resume {account_id} --reason TEXT."
)

VERIFICATION_ERRORS: dict[str, ErrorText] = {
    "verification-needed": ErrorText(
        2,
        Text("The customer of {account_id} must be verified: {options} missing."),
        Text("Give the last 4 characters that the customer names, where - asks for them: {command}"),
    ),
    "verification-failed": ErrorText(
        4,
        Text("What was given does not fit the person of {account_id}; attempts that failed: {count}.{suspended}"),
        Text("The attempt is recorded. Another one is another request; see: baitiao history {account_id}"),
    ),
    "verification-has-no-day": ErrorText(
        4,
        Text("A verification counts on the day on which it is made; it has no day of its own."),
        Text("Leave --on out."),
    ),
    "nothing-to-verify": ErrorText(
        4,
        Text("Neither a phone nor an ID number is known of the person of {account_id}."),
        Text("Record one: baitiao person {account_id} --phone NUMBER --reason TEXT"),
    ),
    "closing-needs-reason": ErrorText(
        4,
        Text("The operator closes {account_id} for no stated reason."),
        Text("Add --reason TEXT."),
    ),
    "digits-malformed": ErrorText(
        2,
        Text("Those are not the last 4 characters of a number."),
        Text("Write 4 digits or letters, without spaces."),
    ),
}
