"""The annual cap on what is left of a plan after a prepayment or a refund."""

from __future__ import annotations

from datetime import date

from tests.laws.history import History, opened


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
