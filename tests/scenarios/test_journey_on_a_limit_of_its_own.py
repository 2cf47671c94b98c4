"""A journey on a limit of its own, a temporary limit for the holidays, and a request that is granted in part.

The line: 5,000.00 yuan, bill day 3, due on the 12th. All purchases are on the bill (product `month`): no interest while
it is paid in time, so that every figure is a sum.
"""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.limits import Purpose
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


def test_every_limit_is_what_the_customer_was_told() -> None:
    history = History([opened(on=date(2026, 1, 12), limit_fen=5_000_00)])

    # 20 January: 4,500.00 for a phone. 5,000.00 - 4,500.00 = 500.00 are left.
    history.today = date(2026, 1, 20)
    history.buy("month", 4_500_00)
    assert figures(history.account()).available_fen == 500_00

    # 25 January: 3,000.00 for travel alone. Flights of 3,200.00 take them all and 200.00 of the line: 500 - 200 = 300.
    history.today = date(2026, 1, 25)
    history.set_limit(3_000_00, scene="travel")
    history.buy("month", 3_200_00, scene="travel")
    now = figures(history.account())
    assert (now.used_fen, now.earmarked_taken_fen, now.available_fen) == (7_700_00, 3_000_00, 300_00)

    # 1 February: 8,000.00 from 10 to 24 February, for the holidays. On the 1st still 300.00 may be bought.
    history.today = date(2026, 2, 1)
    history.set_limit(8_000_00, from_on=date(2026, 2, 10), until_on=date(2026, 2, 24))
    with pytest.raises(BaitiaoError, match="limit-exceeded"):
        history.buy("month", 300_01)

    # 10 February: 8,000.00 - (7,700.00 - 3,000.00) = 3,300.00. Gifts of 3,000.00 leave 300.00.
    history.today = date(2026, 2, 10)
    assert figures(history.account()).available_fen == 3_300_00
    history.buy("month", 3_000_00)
    assert figures(history.account()).available_fen == 300_00

    # 12 February: the bill of the 3rd, 7,700.00, is paid. 3,000.00 stay used, all of the line: 8,000.00 - 3,000.00.
    history.today = date(2026, 2, 12)
    assert figures(history.account()).due_fen == 7_700_00
    history.repay(7_700_00)
    assert figures(history.account()).available_fen == 5_000_00
    assert history.account().room_for(Purpose(scene="travel")).left_fen == 8_000_00

    # 25 February: the holidays are over. 5,000.00 - 3,000.00 = 2,000.00.
    history.today = date(2026, 2, 25)
    assert figures(history.account()).available_fen == 2_000_00

    # 1 March: 10,000.00 are asked for; on the 2nd 6,000.00 are granted. 6,000.00 - 3,000.00 = 3,000.00.
    history.today = date(2026, 3, 1)
    history.request_limit(10_000_00)
    assert figures(history.account()).available_fen == 2_000_00
    history.today = date(2026, 3, 2)
    history.decide_limit("granted", 6_000_00)
    assert figures(history.account()).available_fen == 3_000_00

    # Nothing of all this made anything fall due: the gifts are on the bill of 3 March, due on the 12th.
    history.today = date(2026, 3, 3)
    now = figures(history.account())
    assert (now.due_fen, now.next_due_on, now.owed.interest, now.overdue_fen) == (3_000_00, date(2026, 3, 12), 0, 0)
