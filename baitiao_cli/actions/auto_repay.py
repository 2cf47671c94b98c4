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
    """What is agreed now; `means` "" nothing. `auto_repay_days` after each due date it is tried (none: a promise)."""

    account_id: str
    event_id: str
    effective_on: date
    means: str
    share: str
    auto_repay_days: tuple[int, ...] = ()


def act(tx: WriteTransaction, asked: AutoRepayAsked, call: Call) -> AutoRepayAnswer:
    """Records the agreement; what it pays is debited when the days come, on the terms of the line."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    agreement = decide_auto_repay(account, AutoRepaySet(means=asked.means, share=asked.share))
    event = book.record(agreement, on, call.request_id)
    return AutoRepayAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        means=agreement.means,
        share=agreement.share if agreement.means else "",
        auto_repay_days=account.line.auto_repay_days if agreement.means else (),
    )


AUTO_REPAY = Verb("auto-repay", AutoRepayAsked, AutoRepayAnswer, act)
