"""What Python gives besides the values of commands, and what it is told: errors tell themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from baitiao_cli.cli.language import SPOKEN
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, python
from baitiao_cli.messages.errors import ERRORS


@contextmanager
def telling(language: Any = "en") -> Iterator[None]:
    """Fills the message and the hint of an error that passes: it tells itself, in English if in no language.

    Its details become plain values: numbers, days and texts of that language.
    """
    try:
        yield
    except BaitiaoError as error:
        if error.code in ERRORS and not error.message:
            from baitiao_cli.show.errors import describe_error, plain_details

            spoken = language if language in SPOKEN else "en"
            error.message, error.hint = describe_error(error, spoken)
            error.details = plain_details(error, spoken)
            error.add_note(error.hint)
        raise


_HOW = {
    "Money": python.SAY_MONEY,
    "Decimal": python.SAY_NUMBERS,
    "tzinfo": python.SAY_ZONE,
    "date": python.SAY_DAY,
    "int": python.SAY_WHOLE,
    "bool": python.SAY_FLAG,
    "str": python.SAY_TEXT,
}
"""How a value is said, by what its types have in them, first that fits."""


def unfit(parameter: str, wanted: str, given: object) -> BaitiaoError:
    """The refusal of a value that is not of the kind that is wanted, by the names of the types that are."""
    how: Text = next(how for part, how in _HOW.items() if part in wanted)
    return BaitiaoError(
        "value-unfit",
        parameter=parameter,
        wanted=wanted.replace("Money", "Decimal | str"),
        given="None" if given is None else type(given).__name__,
        how=python.LEFT_OUT if given is None else how,
    )


def day_or_none(parameter: str, given: Any) -> date | None:
    """A day as a date or as text, or none; `date-malformed`, and `value-unfit` for anything else."""
    from baitiao_cli.calc.dates import parse_date

    if isinstance(given, str):
        return parse_date(given)
    if given is None or (isinstance(given, date) and not isinstance(given, datetime)):
        return given
    raise unfit(parameter, "date | str", given)


def operator_or_none(given: Any) -> str | None:
    """Who does it, read as on the command line, or none; `text-unprintable`, `text-personal`, `value-unfit`."""
    from baitiao_cli.cli.values import operator_name

    if given is None:
        return None
    if not isinstance(given, str):
        raise unfit("operator", "str", given)
    return operator_name(given)


def instant(given: Any) -> datetime:
    """The instant that a clock gives, in UTC; `value-unfit` for a time that names no zone."""
    if not isinstance(given, datetime) or given.utcoffset() is None:
        raise unfit("clock", "datetime.datetime(..., tzinfo=...)", given)
    return given.astimezone(UTC)


def language(given: Any) -> str:
    """`en` or `zh`; `choice-unknown`."""
    if isinstance(given, str) and given in SPOKEN:
        return given
    raise BaitiaoError("choice-unknown", text=str(given)[:32], offered=SPOKEN)
