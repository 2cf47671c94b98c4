"""Texts of what the desk has open about an account, as `show` tells it."""

from __future__ import annotations

from baitiao_cli.messages import Text

AT_DESK = Text("Open at the desk")

ITEMS: dict[str, Text] = {
    "case": Text("collection case"),
    "promise": Text("promise to pay"),
    "ticket": Text("service request"),
    "coupon": Text("coupon"),
}

NAMED: dict[str, Text] = {
    "record_id": Text("Record"),
    "item": Text("What"),
    "since_on": Text("Since"),
    "by_on": Text("By", context="day"),
    "amount_fen": Text("Still to come"),
}
