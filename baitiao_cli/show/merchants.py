"""Merchants: the register, what is due to them and from them, and the statement of one."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.merchants import MerchantsView, MerchantView
from baitiao_cli.actions.register import RegisterAnswer
from baitiao_cli.ledger.settlement import Dues
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.show.document import Document, csv_table, json_data, record, table
from baitiao_cli.show.rates import percent_of

REGISTERED = "merchant_id merchant discount_pct discount_before_pct effective_on"
REGISTER_ONE = "baitiao register MERCHANT --discount 0.6%"

DUES = " ".join(Dues.__struct_fields__)
QUIET = "merchant_id discount_pct refunds_fen subsidies_fen discounts_fen"
MERCHANTS = f"merchant_id merchant discount_pct {DUES}"
LINES = f"booked_on effective_on plan_id order_id {DUES}"
LINES_CSV = f"booked_on effective_on cause plan_id order_id {DUES}"
NAMED = {
    "purchases_fen": labels.BOUGHT,
    "refunds_fen": labels.SENT_BACK,
    "discounts_fen": labels.DISCOUNTS,
}


def merchants_document(view: MerchantsView) -> Document:
    """Every merchant with what is due to it and from it in those days; they sum to the journal's."""
    data = json_data(view)
    for row in data["merchants"]:
        row["discount_pct"] = None if row["discount_ppb"] is None else percent_of(row["discount_ppb"])
    rows = [row | {"merchant": row["merchant"] or labels.UNNAMED_MERCHANT} for row in data["merchants"]]
    title = filled(labels.MERCHANTS_TITLE, days=days_words(view.from_on, view.through_on))
    shown = table(
        MERCHANTS,
        rows,
        title=title,
        totals=data["totals"],
        quiet=QUIET,
        labels=NAMED | {"merchant_id": labels.MERCHANT_NUMBER},
    )
    return Document(
        data=data,
        as_of=view.through_on,
        tables=[shown],
        notes=[labels.BY_DAY_BOOKED] if rows else [filled(labels.NO_MERCHANTS, command=REGISTER_ONE)],
        csv_table=csv_table(MERCHANTS, data["merchants"]),
    )


def merchant_document(view: MerchantView) -> Document:
    """The statement of one merchant: a line for each happening and plan, without a word of the customer."""
    data = json_data(view)
    data["discount_pct"] = None if view.discount_ppb is None else percent_of(view.discount_ppb)
    lines = data["lines"]
    rows = [line | {"effective_on": _unlike(line["effective_on"], line["booked_on"])} for line in lines]
    title = filled(labels.MERCHANT_TITLE, merchant=view.merchant, days=days_words(view.from_on, view.through_on))
    quiet = f"effective_on order_id {QUIET}"
    known = record("merchant_id merchant discount_pct", data, quiet="merchant_id discount_pct")
    return Document(
        data=data,
        as_of=view.through_on,
        tables=[table(LINES, rows, title=title, totals=data, quiet=quiet, labels=NAMED, is_long=True), known],
        notes=[labels.BY_DAY_BOOKED if rows else labels.NOTHING_BOOKED],
        csv_table=csv_table(LINES_CSV, lines),
    )


def days_words(from_on: date | None, through_on: date) -> Text:
    """The days in words: from one to another, or all up to the last."""
    return filled(labels.DAYS_SO_FAR if from_on is None else labels.DAYS, from_on=from_on, through_on=through_on)


def _unlike(day: date, usual: date) -> date | None:
    return None if day == usual else day


def register_document(answer: RegisterAnswer, as_of: date) -> Document:
    """The merchant with its discount, and the one before if there was another."""
    before = answer.discount_before_ppb
    told = json_data(answer) | {
        "discount_pct": percent_of(answer.discount_ppb),
        "discount_before_pct": None if before is None else percent_of(before),
    }
    return Document(
        data=told,
        as_of=as_of,
        tables=[record(REGISTERED, told, quiet="discount_before_pct")],
        notes=[labels.BOUGHT_BEFORE] if before is not None else [],
        next_steps=[filled(labels.SEE_IT, command=f"baitiao merchant {answer.merchant_id}")],
    )
