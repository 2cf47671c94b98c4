"""Offers: who has earned a coupon and who is given one, and the coupons of an account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from baitiao_cli.actions.desk.coupons import Coupon
from baitiao_cli.actions.desk.offers import OffersAnswer
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.desk import offers as words
from baitiao_cli.messages.desk.assessment import BY_RULES
from baitiao_cli.messages.desk.collection import RECORD
from baitiao_cli.messages.desk.limits import TO_NOTIFY
from baitiao_cli.show.document import Document, csv_table, json_data, table

EARNED = "account_id due_date_count last_due_on free_periods least_fen products until_on"
LINES = "record_id account_id due_date_count first_due_on last_due_on free_periods least_fen products until_on obstacle"
BLOCKED = "account_id due_date_count last_due_on obstacle"
COUPONS = "record_id granted_on free_periods least_fen products until_on state plan_id coupon_fen"
LABELS = words.LABELS | {"record_id": RECORD}


def reviewed_document(answer: OffersAnswer, as_of: date) -> Document:
    """Who has earned a coupon, who is given none, and how to give them."""
    title = filled(words.REVIEWED_TITLE, on=answer.effective_on)
    one = answer.lines[0].account_id if answer.looked_at_count == 1 and answer.lines else "--all"
    step = filled(words.TO_GRANT, command=f"baitiao offers grant {one}")
    return _document(answer, as_of, title, EARNED, [step])


def granted_document(answer: OffersAnswer, as_of: date) -> Document:
    """The coupons that were given, and who is given none."""
    title = filled(words.GRANTED_TITLE, on=answer.effective_on)
    return _document(answer, as_of, title, f"record_id {EARNED}", [TO_NOTIFY])


def _document(answer: OffersAnswer, as_of: date, title: Text, columns: str, steps: list[Text]) -> Document:
    data = json_data(answer)
    lines = [_told(line) | {"account_id": checked(line["account_id"])} for line in data["lines"]]
    earned = [line for line in lines if not line["obstacle"]]
    blocked = [line | {"obstacle": words.OBSTACLES[line["obstacle"]]} for line in lines if line["obstacle"]]
    return Document(
        data=data,
        as_of=as_of,
        tables=[
            table(columns, earned, title=title, labels=LABELS),
            table(BLOCKED, blocked, title=words.OBSTACLES_TITLE, labels=LABELS),
        ],
        notes=[
            *([] if earned else [words.NONE_TO_GIVE]),
            filled(BY_RULES, version=answer.rules_version, rules=answer.rules),
        ],
        next_steps=steps if earned else [],
        csv_table=csv_table(LINES, [_told(line) for line in data["lines"]]),
    )


def coupons_document(coupons: Sequence[Coupon], account_id: str, as_of: date) -> Document:
    """The coupons of an account, and how an open one is used."""
    rows = [_told(json_data(coupon)) for coupon in coupons]
    shown = [row | {"state": words.STATES[row["state"]]} for row in rows]
    told = checked(account_id)
    title = filled(words.COUPONS_TITLE, account_id=told, as_of=as_of)
    usable = [coupon.record_id for coupon in coupons if coupon.state == "open"]
    return Document(
        data={"account_id": account_id, "coupons": [json_data(coupon) for coupon in coupons]},
        as_of=as_of,
        tables=[table(COUPONS, shown, title=title, quiet="plan_id coupon_fen", labels=LABELS)],
        notes=[] if coupons else [filled(words.NO_COUPONS, account_id=told)],
        next_steps=[filled(words.TO_USE, account_id=account_id, record_id=usable[0])] if usable else [],
        csv_table=csv_table(f"account_id {COUPONS}", rows),
    )


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"products": ", ".join(row["products"])}
