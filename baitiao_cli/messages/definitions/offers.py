"""Offers: coupons for paying in time."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Offers")

# By the rules that come with the program (offers.toml).
DEFINITIONS: Definitions = {
    "coupon-on-time-streak": Definition(
        Text(
            "A coupon is given for 6 due dates in a row that were met in time, each of which counts once, to an "
            "account that is open and whose customer did not say that they want no offers."
        ),
        Text("Bills due on 02-12 to 07-12, all paid: a coupon from 07-12 on; the next one takes 08-12 to 01-12."),
    ),
    "on-time-due-date": Definition(
        Text(
            "A due date in time: of a bill that asked for something at least its minimum was paid, of an installment "
            "with a date of its own all of it, and the account was not late on that day or any day since."
        ),
        Text("Bills due on 02-12 and 03-12 paid, 04-12 paid on 04-20, 05-12 paid: one due date, 05-12, is in time."),
    ),
    "coupon-free-periods": Definition(
        Text(
            "The first period of the plan bears no interest and no fee, besides those that are free anyway; it is for "
            "one purchase on inst of which 300.00 or more is financed, until 60 days after the coupon was given."
        ),
        Text("1,200.00 in 6 at a fee of 0.6%: 7.20 a period from the second on, 36.00 in all instead of 43.20."),
    ),
    "offer-consent": Definition(
        Text(
            "No coupon is given to, and no offer told to, a customer who has said by then that they want none: on an "
            "earlier day, or on that day before it."
        ),
        Text("Offers refused on 2026-06-29, a coupon given on 06-30 breaks it, one of 06-28 does not."),
    ),
    "given-up": Definition(
        Text("What the plan would cost on its terms without the coupon, less what it costs as agreed."),
        Text("43.20 without the coupon, 36.00 with it: 7.20 are given up, whatever becomes of the plan later."),
    ),
}
