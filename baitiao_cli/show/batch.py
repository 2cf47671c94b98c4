"""A batch: a line for each verb."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from baitiao_cli.actions.batch import VERBS, BatchAnswer, LineResult
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.answers import ANSWERS
from baitiao_cli.show.document import Document, table

MADE = "account_id event_id plan_id hold_id amount_fen"


def batch_document(answer: BatchAnswer, as_of: date) -> Document:
    """What each line made; in JSON with the whole document that the verb alone would have answered with."""
    results: list[dict[str, Any]] = [
        {"line": one.line, "verb": one.verb, "result": _result(one, as_of)}
        | ({"repeated": True} if one.repeated else {})
        for one in answer.results
    ]
    rows = [
        {"line": one["line"], "verb": one["verb"], "repeated": one.get("repeated")}
        | {key: one["result"].get(key) for key in MADE.split()}
        for one in results
    ]
    notes = [filled(labels.BATCH_DONE, count=len(rows))]
    if repeated := sum(one.repeated for one in answer.results):
        notes.append(filled(labels.BATCH_REPEATED, count=repeated))
    data = {"results": results, "count": len(rows)}
    named = {"repeated": labels.DONE_BEFORE}
    lines = table(f"line verb {MADE} repeated", rows, quiet="plan_id hold_id repeated", labels=named)
    return Document(data=data, as_of=as_of, tables=[lines], notes=notes)


def _result(one: LineResult, as_of: date) -> dict[str, object]:
    answer = msgspec.convert(one.result, VERBS[one.verb].answer)
    return dict(ANSWERS[one.verb](answer, as_of).data)
