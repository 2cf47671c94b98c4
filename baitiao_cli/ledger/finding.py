"""One thing that `check` found."""

from __future__ import annotations

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """Something wrong: a code of the error catalogue, the row or place, and the figures of its sentence."""

    code: str
    where: str
    figures: dict[str, object]


def stopped(section: str, problem: Exception) -> Finding:
    """That a part of the check met what it could not go on with. Only the kind of it: its text could quote a row."""
    kind = getattr(problem, "sqlite_errorname", None)
    told: dict[str, object] = {"section": section, "stopped_by": "unreadable" if kind else "senseless"}
    return Finding("check-stopped", section, told | {"kind": kind or getattr(problem, "code", type(problem).__name__)})
