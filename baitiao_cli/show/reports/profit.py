"""`report profit`: income, costs and yield by product, tier or cohort."""

from __future__ import annotations

from baitiao_cli.messages import Text, columns, filled, reports
from baitiao_cli.messages.words import WORDS
from baitiao_cli.reports.profit import Profit
from baitiao_cli.show.document import Document, chart, json_data
from baitiao_cli.show.reports.report import behind_document, report_document, told

ALL = (
    "name interest_fen fees_fen late_charges_fen from_merchants_fen recoveries_fen income_fen given_up_fen losses_fen "
    "profit_fen average_fen yield_pct"
)
TOLD = "name income_fen given_up_fen losses_fen profit_fen average_fen yield_pct"
INCOME = "name interest_fen fees_fen late_charges_fen from_merchants_fen recoveries_fen income_fen"
ACCOUNTS = ALL.replace("name", "account_id")
QUIET = "late_charges_fen from_merchants_fen recoveries_fen given_up_fen losses_fen"


def _labels(report: Profit) -> dict[str, Text]:
    by = {"product": columns.LABELS["product_id"], "tier": columns.LABELS["tier"], "cohort": reports.COHORT_OPENED}
    return reports.COLUMNS | reports.PROFIT_COLUMNS | {"name": by[report.by]}


def profit_document(report: Profit) -> Document:
    """What was earned and given up by name, and of what the income was made."""
    data = json_data(report)
    del data["through_on"], data["accounts"]
    for row in (*data["rows"], data["totals"]):
        del row["account_id"]
    del data["totals"]["name"]
    rows, labels = data["rows"], _labels(report)
    shown = [row | {"name": WORDS["row"].get(row["name"], row["name"])} for row in rows]
    title = filled(reports.PROFIT_TITLE, from_on=report.from_on, through_on=report.through_on)
    tables = [
        told(TOLD, shown, title=title, totals=data["totals"], quiet=QUIET, labels=labels),
        told(INCOME, shown, title=reports.INCOME_TITLE, totals=data["totals"], quiet=QUIET, labels=labels),
    ]
    return report_document(
        title,
        report.through_on,
        data,
        tables if rows else [],
        {"rows": (ALL, rows)},
        charts=chart("bars", reports.PROFIT_CHART, "name", "income_fen", shown, labels),
        notes=[reports.PROFIT_NOTE] if rows else [reports.NOTHING_EARNED],
        behind=f"baitiao report profit --by {report.by} --explain {rows[0]['name']}" if rows else "",
    )


def profit_behind_document(report: Profit, row: str) -> Document:
    """What each account earned of one name."""
    rows = [json_data(each) for each in report.accounts if each.name == row]
    for each in rows:
        del each["name"]
    title = filled(reports.PROFIT_TITLE, from_on=report.from_on, through_on=report.through_on)
    return behind_document(title, row, "row", report.through_on, ACCOUNTS, rows, _labels(report))
