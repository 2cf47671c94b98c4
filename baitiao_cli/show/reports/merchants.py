"""`report merchants`: buyers and replacement cycles by category, merchant, scene or brand."""

from __future__ import annotations

from baitiao_cli.messages import Text, columns, filled, labels, reports
from baitiao_cli.reports.merchants import Merchants
from baitiao_cli.show.document import Document, chart, json_data
from baitiao_cli.show.reports.report import behind_document, report_document, told

ROWS = "name purchase_count account_count again_count again_pct amount_fen cycle_days shortest_days longest_days"
BUYERS = "account_id purchase_count amount_fen last_bought_on between"


def _labels(report: Merchants) -> dict[str, Text]:
    return reports.COLUMNS | reports.MERCHANT_COLUMNS | {"name": columns.LABELS[report.by]}


def merchants_document(report: Merchants) -> Document:
    """A line a name, most bought first."""
    data = json_data(report)
    del data["as_of"], data["buyers"], data["totals"]["name"]
    rows = data["rows"]
    shown = [row | {"name": row["name"] or labels.NOT_STATED} for row in rows]
    title = filled(reports.MERCHANTS_TITLE, as_of=report.as_of)
    totals = {key: data["totals"][key] for key in ("purchase_count", "account_count", "amount_fen")}
    first = next((row["name"] for row in rows if row["name"]), "")
    return report_document(
        title,
        report.as_of,
        data,
        [told(ROWS, shown, title=title, totals=totals, labels=_labels(report))] if rows else [],
        {"rows": (ROWS, rows)},
        charts=chart("bars", reports.MERCHANTS_CHART, "name", "amount_fen", shown, _labels(report)),
        notes=[] if rows else [filled(labels.NOTHING_BOUGHT, days=str(report.as_of))],
        behind=f"baitiao report merchants --by {report.by} --explain {first}" if first else "",
    )


def merchants_behind_document(report: Merchants, row: str) -> Document:
    """The buyers of one name."""
    rows = [json_data(buyer) for buyer in report.buyers if buyer.name == row]
    for each in rows:
        del each["name"]
        each["between"] = ", ".join(map(str, each.pop("between_days")))
    title = filled(reports.MERCHANTS_TITLE, as_of=report.as_of)
    return behind_document(title, row, "row", report.as_of, BUYERS, rows, _labels(report))
