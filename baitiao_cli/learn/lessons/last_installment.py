"""Why the last installment differs: money is whole fen, and a total that is split is found again in its parts."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

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
    sampled,
    told,
    told_numbers,
    traps,
    typed,
)
from baitiao_cli.learn.quoting import fee_product, quoted, rate_product
from baitiao_cli.messages import Text
from baitiao_cli.messages.learn import last_installment as texts

MOST_ROWS = 7
YEARLY = Rate(120_000_000, "year")
"""At which the lesson tells of equal payments, whose last one differs for another reason: 12% a year."""


def work(numbers: Numbers) -> Worked:
    """Each part rounded down, what is left over so far, and the last part, which takes it."""
    amount_fen, count, fee = numbers.amount_fen, numbers.installments, numbers.fee
    assert amount_fen is not None and count is not None and fee is not None
    rows = quoted(fee_product(count, fee), amount_fen).schedule.rows
    even = quoted(rate_product("equal-payment", count, YEARLY), amount_fen).schedule.rows
    first, last = rows[0], rows[-1]
    exact = Fraction(amount_fen, count)
    rest_fen = last.principal_fen - first.principal_fen
    up_fen = first.principal_fen + (1 if rest_fen else 0)
    figures: dict[str, Any] = told_numbers(numbers) | {
        "exact_part": _exactly(exact / 100),
        "part_fen": first.principal_fen,
        "fee_fen": first.fee_fen,
        "first_fen": first.total_fen,
        "last_fen": last.total_fen,
        "rest_fen": rest_fen,
        "sum_of_parts_fen": count * first.principal_fen,
        "rounded_up_fen": up_fen,
        "sum_rounded_up_fen": count * up_fen,
        "annual_rate": f"{percent(YEARLY.fraction, 0)}%",
        "even_first_fen": even[0].total_fen,
        "even_last_fen": even[-1].total_fen,
    }
    kept = [_kept(exact, row.number, amount_fen - row.balance_fen) for row in rows]
    parts = [
        {
            "number": row.number,
            "exact": figures["exact_part"],
            "principal_fen": row.principal_fen,
            "kept_exact": _decimals(left, 2),
            "total_fen": row.total_fen,
        }
        for row, left in zip(rows, kept, strict=True)
    ]
    off = (rest_fen, figures["sum_rounded_up_fen"] - amount_fen, 0)
    bars = tuple((rule, (fen,)) for rule, fen in zip(texts.RULES, off, strict=True))
    return Worked(
        figures=figures,
        setup=(told(texts.SETUP, figures),),
        prediction=Prediction(
            question=texts.QUESTION,
            unit="yuan",
            answer=last.total_fen,
            reveal=told(texts.REVEAL if rest_fen else texts.REVEAL_EVEN, figures),
            traps=traps(last.total_fen, (first.total_fen, told(texts.TRAP_SAME, figures))),
        ),
        sheets=(
            Sheet(
                title=texts.TABLE,
                keys="number exact principal_fen kept_exact total_fen",
                rows=sampled(parts, MOST_ROWS),
                labels=texts.LABELS,
            ),
        ),
        plots=(Plot(title=texts.PLOT, at=texts.RULE, series=(texts.OFF,), bars=bars),) if rest_fen else (),
        lessons=_lessons(figures),
        quiz=_quiz(figures, count, amount_fen),
        try_next=texts.TRY.format(**typed(numbers)),
    )


def _lessons(figures: dict[str, Any]) -> tuple[Text, ...]:
    """What else there is to say: of equal payments, and of rounding up where something is left over."""
    differs = figures["even_first_fen"] != figures["even_last_fen"]
    texts_told = [texts.EQUAL_PAYMENTS if differs else texts.EQUAL_PAYMENTS_EVEN]
    texts_told += [texts.NOT_UP] if figures["rest_fen"] else []
    return tuple(told(text, figures) for text in texts_told)


def _kept(exact: Fraction, number: int, paid_fen: int) -> Fraction:
    """What the parts up to a row leave over of what they would be exactly, in fen."""
    return number * exact - paid_fen


def _exactly(yuan: Fraction) -> str:
    """The amount with four decimals, and dots where it does not end with them."""
    cut = yuan * 10_000 // 1
    return _decimals(Fraction(cut, 10_000), 4) + ("..." if cut != yuan * 10_000 else "")


def _decimals(exact: Fraction, digits: int) -> str:
    return percent(exact / 100, digits)


def _quiz(figures: dict[str, Any], count: int, amount_fen: int) -> tuple[QuizItem, ...]:
    place = QuizItem(question=texts.QUIZ_PLACE, choices=texts.PLACES, right=1, why=texts.WHY_PLACE)
    over_fen = figures["sum_rounded_up_fen"] - amount_fen
    if not over_fen:
        return (place,)
    up = choose(told(texts.QUIZ_UP, figures), "yuan", over_fen, [0, count], told(texts.WHY_UP, figures))
    return (up, place)


LESSON = Lesson(
    id="last-installment",
    title=texts.TITLE,
    about=texts.ABOUT,
    usual=Numbers(amount_fen=1_000_00, installments=3, fee=Rate(6_000_000, "period")),
    ranges={
        "amount_fen": Range(100_00, 200_000_00),
        "installments": Range(2, 36),
        "fee": Range(0, 50_000_000),
    },
    work=work,
)
