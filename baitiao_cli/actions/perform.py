"""How every verb runs: in one transaction, once per request id, or not at all."""

from __future__ import annotations

from typing import Any

import msgspec

from baitiao_cli.actions.roles import require
from baitiao_cli.actions.verb import APPROVAL_NEEDED, Call, Refusal, Verb
from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Ledger, WriteTransaction

REFUSED = "refused"
"""The key under which a refusal is kept instead of an answer."""


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
    """Does the verb in `tx`, if the operator may. A request id that was answered before gets that answer again.

    The same id with other inputs is refused with `request-id-reused`. The inputs are the verb, what it was asked with
    and the day that was given; the day of a call that gave none does not count, so that a retry after midnight is the
    same request. What is secret is not known by then: to see what was done, it must be right again; a refused attempt
    is refused again whatever is given, so that repeating it tells nothing.

    A day to come is `date-in-future`, before anything is worked out for it that would be told as if it were so by now.
    Above an amount that takes a second person the verb is not done but kept as a proposal: a refusal that leaves a
    trace. A retry gets the same proposal again, and once that is approved the verb's answer; it writes nothing.
    """
    done = done_before(tx, verb, asked, call)
    if done is not None:
        return done
    call.checked_on()
    answer = _act(tx, verb, asked, call)
    if call.request_id:
        kept: dict[str, Any] = msgspec.to_builtins(answer)
        to_keep = {REFUSED: kept} if isinstance(answer, Refusal) else kept
        inputs = _inputs(verb, asked, call)
        tx.keep_answer(call.request_id, inputs, to_keep, is_personal=verb.is_personal(asked))
    return Done(answer)


def done_before(tx: WriteTransaction, verb: Verb, asked: msgspec.Struct, call: Call) -> Done | None:
    """What a request id that was answered before gets, as `perform_in` tells; `None` for a new one, or without one.

    Who does something before the verb, such as to work out what it records, asks this first.
    """
    require(tx, call.operator, verb.name)
    earlier = tx.earlier_answer(call.request_id, _inputs(verb, asked, call)) if call.request_id else None
    if earlier is None:
        return None
    if REFUSED in earlier:
        return Done(_told_again(tx, verb, msgspec.convert(earlier[REFUSED], Refusal)), is_repeated=True)
    if verb.fits is not None and not verb.fits(tx, asked, call):
        return Done(Refusal(code="request-id-reused", details={"request_id": shortened(call.request_id)}))
    return Done(_answer_again(earlier, verb.answer), is_repeated=True)


def _inputs(verb: Verb, asked: msgspec.Struct, call: Call) -> dict[str, object]:
    given = {name: value for name, value in msgspec.to_builtins(asked).items() if name not in verb.secrets}
    return {"verb": verb.name, "on": str(call.on or ""), "asked": given}


def _act(tx: WriteTransaction, verb: Verb, asked: msgspec.Struct, call: Call) -> Any:
    if not verb.approvals:
        return verb.act(tx, asked, call)
    from baitiao_cli.actions.approval import act_or_propose

    return act_or_propose(tx, verb, asked, call)


def _told_again(tx: WriteTransaction, verb: Verb, refusal: Refusal) -> Any:
    """What a request that was refused is told now."""
    if refusal.code != APPROVAL_NEEDED:
        return refusal
    from baitiao_cli.actions.proposals import what_became

    return what_became(tx, verb, refusal)


def _answer_again(kept: dict[str, Any], kind: type[msgspec.Struct]) -> Any:
    """The answer as it was kept, also by an earlier version of the program, whose answers had fewer fields."""
    try:
        return msgspec.convert(kept, kind)
    except msgspec.ValidationError:
        from baitiao_cli.actions.answered import answer_of_then

        return answer_of_then(kept, kind)
