"""Errors of a bill that is turned into installments."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

CONVERT_ERRORS: dict[str, ErrorText] = {
    "convert-too-late": ErrorText(
        4,
        Text("The bill of {billed_on} was due on {due_on}; on {on} it cannot be turned into installments any more."),
        Text("See what is due: baitiao show {account_id}"),
    ),
    "nothing-to-convert": ErrorText(
        4,
        Text("The bill of {billed_on} of account {account_id} has no unpaid new purchases to turn into installments."),
        Text("Installments and what was carried to a bill stay as they are: baitiao statement {account_id}"),
    ),
    "convert-product-unfit": ErrorText(
        4,
        Text("Product {product_id} does not fit {what}: that takes installments with the bills, paid by the customer."),
        Text("Name one that does, such as inst; see: baitiao products"),
    ),
    "convert-exceeds-bill": ErrorText(
        4,
        Text(
            "{amount_fen} are more than the {left_fen} that are unpaid of the new purchases of the bill of {billed_on}."
        ),
        Text("Give at most {left_fen}, or no amount for all: baitiao convert {account_id} --installments NUMBER"),
    ),
    "refund-of-converted": ErrorText(
        4,
        Text("Plan {plan_id} took purchases over; a refund or a dispute is of those: {purchases}."),
        Text("Name the purchase, such as: baitiao refund PLAN AMOUNT"),
    ),
}
