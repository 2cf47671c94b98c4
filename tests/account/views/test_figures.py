"""The figures that a person asks for first."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.installment import Parts
from baitiao_cli.account.views.figures import figures, next_boundary_on
from tests.laws.history import History


def test_a_new_account_owes_nothing_and_waits_for_nothing() -> None:
    now = figures(History().account())
    assert (now.limit_fen, now.available_fen, now.used_fen, now.owed) == (20_000_00, 20_000_00, 0, Parts())
    assert (now.status, now.bucket, now.next_due_on, now.next_due_fen) == ("open", "M0", None, 0)
    assert next_boundary_on(History().account()) is None


def test_owed_due_and_overdue_are_three_things() -> None:
    # 12000.00 in 12: 1072.00 billed on 3 February, due on the 12th; on the 14th late by 2 nights: 1072.00 x 0.05% x 2.
    history = History()
    history.buy("inst", 12_000_00, 12)
    before, billed, late = (figures(history.account(date(2024, 2, day))) for day in (2, 3, 14))
    assert (before.owed_fen, before.due_fen, before.overdue_fen) == (12_000_00, 0, 0)
    assert (billed.owed_fen, billed.due_fen, billed.overdue_fen) == (12_072_00, 1_072_00, 0)
    assert (late.owed_fen, late.due_fen, late.overdue_fen) == (12_073_07, 1_073_07, 1_073_07)
    assert (before.next_due_on, before.next_due_fen) == (date(2024, 2, 12), 1_072_00)
    assert (late.next_due_on, late.next_due_fen) == (date(2024, 3, 12), 1_072_00)


def test_several_plans_due_on_one_day_are_asked_for_together() -> None:
    history = History()
    history.buy("inst", 3_000_00, 3)
    history.buy("month", 50_00)
    now = figures(history.account())
    assert (now.next_due_on, now.next_due_fen) == (date(2024, 2, 12), 1_018_00 + 50_00)


def test_boundaries_are_the_bill_the_due_date_and_the_day_after() -> None:
    history = History()
    history.buy("month", 50_00)
    days = [date(2024, 1, 12)]
    for _ in range(3):
        boundary = next_boundary_on(history.account(days[-1]))
        assert boundary is not None
        days.append(boundary)
    assert days[1:] == [date(2024, 2, 3), date(2024, 2, 12), date(2024, 2, 13)]


def test_while_a_daily_plan_is_overdue_its_next_installment_grows_every_night() -> None:
    history = History()
    history.buy("epp", 600_00, 6)
    now, then = (figures(history.account(date(2024, 2, day))) for day in (14, 15))
    assert now.next_due_on == then.next_due_on == date(2024, 3, 12)
    assert then.next_due_fen > now.next_due_fen
    assert next_boundary_on(history.account(date(2024, 2, 14))) == date(2024, 2, 15)


def test_interest_that_runs_on_after_the_last_due_date_is_overdue_too() -> None:
    # 1000.00 of interest-only at 10.8% a year, due on 12 April. Each month's interest was paid. On 22 April, 10 nights
    # more: 1000.00 x 10.8% x 10 / 365 = 2.9589 -> 2.96; late besides on 1000.00 x 0.015% x 10 = 1.50.
    history = History()
    history.buy("monthly", 1_000_00, 3)
    for on, interest_fen in (
        (date(2024, 2, 12), 9_17),  # 31 nights: 9.1726
        (date(2024, 3, 12), 8_58),  # 29 nights: 8.5808
        (date(2024, 4, 12), 9_17),  # 31 nights
    ):
        history.today = on
        assert figures(history.account()).owed.interest == interest_fen
        history.repay(interest_fen)
    late = figures(history.account(date(2024, 4, 22)))
    assert late.owed_fen == late.due_fen == late.overdue_fen == 1_000_00 + 2_96 + 1_50
