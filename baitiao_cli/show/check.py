"""What a check of the ledger found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.errors import CHECK_FAILED, DONE
from baitiao_cli.ledger.check import Finding
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.document import Document, json_data, table
from baitiao_cli.show.errors import error_texts


def check_document(findings: Sequence[Finding], head: str, as_of: date) -> Document:
    """What is wrong with the ledger, or that nothing is; exit status 6 when something is."""
    rows = [_row(finding) for finding in findings]
    data = {"findings": rows, "count": len(rows), "head": head}
    if rows:
        notes = [filled(labels.CHECK_FAILED, count=len(rows)), filled(labels.HEAD_IS, head=head)]
    else:
        notes = [labels.CHECK_PASSED, filled(labels.HEAD_IS, head=head)]
    found = table("code where message hint", rows)
    return Document(data=data, as_of=as_of, tables=[found], notes=notes, status=CHECK_FAILED if rows else DONE)


def _row(finding: Finding) -> dict[str, object]:
    message, hint = error_texts(finding.code, {"where": finding.where, **finding.figures})
    return {**json_data(finding), "message": message, "hint": hint}
