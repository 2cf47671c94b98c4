"""Errors of relief: a plan that is extended or restructured, a hardship case."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

RELIEF_ERRORS: dict[str, ErrorText] = {
    "extend-not-offered": ErrorText(
        4,
        Text("Plan {plan_id} cannot be extended: {reason}."),
        Text("See the plan: baitiao schedule {plan_id}; a bill that is not due yet is deferred: baitiao defer ACCOUNT"),
    ),
    "extend-overdue": ErrorText(
        4,
        Text("{amount_fen} of plan {plan_id} is unpaid past {due_on}; it is extended before its due dates only."),
        Text("What is overdue: baitiao schedule {plan_id}; new terms: baitiao restructure {plan_id} --installments N"),
    ),
    "extend-how-far": ErrorText(
        2,
        Text("How far plan {plan_id} is extended is not said."),
        Text("Give the months or the last due date: baitiao extend {plan_id} --months N (or --until DATE)"),
    ),
    "extend-until-unreachable": ErrorText(
        4,
        Text("No extension of plan {plan_id}, last due on {last_due_on}, by whole months ends on {until_on}."),
        Text("Near it: {near}; or name the months: --months N"),
    ),
    "hardship-open": ErrorText(
        4,
        Text("{account_id} has asked for relief on {since_on}; that is to be decided by {decide_by_on}."),
        Text("To decide on it: baitiao decide-hardship {account_id} --grant --reason TEXT (or --refuse, --withdraw)"),
    ),
    "hardship-until-past": ErrorText(
        4,
        Text("{until_on} is not after {on}, when it is asked for."),
        Text("Name a later day, or leave --until out."),
    ),
    "no-hardship-case": ErrorText(
        4,
        Text("{account_id} has not asked for relief."),
        Text("To record that it does: baitiao hardship {account_id} --reason TEXT"),
    ),
    "restructure-not-offered": ErrorText(
        4,
        Text("Plan {plan_id} cannot be restructured: {reason}."),
        Text("See the plan: baitiao schedule {plan_id}; purchases on bills: baitiao restructure ACCOUNT"),
    ),
    "restructure-too-long": ErrorText(
        4,
        Text("{count} installments are not possible for {of}; it can be restructured into 1 to {most}."),
        Text("Name a number in that range: baitiao restructure {of} --installments {most}"),
    ),
    "restructure-keeps-product": ErrorText(
        2,
        Text("Plan {plan_id} keeps its product; one is chosen for what account {account_id} owes on its bills."),
        Text("Leave --product out, or name the account: baitiao restructure {account_id} --installments NUMBER"),
    ),
    "nothing-to-restructure": ErrorText(
        4,
        Text("Account {account_id} owes nothing for purchases on its bills; installments go by their plan."),
        Text("See the plans: baitiao show {account_id}; then: baitiao restructure PLAN --installments NUMBER"),
    ),
    "extend-too-long": ErrorText(
        4,
        Text("Plan {plan_id} can be extended by {left_count} more months at most, not by {count}."),
        Text(
            "All extensions together are no longer than the first term, or half of one of more than a year; what is "
            "due at the end is due within a year: baitiao schedule {plan_id}"
        ),
    ),
}
