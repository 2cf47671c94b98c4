"""How every verb runs: in one transaction, once per request id, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.ledger.store import Ledger, WriteTransaction


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


class Verb(msgspec.Struct, frozen=True):
    """A verb: its name, what it is asked with, what it does in a transaction, and what it answers with."""

    name: str
    asked: type[msgspec.Struct]
    answer: type[msgspec.Struct]
    act: Callable[[WriteTransaction, Any, Call], msgspec.Struct]


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
        return perform_in(tx, verb, asked, call)


def perform_in(tx: WriteTransaction, verb: Verb, asked: msgspec.Struct, call: Call) -> Done:
    """Does the verb in `tx`. A request id that was answered before gets that answer again and writes nothing.

    The same id with other inputs is refused with `request-id-reused`. The inputs are the verb, what it was asked with
    and the day that was given; the day of a call that gave none does not count, so that a retry after midnight is the
    same request.
    """
    if not call.request_id:
        return Done(verb.act(tx, asked, call))
    inputs = {"verb": verb.name, "on": str(call.on or ""), "asked": msgspec.to_builtins(asked)}
    earlier = tx.earlier_answer(call.request_id, inputs)
    if earlier is not None:
        return Done(msgspec.convert(earlier, verb.answer), is_repeated=True)
    answer = verb.act(tx, asked, call)
    tx.keep_answer(call.request_id, inputs, msgspec.to_builtins(answer))
    return Done(answer)
