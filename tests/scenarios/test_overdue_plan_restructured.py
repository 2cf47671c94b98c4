"""Three installments were missed; what is left becomes 24 smaller ones, and the account is current again."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened


def missed() -> History:
    """2,400.00 in 12 at 0.6%: 200.00 + 14.40 a month, due on 12 February, March and April 2024; nothing is paid."""
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 2_400_00, 12)
    history.today = date(2024, 4, 20)
    return history


def test_an_overdue_plan_becomes_24_installments() -> None:
    # Late at 0.05% a night: 214.40 for 68, 39 and 8 nights: 7.2896, 4.1808, 0.8576 -> 7.29 + 4.18 + 0.86 = 12.33.
    history = missed()
    before = figures(history.account())
    assert (before.days_past_due, before.overdue_fen) == (68, 3 * 214_40 + 12_33)
    assert before.owed_fen == 2_400_00 + 3 * 14_40 + 12_33

    history.restructure("A1P1", 24)
    now = figures(history.account())
    assert (now.owed_fen, now.used_fen) == (before.owed_fen, before.used_fen)
    assert (now.days_past_due, now.overdue_fen) == (0, 0)
    # The charges so far, 43.20 + 12.33, are due with the first new installment: 100.00 + 2,400.00 x 0.6% = 114.40.
    assert (now.due_fen, now.next_due_on) == (55_53, date(2024, 5, 12))
    plan = history.account().plans["A1P1"]
    assert [(row.number, row.due_on, row.planned.total_fen) for row in plan.unbilled_rows][::23] == [
        (4, date(2024, 5, 12), 114_40),
        (27, date(2026, 4, 12), 114_40),
    ]
    assert history.account().eased_on == date(2024, 4, 20)

    # No interest on interest: by 12 May nothing has been added to the 55.53; the bill of 3 May asks for all of it.
    history.today = date(2024, 5, 12)
    bill = statements(history.events, history.today)[-1].figures
    assert (bill.amount_due_fen, bill.minimum_due_fen) == (55_53 + 114_40, 55_53 + 114_40)
    history.repay(169_93)
    for month in range(23):
        year, number = divmod(2024 * 12 + 5 + month, 12)
        history.today = date(year, number + 1, 12)
        history.repay(114_40)
        assert figures(history.account()).days_past_due == 0
    account = history.account()
    assert (figures(account).owed_fen, account.plans["A1P1"].settled_on) == (0, date(2026, 4, 12))
    fees_fen = sum(line.amount_fen for line in account.postings if line.ledger_account == "fee_income")
    assert fees_fen == -(3 * 14_40 + 24 * 14_40)
    assert prove(history.events, date(2026, 5, 1)).differences == ()


def test_at_half_the_fee_with_the_charges_waived() -> None:
    history = missed()
    history.waive(55_53, plan_id="A1P1")
    history.restructure("A1P1", 24, 3_000_000)
    now = figures(history.account())
    assert (now.owed_fen, now.due_fen, now.next_due_fen) == (2_400_00, 0, 107_20)  # 100.00 + 2,400.00 x 0.3%
    assert prove(history.events, date(2025, 1, 1)).differences == ()


def test_who_misses_the_first_one_again_is_late_from_its_due_date() -> None:
    # On 22 May ten nights late: 114.40 x 0.05% x 10 = 0.572 -> 0.57; the fees of three rows, 14.40 each, would cost
    # 0.72 fen a night, so one: 0.10 besides the 7.2896, 4.1808 and 0.8576 that had run, so 7.39, 4.28 and 0.96.
    history = missed()
    history.restructure("A1P1", 24)
    history.today = date(2024, 5, 22)
    now = figures(history.account())
    assert (now.days_past_due, now.owed.late_charge) == (10, 57 + 739 + 428 + 96)
    assert prove(history.events, date(2024, 5, 22)).differences == ()
