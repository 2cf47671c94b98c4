"""Schedule.

Law 11: principal parts sum to what is financed. Law 12: interest and fees sum to the quote. Law 13: no negative or zero
installment. Law 14: due dates hang on the anchor day and rise strictly.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.plan import Plan
from baitiao_cli.account.verbs.charge import plan_periods
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.calc.schedule import make_schedule

from .history import LINE, PRODUCTS, History, opened
from .strategies import AMOUNTS, Step, histories, take


def bought(on: date, bill_day: int, product: str, choice: int, amount: int) -> History:
    history = History([opened(on, bill_day)])
    take(history, Step("buy", product=product, choice=choice, amount_fen=amount))
    return history


@given(
    st.dates(date(2023, 12, 1), date(2027, 12, 31)),
    st.integers(1, 28),
    st.sampled_from(sorted(PRODUCTS)),
    st.integers(0, 11),
    st.sampled_from(AMOUNTS),
)
def test_a_new_plan_asks_for_what_was_quoted(on: date, bill_day: int, product: str, choice: int, amount: int) -> None:
    history = bought(on, bill_day, product, choice, amount)
    account = history.account()
    for plan in account.plans.values():
        quoted = make_schedule(amount, plan_periods(plan.terms, on, bill_day, LINE), plan.terms.schedule)
        rows = row_outlooks(plan, account, on)
        assert sum(row.principal_fen for row in rows) == amount == plan.financed_fen
        assert sum(row.interest_fen + row.fee_fen for row in rows) == sum(
            row.interest_fen + row.fee_fen for row in quoted
        )
        assert all(row.total_fen > 0 and row.principal_fen >= 0 and row.interest_fen >= 0 for row in rows)
        assert [row.balance_fen for row in rows][-1] == 0
        _check_dates(plan, on, bill_day)


def _check_dates(plan: Plan, on: date, bill_day: int) -> None:
    dates = [row.due_on for row in plan.rows]
    assert dates == sorted(set(dates)) and dates[0] > on
    for number, due_on in enumerate(dates, start=1):
        if plan.terms.due_by == "bill":
            assert (due_on - timedelta(days=9)).day == bill_day  # due nine days after the bill
        elif plan.terms.unit == "months":
            months = on.year * 12 + on.month - 1 + number
            last = calendar.monthrange(months // 12, months % 12 + 1)[1]
            assert due_on == date(months // 12, months % 12 + 1, min(on.day, last))
        else:
            days = plan.terms.every * (7 if plan.terms.unit == "weeks" else 1)
            assert due_on == on + timedelta(days=days * number)
    if plan.terms.due_by == "bill":
        assert 10 <= (dates[0] - on).days <= 40  # 10-40 days without interest


@given(histories())
def test_whatever_happens_the_parts_make_up_the_principal(history: History) -> None:
    account = history.account()
    for plan in account.plans.values():
        rows = row_outlooks(plan, account, account.through)
        assert sum(row.principal_fen for row in rows) == plan.scheduled_fen
        assert all(row.balance_fen == 0 for row in rows[-1:])
        assert all(row.total_fen > 0 for row in rows)
        assert all(row.outstanding_fen >= 0 for row in rows)
