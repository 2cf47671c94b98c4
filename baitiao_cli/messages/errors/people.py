"""Errors of finding an account and of correcting what is known of a person; none says who somebody is."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

PEOPLE_ERRORS: dict[str, ErrorText] = {
    "nothing-found": ErrorText(
        3,
        Text("No account fits what was asked for."),
        Text(
            "Try an id (A1), a part of the name or of a merchant, or the last 4 or more characters of the phone, the "
            "ID or the order number; all accounts: baitiao list"
        ),
    ),
    "nothing-to-correct": ErrorText(
        4,
        Text("The person of {account_id} is known like that already; nothing changes."),
        Text("See what is known: baitiao person {account_id}"),
    ),
    "person-under-age": ErrorText(
        4,
        Text("The person is under {years} on {on}, by the ID number, so no line can be opened."),
        Text("Nothing was recorded. Check the number with the card."),
    ),
    "id-number-used": ErrorText(
        4,
        Text("That ID number is another person's in this ledger."),
        Text("Check the number with the customer; nothing was changed."),
    ),
}
