"""One thing that `check` found."""

from __future__ import annotations

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """Something wrong: a code of the error catalogue, the row or place, and the figures of its sentence."""

    code: str
    where: str
    figures: dict[str, object]
