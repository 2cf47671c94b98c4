"""What is told of seals that do not fit what they close."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from baitiao_cli.ledger.chain import AUDIT_CHAIN
from baitiao_cli.ledger.finding import Finding

MOST_NAMED = 3
"""Of what a seal closes otherwise so many are named."""


def seal_findings(number: int, problems: dict[str, bool]) -> Iterator[Finding]:
    """One finding for each thing that is wrong with a seal."""
    for problem, is_wrong in problems.items():
        if is_wrong:
            yield Finding("check-seal", f"seal {number}", {"number": number, "problem": problem})


class WrongSeals:
    """The seals that do not fit: those like one before them follow from the same gap, and are only counted."""

    def __init__(self) -> None:
        self.met: set[str] = set()
        self.first = self.last = self.count = 0

    def findings(self, number: int, problems: dict[str, bool]) -> Iterator[Finding]:
        """What is wrong with a seal, if a seal before it had not all of the same."""
        self.first = self.first or number
        wrong = {problem for problem, is_wrong in problems.items() if is_wrong}
        if wrong <= self.met:
            self.count, self.last = self.count + 1, number
            return
        self.met |= wrong
        yield from seal_findings(number, problems)

    def more(self) -> Iterator[Finding]:
        """How many were counted only."""
        if self.count:
            figures: dict[str, object] = {"number": self.first, "count": self.count, "last": self.last}
            yield Finding("check-more-seals", f"seal {self.first}", figures)


def differing(heads: object, touched: dict[str, str]) -> str:
    """What a seal closes otherwise than it is now: the audit log, accounts, rows."""
    try:
        sealed = msgspec.json.decode(str(heads), type=dict[str, str])
    except (msgspec.MsgspecError, ValueError):
        return "its list of heads"
    names = sorted(name for name in {*sealed, *touched} if sealed.get(name) != touched.get(name))
    told = [
        "the audit log" if name == AUDIT_CHAIN else f"row {name}" if " " in name else f"account {name}"
        for name in names[:MOST_NAMED]
    ]
    return ", ".join([*told, *(["..."] if len(names) > MOST_NAMED else [])]) or "its list of heads"
