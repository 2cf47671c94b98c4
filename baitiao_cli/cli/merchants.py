"""`baitiao register`: merchants."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.register import REGISTER, RegisterAsked
from baitiao_cli.calc.rates import PPB, parse_rate
from baitiao_cli.cli.values import argument, option, words
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.merchants import register_document


def discount(text: str | int) -> int:
    """A share of each purchase, in parts per billion: a rate without a unit, at most 100%."""
    if isinstance(text, int):  # a default is parsed again
        return text
    rate = parse_rate(text, per="period")
    if rate.per != "period" or rate.ppb > PPB:
        raise BaitiaoError("discount-malformed", text=text[:32])
    return rate.ppb


@verb_command(REGISTER, register_document)
def register(
    merchant: Annotated[str, argument("MERCHANT", words)],
    discount_ppb: Annotated[int | None, option("--discount", discount, "SHARE")] = None,
) -> RegisterAsked:
    """Registers a merchant, or another discount of one."""
    return RegisterAsked(merchant=merchant, discount_ppb=discount_ppb)
