"""What was agreed for a plan stays; a gap can be filled; each kind of money has its own shares."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.events import Event, Locked
from baitiao_cli.account.terms import Tier
from baitiao_cli.calc.rates import PPB
from baitiao_cli.desk.facts import FunderShare, FundingAgreed
from baitiao_cli.desk.funding.shares import Agreed, Weights, agreement_for, weights_of


def half(number: int, product_id: str, from_on: str, last_sequence: int, tier: Tier | None = None) -> Agreed:
    shares = (FunderShare(funder_id="F1", share_ppb=PPB // 2), FunderShare(funder_id="F2", share_ppb=PPB // 2))
    fact = FundingAgreed(
        product_id=product_id,
        from_on=date.fromisoformat(from_on),
        shares=shares,
        last_sequence=last_sequence,
        tier=tier,
    )
    return Agreed(number, fact)


@pytest.mark.parametrize(
    ("made_on", "sequence", "number"),
    [
        ("2026-06-30", 5, 0),  # before anything was agreed for
        ("2026-07-01", 11, 1),  # on the very day of the first
        ("2026-08-01", 25, 2),  # the latest day, recorded before the plan
        ("2026-08-01", 20, 1),  # recorded before the second: keeps the first, though its day is in the second's time
        ("2026-09-01", 31, 3),  # of two of one day the later
        ("2026-07-05", 8, 1),  # recorded before anything was agreed: the first that fills the gap
        ("2026-09-01", 9, 1),
    ],
)
def test_which_agreement_a_plan_is_of(made_on: str, sequence: int, number: int) -> None:
    agreements = [
        half(1, "inst", "2026-07-01", 10),
        half(2, "inst", "2026-08-01", 20),
        half(3, "inst", "2026-08-01", 30),
        half(4, "free", "2026-01-01", 30),
    ]
    made = Event(
        event_id="A1E2",
        account_id="A1",
        number=2,
        effective_on=date.fromisoformat(made_on),
        fact=Locked(),
        sequence=sequence,
    )
    assert agreement_for(agreements, "inst", "B", made).number == number


@pytest.mark.parametrize(
    ("tier", "made_on", "sequence", "number"),
    [
        ("D", "2026-09-01", 40, 2),  # for its tier, though one for any is of a later day
        ("C", "2026-09-01", 40, 3),  # nothing for its tier: the latest day of those for any
        ("D", "2026-07-15", 40, 1),  # before the day of its tier's
        ("D", "2026-09-01", 20, 1),  # recorded before that was agreed
        ("B", "2026-09-01", 40, 5),  # of two for its tier the later day
        ("B", "2026-09-01", 5, 1),  # recorded before anything was agreed: the first that fills the gap
        ("A", "2026-06-15", 5, 6),  # which may be one for its tier
        ("B", "2026-06-15", 5, 0),
    ],
)
def test_one_for_the_tier_goes_before_one_for_any(tier: Tier, made_on: str, sequence: int, number: int) -> None:
    agreements = [
        half(1, "inst", "2026-07-01", 10),
        half(2, "inst", "2026-08-01", 20, "D"),
        half(3, "inst", "2026-08-15", 30),
        half(4, "inst", "2026-07-20", 30, "B"),
        half(5, "inst", "2026-08-01", 30, "B"),
        half(6, "inst", "2026-06-01", 35, "A"),
    ]
    made = Event(
        event_id="A1E2",
        account_id="A1",
        number=2,
        effective_on=date.fromisoformat(made_on),
        fact=Locked(),
        sequence=sequence,
    )
    assert agreement_for(agreements, "inst", tier, made).number == number


def test_each_kind_has_its_shares_and_the_lender_its_service() -> None:
    """70/30 of principal, 20% service; F1 alone has the late charges: of 100: 56/24/20, late charges 80/20."""
    shares = (FunderShare(funder_id="F1", share_ppb=700_000_000), FunderShare(funder_id="F2", share_ppb=300_000_000))
    alone = (FunderShare(funder_id="F1", share_ppb=PPB),)
    agreed = FundingAgreed(
        product_id="inst",
        from_on=date(2026, 7, 1),
        shares=shares,
        late_charge_shares=alone,
        service_ppb=200_000_000,
        last_sequence=0,
    )
    assert weights_of(agreed, "principal").split(100) == {"F1": 70, "F2": 30}
    for kind in ("interest", "fee", "subsidy"):
        assert weights_of(agreed, kind).split(100) == {"F0": 20, "F1": 56, "F2": 24}
    assert weights_of(agreed, "late_charge").split(100) == {"F0": 20, "F1": 80}
    assert weights_of(agreed, "other").split(100) == {"F0": 100}


@given(
    total_fen=st.integers(-(10**12), 10**12),
    weights=st.lists(st.integers(1, 10**18), min_size=1, max_size=6),
)
def test_parts_sum_to_the_total_and_are_within_a_fen_of_the_exact_shares(total_fen: int, weights: list[int]) -> None:
    """Law: largest remainder, whatever the sign; nothing is split into nothing."""
    found = Weights(tuple(f"F{number}" for number in range(len(weights))), tuple(weights))
    parts = found.split(total_fen)
    assert sum(parts.values()) == total_fen
    for (funder_id, part), weight in zip(parts.items(), weights, strict=True):
        exact = Fraction(total_fen * weight, sum(weights))
        assert found.exact(total_fen, funder_id) == exact
        assert abs(part - exact) < 1
    assert set(found.split(0).values()) == {0}
    assert {funder_id: -part for funder_id, part in parts.items()} == found.split(-total_fen)
