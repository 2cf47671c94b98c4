"""`report lifecycle`: the phases, who borrowed again, and why accounts were closed."""

from __future__ import annotations

from baitiao_cli.messages import filled, reports
from baitiao_cli.reports.lifecycle import Lifecycle
from baitiao_cli.show.document import Document, chart, json_data, record
from baitiao_cli.show.reports.report import behind_document, report_document, told

PHASES = "phase account_count share_pct principal_fen due_count on_time_count on_time_pct"
AGAIN = "payoff_count again_count again_pct again_median_days late_again_count late_again_pct"
CLOSURES = "closed_by reason account_count"
ACCOUNTS = "account_id principal_fen last_bought_on payoff_on again_days is_late_again closed_by reason"
CSV_TABLES = ("phases", "again", "closures")
LABELS = reports.COLUMNS | reports.LIFE_COLUMNS


def lifecycle_document(report: Lifecycle, csv_of: str | None = None) -> Document:
    """The phases, those who borrowed again after paying all, and the closures."""
    data = json_data(report)
    del data["as_of"], data["accounts"], data["totals"]["phase"]
    title = filled(reports.LIFE_TITLE, as_of=report.as_of)
    closures = [row | {"reason": row["reason"] or reports.NO_REASON} for row in data["closures"]]
    tables = [
        told(PHASES, data["rows"], title=title, totals=data["totals"], labels=LABELS),
        record(AGAIN, data, title=reports.AGAIN_TITLE, labels=LABELS),
        told(CLOSURES, closures, title=reports.CLOSURES_TITLE, labels=LABELS),
    ]
    csv = ((PHASES, data["rows"]), (AGAIN, [data]), (CLOSURES, data["closures"]))
    return report_document(
        title,
        report.as_of,
        data,
        tables,
        dict(zip(CSV_TABLES, csv, strict=True)),
        csv_of=csv_of,
        charts=chart("bars", reports.LIFE_CHART, "phase", "principal_fen", data["rows"], LABELS),
        behind="baitiao report lifecycle --explain dormant",
    )


def lifecycle_behind_document(report: Lifecycle, row: str) -> Document:
    """The accounts of one phase."""
    rows = [json_data(each) for each in report.accounts if each.phase == row]
    for each in rows:
        del each["phase"]
    title = filled(reports.LIFE_TITLE, as_of=report.as_of)
    return behind_document(title, row, "phase", report.as_of, ACCOUNTS, rows, LABELS)
