"""How a line stands besides its figures: what stops it, what waits for a decision, what was agreed or given up."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from baitiao_cli.account.events import HardshipRequested, LimitRequested, RepaidShare

LossState = Literal["charged-off", "written-off"]


class Lock(msgspec.Struct, frozen=True):
    """The customer's own lock: since when, and why."""

    since_on: date
    reason: str = ""


class Suspension(msgspec.Struct, frozen=True):
    """One suspension by the lender: its cause, since when, and what lifts it ("" what usually does for the cause).

    One `by_rule` of the terms lifts by itself then.
    """

    cause: str
    since_on: date
    lift_condition: str = ""
    by_rule: bool = False


class LimitRequest(msgspec.Struct, frozen=True):
    """A limit that the customer asked for and nobody has decided on yet; since when, by which event."""

    event_id: str
    since_on: date
    asked: LimitRequested


class Loss(msgspec.Struct, frozen=True):
    """A debt given up for lost, of a plan or ("") the whole account: in which way, since when, and why."""

    plan_id: str
    state: LossState
    since_on: date
    reason: str = ""


class HardshipCase(msgspec.Struct, frozen=True):
    """Relief that the customer asked for and nobody has decided on yet; since when, by which event."""

    event_id: str
    since_on: date
    asked: HardshipRequested


class Cooling(msgspec.Struct, frozen=True):
    """The customer's wish to close the line, by which event and since when; it is closed as `ends_on` begins."""

    event_id: str
    since_on: date
    ends_on: date


class Cooled(msgspec.Struct, frozen=True):
    """A cooling period that is over, since `ended_on`: the line was closed, or not for what stood in the way."""

    event_id: str
    since_on: date
    ended_on: date
    blockers: tuple[str, ...] = ()


class AutoRepay(msgspec.Struct, frozen=True):
    """The agreement that `share` of each bill ("full" or "minimum") is paid by `means` on its due date; since when."""

    means: str
    share: RepaidShare
    since_on: date


class Means(msgspec.Struct, frozen=True):
    """What a means of the customer's can pay (`None`: whatever is asked), since when that is known, and what it is."""

    name: str
    funds_fen: int | None
    is_removed: bool
    kind: str
    last_digits: str
    since_on: date
