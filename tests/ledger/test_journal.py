"""What is posted is what the fold says now less what was posted before."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.postings import ledger_balances, transfer
from baitiao_cli.ledger.journal import Correction, groups_to_book

COVERED = date(2026, 2, 1)
CORRECTION = Correction("A1E9", date(2026, 1, 20))


def test_new_days_are_booked_under_their_own_causes() -> None:
    lines = [
        *transfer(date(2026, 1, 6), "A1E2", "A1P1", "principal", "merchant_payable", 500),
        *transfer(date(2026, 2, 3), "bill 2026-02-03", "A1P1", "fee_receivable", "fee_income", 7),
        *transfer(date(2026, 2, 3), "bill 2026-02-03", "A1P2", "fee_receivable", "fee_income", 8),
        *transfer(date(2026, 2, 4), "A1E4", "A1P1", "cash", "fee_receivable", 7),
    ]
    posted = {("A1P1", "principal"): 500, ("A1P1", "merchant_payable"): -500}
    groups = groups_to_book(lines, COVERED, posted, CORRECTION)
    assert [(group.cause, group.effective_on) for group in groups] == [
        ("bill 2026-02-03", date(2026, 2, 3)),
        ("A1E4", date(2026, 2, 4)),
    ]


def test_what_differs_in_days_already_covered_is_one_group_of_the_event_that_changed_it() -> None:
    lines = transfer(date(2026, 1, 20), "A1E9", "A1P1", "cash", "principal", 30)
    posted = {("A1P1", "late_charge_receivable"): 4, ("A1P1", "late_charge_income"): -4}
    (group,) = groups_to_book(lines, COVERED, posted, CORRECTION)
    assert (group.cause, group.effective_on) == (CORRECTION.cause, CORRECTION.effective_on)
    assert group.sums == {
        ("A1P1", "cash"): 30,
        ("A1P1", "principal"): -30,
        ("A1P1", "late_charge_receivable"): -4,
        ("A1P1", "late_charge_income"): 4,
    }


transfers = st.lists(
    st.builds(
        lambda day, cause, plan, pair, amount: transfer(
            date(2026, 1, 25) + day * (COVERED - date(2026, 1, 31)), cause, plan, *pair, amount
        ),
        st.integers(0, 14),
        st.sampled_from(["A1E2", "A1E3", "bill"]),
        st.sampled_from(["", "A1P1", "A1P2"]),
        st.permutations(["cash", "principal", "fee_income"]).map(lambda names: names[:2]),
        st.integers(1, 2**53 - 1),
    ),
    max_size=8,
).map(lambda pairs: [line for pair in pairs for line in pair])


@given(before=transfers, now=transfers)
def test_booking_makes_the_journal_say_what_the_fold_says(before: list, now: list) -> None:
    """Laws 1 and 25: each group sums to zero; booking twice finds nothing the second time."""
    posted = ledger_balances([line for line in before if line.effective_on <= COVERED])
    groups = groups_to_book(now, COVERED, posted, CORRECTION)
    assert all(sum(group.sums.values()) == 0 and group.sums for group in groups)
    for group in groups:
        for key, amount in group.sums.items():
            posted[key] = posted.get(key, 0) + amount
    posted = {key: amount for key, amount in posted.items() if amount}
    assert posted == ledger_balances(now)
    assert groups_to_book(now, date(2026, 3, 1), posted, CORRECTION) == []
