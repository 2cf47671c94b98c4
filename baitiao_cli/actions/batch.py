"""`batch`: many verbs in one transaction, a result for each; when one is refused, nothing has happened."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from baitiao_cli.actions.accrue import ACCRUE
from baitiao_cli.actions.auto_repay import AUTO_REPAY
from baitiao_cli.actions.bill_day import BILL_DAY
from baitiao_cli.actions.charge import CHARGE
from baitiao_cli.actions.charge_off import CHARGE_OFF
from baitiao_cli.actions.close import CLOSE
from baitiao_cli.actions.convert import CONVERT
from baitiao_cli.actions.credit import CREDIT
from baitiao_cli.actions.defer import DEFER
from baitiao_cli.actions.dispute import DISPUTE, RESOLVE
from baitiao_cli.actions.extend import EXTEND
from baitiao_cli.actions.hardship import DECIDE_HARDSHIP, HARDSHIP
from baitiao_cli.actions.hold import CAPTURE, HOLD, RELEASE
from baitiao_cli.actions.limit import LIMIT
from baitiao_cli.actions.limit_request import DECIDE_LIMIT, REQUEST_LIMIT
from baitiao_cli.actions.lock import LOCK, UNLOCK
from baitiao_cli.actions.means import MEANS
from baitiao_cli.actions.open import OPEN
from baitiao_cli.actions.pause import PAUSE
from baitiao_cli.actions.payoff import PAYOFF
from baitiao_cli.actions.payout import PAYOUT
from baitiao_cli.actions.perform import perform_in
from baitiao_cli.actions.person import PERSON
from baitiao_cli.actions.prepay import PREPAY
from baitiao_cli.actions.recover import RECOVER
from baitiao_cli.actions.refund import REFUND
from baitiao_cli.actions.register import REGISTER
from baitiao_cli.actions.reopen import REOPEN
from baitiao_cli.actions.repay import REPAY
from baitiao_cli.actions.reprice import REPRICE
from baitiao_cli.actions.restructure import RESTRUCTURE
from baitiao_cli.actions.reverse import REVERSE
from baitiao_cli.actions.suspend import RESUME, SUSPEND
from baitiao_cli.actions.tier import TIER
from baitiao_cli.actions.verb import Call, Refusal, Verb
from baitiao_cli.actions.waive import WAIVE
from baitiao_cli.actions.write_off import WRITE_OFF
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import WriteTransaction

VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        *(OPEN, CHARGE, REPAY, PAYOFF, PREPAY, PAYOUT),
        *(REPRICE, PAUSE),
        *(EXTEND, RESTRUCTURE, HARDSHIP, DECIDE_HARDSHIP),
        *(CONVERT, DEFER),
        *(REFUND, WAIVE, CREDIT),
        *(CHARGE_OFF, WRITE_OFF, RECOVER),
        *(DISPUTE, RESOLVE),
        *(REVERSE, PERSON, BILL_DAY, TIER, CLOSE, ACCRUE),
        *(HOLD, CAPTURE, RELEASE),
        REGISTER,
        *(REQUEST_LIMIT, DECIDE_LIMIT),
        *(LIMIT, LOCK, UNLOCK, SUSPEND, RESUME, REOPEN, AUTO_REPAY, MEANS),
    )
}
"""The verbs that a batch may hold: not `verify`, for its file and the hash of its request would keep what was given."""


class BatchLine(msgspec.Struct, frozen=True, kw_only=True):
    """One verb: its place in the file, its name, its inputs by field, the day it counts and its own request id."""

    line: int
    verb: str
    asked: dict[str, Any]
    on: date | None = None
    request_id: str = ""

    def __repr__(self) -> str:
        return f"BatchLine({self.line!r}, {self.verb!r})"  # a log or a traceback must not tell who it is


class BatchAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The verbs in the order in which they are done."""

    lines: list[BatchLine]


class LineResult(msgspec.Struct, frozen=True, kw_only=True):
    """What one line did: the answer that the verb alone would have given; `repeated` when it had been given before."""

    line: int
    verb: str
    result: dict[str, Any]
    repeated: bool = False


class BatchAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A result per line."""

    results: list[LineResult]


def act(tx: WriteTransaction, asked: BatchAsked, call: Call) -> BatchAnswer:
    """Does the verbs one after the other; an error names its line, and the whole batch is undone."""
    results = []
    for line in asked.lines:
        verb = VERBS[line.verb]
        on = line.on or call.on
        one = msgspec.structs.replace(call, on=on, request_id=line.request_id, is_alone=False)
        try:
            done = perform_in(tx, verb, msgspec.convert(line.asked, verb.asked), one)
            if isinstance(done.answer, Refusal):  # asked for alone before, it waits; a batch verifies nobody
                raise BaitiaoError(done.answer.code, **done.answer.details)
        except BaitiaoError as error:
            error.line = line.line
            raise
        results.append(
            LineResult(
                line=line.line, verb=line.verb, result=msgspec.to_builtins(done.answer), repeated=done.is_repeated
            )
        )
    return BatchAnswer(results=results)


def _is_personal(asked: BatchAsked) -> bool:
    return any(VERBS[line.verb].is_personal(line.asked) for line in asked.lines)


BATCH = Verb("batch", BatchAsked, BatchAnswer, act, is_personal=_is_personal)
