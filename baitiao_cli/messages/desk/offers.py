"""Texts of offers and coupons."""

from __future__ import annotations

from baitiao_cli.messages import Text

PRODUCT_TWICE = Text("this product is there already")
NEVER_FREE = Text("{product_id} has no periods that could be free")

LOOKING = Text("Looking for due dates paid in time")
REVIEWED_TITLE = Text("Coupons that could be given on {on}")
GRANTED_TITLE = Text("Coupons that were given on {on}")
OBSTACLES_TITLE = Text("Who is given none, and why")
COUPONS_TITLE = Text("Coupons of {account_id} as of {as_of}")
NONE_TO_GIVE = Text("Nobody has paid in time often enough to be given a coupon.")
NO_COUPONS = Text("{account_id} was given no coupon.")
TO_GRANT = Text("Nothing is given yet; to give them: {command}")
TO_USE = Text("To use it: baitiao charge {account_id} AMOUNT --installments N --coupon {record_id}")

COUPON: dict[str, Text] = {
    "first_due_on": Text("In time from"),
    "last_due_on": Text("In time until"),
    "least_fen": Text("For at least", context="of a coupon"),
    "products": Text("For products"),
}
"""The labels of the fields of a coupon."""

LABELS: dict[str, Text] = COUPON | {
    "due_date_count": Text("In a row"),
    "coupon_fen": Text("Given up", context="by a coupon"),
    "granted_on": Text("Given on"),
    "obstacle": Text("In the way"),
}

OBSTACLES: dict[str, Text] = {
    "opted-out": Text("the customer wants no offers"),
    "not-open": Text("the account is locked, suspended, closing or lost"),
}

STATES: dict[str, Text] = {
    "open": Text("open", context="of a coupon"),
    "used": Text("used", context="of a coupon"),
    "expired": Text("expired", context="of a coupon"),
}
