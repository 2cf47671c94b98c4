"""Roles: who may do what, in a ledger that has operators; in one that has none everybody may do everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError

if TYPE_CHECKING:
    from baitiao_cli.ledger.store import ReadTransaction

Role = Literal["clerk", "supervisor", "auditor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)

OPERATOR_SET = "operator-set"
"""The deed that makes a name (its subject) an operator with `roles`, or with none of them any more."""

_COVERED: dict[tuple[Role, ...], tuple[str, ...]] = {
    ("clerk", "supervisor"): (
        # daily business
        *("open", "charge", "hold", "capture", "release", "register"),
        *("repay", "payoff", "prepay", "payout", "recover", "convert", "defer"),
        *("lock", "unlock", "suspend", "bill-day", "auto-repay", "means", "verify", "close", "person"),
        *("request-limit", "hardship", "dispute", "accrue", "batch"),
        *("contact", "prefer", "remind", "notify", "promise", "cases open", "ticket", "ticket-answer"),
        "bureau notice",
        *("risk scan", "queue decline"),
        # given back, or found to be wrong; from an amount on a second person must agree
        *("refund", "waive", "credit", "reverse"),
        *("consent", "income", "score keep", "limits review"),
        "decline",  # also what one has proposed oneself
    ),
    ("supervisor",): (
        *("funder", "fund", "funder-settle", "merchant-settle"),
        *("limit", "limits apply", "decide-limit", "tier", "score apply"),
        *("reopen", "resume", "resolve", "decide-hardship"),
        *("limit", "decide-limit", "reopen", "resume", "resolve", "decide-hardship"),
        *("limit", "limits apply", "offers grant", "decide-limit", "reopen", "resume", "resolve", "decide-hardship"),
        *("reprice", "pause", "extend", "restructure", "charge-off", "write-off"),
        "approve",
        "bureau export",
        *("queue approve", "queue release"),  # they lift a suspension, as resume does
    ),
    ("supervisor", "auditor"): ("unmask", "privacy export"),
    ("supervisor", "admin"): ("rebuild", "privacy erase"),
    ("admin",): ("operator", "approval"),
}

ROLES_OF = {verb: roles for roles, verbs in _COVERED.items() for verb in verbs}
"""Which roles cover a verb; an operator may have several.

Looking takes none, for the file can be read, nor does a quote, which binds nobody.
"""


class Standing(msgspec.Struct, frozen=True):
    """What the audit log says of an operator."""

    roles: tuple[str, ...]


def roles_of(tx: ReadTransaction, operator: str) -> tuple[str, ...]:
    """The roles that an operator has now; none of who is no operator."""
    deed = tx.audit.last(OPERATOR_SET, operator)
    return deed.said(Standing).roles if deed else ()


def name_key(name: str) -> str:
    """What names of one person have in common, however they are written: of two keys alike only one is registered."""
    from unicodedata import normalize

    return " ".join(normalize("NFKC", name).casefold().split())


def require(tx: ReadTransaction, operator: str, verb: str) -> None:
    """Refuses what the operator may not do: `operator-unknown`, `role-needed`; nothing where there are no operators."""
    if not tx.audit.has(OPERATOR_SET):
        return
    roles = roles_of(tx, operator)
    if not roles:
        raise BaitiaoError("operator-unknown", operator=shortened(operator))
    if not covers(roles, verb):
        covering = list(ROLES_OF[verb])
        raise BaitiaoError("role-needed", operator=shortened(operator), roles=list(roles), verb=verb, covering=covering)


def covers(roles: Sequence[str], verb: str) -> bool:
    """Whether any of the roles covers the verb."""
    return any(role in ROLES_OF[verb] for role in roles)
