"""Texts of notices."""

from __future__ import annotations

from baitiao_cli.messages import Text

LOOKING = Text("Looking for what is to be told")
NOTICES_TITLE = Text("Notices on {on}")
NOT_TOLD_TITLE = Text("Not told, for the customer wants no offers")
NO_NOTICES = Text("Nothing is left to be told on {on}.")

# a notice as it is to be sent, in the customer's language
YOUR_ACCOUNT = Text("Your account {account_id}:")
COUPON = Text(
    "You have paid in time, so you have the coupon {record_id}: of one purchase in installments ({products}) of which "
    "{least} yuan or more is financed, until {until_on}, the first period is free of interest and fee."
)
COUPON_OF_SEVERAL = Text(
    "You have paid in time, so you have the coupon {record_id}: of one purchase in installments ({products}) of which "
    "{least} yuan or more is financed, until {until_on}, the first {count} periods are free of interest and fee."
)
NO_OFFERS_WANTED = Text("If you want no offers, tell us: we will send you none.")

ABOUT: dict[str, Text] = {
    "limit-raised": Text("raise of the limit"),
    "limit-cut": Text("cut of the limit"),
    "season-begun": Text("limit for some days"),
    "season-ended": Text("end of the limit for some days"),
    "coupon-granted": Text("coupon"),
}
"""What a notice is about."""
