"""What became of scenarios: each failure with its place, what was expected and found, and by how much it differs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Any

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.errors import CHECK_FAILED, DONE, BaitiaoError
from baitiao_cli.messages import Text, as_is, filled
from baitiao_cli.messages import scenario as texts
from baitiao_cli.scenario.expectation import NONE, is_yuan, kind_of
from baitiao_cli.scenario.recording import Recording
from baitiao_cli.scenario.scenario import Difference, Failure, Outcome
from baitiao_cli.show.document import Document, Table, record, table
from baitiao_cli.show.errors import error_texts

MOST_TOLD = 20
COUNTS = "step_count expectation_count failure_count"


def scenarios_document(outcomes: Sequence[Outcome], kept: Path | None = None) -> Document:
    """A line for each scenario, then a table for each expectation that failed; `kept` is where the ledger stays."""
    as_of = max(outcome.ended_on for outcome in outcomes)
    failures = [(outcome, failure) for outcome in outcomes for failure in outcome.failures]
    failure_count = sum(outcome.failure_count for outcome in outcomes)
    tables = [table(f"file result {COUNTS}", [_line(outcome) for outcome in outcomes], title=texts.SCENARIOS_TITLE)]
    tables += [_failure_table(outcome, failure) for outcome, failure in failures[:MOST_TOLD]]
    counts = {
        "steps": sum(outcome.step_count for outcome in outcomes),
        "expectations": sum(outcome.expectation_count for outcome in outcomes),
        "failures": failure_count,
    }
    notes = [filled(texts.STOPPED, file=outcome.file) for outcome in outcomes if outcome.is_stopped]
    if failure_count > MOST_TOLD:
        notes.append(filled(texts.MORE_FAILURES, count=failure_count - MOST_TOLD))
    notes.append(_verdict(counts))
    next_steps = []
    if kept is not None:
        notes.append(filled(texts.KEPT_SCENARIO, path=kept))
        next_steps.append(filled(texts.LOOK_INSIDE, path=quote(str(kept))))
    data = {
        "files": [_outcome_data(outcome) for outcome in outcomes],
        **{f"{name[:-1]}_count": count for name, count in counts.items()},
        "passed": failure_count == 0,
        "ledger": str(kept) if kept else None,
    }
    status = CHECK_FAILED if failure_count else DONE
    return Document(data=data, as_of=as_of, tables=tables, notes=notes, next_steps=next_steps, status=status)


def result_of(outcome: Outcome) -> str:
    """Whether a scenario passed, failed, or was stopped by a step that was refused."""
    return "stopped" if outcome.is_stopped else "failed" if outcome.failure_count else "passed"


def _verdict(counts: Mapping[str, int]) -> Text:
    """Whether all came as expected; a scenario that expects nothing has not proved anything."""
    told = texts.FAILED if counts["failures"] else texts.PASSED if counts["expectations"] else texts.NOTHING_EXPECTED
    return filled(told, **counts)


def _line(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.file,
        "result": texts.RESULTS[result_of(outcome)],
        "step_count": outcome.step_count,
        "expectation_count": outcome.expectation_count,
        "failure_count": outcome.failure_count,
    }


def _failure_table(outcome: Outcome, failure: Failure) -> Table:
    rows = [_row(each) for each in failure.differences]
    return table(
        "figure_path expected found difference", rows, title=failure_title(outcome, failure), quiet="difference"
    )


def failure_title(outcome: Outcome, failure: Failure) -> Text:
    """Where it failed, on which day, at which command, and how."""
    rounds = " ".join(map(str, failure.rounds))
    return filled(
        texts.FAILURE_TITLE,
        place=texts.place_of(outcome.file, failure.step, failure.line),
        round=filled(texts.ROUND, round=rounds) if rounds else "",
        today=failure.today,
        command=failure.command,
        how=what_happened(failure),
        about=f" ({failure.about})" if failure.about else "",
    )


def what_happened(failure: Failure) -> Text:
    """What was otherwise than expected, in words: a refusal with its own sentence."""
    if isinstance(failure.refusal, BaitiaoError):
        return error_texts(failure.refusal.code, failure.refusal.details)[0]
    if failure.kind == "endless":
        return filled(texts.ENDLESS, count=failure.tried)
    return texts.NOT_REFUSED if failure.kind == "not-refused" else texts.DIFFERS


def _row(difference: Difference) -> dict[str, object]:
    expected, found = told_figures(difference)
    amounts = [_fen(value, difference) for value in (difference.expected, difference.found)]
    by = None if None in amounts else format_yuan(amounts[1] - amounts[0])  # type: ignore[operator]
    return {"figure_path": difference.path, "expected": expected, "found": found, "difference": by}


def told_figures(difference: Difference) -> tuple[Text, Text]:
    """What was expected and what was found: amounts in yuan alike, other figures as a scenario would expect them."""
    values = (difference.expected, difference.found)
    if difference.kind == "other":
        expected, found = map(_with_kind, values)
        return expected, found
    expected, found = (_told(value, _fen(value, difference)) for value in values)
    return expected, texts.NO_SUCH_KEY if difference.kind == "unknown" else found


def _fen(value: object, difference: Difference) -> int | None:
    """The amount that it is: whole fen at a key that ends in `_fen`, elsewhere yuan, whole ones, too."""
    if difference.kind == "other" or isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if difference.path.endswith("_fen"):
        return value if isinstance(value, int) else None
    if isinstance(value, int):
        found = difference.found
        return value * 100 if isinstance(found, str) and is_yuan(found) else None
    amount = value.replace(",", "")
    return int(amount.replace(".", "")) if is_yuan(amount) else None


def _told(value: object, fen: int | None) -> Text:
    if fen is not None:
        return as_is(format_yuan(fen))
    return as_is(value) if isinstance(value, str) else _as_json(value)


def _with_kind(value: object) -> Text:
    """A figure with its kind, and a text between quotes: where that is what differs."""
    return filled(texts.OF_KIND, value=_as_json(value), kind=texts.FOUND_KINDS[kind_of(value)])


def _as_json(value: object) -> Text:
    """A figure as JSON has it, nothing as scenarios have it; of a table or a list only that it is one."""
    if value is None:
        return as_is(NONE)
    if isinstance(value, dict | list):
        return as_is("{…}" if isinstance(value, dict) else "[…]")
    return as_is(json.dumps(value, ensure_ascii=False))


def _outcome_data(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.file,
        "title": outcome.title,
        "passed": not outcome.failure_count,
        "stopped": outcome.is_stopped,
        "ended_on": outcome.ended_on,
        "step_count": outcome.step_count,
        "expectation_count": outcome.expectation_count,
        "failure_count": outcome.failure_count,
        "head": outcome.head,
        "failures": [_failure_data(failure) for failure in outcome.failures],
    }


def _failure_data(failure: Failure) -> dict[str, Any]:
    refusal = failure.refusal if isinstance(failure.refusal, BaitiaoError) else None
    return {
        "step": failure.step,
        "line": failure.line or None,
        "rounds": list(failure.rounds),
        "today": failure.today,
        "command": failure.command,
        "about": failure.about,
        "kind": failure.kind,
        "message": what_happened(failure),
        "refused_with": refusal.code if refusal else None,
        "differences": [
            {"path": each.path, "expected": each.expected, "found": each.found, "kind": each.kind}
            for each in failure.differences
        ],
    }


def recorded_document(recording: Recording, as_of: date, file: Path | None) -> Document:
    """What was recorded, and where it is; the text itself where it went into no file."""
    row = {"account_id": recording.account_id, "event_count": recording.event_count, "view_count": recording.view_count}
    notes = [filled(texts.RECORDED, account_id=recording.account_id, steps=recording.event_count), texts.LEFT_OUT]
    next_steps = []
    if file is not None:
        next_steps.append(filled(texts.RECORDED_TO, file=file, told=quote(str(file))))
    text = {"file": str(file)} if file is not None else {"toml": recording.text}
    return Document(
        data=row | text,
        as_of=as_of,
        tables=[record("account_id event_count view_count", row)],
        notes=notes,
        next_steps=next_steps,
    )


def schema_document(schema: Mapping[str, Any], as_of: date, file: Path | None) -> Document:
    """The schema as data, or where it is; as a table the commands that steps may name."""
    step = schema["definitions"]["step"]["properties"]
    rows = [
        {"verb": name, "step_options": len(step[name]["properties"])} for name in step if "properties" in step[name]
    ]
    data = {"file": str(file)} if file is not None else {"json_schema": schema}
    next_steps = [filled(texts.SCHEMA_TO, file=file)] if file is not None else []
    return Document(data=data, as_of=as_of, tables=[table("verb step_options", rows)], next_steps=next_steps)
