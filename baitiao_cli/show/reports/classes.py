"""`report classes`: the five classes, and what is to be set aside for them."""

from __future__ import annotations

from baitiao_cli.messages import filled, reports
from baitiao_cli.reports.classes import Classes
from baitiao_cli.show.document import Document, chart, json_data, record
from baitiao_cli.show.reports.report import behind_document, report_document, told

ROWS = "class account_count principal_fen share_pct provision_pct provision_fen"
SUMS = (
    "by_classes_fen by_loans_fen by_coverage_fen provision_fen binding loan_provision_pct coverage_pct "
    "non_performing_fen non_performing_pct charged_off_fen"
)
CLASSED = "account_id class days_past_due eased_on principal_fen"
IN_ALL = {"provision_fen": reports.SET_ASIDE_IN_ALL}
CSV_TABLES = ("classes", "provision")


def classes_document(report: Classes, csv_of: str | None = None) -> Document:
    """The classes with what is set aside for each, and what is to be set aside in all."""
    data = json_data(report)
    del data["as_of"], data["accounts"]
    title = filled(reports.CLASSES_TITLE, as_of=report.as_of)
    totals = {name: data[name] for name in ("account_count", "principal_fen")}
    rows = told(ROWS, data["rows"], title=title, totals=totals | {"provision_fen": data["by_classes_fen"]})
    sums = record(SUMS, data, title=reports.PROVISION_TITLE, quiet="charged_off_fen", labels=reports.COLUMNS | IN_ALL)
    return report_document(
        title,
        report.as_of,
        data,
        [rows, sums],
        dict(zip(CSV_TABLES, ((ROWS, data["rows"]), (f"{SUMS} rules_version", [data])), strict=True)),
        csv_of=csv_of,
        charts=chart("bars", reports.CLASSES_CHART, "class", "principal_fen", data["rows"], reports.COLUMNS),
        notes=[filled(reports.PROVISION_NOTE, version=report.rules_version)],
        behind="baitiao report classes --explain substandard",
    )


def classes_behind_document(report: Classes, row: str) -> Document:
    """The accounts of one class."""
    rows = [json_data(each) for each in report.accounts if each.loan_class == row]
    title = filled(reports.CLASSES_TITLE, as_of=report.as_of)
    return behind_document(title, row, "class", report.as_of, CLASSED, rows)
