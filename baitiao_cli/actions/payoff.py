"""`payoff`: what settles a plan or the whole account early, and paying exactly that."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import PaidOff
from baitiao_cli.account.verbs.payoff import PayoffQuote, decide_payoff, quote_payoff
from baitiao_cli.account.verbs.standing import check_open
from baitiao_cli.actions.repay import PaymentAnswer, payment_answer
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class PayoffAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be settled; without an amount it is whatever the quote of the day is."""

    account_id: str
    plan_id: str = ""
    amount_fen: int | None = None
    means: str = ""


def quote(tx: ReadTransaction, account_id: str, plan_id: str, as_of: date) -> PayoffQuote:
    """What settles the plan, or the account, on a day."""
    account = tx.book(account_id).account(as_of)
    check_open(account)
    return quote_payoff(account, as_of, plan_id)


def act(tx: WriteTransaction, asked: PayoffAsked, call: Call) -> PaymentAnswer:
    """Pays the quote of the day; an amount that differs from it is refused with the quote's figure."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    amount_fen = quote_payoff(account, on, asked.plan_id).total_fen if asked.amount_fen is None else asked.amount_fen
    payoff = PaidOff(amount_fen=amount_fen, plan_id=asked.plan_id, means=asked.means)
    event = book.record(decide_payoff(account, payoff, on), on, call.request_id)
    return payment_answer(book.account(max(call.today, on)), event.event_id, on, amount_fen)


PAYOFF = Verb("payoff", PayoffAsked, PaymentAnswer, act)
