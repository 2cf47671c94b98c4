"""`report limits`: the bands of use."""

from __future__ import annotations

from baitiao_cli.messages import filled, reports
from baitiao_cli.reports.limits import LimitUse
from baitiao_cli.show.document import Document, chart, json_data
from baitiao_cli.show.reports.report import behind_document, report_document, told

BANDS = "band account_count limit_fen taken_fen left_fen use_pct"
USES = "account_id limit_fen taken_fen left_fen"


def limits_document(report: LimitUse) -> Document:
    """The bands with their limits and what is taken of them."""
    data = json_data(report)
    del data["as_of"], data["accounts"], data["totals"]["band"]
    title = filled(reports.LIMITS_TITLE, as_of=report.as_of)
    return report_document(
        title,
        report.as_of,
        data,
        [told(BANDS, data["rows"], title=title, totals=data["totals"])],
        {"bands": (BANDS, data["rows"])},
        charts=chart("bars", reports.LIMITS_CHART, "band", "taken_fen", data["rows"], reports.COLUMNS),
        behind="baitiao report limits --explain over",
    )


def limits_behind_document(report: LimitUse, row: str) -> Document:
    """The accounts of one band."""
    rows = [json_data(use) for use in report.accounts if use.band == row]
    title = filled(reports.LIMITS_TITLE, as_of=report.as_of)
    return behind_document(title, row, "band", report.as_of, USES, rows)
