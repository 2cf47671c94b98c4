"""Requests that were answered: the same id with the same inputs gives the first answer again, and writes nothing."""

from __future__ import annotations

import sqlite3
from hashlib import sha256
from typing import Any

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.codec import canonical


def earlier_answer(connection: sqlite3.Connection, request_id: str, inputs: dict[str, object]) -> dict[str, Any] | None:
    """The answer that the request got before; `None` if it is new, `request-id-reused` if its inputs differ."""
    row = connection.execute("SELECT inputs_hash, answer FROM requests WHERE request_id = ?", (request_id,)).fetchone()
    if row is None:
        return None
    if row["inputs_hash"] != _hash_of(inputs):
        raise BaitiaoError("request-id-reused", request_id=shortened(request_id))
    answer: dict[str, Any] = msgspec.json.decode(row["answer"])
    return answer


def keep_answer(
    connection: sqlite3.Connection, request_id: str, inputs: dict[str, object], answer: dict[str, Any], recorded_at: str
) -> None:
    """Keeps the answer of a new request, as JSON; of the inputs only a hash is kept.

    Error: `request-id-reused` when a part of the request, a line of a batch, has taken the id meanwhile.
    """
    if connection.execute("SELECT 1 FROM requests WHERE request_id = ?", (request_id,)).fetchone():
        raise BaitiaoError("request-id-reused", request_id=shortened(request_id))
    connection.execute(
        "INSERT INTO requests (request_id, inputs_hash, answer, recorded_at) VALUES (?, ?, ?, ?)",
        (request_id, _hash_of(inputs), canonical(answer), recorded_at),
    )


def _hash_of(inputs: dict[str, object]) -> str:
    return sha256(canonical(inputs).encode()).hexdigest()
