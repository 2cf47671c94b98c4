"""What a change of terms did to each installment."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.replanned import plan_picture
from tests.laws.history import History


def test_twelve_installments_become_twentyfour() -> None:
    # 1,200.00 in 12: 100.00 + 7.20 each. After one is paid, 1,100.00 in 24: 45.83 each + 6.60, the last 45.91 + 6.60.
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 12)
    history.repay(107_20)
    before = plan_picture(history.account(), "A1P1")
    history.restructure("A1P1", 24)
    after = plan_picture(history.account(), "A1P1")
    changes = before.compared(after)
    # The first is paid and stays what it was: it is no change.
    assert [change.number for change in changes] == list(range(2, 26))
    first, last = changes[0], changes[-1]
    assert (first.before_fen, first.after_fen, first.change_fen) == (107_20, 52_43, 52_43 - 107_20)
    assert (changes[10].before_fen, changes[11].before_fen) == (107_20, 0)
    assert (last.before_fen, last.after_fen, last.change_fen) == (0, 45_91 + 6_60, 45_91 + 6_60)
    assert (before.cost_fen, after.cost_fen) == (12 * 7_20, 7_20 + 24 * 6_60)


def test_of_a_plan_that_is_not_there_is_nothing() -> None:
    picture = plan_picture(History().account(), "A1P9")
    assert (picture.rows, picture.cost_fen) == ({}, 0)
    assert picture.compared(picture) == []


def test_a_change_that_takes_installments_away_tells_them_as_nothing() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    three = History()
    three.buy("inst", 300_00, 3)
    longer, shorter = (plan_picture(one.account(), "A1P1") for one in (history, three))
    gone = longer.compared(shorter)[3]
    assert (gone.number, gone.before_fen, gone.after_fen, gone.change_fen) == (4, 107_20, 0, -107_20)
    assert gone.due_on == date(2024, 5, 12)
