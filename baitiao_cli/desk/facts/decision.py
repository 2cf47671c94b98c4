"""What every decision of the desk has: the rules that it was taken by, and which of them fired on what."""

from __future__ import annotations

import msgspec

from baitiao_cli.account.events.fact import Fact


class Fired(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule that fired, by the name that its definition has: what was observed, the limit that it was held against.

    Both are as they are told (`"3"`, `"92.5%"`, `"1,200.00"`), so that a decision reads the same for ever; `effect` is
    what came of it: points, an action, or "" where the rule only says that it fired.
    """

    rule: str
    observed: str
    limit: str = ""
    effect: str = ""


class Decision(Fact, frozen=True, kw_only=True):
    """The base of decisions: the name and the version of the rule file, and the rules that fired, in its order."""

    rules: str
    rules_version: int
    fired: tuple[Fired, ...] = ()
