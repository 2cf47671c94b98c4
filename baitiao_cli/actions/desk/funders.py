"""`funder`, `fund`, `funders`: who funds besides the lender, and what of which product from which day on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.money import shortened
from baitiao_cli.desk.facts import DeskEntry, FunderRegistered, FundingAgreed
from baitiao_cli.desk.facts.funding import Shares
from baitiao_cli.desk.funding.shares import LENDER, Agreed
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction
from baitiao_cli.products.catalogue import find_product


class FunderAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The name of a firm that funds."""

    name: str


class FunderAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The funder under its number."""

    funder_id: str
    name: str
    record_id: str
    effective_on: date


def register(tx: WriteTransaction, asked: FunderAsked, call: Call) -> FunderAnswer:
    """Registers a funder under the next number; `date-in-future`, `funder-registered`."""
    known = list(registered(tx))
    for entry in known:
        if _name(entry) == asked.name:
            raise BaitiaoError("funder-registered", name=shortened(asked.name), funder_id=entry.subject)
    funder_id = f"F{len(known) + 1}"
    entry = tx.record_at_desk(funder_id, FunderRegistered(name=asked.name), call.effective_on, call.request_id)
    return FunderAnswer(
        funder_id=funder_id, name=asked.name, record_id=entry.record_id, effective_on=entry.effective_on
    )


class FundAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What is agreed for plans of a product, of a tier or any, made from a day on (`None`: that of the agreement)."""

    product_id: str
    shares: Shares
    from_on: date | None = None
    interest_shares: Shares = ()
    fee_shares: Shares = ()
    late_charge_shares: Shares = ()
    service_ppb: int = 0
    tier: Tier | None = None


class FundAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was agreed."""

    record_id: str
    product_id: str
    from_on: date
    shares: Shares
    interest_shares: Shares
    fee_shares: Shares
    late_charge_shares: Shares
    service_ppb: int
    effective_on: date
    tier: Tier | None = None


def agree(tx: WriteTransaction, asked: FundAsked, call: Call) -> FundAnswer:
    """Keeps an agreement; plans for which something was agreed keep that.

    Errors, in this order: `product-unknown`, `funder-unknown`, `date-in-future` for the day of the agreement itself;
    the day from which it counts may be any.
    """
    product_id = find_product(asked.product_id).id
    known = {LENDER} | {entry.subject for entry in registered(tx)}
    for share in (*asked.shares, *asked.interest_shares, *asked.fee_shares, *asked.late_charge_shares):
        if share.funder_id not in known:
            raise BaitiaoError("funder-unknown", funder_id=share.funder_id[:32])
    agreed = FundingAgreed(
        product_id=product_id,
        from_on=asked.from_on or call.effective_on,
        shares=asked.shares,
        interest_shares=asked.interest_shares,
        fee_shares=asked.fee_shares,
        late_charge_shares=asked.late_charge_shares,
        service_ppb=asked.service_ppb,
        last_sequence=tx.event_count(),
        tier=asked.tier,
    )
    entry = tx.record_at_desk("", agreed, call.effective_on, call.request_id)
    return _told(entry, agreed)


class FunderRow(msgspec.Struct, frozen=True, kw_only=True):
    """A funder and the day on which it was registered."""

    funder_id: str
    name: str
    registered_on: date


class FundersView(msgspec.Struct, frozen=True, kw_only=True):
    """The funders by number, and what was agreed, by product and day."""

    funders: list[FunderRow]
    agreements: list[FundAnswer]


def list_funders(tx: ReadTransaction, as_of: date) -> FundersView:
    """Who funds, and everything that was agreed by a day, whichever plans it is for."""
    funders = [
        FunderRow(funder_id=entry.subject, name=_name(entry), registered_on=entry.effective_on)
        for entry in registered(tx, as_of)
    ]
    entries = tx.at_desk(as_of, "", (FundingAgreed,))
    told = [_told(entry, entry.fact) for entry in entries if isinstance(entry.fact, FundingAgreed)]
    return FundersView(
        funders=funders, agreements=sorted(told, key=lambda one: (one.product_id, one.tier or "", one.from_on))
    )


def registered(tx: ReadTransaction, through: date = date.max) -> Iterator[DeskEntry]:
    """The registrations of funders by a day, in the order of their numbers."""
    return tx.at_desk(through, None, (FunderRegistered,))


def find_funder(tx: ReadTransaction, funder_id: str) -> FunderRow:
    """The funder of that number; `funder-unknown`, also for the lender itself where it is no funder of its own."""
    for entry in registered(tx):
        if entry.subject == funder_id:
            return FunderRow(funder_id=funder_id, name=_name(entry), registered_on=entry.effective_on)
    raise BaitiaoError("funder-unknown", funder_id=funder_id[:32])


def agreements(tx: ReadTransaction) -> list[Agreed]:
    """All that is agreed, as it is known now, in the order recorded."""
    entries = tx.at_desk(date.max, "", (FundingAgreed,))
    return [Agreed(entry.number, entry.fact) for entry in entries if isinstance(entry.fact, FundingAgreed)]


def _name(entry: DeskEntry) -> str:
    assert isinstance(entry.fact, FunderRegistered)
    return entry.fact.name


def _told(entry: DeskEntry, agreed: FundingAgreed) -> FundAnswer:
    return FundAnswer(
        record_id=entry.record_id,
        product_id=agreed.product_id,
        from_on=agreed.from_on,
        shares=agreed.shares,
        interest_shares=agreed.interest_shares,
        fee_shares=agreed.fee_shares,
        late_charge_shares=agreed.late_charge_shares,
        service_ppb=agreed.service_ppb,
        effective_on=entry.effective_on,
        tier=agreed.tier,
    )


FUNDER = Verb("funder", FunderAsked, FunderAnswer, register)
FUND = Verb("fund", FundAsked, FundAnswer, agree)
