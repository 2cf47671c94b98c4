"""Snapshots: accounts of many events as they were folded, so that what is long past is not folded again on each look.

A snapshot is a cache, under no seal. It is believed only with its own hash, over the hash of the last event in it; as
long as nothing was recorded since that changes what is behind it; and by the version of the fold that made it. `check`
proves the hash, `check --full` folds the events again.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, get_args, overload

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.entries import Entries
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.plans import Plans
from baitiao_cli.ledger.codec import canonical

T = TypeVar("T")

FOLD_VERSION = 1
"""Raised with every change of what a folded account keeps, or of what the fold makes of the same events."""

PIECE = 1_000
"""So many entries are packed together, and unpacked when one of them is looked at."""

UNREADABLE = (zlib.error, msgspec.MsgspecError, ValueError, TypeError)
"""What tells that a snapshot was packed otherwise, by a version that did not say so."""


class Snapshot(msgspec.Struct):
    """An account folded up to the end of `through` from its first `number` events, of which `head` is the last hash."""

    number: int
    through: date
    head: str
    state: bytes
    _unpacked: Account | None = None

    def account(self) -> Account:
        """The account: another one each time, for a fold that goes on with it changes it."""
        account, self._unpacked = self._unpacked or unpacked(self.state), None
        return account


def snapshot_in(row: sqlite3.Row) -> Snapshot | None:
    """The snapshot in a row of `SELECTED`; `None` when it is damaged, or another version of the fold made it."""
    if row["fold_version"] != FOLD_VERSION or not is_whole(row):
        return None
    try:
        account = unpacked(row["state"])
    except UNREADABLE:
        return None
    return Snapshot(row["number"], account.through, row["head"], row["state"], account)


def unpacked(state: bytes) -> Account:
    """The account in a packed state."""
    return _account_decoder().decode(zlib.decompress(state))


SELECTED = (
    "SELECT snapshots.*, events.hash AS head FROM snapshots LEFT JOIN events"
    " ON events.account_id = snapshots.account_id AND events.number = snapshots.number"
)
"""Snapshots with the hash of the last event in them, or nothing where there is no such event."""


def is_whole(row: sqlite3.Row) -> bool:
    """Whether a row of `SELECTED` has its own hash."""
    return bool(row["hash"] == _hash_of(row["account_id"], row["number"], row["through_on"], row["head"], row["state"]))


def keep(connection: sqlite3.Connection, account: Account, number: int) -> Snapshot | None:
    """Keeps an account as its first `number` events make it, in place of how it was kept before.

    One with a figure beyond 64 bits is not kept (`None`): it is folded each time.
    """
    try:
        state = zlib.compress(_encoder.encode(account), 1)
    except OverflowError:
        return None
    account_id, through_on = account.account_id, account.through.isoformat()
    found = connection.execute("SELECT hash FROM events WHERE account_id = ? AND number = ?", (account_id, number))
    head = str(found.fetchone()["hash"])
    row = (account_id, number, through_on, FOLD_VERSION, state, _hash_of(account_id, number, through_on, head, state))
    connection.execute("INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?, ?, ?)", row)
    return Snapshot(number, account.through, head, state)


def _hash_of(account_id: str, number: int, through_on: str, head: str, state: bytes) -> str:
    return sha256(canonical([account_id, number, through_on, head]).encode() + state).hexdigest()


class _Packed(Sequence[T]):
    """Entries of one type in packed pieces."""

    def __init__(self, count: int, size: int, pieces: list[bytes], entry: Any) -> None:
        self._count, self._size, self._pieces = count, size, pieces
        self._decoder: msgspec.msgpack.Decoder[list[T]] = _list_decoder(entry)
        self._unpacked: dict[int, list[T]] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> list[T]: ...

    def __getitem__(self, place: int | slice) -> T | list[T]:
        if not isinstance(place, slice):
            return self._piece(place // self._size)[place % self._size]
        first, until, _ = place.indices(self._count)
        numbers = range(first // self._size, -(-until // self._size))
        found = [entry for number in numbers for entry in self._piece(number)]
        before = first % self._size
        return found[before : before + until - first]

    def __iter__(self) -> Iterator[T]:
        return iter(self[:])

    def _piece(self, number: int) -> list[T]:
        if number not in self._unpacked:
            self._unpacked[number] = self._decoder.decode(zlib.decompress(self._pieces[number]))
        return self._unpacked[number]


def _packed(value: Any) -> Any:
    """What msgspec does not know: exact fractions as text, entries in pieces."""
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Entries):
        pieces = [value[at : at + PIECE] for at in range(0, len(value), PIECE)]
        return len(value), PIECE, [zlib.compress(_encoder.encode(piece), 1) for piece in pieces]
    raise NotImplementedError(type(value))


def _unpacked(kind: Any, value: Any) -> Any:
    if kind is Fraction:
        numerator, _, denominator = value.partition("/")
        return Fraction(int(numerator), int(denominator or 1))
    if kind is Plans:
        return Plans(msgspec.convert(value, dict[str, Plan], dec_hook=_unpacked))
    count, size, pieces = value
    [entry] = get_args(kind)
    return Entries(older=_Packed(count, size, pieces, entry))


_encoder = msgspec.msgpack.Encoder(enc_hook=_packed)


@cache
def _account_decoder() -> msgspec.msgpack.Decoder[Account]:
    return msgspec.msgpack.Decoder(Account, dec_hook=_unpacked)


@cache
def _list_decoder(entry: Any) -> msgspec.msgpack.Decoder[list[Any]]:
    return msgspec.msgpack.Decoder(list[entry], dec_hook=_unpacked)
