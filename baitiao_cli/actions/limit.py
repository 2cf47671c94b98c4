"""`limit`: another limit for the line, for some days, or for purchases of one scene or merchant."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

import msgspec
from msgspec.structs import asdict

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import LimitChanged, WantedLimit
from baitiao_cli.account.verbs.limit import decide_limit
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.raised import LimitsKept
from baitiao_cli.actions.verb import Approval, Call, Verb
from baitiao_cli.ledger.store import WriteTransaction

Wanted = TypeVar("Wanted", bound=WantedLimit)


class LimitAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The new limit, and why: for a scene or a merchant, or anything; with `until_on` a temporary one.

    0 ends the temporary limit, or all that the scene or the merchant has.
    """

    account_id: str
    limit_fen: int
    scene: str = ""
    merchant: str = ""
    from_on: date | None = None
    until_on: date | None = None
    reason: str = ""

    def wanted(self, fact: type[Wanted]) -> Wanted:
        """The fact of that kind, with all that is asked of the limit."""
        said = msgspec.structs.asdict(self)
        return fact(**{name: said[name] for name in WantedLimit.__struct_fields__})


class ReplacedLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A temporary limit that was said before."""

    limit_fen: int
    from_on: date
    until_on: date


class LimitAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The limit before and after, for what was asked, on the day that it counts; and the account after it.

    Of a lasting limit the lasting one before, of a temporary one what was in force. `replaced` is the temporary limit
    whose place this one takes. `available_fen` is what may be bought now of what the limit is for: of an earmarked one
    with the line's, as far as no cap of the scene is in the way. `raised_fen` is the most by which it passes, on any of
    its days, the limit of that day without it.
    """

    account_id: str
    event_id: str
    effective_on: date
    previous_limit_fen: int
    limit_fen: int
    available_fen: int
    scene: str
    merchant: str
    from_on: date | None
    until_on: date | None
    replaced: ReplacedLimit | None = None
    reason: str
    account: Figures
    raised_fen: int = 0


def act(tx: WriteTransaction, asked: LimitAsked, call: Call) -> LimitAnswer:
    """Records the change; a back-dated cut that a later purchase would pass is refused with those events named."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    wanted = asked.wanted(LimitChanged)
    purpose, previous_fen = wanted.purpose, limit_before(account, wanted)
    replaced, limits = limit_replaced(account, wanted), LimitsKept(book, on)
    event = book.record(decide_limit(account, wanted, on), on, call.request_id)
    now = book.account(max(call.today, on))
    return LimitAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        previous_limit_fen=previous_fen,
        limit_fen=asked.limit_fen or book.account(on).limits.on(purpose, on),
        available_fen=now.available_for_fen(purpose),
        scene=asked.scene,
        merchant=asked.merchant,
        from_on=(asked.from_on or on) if asked.until_on else None,
        until_on=asked.until_on,
        replaced=replaced,
        reason=asked.reason,
        account=figures(now),
        raised_fen=limits.raised_fen(),
    )


def limit_replaced(account: Account, wanted: WantedLimit) -> ReplacedLimit | None:
    """The temporary limit whose place a temporary one takes."""
    replaced = account.limits.temporary_on(wanted.purpose, account.through)
    return ReplacedLimit(**asdict(replaced)) if replaced and wanted.until_on else None


def limit_before(account: Account, wanted: WantedLimit) -> int:
    """The lasting limit for the purpose that is asked about; of a temporary one what is in force as it begins.

    Of one that is to end, what is in force now.
    """
    purpose = wanted.purpose
    if wanted.until_on or not wanted.limit_fen:
        return account.limits.on(purpose, wanted.from_on or account.through)
    return account.limits.lasting.get(purpose, 0)


def _raised_fen(answer: Any) -> int | None:
    return answer.raised_fen or None


def _request_decided(answer: Any) -> str:
    return getattr(answer, "requested_by", "")


RAISES = Approval("limit-raise", _raised_fen, acts_on=_request_decided)
"""By how much a verb raises a limit; a cut, and a request that is not granted, is nothing of the kind."""

LIMIT = Verb("limit", LimitAsked, LimitAnswer, act, approval=RAISES)
