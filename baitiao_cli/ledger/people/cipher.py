"""What is known of a person, encrypted with AES-256-GCM under a key of that person's own, wrapped with the ledger's.

Every text is bound to its person and field, so none can be put in another's place; every write has a fresh nonce. Texts
are filled up to a multiple of `BLOCK` bytes, so that their length tells little, and what is not known looks alike.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag

from baitiao_cli.errors import BaitiaoError

try:  # where it is; the module that offers it imports all other ciphers, which takes a quarter of a start of Python
    from cryptography.hazmat.bindings._rust import openssl

    AESGCM = openssl.aead.AESGCM
except (ImportError, AttributeError):  # a version that has it elsewhere
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
BLOCK = 32


class PersonCipher:
    """The cipher of one person; its key is in memory only while the person is read or written."""

    def __init__(self, key: bytes, person_id: str) -> None:
        self._cipher, self._person_id = AESGCM(key), person_id

    @staticmethod
    def of_new(wrapping: bytes, person_id: str) -> tuple[PersonCipher, bytes]:
        """The cipher of a person who is new, and their wrapped key."""
        key = AESGCM.generate_key(256)
        return PersonCipher(key, person_id), _sealed(AESGCM(wrapping), key, f"{person_id}/key")

    @staticmethod
    def of(wrapping: bytes, person_id: str, wrapped: bytes) -> PersonCipher:
        """The cipher of a person by their wrapped key."""
        return PersonCipher(_opened(AESGCM(wrapping), wrapped, f"{person_id}/key"), person_id)

    def seal(self, field: str, text: str) -> bytes:
        """The text of a field, encrypted."""
        raw = text.encode()
        return _sealed(self._cipher, raw + bytes(BLOCK - len(raw) % BLOCK), f"{self._person_id}/{field}")

    def open(self, field: str, sealed: bytes) -> str:
        """The text of a field; `ledger-damaged` if it was changed, or is another's."""
        return _opened(self._cipher, sealed, f"{self._person_id}/{field}").rstrip(b"\0").decode()


def _sealed(cipher: AESGCM, data: bytes, bound_to: str) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, data, bound_to.encode())


def _opened(cipher: AESGCM, sealed: bytes, bound_to: str) -> bytes:
    try:
        return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to.encode())
    except (InvalidTag, ValueError, TypeError) as problem:
        raise BaitiaoError("ledger-damaged", reason="people") from problem
