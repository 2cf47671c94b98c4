"""What a check of the ledger found."""

from __future__ import annotations

from datetime import date

from baitiao_cli.errors import CHECK_FAILED, DONE
from baitiao_cli.ledger.check import Finding, Proved
from baitiao_cli.messages import Text, as_is, copies, filled, labels
from baitiao_cli.show.copies import key_notes
from baitiao_cli.show.document import Document, json_data, record, table
from baitiao_cli.show.errors import error_texts


def check_document(proved: Proved, as_of: date) -> Document:
    """What is wrong with the ledger, or that nothing is; exit status 6 when something is."""
    rows = [_row(finding) for finding in proved.findings]
    data = json_data(proved) | {"findings": rows, "count": len(rows)}
    notes = [_verdict(proved)]
    if proved.later_count is not None:
        is_empty = proved.later_count == proved.transaction_count
        notes.append(copies.EMPTY_HEAD if is_empty else filled(copies.LATER, count=proved.later_count))
    notes += key_notes(proved.key, proved.key_file)
    notes.append(filled(labels.HEAD_IS, head=proved.head))
    found = table("code where message hint", rows)
    return Document(data=data, as_of=as_of, tables=[found], notes=notes, status=CHECK_FAILED if rows else DONE)


def head_document(proved: Proved, as_of: date) -> Document:
    """The head alone, to be kept elsewhere: only of a ledger in which nothing is wrong."""
    document = check_document(proved, as_of)
    told = as_is(proved.head)
    return Document(data=document.data, as_of=as_of, notes=[told], csv_table=record("head", {"head": proved.head}))


CURABLE = {"check-view", "check-person-index"}
"""What `rebuild` makes again from facts that are whole."""


def _verdict(proved: Proved) -> Text:
    if proved.findings:
        is_curable = {finding.code for finding in proved.findings} <= CURABLE
        return filled(labels.CHECK_CURABLE if is_curable else labels.CHECK_FAILED, count=len(proved.findings))
    return labels.CHECK_PASSED if proved.key == "fits" else labels.CHECK_PASSED_WITHOUT_KEY


def _row(finding: Finding) -> dict[str, object]:
    message, hint = error_texts(finding.code, {"where": finding.where, **finding.figures})
    return {**json_data(finding), "message": message, "hint": hint}
