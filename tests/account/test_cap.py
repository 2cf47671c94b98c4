"""The annual cap on what is left of a plan after a prepayment or a refund."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.cap import is_flagged
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import PRODUCTS, History, opened


def test_a_prepayment_leaves_no_fee_of_the_larger_loan_on_the_small_rest() -> None:
    # 12,000 in 12 at 1% a period on 10 January, due from 12 February on; 11,000 prepaid a day later, shorter term:
    # 1,000 are left for 32 nights. Cap: 24% x (12,000 x 1 + 1,000 x 32) / 365 = 28.93 instead of a fee of 120.00.
    history = History([opened(date(2026, 1, 10), tier="D")])
    history.buy("inst", 12_000_00, 12)
    history.today = date(2026, 1, 11)
    history.prepay("A1P1", 11_000_00, "shorter-term")
    (row,) = [row for row in history.account().plans["A1P1"].rows if not row.is_billed]
    assert (row.planned.principal, row.planned.fee, row.due_on) == (1_000_00, 28_93, date(2026, 2, 12))


def test_a_refund_leaves_no_fee_of_the_larger_loan_on_the_small_rest() -> None:
    # The same loan, 11,000 refunded on its first day: 24% x 1,000 x 33 / 365 = 21.69...
    history = History([opened(date(2026, 1, 10), tier="D")])
    history.buy("inst", 12_000_00, 12)
    history.refund("A1P1", 11_000_00)
    (row,) = [row for row in history.account().plans["A1P1"].rows if not row.is_billed]
    assert (row.planned.principal, row.planned.fee) == (1_000_00, 21_69)


def test_within_the_cap_the_next_fee_stays_whole() -> None:
    # 0.6% a period: half of it prepaid costs the next fee of 72.00 in full, and six of 1,000 and 72.00 in all.
    history = History([opened(date(2026, 1, 10))])
    history.buy("inst", 12_000_00, 12)
    history.today = date(2026, 1, 25)
    history.prepay("A1P1", 6_000_00, "shorter-term")
    rows = [row for row in history.account().plans["A1P1"].rows if not row.is_billed]
    assert [(row.planned.principal, row.planned.fee) for row in rows] == [(1_000_00, 72_00)] * 6


def test_a_product_that_only_flags_plans_above_the_cap_tells_which_are(monkeypatch: pytest.MonkeyPatch) -> None:
    # 1.2% a period: 12 of them cost 25.6% a year, 3 of them 21.5% (RULES, section 8); the cap is 24%.
    dear = replace(PRODUCTS["inst"], id="dear fee", rate_ppb_by_tier=dict.fromkeys("ABCD", 12_000_000))
    monkeypatch.setitem(PRODUCTS, "dear fee", dear)
    with pytest.raises(BaitiaoError, match="rate-above-cap") as refused:
        History().buy("dear fee", 1_200_00, 12)
    assert (refused.value.details["product_id"], refused.value.details["cap_pct"]) == ("dear fee", "24.00")
    assert 25 < float(str(refused.value.details["simple_pct"])) < 26
    monkeypatch.setitem(PRODUCTS, "dear fee", replace(dear, above_cap="flag"))
    history = History()
    history.buy("dear fee", 1_200_00, 12)
    history.buy("dear fee", 1_200_00, 3)
    assert [is_flagged(plan) for plan in history.account().plans.values()] == [True, False]
    history = History()
    history.buy("inst", 1_200_00, 12)
    assert not is_flagged(history.account().plans["A1P1"])


def test_without_a_cap_the_fee_of_the_larger_loan_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    # As above, 11,000 refunded on the first day, but no cap lowers the fee of the row of 1,000.
    monkeypatch.setitem(PRODUCTS, "no cap", replace(PRODUCTS["inst"], id="no cap", annual_caps=(), annual_cap_ppb=0))
    history = History([opened(date(2026, 1, 10), tier="D")])
    history.buy("no cap", 12_000_00, 12)
    history.refund("A1P1", 11_000_00)
    (row,) = [row for row in history.account().plans["A1P1"].rows if not row.is_billed]
    assert (row.planned.principal, row.planned.fee) == (1_000_00, 120_00)
