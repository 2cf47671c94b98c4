"""Day counts: what share of a year a month is, and what that makes of its interest."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from itertools import pairwise
from typing import Any

from baitiao_cli.calc.dates import Period, periods_from
from baitiao_cli.calc.interest import DAY_COUNTS, accrued, year_share
from baitiao_cli.calc.money import round_fen
from baitiao_cli.calc.rates import Rate
from baitiao_cli.learn.lesson import (
    Lesson,
    Numbers,
    Plot,
    Prediction,
    QuizItem,
    Range,
    Sheet,
    Worked,
    choose,
    told,
    told_numbers,
    traps,
    typed,
)
from baitiao_cli.messages import as_is
from baitiao_cli.messages.learn import day_counts as texts

AGREED = "actual/365"
MONTHS = 12


def work(numbers: Numbers) -> Worked:
    """The interest of the first month, and of twelve, under each day count; each month is rounded once."""
    amount_fen, rate, on = numbers.amount_fen, numbers.annual_rate, numbers.on
    assert amount_fen is not None and rate is not None and on is not None
    months = periods_from(on, MONTHS)
    of_month = {name: _interest(amount_fen, rate, name, months[0]) for name in DAY_COUNTS}
    answer = of_month[AGREED]
    figures: dict[str, Any] = told_numbers(numbers) | {
        "until_on": months[0].until_on,
        "nights": months[0].nights,
        "yearly_fen": round_fen(amount_fen * rate.fraction),
        "interest_fen": answer,
        "least_fen": min(of_month.values()),
        "most_fen": max(of_month.values()),
    }
    rows = [
        {
            "counted_by": name,
            "share": told_share(name, months[0]),
            "interest_fen": of_month[name],
            "year_fen": sum(_interest(amount_fen, rate, name, month) for month in months),
        }
        for name in DAY_COUNTS
    ]
    bars = tuple((as_is(f"{month.from_on:%Y-%m}"), (_interest(amount_fen, rate, AGREED, month),)) for month in months)
    return Worked(
        figures=figures,
        setup=(told(texts.SETUP, figures),),
        prediction=Prediction(
            question=texts.QUESTION,
            unit="yuan",
            answer=answer,
            reveal=told(texts.REVEAL, figures),
            traps=traps(answer, (of_month["30/360"], texts.TRAP_TWELFTH), (of_month["actual/360"], texts.TRAP_360)),
        ),
        sheets=(
            Sheet(title=texts.TABLE, keys="counted_by share interest_fen year_fen", rows=rows, labels=texts.LABELS),
        ),
        plots=(Plot(title=texts.PLOT, at=texts.MONTH, series=(texts.LABELS["interest_fen"],), bars=bars),),
        lessons=texts.LESSONS,
        quiz=_quiz(amount_fen, rate, months[0], figures),
        try_next=texts.TRY.format(**typed(numbers)),
    )


def told_share(day_count: str, month: Period) -> str:
    """The month's share of a year in days over the days of the year, not reduced; of two years, a part of each.

    >>> told_share("actual/360", periods_from(date(2026, 6, 10), 1)[0])
    '30/360'
    >>> told_share("actual/actual", periods_from(date(2023, 12, 20), 1)[0])
    '12/365 + 19/366'
    """
    if day_count == "actual/actual":
        years = range(month.from_on.year, month.until_on.year + 1)
        bounds = [month.from_on, *(date(year, 1, 1) for year in years[1:]), month.until_on]
        spans = [(*span, 366 if isleap(span[0].year) else 365) for span in pairwise(bounds) if span[0] < span[1]]
    else:
        spans = [(month.from_on, month.until_on, int(day_count.rpartition("/")[2]))]
    return " + ".join(f"{year_share(day_count, month, start, end) * days}/{days}" for start, end, days in spans)


def _interest(amount_fen: int, rate: Rate, day_count: str, month: Period) -> int:
    return round_fen(accrued(amount_fen, rate, day_count, month, month.from_on, month.until_on))


def _quiz(amount_fen: int, rate: Rate, month: Period, figures: dict[str, Any]) -> tuple[QuizItem, ...]:
    january = periods_from(date(month.from_on.year, 1, 1), 1)[0]
    exact = [accrued(amount_fen, rate, name, january, january.from_on, january.until_on) for name in DAY_COUNTS]
    longest = QuizItem(
        question=texts.QUIZ_LONG,
        choices=tuple(as_is(name) for name in DAY_COUNTS),
        right=exact.index(max(exact)),
        why=texts.WHY_LONG,
    )
    same_day = round_fen(accrued(amount_fen, rate, AGREED, month, month.from_on, month.from_on))
    one_night = round_fen(accrued(amount_fen, rate, AGREED, january, january.from_on, january.from_on.replace(day=2)))
    why = texts.WHY_SAME_DAY
    return (longest, choose(told(texts.QUIZ_SAME_DAY, figures), "yuan", same_day, [one_night, 2 * one_night], why))


LESSON = Lesson(
    id="day-counts",
    title=texts.TITLE,
    about=texts.ABOUT,
    usual=Numbers(amount_fen=10_000_00, annual_rate=Rate(73_000_000, "year"), on=date(2024, 2, 1)),
    ranges={
        "amount_fen": Range(100_00, 200_000_00),
        "annual_rate": Range(10_000_000, 600_000_000),  # 1% to 60% a year
        "on": Range(date(2000, 1, 1), date(2100, 12, 31)),
    },
    work=work,
)
