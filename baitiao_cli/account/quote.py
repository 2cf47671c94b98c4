"""A quote: what a purchase would cost on given terms, complete, so that it can be shown, kept and accepted as shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Literal, NamedTuple

import msgspec

from baitiao_cli.account.cap import passes_cap
from baitiao_cli.account.events import CouponTaken, Purchased
from baitiao_cli.account.meter import NightMeter
from baitiao_cli.account.terms import LateTerms, LineTerms, PlanTerms
from baitiao_cli.calc.annual_rate import annual_rate
from baitiao_cli.calc.caps import told_above
from baitiao_cli.calc.dates import Period, step
from baitiao_cli.calc.rates import Rate, percent
from baitiao_cli.calc.schedule import Row, Schedule, make_schedule, with_down_payment
from baitiao_cli.errors import BaitiaoError

LATE_NIGHTS = 30
"""How long the payment of a quote's example is late."""

# No letter that is taken for a digit or another letter (I, L, O, U, Z), and as many as a prime: a check character then
# finds every single mistake and every exchange of neighbours.
_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXY"
_LENGTH = 9

Percents = dict[str, str]
LateItem = Literal["late-besides", "late-instead", "carried", "minimum-missed"]


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """One item of the price, or `all` of them: its rate as quoted, what it comes to, and its own rate a year."""

    item: Literal["interest", "fee", "all"]
    rate: Rate | None
    cost_fen: int
    annual_rate: Percents | None


class LateCost(msgspec.Struct, frozen=True, kw_only=True):
    """What lateness costs a day, as a rate a year, and for the first installment paid 30 days late.

    A late night costs at least `floor_fen`; within `grace_days` a payment is not late, after them it counts from its
    due date.
    """

    item: LateItem
    daily_ppb: int
    base: str
    simple_pct: str
    example_fen: int
    floor_fen: int = 0
    grace_days: int = 0


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a quote shows; `terms` are those on which the plan would be made, `cap_pct` their cap.

    `account_id` is "" when it is for nobody in particular; `above_cap_pct` the simple rate of a plan above its cap.
    `coupon` is the one that it takes; where there is none it has no part in the text, nor in the id.
    """

    account_id: str
    start_on: date
    amount_fen: int
    trade_in_fen: int
    down_payment_fen: int
    financed_fen: int
    first_due_on: date | None
    terms: PlanTerms
    schedule: Schedule
    costs: tuple[Cost, ...]
    late_costs: tuple[LateCost, ...]
    annual_rate: Percents | None
    cap_pct: str | None
    above_cap: bool
    above_cap_pct: str | None = None
    coupon: CouponTaken | msgspec.UnsetType = msgspec.UNSET

    @property
    def is_acceptable(self) -> bool:
        """Whether a plan can be made on it: not above a cap that refuses, not revolving without an account's bills."""
        is_refused = self.above_cap and self.terms.above_cap == "refuse"
        return not is_refused and self.is_on_bills_of_somebody

    @property
    def is_on_bills_of_somebody(self) -> bool:
        """Whether a revolving plan has the bills of an account to be due with; other plans need none."""
        return bool(self.account_id) or not self.terms.revolving


class Shown(NamedTuple):
    """A quote with the text that it was shown as: canonical JSON, which later versions of the program may write anew.

    The id and the hash are those of the text, so that a quote that was kept keeps them.
    """

    quote: Quote
    text: str

    @staticmethod
    def of(quote: Quote) -> Shown:
        """The quote as this version shows it."""
        return Shown(quote, msgspec.json.encode(quote, order="sorted").decode())

    @property
    def quote_hash(self) -> str:
        """The SHA-256 of all that is shown."""
        return sha256(self.text.encode()).hexdigest()

    @property
    def quote_id(self) -> str:
        """The name of the quote: the same for the same content, short, and safe to read aloud."""
        return quote_id_of(self.quote_hash)

    def purchase(self, plan_id: str) -> Purchased:
        """The purchase on exactly these terms."""
        quote = self.quote
        return Purchased(
            plan_id=plan_id,
            amount_fen=quote.amount_fen,
            terms=quote.terms,
            down_payment_fen=quote.down_payment_fen,
            trade_in_fen=quote.trade_in_fen,
            first_due_on=quote.first_due_on,
            quote_id=self.quote_id,
            quote_hash=self.quote_hash,
            coupon=quote.coupon,
        )


def make_quote(
    purchase: Purchased, on: date, periods: tuple[Period, ...], line: LineTerms | None = None, account_id: str = ""
) -> Quote:
    """The quote of a purchase on `on` over `periods`; `line` is what a revolving plan costs when it is carried.

    Errors of `make_schedule`.
    """
    terms = purchase.terms
    rows = make_schedule(purchase.financed_fen, periods, terms.schedule)
    schedule = with_down_payment(purchase.down_payment_fen, on, rows, purchase.trade_in_fen)
    costs = _costs(schedule, on, rows, terms)
    rate = annual_rate(purchase.financed_fen, on, rows, terms.every, terms.unit)
    is_above = passes_cap(purchase.financed_fen, on, rows, terms)
    return Quote(
        account_id=account_id,
        start_on=on,
        amount_fen=purchase.amount_fen,
        trade_in_fen=purchase.trade_in_fen,
        down_payment_fen=purchase.down_payment_fen,
        financed_fen=purchase.financed_fen,
        first_due_on=purchase.first_due_on,
        terms=terms,
        schedule=schedule,
        costs=costs,
        late_costs=_late_costs(rows, terms, line if terms.revolving else None),
        annual_rate=costs[-1].annual_rate,
        cap_pct=_percent(terms.annual_cap_ppb) if terms.annual_cap_ppb else None,
        above_cap=is_above,
        above_cap_pct=told_above(rate.simple, terms.annual_cap_ppb) if rate and is_above else None,
        coupon=purchase.coupon,
    )


def _costs(schedule: Schedule, on: date, rows: Sequence[Row], terms: PlanTerms) -> tuple[Cost, ...]:
    """Interest, fees, and both together, each with the annual rate that it would have alone."""

    def rate_with(**without: int) -> Percents | None:
        paid = [msgspec.structs.replace(row, **without) for row in rows]
        found = annual_rate(schedule.financed_fen, on, paid, terms.every, terms.unit)
        return found.percents if found else None

    interest_fen, fee_fen = schedule.interest_fen, schedule.fee_fen
    return (
        Cost(item="interest", rate=terms.schedule.rate, cost_fen=interest_fen, annual_rate=rate_with(fee_fen=0)),
        Cost(item="fee", rate=terms.schedule.fee, cost_fen=fee_fen, annual_rate=rate_with(interest_fen=0)),
        Cost(item="all", rate=None, cost_fen=interest_fen + fee_fen, annual_rate=rate_with()),
    )


def _late_costs(rows: Sequence[Row], terms: PlanTerms, line: LineTerms | None) -> tuple[LateCost, ...]:
    """What lateness costs: of a plan its late charge, of what revolves the carried balance and a missed minimum."""
    first, rounding = rows[0], terms.schedule.rounding
    if line is not None:
        carried = LateTerms(daily_ppb=line.carried_daily_ppb, floor_fen=0)
        prices: list[tuple[LateItem, str, LateTerms]] = [
            ("carried", "carried", carried),
            ("minimum-missed", "carried", line.late),
        ]
    else:
        prices = [("late-instead" if terms.late.instead else "late-besides", terms.late.base, terms.late)]
    costs = []
    for item, base, late in prices:
        base_fen = sum(row.total_fen for row in rows) if base == "plan" else first.total_fen
        meter = NightMeter(first.due_on)
        meter.run(step(first.due_on, LATE_NIGHTS, "days"), base_fen, late.daily_ppb, late.floor_fen)
        costs.append(
            LateCost(
                item=item,
                daily_ppb=late.daily_ppb,
                base=base,
                simple_pct=_percent(365 * late.daily_ppb),
                example_fen=meter.rounded_fen(rounding),
                floor_fen=late.floor_fen,
                grace_days=late.grace_days,
            )
        )
    return tuple(cost for cost in costs if cost.daily_ppb)


def _percent(ppb: int) -> str:
    return percent(Rate(ppb, "year").fraction)


# --- ids


def quote_id_of(quote_hash: str) -> str:
    """The id of a quote with that hash: Q, nine symbols of the hash and a check symbol.

    >>> quote_id_of("0" * 63 + "1")
    'Q0000000019'
    """
    value = int(quote_hash, 16)
    symbols = ""
    for _ in range(_LENGTH):
        value, digit = divmod(value, len(_SYMBOLS))
        symbols = _SYMBOLS[digit] + symbols
    return f"Q{symbols}{_check_symbol(symbols)}"


def read_quote_id(text: str) -> str:
    """The id of a quote as somebody wrote it, small letters too; `quote-id-malformed` when it cannot be one.

    The check symbol finds a wrong symbol and two that changed places.

    >>> read_quote_id("q0000000019")
    'Q0000000019'
    """
    asked = text.upper()
    symbols, check = asked[1:-1], asked[-1:]
    is_form = asked[:1] == "Q" and len(symbols) == _LENGTH and set(symbols) <= set(_SYMBOLS)
    if not is_form or check != _check_symbol(symbols):
        raise BaitiaoError("quote-id-malformed", text=text[:32])
    return asked


def _check_symbol(symbols: str) -> str:
    # Weights that differ modulo the prime: a changed symbol and an exchange of two always change the sum.
    weighted = sum(place * _SYMBOLS.index(symbol) for place, symbol in enumerate(symbols, start=1))
    return _SYMBOLS[weighted % len(_SYMBOLS)]
