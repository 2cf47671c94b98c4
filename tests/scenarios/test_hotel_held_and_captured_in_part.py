"""A hotel holds for the room and for a deposit: it captures a part of the first, and the second expires by itself."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statement
from baitiao_cli.account.views.why import between_days
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


def checked_in() -> History:
    """Held of 20,000.00 on 12 January: 3,000.00 for the room, in 3, and 1,000.00 as a deposit until the 20th."""
    history = History([opened(date(2024, 1, 12), bill_day=3, tier="B")])
    history.hold("inst", 3_000_00, 3, until=date(2024, 2, 1))
    history.hold("month", 1_000_00, until=date(2024, 1, 20))
    return history


def limit_of(history: History) -> tuple[int, int, int]:
    now = figures(history.account())
    return now.used_fen, now.held_fen, now.available_fen


def test_the_room_is_captured_in_part_and_the_deposit_expires() -> None:
    history = checked_in()
    assert limit_of(history) == (0, 4_000_00, 16_000_00)

    # Two nights less than planned: 2,400.00 are captured, 600.00 of the hold are free again at once.
    history.today = date(2024, 1, 15)
    history.capture("A1H1", 2_400_00)
    assert limit_of(history) == (2_400_00, 1_000_00, 16_600_00)

    # The deposit is held through the 20th, and on the 21st it is gone without anybody doing anything.
    history.today = date(2024, 1, 20)
    assert limit_of(history) == (2_400_00, 1_000_00, 16_600_00)
    history.today = date(2024, 1, 21)
    assert limit_of(history) == (2_400_00, 0, 17_600_00)
    (told,) = between_days(history.events, date(2024, 1, 20), date(2024, 1, 21)).changes
    assert (told.cause, told.event_id, told.changes["available"]) == ("hold-expired", "A1E3", 1_000_00)
    with pytest.raises(BaitiaoError, match="hold-expired"):
        history.capture("A1H2", 150_00)
    history.buy("month", 150_00)  # the minibar

    # 800.00 and 0.6% of 2,400.00 = 14.40 of the room, and 150.00. The minimum has a tenth of the latter: 829.40.
    history.today = date(2024, 2, 3)
    history.issue_bills()
    bill = statement(history.events, history.today)
    assert [(line.kind, line.amount_fen) for line in bill.lines] == [
        ("purchases", 2_400_00),
        ("purchases", 150_00),
        ("fees", 14_40),
    ]
    assert (bill.figures.amount_due_fen, bill.figures.minimum_due_fen) == (964_40, 829_40)
    assert bill.figures.closing_fen == 2_564_40

    for on, paid_fen in (
        (date(2024, 2, 12), 964_40),
        (date(2024, 3, 12), 814_40),
        (date(2024, 4, 12), 814_40),
    ):
        history.today = on
        history.repay(paid_fen)
    # 964.40 + 2 x 814.40 = 2,593.20 = 2,400.00 + 3 x 14.40 + 150.00.
    assert figures(history.account()).owed_fen == 0
    assert limit_of(history) == (0, 0, 20_000_00)
    assert prove(history.events, history.today).differences == ()


def test_a_capture_that_is_taken_back_leaves_the_hold_to_expire() -> None:
    history = checked_in()
    history.today = date(2024, 1, 15)
    capture = history.capture("A1H1", 2_400_00)
    history.today = date(2024, 1, 18)
    history.reverse(capture.event_id)
    assert limit_of(history) == (0, 4_000_00, 16_000_00)  # all of it is held once more
    history.today = date(2024, 2, 1)
    assert limit_of(history) == (0, 3_000_00, 17_000_00)
    history.today = date(2024, 2, 2)
    assert limit_of(history) == (0, 0, 20_000_00)
    assert figures(history.account(date(2024, 12, 31))).owed_fen == 0
