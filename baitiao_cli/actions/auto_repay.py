"""`auto-repay`: the agreement that bills are paid by themselves, or its end."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import AutoRepaySet, RepaidShare
from baitiao_cli.account.verbs.auto_repay import decide_auto_repay
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class AutoRepayAsked(msgspec.Struct, frozen=True, kw_only=True):
    """By which means ("" ends the agreement), and what of each bill is paid."""

    account_id: str
    means: str = ""
    share: RepaidShare = "full"


class AutoRepayAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What is agreed now; `means` "" nothing."""

    account_id: str
    event_id: str
    effective_on: date
    means: str
    share: str


def act(tx: WriteTransaction, asked: AutoRepayAsked, call: Call) -> AutoRepayAnswer:
    """Records the agreement only: money is booked by `repay` when it has really come."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    agreement = decide_auto_repay(book.account(on), AutoRepaySet(means=asked.means, share=asked.share))
    event = book.record(agreement, on, call.request_id)
    return AutoRepayAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        means=agreement.means,
        share=agreement.share if agreement.means else "",
    )


AUTO_REPAY = Verb("auto-repay", AutoRepayAsked, AutoRepayAnswer, act)
