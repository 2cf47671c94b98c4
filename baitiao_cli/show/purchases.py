"""What was bought, by merchant, category, brand, scene or product."""

from __future__ import annotations

from baitiao_cli.actions.purchases import Purchases
from baitiao_cli.messages import columns, filled, labels
from baitiao_cli.show.document import Document, csv_table, json_data, table
from baitiao_cli.show.merchants import days_words

SUMS = "purchase_count amount_fen own_fen financed_fen refunds_fen"
NAMED = {"refunds_fen": labels.SENT_BACK, "financed_fen": labels.FINANCED}


def purchases_document(report: Purchases) -> Document:
    """A line for each name, the largest first, and the sums; what states no name has a line of its own."""
    data = json_data(report)
    label = columns.LABELS["product_id" if report.by == "product" else report.by]
    rows = [row | {"name": row["name"] or labels.NOT_STATED} for row in data["rows"]]
    days = days_words(report.from_on, report.through_on)
    shown = table(
        f"name {SUMS}",
        rows,
        title=filled(labels.PURCHASES_TITLE, by=label, days=days),
        totals=data["totals"],
        quiet="own_fen refunds_fen",
        labels=NAMED | {"name": label},
    )
    return Document(
        data=data,
        as_of=report.through_on,
        tables=[shown] if rows else [],
        notes=[] if rows else [filled(labels.NOTHING_BOUGHT, days=days)],
        csv_table=csv_table(f"name {SUMS}", data["rows"]),
    )
