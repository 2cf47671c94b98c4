"""`report aging`: the bands with their sums, and what rolled month by month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.account.views.bands import BUCKETS, Standing
from baitiao_cli.messages import as_is, filled, reports
from baitiao_cli.reports.aging import Aging
from baitiao_cli.show.document import Document, Table, chart, json_data, table
from baitiao_cli.show.reports.report import behind_document, report_document, told

BANDS = "bucket account_count owed_fen overdue_fen share_pct"
ROLLS = (
    "month_end_on bucket account_count owed_fen better_count same_count worse_count worse_fen rolled_pct "
    "rolled_amount_pct"
)
MOVES = "month_end_on from_bucket to_bucket account_count owed_fen"
STANDINGS = "account_id days_past_due overdue_since_on owed_fen overdue_fen"
CSV_TABLES = ("bands", "rolls", "moves")
ROLLING = BUCKETS[:-1]


def aging_document(report: Aging, csv_of: str | None = None) -> Document:
    """The bands, what of each rolled to a worse one in each month, and who went where."""
    data = json_data(report)
    del data["as_of"]
    del data["totals"]["bucket"]
    title = filled(reports.AGING_TITLE, as_of=report.as_of)
    bands = told(BANDS, data["rows"], title=title, totals=data["totals"])
    return report_document(
        title,
        report.as_of,
        data,
        [bands, _rolled(report)],
        dict(zip(CSV_TABLES, ((BANDS, data["rows"]), (ROLLS, data["rolls"]), (MOVES, data["moves"])), strict=True)),
        csv_of=csv_of,
        charts=chart("bars", reports.AGING_CHART, "bucket", "owed_fen", data["rows"], reports.COLUMNS),
        behind="baitiao report aging --explain M2",
    )


def _rolled(report: Aging) -> Table:
    """A line a month: of what each band had at its beginning, the share of the amount that is worse off at its end."""
    months = sorted({roll.month_end_on for roll in report.rolls})
    shares = {(roll.month_end_on, roll.bucket): roll.rolled_amount_pct for roll in report.rolls}
    rows = [{"month_end_on": on} | {f"{name}_pct": shares.get((on, name)) for name in ROLLING} for on in months]
    labels = reports.COLUMNS | {f"{name}_pct": as_is(name) for name in ROLLING}
    keys = " ".join(["month_end_on", *(f"{name}_pct" for name in ROLLING)])
    return table(keys, rows, title=reports.ROLLS_TITLE, labels=labels)


def aging_behind_document(as_of: date, row: str, accounts: Sequence[Standing]) -> Document:
    """The accounts in one band."""
    rows = [json_data(each) for each in accounts]
    return behind_document(filled(reports.AGING_TITLE, as_of=as_of), row, "bucket", as_of, STANDINGS, rows)
