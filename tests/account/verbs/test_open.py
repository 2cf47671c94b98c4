"""Opening a line: limits from 1 to 200,000 yuan, bill days that every month has."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.events import Opened
from baitiao_cli.account.verbs.open import decide_opening
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import find_product

ON = date(2026, 1, 5)


def opening(limit_fen: int, bill_day: int = 3) -> Opened:
    line = find_product("month").line
    assert line is not None
    return Opened(person_id="P1", limit_fen=limit_fen, bill_day=bill_day, tier="B", line=line)


@pytest.mark.parametrize(("limit_fen", "bill_day"), [(1_00, 1), (200_000_00, 28)])
def test_the_ends_of_both_ranges_are_allowed(limit_fen: int, bill_day: int) -> None:
    asked = opening(limit_fen, bill_day)
    assert decide_opening(asked, ON) == asked


@pytest.mark.parametrize(
    ("limit_fen", "bill_day", "code"),
    [
        (99, 3, "limit-out-of-range"),
        (200_000_01, 3, "limit-out-of-range"),
        (1_000_00, 0, "bill-day-out-of-range"),
        (1_000_00, 29, "bill-day-out-of-range"),
    ],
)
def test_what_is_beyond_is_refused(limit_fen: int, bill_day: int, code: str) -> None:
    with pytest.raises(BaitiaoError, match=code):
        decide_opening(opening(limit_fen, bill_day), ON)
