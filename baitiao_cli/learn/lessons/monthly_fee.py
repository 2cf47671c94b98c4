"""What a fee of 0.6% a month really costs: nearly twice twelve times it, for it is charged on what is paid back too."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from baitiao_cli.account.quote import Quote
from baitiao_cli.calc.rates import Rate, percent
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
    hundredths,
    sampled,
    told,
    told_numbers,
    traps,
    typed,
)
from baitiao_cli.learn.quoting import fee_product, quoted
from baitiao_cli.messages import as_is
from baitiao_cli.messages.learn import monthly_fee as texts

MOST_ROWS = 5


def work(numbers: Numbers) -> Worked:
    """The annual rate of a plan with a monthly fee, and what the fee is of the principal that is still owed."""
    amount_fen, count, fee = numbers.amount_fen, numbers.installments, numbers.fee
    assert amount_fen is not None and count is not None and fee is not None
    quote = quoted(fee_product(count, fee), amount_fen)
    figures: dict[str, Any] = told_numbers(numbers) | _figures(quote, fee)
    answer, times_twelve = hundredths(figures["simple_pct"]), hundredths(figures["naive_pct"])
    months = [
        {"number": row.number, "owed_fen": owed_fen, "fee_fen": row.fee_fen, "share_pct": _share(row.fee_fen, owed_fen)}
        for row, owed_fen in zip(quote.schedule.rows, _owed(quote), strict=True)
    ]
    bars = tuple((as_is(str(number)), (owed_fen,)) for number, owed_fen in enumerate(_owed(quote), start=1))
    cap = texts.ABOVE_CAP if quote.above_cap else texts.WITHIN_CAP
    return Worked(
        figures=figures,
        setup=(told(texts.SETUP, figures),),
        prediction=Prediction(
            question=texts.QUESTION,
            unit="percent",
            answer=answer,
            reveal=told(texts.REVEAL, figures),
            traps=traps(
                answer,
                (times_twelve, told(texts.TRAP_TIMES_TWELVE, figures)),
                (hundredths(percent(fee.fraction)), texts.TRAP_A_MONTH),
            ),
        ),
        sheets=(
            Sheet(
                title=told(texts.TABLE, figures),
                keys="number owed_fen fee_fen share_pct",
                rows=sampled(months, MOST_ROWS),
                labels=texts.LABELS,
            ),
        ),
        plots=(Plot(title=texts.PLOT, at=texts.LABELS["number"], series=(texts.LABELS["owed_fen"],), bars=bars),),
        lessons=tuple(told(text, figures) for text in (*texts.LESSONS, cap)),
        quiz=_quiz(amount_fen, count, fee, figures),
        try_next=texts.TRY.format(**typed(numbers)),
    )


def _owed(quote: Quote) -> list[int]:
    """The principal that is owed in each month, before its payment."""
    return [row.principal_fen + row.balance_fen for row in quote.schedule.rows]


def _average(quote: Quote) -> Fraction:
    return Fraction(sum(_owed(quote)), len(quote.schedule.rows))


def _share(part_fen: int, of_fen: int | Fraction) -> str:
    return percent(Fraction(part_fen) / of_fen)


def _figures(quote: Quote, fee: Rate) -> dict[str, Any]:
    rows, owed = quote.schedule.rows, _owed(quote)
    assert quote.annual_rate is not None  # more is paid than was financed
    return {
        "first_principal_fen": rows[0].principal_fen,
        "first_fee_fen": rows[0].fee_fen,
        "fees_fen": quote.schedule.fee_fen,
        "average_fen": int(_average(quote)),
        "average_share_pct": percent(_average(quote) / quote.financed_fen),
        "average_pct": percent(Fraction(12 * quote.schedule.fee_fen, len(rows)) / _average(quote)),
        "naive_pct": percent(12 * fee.fraction),
        "last_owed_fen": owed[-1],
        "last_share_pct": _share(rows[-1].fee_fen, owed[-1]),
        "cap_pct": quote.cap_pct,
        **quote.annual_rate,
    }


def _quiz(amount_fen: int, count: int, fee: Rate, figures: dict[str, Any]) -> tuple[QuizItem, ...]:
    other_count = 3 if count != 3 else 12
    other, own = (quoted(fee_product(each, fee), amount_fen) for each in (other_count, count))
    assert other.annual_rate is not None
    more = figures | {
        "other_count": other_count,
        "other_share_pct": percent(_average(other) / amount_fen),
        "own_share_pct": percent(_average(own) / amount_fen),
    }
    wrong = [hundredths(figures[name]) for name in ("simple_pct", "naive_pct")]
    right = hundredths(other.annual_rate["simple_pct"])
    base = QuizItem(
        question=texts.QUIZ_BASE,
        choices=(told(texts.BASE_LEFT, figures), told(texts.BASE_WHOLE, figures)),
        right=1,
        why=told(texts.WHY_BASE, figures),
    )
    return (choose(told(texts.QUIZ_SHORTER, more), "percent", right, wrong, told(texts.WHY_SHORTER, more)), base)


LESSON = Lesson(
    id="monthly-fee",
    title=texts.TITLE,
    about=texts.ABOUT,
    usual=Numbers(amount_fen=6_000_00, installments=12, fee=Rate(6_000_000, "period")),
    ranges={
        "amount_fen": Range(100_00, 200_000_00),
        "installments": Range(2, 36),
        "fee": Range(100_000, 50_000_000),  # 0.01% to 5% a period
    },
    work=work,
)
