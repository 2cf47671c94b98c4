"""The blind index: by what a person can be looked up without reading everybody, and without telling anything.

A token is an HMAC under a key of the ledger, so nobody without the key can try numbers; the four last digits of a
number tell nothing by how often they occur. Parts of a name would: whoever knows how common surnames are would read
them off the most frequent tokens. So names have no tokens; to find a part of a name the names are decrypted.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterator
from hashlib import sha256

from baitiao_cli.ledger.people.person import Person, folded

TAIL = 4
"""Of a number so many last characters are indexed: the fewest by which somebody can be looked up."""

PHONE, PHONE_TAIL, ID_NUMBER, ID_TAIL, DIGITS = "phone", "phone-tail", "id-number", "id-tail", "name-has-digits"


def digits_of(phone: str) -> str:
    """A phone number as it is compared.

    >>> digits_of("+86 138-0000-1234")
    '8613800001234'
    """
    return re.sub("[^0-9]", "", phone)


def national(number: str) -> str:
    """The digits of a mobile number without the prefix of the country; any other number as it is.

    >>> national("8613800001234"), national("008613800001234"), national("13800001234"), national("86123456")
    ('13800001234', '13800001234', '13800001234', '86123456')
    """
    return re.sub("^(00)?86(?=1[0-9]{10}$)", "", number)


def tokens_of(key: bytes, person: Person) -> Iterator[tuple[str, bytes]]:
    """Each kind of token that the person has. A name with a digit in it is marked: a number may be looked for there."""
    phone, id_number = digits_of(person.phone), folded(person.id_number)
    texts = {PHONE: phone, PHONE_TAIL: phone[-TAIL:], ID_NUMBER: id_number, ID_TAIL: id_number[-TAIL:]}
    for kind, text in texts.items():
        if text:
            yield kind, token(key, kind, text)
    if re.search("[0-9]", folded(person.name)):
        yield DIGITS, token(key, DIGITS, "")


def token(key: bytes, kind: str, text: str) -> bytes:
    """The token of a text of one kind: 128 bits, so no two texts share one."""
    return hmac.digest(key, f"{kind}\0{text}".encode(), sha256)[:16]
