"""What a verb is: its name, what it is asked with, what it does and answers, and the circumstances of a call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import WriteTransaction

APPROVAL_NEEDED = "approval-needed"
"""The code of the refusal of what waits for a second person: it lasts until that one has decided."""


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """The circumstances of a verb, handed in: the day, the clock, who, and how it is to be done.

    `now` is a UTC instant in ISO text; `on` the day the verb counts, `None` for today. What is not `is_alone`, a line
    of a batch, cannot wait for a second person; `proposal_id` is what a second person has just approved.
    """

    today: date
    now: str
    operator: str
    on: date | None = None
    request_id: str = ""
    dry_run: bool = False
    is_alone: bool = True
    proposal_id: str = ""

    @property
    def effective_on(self) -> date:
        """The day the verb counts."""
        return self.on or self.today

    def checked_on(self) -> date:
        """The day the verb counts; one to come is refused: `date-in-future`."""
        if self.effective_on > self.today:
            raise BaitiaoError("date-in-future", on=self.effective_on, today=self.today)
        return self.effective_on


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A refusal that leaves a trace: what the verb recorded stays, and then the caller is refused.

    It is kept with its request like an answer, so that a retry is refused alike and leaves no second trace.
    """

    code: str
    details: dict[str, str | int]


def nothing_else(answer: object) -> str:
    """Most verbs act on nothing but what they are asked with."""
    return ""


class Approval(msgspec.Struct, frozen=True):
    """Of which kind a verb is for the rule that a second person must agree, and the amount of it, read off its answer.

    `None` when what it did is nothing of the kind, such as a cut for those who raise a limit. `acts_on` reads off what
    it acted on where what was asked does not name it, such as the request that is decided on.
    """

    kind: str
    amount_fen: Callable[[Any], int | None]
    acts_on: Callable[[Any], str] = nothing_else


def never(asked: object) -> bool:
    """Most verbs are asked with nothing personal."""
    return False


def always(asked: object) -> bool:
    """Some verbs are always asked with something personal."""
    return True


class Verb(msgspec.Struct, frozen=True):
    """A verb: its name, what it is asked with, what it does in a transaction, and what it answers with.

    `secrets` are the fields that are never kept, not even in the hash of what a request asked. Where there are some,
    `fits` tells whether what is given of them now is right: an answer is given again only to who knows them.
    `also` is of which other kinds it may be: what undoes a cut of the limit raises it.
    `is_personal` tells whether there is something personal in what a request asked, so that its hash must be blinded.
    """

    name: str
    asked: type[msgspec.Struct]
    answer: type[msgspec.Struct]
    act: Callable[[WriteTransaction, Any, Call], msgspec.Struct]
    secrets: tuple[str, ...] = ()
    fits: Callable[[WriteTransaction, Any, Call], bool] | None = None
    approval: Approval | None = None
    also: tuple[Approval, ...] = ()
    is_personal: Callable[[Any], bool] = never

    @property
    def approvals(self) -> tuple[Approval, ...]:
        """All kinds of deeds that it may be, of those that may take a second person."""
        return (self.approval, *self.also) if self.approval else ()
