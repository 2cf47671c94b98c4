"""`funding PLAN`: whose is what of one plan, every posting of it split, each share to the fraction."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import product

import msgspec

from baitiao_cli.account.terms import Tier
from baitiao_cli.account.verbs.tier import tiers_of_plans
from baitiao_cli.actions.desk.funders import agreements
from baitiao_cli.desk.facts.funding import FundingAgreed
from baitiao_cli.desk.funding.shares import Agreed, funding_of, weights_of
from baitiao_cli.desk.funding.split import KINDS, Row, split_rows
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction

SIDES = ("owed", "apart", "money", "result")


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What is a funder's of an amount, in whole fen."""

    funder_id: str
    amount_fen: int


class SplitRow(msgspec.Struct, frozen=True, kw_only=True):
    """What one cause changed of one kind and side of the plan, and whose it is."""

    effective_on: date
    cause: str
    kind: str
    side: str
    what: str
    amount_fen: int
    parts: list[Part]


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """Of what a plan comes to, one funder's share: exactly, and in whole fen.

    `share` and `exact` (in fen) are fractions as text; "" where the `side` is result, which is not split by itself.
    """

    kind: str
    side: str
    total_fen: int
    funder_id: str
    share: str
    exact: str
    amount_fen: int


class FundingView(msgspec.Struct, frozen=True, kw_only=True):
    """A plan, its tier, what was agreed for it (`None`: the lender is alone), its totals by funder, its postings."""

    plan_id: str
    account_id: str
    product_id: str
    tier: Tier
    agreed: FundingAgreed | None
    record_id: str
    shares: list[Share]
    postings: list[SplitRow]


def show_funding(tx: ReadTransaction, plan_id: str, as_of: date) -> FundingView:
    """The funding of a plan as of a day, by what is agreed now; `plan-unknown`, `plan-elsewhere`."""
    account_id = tx.account_of_plan(plan_id)
    book = tx.book(account_id)
    account = book.account(as_of)
    plan = account.plans.get(plan_id)
    if plan is None:
        plans = ", ".join(account.plans) or "-"
        raise BaitiaoError("plan-elsewhere", plan_id=plan_id, account_id=account_id, plans=plans)
    funding = funding_of(account, book.events, agreements(tx))
    rows = [row for row in split_rows(account, funding) if row.plan_id == plan_id]
    agreed = funding[plan_id]
    return FundingView(
        plan_id=plan_id,
        account_id=account_id,
        product_id=plan.terms.product_id,
        tier=tiers_of_plans(account, book.events)[plan_id],
        agreed=agreed.fact if agreed.number else None,
        record_id=f"D{agreed.number}" if agreed.number else "",
        shares=_shares(rows, agreed),
        postings=_by_cause(rows),
    )


def _shares(rows: Iterable[Row], agreed: Agreed) -> list[Share]:
    """What the plan comes to, by kind, side and funder; what is earned or lost is what the other sides leave."""
    totals: Counter[tuple[str, str]] = Counter()
    parts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        for side in (row.side, "result"):
            totals[row.kind, side] += row.amount_fen
            parts[row.kind, side].update(row.parts)
    found = []
    for kind, side in product(KINDS, SIDES):
        total_fen, of_side = totals[kind, side], parts[kind, side]
        if not total_fen and not any(of_side.values()):
            continue
        weights, is_split = weights_of(agreed.fact, kind), side != "result"
        found += [
            Share(
                kind=kind,
                side=side,
                total_fen=total_fen,
                funder_id=funder_id,
                share=str(Fraction(weight, sum(weights.weights))) if is_split else "",
                exact=str(weights.exact(total_fen, funder_id)) if is_split else "",
                amount_fen=of_side[funder_id],
            )
            for funder_id, weight in zip(weights.funder_ids, weights.weights, strict=True)
        ]
    return found


def _by_cause(rows: Iterable[Row]) -> list[SplitRow]:
    """The rows, those of one day, cause, kind, side and sort made one."""
    sums: dict[tuple[date, str, str, str, str], Counter[str]] = {}
    for row in rows:
        key = (row.effective_on, row.cause, row.kind, row.side, row.what)
        sums.setdefault(key, Counter()).update(row.parts)
    return [
        SplitRow(
            effective_on=effective_on,
            cause=cause,
            kind=kind,
            side=side,
            what=what,
            amount_fen=sum(parts.values()),
            parts=[Part(funder_id=funder_id, amount_fen=fen) for funder_id, fen in parts.items()],
        )
        for (effective_on, cause, kind, side, what), parts in sums.items()
        if any(parts.values())
    ]
