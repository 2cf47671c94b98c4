"""Schedules: who owes how much on which day, by method; the same exact interest that an account accrues."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

import msgspec

from baitiao_cli.calc.dates import Period, add_months, periods_from
from baitiao_cli.calc.interest import DAY_COUNTS
from baitiao_cli.calc.methods import METHODS, Factors, Method, Parts, ScheduleTerms, below_interest, period_factors
from baitiao_cli.calc.money import MAX_FEN, ROUNDINGS, check_fen, format_yuan, parse_yuan, round_fen, shortened
from baitiao_cli.calc.rates import PPB, format_rate, parse_rate
from baitiao_cli.errors import BaitiaoError

__all__ = [
    "METHODS",
    "Row",
    "Schedule",
    "ScheduleTerms",
    "check_terms",
    "down_payment_of",
    "make_schedule",
    "quote_schedule",
    "with_down_payment",
]

MOST_INSTALLMENTS = 360
BULLET_MONTHS = 12  # principal repaid at the end is out for a year at most
DEFER_DAYS = 60

# What a field of the terms is called where a user gives it; in the order in which misfits are told.
_OPTIONS = {
    "rate": "--annual-rate/--daily-rate",
    "fee": "--fee",
    "evening": "--evening",
    "whole_period": "--whole-period",
    "multiple_of_fen": "--multiple-of",
    "free_periods": "--free-periods",
    "free_days": "--free-days",
}


class Row(msgspec.Struct, frozen=True, gc=False):
    """One installment: its span, its due day, its parts in fen, and the principal left after it.

    A down payment is row 0, whose span is empty.
    """

    number: int
    from_on: date
    until_on: date
    due_on: date
    principal_fen: int
    interest_fen: int
    fee_fen: int
    balance_fen: int

    @property
    def total_fen(self) -> int:
        """What is to be paid on the due day.

        >>> day = date(2024, 2, 12)
        >>> Row(1, day, day, day, principal_fen=8_333, interest_fen=0, fee_fen=600, balance_fen=0).total_fen
        8933
        """
        return self.principal_fen + self.interest_fen + self.fee_fen


class Schedule(msgspec.Struct, frozen=True):
    """A dated list of installments, the down payment among them, with the sums of its parts.

    `trade_in_fen` was given in goods: it is in no row, so the price is the principal and the trade-in together.
    """

    rows: tuple[Row, ...]
    financed_fen: int
    principal_fen: int
    interest_fen: int
    fee_fen: int
    trade_in_fen: int = 0

    @property
    def total_fen(self) -> int:
        """Everything that is paid, the down payment too.

        >>> Schedule((), financed_fen=75_000, principal_fen=100_000, interest_fen=0, fee_fen=1_350).total_fen
        101350
        """
        return self.principal_fen + self.interest_fen + self.fee_fen


def make_schedule(
    financed_fen: int, periods: tuple[Period, ...], terms: ScheduleTerms, first_factor: Fraction | None = None
) -> tuple[Row, ...]:
    """The rows of a plan of `financed_fen` (> 0) over `periods`, one row each.

    Principal sums to what is financed; interest is `accrued` on what is left (`flat`: on the original principal) and
    rounded once a row by the product's rule; the last row takes the rest. No row is zero or negative.
    `first_factor` is the exact interest of one fen over the first period where it is not that of the whole period:
    a schedule that is made again in the middle of it.

    Raises what `check_terms` raises, and, for an amount or dates that the terms cannot serve, `amount-not-positive`,
    `installment-too-small`, `installment-below-interest`, `installment-empty`, `bullet-too-long`, `defer-too-long`.

    >>> from baitiao_cli.calc.rates import Rate
    >>> terms = ScheduleTerms(method="fee-per-period", installments=3, fee=Rate(6_000_000, "period"))
    >>> rows = make_schedule(100_000, periods_from(date(2024, 1, 12), 3), terms)
    >>> [(row.principal_fen, row.fee_fen, row.balance_fen) for row in rows]  # 1000 / 3; 1000 x 0.6% = 6
    [(33333, 600, 66667), (33333, 600, 33334), (33334, 600, 0)]
    """
    check_terms(terms)
    if check_fen(financed_fen) <= 0:
        raise BaitiaoError("amount-not-positive", text=format_yuan(financed_fen))
    if len(periods) != terms.installments:
        raise ValueError(f"{len(periods)} periods for {terms.installments} installments")
    return _made(financed_fen, _framed(periods, terms, first_factor), terms).rows


def quote_schedule(
    amount_fen: int,
    start_on: date,
    terms: ScheduleTerms,
    every: int = 1,
    unit: str = "months",
    first_due_on: date | None = None,
    down_payment_fen: int = 0,
    trade_in_fen: int = 0,
) -> Schedule:
    """The schedule of a purchase of `amount_fen` on `start_on`, due every so many months, weeks or days.

    A down payment (0 for none) is row 0 on the start date; what goods traded in are worth (0 for none) lowers the
    price; the rest is financed. Rounding as in `make_schedule`, whose errors it raises, and those of `periods_from` and
    `check_own_means`.

    >>> terms = ScheduleTerms(method="single", installments=1)
    >>> schedule = quote_schedule(10_000, date(2024, 1, 31), terms, down_payment_fen=2_500)
    >>> [(row.number, row.due_on.isoformat(), row.total_fen, row.balance_fen) for row in schedule.rows]
    [(0, '2024-01-31', 2500, 7500), (1, '2024-02-29', 7500, 0)]

    300.00 in 3 at 1% a month: 300 x 1.01^3 / (1 + 1.01 + 1.01^2) = 102.0066, and 3.00, 1% of 200.99, 1% of 100.99.

    >>> from baitiao_cli.calc.rates import Rate
    >>> terms = ScheduleTerms(method="equal-payment", installments=3, rate=Rate(10_000_000, "period"))
    >>> [(row.total_fen, row.interest_fen) for row in quote_schedule(30_000, date(2024, 1, 12), terms).rows]
    [(10201, 300), (10201, 201), (10200, 101)]
    """
    check_terms(terms)
    if check_fen(amount_fen) <= 0:
        raise BaitiaoError("amount-not-positive", text=format_yuan(amount_fen))
    has_own_means = bool(trade_in_fen or down_payment_fen)
    if has_own_means:
        check_own_means(amount_fen, trade_in_fen, down_payment_fen)
    frame = _frame(start_on, terms, every, unit, first_due_on)
    made = _made(amount_fen - trade_in_fen - down_payment_fen, frame, terms)
    return with_down_payment(down_payment_fen, start_on, made.rows, trade_in_fen) if has_own_means else made


def with_down_payment(down_payment_fen: int, start_on: date, rows: tuple[Row, ...], trade_in_fen: int = 0) -> Schedule:
    """The rows with their sums, and before them the down payment (0 for none) as row 0 on the start date.

    >>> day = date(2024, 2, 12)
    >>> schedule = with_down_payment(2_500, date(2024, 1, 12), (Row(1, day, day, day, 7_500, 0, 45, 0),))
    >>> [row.balance_fen for row in schedule.rows], schedule.total_fen  # 25.00, then 75.00 with 0.6% of it
    ([7500, 0], 10045)
    """
    financed_fen = sum(row.principal_fen for row in rows)
    if down_payment_fen:
        rows = (Row(0, start_on, start_on, start_on, down_payment_fen, 0, 0, financed_fen), *rows)
    return Schedule(
        rows=rows,
        financed_fen=financed_fen,
        principal_fen=financed_fen + down_payment_fen,
        interest_fen=sum(row.interest_fen for row in rows),
        fee_fen=sum(row.fee_fen for row in rows),
        trade_in_fen=trade_in_fen,
    )


def down_payment_of(amount_fen: int, text: str, rounding: str = "half-up") -> int:
    """The down payment in fen on a purchase: a share such as `25%`, rounded once, or an amount in yuan.

    Raises `rate-malformed`, `amount-malformed` and their like, `down-payment-too-small` if it rounds to nothing and
    `down-payment-too-large` if it leaves nothing to finance.

    >>> down_payment_of(10_002, "25%"), down_payment_of(10_002, "30.00")  # 25.005 rounds up
    (2501, 3000)
    """
    if text.endswith("%"):
        share = parse_rate(text)
        down_fen = round_fen(Fraction(amount_fen * share.ppb, PPB), rounding)
        if down_fen == 0:
            raise BaitiaoError("down-payment-too-small", text=text, amount_fen=amount_fen)
    else:
        down_fen = parse_yuan(text)
    check_own_means(amount_fen, 0, down_fen)
    return down_fen


def check_own_means(amount_fen: int, trade_in_fen: int, down_payment_fen: int) -> None:
    """Refuses a trade-in and a down payment, in fen, that are negative or leave nothing of the amount to finance.

    Raises, in this order: `option-negative`, `trade-in-too-large`, `down-payment-too-large`.

    >>> check_own_means(500_00, 300_00, 200_00)  # 500 - 300 - 200 = 0
    Traceback (most recent call last):
    baitiao_cli.errors.BaitiaoError: down-payment-too-large: down_payment_fen=20000 amount_fen=20000
    """
    for option, fen in (("--trade-in", trade_in_fen), ("--down-payment", down_payment_fen)):
        if check_fen(fen) < 0:
            raise BaitiaoError("option-negative", option=option, count=fen)
    if trade_in_fen >= amount_fen:
        raise BaitiaoError("trade-in-too-large", trade_in_fen=trade_in_fen, amount_fen=amount_fen)
    to_pay_fen = amount_fen - trade_in_fen
    if down_payment_fen >= to_pay_fen:
        raise BaitiaoError("down-payment-too-large", down_payment_fen=down_payment_fen, amount_fen=to_pay_fen)


@lru_cache(maxsize=256)  # terms never change, and are those of many plans
def check_terms(terms: ScheduleTerms) -> None:
    """Refuse terms that do not fit together, so that nothing given is silently ignored.

    The order of reasons is fixed: method, number of installments, names of rules, what is missing, what the method has
    no use for, ranges.

    Raises `method-unknown`, `installments-out-of-range`, `installments-not-one`, `rounding-unknown`,
    `day-count-unknown`, `rate-missing`, `fee-missing`, `option-does-not-fit`, `fee-not-per-period`,
    `whole-period-not-yearly`, `evening-with-multiple`, `option-negative`, `free-days-too-many`,
    `free-periods-too-many`.

    >>> check_terms(ScheduleTerms(method="flat", installments=3))  # interest, but no rate
    Traceback (most recent call last):
    baitiao_cli.errors.BaitiaoError: rate-missing: method=flat
    """
    method = METHODS.get(terms.method)
    if method is None:
        raise BaitiaoError("method-unknown", text=shortened(terms.method), known=", ".join(METHODS))
    count = terms.installments
    if not 1 <= count <= MOST_INSTALLMENTS:
        raise BaitiaoError("installments-out-of-range", count=count, most=MOST_INSTALLMENTS)
    if method.one_due_date and count != 1:
        raise BaitiaoError("installments-not-one", method=terms.method, count=count)
    if terms.rounding not in ROUNDINGS:
        raise BaitiaoError("rounding-unknown", text=shortened(terms.rounding))
    if terms.day_count not in DAY_COUNTS:
        raise BaitiaoError("day-count-unknown", text=shortened(terms.day_count))
    for needed in ("rate", "fee"):
        if needed in method.reads and getattr(terms, needed) is None:
            raise BaitiaoError(f"{needed}-missing", method=terms.method)
    for field, option in _OPTIONS.items():
        if field not in method.reads and getattr(terms, field) not in (None, False, 0):
            raise BaitiaoError("option-does-not-fit", method=terms.method, option=option)
    _check_ranges(terms)


def _check_ranges(terms: ScheduleTerms) -> None:
    if terms.fee is not None and terms.fee.per != "period":
        raise BaitiaoError("fee-not-per-period", text=format_rate(terms.fee))
    if terms.whole_period and terms.rate is not None and terms.rate.per not in ("year", "month"):
        raise BaitiaoError("whole-period-not-yearly", text=format_rate(terms.rate))
    if terms.evening and terms.multiple_of_fen:
        raise BaitiaoError("evening-with-multiple")
    for field in ("multiple_of_fen", "free_periods", "free_days"):
        if getattr(terms, field) < 0:
            raise BaitiaoError("option-negative", option=_OPTIONS[field], count=getattr(terms, field))
    if terms.free_days > DEFER_DAYS:
        raise BaitiaoError("free-days-too-many", count=terms.free_days, most=DEFER_DAYS)
    if terms.free_periods > terms.installments:
        raise BaitiaoError("free-periods-too-many", free_count=terms.free_periods, count=terms.installments)


class _Frame(msgspec.Struct, frozen=True):
    """What all schedules on the same terms and dates have in common, whatever the amount.

    `days` are the columns of the rows before their amounts: number, from_on, until_on, due_on.
    """

    days: tuple[tuple[Any, ...], ...]
    factors: Factors


@lru_cache(maxsize=256)  # a desk quotes the same terms on the same day again and again
def _frame(start_on: date, terms: ScheduleTerms, every: int, unit: str, first_due_on: date | None) -> _Frame:
    return _framed(periods_from(start_on, terms.installments, every, unit, first_due_on), terms)


def _framed(periods: tuple[Period, ...], terms: ScheduleTerms, first_factor: Fraction | None = None) -> _Frame:
    _check_span(periods, terms, METHODS[terms.method])
    days = [(period.number, period.from_on, period.until_on, period.due_on) for period in periods]
    return _Frame(tuple(zip(*days, strict=True)), period_factors(periods, terms, first_factor))


def _made(financed_fen: int, frame: _Frame, terms: ScheduleTerms) -> Schedule:
    """What the method makes of an amount, when each row of it can be asked for; without a down payment."""
    method = METHODS[terms.method]
    parts = method.split(financed_fen, frame.factors, terms)
    interest_fen, fee_fen = sum(parts.interest), sum(parts.fee)
    # Interest and fees are never below zero, so no row is more than the sum of all.
    if min(parts.principal) <= 0 or financed_fen + interest_fen + fee_fen > MAX_FEN:
        _check_rows(parts, frame.days[0], financed_fen, method)
    left_fen, balances = financed_fen, []
    for principal_fen in parts.principal:
        left_fen -= principal_fen
        balances.append(left_fen)
    rows = tuple(map(Row, *frame.days, parts.principal, parts.interest, parts.fee, balances))
    return Schedule(rows, financed_fen, financed_fen, interest_fen, fee_fen)


def _check_span(periods: tuple[Period, ...], terms: ScheduleTerms, method: Method) -> None:
    start_on, due_on = periods[0].from_on, periods[-1].due_on
    if method.at_the_end and due_on > (last_on := add_months(start_on, BULLET_MONTHS)):
        raise BaitiaoError("bullet-too-long", last_on=last_on, due_on=due_on)
    if terms.method == "defer" and (days := (due_on - start_on).days) > DEFER_DAYS:
        raise BaitiaoError("defer-too-long", most=DEFER_DAYS, count=days)


def _check_rows(parts: Parts, numbers: Sequence[int], financed_fen: int, method: Method) -> None:
    if method.pays_interest_first and (short := below_interest(parts)):
        payment_fen, interest_fen = parts.principal[0] + parts.interest[0], parts.interest[short - 1]
        raise BaitiaoError(
            "installment-below-interest", payment_fen=payment_fen, interest_fen=interest_fen, number=short
        )
    rows = zip(numbers, parts.principal, parts.interest, parts.fee, strict=True)
    for number, principal_fen, interest_fen, fee_fen in rows:
        if principal_fen < 0 or (principal_fen == 0 and not method.at_the_end):
            raise BaitiaoError(
                "installment-too-small",
                amount_fen=financed_fen,
                count=len(numbers),
                number=number,
                principal_fen=principal_fen,
            )
        total_fen = principal_fen + interest_fen + fee_fen
        if total_fen <= 0:
            raise BaitiaoError("installment-empty", amount_fen=financed_fen, count=len(numbers), number=number)
        check_fen(total_fen)
