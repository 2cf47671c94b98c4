"""`report forecast`: the cash to come by month, and what is not counted on."""

from __future__ import annotations

from baitiao_cli.messages import filled, reports
from baitiao_cli.reports.forecast import Forecast
from baitiao_cli.show.document import Document, chart, json_data, record
from baitiao_cli.show.reports.report import behind_document, report_document, told

MONTHS = "month due_fen expected_fen stressed_fen missing_fen"
BASIS = "late_pct stressed_pct decided_fen late_fen due_before_fen not_performing_fen"
DUES = "account_id due_fen"
CSV_TABLES = ("months", "basis")
LABELS = reports.COLUMNS | {"due_fen": reports.FALLS_DUE, "late_fen": reports.CAME_LATE}


def forecast_document(report: Forecast, csv_of: str | None = None) -> Document:
    """The months, and what the expectation is made from."""
    data = json_data(report)
    del data["as_of"], data["accounts"], data["totals"]["month"]
    title = filled(reports.FORECAST_TITLE, as_of=report.as_of)
    basis = record(BASIS, data, title=reports.BASIS_TITLE, labels=LABELS)
    return report_document(
        title,
        report.as_of,
        data,
        [told(MONTHS, data["rows"], title=title, totals=data["totals"], labels=LABELS), basis],
        dict(zip(CSV_TABLES, ((MONTHS, data["rows"]), (BASIS, [data])), strict=True)),
        csv_of=csv_of,
        charts=chart("bars", reports.FORECAST_CHART, "month", "expected_fen", data["rows"], LABELS)
        + chart("bars", reports.STRESS_CHART, "month", "stressed_fen", data["rows"], LABELS),
        notes=[reports.FORECAST_NOTE],
        behind=f"baitiao report forecast --explain {report.rows[0].month}",
    )


def forecast_behind_document(report: Forecast, row: str) -> Document:
    """What falls due of each account in one row."""
    rows = [json_data(each) for each in report.accounts if each.row == row]
    for each in rows:
        del each["row"]
    title = filled(reports.FORECAST_TITLE, as_of=report.as_of)
    return behind_document(title, row, "month", report.as_of, DUES, rows, LABELS)
