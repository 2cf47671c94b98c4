"""What the desk recorded: any fact of it, field by field, and of a decision the rules that fired, each in its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.actions.define import sentences_of
from baitiao_cli.actions.desk.explain import ExplainedRecord
from baitiao_cli.actions.desk.promise import PromiseLine
from baitiao_cli.calc.dates import shanghai_time
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.desk.facts import Decision, DeskEntry, LimitProposed, ScoreTaken, TicketOpened
from baitiao_cli.desk.facts.funding import Shares
from baitiao_cli.messages import Text, as_is, filled, listed
from baitiao_cli.messages.columns import LABELS as COLUMNS
from baitiao_cli.messages.desk import collection, limits
from baitiao_cli.messages.desk.funding import MOVED
from baitiao_cli.messages.desk.records import (
    BY_RULES,
    CODES,
    FIRED_TITLE,
    FOLLOWED_TITLE,
    KINDS,
    LABELS,
    MONEY_TITLE,
    NO_MONEY_CAME,
    NO_RULE_FIRED,
    SAID,
    SAID_OF_CONSENT,
    TITLE,
    UNDEFINED,
    WHAT,
)
from baitiao_cli.messages.labels import NEXT_STEP
from baitiao_cli.show.desk.shares import shares_told
from baitiao_cli.show.document import Document, Table, csv_table, json_data, record, table
from baitiao_cli.show.rates import percent_of

HEAD = "record_id subject effective_on operator recorded_at request_id"
FIRED = "rule observed limit effect sentence"
FOLLOWED = "record_id kind effective_on event_id said operator"
CAME = "paid_fen state kept_on"
ANSWER_IT = "baitiao ticket-answer {record_id} TEXT"
AMOUNT = as_is("{name} {amount}")
_LISTED = {"products"}
"""Lists of words that are short enough to be told."""
_OF_DECISIONS = {"rules", "rules_version", "fired"}


def desk_record_document(found: ExplainedRecord, as_of: date) -> Document:
    """The record with all that is kept in it; a decision names the rules that it was taken by.

    Then the records that it names, what of a promise came, and the records that came of it.
    """
    entry, named = found.entry, found.named
    tables, notes = _told(entry)
    if found.promise:
        told, said = _of_promise(found.promise)
        tables, notes = [*tables, *told], [*notes, *said]
    for other in named:
        told, said = _told(other)
        tables, notes = [*tables, *told], [*notes, *said]
    tables.append(_followed(found.followed_by))
    data, own = _data(entry), _own(entry)
    whole = data | {"named": [_data(other) for other in named]}
    whole |= {"followed_by": [_data(other) for other in found.followed_by]}
    whole |= {"promise": json_data(found.promise)} if found.promise else {}
    flat = csv_table(" ".join([*HEAD.split(), "kind", *own]), [data | own])
    return Document(data=whole, as_of=as_of, tables=tables, notes=notes, next_steps=_next_steps(found), csv_table=flat)


def _head(entry: DeskEntry) -> dict[str, Any]:
    return {key: getattr(entry, key) for key in HEAD.split()}


def _data(entry: DeskEntry) -> dict[str, Any]:
    """A record as JSON gives it."""
    data = json_data(entry.fact)
    return _head(entry) | {"kind": data.pop("kind")} | data


def _own(entry: DeskEntry) -> dict[str, Any]:
    """The fields of the fact itself, each a single value."""
    data = json_data(entry.fact).items()
    return {key: _flat(value) for key, value in data if key not in _OF_DECISIONS | {"kind"} and _is_told(key, value)}


def _told(entry: DeskEntry) -> tuple[list[Table], list[Text]]:
    """A record field by field, and of a decision the rules that fired with what they say."""
    own = _own(entry)
    keys = " ".join([*own, *HEAD.split()[1:]])
    told = worded(own) | _head(entry) | {"recorded_at": shanghai_time(entry.recorded_at)}
    title = filled(TITLE, kind=KINDS[_kind(entry)], record_id=entry.record_id)
    tables = [record(keys, told, title=title, quiet=keys, labels=LABELS | {"is_given": SAID_OF_CONSENT})]
    if not isinstance(entry.fact, Decision):
        return tables, []
    notes: list[Text] = [filled(BY_RULES, version=entry.fact.rules_version, rules=entry.fact.rules)]
    sentences = sentences_of(each.rule for each in entry.fact.fired)
    # A rule of one's own file may have none.
    fired = [json_data(each) | {"sentence": sentences.get(each.rule, UNDEFINED)} for each in entry.fact.fired]
    if not fired:
        return tables, [*notes, NO_RULE_FIRED]
    totals = {"effect": str(entry.fact.points)} if isinstance(entry.fact, ScoreTaken) else None
    told_rules = table(FIRED, fired, title=FIRED_TITLE, totals=totals, quiet="limit effect", labels=LABELS)
    return [*tables, told_rules], notes


def _kind(entry: DeskEntry) -> str:
    return str(type(entry.fact).__struct_config__.tag)


def _of_promise(line: PromiseLine) -> tuple[list[Table], list[Text]]:
    """What has come of a promise, and of which payments."""
    labels = {"paid_fen": collection.CAME, "state": collection.STATE, "kept_on": collection.KEPT_ON}
    came = record(CAME, worded(json_data(line)), quiet="kept_on", labels=LABELS | labels)
    money = [json_data(each) for each in line.money]
    listed_money = table(
        "on event_id amount_fen", money, title=MONEY_TITLE, totals={"amount_fen": line.paid_fen}, labels=LABELS
    )
    return [came, listed_money], [] if money else [NO_MONEY_CAME]


def _followed(entries: Sequence[DeskEntry]) -> Table:
    """The records that name this one: its answer, its end, what was set by it."""
    rows = []
    for entry in entries:
        own = worded(_own(entry))
        said = next((own[key] for key in ("text", "reason", "note", "ended", "state") if own.get(key)), None)
        rows.append(own | _head(entry) | {"kind": KINDS[_kind(entry)], "said": said})
    return table(
        FOLLOWED,
        rows,
        title=FOLLOWED_TITLE,
        quiet="event_id said",
        labels=LABELS | {"record_id": collection.RECORD, "kind": WHAT, "said": SAID},
    )


def _next_steps(found: ExplainedRecord) -> list[Text]:
    """How to go on with what waits: to set a limit that is proposed, to answer a request."""
    entry = found.entry
    if found.followed_by:
        return []
    if isinstance(entry.fact, LimitProposed):
        return [filled(limits.NOT_SET_YET, record_id=entry.record_id)]
    if isinstance(entry.fact, TicketOpened):
        return [filled(NEXT_STEP, command=ANSWER_IT.format(record_id=entry.record_id))]
    return []


def worded(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields with their codes in words, where they have any, and shares in per cent."""
    percents = {key: f"{percent_of(value)}%" for key, value in fields.items() if key.endswith("_ppb") and value}
    return {key: CODES[key].get(value, value) if key in CODES else value for key, value in fields.items()} | percents


def _is_told(key: str, value: object) -> bool:
    """Whether a field stands among the others: a single value; shares and amounts by kind are told in one line."""
    if key in _LISTED:
        return True
    if isinstance(value, list | tuple):
        return bool(value) and all(isinstance(each, dict) and "share_ppb" in each for each in value)
    return not isinstance(value, dict) or all(str(key).endswith("_fen") for key in value)


def _flat(value: Any) -> Any:
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    if isinstance(value, list | tuple):
        return shares_told(msgspec.convert(value, Shares))
    if isinstance(value, dict):
        amounts = {key: fen for key, fen in value.items() if fen}
        return listed(
            [
                filled(AMOUNT, name=MOVED.get(key) or COLUMNS[key], amount=format_yuan(fen))
                for key, fen in amounts.items()
            ]
        )
    return value
