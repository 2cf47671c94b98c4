"""Two plans are extended by two months before they fall due: one by the night, at its cost, one at a fee."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened


def test_a_plan_with_daily_interest_pays_for_the_nights_between() -> None:
    # 3,000.00 on 31 January 2024 in 3 equal payments at 10.8% a year, due at the ends of February, March and April.
    # 29, 31 and 30 nights: 3,000.00 / (0.991492 + 0.982480 + 0.973836) = 1,017.71.
    history = History([opened(date(2024, 1, 31))])
    history.buy("epi", 3_000_00, 3)
    plan = history.account().plans["A1P1"]
    assert [(row.due_on, row.planned.total_fen) for row in plan.rows[:2]] == [
        (date(2024, 2, 29), 1_017_71),
        (date(2024, 3, 31), 1_017_71),
    ]
    history.today = date(2024, 2, 20)
    history.extend("A1P1", 2)
    account = history.account()
    rows = row_outlooks(account.plans["A1P1"], account, history.today)
    # Dates hang on the 31st still. First 3,000.00 x 10.8% x 90 / 365 = 79.89, of 1,017.71 principal 937.82;
    # then 2,062.18 x 10.8% x 31 / 365 = 18.92, principal 998.79; last 1,063.39 with x 30 / 365 = 9.44.
    assert [(row.due_on, row.principal_fen, row.interest_fen) for row in rows] == [
        (date(2024, 4, 30), 937_82, 79_89),
        (date(2024, 5, 31), 998_79, 18_92),
        (date(2024, 6, 30), 1_063_39, 9_44),
    ]
    for row in rows:
        history.today = row.due_on
        assert figures(history.account()).days_past_due == 0
        history.repay(row.total_fen)
    assert history.account().plans["A1P1"].settled_on == date(2024, 6, 30)
    assert prove(history.events, date(2024, 7, 31)).differences == ()


def test_a_plan_with_a_fee_pays_no_more_and_skips_two_bills() -> None:
    # 1,200.00 in 12 at 0.6% a period: 100.00 + 7.20 on each bill from 3 February on, due on the 12th.
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 5)
    history.extend("A1P1", 2)  # the bill of February is out: it keeps its due date
    history.repay(107_20)
    for day, due_fen in ((date(2024, 3, 20), 0), (date(2024, 4, 20), 0), (date(2024, 5, 3), 107_20)):
        history.today = day
        now = figures(history.account())
        assert (now.due_fen, now.days_past_due) == (due_fen, 0)
    account = history.account()
    assert [row.due_on for row in account.plans["A1P1"].rows[:3]] == [
        date(2024, 2, 12),
        date(2024, 5, 12),
        date(2024, 6, 12),
    ]
    outlooks = row_outlooks(account.plans["A1P1"], account, history.today)
    assert sum(row.fee_fen for row in outlooks) == 86_40  # 12 x 7.20, as agreed
    assert account.eased_on == date(2024, 2, 5)
    assert prove(history.events, date(2025, 6, 1)).differences == ()
