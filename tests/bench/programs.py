"""The programs that are compared: ours, and its peers on PyPI, each asked through its own public functions.

Every program is asked in its own terms for the same thing; what it has no words for is `None` here, and the tables say
"cannot be asked". A schedule is asked for at a rate a year of which a month bears the twelfth.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from typing import Any, NamedTuple

Number = float | Decimal
START = date(2024, 1, 12)


class Plan(NamedTuple):
    """Equal monthly payments: an amount in yuan, per cent a year, how many."""

    yuan: str
    rate_pct: str
    count: int


class Row(NamedTuple):
    """What a program says of one installment, as it says it."""

    payment: Number
    principal: Number
    interest: Number


class Program(NamedTuple):
    """A program and what can be asked of it; `lacks` says what its schedule is without."""

    name: str
    distribution: str
    lacks: str
    # The work that is timed: everything that the program does for a schedule, its amounts made beforehand.
    prepared: Callable[[Plan], Callable[[], Any]] | None = None
    # The same where it has to forget first what it remembers from one schedule to the next.
    prepared_anew: Callable[[Plan], Callable[[], Any]] | None = None
    schedule: Callable[[Plan], list[Row]] | None = None
    # Nights from the first day to the second, as the interest of a first period between them counts them.
    nights: Callable[[date, date], Number] | None = None
    # Nights of so many monthly periods that the program steps itself from a day.
    stepped: Callable[[date, int], list[Number]] | None = None
    # The rate of a month, or its yearly twelvefold, of flows in fen a month apart; and the same prepared to be timed.
    annual_simple: Callable[[Sequence[int]], Number] | None = None
    rate_prepared: Callable[[Sequence[int]], Callable[[], Any]] | None = None
    # The search alone, from amounts to a float, where `rate_prepared` does more than that.
    search_prepared: Callable[[Sequence[int]], Callable[[], Any]] | None = None

    @property
    def version(self) -> str | None:
        """The installed version, `None` if there is none."""
        try:
            return version(self.distribution)
        except PackageNotFoundError:
            return None


def ours() -> Program:
    from baitiao_cli.calc import schedule as schedules
    from baitiao_cli.calc.annual_rate import annual_rate
    from baitiao_cli.calc.dates import step
    from baitiao_cli.calc.money import parse_yuan
    from baitiao_cli.calc.rates import parse_rate
    from baitiao_cli.calc.roots import Level
    from baitiao_cli.calc.schedule import Row as OurRow
    from baitiao_cli.calc.schedule import ScheduleTerms, quote_schedule

    def terms(plan: Plan, day_count: str) -> ScheduleTerms:
        rate = parse_rate(plan.rate_pct)
        return ScheduleTerms(method="equal-payment", installments=plan.count, rate=rate, day_count=day_count)

    def prepared(plan: Plan) -> Callable[[], Any]:
        fen, asked = parse_yuan(plan.yuan), terms(plan, "30/360")
        return lambda: quote_schedule(fen, START, asked)

    def prepared_anew(plan: Plan) -> Callable[[], Any]:
        fen, asked = parse_yuan(plan.yuan), terms(plan, "30/360")

        def quote() -> Any:
            schedules.check_terms.cache_clear()
            schedules._frame.cache_clear()
            return quote_schedule(fen, START, asked)

        return quote

    def schedule(plan: Plan) -> list[Row]:
        parts = [(row.total_fen, row.principal_fen, row.interest_fen) for row in prepared(plan)().rows]
        return [Row(*(Decimal(fen) / 100 for fen in part)) for part in parts]

    def nights(from_on: date, until_on: date) -> Number:  # 36,500.00 x 10% / 365 = 10.00 a night
        plan = terms(Plan("36500", "10", 2), "actual/365")
        first = quote_schedule(3_650_000, from_on, plan, first_due_on=until_on).rows[0]
        return Decimal(first.interest_fen) / 1000

    def stepped(start_on: date, count: int) -> list[Number]:
        rows = quote_schedule(3_650_000, start_on, terms(Plan("36500", "10", count), "actual/365")).rows
        return [Decimal((row.until_on - row.from_on).days) for row in rows]

    def rate_prepared(flows: Sequence[int]) -> Callable[[], Any]:
        days = [step(START, number, "months") for number in range(len(flows))]
        rows = [OurRow(n, day, day, day, fen, 0, 0, 0) for n, (day, fen) in enumerate(zip(days, flows, strict=True))]
        return lambda: annual_rate(-flows[0], START, rows[1:])

    def annual_simple(flows: Sequence[int]) -> Number:
        simple = rate_prepared(flows)().simple
        return Decimal(simple.numerator) / simple.denominator

    def search_prepared(flows: Sequence[int]) -> Callable[[], Any]:
        return lambda: Level(-flows[0], flows[1], flows[-1], len(flows) - 1).rate()

    asked = (prepared, prepared_anew, schedule, nights, stepped, annual_simple, rate_prepared, search_prepared)
    return Program("baitiao", "baitiao-cli", "", *asked)


def _amortization() -> Program:
    from amortization import amortization_schedule

    def prepared(plan: Plan) -> Callable[[], Any]:
        yuan, rate = float(plan.yuan), float(plan.rate_pct) / 100
        return lambda: list(amortization_schedule(yuan, rate, plan.count))

    def schedule(plan: Plan) -> list[Row]:
        return [Row(row.amount, row.principal, row.interest) for row in prepared(plan)()]

    return Program("amortization", "amortization", "dates, day counts; floats", prepared, prepared, schedule)


def _loankit() -> Program:
    from loan import STRATEGIES, LoanRequest

    def prepared(plan: Plan) -> Callable[[], Any]:
        method = "equal-installment"
        yuan, rate = Decimal(plan.yuan), Decimal(plan.rate_pct)
        return lambda: STRATEGIES[method]().generate(LoanRequest(yuan, rate, plan.count, method))

    def schedule(plan: Plan) -> list[Row]:
        return [Row(row.payment, row.principal, row.interest) for row in prepared(plan)().installments]

    return Program("loankit", "loankit", "dates, day counts", prepared, prepared, schedule)


def _mortgagemath() -> Program:
    from mortgagemath import DayCount, LoanParams, PaymentRounding, amortization_schedule

    half_up = PaymentRounding.ROUND_HALF_UP

    def prepared(plan: Plan) -> Callable[[], Any]:
        yuan, rate = Decimal(plan.yuan), Decimal(plan.rate_pct)
        return lambda: amortization_schedule(LoanParams(yuan, rate, plan.count, payment_rounding=half_up))

    def schedule(plan: Plan) -> list[Row]:
        return [Row(row.payment, row.principal, row.interest) for row in prepared(plan)()[1:]]

    def stepped(start_on: date, count: int) -> list[Number]:
        """Interest x 360 / (balance x 10%): it has actual/360 only, and no dates but the first."""
        asked = LoanParams(Decimal(36_000), Decimal(10), count, day_count=DayCount.ACTUAL_360, start_date=start_on)
        rows = amortization_schedule(asked)
        return [round(row.interest * 3600 / before.balance, 2) for before, row in pairwise(rows)]

    def nights(from_on: date, until_on: date) -> Number:
        return stepped(from_on, 2)[0]

    lacks = "due dates, actual/365"
    return Program("mortgagemath", "mortgagemath", lacks, prepared, prepared, schedule, nights, stepped)


def _loan_calculator() -> Program:
    from loan_calculator import Loan
    from loan_calculator.irr import approximate_irr

    def made(plan: Plan) -> Callable[[], Any]:
        """It compounds a rate a year by days: months of 30 days, and the rate a year that makes one bear a twelfth."""
        yuan, a_month = float(plan.yuan), float(plan.rate_pct) / 1200
        dates = [START + timedelta(30 * number) for number in range(1, plan.count + 1)]
        rate = math.expm1(math.log1p(a_month) * 365 / 30)
        return lambda: Loan(yuan, rate, START, dates)

    def schedule(plan: Plan) -> list[Row]:
        loan = made(plan)()
        parts = zip(loan.due_payments, loan.amortizations, loan.interest_payments, strict=True)
        return [Row(*part) for part in parts]

    def nights(from_on: date, until_on: date) -> Number:
        loan = Loan(1000.0, 0.1, from_on, [until_on, until_on + timedelta(31)])
        return round(math.log1p(loan.interest_payments[0] / 1000) / math.log1p(0.1) * 365, 2)

    def rate_prepared(flows: Sequence[int]) -> Callable[[], Any]:
        days = [30 * number for number in range(1, len(flows))]
        return lambda: approximate_irr(-flows[0], flows[1:], days, 0.0003)

    def annual_simple(flows: Sequence[int]) -> Number:
        return 12 * math.expm1(30 * math.log1p(rate_prepared(flows)()))

    lacks = "steps of dates, nominal rates, rounding; floats"
    return Program(
        "loan-calculator", "loan-calculator", lacks, made, made, schedule, nights, None, annual_simple, rate_prepared
    )


def _numpy_financial() -> Program:
    import numpy as np
    import numpy_financial as npf

    def prepared(plan: Plan) -> Callable[[], Any]:
        yuan, rate, count = float(plan.yuan), float(plan.rate_pct) / 1200, plan.count
        numbers = np.arange(1, count + 1)
        return lambda: (
            npf.pmt(rate, count, -yuan),
            npf.ppmt(rate, numbers, count, -yuan),
            npf.ipmt(rate, numbers, count, -yuan),
        )

    def schedule(plan: Plan) -> list[Row]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # it divides by a rate of zero before it looks at it
            payment, principal, interest = prepared(plan)()
        return [Row(float(payment), float(a), float(b)) for a, b in zip(principal, interest, strict=True)]

    def rate_prepared(flows: Sequence[int]) -> Callable[[], Any]:
        return lambda: npf.irr(flows)

    def annual_simple(flows: Sequence[int]) -> Number:
        return 12 * float(npf.irr(flows))

    lacks = "dates, day counts, rounding; floats"
    return Program(
        "numpy-financial",
        "numpy-financial",
        lacks,
        prepared,
        prepared,
        schedule,
        None,
        None,
        annual_simple,
        rate_prepared,
    )


def _pyxirr() -> Program:
    import pyxirr

    def prepared(plan: Plan) -> Callable[[], Any]:
        yuan, rate, count = float(plan.yuan), float(plan.rate_pct) / 1200, plan.count
        numbers = range(1, count + 1)
        return lambda: (
            pyxirr.pmt(rate, count, -yuan),
            [pyxirr.ppmt(rate, number, count, -yuan) for number in numbers],
            [pyxirr.ipmt(rate, number, count, -yuan) for number in numbers],
        )

    def schedule(plan: Plan) -> list[Row]:
        payment, principal, interest = prepared(plan)()
        return [Row(payment, a, b) for a, b in zip(principal, interest, strict=True)]

    def nights(from_on: date, until_on: date) -> Number:
        return round(365 * pyxirr.year_fraction(from_on, until_on, pyxirr.DayCount.ACT_365F), 9)

    def rate_prepared(flows: Sequence[int]) -> Callable[[], Any]:
        return lambda: pyxirr.irr(flows)

    def annual_simple(flows: Sequence[int]) -> Number:
        return 12 * pyxirr.irr(flows)

    lacks = "steps of dates, rounding; floats"
    return Program("pyxirr", "pyxirr", lacks, prepared, prepared, schedule, nights, None, annual_simple, rate_prepared)


_PEERS = (_amortization, _loankit, _mortgagemath, _loan_calculator, _numpy_financial, _pyxirr)


def programs() -> list[Program]:
    """Ours first, then its peers; `ImportError` where one is not installed (the extra `bench` has them all)."""
    return [ours(), *(make() for make in _PEERS)]
