"""Only the minimum is paid, three months running, until what is carried is under 300.00 and asked for whole."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened


def test_the_minimum_is_paid_three_months_running() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 3_000_00)
    history.today = date(2024, 2, 12)
    history.repay(300_00)  # 10% of 3,000.00

    # From 12 February 2,700.00 cost 1.35 a night: 20 nights to the bill.
    march = statements(history.events, date(2024, 3, 3))[-1].figures
    assert (march.interest_fen, march.late_charges_fen) == (27_00, 0)
    assert (march.amount_due_fen, march.minimum_due_fen) == (2_727_00, 297_00)  # 270.00 + 27.00
    history.today = date(2024, 3, 12)
    history.repay(297_00)
    # Nine nights since the bill, 12.15, were asked for and paid with the 27.00: 39.15 of interest, 257.85 of principal.
    now = figures(history.account())
    assert (now.owed.principal, now.owed.interest) == (2_442_15, 0)
    assert now.days_past_due == 0

    # The cycle's interest is rounded once: 12.15 and 22 nights of 2,442.15 x 0.05% = 26.86365: 39.01 in all, of which
    # 12.15 are paid. The minimum: 10% of 2,442.15 = 244.215, half up 244.22, and 26.86.
    april = statements(history.events, date(2024, 4, 3))[-1].figures
    assert (april.interest_fen, april.repayments_fen) == (39_01, -297_00)
    assert (april.amount_due_fen, april.minimum_due_fen) == (2_442_15 + 26_86, 244_22 + 26_86)
    history.today = date(2024, 4, 12)
    history.repay(271_08)
    # Nine nights at 1.221075 are 10.989675: 10.99. 26.86 + 10.99 = 37.85 of interest, 233.23 of principal.
    now = figures(history.account())
    assert (now.owed.principal, now.owed.interest, now.days_past_due) == (2_208_92, 0, 0)
    assert prove(history.events, history.today).differences == ()


def test_a_carried_part_under_300_is_asked_for_whole() -> None:
    # 320.00 bought, 32.00 paid: 288.00 carried for 20 nights cost 2.88. 288.00 are under 300.00: all is asked for.
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 320_00)
    history.today = date(2024, 2, 12)
    history.repay(32_00)
    history.today = date(2024, 2, 20)
    history.buy("month", 1_000_00)
    march = statements(history.events, date(2024, 3, 3))[-1].figures
    assert (march.interest_fen, march.amount_due_fen) == (2_88, 1_290_88)
    assert march.minimum_due_fen == 288_00 + 100_00 + 2_88  # all that is carried, 10% of the purchase, the interest

    # At exactly 300.00 it is 10% again: of 333.33 the minimum is 33.33 (33.333), which leaves 300.00 to carry.
    edge = History([opened(date(2024, 1, 12), bill_day=3)])
    edge.buy("month", 333_33)
    edge.today = date(2024, 2, 12)
    edge.repay(33_33)
    march = statements(edge.events, date(2024, 3, 3))[-1].figures
    assert (march.interest_fen, march.minimum_due_fen) == (3_00, 30_00 + 3_00)
    assert prove(edge.events, date(2024, 3, 3)).differences == ()


def test_one_minimum_is_missed_between_two_that_are_paid() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 3_000_00)
    history.today = date(2024, 2, 12)
    history.repay(300_00)
    # March asks for 297.00 (above) and gets nothing. From its due date the 27.00 are carried, too: 12 to 3 April, 22
    # nights of 2,727.00: interest 9 x 1.35 + 22 x 1.3635 = 42.147, late charge 22 x 2,727.00 x 0.015% = 8.9991.
    history.today = date(2024, 3, 20)
    assert figures(history.account()).days_past_due == 8
    assert figures(history.account()).overdue_fen == 297_00
    april = statements(history.events, date(2024, 4, 3))[-1].figures
    assert (april.interest_fen, april.late_charges_fen) == (42_15, 9_00)
    assert april.amount_due_fen == april.minimum_due_fen == 2_700_00 + 27_00 + 42_15 + 9_00
    history.today = date(2024, 4, 3)
    history.repay(april.minimum_due_fen)
    now = figures(history.account())
    assert (now.owed_fen, now.days_past_due, now.overdue_fen) == (0, 0, 0)
    assert prove(history.events, history.today).differences == ()
