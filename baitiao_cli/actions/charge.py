"""`charge`: a purchase on the line, as a plan."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Purchased
from baitiao_cli.account.verbs.purchase import decide_purchase
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction
from baitiao_cli.products.catalogue import find_product


class ChargeAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What is bought, and how it will be paid."""

    account_id: str
    amount_fen: int
    product_id: str = ""
    installments: int | None = None
    down_payment_fen: int = 0
    merchant: str = ""
    order_id: str = ""
    note: str = ""

    @property
    def product(self) -> str:
        """The product asked for: installments mean `inst`, without them the purchase goes on the bill (`month`)."""
        return self.product_id or ("inst" if self.installments else "month")


class ChargeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The plan that was made, and the account after it."""

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    product_id: str
    amount_fen: int
    financed_fen: int
    merchant: str
    order_id: str
    rows: list[RowOutlook]
    account: Figures


def act(tx: WriteTransaction, asked: ChargeAsked, call: Call) -> ChargeAnswer:
    """Records the purchase with the product's terms frozen into it.

    Refusals, in this order: a closed account, an amount outside the product, the limit, terms that make no schedule.
    """
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    purchase = purchase_asked(account, asked, f"{asked.account_id}P{book.next_plan_number}")
    purchase = decide_purchase(account, find_product(asked.product), purchase, on)
    event = book.record(purchase, on, call.request_id)
    after = book.account(max(call.today, on))
    plan = after.plans[purchase.plan_id]
    return ChargeAnswer(
        account_id=asked.account_id,
        plan_id=purchase.plan_id,
        event_id=event.event_id,
        effective_on=on,
        product_id=asked.product,
        amount_fen=purchase.amount_fen,
        financed_fen=purchase.financed_fen,
        merchant=asked.merchant,
        order_id=asked.order_id,
        rows=row_outlooks(plan, after, after.through),
        account=figures(after),
    )


def purchase_asked(account: Account, asked: ChargeAsked, plan_id: str) -> Purchased:
    """The purchase as it would be recorded, with the terms of the product for the account's tier."""
    return Purchased(
        plan_id=plan_id,
        amount_fen=asked.amount_fen,
        terms=find_product(asked.product).terms(asked.installments, account.tier),
        down_payment_fen=asked.down_payment_fen,
        merchant=asked.merchant,
        order_id=asked.order_id,
        note=asked.note,
    )


CHARGE = Verb("charge", ChargeAsked, ChargeAnswer, act)
