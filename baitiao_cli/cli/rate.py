"""`baitiao rate`: the annual rate of a list of cash flows in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any

from baitiao_cli.calc.cash_flows import CONVENTIONS, Flow, Side, rate_of_flows
from baitiao_cli.calc.money import shortened
from baitiao_cli.cli.files import NotJsonError, read_json, text_of
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, one_of, option, shown
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages import rate as words
from baitiao_cli.show.document import Document
from baitiao_cli.show.rate import rate_document

# As JSON writes numbers, also as a text; longer than any that a program writes for a double is a slip.
_NUMBER = re.compile(r"-?[0-9]{1,16}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?")
_LARGEST_AMOUNT = Decimal(10) ** 15
_LAST_TIME = Decimal(100_000)
_MOST_STEPS_A_YEAR = Decimal(1000)
_LISTS: dict[str, Side] = {"advance": "advance", "payments": "payment"}
_PARTS = ("t", "f", "amount")


@command("rate")
def rate(
    request: Request,
    file: Annotated[str, argument("FLOWS|-", shown)],
    convention: Annotated[str, option("--convention", one_of(*CONVENTIONS), "NAME")],
) -> Document:
    """Shows the annual rate of any cash flows, by convention."""
    flows, steps_a_year = read_flows(file)
    found = rate_of_flows(flows, convention, steps_a_year)
    return rate_document(flows, convention, found, request.today)


def read_flows(file: str) -> tuple[list[Flow], Decimal | None]:
    """The flows of a file, advances first, and the unit periods of a year if it says them.

    Other keys beside the two lists are left alone; in a flow they are refused, for a slip there would change the rate.
    """
    return flows_in(text_of(file), file)


def flows_in(text: str, file: str | Text) -> tuple[list[Flow], Decimal | None]:
    """The flows of the text of a file."""
    try:
        given = read_json(text)
    except NotJsonError as problem:
        raise _malformed(file, problem.reason) from problem
    if not isinstance(given, dict):
        raise _malformed(file, words.FLOWS_NOT_OBJECT)
    flows = [flow for name in _LISTS for flow in _flows(file, name, given)]
    steps = given.get("unit_periods_per_year")
    if steps is None:
        return flows, None
    return flows, _number(file, words.FLOWS_FILE, "unit_periods_per_year", steps, _MOST_STEPS_A_YEAR, positive=True)


def _flows(file: str | Text, name: str, given: Mapping[str, Any]) -> Iterator[Flow]:
    if not isinstance(given.get(name), list):
        raise _malformed(file, filled(words.FLOWS_NO_LIST, name=name))
    for number, told in enumerate(given[name], start=1):
        place = filled(words.FLOWS_PLACE, name=name, number=number)
        if not isinstance(told, dict):
            raise _malformed(file, filled(words.FLOWS_NOT_FLOW, place=place))
        for key in told:
            if key not in _PARTS:
                raise _malformed(
                    file, filled(words.FLOWS_UNKNOWN_KEY, place=place, key=key[:32], offered=", ".join(_PARTS))
                )
        for key in ("t", "amount"):
            if key not in told:
                raise _malformed(file, filled(words.FLOWS_NO_KEY, place=place, key=key))
        yield Flow(
            _LISTS[name],
            _number(file, place, "amount", told["amount"], _LARGEST_AMOUNT, signed=True),
            _number(file, place, "t", told["t"], _LAST_TIME),
            _number(file, place, "f", told.get("f", "0"), Decimal(1)),
        )


def _number(
    file: str | Text,
    place: Text,
    key: str,
    told: object,
    most: Decimal,
    *,
    signed: bool = False,
    positive: bool = False,
) -> Decimal:
    """A number from 0 (`positive`: above it) to `most`, or, `signed`, from -most."""
    if not isinstance(told, str) or not _NUMBER.fullmatch(told):
        shown = shortened(told) if isinstance(told, str) else words.FLOWS_NO_TEXT
        raise _malformed(file, filled(words.FLOWS_NOT_NUMBER, place=place, key=key, told=shown))
    number = Decimal(told) or Decimal(0)  # not -0
    if abs(number) > most or (number < 0 and not signed) or (positive and not number):
        reason = filled(words.FLOWS_RANGE, place=place, key=key, told=shortened(told), most=f"{most:,f}")
        raise _malformed(file, reason)
    return number


def _malformed(file: str | Text, reason: Text) -> BaitiaoError:
    return BaitiaoError("flows-malformed", file=words.STANDARD_INPUT if file == "-" else file, reason=reason)
