"""Paying off early or not: what it saves depends on when it is done, and on the contract."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from baitiao_cli.account.quote import Quote
from baitiao_cli.account.terms import PayoffPolicy
from baitiao_cli.account.verbs.payoff import PayoffItem, quote_payoff
from baitiao_cli.calc.annual_rate import annual_rate
from baitiao_cli.calc.rates import Rate
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
    sampled,
    told,
    told_numbers,
    traps,
)
from baitiao_cli.learn.quoting import FIRST_DAY, fee_product, quoted
from baitiao_cli.messages import as_is
from baitiao_cli.messages.learn import early_payoff as texts

MOST_ROWS = 5


def work(numbers: Numbers) -> Worked:
    """The payoff of a plan on each of its due dates, when what was due by then has been paid."""
    amount_fen, count, fee = numbers.amount_fen, numbers.installments, numbers.fee
    assert amount_fen is not None and count is not None and fee is not None
    quote = quoted(fee_product(count, fee), amount_fen)
    rows, half = quote.schedule.rows, count // 2
    settled = payoffs(amount_fen, count, fee, "next-period")
    chosen = settled[half]
    elsewhere: dict[PayoffPolicy, PayoffItem] = {
        policy: payoffs(amount_fen, count, fee, policy)[half] for policy in ("all-fees", "waive-rest")
    }
    answer = chosen.fee_waived_fen
    figures: dict[str, Any] = told_numbers(numbers) | {
        "bought_on": FIRST_DAY,
        "fee_fen": rows[0].fee_fen,
        "fees_fen": quote.schedule.fee_fen,
        "paid": half,
        "on": rows[half - 1].due_on,
        "saved_fen": answer,
        "payoff_fen": chosen.total_fen,
        "left_fen": chosen.principal_fen,
        "asked_fen": chosen.fee_fen,
        "cap_pct": quote.cap_pct,
        "all_fees_saved_fen": elsewhere["all-fees"].fee_waived_fen,
        "waived_saved_fen": elsewhere["waive-rest"].fee_waived_fen,
        "first_saved_fen": settled[1].fee_waived_fen,
    }
    told_rows = [
        {
            "paid_count": paid,
            "payoff_fen": item.total_fen,
            "saved_fen": item.fee_waived_fen,
            "simple_pct": paid_off_pct(quote, item, paid),
        }
        for paid, item in settled.items()
    ]
    bars = tuple((as_is(str(paid)), (item.fee_waived_fen,)) for paid, item in settled.items())
    all_left_fen = sum(row.fee_fen for row in rows[half:])
    return Worked(
        figures=figures,
        setup=(told(texts.SETUP, figures),),
        prediction=Prediction(
            question=texts.QUESTION,
            unit="yuan",
            answer=answer,
            reveal=told(texts.REVEAL, figures),
            traps=traps(answer, (all_left_fen, texts.TRAP_ALL_LEFT)),
        ),
        sheets=(
            Sheet(
                title=texts.TABLE,
                keys="paid_count payoff_fen saved_fen simple_pct",
                rows=sampled(told_rows, MOST_ROWS),
                labels=texts.LABELS,
            ),
        ),
        plots=(Plot(title=texts.PLOT, at=texts.LABELS["paid_count"], series=(texts.LABELS["saved_fen"],), bars=bars),),
        lessons=tuple(told(text, figures) for text in texts.LESSONS),
        quiz=_quiz(settled, half, figures),
        try_next="baitiao payoff --help",
    )


def paid_off_pct(quote: Quote, item: PayoffItem, paid: int) -> str | None:
    """The annual rate, simple, of what is paid: the first installments in time, and with the last of them the rest.

    It is reckoned as `quote` reckons that of the whole plan.
    """
    *before, last = quote.schedule.rows[:paid]
    settled = replace(
        last,
        principal_fen=last.principal_fen + item.principal_fen,
        interest_fen=last.interest_fen + item.interest_fen,
        fee_fen=last.fee_fen + item.fee_fen,
        balance_fen=0,
    )
    rate = annual_rate(quote.schedule.financed_fen, FIRST_DAY, [*before, settled])
    return rate.simple_pct if rate else None


def payoffs(amount_fen: int, count: int, fee: Rate, policy: PayoffPolicy) -> dict[int, PayoffItem]:
    """By the number of installments paid in time what settles the plan on the due date of the last of them."""
    product = fee_product(count, fee, policy)
    history = History(FIRST_DAY)
    plan_id = history.buy(product, amount_fen, FIRST_DAY, count)
    found = {}
    for row in quoted(product, amount_fen).schedule.rows[:-1]:
        history.repay(row.total_fen, row.due_on)
        found[row.number] = quote_payoff(history.account(row.due_on), row.due_on, plan_id).items[0]
    return found


def _quiz(settled: dict[int, PayoffItem], half: int, figures: dict[str, Any]) -> tuple[QuizItem, ...]:
    moments = sorted({1, half, len(settled)})
    saved = [settled[moment].fee_waived_fen for moment in moments]
    names = dict(zip((1, half, len(settled)), texts.WHEN, strict=True))
    when = QuizItem(
        question=texts.QUIZ_WHEN,
        choices=tuple(told(names[moment], {"half": half}) for moment in moments),
        right=saved.index(max(saved)),
        why=told(texts.WHY_WHEN, figures),
    )
    all_fees = choose(
        told(texts.QUIZ_ALL, figures),
        "yuan",
        figures["all_fees_saved_fen"],
        [figures["saved_fen"], figures["waived_saved_fen"]],
        texts.WHY_ALL,
    )
    return (when, all_fees)


LESSON = Lesson(
    id="early-payoff",
    title=texts.TITLE,
    about=texts.ABOUT,
    usual=Numbers(amount_fen=6_000_00, installments=12, fee=Rate(6_000_000, "period")),
    ranges={
        "amount_fen": Range(100_00, 200_000_00),
        "installments": Range(4, 36),
        "fee": Range(100_000, 10_000_000),  # 0.01% to 1% a period: above that plans pass the cap and are refused
    },
    work=work,
)
