"""The examples of the page `funding`, worked by hand, are what the engine says."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.verbs.tier import tier_of
from baitiao_cli.calc.rates import PPB
from baitiao_cli.desk.facts import FunderShare, FundingAgreed
from baitiao_cli.desk.funding.shares import weights_of
from baitiao_cli.messages.definitions import definition_of
from tests.laws.history import History, opened

SHARES = (FunderShare(funder_id="F1", share_ppb=700_000_000), FunderShare(funder_id="F2", share_ppb=300_000_000))
AGREED = FundingAgreed(
    product_id="inst", from_on=date(2026, 7, 1), shares=SHARES, service_ppb=150_000_000, last_sequence=0
)


def example(name: str) -> str:
    return definition_of("funding", name).example.in_language("en")


def test_shares_and_service() -> None:
    assert weights_of(AGREED, "principal").split(100_000) == {"F1": 70_000, "F2": 30_000}
    assert "700.00 of 1,000.00 lent, F2 300.00" in example("share")
    assert weights_of(AGREED, "fee").split(10_000) == {"F0": 1_500, "F1": 5_950, "F2": 2_550}
    assert "15.00 are F0's, 59.50 F1's and 25.50 F2's" in example("service")


def test_what_is_owed_and_money() -> None:
    principal = weights_of(AGREED, "principal")
    assert principal.split(100_001) == {"F1": 70_001, "F2": 30_000}
    assert "F1 has 700.01 and F2 300.00" in example("owed")
    assert principal.split(25_000 - 100_000)["F1"] == -52_500
    assert "-525.00" in example("money")
    assert principal.split(-90_000) == {"F1": -63_000, "F2": -27_000}
    assert "-630.00 of F1 and -270.00 of F2" in example("apart")
    assert principal.split(880)["F1"] == 616
    assert "6.16" in example("own")


def test_ties_go_to_the_lower_number() -> None:
    halves = tuple(FunderShare(funder_id=name, share_ppb=PPB // 2) for name in ("F1", "F2"))
    split = weights_of(FundingAgreed(product_id="x", from_on=date.min, shares=halves, last_sequence=0), "fee").split
    assert (split(5), split(10)) == ({"F1": 3, "F2": 2}, {"F1": 5, "F2": 5})
    assert "F1 has 0.03 and F2 0.02" in example("split")


def test_the_tier_of_a_plan() -> None:
    history = History([opened(date(2026, 7, 1))], date(2026, 7, 1))
    for day, tier in ((date(2026, 7, 15), "B"), (date(2026, 8, 1), "D")):
        history.today = day
        if tier == "D":
            history.set_tier(tier)
        made = history.buy("free", 600_00, 3)
        assert tier_of(history.events, made) == tier
    assert "bought on 2026-07-15 is of tier B for good, on 2026-08-01 of D" in example("tier-of-plan")
