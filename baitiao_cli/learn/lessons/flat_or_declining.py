"""Interest on the original principal and on what is left: the same rate, nearly twice the price."""

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
    told,
    told_numbers,
    traps,
    typed,
)
from baitiao_cli.learn.quoting import quoted, rate_product
from baitiao_cli.messages import as_is
from baitiao_cli.messages.learn import flat_or_declining as texts

METHODS = ("flat", "equal-payment", "equal-principal")


def work(numbers: Numbers) -> Worked:
    """The same amount at the same rate by three methods; every month is a twelfth of the year."""
    amount_fen, count, rate = numbers.amount_fen, numbers.installments, numbers.annual_rate
    assert amount_fen is not None and count is not None and rate is not None
    quotes = {method: quoted(rate_product(method, count, rate), amount_fen) for method in METHODS}
    flat, annuity, principal = quotes.values()
    assert flat.annual_rate is not None
    answer, flat_fen = annuity.schedule.interest_fen, flat.schedule.interest_fen
    figures: dict[str, Any] = told_numbers(numbers) | {
        "flat_interest_fen": flat_fen,
        "annuity_interest_fen": answer,
        "principal_interest_fen": principal.schedule.interest_fen,
        "difference_fen": flat_fen - answer,
        "flat_simple_pct": flat.annual_rate["simple_pct"],
        "average_pct": percent(Fraction(count + 1, 2 * count), 0 if (50 * (count + 1)) % count == 0 else 1),
        "last_owed_fen": principal.schedule.rows[-1].principal_fen,
    }
    bars = tuple(
        (as_is(str(one.number)), (other.interest_fen, one.interest_fen - other.interest_fen))
        for one, other in zip(flat.schedule.rows, annuity.schedule.rows, strict=True)
    )
    return Worked(
        figures=figures,
        setup=(told(texts.SETUP, figures),),
        prediction=Prediction(
            question=texts.QUESTION,
            unit="yuan",
            answer=answer,
            reveal=told(texts.REVEAL, figures),
            traps=traps(answer, (flat_fen, texts.TRAP_SAME), (flat_fen // 2, told(texts.TRAP_HALF, figures))),
        ),
        sheets=(
            Sheet(
                title=told(texts.TABLE, figures),
                keys="method first_fen last_fen interest_fen simple_pct",
                rows=[_compared(method, quote) for method, quote in quotes.items()],
                labels=texts.LABELS,
            ),
        ),
        plots=(Plot(title=texts.PLOT, at=texts.MONTH, series=(texts.DECLINING, texts.MORE_IF_FLAT), bars=bars),),
        lessons=tuple(told(text, figures) for text in texts.LESSONS),
        quiz=_quiz(rate, principal, figures),
        try_next=texts.TRY.format(**typed(numbers)),
    )


def _compared(method: str, quote: Quote) -> dict[str, object]:
    rows = quote.schedule.rows
    assert quote.annual_rate is not None
    return {
        "method": method,
        "first_fen": rows[0].total_fen,
        "last_fen": rows[-1].total_fen,
        "interest_fen": quote.schedule.interest_fen,
        "simple_pct": quote.annual_rate["simple_pct"],
    }


def _quiz(rate: Rate, principal: Quote, figures: dict[str, Any]) -> tuple[QuizItem, ...]:
    wrong = [hundredths(percent(times * rate.fraction)) for times in (1, 2)]
    right = hundredths(figures["flat_simple_pct"])
    rows = principal.schedule.rows
    return (
        choose(told(texts.QUIZ_SAME_COST, figures), "percent", right, wrong, texts.WHY_SAME_COST),
        choose(
            told(texts.QUIZ_PRINCIPAL, figures),
            "yuan",
            rows[-1].interest_fen,
            [rows[0].interest_fen, principal.schedule.interest_fen // len(rows)],
            told(texts.WHY_PRINCIPAL, figures),
        ),
    )


LESSON = Lesson(
    id="flat-or-declining",
    title=texts.TITLE,
    about=texts.ABOUT,
    usual=Numbers(amount_fen=12_000_00, installments=12, annual_rate=Rate(120_000_000, "year")),
    ranges={
        "amount_fen": Range(100_00, 200_000_00),
        "installments": Range(2, 36),
        "annual_rate": Range(10_000_000, 600_000_000),  # 1% to 60% a year
    },
    work=work,
)
