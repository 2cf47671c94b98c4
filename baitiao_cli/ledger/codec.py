"""Events as rows and back: the body of an event is its fact as canonical JSON (sorted keys, no spaces)."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from baitiao_cli.account.events import AnyFact, Event
from baitiao_cli.account.events.fact import Fact
from baitiao_cli.errors import BaitiaoError

_encoder = msgspec.json.Encoder(order="sorted", enc_hook=str)
_facts: msgspec.json.Decoder[AnyFact] = msgspec.json.Decoder(AnyFact)
canonical_bytes = _encoder.encode
"""The canonical text of a value, encoded, as it is hashed: see `canonical`."""


class Skimmed(msgspec.Struct):
    """What of a fact is looked at without reading it; the rest is only skimmed, so it can be anything that is JSON.

    Its kind, what a purchase or a hold is looked for by, and the quote that a purchase accepted.
    """

    kind: str
    merchant: str = ""
    order_id: str = ""
    quote_id: str = ""
    quote_hash: str = ""


_skimmed = msgspec.json.Decoder(Skimmed)


def canonical(value: object) -> str:
    """The one JSON text of a value: keys sorted, no spaces, dates in ISO, anything unknown as its text.

    >>> canonical({"b": date(2026, 3, 3), "a": [1]})
    '{"a":[1],"b":"2026-03-03"}'
    """
    return _encoder.encode(value).decode()


def canonical_lines(values: Sequence[object]) -> bytes:
    """The canonical texts of values, one after another, encoded.

    >>> canonical_lines([(1, "a"), (2, "\\n")])
    b'[1,"a"][2,"\\\\n"]'
    """
    return _encoder.encode_lines(values).replace(b"\n", b"")  # none is in a text itself: there it is written as two


def body_of(fact: AnyFact) -> str:
    """The stored text of a fact. It is read back at once: what would not come back the same is never stored.

    Raises `msgspec.ValidationError` for a value that is not of its field's type (a `bool` amount, say): our fault.
    """
    body = canonical(fact)
    assert _facts.decode(body) == fact
    return body


def kind_of(fact: Fact) -> str:
    """The name of a fact in the ledger: `purchase-made`."""
    return str(fact.__struct_config__.tag)


def skimmed(body: str) -> Skimmed | None:
    """What a stored text tells without being read as a fact; `None` if it is no JSON object with a kind."""
    try:
        return _skimmed.decode(body)
    except (msgspec.MsgspecError, ValueError, TypeError):
        return None


def fact_of(body: str) -> AnyFact:
    """The fact in a stored text; `msgspec.MsgspecError` when there is none."""
    return _facts.decode(body)


def event_of(row: sqlite3.Row | Mapping[str, object]) -> Event:
    """The event in a row; `ledger-damaged` names the one that cannot be read."""
    try:
        return Event(
            event_id=str(row["event_id"]),
            account_id=str(row["account_id"]),
            number=int(str(row["number"])),
            effective_on=date.fromisoformat(str(row["effective_on"])),
            fact=fact_of(str(row["body"])),
            sequence=int(str(row["sequence"])),
            recorded_at=str(row["recorded_at"]),
            operator=str(row["operator"]),
            request_id=str(row["request_id"]),
        )
    except (ValueError, msgspec.MsgspecError) as problem:
        raise BaitiaoError("ledger-damaged", reason=f"event {row['event_id']}") from problem
