"""Errors of limits: which there may be, and requests for one."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

LIMIT_ERRORS: dict[str, ErrorText] = {
    "limit-incomplete": ErrorText(
        2,
        Text("It is not said how much the limit is to be."),
        Text("Name it, or end one: baitiao limit {account_id} AMOUNT | --end"),
    ),
    "limit-until-needed": ErrorText(
        2,
        Text("A limit from {from_on} on has no last day."),
        Text("Give --until for a temporary limit; for a lasting one leave --from out."),
    ),
    "limit-unchanged": ErrorText(
        4,
        Text("That limit of {account_id} is {limit_fen} already."),
        Text("Name another limit: baitiao limit {account_id} AMOUNT"),
    ),
    "limit-not-set": ErrorText(
        4,
        Text("{account_id} has no such limit to end."),
        Text("To see its limits: baitiao show {account_id}"),
    ),
    "limit-days-invalid": ErrorText(
        4,
        Text(
            "A temporary limit from {from_on} until {until_on}, said on {on}, is not possible: it begins on {on} or "
            "later, within {days} days, and holds 1 to {days} days."
        ),
        Text("Give other days with --from and --until."),
    ),
    "limit-not-higher": ErrorText(
        4,
        Text("A temporary limit of {limit_fen} is not above the lasting one of {lasting_fen}."),
        Text("Give a higher one, or change the lasting limit."),
    ),
    "limits-out-of-range": ErrorText(
        4,
        Text("All limits together would come to {total_fen}; a line may be {maximum_fen} at most."),
        Text("Give less, or end another limit with --end."),
    ),
    "limit-request-waiting": ErrorText(
        4,
        Text("{account_id} has asked for {limit_fen} since {since_on}, and that is not decided yet."),
        Text("To decide on it: baitiao decide-limit {account_id} --grant --reason TEXT (or --refuse, --withdraw)"),
    ),
    "no-limit-request": ErrorText(
        4,
        Text("No limit that {account_id} asked for waits for a decision."),
        Text("To record that it does: baitiao request-limit {account_id} AMOUNT"),
    ),
    "decision-needed": ErrorText(
        2,
        Text("It is not said what was decided."),
        Text("Give one of --grant, --refuse and --withdraw."),
    ),
    "grant-above-request": ErrorText(
        4,
        Text("{limit_fen} is more than the {asked_fen} that was asked for."),
        Text("Grant that or less; a higher one is set with: baitiao limit"),
    ),
}
