"""`report vintages`: a line a cohort, with the share that was ever late by months on book."""

from __future__ import annotations

from decimal import Decimal

from baitiao_cli.messages import Text, filled, reports
from baitiao_cli.reports.vintages import Vintages
from baitiao_cli.show.document import Document, Table, chart, json_data, table
from baitiao_cli.show.reports.report import behind_document, report_document

ROWS = (
    "cohort months_count item_count amount_fen ever_late_count ever_late_fen ever_late_pct ever_bad_count ever_bad_fen "
    "ever_bad_pct"
)
ITEMS = "account_id subject_id amount_fen late_after bad_after"
DRAWN = reports.COLUMNS | {"so_far": reports.COLUMNS["so_far_pct"]}
AT_MONTHS = (1, 2, 3, 6, 9, 12)
"""The months on book that people see; JSON and CSV have all."""
SUMS = "item_count amount_fen ever_late_fen ever_bad_fen"


def vintages_document(report: Vintages) -> Document:
    """The cohorts with the shares that were ever more than 30 and 90 days late, by count."""
    data = json_data(report)
    del data["as_of"], data["items"]
    title = filled(reports.VINTAGES_TITLE[report.by], as_of=report.as_of)
    # A share is drawn as money is: to the hundredth.
    last = {row.cohort: {"cohort": row.cohort, "so_far": _hundredths(row.ever_late_pct)} for row in report.rows}
    return report_document(
        title,
        report.as_of,
        data,
        [_shares(report, title, 30), _shares(report, reports.EVER_90_TITLE, 90)] if report.rows else [],
        {"cohorts": (ROWS, data["rows"])},
        charts=chart("bars", reports.VINTAGES_CHART, "cohort", "so_far", list(last.values()), DRAWN),
        notes=[reports.VINTAGES_NOTE] if report.rows else [filled(reports.NO_COHORTS, as_of=report.as_of)],
        behind=f"baitiao report vintages --by {report.by} --explain {report.rows[-1].cohort}" if report.rows else "",
    )


def _hundredths(pct: str | None) -> int:
    return round(Decimal(pct or 0) * 100)


def _shares(report: Vintages, title: Text, days: int) -> Table:
    """A line a cohort: the share that was ever so late after some months on book, and so far."""
    rows: dict[str, dict[str, object]] = {}
    for row in report.rows:
        told = rows.setdefault(row.cohort, {"cohort": row.cohort, "item_count": row.item_count})
        share = row.ever_late_pct if days == 30 else row.ever_bad_pct
        told[f"after_{row.months_count}_pct"] = told["so_far_pct"] = share
    shown = [f"after_{months}_pct" for months in AT_MONTHS]
    named = {key: filled(reports.AFTER, months=months) for key, months in zip(shown, AT_MONTHS, strict=True)}
    keys = " ".join(["cohort", "item_count", *shown, "so_far_pct"])
    return table(keys, list(rows.values()), title=title, labels=reports.COLUMNS | named)


def vintages_behind_document(report: Vintages, row: str) -> Document:
    """The accounts or purchases of one cohort, with after how many months they were first so late."""
    rows = [json_data(item) for item in report.items if item.cohort == row]
    for each in rows:
        del each["cohort"], each["seen_at"]
    title = filled(reports.VINTAGES_TITLE[report.by], as_of=report.as_of)
    return behind_document(title, row, "cohort", report.as_of, ITEMS, rows)
