"""What paying only the minimum does: a bill that is carried for years, and what that costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from baitiao_cli.account.bill import Bill
from baitiao_cli.calc.dates import add_months
from baitiao_cli.calc.rates import Rate, percent
from baitiao_cli.learn.history import History
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
)
from baitiao_cli.messages import as_is
from baitiao_cli.messages.learn import minimum_payment as texts
from baitiao_cli.products.catalogue import find_product, line_terms

OPENED_ON, BOUGHT_ON, FIRST_BILL_ON = date(2026, 1, 5), date(2026, 1, 10), date(2026, 2, 3)
MOST_ROWS = 5


class PaidBill(NamedTuple):
    """A bill and where the payment on its due date went: its interest to that day, the principal with the rest."""

    bill: Bill
    interest_fen: int
    principal_fen: int


def work(numbers: Numbers) -> Worked:
    """The account folded bill by bill, each paid with exactly its minimum on its due date, until nothing is owed."""
    amount_fen = numbers.amount_fen
    assert amount_fen is not None
    paid = carried(amount_fen, lambda bill: bill.figures.minimum_due_fen)
    interest_fen = sum(each.interest_fen for each in paid)
    figures: dict[str, Any] = told_numbers(numbers) | _terms() | _figures(paid, interest_fen)
    bars = [(as_is(str(bill.billed_on)), (bill.figures.amount_due_fen,)) for bill, *_ in paid]
    return Worked(
        figures=figures,
        setup=(told(texts.SETUP, figures),),
        prediction=Prediction(
            question=texts.QUESTION,
            unit="yuan",
            answer=interest_fen,
            reveal=told(texts.REVEAL, figures),
            traps=traps(
                interest_fen,
                (figures["second_billed_interest_fen"], texts.TRAP_SECOND),
                (_year_of(amount_fen), told(texts.TRAP_YEAR, figures)),
            ),
        ),
        sheets=(
            Sheet(
                title=texts.TABLE,
                keys="number billed_on amount_due_fen minimum_due_fen interest_fen principal_fen",
                rows=[_row(each) for each in sampled(paid, MOST_ROWS)],
                totals={"interest_fen": interest_fen, "principal_fen": sum(each.principal_fen for each in paid)},
                labels=texts.LABELS,
            ),
        ),
        plots=(
            Plot(
                title=texts.PLOT,
                at=texts.LABELS["billed_on"],
                series=(texts.LABELS["amount_due_fen"],),
                bars=tuple(bars),
            ),
        ),
        lessons=tuple(told(text, figures) for text in texts.LESSONS),
        quiz=_quiz(amount_fen, interest_fen, figures),
        try_next="baitiao product month",
    )


def carried(amount_fen: int, payment_of: Callable[[Bill], int]) -> list[PaidBill]:
    """The bills of one purchase of which each is paid in part on its due date, until one asks for nothing."""
    history = History(OPENED_ON)
    history.buy(find_product("month"), amount_fen, BOUGHT_ON)
    paid: list[PaidBill] = []
    while True:
        billed_on = add_months(FIRST_BILL_ON, len(paid))
        found = history.account(billed_on).bills
        if len(found) == len(paid) or not found[-1].figures.amount_due_fen:
            return paid
        parts = history.repay(min(payment_of(found[-1]), found[-1].figures.amount_due_fen), found[-1].due_on)
        paid.append(PaidBill(found[-1], parts["interest"], parts["principal"]))


def _terms() -> dict[str, Any]:
    line = line_terms()
    daily = Rate(line.carried_daily_ppb, "day")
    return {
        "daily_pct": percent(daily.fraction),
        "yearly_pct": percent(365 * daily.fraction),
        "late_pct": percent(Rate(line.late.daily_ppb, "day").fraction, 3),
        "share_pct": percent(Rate(line.minimum_share_ppb, "period").fraction, 0),
        "floor_fen": line.carried_floor_fen,
    }


def _year_of(amount_fen: int) -> int:
    return amount_fen * 365 * line_terms().carried_daily_ppb // 10**9


def _figures(paid: list[PaidBill], interest_fen: int) -> dict[str, Any]:
    first, second = paid[0], paid[1]
    on_it_fen = second.bill.figures.interest_fen
    return {
        "due_on": first.bill.due_on,
        "minimum_fen": first.bill.figures.minimum_due_fen,
        "interest_fen": interest_fen,
        "bills": len(paid),
        "settled_on": paid[-1].bill.due_on,
        "second_due_on": second.bill.due_on,
        "second_minimum_fen": second.bill.figures.minimum_due_fen,
        "second_interest_fen": second.interest_fen,
        "second_billed_interest_fen": on_it_fen,
        "second_later_interest_fen": second.interest_fen - on_it_fen,
        "second_down_fen": second.principal_fen,
    }


def _row(paid: PaidBill) -> dict[str, object]:
    bill = paid.bill
    return {
        "number": bill.number,
        "billed_on": bill.billed_on,
        "amount_due_fen": bill.figures.amount_due_fen,
        "minimum_due_fen": bill.figures.minimum_due_fen,
        "interest_fen": paid.interest_fen,
        "principal_fen": paid.principal_fen,
    }


def _quiz(amount_fen: int, interest_fen: int, figures: dict[str, Any]) -> tuple[QuizItem, ...]:
    line = line_terms()
    yearly = hundredths(figures["yearly_pct"])
    wrong = [hundredths(percent(times * Rate(line.carried_daily_ppb, "day").fraction)) for times in (12, 30)]
    doubled = carried(amount_fen, lambda bill: 2 * bill.figures.minimum_due_fen)
    double_fen = sum(each.interest_fen for each in doubled)
    more = figures | {"double_bills": len(doubled)}
    return (
        choose(told(texts.QUIZ_YEAR, figures), "percent", yearly, wrong, told(texts.WHY_YEAR, figures)),
        choose(
            texts.QUIZ_DOUBLE, "yuan", double_fen, [interest_fen, interest_fen * 3 // 4], told(texts.WHY_DOUBLE, more)
        ),
    )


LESSON = Lesson(
    id="minimum-payment",
    title=texts.TITLE,
    about=texts.ABOUT,
    usual=Numbers(amount_fen=5_000_00),
    ranges={"amount_fen": Range(500_00, 200_000_00)},
    work=work,
)
