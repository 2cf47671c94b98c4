"""Errors of the account: what a rule of credit refuses."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

ACCOUNT_ERRORS: dict[str, ErrorText] = {
    "account-closed": ErrorText(
        4,
        Text("Account {account_id} was closed on {closed_on}."),
        Text("After a new assessment: baitiao reopen {account_id} --limit YUAN"),
    ),
    "account-not-open-yet": ErrorText(
        4,
        Text("Account {account_id} was opened on {opened_on}; on {on} there was none."),
        Text("Name a day from {opened_on} on."),
    ),
    "history-too-long": ErrorText(
        4,
        Text("An account is computed for {years} years from its opening on {opened_on}, not to {on}."),
        Text("Name an earlier day."),
    ),
    "limit-exceeded": ErrorText(
        4,
        Text(
            "The purchase needs {amount_fen}, but only {available_fen} of the limit of {limit_fen} is available "
            "({used_fen} is used, {held_fen} is held)."
        ),
        Text("Charge less, repay, or release a hold; see: baitiao show {account_id}"),
    ),
    "amount-outside-product": ErrorText(
        4,
        Text("Product {product_id} lends from {minimum_fen} to {maximum_fen}, not {amount_fen}."),
        Text("See the terms: baitiao product {product_id}"),
    ),
    "installments-not-offered": ErrorText(
        4,
        Text("Product {product_id} offers {offered} as the number of installments, not {installments}."),
        Text("See the terms: baitiao product {product_id}"),
    ),
    "installments-not-for-tier": ErrorText(
        4,
        Text("Product {product_id} is not for tier {tier} in {installments} installments."),
        Text("That tier may choose {offered}; see: baitiao product {product_id}"),
    ),
    "nothing-owed": ErrorText(
        4,
        Text("Nothing is owed on {debt}."),
        Text("See the account: baitiao show {account_id}"),
    ),
    "payoff-differs": ErrorText(
        4,
        Text("The payoff on {on} is {quote_fen}, not {amount_fen}."),
        Text("Leave the amount out to pay exactly the quote."),
    ),
    "already-reversed": ErrorText(
        4,
        Text("Event {event_id} was already reversed by {reversal_id}."),
        Text("To make it count again: baitiao reverse {reversal_id}"),
    ),
    "not-reversible": ErrorText(
        4,
        Text("Event {event_id} is an opening, a bill or a correction of the person, which stays as it is."),
        Text(
            "Reverse the purchase or repayment that is wrong, or correct the person again: baitiao person {account_id}"
        ),
    ),
    "event-needed": ErrorText(
        4,
        Text("Event {event_id} is needed by {events}."),
        Text("Reverse those first, the latest first."),
    ),
    "reversal-has-no-day": ErrorText(
        4,
        Text("A reversal counts from the day of the event that it undoes; it has no day of its own."),
        Text("Leave --on out."),
    ),
    "limit-out-of-range": ErrorText(
        4,
        Text("A limit of {limit_fen} is not between 1.00 and {maximum_fen}."),
        Text("Give a limit in that range, such as 20000."),
    ),
    "payout-exceeds-credit": ErrorText(
        4,
        Text("Account {account_id} has a credit balance of {credit_fen}; {amount_fen} cannot be paid out of it."),
        Text("See the account: baitiao show {account_id}"),
    ),
    "no-credit-balance": ErrorText(
        4,
        Text("Account {account_id} has no credit balance: there is nothing to pay out."),
        Text("See the account: baitiao show {account_id}"),
    ),
    "close-blocked-owed": ErrorText(
        4,
        Text("Account {account_id} still owes {amount_fen}."),
        Text("All that stands in the way: baitiao close {account_id} --check; settle it: {cure}"),
    ),
    "close-blocked-held": ErrorText(
        4,
        Text("Account {account_id} still holds {amount_fen} for a purchase."),
        Text("All that stands in the way: baitiao close {account_id} --check; give it up: {cure}"),
    ),
    "close-blocked-credit-balance": ErrorText(
        4,
        Text("Account {account_id} still has a credit balance of {amount_fen}."),
        Text("All that stands in the way: baitiao close {account_id} --check; pay it back: {cure}"),
    ),
    "close-blocked-hardship": ErrorText(
        4,
        Text("A hardship case of account {account_id} is open."),
        Text("All that stands in the way: baitiao close {account_id} --check; end it: {cure}"),
    ),
    "close-blocked-auto-repay": ErrorText(
        4,
        Text("Auto-repay of account {account_id} is on."),
        Text("All that stands in the way: baitiao close {account_id} --check; end it: {cure}", context="account"),
    ),
    "no-bill-yet": ErrorText(
        3,
        Text("Account {account_id} has no bill by {on}."),
        Text("See when the next one comes: baitiao show {account_id}"),
    ),
    "bill-unknown": ErrorText(
        3,
        Text("Account {account_id} has no bill number {number}; the latest is {last}."),
        Text("See the latest: baitiao statement {account_id}"),
    ),
}
