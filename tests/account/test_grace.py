"""Within the grace days nothing is late: what was running is dropped, and what is told of it is nothing."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.explain.account import explain_account
from baitiao_cli.account.views.explain.payoff import explain_payoff
from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.proof import prove
from tests.laws.history import GRACE_LINE, History, opened


def test_nights_before_a_minimum_that_was_met_within_grace_cost_nothing_later() -> None:
    # 500.00 on the bill of 3 February, paid in full; 1,000.00 on that of 3 March, of which 100.00 come on 14 March, two
    # nights after the due date: 1.00 of interest, 99.00 of principal. 901.00 for 20 nights until 3 April: 9.01.
    history = History([opened(line=GRACE_LINE)])
    history.buy("month", 500_00)
    history.buy("month", 1_000_00, on=date(2024, 2, 5))
    history.repay(500_00, on=date(2024, 2, 10))
    history.repay(100_00, on=date(2024, 3, 14))
    history.today = date(2024, 4, 16)
    account = history.account()
    assert [bill.minimum_met_on for bill in account.bills] == [date(2024, 2, 10), date(2024, 3, 14), None]
    # The next minimum is missed: four nights of 901.00 + 9.01 at 0.015%, 0.546; those of March are not in it.
    assert figures(account).owed.late_charge == 55
    before = figures(history.account(date(2024, 4, 15)))
    assert (before.owed.late_charge, before.days_past_due) == (0, 0)
    assert figures(account).days_past_due == 4
    # What was met in time asks for a tenth: 90.10 of the 901.00 that are carried, and their interest.
    assert account.bills[2].figures.minimum_due_fen == 90_10 + 9_01
    assert prove(history.events, history.today).differences == ()


def test_the_last_day_of_grace_is_one() -> None:
    # As above, but the 100.00 come on 15 March, the third and last night: 1.50 of interest, 98.50 of principal. 901.50
    # for 19 nights until 3 April: 8.564. Of the next, missed minimum four nights of 910.06 at 0.015%: 0.546.
    history = History([opened(line=GRACE_LINE)])
    history.buy("month", 500_00)
    history.buy("month", 1_000_00, on=date(2024, 2, 5))
    history.repay(500_00, on=date(2024, 2, 10))
    history.repay(100_00, on=date(2024, 3, 15))
    history.today = date(2024, 4, 16)
    account = history.account()
    assert [bill.minimum_met_on for bill in account.bills] == [date(2024, 2, 10), date(2024, 3, 15), None]
    assert (figures(account).owed.principal, figures(account).owed.late_charge) == (901_50, 55)


def test_a_minimum_within_grace_is_not_told_as_missing() -> None:
    # 1,000.00 and the first of 12 installments of 100.00 + 7.20 are due on 12 February. A day later the installment is
    # late, of the purchase three more days are left; its interest of the night, 0.50, is paid before the installment.
    history = History([opened(line=GRACE_LINE)])
    history.buy("month", 1_000_00)
    history.buy("inst", 1_200_00, 12)
    for day, late_fen, missing in ((13, 5, []), (15, 16, []), (16, 21, [100_00])):  # 107.20 x 0.05%: 0.0536 a night
        account = history.account(date(2024, 2, day))
        (overdue,) = [figure for figure in explain_account(account) if figure.figure == "overdue"]
        assert [line.exact for line in overdue.lines if line.rule == "minimum-missing"] == missing
        if not missing:
            now = figures(account)
            assert (now.overdue_fen, now.cure_fen) == (107_20 + late_fen, 107_20 + late_fen + 50 * (day - 12))
            assert overdue.amount_fen == now.overdue_fen


def test_what_is_left_of_a_minimum_may_be_one_fen() -> None:
    # 200.00, its minimum 20.00 is paid: the 180.00 that are carried are all of the next minimum, with their interest
    # of 20 nights, 1.80. A fen of it is missing.
    history = History()
    history.buy("month", 200_00)
    history.repay(20_00, on=date(2024, 2, 12))
    history.today = date(2024, 3, 5)
    assert history.account().bills[-1].figures.minimum_due_fen == 181_80
    for missing_fen, days in ((1, 1), (0, 0)):
        history.today = date(2024, 3, 5)
        history.repay(181_79 if missing_fen else 1)
        assert figures(history.account(date(2024, 3, 13))).days_past_due == days


def test_a_least_night_within_grace_is_told_and_taken_off() -> None:
    # 10.72 a month at 0.05%: half a fen a night, for which the least is a fen. 30 nights of the first, one of the next.
    history = History([opened(line=GRACE_LINE)])
    history.buy("grace", 120_00, 12)
    _, found = explain_payoff(history.account(date(2024, 3, 13)), date(2024, 3, 13), "A1P1")
    (late,) = [one for one in found if one.figure == "late_charge"]
    assert [(line.rule, line.exact) for line in late.lines] == [
        ("late-night-floor", 30),
        ("late-night-floor", 1),
        ("within-grace", -1),
    ]
