"""An event as what it is: what happened, who recorded it when and why, and what it made another."""

from __future__ import annotations

from msgspec.structs import asdict

from baitiao_cli.account.views.explain.happening import Happening, Standing
from baitiao_cli.calc.dates import shanghai_time
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, as_is, filled, labels, words
from baitiao_cli.show.document import Table, csv_table, json_data, record, table
from baitiao_cli.show.history import happening_told

HEAD = "kind reason effective_on answers reversed_by reverses operator approved_by recorded_at request_id"
KEPT = "on event_id kind reason reversed_by reverses operator approved_by recorded_at"
NAMED = labels.OF_EVENTS


def happening_tables(found: Happening) -> list[Table]:
    """What happened, who recorded it when and why; and each figure that it made another, before and after."""
    line = found.line
    told = json_data(line) | {
        "kind": happening_told(line),
        "effective_on": line.on,
        "answers": found.answers,
        "recorded_at": shanghai_time(line.recorded_at) if line.recorded_at else None,
        "request_id": found.request_id,
    }
    title = filled(labels.EVENT_TITLE, event_id=line.event_id)
    head = record(HEAD, told, title=title, quiet=HEAD, labels=NAMED)
    rows = [
        {"figure": labels.OF_STANDING[key], "before": _worded(key, before), "after": _worded(key, after)}
        for key, (before, after) in _changes(found).items()
    ]
    return [head, table("figure before after", rows, title=labels.CHANGED_BY_EVENT, labels=NAMED)]


def happening_data(found: Happening) -> dict[str, object]:
    """The event as JSON tells it, with how the account stood without it and with it."""
    line = json_data(found.line)
    data: dict[str, object] = {key: line[key] for key in KEPT.split()}
    data |= {"request_id": found.request_id, "answers": found.answers}
    return data | {"before": json_data(found.before) if found.before else None, "after": json_data(found.after)}


def happening_csv(found: Happening) -> Table:
    """The event in one row, with its codes."""
    data = happening_data(found)
    return csv_table(f"{KEPT} request_id answers", [data])


def bill_steps(found: Happening, account_id: str) -> list[Text]:
    """Where the figures of a bill are explained, if the event issued one."""
    if not found.bill:
        return []
    return [filled(labels.SEE_IT, command=f"baitiao explain {account_id} --bill {found.bill}")]


def _changes(found: Happening) -> dict[str, tuple[object, object]]:
    before = asdict(found.before) if found.before else dict.fromkeys(Standing.__struct_fields__, None)
    after = asdict(found.after)
    return {key: (before[key], after[key]) for key in after if (before[key] or None) != (after[key] or None)}


def _worded(key: str, value: object) -> Text | None:
    """A figure as it is told; nothing where there was none."""
    if isinstance(value, int) and key.endswith("_fen"):
        return as_is(format_yuan(value)) if value else None
    return None if value is None else words.WORDS.get(key, {}).get(value) or as_is(str(value))
