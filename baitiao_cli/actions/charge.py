"""`charge`: a purchase on the line, as a plan."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.cap import is_flagged
from baitiao_cli.account.events import Purchased
from baitiao_cli.account.quote import Quote, Shown
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.account.verbs.charge import decide_purchase, plan_periods
from baitiao_cli.account.views.explain.coupon import explain_coupon
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.actions.register import with_merchant
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Book, ReadTransaction, WriteTransaction
from baitiao_cli.products.catalogue import find_product, product_ids


class BuyAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What is bought, where, and how it will be paid."""

    account_id: str
    amount_fen: int
    product_id: str = ""
    installments: int | None = None
    merchant: str = ""
    order_id: str = ""
    scene: str = ""
    category: str = ""
    brand: str = ""
    note: str = ""

    @property
    def about(self) -> dict[str, Any]:
        """What is said of the purchase besides its terms, as the facts have it."""
        return {name: getattr(self, name) for name in ("merchant", "order_id", "scene", "category", "brand", "note")}

    @property
    def product(self) -> str:
        """The product asked for: installments mean `inst`, without them the purchase goes on the bill (`month`)."""
        return self.product_id or ("inst" if self.installments else "month")

    def terms(self, account: Account) -> PlanTerms:
        """The terms of the product for the account's tier on the day that the account is folded to."""
        return find_product(self.product).terms(self.installments, account.tier, account.through)


class ChargeAsked(BuyAsked, frozen=True, kw_only=True):
    """A purchase; the down payment and what is traded in are not financed.

    `first_due_on` is a first due date of one's own, for products that are due on days of their own. With `quote_id` the
    plan is made on exactly the terms of that quote, which then states everything but merchant, order and note; with
    `coupon_id` the periods that the coupon gives are free.
    """

    down_payment_fen: int = 0
    trade_in_fen: int = 0
    first_due_on: date | None = None
    quote_id: str = ""
    coupon_id: str = ""


class ChargeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The plan that was made, and the account after it; `released_fen` is what the hold had more than the purchase.

    `above_cap` tells that the plan costs more a year than its cap, which its product allows; `coupon_fen` is what its
    coupon is worth.
    """

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
    hold_id: str = ""
    released_fen: int = 0
    trade_in_fen: int = 0
    above_cap: bool = False
    quote_id: str = ""
    coupon_id: str = ""
    coupon_fen: int = 0
    merchant_id: str = ""
    scene: str = ""
    category: str = ""
    brand: str = ""


def act(tx: WriteTransaction, asked: ChargeAsked, call: Call) -> ChargeAnswer:
    """Records the purchase with the product's terms frozen into it.

    Refusals, in this order: a quote that is not this purchase's; a coupon that is not for it; a closed, suspended or
    locked account, an amount outside the product, the limit, terms that make no schedule or pass the cap.
    """
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    plan_id = f"{asked.account_id}P{book.next_plan_number}"
    if asked.quote_id:
        product, purchase = None, accepted(tx.quote(asked.quote_id), account, asked, plan_id, on)
    else:
        product, purchase = find_product(asked.product), purchase_asked(account, asked, plan_id)
    purchase = with_coupon_asked(tx, book, asked, purchase, on)
    return record_purchase(book, with_merchant(tx, decide_purchase(account, product, purchase, on), on), call)


def with_coupon_asked(tx: ReadTransaction, book: Book, asked: ChargeAsked, purchase: Purchased, on: date) -> Purchased:
    """The purchase with the coupon that is asked for, or that its quote took; refusals of `take_coupon`."""
    coupon_id = purchase.coupon.coupon_id if purchase.coupon else asked.coupon_id
    if not coupon_id:
        return purchase
    from baitiao_cli.actions.desk.coupons import take_coupon  # few purchases take one

    return take_coupon(tx, book, coupon_id, purchase, on)


def accepted(shown: Shown, account: Account, asked: ChargeAsked, plan_id: str, on: date) -> Purchased:
    """The purchase on exactly the terms of a quote, which must be for this account (or nobody), amount and day.

    Refusals, in this order: `quote-for-nobody` of what revolves, which is due with the bills of an account;
    `quote-accepted` when the account has a plan on it; `quote-for-another-account`, `quote-of-another-amount`,
    `quote-of-another-day`; of one for nobody in particular `installments-not-for-tier` and `quote-of-another-tier`, for
    equal tiers have equal terms; `quote-outdated` when the plan would be due on other days by now, by another bill day.
    """
    quote = shown.quote
    about: dict[str, object] = {"quote_id": shown.quote_id, "account_id": account.account_id}
    if not quote.is_on_bills_of_somebody:
        raise BaitiaoError("quote-for-nobody", product_id=quote.terms.product_id, **about)
    for plan in account.plans.values():
        if plan.quote_id == shown.quote_id:
            raise BaitiaoError("quote-accepted", plan_id=plan.plan_id, **about)
    if quote.account_id not in ("", account.account_id):
        raise BaitiaoError("quote-for-another-account", quoted_id=quote.account_id, **about)
    if quote.amount_fen != asked.amount_fen:
        raise BaitiaoError("quote-of-another-amount", amount_fen=asked.amount_fen, quoted_fen=quote.amount_fen, **about)
    if quote.start_on != on:
        raise BaitiaoError("quote-of-another-day", start_on=quote.start_on, on=on, **about)
    if not quote.account_id:
        _check_tier(quote, account, about)
    purchase = shown.purchase(plan_id)
    periods = plan_periods(purchase.terms, on, account.bill_day, account.line, purchase.first_due_on)
    rows = [row for row in quote.schedule.rows if row.number]
    if [period.due_on for period in periods] != [row.due_on for row in rows]:
        raise BaitiaoError("quote-outdated", first_due_on=rows[0].due_on, due_on=periods[0].due_on, **about)
    return replace(purchase, **asked.about)


def _check_tier(quote: Quote, account: Account, about: dict[str, object]) -> None:
    """Refuses terms of a product of the catalogue, as it is still, that it has not for the tier of the account."""
    quoted = quote.terms
    if quoted.product_id not in product_ids():
        return
    product = find_product(quoted.product_id)
    if product.version == quoted.product_version:
        own = product.terms(quoted.schedule.installments, account.tier, account.through)
        if own.schedule != quoted.schedule:
            raise BaitiaoError("quote-of-another-tier", tier=account.tier, **about)


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
        trade_in_fen=purchase.trade_in_fen,
        financed_fen=purchase.financed_fen,
        merchant=purchase.merchant,
        order_id=purchase.order_id,
        rows=row_outlooks(plan, after, after.through),
        account=figures(after),
        hold_id=purchase.hold_id,
        released_fen=hold.amount_fen - purchase.amount_fen if hold else 0,
        above_cap=is_flagged(plan),
        quote_id=purchase.quote_id,
        coupon_id=purchase.coupon.coupon_id if purchase.coupon else "",
        coupon_fen=sum(figure.amount_fen for figure in explain_coupon(plan)),
        merchant_id=purchase.merchant_id,
        scene=purchase.scene,
        category=purchase.category,
        brand=purchase.brand,
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
        **asked.about,
    )


CHARGE = Verb("charge", ChargeAsked, ChargeAnswer, act)
