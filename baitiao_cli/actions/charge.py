"""`charge`: a purchase on the line, as a plan."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.cap import is_flagged
from baitiao_cli.account.events import Purchased
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.account.verbs.charge import decide_purchase
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import Book, WriteTransaction
from baitiao_cli.products.catalogue import find_product


class BuyAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What is bought, where, and how it will be paid."""

    account_id: str
    amount_fen: int
    product_id: str = ""
    installments: int | None = None
    merchant: str = ""
    order_id: str = ""
    note: str = ""

    @property
    def product(self) -> str:
        """The product asked for: installments mean `inst`, without them the purchase goes on the bill (`month`)."""
        return self.product_id or ("inst" if self.installments else "month")

    def terms(self, account: Account) -> PlanTerms:
        """The terms of the product for the account's tier on the day that the account is folded to."""
        return find_product(self.product).terms(self.installments, account.tier, account.through)


class ChargeAsked(BuyAsked, frozen=True, kw_only=True):
    """A purchase; the down payment and what is traded in are not financed.

    `first_due_on` is a first due date of one's own, for products that are due on days of their own.
    """

    down_payment_fen: int = 0
    trade_in_fen: int = 0
    first_due_on: date | None = None


class ChargeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The plan that was made, and the account after it; `released_fen` is what the hold had more than the purchase.

    `above_cap` tells that the plan costs more a year than its cap, which its product allows.
    """

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    product_id: str
    amount_fen: int
    down_payment_fen: int
    trade_in_fen: int
    financed_fen: int
    merchant: str
    order_id: str
    rows: list[RowOutlook]
    account: Figures
    hold_id: str = ""
    released_fen: int = 0
    above_cap: bool = False


def act(tx: WriteTransaction, asked: ChargeAsked, call: Call) -> ChargeAnswer:
    """Records the purchase with the product's terms frozen into it.

    Refusals, in this order: a closed, suspended or locked account, an amount outside the product, the limit, terms that
    make no schedule.
    """
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    purchase = purchase_asked(account, asked, f"{asked.account_id}P{book.next_plan_number}")
    purchase = decide_purchase(account, find_product(asked.product), purchase, on)
    return record_purchase(book, purchase, call)


def record_purchase(book: Book, purchase: Purchased, call: Call) -> ChargeAnswer:
    """Records a purchase that was decided, and tells the plan that it made."""
    on = call.effective_on
    event = book.record(purchase, on, call.request_id)
    after = book.account(max(call.today, on))
    hold, plan = after.holds.get(purchase.hold_id), after.plans[purchase.plan_id]
    return ChargeAnswer(
        account_id=book.account_id,
        plan_id=purchase.plan_id,
        event_id=event.event_id,
        effective_on=on,
        product_id=purchase.terms.product_id,
        amount_fen=purchase.amount_fen,
        down_payment_fen=purchase.down_payment_fen,
        trade_in_fen=purchase.trade_in_fen,
        financed_fen=purchase.financed_fen,
        merchant=purchase.merchant,
        order_id=purchase.order_id,
        rows=row_outlooks(plan, after, after.through),
        account=figures(after),
        hold_id=purchase.hold_id,
        released_fen=hold.amount_fen - purchase.amount_fen if hold else 0,
        above_cap=is_flagged(plan),
    )


def purchase_asked(account: Account, asked: ChargeAsked, plan_id: str) -> Purchased:
    """The purchase as it would be recorded, with the terms of the product for the account's tier."""
    return Purchased(
        plan_id=plan_id,
        amount_fen=asked.amount_fen,
        terms=asked.terms(account),
        down_payment_fen=asked.down_payment_fen,
        trade_in_fen=asked.trade_in_fen,
        first_due_on=asked.first_due_on,
        merchant=asked.merchant,
        order_id=asked.order_id,
        note=asked.note,
    )


CHARGE = Verb("charge", ChargeAsked, ChargeAnswer, act)
