"""How a late day grows: a bill that nobody pays, night by night, as the account's fold has it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from baitiao_cli.account.account import Account
from baitiao_cli.account.bill import Bill
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.views.figures import figures as figures_of
from baitiao_cli.calc.dates import next_bill_on
from baitiao_cli.calc.rates import PPB, Rate, percent
from baitiao_cli.learn.history import BILL_DAY, History
from baitiao_cli.learn.lesson import (
    Figures,
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
)
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.learn import late_days as texts
from baitiao_cli.products.catalogue import find_product, line_terms

OPENED_ON, BOUGHT_ON, BILLED_ON = date(2026, 1, 5), date(2026, 1, 10), date(2026, 2, 3)
MILESTONES = (1, 7, 30, 60, 90, 180)


def work(numbers: Numbers) -> Worked:
    """The account folded through the nights after the due date, with nothing paid."""
    amount_fen, nights = numbers.amount_fen, numbers.nights
    assert amount_fen is not None and nights is not None
    history, bill = _billed(amount_fen)
    nights_told = sorted({*MILESTONES, nights})
    grown = [_row(count, history.account(bill.due_on + timedelta(days=count))) for count in nights_told]
    first, then = grown[0], grown[nights_told.index(nights)]
    answer, next_billed_on = then["owed_fen"] - amount_fen, next_bill_on(bill.due_on, BILL_DAY)
    exact_fen = _first_night_fen(amount_fen)
    figures: dict[str, Any] = (
        told_numbers(numbers)
        | _terms()
        | {
            "due_on": bill.due_on,
            "minimum_fen": bill.figures.minimum_due_fen,
            "extra_fen": answer,
            "interest_fen": then["interest_fen"],
            "late_fen": then["late_charge_fen"],
            "bucket": then["bucket"],
            "first_night_fen": first["owed_fen"] - amount_fen,
            "first_interest_fen": first["interest_fen"],
            "first_late_fen": first["late_charge_fen"],
            "next_billed_on": next_billed_on,
            "next_due_on": next_billed_on + (bill.due_on - BILLED_ON),
            "first_exact": f"{(exact_fen / 100).normalize():f}",
            "nights_told": _counted(nights, texts.ONE_NIGHT, texts.NIGHTS),
            "days_told": _counted(nights, texts.ONE_DAY, texts.DAYS),
        }
    )
    bars = tuple((told(texts.NIGHT, {"count": row["late_days"]}), (row["owed_fen"] - amount_fen,)) for row in grown)
    return Worked(
        figures=figures,
        setup=(told(texts.SETUP, figures),),
        prediction=Prediction(
            question=told(texts.QUESTION, figures),
            unit="yuan",
            answer=answer,
            reveal=told(texts.REVEAL, figures),
            traps=traps(
                answer,
                (then["interest_fen"], texts.TRAP_INTEREST),
                (nights * figures["first_night_fen"], told(_why_not_simple(figures, exact_fen), figures)),
            ),
        ),
        sheets=(
            Sheet(
                title=told(texts.TABLE, figures),
                keys="late_days interest_fen late_charge_fen owed_fen bucket status",
                rows=grown,
                labels=texts.LABELS,
            ),
        ),
        plots=(
            Plot(
                title=texts.PLOT,
                at=texts.LABELS["late_days"],
                series=(texts.BESIDES,),
                bars=bars,
            ),
        ),
        lessons=tuple(told(text, figures) for text in texts.LESSONS),
        quiz=_quiz(amount_fen, figures),
        try_next="baitiao product month",
    )


def _counted(count: int, one: Text, many: Text) -> Text:
    return one if count == 1 else filled(many, count=count)


def _first_night_fen(amount_fen: int) -> Decimal:
    """What the first night costs, in fen and parts of a fen."""
    line = line_terms()
    return Decimal(amount_fen) * (line.carried_daily_ppb + line.late.daily_ppb) / PPB


def _why_not_simple(figures: Figures, exact_fen: Decimal) -> Text:
    """Why so many times the first night is not the answer: that was rounded, or interest bears interest, or both."""
    ends_on = figures["due_on"] + timedelta(days=figures["nights"])  # type: ignore[operator, arg-type]
    if ends_on <= figures["next_due_on"]:  # type: ignore[operator]
        return texts.TRAP_ROUNDED
    return texts.TRAP_SIMPLE if exact_fen == figures["first_night_fen"] else texts.TRAP_BOTH


def _terms() -> dict[str, Any]:
    line = line_terms()
    daily, late = Rate(line.carried_daily_ppb, "day").fraction, Rate(line.late.daily_ppb, "day").fraction
    return {
        "daily_pct": percent(daily),
        "late_pct": percent(late, 3),
        "yearly_pct": percent(365 * (daily + late), 3),
        "suspend_days": line.suspend_after_days,
    }


def _billed(amount_fen: int) -> tuple[History, Bill]:
    """An account on the day of its first bill, and that bill."""
    history = History(OPENED_ON)
    history.buy(find_product("month"), amount_fen, BOUGHT_ON)
    return history, history.account(BILLED_ON).bills[0]


def _row(count: int, account: Account) -> dict[str, Any]:
    owed, figures = owed_parts(account), figures_of(account)
    return {
        "late_days": count,
        "interest_fen": owed.interest,
        "late_charge_fen": owed.late_charge,
        "owed_fen": owed.total_fen,
        "bucket": figures.bucket,
        "status": figures.status,
    }


def _quiz(amount_fen: int, figures: dict[str, Any]) -> tuple[QuizItem, ...]:
    one = figures["first_night_fen"]
    history, bill = _billed(amount_fen)
    history.repay(figures["minimum_fen"], bill.due_on)
    kept = owed_parts(history.account(figures["next_billed_on"]))
    return (
        choose(texts.QUIZ_ONE, "yuan", one, [figures["first_interest_fen"], 30 * one], told(texts.WHY_ONE, figures)),
        choose(
            told(texts.QUIZ_MINIMUM, figures),
            "yuan",
            kept.late_charge,
            [figures["late_fen"], figures["first_late_fen"]],
            told(texts.WHY_MINIMUM, figures | {"minimum_interest_fen": kept.interest}),
        ),
    )


LESSON = Lesson(
    id="late-days",
    title=texts.TITLE,
    about=texts.ABOUT,
    usual=Numbers(amount_fen=2_000_00, nights=30),
    ranges={"amount_fen": Range(100_00, 200_000_00), "nights": Range(1, 360)},
    work=work,
)
