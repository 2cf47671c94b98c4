"""Opening a credit line: which limits and bill days there may be."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.events import Opened
from baitiao_cli.calc.dates import previous_bill_on
from baitiao_cli.errors import BaitiaoError

MIN_LIMIT_FEN = 1_00
MAX_LIMIT_FEN = 200_000_00
"""The most that a line may be: 200,000 yuan, a default of the market, not a law of nature."""


def check_limit(limit_fen: int) -> None:
    """Refuses a limit outside `MIN_LIMIT_FEN` to `MAX_LIMIT_FEN`, both included: `limit-out-of-range`."""
    if not MIN_LIMIT_FEN <= limit_fen <= MAX_LIMIT_FEN:
        raise BaitiaoError("limit-out-of-range", limit_fen=limit_fen, maximum_fen=MAX_LIMIT_FEN)


def decide_opening(opened: Opened, on: date) -> Opened:
    """The opening, when its limit is from `MIN_LIMIT_FEN` to `MAX_LIMIT_FEN` and its bill day one of every month.

    Errors: `limit-out-of-range`, `bill-day-out-of-range`.
    """
    check_limit(opened.limit_fen)
    previous_bill_on(on, opened.bill_day)  # the calendar of the bills knows which days there may be
    return opened
