"""Whom a fact of the desk is about: a person, named as such or by one of their accounts."""

from __future__ import annotations

import re

from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction

_PERSON = re.compile(r"P[1-9][0-9]*", re.IGNORECASE | re.ASCII)


def person_of(tx: ReadTransaction, who: str) -> str:
    """The id of the person that `who` names, or whose account it names.

    Errors: `account-unknown`, `person-unknown`, and `person-erased`, for nothing more is kept about who is forgotten.
    """
    if _PERSON.fullmatch(who):
        person_id = who.upper()
        if not tx.accounts_of_person(person_id):
            raise BaitiaoError("person-unknown", person_id=shortened(person_id))
    else:
        person_id = tx.book(who).account_person
    tx.refuse_erased(person_id)
    return person_id
