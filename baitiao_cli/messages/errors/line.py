"""Errors of the line: locks and suspensions, reopening."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

LINE_ERRORS: dict[str, ErrorText] = {
    "tier-same": ErrorText(
        4,
        Text("{account_id} is of tier {tier} already."),
        Text("See the account: baitiao show {account_id}"),
    ),
    "record-not-score": ErrorText(
        4,
        Text("{record_id} is no score of {account_id}."),
        Text("Keep one: baitiao score keep {account_id}; see what it is: baitiao explain {record_id}"),
    ),
    "tier-not-scored": ErrorText(
        4,
        Text("The score {record_id} of {account_id} gives tier {scored_tier}, not {tier}."),
        Text("To follow it: baitiao tier {account_id} {scored_tier} --score {record_id}; else leave --score out"),
    ),
    "account-locked": ErrorText(
        4,
        Text("Account {account_id} has been locked by the customer since {since_on}: nothing may be bought."),
        Text("To lift the lock: baitiao unlock {account_id}"),
    ),
    "account-suspended": ErrorText(
        4,
        Text("Account {account_id} has been suspended since {since_on} ({cause}), until: {lift}."),
        Text("{how}"),
    ),
    "already-locked": ErrorText(
        4,
        Text("Account {account_id} has been locked since {since_on}."),
        Text("See it: baitiao show {account_id}"),
    ),
    "not-locked": ErrorText(
        4,
        Text("Account {account_id} is not locked by the customer."),
        Text("See its status: baitiao show {account_id}"),
    ),
    "already-suspended": ErrorText(
        4,
        Text("Account {account_id} has been suspended for this since {since_on}: {cause}."),
        Text("See it: baitiao show {account_id}"),
    ),
    "not-suspended": ErrorText(
        4,
        Text("Account {account_id} is not suspended."),
        Text("See its status: baitiao show {account_id}"),
    ),
    "not-suspended-for": ErrorText(
        4,
        Text("Account {account_id} is not suspended for that, but for: {cause}."),
        Text("To lift that: baitiao resume {account_id} {cause_options}"),
    ),
    "resume-needs-reason": ErrorText(
        4,
        Text("What lifts this suspension of {account_id} ({cause}) is not so yet: {lift}."),
        Text("{how}; to lift it now: baitiao resume {account_id} {cause_options} --reason TEXT"),
    ),
    "cause-needed": ErrorText(
        4,
        Text("Account {account_id} is suspended for several causes: {cause}."),
        Text("Name the one that is lifted: baitiao resume {account_id} {cause_options}"),
    ),
    "product-without-line": ErrorText(
        4,
        Text("Product {product_id} has no [line]: it says nothing of how a line is billed."),
        Text("See one that has: baitiao product month"),
    ),
    "account-not-closed": ErrorText(
        4,
        Text("Account {account_id} is not closed."),
        Text("To change its limit: baitiao limit {account_id} AMOUNT"),
    ),
    "auto-repay-incomplete": ErrorText(
        2,
        Text("Auto-repay needs a means, or an end."),
        Text("Give --means NAME, or --off."),
    ),
    "auto-repay-not-set": ErrorText(
        4,
        Text("Account {account_id} has no auto-repay."),
        Text("To agree on it: baitiao auto-repay {account_id} --means NAME"),
    ),
    "auto-repay-unchanged": ErrorText(
        4,
        Text("That has been agreed for {account_id} since {since_on}: {means}."),
        Text("To end it: baitiao auto-repay {account_id} --off"),
    ),
}
