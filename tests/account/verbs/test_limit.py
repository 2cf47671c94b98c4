"""Another limit: its range, a cut below what is owed, and cuts that come late."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


@pytest.mark.parametrize(
    ("limit_fen", "code"),
    [
        (99, "limit-out-of-range"),
        (200_000_01, "limit-out-of-range"),
        (20_000_00, "limit-unchanged"),
        (1_00, ""),
        (200_000_00, ""),
    ],
)
def test_a_limit_is_in_the_range_of_an_opening_and_another_than_now(limit_fen: int, code: str) -> None:
    history = History()
    if code:
        with pytest.raises(BaitiaoError, match=code):
            history.set_limit(limit_fen)
    else:
        history.set_limit(limit_fen)
        assert history.account().limit_fen == history.account().available_fen == limit_fen


def test_a_cut_below_what_is_owed_accelerates_nothing() -> None:
    # 5,000.00 on 12 January is due nine days after the bill of 3 February, whatever the limit is.
    history = History()
    history.buy("month", 5_000_00)
    before = figures(history.account())
    history.set_limit(1_000_00)
    after = figures(history.account())
    assert (after.limit_fen, after.used_fen, after.available_fen) == (1_000_00, 5_000_00, 0)
    assert (after.due_fen, after.next_due_on, after.next_due_fen) == (
        before.due_fen,
        date(2024, 2, 12),
        before.next_due_fen,
    )
    with pytest.raises(BaitiaoError, match="limit-exceeded"):
        history.buy("month", 1_00)


def test_a_limit_counts_from_its_day() -> None:
    history = History()
    history.today = date(2024, 3, 1)
    history.set_limit(30_000_00, on=date(2024, 2, 1))
    assert history.account(date(2024, 1, 31)).limit_fen == 20_000_00
    history.buy("month", 25_000_00, on=date(2024, 2, 1))
    with pytest.raises(BaitiaoError, match="limit-exceeded"):
        history.buy("month", 20_000_01, on=date(2024, 1, 31))


def test_a_back_dated_cut_may_not_undermine_a_later_purchase() -> None:
    # 6,000.00 on 1 March fits into 20,000.00, not into the 5,000.00 that the cut of 1 February would leave.
    history = History()
    history.today = date(2024, 3, 1)
    history.buy("month", 6_000_00)
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.set_limit(5_000_00, on=date(2024, 2, 1))
    history.set_limit(6_000_00, on=date(2024, 2, 1))
    assert history.account().available_fen == 0


def test_a_closed_account_has_no_limit_to_change() -> None:
    history = History()
    history.close()
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.set_limit(1_000_00)
