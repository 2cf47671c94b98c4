"""`baitiao funder`, `funders`, `fund`, `funding`: who funds besides the lender, and whose is what of a plan."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, cast

from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.desk.funders import FUND, FUNDER, FundAsked, FunderAsked, list_funders
from baitiao_cli.actions.desk.funding import show_funding
from baitiao_cli.calc.rates import PPB, Rate, format_rate, parse_rate
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument, day, free_name, option, price_tier
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import view_command
from baitiao_cli.desk.facts.funding import FunderShare, Shares
from baitiao_cli.desk.funding.shares import number_of
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.desk.funding import fund_document, funder_document, funders_document, funding_document
from baitiao_cli.show.document import Document

_FUNDER = re.compile(r"F(0|[1-9][0-9]{0,3})", re.IGNORECASE | re.ASCII)
MOST_SHARES = 100


def shares(text: str) -> Shares:
    """The shares of funders: each with its per cent, all together exactly 100%.

    >>> [share.share_ppb for share in shares("F1=70%,f2=30%")]
    [700000000, 300000000]
    """
    parts = text.split(",", MOST_SHARES)
    pairs = [part.strip().partition("=") for part in parts]
    found = {funder_number(funder_id): _share(share.strip()) for funder_id, _, share in pairs}
    if len(found) < len(pairs) or 0 in found.values():
        raise BaitiaoError("shares-malformed", text=text[:32])
    total_ppb = sum(found.values())
    if total_ppb != PPB:
        raise BaitiaoError("shares-not-whole", total=format_rate(Rate(total_ppb, "day")).partition("/")[0])
    return tuple(
        FunderShare(funder_id=funder_id, share_ppb=found[funder_id]) for funder_id in sorted(found, key=number_of)
    )


def _share(text: str) -> int:
    rate = parse_rate(text, per="period")
    if rate.per != "period" or rate.ppb > PPB:
        raise BaitiaoError("shares-malformed", text=text[:32])
    return rate.ppb


def service_share(text: str | int) -> int:
    """What the lender takes of charges first, in parts per billion."""
    return text if isinstance(text, int) else _share(text)


def funder_number(text: str) -> str:
    """The number of a funder, in capitals or not: F1; F0 is the lender."""
    if not _FUNDER.fullmatch(text.strip()):
        raise BaitiaoError("funder-malformed", text=text[:32])
    return text.strip().upper()


@verb_command(FUNDER, funder_document)
def funder(name: Annotated[str, argument("NAME", free_name)]) -> FunderAsked:
    """Registers a funder."""
    return FunderAsked(name=name)


@verb_command(FUND, fund_document)
def fund(
    product_id: Annotated[str, argument("PRODUCT")],
    shared: Annotated[object, argument("SHARES", shares)],
    tier: Annotated[Tier | None, option("--tier", price_tier, "TIER")] = None,
    from_on: Annotated[date | None, option("--from", day, "DATE")] = None,
    service_ppb: Annotated[int | None, option("--service", service_share, "SHARE")] = None,
    interest: Annotated[object | None, option("--interest", shares, "SHARES")] = None,
    fee: Annotated[object | None, option("--fees", shares, "SHARES")] = None,
    late_charge: Annotated[object | None, option("--late-charges", shares, "SHARES")] = None,
) -> FundAsked:
    """Agrees on the shares of the plans of a product made from a day on."""
    # Typer takes no tuples of a type: `shares` gives shares.
    return FundAsked(
        product_id=product_id,
        shares=cast("Shares", shared),
        from_on=from_on,
        interest_shares=cast("Shares", interest or ()),
        fee_shares=cast("Shares", fee or ()),
        late_charge_shares=cast("Shares", late_charge or ()),
        service_ppb=service_ppb or 0,
        tier=tier,
    )


@view_command("funders")
def funders(request: Request, tx: ReadTransaction) -> Document:
    """Lists the funders and what was agreed."""
    return funders_document(list_funders(tx, request.as_of), request.as_of)


@view_command("funding")
def funding(request: Request, tx: ReadTransaction, plan_id: Annotated[str, argument("PLAN")]) -> Document:
    """Shows whose a plan is, to the fraction, and each of its postings split."""
    return funding_document(show_funding(tx, plan_id, request.as_of), request.as_of)
