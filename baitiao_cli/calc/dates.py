"""Days: months stepped from an anchor, the periods of a schedule, the bills of a bill day."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError

UNITS = ("months", "weeks", "days")
LARGEST_BILL_DAY = 28  # a day that every month has
# Shanghai has kept one offset since 1991, so its time needs no time zone database, which not every machine has.
SHANGHAI = timezone(timedelta(hours=8))
_DIGITS_OF_DATE = [4, 2, 2]


class Period(msgspec.Struct, frozen=True, gc=False):
    """One period of a schedule: interest runs over the nights of `[from_on, until_on)` and is due on `due_on`.

    `months` is the whole months that the period counts under 30/360; 0 if it is counted in days.
    """

    number: int
    from_on: date
    until_on: date
    due_on: date
    months: int = 0

    @property
    def nights(self) -> int:
        """How many nights the period has.

        >>> Period(1, date(2024, 2, 1), date(2024, 3, 1), date(2024, 3, 1)).nights  # a leap year
        29
        """
        return (self.until_on - self.from_on).days


def parse_date(text: str) -> date:
    """Read a date, strictly `YYYY-MM-DD` in ASCII digits, a day that exists.

    Raises `date-malformed`: the user's text.

    >>> parse_date("2024-02-29")
    datetime.date(2024, 2, 29)
    """
    parts = text.split("-") if len(text) == 10 and text.isascii() else []
    if [len(part) for part in parts] != _DIGITS_OF_DATE or not "".join(parts).isdigit():
        raise BaitiaoError("date-malformed", text=shortened(text))
    try:
        return date(*map(int, parts))
    except ValueError:
        raise BaitiaoError("date-malformed", text=text) from None


def shanghai_time(instant: str) -> str:
    """An instant (ISO text with its zone) as the clock in Shanghai shows it, to the second.

    In the last hours of the calendar, where that clock has no date, it is told as it was given.

    >>> shanghai_time("2026-03-05T10:00:00.5Z"), shanghai_time("9999-12-31T23:59:59Z")  # 8 hours ahead of UTC
    ('2026-03-05 18:00:00', '9999-12-31T23:59:59Z')
    """
    try:
        shown = datetime.fromisoformat(instant).astimezone(SHANGHAI)
    except OverflowError:
        return instant
    return shown.replace(tzinfo=None).isoformat(" ", "seconds")


def shanghai_day(instant: str) -> date:
    """The day on which an instant (ISO text with its zone) is in Shanghai; at the end of the calendar its last.

    >>> shanghai_day("2026-03-05T16:00:00Z")  # midnight there
    datetime.date(2026, 3, 6)
    """
    try:
        return datetime.fromisoformat(instant).astimezone(SHANGHAI).date()
    except OverflowError:
        return date.max


def add_months(anchor: date, months: int) -> date:
    """The day `months` (any sign) after `anchor`, clamped to the end of a shorter month.

    Always count from the anchor, never from the result before: 31 Jan, 29 Feb, 31 Mar.

    Raises `date-out-of-range` outside the years 1 to 9999.

    >>> [add_months(date(2024, 1, 31), months).isoformat() for months in (1, 2, 13)]  # 2024 is a leap year, 2025 not
    ['2024-02-29', '2024-03-31', '2025-02-28']
    """
    try:
        if anchor.day <= LARGEST_BILL_DAY:  # nothing to clamp: most days need no dateutil, which is slow to import
            year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
            return date(year, month + 1, anchor.day)
        from dateutil.relativedelta import relativedelta

        return anchor + relativedelta(months=months)
    except (ValueError, OverflowError):
        raise BaitiaoError("date-out-of-range", from_on=anchor) from None


def step(anchor: date, count: int, unit: str) -> date:
    """The day `count` months, weeks or days after `anchor`.

    Raises `unit-unknown`, or `date-out-of-range` outside the years 1 to 9999.

    >>> step(date(2024, 1, 31), 1, "months").isoformat(), step(date(2024, 1, 31), 2, "weeks").isoformat()  # 45 - 31
    ('2024-02-29', '2024-02-14')
    """
    if unit == "months":
        return add_months(anchor, count)
    if unit not in UNITS:
        raise BaitiaoError("unit-unknown", text=shortened(unit))
    try:
        return anchor + timedelta(days=count * 7 if unit == "weeks" else count)
    except OverflowError:
        raise BaitiaoError("date-out-of-range", from_on=anchor) from None


def day_or_none(text: object) -> date | None:
    """The day of an ISO text; none of "" or nothing. Raises `ValueError` for another text.

    >>> day_or_none("2026-02-28"), day_or_none(None)
    (datetime.date(2026, 2, 28), None)
    """
    return date.fromisoformat(str(text)) if text else None


def days_before(on: date, days: int) -> date:
    """The day so many days before `on`, and never before the first day that there is: nothing is older.

    >>> days_before(date(2026, 1, 5), 5), days_before(date.min, 5)
    (datetime.date(2025, 12, 31), datetime.date(1, 1, 1))
    """
    return on - min(timedelta(days=days), on - date.min)


def month_end(day: date) -> date:
    """The last day of the calendar month of a day.

    >>> month_end(date(2024, 2, 3)), month_end(date(9999, 12, 1))  # a leap year; the end of the calendar
    (datetime.date(2024, 2, 29), datetime.date(9999, 12, 31))
    """
    first_on = day.replace(day=1)
    return add_months(first_on, 1) - timedelta(days=1) if first_on < date.max.replace(day=1) else date.max


def month_ends_after(day: date, through: date) -> list[date]:
    """The ends of calendar months that come after a day, up to another one, oldest first.

    >>> [end.isoformat() for end in month_ends_after(date(2026, 1, 31), date(2026, 3, 31))]
    ['2026-02-28', '2026-03-31']
    """
    ends = []
    while day < through:
        end = month_end(day + timedelta(days=1))
        if end <= through:
            ends.append(end)
        day = end
    return ends


def periods_from(
    start_on: date, count: int, every: int = 1, unit: str = "months", first_due_on: date | None = None
) -> tuple[Period, ...]:
    """The periods of a schedule: `count` (>= 1) of them, each `every` (>= 1) months, weeks or days, due where they end.

    All due dates are counted from the anchor: `start_on`, or `first_due_on` if it is given. Each period begins where
    the one before ended. A first period up to a chosen date counts whole months only if it has no odd days.

    Raises `every-out-of-range`, `unit-unknown`, `first-due-not-after-start`, `date-out-of-range`: the user's terms.

    >>> [period.due_on.isoformat() for period in periods_from(date(2024, 1, 31), 3)]  # not 29 March, not 29 April
    ['2024-02-29', '2024-03-31', '2024-04-30']
    """
    if every < 1:
        raise BaitiaoError("every-out-of-range", count=every)
    if first_due_on is None:
        ends = [step(start_on, every * number, unit) for number in range(1, count + 1)]
    elif first_due_on <= start_on:
        raise BaitiaoError("first-due-not-after-start", first_due_on=first_due_on, start_on=start_on)
    else:
        ends = [step(first_due_on, every * number, unit) for number in range(count)]
    months = every if unit == "months" else 0
    first_months = whole_months(start_on, ends[0]) if months and first_due_on else months
    return _joined(start_on, ends, ends, first_months, months)


def whole_months(from_on: date, until_on: date) -> int:
    """How many months lead from one day exactly to the other, counted from the first; 0 if there are odd days.

    >>> whole_months(date(2024, 1, 31), date(2024, 2, 29)), whole_months(date(2024, 1, 31), date(2024, 3, 1))
    (1, 0)
    """
    months = (until_on.year - from_on.year) * 12 + until_on.month - from_on.month
    return months if months > 0 and add_months(from_on, months) == until_on else 0


def next_bill_on(day: date, bill_day: int) -> date:
    """The first bill date strictly after `day`, for a bill day from 1 to 28.

    A bill dated b covers `[previous b, b)`: what happens on b itself comes in the next bill, so this is the bill in
    which `day` is found.

    Raises `bill-day-out-of-range`.

    >>> next_bill_on(date(2024, 1, 2), 3).isoformat(), next_bill_on(date(2024, 1, 3), 3).isoformat()  # the 3rd is out
    ('2024-01-03', '2024-02-03')
    """
    return add_months(previous_bill_on(day, bill_day), 1)


def previous_bill_on(day: date, bill_day: int) -> date:
    """The last bill date on or before `day`, for a bill day from 1 to 28.

    Raises `bill-day-out-of-range`.

    >>> previous_bill_on(date(2024, 1, 3), 3).isoformat(), previous_bill_on(date(2024, 1, 2), 3).isoformat()
    ('2024-01-03', '2023-12-03')
    """
    if not 1 <= bill_day <= LARGEST_BILL_DAY:
        raise BaitiaoError("bill-day-out-of-range", bill_day=bill_day, most=LARGEST_BILL_DAY)
    this_month = day.replace(day=bill_day)
    return this_month if this_month <= day else add_months(this_month, -1)


def bill_periods(start_on: date, count: int, bill_day: int, due_days: int) -> tuple[Period, ...]:
    """The periods of a plan that is paid with the bills: installment k is in the k-th bill after `start_on`.

    `until_on` is the bill date, `due_on` is `due_days` (>= 0) later. The first period begins on `start_on`, each other
    on the bill date before. What is billed is free of interest until its due date.

    Raises `bill-day-out-of-range`, `due-days-out-of-range`.

    >>> [(p.from_on.isoformat(), p.until_on.isoformat(), p.due_on.isoformat())
    ...  for p in bill_periods(date(2024, 1, 20), 2, bill_day=3, due_days=9)]
    [('2024-01-20', '2024-02-03', '2024-02-12'), ('2024-02-03', '2024-03-03', '2024-03-12')]
    """
    if due_days < 0:
        raise BaitiaoError("due-days-out-of-range", count=due_days)
    first = next_bill_on(start_on, bill_day)
    ends = [add_months(first, number) for number in range(count)]
    due_ons = [step(end, due_days, "days") for end in ends]
    return _joined(start_on, ends, due_ons, whole_months(start_on, first), 1)


def _joined(
    start_on: date, ends: list[date], due_ons: list[date], first_months: int, months: int
) -> tuple[Period, ...]:
    """The periods that end on those days, each from where the one before ended; all but the first count `months`."""
    begins = [start_on, *ends[:-1]]
    counted = [first_months, *[months] * (len(ends) - 1)]
    return tuple(map(Period, range(1, len(ends) + 1), begins, ends, due_ons, counted))
