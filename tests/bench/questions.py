"""Questions with one right answer each, worked by hand or from an exact definition; never with our own engine.

A question takes a program and gives what was right and what was answered, as texts, or `None` where the program cannot
be asked. An answer in floats is shown with two decimals, as its user would show it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tests.bench.programs import Number, Plan, Program, Row

HUGE = "90071992547409.91"  # 2^53 - 1 fen: beyond it a double skips whole fen


class Answer(NamedTuple):
    """What is right and what was answered, to be compared word by word."""

    right: list[str]
    given: list[str]


class Verdict(NamedTuple):
    """`right`, `wrong`, `fails` or `cannot be asked`; and the first difference, or the name of the exception."""

    word: str
    detail: str = ""


def shown(amount: Number) -> str:
    """Two decimals, without a sign for zero."""
    text = f"{amount:.2f}"
    return "0.00" if text == "-0.00" else text


def _rows(rows: list[Row]) -> list[str]:
    return [shown(part) for row in rows for part in row]


def zero_rate(program: Program) -> Answer | None:
    """1,000.00 in 3 at 0%: 333.33 a month, no interest. (What the last row takes is another question.)"""
    if program.schedule is None:
        return None
    rows = program.schedule(Plan("1000", "0", 3))
    return Answer(["333.33", "0.00", "0.00", "0.00"], [shown(rows[0].payment), *(shown(row.interest) for row in rows)])


def one_period(program: Program) -> Answer | None:
    """1,000.00 for one month at 12% a year: 1% is 10.00, so 1,010.00."""
    if program.schedule is None:
        return None
    return Answer(["1010.00", "1000.00", "10.00"], _rows(program.schedule(Plan("1000", "12", 1))))


def month_ends(program: Program) -> Answer | None:
    """From 31 Jan 2024 by months: 29 Feb, 31 Mar, 30 Apr, 31 May, that is 29, 31, 30 and 31 nights."""
    if program.stepped is None:
        return None
    return Answer(["29.00", "31.00", "30.00", "31.00"], [shown(n) for n in program.stepped(date(2024, 1, 31), 4)])


def leap_years(program: Program) -> Answer | None:
    """1 Feb to 1 Mar is 28 nights, in the leap years 2024 and 2000 it is 29."""
    if program.nights is None:
        return None
    given = [shown(program.nights(date(year, 2, 1), date(year, 3, 1))) for year in (2023, 2024, 2000)]
    return Answer(["28.00", "29.00", "29.00"], given)


def huge_amounts(program: Program) -> Answer | None:
    """90,071,992,547,409.91 in 12 at 12% a year, every fen of every row, from the definition in exact fractions."""
    if program.schedule is None:
        return None
    right = _by_definition(Decimal(HUGE), Fraction(1, 100), 12)
    return Answer(_rows(right), _rows(program.schedule(Plan(HUGE, "12", 12))))


def last_row(program: Program) -> Answer | None:
    """1,000.00 in 3 at 12% a year: the last payment is what is left with its interest.

    The payment is 1000 x 0.01 / (1 - 1.01^-3) = 340.0221..., so 340.02. Interest 10.00, principal 330.02, left 669.98;
    interest 6.6998 -> 6.70, principal 333.32, left 336.66; interest 3.3666 -> 3.37, so the last payment is 340.03.
    """
    if program.schedule is None:
        return None
    right = ["340.02", "330.02", "10.00", "340.02", "333.32", "6.70", "340.03", "336.66", "3.37"]
    return Answer(right, _rows(program.schedule(Plan("1000", "12", 3))))


def rows_add_up(program: Program) -> Answer | None:
    """1,000.00 in 2 to 36 at 0% and at 12% a year: the principal parts that are shown sum to 1,000.00.

    And each payment that is shown is its principal and its interest.
    """
    if program.schedule is None:
        return None
    right, given = [], []
    for plan in [Plan("1000", rate, count) for count in range(2, 37) for rate in ("0", "12")]:
        rows = [[Decimal(shown(part)) for part in row] for row in program.schedule(plan)]
        right += ["1000.00", "0.00"]
        of_parts = sum((abs(payment - principal - interest) for payment, principal, interest in rows), Decimal(0))
        given += [shown(sum((principal for _, principal, _ in rows), Decimal(0))), shown(of_parts)]
    return Answer(right, given)


def half_a_fen(program: Program) -> Answer | None:
    """100.50 for one month at 12% a year: 1% is 1.005, half up 1.01, so 101.51."""
    if program.schedule is None:
        return None
    return Answer(["101.51", "100.50", "1.01"], _rows(program.schedule(Plan("100.50", "12", 1))))


def annual_rate(program: Program) -> Answer | None:
    """1,000.00 in 12 with a fee of 0.5, 0.6, 0.8 or 1% of it a month: published as 10.90, 13.03, 17.27 and 21.46%.

    That is 12 x the rate of a month. The principal parts are 83.33, the last 83.37. And what costs nothing costs 0%.
    """
    if program.annual_simple is None:
        return None
    plans = [[-100_000, *[8_333 + fee] * 11, 8_337 + fee] for fee in (500, 600, 800, 1_000, 0)]
    return Answer(["10.90", "13.03", "17.27", "21.46", "0.00"], [shown(program.annual_simple(p) * 100) for p in plans])


def _by_definition(yuan: Decimal, rate: Fraction, count: int) -> list[Row]:
    """Equal payments from their definition: one payment, interest on what is left, each rounded once, halves up."""

    def fen(exact: Fraction) -> int:
        return (exact + Fraction(1, 2)).__floor__()

    left = int(yuan * 100)
    payment = fen(left * rate / (1 - 1 / (1 + rate) ** count))
    rows = []
    for number in range(1, count + 1):
        interest = fen(left * rate)
        principal = payment - interest if number < count else left
        left -= principal
        rows.append(Row(*(Decimal(part) / 100 for part in (principal + interest, principal, interest))))
    return rows


QUESTIONS: dict[str, Callable[[Program], Answer | None]] = {
    "zero rate": zero_rate,
    "one period": one_period,
    "month ends": month_ends,
    "leap years": leap_years,
    "huge amounts": huge_amounts,
    "last row": last_row,
    "rows add up": rows_add_up,
    "half a fen": half_a_fen,
    "annual rate": annual_rate,
}


def verdict(question: Callable[[Program], Answer | None], program: Program) -> Verdict:
    """Asks; whatever a program raises is its answer."""
    try:
        answer = question(program)
    except Exception as raised:
        return Verdict("fails", type(raised).__name__)
    if answer is None:
        return Verdict("cannot be asked")
    right, given = answer
    if len(right) != len(given):
        return Verdict("wrong", f"{len(given)} figures where there are {len(right)}")
    for expected, told in zip(right, given, strict=True):
        if expected != told:
            return Verdict("wrong", f"{told} where {expected} is right")
    return Verdict("right")
