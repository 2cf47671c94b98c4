"""What is overdue, and what ends lateness: what is carried is not late, though a payment pays it first."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.explain.account import explain_account
from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.proof import prove
from tests.laws.history import History

MINIMUM_ON, LATE_ON = date(2024, 2, 12), date(2024, 2, 17)


def story() -> History:
    """800.00 on the bill, of which the minimum of 80.00 is paid on its due date; an installment of the 15th is not.

    600.00 in 6 of equal principal at 10.8% a year: 100.00, and 31 nights, 600.00 x 10.8% x 31 / 365 = 5.504.
    """
    history = History()
    history.buy("month", 800_00)
    history.buy("epp", 600_00, 6, on=date(2024, 1, 15))
    history.repay(80_00, on=MINIMUM_ON)
    return history


def test_what_is_carried_is_not_overdue() -> None:
    # Two nights late, 105.50 x 0.015%: 0.032. 720.00 are carried, five nights at 0.05%: 1.80; a payment for no plan
    # pays them before the installment.
    history = story()
    now = figures(history.account(LATE_ON))
    assert (now.overdue_fen, now.days_past_due) == (105_50 + 3, 2)
    assert now.cure_fen == 720_00 + 1_80 + 105_50 + 3
    assert prove(history.events, LATE_ON).differences == ()
    (cure,) = [figure for figure in explain_account(history.account(LATE_ON)) if figure.figure == "cure"]
    assert [(line.rule, line.exact) for line in cure.lines] == [("overdue", 105_53), ("paid-first", 721_80)]


def test_a_payment_for_the_late_plan_ends_lateness_with_less() -> None:
    history = story()
    history.repay(105_53, plan_id="A1P2", on=LATE_ON)
    now = figures(history.account(LATE_ON))
    assert (now.overdue_fen, now.cure_fen, now.days_past_due) == (0, 0, 0)


def test_one_for_no_plan_pays_what_is_carried_first() -> None:
    history = story()
    history.repay(105_53, on=LATE_ON)
    assert figures(history.account(LATE_ON)).overdue_fen == 105_53
    history.repay(721_79, on=LATE_ON)
    assert figures(history.account(LATE_ON)).overdue_fen == 1
    history.repay(1, on=LATE_ON)
    assert figures(history.account(LATE_ON)).days_past_due == 0


def test_a_new_bill_asks_for_what_is_carried_anew_and_leaves_what_is_overdue() -> None:
    # 16 and 17 nights of 105.50 at 0.015%: 0.253, 0.269. What is carried is due again with the bill of 3 March, after
    # the installment: only that must be paid.
    before, on = (figures(story().account(date(2024, 3, day))) for day in (2, 3))
    assert (before.overdue_fen, on.overdue_fen) == (105_50 + 25, 105_50 + 27)
    assert (before.cure_fen, on.cure_fen) == (105_75 + 720_00 + 6_84, 105_77)  # 19 nights of 720.00 at 0.05%
