"""Requests that were answered: the same id with the same inputs gives the first answer again, and writes nothing.

Of the inputs only a hash is kept. Names and numbers can be tried until a hash fits, so where there are some among the
inputs the hash is blinded with a key of the ledger.
"""

from __future__ import annotations

import hmac
import sqlite3
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.codec import canonical

Key = Callable[[], bytes]
"""Gives the key that blinds hashes; asked only when it is needed, for not everybody has it."""


def earlier_answer(
    connection: sqlite3.Connection, request_id: str, inputs: dict[str, object], key: Key
) -> dict[str, Any] | None:
    """The answer that the request got before; `None` if it is new, `request-id-reused` if its inputs differ.

    A hash may be blinded whatever was asked, for those of older ledgers are, so the key is asked for when the plain one
    does not fit.
    """
    row = connection.execute("SELECT inputs_hash, answer FROM requests WHERE request_id = ?", (request_id,)).fetchone()
    if row is None:
        return None
    plain = _hash_of(inputs)
    told = row["inputs_hash"]
    if told != plain and told not in (keyed(key(), plain), _keyed_unchecked(key(), plain)):
        raise BaitiaoError("request-id-reused", request_id=shortened(request_id))
    answer: dict[str, Any] = msgspec.json.decode(row["answer"])
    return answer


def request_row(
    connection: sqlite3.Connection,
    request_id: str,
    inputs: Mapping[str, object],
    answer: dict[str, Any],
    now: str,
    key: Key | None,
) -> dict[str, str | int]:
    """The row that keeps the answer of a new request, as JSON; of the inputs only a hash, blinded if there is a `key`.

    Error: `request-id-reused` when a part of the request, a line of a batch, has taken the id meanwhile.
    """
    if connection.execute("SELECT 1 FROM requests WHERE request_id = ?", (request_id,)).fetchone():
        raise BaitiaoError("request-id-reused", request_id=shortened(request_id))
    plain = _hash_of(inputs)
    return {
        "request_id": request_id,
        "inputs_hash": keyed(key(), plain) if key else plain,
        "answer": canonical(answer),
        "recorded_at": now,
    }


def _hash_of(inputs: Mapping[str, object]) -> str:
    return sha256(canonical(inputs).encode()).hexdigest()


BLINDED, BLINDED_UNCHECKED = "q", "k"
"""What a blinded hash begins with, and no plain one; those of version 4 had no check digits."""

CHECK_DIGITS = 8


def keyed(key: bytes, plain: str) -> str:
    """The blinded form of a hash, of another ledger another one; its check digits tell of damage, for no seal does."""
    blinded = BLINDED + hmac.digest(key, plain.encode(), sha256).hex()[len(BLINDED) + CHECK_DIGITS :]
    return blinded + _check_digits(blinded)


def is_blinded(inputs_hash: str) -> bool:
    """Whether a hash was blinded with a ledger's key, and is as it was written.

    >>> is_blinded(keyed(b"key", "0" * 64)), is_blinded("0" * 64), is_blinded("q" + "0" * 63)
    (True, False, False)
    """
    if inputs_hash.startswith(BLINDED):
        return inputs_hash[-CHECK_DIGITS:] == _check_digits(inputs_hash[:-CHECK_DIGITS])
    return inputs_hash.startswith(BLINDED_UNCHECKED)


def _keyed_unchecked(key: bytes, plain: str) -> str:
    return BLINDED_UNCHECKED + hmac.digest(key, plain.encode(), sha256).hex()[len(BLINDED_UNCHECKED) :]


def _check_digits(blinded: str) -> str:
    return sha256(blinded.encode("utf-8", "surrogateescape")).hexdigest()[:CHECK_DIGITS]
