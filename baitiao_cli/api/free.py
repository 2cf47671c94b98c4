"""What needs no ledger: quotes, and the annual rate of any cash flows."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from baitiao_cli.api.answer import Answer
from baitiao_cli.api.ledger import Ledger
from baitiao_cli.api.telling import language, telling, unfit
from baitiao_cli.calc.cash_flows import CONVENTIONS, rate_of_flows
from baitiao_cli.calc.dates import SHANGHAI
from baitiao_cli.cli.rate import flows_in
from baitiao_cli.cli.values import one_of
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, filled, python
from baitiao_cli.show.rate import rate_document

WANTED = "int | str | Decimal"
MOST_BITS = 10_000
"""Python itself refuses to write whole numbers that are much longer."""


class _NoLedger(Ledger):
    """Where nothing is kept."""

    def _open(self) -> None:
        """There is nothing to open."""


quote = _NoLedger(Path(os.devnull) / "no-ledger").quote
"""Quotes a purchase, without an account, as `Ledger.quote` does; it is kept nowhere."""


def rate(flows: Mapping[str, Any], convention: str, *, lang: str = "en") -> Answer[None]:
    """The annual rate of cash flows by a convention: `us-reg-z`, `eu-aprc`, `simple-12`, `per-period`, `xirr-365`.

    `flows` has the keys of the file that `baitiao rate` reads; numbers are whole, text or `Decimal`.

    >>> flows = {"advance": [{"t": 0, "amount": 1000}], "payments": [{"t": 1, "amount": "1010"}]}
    >>> rate(flows, "per-period")["annual_rate"]
    '0.010000000000000'
    """
    with telling(lang):
        language(lang)
        try:
            told = json.dumps(_exact(flows), default=_text)
        except RecursionError:
            raise _malformed(python.TOO_DEEP) from None
        found, steps_a_year = flows_in(told, python.FLOWS_GIVEN)
        answer = rate_of_flows(found, one_of(*CONVENTIONS)(convention), steps_a_year)
        return Answer(rate_document(found, convention, answer, datetime.now(SHANGHAI).date()), lang)


def _exact(value: Any) -> Any:
    """The value, in which no float may be: it is not what was written any more."""
    if isinstance(value, float):
        raise unfit("flows", WANTED, value)
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        raise _malformed(filled(python.TOO_MANY_DIGITS, count=f"{value.bit_length() * 301 // 1000:,}"))
    if isinstance(value, Mapping):
        return {_key(key): _exact(each) for key, each in value.items()}
    return [_exact(each) for each in value] if isinstance(value, list | tuple) else value


def _key(key: object) -> str:
    if isinstance(key, str):
        return key
    raise unfit("a key of flows", "str", key)


def _malformed(reason: Text) -> BaitiaoError:
    return BaitiaoError("flows-malformed", file=python.FLOWS_GIVEN, reason=reason)


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    raise unfit("flows", WANTED, value)
