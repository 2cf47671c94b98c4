"""Reading a statement: what is in the bill, what is due when, and what the least is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from baitiao_cli.account.bill import Bill
from baitiao_cli.calc.dates import next_bill_on
from baitiao_cli.calc.rates import Rate, percent
from baitiao_cli.learn.history import BILL_DAY, History
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
)
from baitiao_cli.messages import as_is
from baitiao_cli.messages.learn import statement as texts
from baitiao_cli.products.catalogue import find_product, line_terms

PHONE_FEN, COAT_FEN, INSTALLMENTS = 5_999_00, 300_00, 12
PHONE_ON, GROCERIES_ON, BILLED_ON = date(2026, 1, 8), date(2026, 1, 21), date(2026, 2, 3)


def work(numbers: Numbers) -> Worked:
    """The first bill of an account with a phone in installments, groceries, and a coat bought on the bill day."""
    amount_fen = numbers.amount_fen
    assert amount_fen is not None
    history = _bought(amount_fen)
    account = history.account(BILLED_ON)
    bill = account.bills[0]
    figures: dict[str, Any] = told_numbers(numbers) | _figures(bill, account.unpaid.total_fen)
    # The same account once more, paid as the bill's least asks for.
    history.repay(figures["minimum_fen"], bill.due_on)
    next_bill = history.account(figures["next_billed_on"]).bills[-1]
    figures |= {
        "carried_fen": figures["due_fen"] - figures["minimum_fen"],
        "next_interest_fen": next_bill.figures.interest_fen,
        "coat_due_on": next_bill.due_on,
        "coat_free_days": (next_bill.due_on - BILLED_ON).days,
    }
    parts: list[dict[str, Any]] = [
        {
            "part": told(texts.INSTALLMENTS, figures),
            "amount_fen": figures["installment_fen"],
            "minimum_fen": figures["installment_fen"],
        },
        {
            "part": texts.PURCHASES,
            "amount_fen": amount_fen,
            "minimum_fen": figures["minimum_fen"] - figures["installment_fen"],
        },
    ]
    totals = {"amount_fen": figures["due_fen"], "minimum_fen": figures["minimum_fen"]}
    bars = tuple((part["part"], (part["minimum_fen"], part["amount_fen"] - part["minimum_fen"])) for part in parts)
    tempting = (
        (figures["due_fen"] + COAT_FEN, texts.TRAP_WITH_COAT),
        (figures["owed_fen"], texts.TRAP_ALL),
        (figures["minimum_fen"], texts.TRAP_MINIMUM),
    )
    return Worked(
        figures=figures,
        setup=(told(texts.SETUP, figures),),
        prediction=Prediction(
            question=told(texts.QUESTION, figures),
            unit="yuan",
            answer=figures["due_fen"],
            reveal=told(texts.REVEAL, figures),
            traps=traps(figures["due_fen"], *tempting),
        ),
        sheets=(
            Sheet(
                title=told(texts.TABLE, figures),
                keys="part amount_fen minimum_fen",
                rows=parts,
                totals=totals,
                labels=texts.LABELS,
            ),
        ),
        plots=(
            Plot(
                title=texts.PLOT,
                at=texts.LABELS["part"],
                series=(texts.LABELS["minimum_fen"], texts.MAY_BE_CARRIED),
                bars=bars,
            ),
        ),
        lessons=tuple(told(text, figures) for text in texts.LESSONS),
        quiz=_quiz(figures),
        try_next="baitiao demo",
    )


def _bought(amount_fen: int) -> History:
    history = History(PHONE_ON)
    history.buy(find_product("inst"), PHONE_FEN, PHONE_ON, INSTALLMENTS)
    history.buy(find_product("month"), amount_fen, GROCERIES_ON)
    history.buy(find_product("month"), COAT_FEN, BILLED_ON)
    return history


def _figures(bill: Bill, owed_fen: int) -> dict[str, Any]:
    return {
        "phone_on": PHONE_ON,
        "phone_fen": PHONE_FEN,
        "installments": INSTALLMENTS,
        "groceries_on": GROCERIES_ON,
        "coat_fen": COAT_FEN,
        "billed_on": bill.billed_on,
        "due_on": bill.due_on,
        "next_billed_on": next_bill_on(bill.billed_on, BILL_DAY),
        "installment_fen": bill.due_parts.installments_fen,
        "due_fen": bill.figures.amount_due_fen,
        "minimum_fen": bill.figures.minimum_due_fen,
        "closing_fen": bill.figures.closing_fen,
        "owed_fen": owed_fen,
        "share_pct": percent(Rate(line_terms().minimum_share_ppb, "period").fraction, 0),
        "free_days": (bill.due_on - GROCERIES_ON).days,
    }


def _quiz(figures: dict[str, Any]) -> tuple[QuizItem, ...]:
    minimum = choose(
        told(texts.QUIZ_MINIMUM, figures),
        "yuan",
        figures["minimum_fen"],
        [figures["due_fen"], figures["installment_fen"]],
        told(texts.WHY_MINIMUM, figures),
    )
    days = [figures["due_on"], figures["coat_due_on"], figures["billed_on"] + timedelta(days=30)]
    choices = sorted(days)
    coat = QuizItem(
        question=texts.QUIZ_COAT,
        choices=tuple(as_is(str(day)) for day in choices),
        right=choices.index(figures["coat_due_on"]),
        why=told(texts.WHY_COAT, figures),
    )
    return (minimum, coat)


LESSON = Lesson(
    id="statement",
    title=texts.TITLE,
    about=texts.ABOUT,
    usual=Numbers(amount_fen=400_00),
    ranges={"amount_fen": Range(10_00, 100_000_00)},
    work=work,
)
