"""The people behind the accounts, apart from the facts: events carry a `person_id` only, and nothing here is hashed.

What is known of a person is encrypted with a key of that person's own, which is wrapped with the ledger's key; that
one is in a file of its own beside the ledger. Whoever has only the ledger file learns nobody's name or number.
"""

from __future__ import annotations

from baitiao_cli.ledger.people.person import FIELDS, Person, refuse_erased

__all__ = ["FIELDS", "Person", "refuse_erased"]
