"""Errors of offers and coupons."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

OFFERS_ERRORS: dict[str, ErrorText] = {
    "coupon-unknown": ErrorText(
        4,
        Text("{record_id} is no coupon."),
        Text("See what it is: baitiao explain {record_id}; the coupons of an account: baitiao coupons A1"),
    ),
    "coupon-of-another": ErrorText(
        4,
        Text("Coupon {coupon_id} is not one of {account_id}."),
        Text("See those of the account: baitiao coupons {account_id}"),
    ),
    "coupon-used": ErrorText(
        4,
        Text("Coupon {coupon_id} is used already, by plan {plan_id}."),
        Text("See what is open: baitiao coupons {account_id}"),
    ),
    "coupon-not-valid": ErrorText(
        4,
        Text("Coupon {coupon_id} is valid from {from_on} until {until_on}, not on {on}."),
        Text("See what is open: baitiao coupons {account_id}; or buy without it."),
    ),
    "coupon-amount": ErrorText(
        4,
        Text("Coupon {coupon_id} is for purchases of which at least {least_fen} is financed, not {amount_fen}."),
        Text("Finance more of it, or buy without the coupon."),
    ),
    "coupon-product": ErrorText(
        4,
        Text("Coupon {coupon_id} makes periods of {products} free; of {product_id} on these terms it can make none."),
        Text("Name another product or number of installments, or buy without the coupon."),
    ),
}
