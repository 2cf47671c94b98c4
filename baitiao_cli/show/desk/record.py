"""What the desk recorded: any fact of it, field by field, and of a decision the rules that fired, each in its words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.actions.define import sentences_of
from baitiao_cli.calc.dates import shanghai_time
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.desk.facts import Decision, DeskEntry
from baitiao_cli.desk.facts.funding import Shares
from baitiao_cli.messages import Text, as_is, filled, listed
from baitiao_cli.messages.columns import LABELS as COLUMNS
from baitiao_cli.messages.desk.funding import MOVED
from baitiao_cli.messages.desk.records import (
    BY_RULES,
    CODES,
    FIRED_TITLE,
    KINDS,
    LABELS,
    NO_RULE_FIRED,
    TITLE,
    UNDEFINED,
)
from baitiao_cli.show.desk.shares import shares_told
from baitiao_cli.show.document import Document, csv_table, json_data, record, table
from baitiao_cli.show.rates import percent_of

HEAD = "record_id subject effective_on operator recorded_at request_id"
FIRED = "rule observed limit effect sentence"
AMOUNT = as_is("{name} {amount}")
_LISTED = {"products"}
"""Lists of words that are short enough to be told."""
_OF_DECISIONS = {"rules", "rules_version", "fired"}


def desk_record_document(entry: DeskEntry, as_of: date) -> Document:
    """The record with all that is kept in it; a decision names the rules that it was taken by."""
    data = json_data(entry.fact)
    kind = data.pop("kind")
    head = {key: getattr(entry, key) for key in HEAD.split()}
    own = {key: _flat(value) for key, value in data.items() if key not in _OF_DECISIONS and _is_told(key, value)}
    keys = " ".join([*own, *HEAD.split()[1:]])
    told = worded(own) | head | {"recorded_at": shanghai_time(entry.recorded_at)}
    title = filled(TITLE, kind=KINDS[kind], record_id=entry.record_id)
    tables = [record(keys, told, title=title, quiet=keys, labels=LABELS)]
    notes: list[Text] = []
    if isinstance(entry.fact, Decision):
        sentences = sentences_of(each["rule"] for each in data["fired"])
        # A rule of one's own file may have none.
        fired = [each | {"sentence": sentences.get(each["rule"], UNDEFINED)} for each in data["fired"]]
        notes = [filled(BY_RULES, version=entry.fact.rules_version, rules=entry.fact.rules)]
        if fired:
            tables.append(table(FIRED, fired, title=FIRED_TITLE, quiet="limit effect", labels=LABELS))
        else:
            notes.append(NO_RULE_FIRED)
    whole = head | {"kind": kind} | data
    flat = csv_table(" ".join([*HEAD.split(), "kind", *own]), [whole | own])
    return Document(data=whole, as_of=as_of, tables=tables, notes=notes, csv_table=flat)


def worded(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields with their codes in words, where they have any, and shares in per cent."""
    percents = {key: f"{percent_of(value)}%" for key, value in fields.items() if key.endswith("_ppb") and value}
    return {key: CODES.get(key, {}).get(value, value) for key, value in fields.items()} | percents


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
