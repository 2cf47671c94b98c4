"""Law 41: preview = posting. What is shown is what is asked for, when everything is paid on its due date."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.expectation import forecast_parts
from baitiao_cli.account.installment import Parts
from baitiao_cli.account.verbs.charge import plan_periods
from baitiao_cli.account.views.figures import figures, next_boundary_on, next_due
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.calc.schedule import make_schedule

from .history import LINE, PRODUCTS, History, opened
from .strategies import AMOUNTS, Step, histories, take


def shown(history: History) -> dict[str, list[Parts]]:
    return {plan.plan_id: forecast_parts(plan) for plan in history.account().plans.values()}


def pay_each_due_date(history: History) -> None:
    """Pays what falls due on each due date, no more and no less, until nothing does."""
    for _ in range(120):  # three plans of up to 36 rows
        due_on, amount_fen = next_due(history.account())
        if due_on is None:
            return
        history.today = due_on
        assert next_due(history.account()) == (due_on, amount_fen)  # what was announced is what is asked
        history.repay(amount_fen)
    raise AssertionError("it never ends")


@given(
    st.dates(date(2023, 12, 1), date(2026, 3, 1)),
    st.integers(1, 28),
    st.lists(
        st.tuples(st.sampled_from(sorted(PRODUCTS)), st.integers(0, 11), st.sampled_from(AMOUNTS), st.integers(0, 40)),
        min_size=1,
        max_size=3,
    ),
)
def test_a_plan_is_shown_as_quoted_and_asked_for_as_shown(
    on: date, bill_day: int, drawn: list[tuple[str, int, int, int]]
) -> None:
    history = History([opened(on, bill_day)])
    for product, choice, amount_fen, gap in drawn:
        take(history, Step("buy", gap, product=product, choice=choice, amount_fen=amount_fen))
    for plan in history.account().plans.values():
        quoted = make_schedule(
            plan.financed_fen, plan_periods(plan.terms, plan.started_on, bill_day, LINE), plan.terms.schedule
        )
        if all(row.paid == Parts() and not row.is_billed for row in plan.rows):
            rows = row_outlooks(plan, history.account(), history.today)
            assert [
                (row.due_on, row.principal_fen, row.interest_fen, row.fee_fen, row.balance_fen) for row in rows
            ] == [(row.due_on, row.principal_fen, row.interest_fen, row.fee_fen, row.balance_fen) for row in quoted]
    if due_fen := figures(history.account()).due_fen:
        history.repay(due_fen)
    promised = shown(history)
    pay_each_due_date(history)
    assert {plan.plan_id: [row.asked for row in plan.rows] for plan in history.account().plans.values()} == promised
    assert figures(history.account()).owed_fen == 0
    assert all(plan.settled_on for plan in history.account().plans.values())


@given(histories())
def test_from_any_state_the_rest_is_asked_for_as_shown(history: History) -> None:
    due_fen = figures(history.account()).due_fen
    if history.account().closed_on or history.account().losses:
        return
    if history.account().auto_repay:
        history.agree("")  # the customer pays
    if due_fen:
        history.repay(due_fen)
    promised = shown(history)
    if history.account().credit_fen:
        return
    pay_each_due_date(history)
    asked = {plan.plan_id: [row.asked for row in plan.rows] for plan in history.account().plans.values()}
    assert asked == promised


@given(histories())
def test_stored_figures_hold_until_the_next_boundary(history: History) -> None:
    account = history.account()
    boundary = next_boundary_on(account)
    last = (boundary or history.today + timedelta(days=200)) - timedelta(days=1)
    later = history.account(max(last, history.today))

    def stored(of: History, on: date) -> dict[str, object]:
        now = of.account(on)
        oldest = figures(now).days_past_due
        return {
            "used": now.used_fen,
            "credit": now.credit_fen,
            "next due on": next_due(now)[0],
            "oldest unpaid": on - timedelta(days=oldest) if oldest else None,
            "journal": len(now.postings),
            "rows": msgspec.to_builtins([row.asked for plan in now.plans.values() for row in plan.rows]),
        }

    assert stored(history, later.through) == stored(history, history.today)
    if not figures(account).overdue_fen:
        assert next_due(later) == next_due(account)
