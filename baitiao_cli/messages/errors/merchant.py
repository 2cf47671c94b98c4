"""Errors of merchants and scenes: what is registered already, or not at all, and what a scene has no room for."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

MERCHANT_ERRORS: dict[str, ErrorText] = {
    "merchant-registered": ErrorText(
        4,
        Text("The merchant {merchant} is registered as {merchant_id}, since {since_on} with a discount of {discount}."),
        Text("Another discount may be named: baitiao register MERCHANT --discount SHARE"),
    ),
    "merchant-unknown": ErrorText(
        3,
        Text("There is no merchant {merchant}."),
        Text("See those that there are: baitiao merchants; names must be given in full."),
    ),
    "days-reversed": ErrorText(
        2,
        Text("{from_on} is after {through_on}: no day is in between."),
        Text("Give the first day with --from, the last with --through."),
    ),
    "scene-cap-exceeded": ErrorText(
        4,
        Text(
            "For {scene} the line lends {cap_fen} from {from_on} through {through_on}; {taken_fen} is taken, and "
            "{amount_fen} is too much."
        ),
        Text("At most {left_fen} fits; see the caps of a new line: baitiao product month"),
    ),
    "product-scene-cap-exceeded": ErrorText(
        4,
        Text(
            "For {scene} the product {product_id} lends {cap_fen} from {from_on} through {through_on}; {taken_fen} is "
            "taken, and {amount_fen} is too much."
        ),
        Text(
            "At most {left_fen} fits on it; see its caps: baitiao product {product_id}; or take another: baitiao "
            "products"
        ),
    ),
    "scene-excluded": ErrorText(
        4,
        Text("The line lends nothing for {scene}."),
        Text("See the scenes of a new line: baitiao product month"),
    ),
    "product-scene-excluded": ErrorText(
        4,
        Text("The product {product_id} lends nothing for {scene}."),
        Text("Take another product (baitiao products), or see what this one is for: baitiao product {product_id}"),
    ),
    "code-malformed": ErrorText(
        2,
        Text("'{text}' is no code."),
        Text("A code is of small letters, digits and hyphens, at most 32: travel, phone-top-up."),
    ),
    "discount-malformed": ErrorText(
        2,
        Text("'{text}' is no share of a purchase from 0 to 100%."),
        Text("Write it like 0.6% or 0.6, without a unit of time."),
    ),
}
