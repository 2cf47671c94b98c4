"""The base of all facts."""

import msgspec


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """Base of all facts; the `kind` tag is the name that the ledger stores, with all fields: a default may change."""
