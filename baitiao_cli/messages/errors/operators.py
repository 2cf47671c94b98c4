"""Errors of who may do what, and of what takes two people."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

OPERATOR_ERRORS: dict[str, ErrorText] = {
    "operator-unknown": ErrorText(
        4,
        Text("{operator} is no operator of this ledger; only its operators write to it."),
        Text(
            "See who is: baitiao operators; an admin registers: baitiao operator NAME --role ROLE; to name yourself: "
            "--operator NAME"
        ),
    ),
    "role-needed": ErrorText(
        4,
        Text("{verb} takes the role of {covering_told}; {operator} is {roles}."),
        Text("See who has it: baitiao operators; an admin gives it: baitiao operator NAME --role {covering_first}"),
    ),
    "first-operator-admin": ErrorText(
        4,
        Text("{operator} would be the first operator and no admin, and then nobody could register another."),
        Text("Register an admin first, who may have other roles, too: baitiao operator NAME --role supervisor,admin"),
    ),
    "operator-alike": ErrorText(
        4,
        Text("{operator} is the name of {known}, written otherwise; nobody could tell the two apart."),
        Text("Use the name as it is registered, or another one; see all operators: baitiao operators"),
    ),
    "last-admin": ErrorText(
        4,
        Text("{operator} is the last admin; without one nobody could change who may do what."),
        Text("Make somebody else one first: baitiao operator NAME --role admin"),
    ),
    "operator-unchanged": ErrorText(
        4,
        Text("{operator} has those roles already; nothing changes."),
        Text("See all operators: baitiao operators"),
    ),
    "operator-incomplete": ErrorText(
        2,
        Text("It is not said which roles {operator} is to have."),
        Text("Name them, or take all away: baitiao operator NAME --role clerk,supervisor,auditor,admin | --end"),
    ),
    "approval-incomplete": ErrorText(
        2,
        Text("It is not said above which amount a second person must agree."),
        Text("Name it, or always or never: baitiao approval {kind} --above AMOUNT | --always | --off"),
    ),
    "approval-unchanged": ErrorText(
        4,
        Text("That is so already for: {approval_kind}; nothing changes."),
        Text("See what takes two: baitiao operators"),
    ),
    "approval-needed": ErrorText(
        4,
        Text("A second person must agree ({approval_kind}{amount_told}); nothing was done, it waits as {proposal_id}."),
        Text(
            "Another operator does it: baitiao approve {proposal_id} --operator NAME; see all that waits: baitiao "
            "proposals"
        ),
    ),
    "approval-not-kept": ErrorText(
        4,
        Text("A second person must agree ({approval_kind}{amount_told}); a dry run or a batch cannot wait for that."),
        Text("Ask for it alone, without --dry-run: it waits, and another operator approves it."),
    ),
    "audit-unknown": ErrorText(
        3,
        Text("No operator of that name has done anything, and there is no such account, person or proposal."),
        Text("See everything: baitiao audit; operators as they are written: baitiao operators"),
    ),
    "proposal-unknown": ErrorText(
        3,
        Text("There is no proposal {proposal_id} in this ledger."),
        Text("See what waits: baitiao proposals"),
    ),
    "proposal-decided": ErrorText(
        4,
        Text("{proposal_id} was {proposal_state} by {operator} on {decided_on}."),
        Text("See what became of it: baitiao audit {proposal_id}; what waits: baitiao proposals"),
    ),
    "proposal-outdated": ErrorText(
        4,
        Text(
            "{proposal_id} was proposed for {proposed_fen}, and now it would be for {amount_fen} or for another "
            "request; nothing was done."
        ),
        Text("End it, and whoever asked proposes it anew: baitiao decline {proposal_id} --reason TEXT"),
    ),
    "own-proposal": ErrorText(
        4,
        Text("{operator} proposed {proposal_id}; somebody else must agree."),
        Text(
            "Another operator: baitiao approve {proposal_id} --operator NAME; to take it back: baitiao decline "
            "{proposal_id} --reason TEXT"
        ),
    ),
    "deed-has-no-day": ErrorText(
        2,
        Text("This counts from the moment it is done; no other day can be named."),
        Text("Leave --on out."),
    ),
}
