"""Which agreement a plan is funded by, and what of each kind of its money is whose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import PLAN_MAKERS, Event
from baitiao_cli.account.terms import Tier
from baitiao_cli.account.verbs.tier import origins, tier_of
from baitiao_cli.calc.money import split_by_weight
from baitiao_cli.calc.rates import PPB
from baitiao_cli.desk.facts.funding import FunderShare, FundingAgreed

LENDER = "F0"
"""The lender itself: it funds what nobody else does."""

SHARED_KINDS = ("principal", "interest", "fee", "late_charge")
"""The kinds of money that an agreement may share each in its own way."""

ALONE = FundingAgreed(
    product_id="", from_on=date.min, shares=(FunderShare(funder_id=LENDER, share_ppb=PPB),), last_sequence=0
)
"""What holds where nothing was agreed."""


class Agreed(NamedTuple):
    """An agreement and the number of its fact; 0 where nothing was agreed: the lender funds alone."""

    number: int
    fact: FundingAgreed


NOTHING_AGREED = Agreed(0, ALONE)


def number_of(funder_id: str) -> int:
    """The number of a funder.

    >>> number_of("F12")
    12
    """
    return int(funder_id[1:])


class Weights(NamedTuple):
    """Whole weights of those who share in one kind of money, in the order of their numbers."""

    funder_ids: tuple[str, ...]
    weights: tuple[int, ...]

    def exact(self, total_fen: int, funder_id: str) -> Fraction:
        """A funder's exact share of a total, in fen."""
        found = dict(zip(self.funder_ids, self.weights, strict=True))
        return Fraction(total_fen * found.get(funder_id, 0), sum(self.weights))

    def split(self, total_fen: int) -> dict[str, int]:
        """A total in whole fen by funder: by largest remainder, ties to the lower number; the parts sum to the total.

        A negative total is split like the positive one, with the sign. Each part is within one fen of the exact share.

        >>> Weights(("F1", "F2"), (7, 3)).split(101)  # 70.7 and 30.3: the fen left over goes to the larger remainder
        {'F1': 71, 'F2': 30}
        >>> Weights(("F1", "F2"), (1, 1)).split(-5)
        {'F1': -3, 'F2': -2}
        """
        sign = -1 if total_fen < 0 else 1
        parts = split_by_weight(abs(total_fen), list(self.weights))
        return {funder_id: sign * part for funder_id, part in zip(self.funder_ids, parts, strict=True)}


def weights_of(agreed: FundingAgreed, kind: str) -> Weights:
    """What of a kind of money is whose: see the kinds in `split`; a charge has the lender's service share in it.

    Principal goes by the shares; interest, fees and late charges by their own shares, or else those of principal, of
    what the service share leaves; a merchant's subsidy, which stands for interest, as interest. All else is the
    lender's. Nothing is rounded: weights are whole numbers.

    >>> one = FunderShare(funder_id="F1", share_ppb=PPB)
    >>> agreed = FundingAgreed(
    ...     product_id="three", from_on=date(2026, 1, 5), shares=(one,), service_ppb=PPB // 5, last_sequence=0
    ... )
    >>> weights_of(agreed, "fee").exact(1000, "F1"), weights_of(agreed, "fee").exact(1000, "F0")
    (Fraction(800, 1), Fraction(200, 1))
    """
    kind = "interest" if kind == "subsidy" else kind
    if kind not in SHARED_KINDS:
        return Weights((LENDER,), (1,))
    shares = agreed.shares if kind == "principal" else getattr(agreed, f"{kind}_shares") or agreed.shares
    service_ppb = 0 if kind == "principal" else agreed.service_ppb
    found = {share.funder_id: share.share_ppb * (PPB - service_ppb) for share in shares}
    found[LENDER] = found.get(LENDER, 0) + service_ppb * PPB
    ids = tuple(sorted((funder_id for funder_id, weight in found.items() if weight), key=number_of))
    return Weights(ids, tuple(found[funder_id] for funder_id in ids))


def agreement_for(agreements: Sequence[Agreed], product_id: str, tier: Tier, made: Event) -> Agreed:
    """What was agreed for a plan of a product and a tier that an event made; `agreements` in the order recorded.

    Of those for its product, and for its tier or any, from its day or an earlier one: of what was agreed before the
    plan was recorded, one for its tier before one for any; of these the one of the latest day, and of two of one day
    the later. Where nothing was, the first that was agreed afterwards for a time that the plan is in. So what was once
    agreed for a plan never changes, and a gap can be filled.
    """
    fitting = [
        agreed
        for agreed in agreements
        if agreed.fact.product_id == product_id
        and agreed.fact.tier in (None, tier)
        and agreed.fact.from_on <= made.effective_on
    ]
    before = [agreed for agreed in fitting if agreed.fact.last_sequence < made.sequence]
    if before:
        return max(before, key=lambda agreed: (agreed.fact.tier is not None, agreed.fact.from_on, agreed.number))
    return min(fitting, key=lambda agreed: agreed.number, default=NOTHING_AGREED)


def funding_of(account: Account, events: Iterable[Event], agreements: Sequence[Agreed]) -> Mapping[str, Agreed]:
    """By plan, and "" for the line itself, what was agreed for it.

    A plan that a bill became, or a restructured balance, is of its own product, day and tier. What is owed again after
    a dispute was lost goes on as its purchase was funded. What is charged on the line itself, on what bills carried, is
    of no purchase: it goes as the account's first purchase that revolves.
    """
    events = list(events)
    found = dict.fromkeys(account.plans, NOTHING_AGREED)
    for plan_id, event in origins(account, events).items() if agreements else ():
        assert isinstance(event.fact, PLAN_MAKERS)
        product_id = account.plans[event.fact.plan_id].terms.product_id
        found[plan_id] = agreement_for(agreements, product_id, tier_of(events, event), event)
    revolving = (plan_id for plan_id, plan in account.plans.items() if plan.terms.revolving)
    found[""] = found.get(next(revolving, ""), NOTHING_AGREED)
    return found
