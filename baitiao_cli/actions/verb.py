"""How every verb runs: in one transaction, once per request id, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Ledger, WriteTransaction

REFUSED = "refused"
"""The key under which a refusal is kept instead of an answer."""


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """The circumstances of a verb, handed in: the day, the clock, who, and how it is to be done.

    `now` is a UTC instant in ISO text; `on` the day the verb counts, `None` for today.
    """

    today: date
    now: str
    operator: str
    on: date | None = None
    request_id: str = ""
    dry_run: bool = False

    @property
    def effective_on(self) -> date:
        """The day the verb counts."""
        return self.on or self.today


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A refusal that leaves a trace: what the verb recorded stays, and then the caller is refused.

    It is kept with its request like an answer, so that a retry is refused alike and leaves no second trace.
    """

    code: str
    details: dict[str, str | int]


class Verb(msgspec.Struct, frozen=True):
    """A verb: its name, what it is asked with, what it does in a transaction, and what it answers with.

    `secrets` are the fields that are never kept, not even in the hash of what a request asked. Where there are some,
    `fits` tells whether what is given of them now is right: an answer is given again only to who knows them.
    """

    name: str
    asked: type[msgspec.Struct]
    answer: type[msgspec.Struct]
    act: Callable[[WriteTransaction, Any, Call], msgspec.Struct]
    secrets: tuple[str, ...] = ()
    fits: Callable[[WriteTransaction, Any, Call], bool] | None = None


class Done(msgspec.Struct, frozen=True):
    """The answer of a verb, and whether it is that of an earlier call with the same request id."""

    answer: Any
    is_repeated: bool = False


def perform(ledger: Ledger, verb: Verb, asked: msgspec.Struct, call: Call) -> Any:
    """Does the verb in a transaction of its own and returns its answer."""
    return perform_once(ledger, verb, asked, call).answer


def perform_once(ledger: Ledger, verb: Verb, asked: msgspec.Struct, call: Call) -> Done:
    """Does the verb in a transaction of its own; `dry_run` takes the same path and keeps nothing."""
    with ledger.write(today=call.today, now=call.now, operator=call.operator, dry_run=call.dry_run) as tx:
        done = perform_in(tx, verb, asked, call)
    if isinstance(done.answer, Refusal):
        raise BaitiaoError(done.answer.code, **done.answer.details)
    return done


def perform_in(tx: WriteTransaction, verb: Verb, asked: msgspec.Struct, call: Call) -> Done:
    """Does the verb in `tx`. A request id that was answered before gets that answer again and writes nothing.

    The same id with other inputs is refused with `request-id-reused`. The inputs are the verb, what it was asked with
    and the day that was given; the day of a call that gave none does not count, so that a retry after midnight is the
    same request. What is secret is not known by then: to see what was done, it must be right again; a refused attempt
    is refused again whatever is given, so that repeating it tells nothing.
    """
    if not call.request_id:
        return Done(verb.act(tx, asked, call))
    given = {name: value for name, value in msgspec.to_builtins(asked).items() if name not in verb.secrets}
    inputs: dict[str, object] = {"verb": verb.name, "on": str(call.on or ""), "asked": given}
    earlier = tx.earlier_answer(call.request_id, inputs)
    if earlier is not None:
        if REFUSED in earlier:
            return Done(msgspec.convert(earlier[REFUSED], Refusal), is_repeated=True)
        if verb.fits is not None and not verb.fits(tx, asked, call):
            return Done(Refusal(code="request-id-reused", details={"request_id": shortened(call.request_id)}))
        return Done(msgspec.convert(earlier, verb.answer), is_repeated=True)
    answer = verb.act(tx, asked, call)
    kept: dict[str, Any] = msgspec.to_builtins(answer)
    tx.keep_answer(call.request_id, inputs, {REFUSED: kept} if isinstance(answer, Refusal) else kept)
    return Done(answer)
