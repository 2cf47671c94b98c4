"""Opening a credit line: which limits and bill days there may be."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.events import Opened
from baitiao_cli.calc.dates import previous_bill_on
from baitiao_cli.errors import BaitiaoError

MIN_LIMIT_FEN = 1_00
MAX_LIMIT_FEN = 200_000_00
"""The most that a line may be: 200,000 yuan, a default of the market, not a law of nature."""


def decide_opening(opened: Opened, on: date) -> Opened:
    """The opening, when its limit is from `MIN_LIMIT_FEN` to `MAX_LIMIT_FEN` and its bill day one of every month.

    Errors: `limit-out-of-range`, `bill-day-out-of-range`.
    """
    if not MIN_LIMIT_FEN <= opened.limit_fen <= MAX_LIMIT_FEN:
        raise BaitiaoError("limit-out-of-range", limit_fen=opened.limit_fen, maximum_fen=MAX_LIMIT_FEN)
    previous_bill_on(on, opened.bill_day)  # the calendar of the bills knows which days there may be
    return opened
