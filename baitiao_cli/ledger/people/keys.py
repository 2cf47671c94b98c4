"""The key of a ledger's people: a file of its own, and the keys for each purpose that are derived from it."""

from __future__ import annotations

import hmac
import os
import sqlite3
import stat
from binascii import Error, a2b_base64, b2a_base64
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

import msgspec

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file.naming import plain_name

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import StrPath

VARIABLE = "BAITIAO_KEY_FILE"
HEADER = b"baitiao key 1\n"
KEY_BYTES = 32

SALT, FINGERPRINT = "people_salt", "key_fingerprint"
"""The settings of a ledger: what makes its keys its own, whoever else uses the file, and what tells a wrong key."""


class Keys(msgspec.Struct, frozen=True):
    """The keys of one ledger: what wraps each person's key, what blinds the index, and what blinds request hashes."""

    wrapping: bytes
    index: bytes
    requests: bytes

    def __repr__(self) -> str:
        return "Keys()"  # a log or a traceback must not tell them


def key_file(ledger: StrPath) -> str:
    """Where the ledger's key is: the file that BAITIAO_KEY_FILE names, or `<ledger>.key` beside the real file."""
    named = os.environ.get(VARIABLE)
    if named:
        return plain_name(named)
    return f"{os.path.realpath(ledger) if os.path.islink(ledger) else os.fspath(ledger)}.key"


def key_path(ledger: StrPath) -> Path:
    """The same as a path."""
    from pathlib import Path

    return Path(key_file(ledger))


def keys_of(connection: sqlite3.Connection, ledger: StrPath) -> Keys:
    """The keys with which the people of this ledger are read and written.

    Errors: `key-missing`, `key-wrong`, `key-open` when others may read the file, `key-unusable`; `ledger-damaged` when
    the ledger does not say which key is its own.
    """
    rows = connection.execute("SELECT name, value FROM settings WHERE name IN (?, ?)", (SALT, FINGERPRINT))
    settings = {str(name): str(value) for name, value in rows}
    try:
        salt, fingerprint = bytes.fromhex(settings[SALT]), bytes.fromhex(settings[FINGERPRINT])
    except (KeyError, ValueError) as problem:
        raise BaitiaoError("ledger-damaged", reason="settings") from problem
    key = read_key(ledger)
    if not hmac.compare_digest(derived(key, salt, b"fingerprint"), fingerprint):
        raise BaitiaoError("key-wrong", file=key_file(ledger), path=ledger)
    return _keys(key, salt)


KeyState = Literal["fits", "missing", "wrong", "unusable", "unknown"]
"""How it stands with the key of a ledger; unknown if the ledger does not say which one is its own."""


def key_state(connection: sqlite3.Connection, ledger: StrPath) -> KeyState:
    """How it stands with the key file of the ledger that is, or will be, at that path."""
    try:
        keys_of(connection, ledger)
    except BaitiaoError as error:
        states: dict[str, KeyState] = {"key-missing": "missing", "key-wrong": "wrong", "ledger-damaged": "unknown"}
        return states.get(error.code, "unusable")
    return "fits"


def set_up_keys(connection: sqlite3.Connection, key: bytes) -> Keys:
    """Makes `key` that of a ledger which has none yet, by its settings."""
    salt = os.urandom(16)
    settings = {SALT: salt.hex(), FINGERPRINT: derived(key, salt, b"fingerprint").hex()}
    connection.executemany("INSERT INTO settings (name, value) VALUES (?, ?)", settings.items())
    return _keys(key, salt)


def _keys(key: bytes, salt: bytes) -> Keys:
    return Keys(*(derived(key, salt, purpose) for purpose in (b"wrapping", b"index", b"requests")))


def derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    """The 32 bytes that HKDF with SHA-256 makes of a key for a purpose. Source: RFC 5869, of which it is one block."""
    return hmac.digest(hmac.digest(salt, key, sha256), purpose + b"\x01", sha256)


def read_key(ledger: StrPath) -> bytes:
    """The bytes of the ledger's key file. Errors: `key-missing`, `key-open`, `key-unusable`.

    In its usual place the file may not be a link; whoever names another file may name a link to it.
    """
    file = key_file(ledger)
    try:
        follow = 0 if os.environ.get(VARIABLE) else os.O_NOFOLLOW
        descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | follow)
    except FileNotFoundError as problem:
        raise BaitiaoError("key-missing", file=file, path=ledger) from problem
    except (OSError, ValueError) as problem:
        raise _unusable(file, problem) from problem
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise BaitiaoError("key-unusable", file=file, reason="not a file")
        if found.st_mode & 0o077:
            raise BaitiaoError("key-open", file=file, mode=f"{stat.S_IMODE(found.st_mode):04o}")
        return _key_in(os.read(descriptor, 256), file)
    except OSError as problem:
        raise _unusable(file, problem) from problem
    finally:
        os.close(descriptor)


def _key_in(text: bytes, file: str) -> bytes:
    try:
        key = a2b_base64(text.removeprefix(HEADER).rstrip(), strict_mode=True) if text.startswith(HEADER) else b""
    except Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise BaitiaoError("key-unusable", file=file, reason="not a key of baitiao")
    return key


def make_key(ledger: Path) -> bytes:
    """The bytes of the ledger's key file, which is made if there is none: whole or not at all, and never over another.

    A key that is there is used again: other ledgers or backups may need it. Errors: as for reading it, and `OSError`.
    """
    file = key_path(ledger)
    if not os.path.lexists(file):
        from baitiao_cli.ledger.file.placing import make_folders

        make_folders(file.absolute().parent)
        _write(file, HEADER + b2a_base64(os.urandom(KEY_BYTES)))
    return read_key(ledger)


def _write(file: Path, text: bytes) -> None:
    """Writes a draft for its owner only and gives it its name; if another was quicker, that one's key is the key."""
    from baitiao_cli.ledger.file.placing import draft_beside, put_in_place

    with draft_beside(file) as draft:
        draft.write_bytes(text)
        with suppress(FileExistsError):
            put_in_place(draft, file)


def _unusable(file: str, problem: Exception) -> BaitiaoError:
    from baitiao_cli.ledger.file.connection import reason_of

    return BaitiaoError("key-unusable", file=file, reason=reason_of(problem))
