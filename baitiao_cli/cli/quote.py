"""`baitiao quote`: what a purchase would cost, without an account or for one."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, NamedTuple, cast

from baitiao_cli.account.quote import Shown
from baitiao_cli.account.terms import PayoffPolicy, Product, Tier
from baitiao_cli.actions.quote import QuoteAsked, keep_quotes, quote_for_account, quote_product
from baitiao_cli.calc.rates import Rate, parse_rate
from baitiao_cli.calc.schedule import ScheduleTerms, down_payment_of
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, counts, day, identifier, money, one_of, option, price_tier, whole, words
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.quote import BILL_DATES
from baitiao_cli.show.document import Document
from baitiao_cli.show.quote import comparison_document, quote_document

PAYOFFS = ("all-fees", "next-period", "waive-rest", "accrued-days")


def fee(text: str) -> Rate:
    """A fee rate; without a unit it is per period."""
    return parse_rate(text, per="period")


def annual(text: str) -> Rate:
    """An interest rate; without a unit it is per year."""
    return parse_rate(text, per="year")


def daily(text: str) -> Rate:
    """An interest rate; without a unit it is per day."""
    return parse_rate(text, per="day")


def late(text: str) -> Rate:
    """What lateness costs: a rate a day; `rate-not-daily` for any other unit."""
    rate = parse_rate(text, per="day")
    if rate.per != "day":
        raise BaitiaoError("rate-not-daily", text=text[:32])
    return rate


@command("quote", paper=True)
def quote(
    request: Request,
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    installments: Annotated[int | None, option("--installments", whole, "N")] = None,
    compare: Annotated[object | None, option("--compare", counts, "N,N...")] = None,
    product: Annotated[str | None, option("--product", words, "PRODUCT")] = None,
    account_id: Annotated[str | None, option("--account", identifier("ACCOUNT"), "ACCOUNT")] = None,
    tier: Annotated[Tier | None, option("--tier", price_tier, "TIER")] = None,
    method: Annotated[str | None, option("--method", words, "METHOD")] = None,
    fee_rate: Annotated[Rate | None, option("--fee", fee, "RATE")] = None,
    annual_rate: Annotated[Rate | None, option("--annual-rate", annual, "RATE")] = None,
    daily_rate: Annotated[Rate | None, option("--daily-rate", daily, "RATE")] = None,
    day_count: Annotated[str | None, option("--day-count", words, "RULE")] = None,
    on: Annotated[date | None, option("--on", day, "DATE")] = None,
    first_due_on: Annotated[date | None, option("--first-due", day, "DATE")] = None,
    every: Annotated[int | None, option("--every", whole, "N")] = None,
    unit: Annotated[str | None, option("--unit", words, "UNIT")] = None,
    down_payment: Annotated[str | None, option("--down-payment", words, "SHARE|AMOUNT")] = None,
    trade_in_fen: Annotated[int | None, option("--trade-in", money, "YUAN")] = None,
    free_periods: Annotated[int | None, option("--free-periods", whole, "N")] = None,
    free_days: Annotated[int | None, option("--free-days", whole, "N")] = None,
    multiple_of_fen: Annotated[int | None, option("--multiple-of", money, "YUAN")] = None,
    rounding: Annotated[str | None, option("--rounding", words, "RULE")] = None,
    evening: Annotated[bool, option("--evening")] = False,
    whole_period: Annotated[bool, option("--whole-period")] = False,
    late_rate: Annotated[Rate | None, option("--late-rate", late, "RATE")] = None,
    payoff: Annotated[PayoffPolicy | None, option("--payoff", one_of(*PAYOFFS), "POLICY")] = None,
    coupon: Annotated[str | None, option("--coupon", words, "RECORD")] = None,
) -> Document:
    """Quotes the schedule, the cost and the annualised rate of a purchase."""
    terms = {
        "method": method, "fee": fee_rate, "annual-rate": annual_rate, "daily-rate": daily_rate,
        "day-count": day_count, "every": every, "unit": unit, "free-periods": free_periods, "free-days": free_days,
        "multiple-of": multiple_of_fen, "rounding": rounding, "evening": evening or None,
        "whole-period": whole_period or None, "late-rate": late_rate, "payoff": payoff,
    }  # fmt: skip
    given = {name: value for name, value in terms.items() if value is not None}
    purchase = _Purchase(amount_fen, down_payment, trade_in_fen or 0, first_due_on, on or request.today, coupon or "")
    if compare is not None and installments is not None:
        raise BaitiaoError("options-exclusive", options=["--compare", "--installments"])
    # Typer takes no tuples of a type: `counts` gives numbers.
    wanted = (installments,) if compare is None else cast("tuple[int, ...]", compare)
    _refuse_misfits(account_id, product, tier, given, purchase.coupon_id)
    quotes = [_quote(request, count, account_id, product, tier or "B", given, purchase) for count in wanted]
    not_kept = keep_quotes(request.ledger_path, lambda: request.ledger, quotes, request.call)
    if compare is not None:
        return comparison_document(quotes, not_kept)
    notes = [BILL_DATES] if product and not account_id and _product(product).due_by == "bill" else []
    return quote_document(quotes[0], not_kept, notes)


class _Purchase(NamedTuple):
    """What every quote is about: the purchase, what of it is not financed, its days, and the coupon that it takes."""

    amount_fen: int
    down_payment: str | None
    trade_in_fen: int
    first_due_on: date | None
    on: date
    coupon_id: str

    def down_payment_fen(self, rounding: str = "half-up") -> int:
        """The down payment in fen, a share of it rounded once."""
        return down_payment_of(self.amount_fen, self.down_payment, rounding) if self.down_payment else 0

    def asked(self, installments: int | None, rounding: str) -> QuoteAsked:
        """The purchase in so many installments."""
        return QuoteAsked(
            amount_fen=self.amount_fen,
            on=self.on,
            installments=installments,
            trade_in_fen=self.trade_in_fen,
            down_payment_fen=self.down_payment_fen(rounding),
            first_due_on=self.first_due_on,
        )


def _refuse_misfits(
    account_id: str | None, product: str | None, tier: Tier | None, given: dict[str, Any], coupon_id: str
) -> None:
    """Refuses options that would change what another one fixes, and those that need one which was not given."""
    fixing = "--account" if account_id is not None else "--product" if product is not None else ""
    fixed = given | ({"tier": tier} if tier and account_id is not None else {})
    if fixing and fixed:
        raise BaitiaoError("options-exclusive", options=[fixing, *(f"--{name}" for name in fixed)])
    if tier is not None and product is None:
        raise BaitiaoError("option-needs", option="--tier", needed="--product")
    if coupon_id and account_id is None:
        raise BaitiaoError("option-needs", option="--coupon", needed="--account")


def _quote(
    request: Request,
    installments: int | None,
    account_id: str | None,
    product: str | None,
    tier: Tier,
    given: dict[str, Any],
    purchase: _Purchase,
) -> Shown:
    """The quote for an account, on the terms of a product, or on those that the options spell out."""
    if account_id is not None:
        return _for_account(request, installments, account_id, product, purchase)
    offered = _product(product) if product is not None else _own(installments, given)
    return quote_product(offered, tier, purchase.asked(installments if product else None, offered.rounding))


def _for_account(
    request: Request, installments: int | None, account_id: str, product: str | None, purchase: _Purchase
) -> Shown:
    from baitiao_cli.actions.charge import ChargeAsked

    charge = ChargeAsked(
        account_id=account_id,
        amount_fen=purchase.amount_fen,
        product_id=product or "",
        installments=installments,
        down_payment_fen=purchase.down_payment_fen(),
        trade_in_fen=purchase.trade_in_fen,
        first_due_on=purchase.first_due_on,
        coupon_id=purchase.coupon_id,
    )
    with request.ledger.read() as tx:
        return quote_for_account(tx, charge, purchase.on)


def _product(product_id: str) -> Product:
    from baitiao_cli.products.catalogue import find_product

    return find_product(product_id)


def _own(installments: int | None, given: dict[str, Any]) -> Product:
    """The terms that the options spell out; what they leave open follows from the kind of price."""
    from baitiao_cli.products.own import own_product

    if "annual-rate" in given and "daily-rate" in given:
        raise BaitiaoError("options-exclusive", options=["--annual-rate", "--daily-rate"])
    rate = given.get("annual-rate", given.get("daily-rate"))
    count = 1 if installments is None else installments
    without_interest = "single" if count == 1 and "fee" not in given else "fee-per-period"
    schedule = ScheduleTerms(
        method=given.get("method", without_interest if rate is None else "equal-payment"),
        installments=count,
        rate=rate,
        fee=given.get("fee"),
        day_count=given.get("day-count", "actual/365"),
        rounding=given.get("rounding", "half-up"),
        evening=given.get("evening", False),
        whole_period=given.get("whole-period", False),
        multiple_of_fen=given.get("multiple-of", 0),
        free_periods=given.get("free-periods", 0),
        free_days=given.get("free-days", 0),
    )
    late_ppb = given["late-rate"].ppb if "late-rate" in given else 0
    return own_product(schedule, given.get("every", 1), given.get("unit", "months"), given.get("payoff"), late_ppb)
