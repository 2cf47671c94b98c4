"""What stops or widens a line: its lock, suspensions, limits, and what the customer asked for, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec.structs import asdict

from baitiao_cli.account.account import Account
from baitiao_cli.account.standing import HardshipCase, LimitRequest


class LockLine(msgspec.Struct, frozen=True, kw_only=True):
    """The customer's lock."""

    since_on: date
    reason: str


class SuspensionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One suspension; `lift_condition` is "" when it is what usually lifts one for its cause.

    One `by_rule` of the line's terms lifts by itself then.
    """

    cause: str
    since_on: date
    lift_condition: str
    by_rule: bool


class LimitLine(msgspec.Struct, frozen=True, kw_only=True):
    """One limit: of the line, or for a scene or a merchant; with its days a temporary one.

    Of the one in force for its purpose, what is used and held of it and what is left.
    """

    scene: str
    merchant: str
    limit_fen: int
    from_on: date | None
    until_on: date | None
    taken_fen: int | None
    available_fen: int | None


class LimitRequestLine(msgspec.Struct, frozen=True, kw_only=True):
    """A limit that the customer asked for, on which nobody has decided yet."""

    event_id: str
    since_on: date
    limit_fen: int
    scene: str
    merchant: str
    from_on: date | None
    until_on: date | None
    reason: str


class HardshipLine(msgspec.Struct, frozen=True, kw_only=True):
    """Relief that the customer asked for; `days_left` until the day by which it is to be decided, negative later."""

    event_id: str
    since_on: date
    reason: str
    until_on: date | None
    decide_by_on: date
    days_left: int


def limit_lines(account: Account) -> Iterator[LimitLine]:
    """The lasting and the temporary limit of each purpose, without those whose days are over."""
    limits, on = account.limits, account.through
    for purpose in limits.purposes:
        stated: list[tuple[int, date | None, date | None]] = []
        if purpose in limits.lasting:
            stated.append((limits.lasting[purpose], None, None))
        temporary = limits.temporary.get(purpose)
        if temporary and on <= temporary.until_on:
            stated.append((temporary.limit_fen, temporary.from_on, temporary.until_on))
        room = account.rooms.get(purpose)
        for limit_fen, from_on, until_on in stated:
            in_force = room if room and limit_fen == room.limit_fen and (from_on or on) <= on else None
            room = None if in_force else room  # of two that are the same, one is in force
            yield LimitLine(
                **asdict(purpose),
                limit_fen=limit_fen,
                from_on=from_on,
                until_on=until_on,
                taken_fen=in_force.taken_fen if in_force else None,
                available_fen=min(in_force.left_fen, account.available_for_fen(purpose)) if in_force else None,
            )


def request_line(request: LimitRequest | None) -> LimitRequestLine | None:
    if request is None:
        return None
    asked = msgspec.structs.asdict(request.asked)
    return LimitRequestLine(event_id=request.event_id, since_on=request.since_on, **asked)


def hardship_line(case: HardshipCase | None, on: date) -> HardshipLine | None:
    if case is None:
        return None
    return HardshipLine(
        event_id=case.event_id,
        since_on=case.since_on,
        reason=case.asked.reason,
        until_on=case.asked.until_on,
        decide_by_on=case.asked.decide_by_on,
        days_left=(case.asked.decide_by_on - on).days,
    )
