"""`reopen`: a closed line begins again."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Reopened
from baitiao_cli.account.limits import ANYTHING
from baitiao_cli.account.terms import Tier
from baitiao_cli.account.verbs.reopen import decide_reopening
from baitiao_cli.actions.limit import RAISES
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction
from baitiao_cli.products.catalogue import line_terms


class ReopenAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The result of the new assessment: the limit, the tier (`None` as before), and the line terms.

    `product_id` is that of the product whose line terms it has ("" `month`).
    """

    account_id: str
    limit_fen: int
    tier: Tier | None = None
    reason: str = ""
    product_id: str = ""


class ReopenAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The line as it begins again; `previous_limit_fen` was its lasting limit when it was closed."""

    account_id: str
    event_id: str
    effective_on: date
    limit_fen: int
    bill_day: int
    tier: str
    reason: str
    previous_limit_fen: int = 0

    @property
    def raised_fen(self) -> int:
        """By how much it begins above what it was; a temporary limit of then does not come back."""
        return max(0, self.limit_fen - self.previous_limit_fen)


def act(tx: WriteTransaction, asked: ReopenAsked, call: Call) -> ReopenAnswer:
    """Reopens the account on the line's terms of today; refuses a second open account, and who was erased."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    reopening = Reopened(
        limit_fen=asked.limit_fen,
        tier=asked.tier or account.tier,
        line=line_terms(asked.product_id),
        reason=asked.reason,
    )
    previous_fen = account.limits.lasting[ANYTHING]
    event = book.record(decide_reopening(account, reopening), on, call.request_id)
    return ReopenAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        limit_fen=reopening.limit_fen,
        bill_day=account.bill_day,
        tier=reopening.tier,
        reason=asked.reason,
        previous_limit_fen=previous_fen,
    )


REOPEN = Verb("reopen", ReopenAsked, ReopenAnswer, act, approval=RAISES)
