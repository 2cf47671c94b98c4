"""`baitiao register`, `merchants`, `merchant`: who they are, and what is due to them and from them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from baitiao_cli.actions.merchants import list_merchants, show_merchant
from baitiao_cli.actions.register import REGISTER, RegisterAsked
from baitiao_cli.calc.rates import PPB, parse_rate
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, option, words
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import look
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.document import Document
from baitiao_cli.show.merchants import merchant_document, merchants_document, register_document


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


@command("merchants", known=True)
def merchants(
    request: Request,
    from_on: Annotated[date | None, option("--from", day, "DATE")] = None,
    through: Annotated[date | None, option("--through", day, "DATE")] = None,
) -> Document:
    """Lists the merchants with what is due to them and from them."""
    days = (from_on, through or request.today)
    return look(request, lambda tx: merchants_document(list_merchants(tx, *days)))


@command("merchant", known=True)
def merchant(
    request: Request,
    name: Annotated[str, argument("MERCHANT", words)],
    from_on: Annotated[date | None, option("--from", day, "DATE")] = None,
    through: Annotated[date | None, option("--through", day, "DATE")] = None,
) -> Document:
    """Shows the statement of one merchant, line by line."""
    days = (from_on, through or request.today)
    return look(request, lambda tx: merchant_document(show_merchant(tx, name, *days)))
