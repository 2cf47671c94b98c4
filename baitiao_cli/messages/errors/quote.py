"""Errors of quotes and of accepting them."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

AGAIN = Text("Quote it again: baitiao quote AMOUNT --account {account_id}")

QUOTE_ERRORS: dict[str, ErrorText] = {
    "quote-id-malformed": ErrorText(
        2,
        Text("“{text}” is no id of a quote: a symbol is wrong or missing, or two changed places."),
        Text("Read it again; it looks like Q7K3F9M2TA4."),
    ),
    "quote-unknown": ErrorText(
        3,
        Text("There is no quote {quote_id} in this ledger."),
        Text("Quotes are kept in the ledger that was named when they were made; see: baitiao quote --help"),
    ),
    "quote-for-nobody": ErrorText(
        4,
        Text("Quote {quote_id} on {product_id} is for nobody in particular, but is due with the bills of an account."),
        AGAIN,
    ),
    "quote-accepted": ErrorText(
        4,
        Text("Account {account_id} accepted quote {quote_id} already: plan {plan_id}."),
        Text("If the same is bought once more, charge it without the quote; see: baitiao schedule {plan_id}"),
    ),
    "quote-for-another-account": ErrorText(
        4,
        Text("Quote {quote_id} is for account {quoted_id}, not for {account_id}."),
        AGAIN,
    ),
    "quote-of-another-amount": ErrorText(
        4,
        Text("Quote {quote_id} is about {quoted_fen}, not {amount_fen}."),
        AGAIN,
    ),
    "quote-of-another-day": ErrorText(
        4,
        Text("Quote {quote_id} is for a purchase on {start_on}, not on {on}: its due dates would be others."),
        Text("If it was bought on that day: --on {start_on}; else quote it again: baitiao quoted {quote_id}"),
    ),
    "quote-of-another-tier": ErrorText(
        4,
        Text("Quote {quote_id} is for another tier than {tier}, that of {account_id}, and has another price."),
        AGAIN,
    ),
    "quote-outdated": ErrorText(
        4,
        Text("The plan would first be due on {due_on} by now, not on {first_due_on} as quote {quote_id} showed."),
        AGAIN,
    ),
    "rate-not-daily": ErrorText(
        2,
        Text("“{text}” is not a rate a day."),
        Text("Give one, such as 0.05%."),
    ),
    "counts-malformed": ErrorText(
        2,
        Text("“{text}” is not a list of different numbers from 1."),
        Text("Separate them with commas: 3,6,12"),
    ),
}
