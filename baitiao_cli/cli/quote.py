"""`baitiao quote`: what a purchase would cost, without an account."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, NamedTuple

from baitiao_cli.account.terms import Tier
from baitiao_cli.calc.rates import Rate, parse_rate
from baitiao_cli.calc.schedule import ScheduleTerms, down_payment_of, quote_schedule
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, identifier, money, one_of, option, whole, words
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.labels import BILL_DATES
from baitiao_cli.show.document import Document
from baitiao_cli.show.quote import quote_document


def fee(text: str) -> Rate:
    """A fee rate; without a unit it is per period."""
    return parse_rate(text, per="period")


def annual(text: str) -> Rate:
    """An interest rate; without a unit it is per year."""
    return parse_rate(text, per="year")


def daily(text: str) -> Rate:
    """An interest rate; without a unit it is per day."""
    return parse_rate(text, per="day")


@command("quote")
def quote(
    request: Request,
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    installments: Annotated[int | None, option("--installments", whole, "N")] = None,
    product: Annotated[str | None, option("--product", words, "PRODUCT")] = None,
    account_id: Annotated[str | None, option("--account", identifier("ACCOUNT"), "ACCOUNT")] = None,
    tier: Annotated[Tier | None, option("--tier", one_of("A", "B", "C", "D"), "TIER")] = None,
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
    free_periods: Annotated[int | None, option("--free-periods", whole, "N")] = None,
    multiple_of_fen: Annotated[int | None, option("--multiple-of", money, "YUAN")] = None,
    rounding: Annotated[str | None, option("--rounding", words, "RULE")] = None,
    evening: Annotated[bool, option("--evening")] = False,
    whole_period: Annotated[bool, option("--whole-period")] = False,
) -> Document:
    """Quotes the schedule, the cost and the annualised rate of a purchase."""
    own_terms: dict[str, Any] = {
        "method": method,
        "fee": fee_rate,
        "annual-rate": annual_rate,
        "daily-rate": daily_rate,
        "day-count": day_count,
        "every": every,
        "unit": unit,
        "free-periods": free_periods,
        "multiple-of": multiple_of_fen,
        "rounding": rounding,
        "evening": evening or None,
        "whole-period": whole_period or None,
    }
    given = {name: value for name, value in own_terms.items() if value is not None}
    own_dates = {"tier": tier, "first-due": first_due_on}
    asked = _Asked(amount_fen, down_payment, installments, on or request.today, first_due_on)
    if account_id is not None:
        _refuse_with("--account", given | {name: value for name, value in own_dates.items() if value is not None})
        return _account_quote(request, account_id, product, asked)
    if product is not None:
        _refuse_with("--product", given)
        return _product_quote(product, tier or "B", asked)
    if tier is not None:
        raise BaitiaoError("option-needs", option="--tier", needed="--product")
    return _own_quote(given, asked)


class _Asked(NamedTuple):
    """What every quote is about: the purchase, its day, and the due date that was wished for."""

    amount_fen: int
    down_payment: str | None
    installments: int | None
    on: date
    first_due_on: date | None

    def down_payment_fen(self, rounding: str = "half-up") -> int:
        """The down payment in fen, a share of it rounded once."""
        return down_payment_of(self.amount_fen, self.down_payment, rounding) if self.down_payment else 0


def _refuse_with(option: str, given: dict[str, Any]) -> None:
    """Refuses options that would change what `option` fixes."""
    if given:
        raise BaitiaoError("options-exclusive", options=[option, *(f"--{name}" for name in given)])


def _account_quote(request: Request, account_id: str, product: str | None, asked: _Asked) -> Document:
    """Exactly the plan that `charge` would make on that account, or its refusal."""
    from baitiao_cli.actions.charge import ChargeAsked
    from baitiao_cli.actions.quote import quote_for_account
    from baitiao_cli.ledger.store import Ledger

    charge = ChargeAsked(
        account_id=account_id,
        amount_fen=asked.amount_fen,
        product_id=product or "",
        installments=asked.installments,
        down_payment_fen=asked.down_payment_fen(),
    )
    with Ledger.open(request.ledger_path).read() as tx:
        terms, schedule = quote_for_account(tx, charge, asked.on)
    return quote_document(schedule, asked.on, terms.schedule, terms.every, terms.unit, terms.late)


def _product_quote(product_id: str, tier: Tier, asked: _Asked) -> Document:
    """A quote on the terms of a product, with due dates on the anniversary."""
    from baitiao_cli.products.catalogue import find_product

    product = find_product(product_id)
    terms = product.terms(asked.installments, tier, asked.on)
    down_fen = asked.down_payment_fen(terms.schedule.rounding)
    product.check_amount(asked.amount_fen - down_fen)
    schedule = quote_schedule(
        asked.amount_fen, asked.on, terms.schedule, terms.every, terms.unit, asked.first_due_on, down_fen
    )
    notes = [BILL_DATES] if product.due_by == "bill" else []
    return quote_document(schedule, asked.on, terms.schedule, terms.every, terms.unit, terms.late, notes)


def _own_quote(given: dict[str, Any], asked: _Asked) -> Document:
    """A quote on the terms that the options spell out."""
    terms = _given_terms(asked.installments, given)
    every, unit = given.get("every", 1), given.get("unit", "months")
    down_fen = asked.down_payment_fen(terms.rounding)
    schedule = quote_schedule(asked.amount_fen, asked.on, terms, every, unit, asked.first_due_on, down_fen)
    return quote_document(schedule, asked.on, terms, every, unit, None)


def _given_terms(installments: int | None, given: dict[str, Any]) -> ScheduleTerms:
    """The terms that the options spell out; what they leave open follows from the kind of price."""
    if "annual-rate" in given and "daily-rate" in given:
        raise BaitiaoError("options-exclusive", options=["--annual-rate", "--daily-rate"])
    rate = given.get("annual-rate", given.get("daily-rate"))
    count = 1 if installments is None else installments
    without_interest = "single" if count == 1 and "fee" not in given else "fee-per-period"
    return ScheduleTerms(
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
    )
