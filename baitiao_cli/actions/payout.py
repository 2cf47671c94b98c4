"""`payout`: a credit balance goes back to the customer."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import PaidOut
from baitiao_cli.account.verbs.payout import decide_payout
from baitiao_cli.account.verbs.standing import check_open
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import WriteTransaction


class PayoutAsked(msgspec.Struct, frozen=True, kw_only=True):
    """How much goes back (`None` all of it), by which means."""

    account_id: str
    amount_fen: int | None = None
    means: str = ""
    note: str = ""


class PayoutAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What went back, and the account after it."""

    account_id: str
    event_id: str
    effective_on: date
    amount_fen: int
    account: Figures


def act(tx: WriteTransaction, asked: PayoutAsked, call: Call) -> PayoutAnswer:
    """Records the payout; nothing is really paid: the means is a note."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    check_open(account)
    if asked.amount_fen is None and not account.credit_fen:
        raise BaitiaoError("no-credit-balance", account_id=asked.account_id)
    amount_fen = account.credit_fen if asked.amount_fen is None else asked.amount_fen
    payout = PaidOut(amount_fen=amount_fen, means=asked.means, note=asked.note)
    event = book.record(decide_payout(account, payout), on, call.request_id)
    return PayoutAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        amount_fen=amount_fen,
        account=figures(book.account(max(call.today, on))),
    )


PAYOUT = Verb("payout", PayoutAsked, PayoutAnswer, act)
