"""`operator`, `operators`: who may write to this ledger, in which roles; and what takes two of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from baitiao_cli.actions.roles import OPERATOR_SET, ROLES, Role, Standing, name_key, roles_of
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.dates import shanghai_day
from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class OperatorAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A name and its roles from now on; without any it may do nothing any more."""

    name: str
    roles: tuple[Role, ...] = ()


class OperatorAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The operator's roles now and before."""

    name: str
    roles: list[str]
    roles_before: list[str]


def act(tx: WriteTransaction, asked: OperatorAsked, call: Call) -> OperatorAnswer:
    """Registers an operator or changes the roles of one.

    Errors, in this order: `deed-has-no-day`; `operator-alike`, also of one whose roles have ended, for nobody could
    tell the two apart; `first-operator-admin`, for nobody else could register more;
    `operator-unchanged`; `last-admin`, for nobody could change anything any more.
    """
    refuse_other_day(call)
    roles = [role for role in ROLES if role in asked.roles]
    before = roles_of(tx, asked.name)
    alike = [deed.subject for deed in tx.audit.latest(OPERATOR_SET) if name_key(deed.subject) == name_key(asked.name)]
    if alike and asked.name not in alike:
        raise BaitiaoError("operator-alike", operator=shortened(asked.name), known=shortened(alike[0]))
    known = list_operators(tx)
    if not known and "admin" not in roles:
        raise BaitiaoError("first-operator-admin", operator=shortened(asked.name))
    if roles == list(before):
        raise BaitiaoError("operator-unchanged", operator=shortened(asked.name))
    others = [one for one in known if one.operator != asked.name and "admin" in one.roles]
    if "admin" not in roles and not others:
        raise BaitiaoError("last-admin", operator=shortened(asked.name))
    tx.note(OPERATOR_SET, asked.name, roles=roles)
    return OperatorAnswer(name=asked.name, roles=[*roles], roles_before=[*before])


OPERATOR = Verb("operator", OperatorAsked, OperatorAnswer, act)


def refuse_other_day(call: Call) -> None:
    """Refuses a day for what counts when it is done: who may do what, and who agrees to what."""
    if call.on is not None and call.on != call.today:
        raise BaitiaoError("deed-has-no-day")


class OperatorRow(msgspec.Struct, frozen=True, kw_only=True):
    """An operator with the roles that it has, in the order of the table of roles, and since when."""

    operator: str
    roles: Sequence[str]
    since_on: date


def list_operators(tx: ReadTransaction) -> list[OperatorRow]:
    """Everybody who has a role, in the order in which they were registered."""
    return [
        OperatorRow(operator=deed.subject, roles=roles, since_on=shanghai_day(deed.recorded_at))
        for deed in tx.audit.latest(OPERATOR_SET)
        if (roles := deed.said(Standing).roles)
    ]
