"""A plan: its rows as they stand, after a `charge` and for `schedule`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.account.views.forecast import RowOutlook
from baitiao_cli.actions.charge import ChargeAnswer
from baitiao_cli.actions.schedule import PlanView
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels, papers
from baitiao_cli.show.document import Document, Paper, Table, chart, csv_table, json_data, record, table
from baitiao_cli.show.figures import figures_data
from baitiao_cli.show.rates import rate_words

AMOUNTS = ("principal_fen", "interest_fen", "fee_fen", "late_charge_fen", "total_fen", "paid_fen", "outstanding_fen")
PRICE = "principal_fen interest_fen fee_fen late_charge_fen"
PLAN = (
    "plan_id account_id product_id merchant merchant_id order_id scene category brand started_on amount_fen "
    "trade_in_fen down_payment_fen prepaid_fen merchant_refunds_fen in_dispute_fen subsidy_fen settled_on "
    "charged_off_on written_off_fen went_over_fen went_over_to simple_pct compound_pct quote_id coupon_id "
    "converted_from restructured_on extended_months"
)
CHARGED = (
    "plan_id event_id account_id product_id merchant merchant_id order_id scene category brand effective_on hold_id "
    "amount_fen trade_in_fen down_payment_fen released_fen quote_id coupon_id coupon_fen"
)
AS_AGREED = {"simple_pct": labels.AGREED_SIMPLE, "compound_pct": labels.AGREED_COMPOUND}
PLAN_QUIET = (
    "merchant merchant_id order_id scene category brand trade_in_fen down_payment_fen prepaid_fen merchant_refunds_fen "
    "in_dispute_fen settled_on charged_off_on written_off_fen went_over_fen went_over_to hold_id released_fen "
    "subsidy_fen simple_pct compound_pct quote_id coupon_id coupon_fen converted_from restructured_on extended_months"
)


def row_data(row: RowOutlook) -> dict[str, object]:
    """One row as JSON and CSV give it."""
    return {
        "number": row.number,
        "due_on": row.due_on,
        **{name: getattr(row, name) for name in AMOUNTS},
        "balance_fen": row.balance_fen,
        "status": row.status,
    }


def rows_table(rows: Sequence[RowOutlook], *, with_payments: bool = True) -> Table:
    """The rows with their totals; people are spared the costs that are zero throughout."""
    shown = [name for name in AMOUNTS if with_payments or name not in ("paid_fen", "outstanding_fen")]
    columns = " ".join(["number", "due_on", *shown, *(["status"] if with_payments else [])])
    told = [row_data(row) | {"status": _status_told(row)} for row in rows]
    return table(columns, told, totals=totals_of(rows), quiet="interest_fen fee_fen late_charge_fen")


def _status_told(row: RowOutlook) -> Text | str:
    """The status as people read it: of an overdue row with its days."""
    return filled(labels.OVERDUE_DAYS, days=row.days_past_due) if row.days_past_due else row.status


def standing_data(row: RowOutlook) -> dict[str, object]:
    """One row of a plan that may be late as JSON and CSV give it."""
    return row_data(row) | {"days_past_due": row.days_past_due}


def _rows_for_csv(rows: Sequence[RowOutlook]) -> Table:
    columns = " ".join(["number", "due_on", *AMOUNTS, "status", "days_past_due"])
    return csv_table(columns, [standing_data(row) for row in rows])


def totals_of(rows: Sequence[RowOutlook]) -> dict[str, object]:
    """The sums of the rows."""
    return {name: sum(getattr(row, name) for row in rows) for name in AMOUNTS}


def schedule_document(view: PlanView, as_of: date) -> Document:
    """A plan on a day: what it is, and its rows with what was paid."""
    data = json_data(view) | {"rows": [standing_data(row) for row in view.rows], "totals": totals_of(view.rows)}
    data["product_id"] = view.terms.product_id
    heading = filled(papers.SCHEDULE_HEADING, plan_id=view.plan_id, as_of=as_of)
    listed_ids = {name: ", ".join(data[name]) for name in ("converted_from", "went_over_to")}
    told = data | (view.annual_rate or {}) | listed_ids
    return Document(
        data=data,
        as_of=as_of,
        tables=[rows_table(view.rows), record(PLAN, told, quiet=PLAN_QUIET, labels=AS_AGREED), _price_table(view)],
        notes=_schedule_notes(view),
        csv_table=_rows_for_csv(view.rows),
        charts=chart("stack", papers.WHAT_A_ROW_ASKS_FOR, "number", PRICE, data["rows"]),
        paper=Paper(heading, heading),
        value=view,
    )


def _schedule_notes(view: PlanView) -> list[Text]:
    """What the rows do not tell: that paid is not always paid with money, and what is left when nothing is asked."""
    notes = [labels.FLAGGED_ABOVE_CAP] if view.above_cap else []
    if view.written_off_fen:
        notes.append(filled(labels.PAID_BY_WRITE_OFF, amount=format_yuan(view.written_off_fen)))
    if view.went_over_fen:
        heirs = ", ".join(view.went_over_to)
        notes.append(filled(labels.PAID_BY_GOING_OVER, amount=format_yuan(view.went_over_fen), heirs=heirs))
    if not view.rows:
        notes.append(labels.NO_ROWS_LEFT)
    return notes


def _price_table(view: PlanView) -> Table:
    """The changes of the price that was agreed, and its pauses, by the day on which they begin."""
    rows: list[dict[str, object]] = [
        {"from_on": change.from_on, "until_on": None, "rate": rate_words(change.rate.ppb, change.rate.per)}
        for change in view.rate_changes
    ]
    rows += [
        {"from_on": pause.from_on, "until_on": pause.until_on, "rate": labels.NO_INTEREST} for pause in view.pauses
    ]
    rows.sort(key=lambda row: str(row["from_on"]))
    return table("from_on until_on rate", rows, title=labels.PRICE_CHANGES, quiet="until_on")


def charge_document(answer: ChargeAnswer, as_of: date) -> Document:
    """The plan that a purchase made, and what is left of the limit."""
    data = json_data(answer) | {
        "rows": [row_data(row) for row in answer.rows],
        "totals": totals_of(answer.rows),
        "down_payment_fen": answer.amount_fen - answer.trade_in_fen - answer.financed_fen,
        "account": figures_data(answer.account),
    }
    return Document(
        data=data,
        as_of=as_of,
        tables=[rows_table(answer.rows, with_payments=False), record(CHARGED, data, quiet=PLAN_QUIET)],
        notes=[
            *([labels.FLAGGED_ABOVE_CAP] if answer.above_cap else []),
            filled(labels.AVAILABLE_AFTER, available=format_yuan(answer.account.available_fen)),
        ],
    )
