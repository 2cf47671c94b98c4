"""`means`: what a means of the customer's can pay, and whether there is one; nothing is really debited."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import MeansKind, MeansStated
from baitiao_cli.account.verbs.means import decide_means
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class MeansAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The means by its name, what it can pay (`None`: whatever is asked of it) or that it is gone, and what it is."""

    account_id: str
    means: str
    funds_fen: int | None = None
    remove: bool = False
    means_kind: MeansKind = ""
    last_digits: str = ""
    reason: str = ""


class MeansAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the means now: it can pay `funds_fen`, or whatever is asked; auto-repay debits it or not."""

    account_id: str
    event_id: str
    effective_on: date
    means: str
    means_kind: str
    last_digits: str
    funds_fen: int
    is_unlimited: bool
    is_removed: bool
    is_debited: bool


def act(tx: WriteTransaction, asked: MeansAsked, call: Call) -> MeansAnswer:
    """Records what was said of the means."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    said = MeansStated(
        name=asked.means,
        funds_fen=asked.funds_fen,
        is_removed=asked.remove,
        means_kind=asked.means_kind,
        last_digits=asked.last_digits,
        reason=asked.reason,
    )
    stated = decide_means(account, said, on)
    event = book.record(stated, on, call.request_id)
    return MeansAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        means=stated.name,
        means_kind=stated.means_kind,
        last_digits=stated.last_digits,
        funds_fen=stated.funds_fen or 0,
        is_unlimited=stated.is_unlimited,
        is_removed=stated.is_removed,
        is_debited=account.auto_repay is not None and account.auto_repay.means == stated.name,
    )


MEANS = Verb("means", MeansAsked, MeansAnswer, act)
