"""A bill was not paid for five weeks; what bills have asked for becomes 12 installments, and the account is current.

3,000.00 on the bill of 3 February 2024, due on the 12th, nothing paid. Carried at 0.05% a night, late at 0.015%. The
bill of 3 March adds 20 nights: 30.00 and 9.00; until 20 March 9 nights of 3,000.00 and 8 of 3,030.00: 25.62, 7.686.
"""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened

CHARGES_FEN = 30_00 + 9_00 + 25_62 + 7_69


def missed() -> History:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 3_000_00)
    history.today = date(2024, 3, 8)
    history.buy("month", 200_00)  # on the bill of 3 April
    history.today = date(2024, 3, 20)
    return history


def test_what_bills_have_asked_for_becomes_twelve_installments() -> None:
    history = missed()
    before = figures(history.account())
    assert (before.days_past_due, before.owed_fen) == (37, 3_200_00 + CHARGES_FEN)
    history.restructure_balance(12)

    now = figures(history.account())
    assert (now.owed_fen, now.used_fen, now.available_fen) == (before.owed_fen, 3_200_00, before.available_fen)
    assert (now.days_past_due, now.overdue_fen, now.loan_class) == (0, 0, "special-mention")
    assert (now.due_fen, now.next_due_on, now.next_due_fen) == (CHARGES_FEN, date(2024, 4, 12), 268_00 + 200_00 + 72_31)

    # 3,000.00 / 12 + 3,000.00 x 0.6% = 268.00; the charges so far have borne nothing; of the new purchase 10%.
    history.today = date(2024, 4, 12)
    april = statements(history.events, history.today)[-1].figures
    assert (april.interest_fen, april.late_charges_fen) == (25_62, 7_69)
    assert (april.amount_due_fen, april.minimum_due_fen) == (268_00 + 200_00 + 72_31, 268_00 + 20_00 + 72_31)
    history.repay(540_31)
    for month in range(11):
        year, number = divmod(2024 * 12 + 4 + month, 12)
        history.today = date(year, number + 1, 12)
        assert figures(history.account()).due_fen == 268_00
        history.repay(268_00)
    account = history.account()
    assert (figures(account).owed_fen, figures(account).loan_class) == (0, "normal")
    paid_fen = 540_31 + 11 * 268_00
    assert paid_fen == 3_200_00 + CHARGES_FEN + 12 * 18_00
    assert prove(history.events, date(2025, 4, 1)).differences == ()


def test_who_pays_nothing_again_is_late_from_the_first_installment() -> None:
    # Ten nights after 12 April: what revolves is 200.00 and 55.62 of interest, at 0.05% and 0.015%: 1.2781, 0.38343;
    # the installment 268.00 x 0.05% x 10 = 1.34.
    history = missed()
    history.restructure_balance(12)
    history.today = date(2024, 4, 22)
    now = figures(history.account())
    assert now.days_past_due == 10
    assert (now.owed.interest, now.owed.late_charge) == (30_00 + 25_62 + 1_28, 9_00 + 7_69 + 38 + 1_34)
    assert prove(history.events, history.today).differences == ()


def test_at_half_the_fee_with_the_charges_waived_and_a_part_sent_back() -> None:
    history = missed()
    history.restructure_balance(12, ppb=3_000_000)
    history.waive(CHARGES_FEN)
    history.today = date(2024, 3, 25)
    # 500.00 of the first purchase come back: the last two installments of 250.00 with their fees of 9.00.
    history.refund("A1P1", 500_00)
    account = history.account()
    rows = account.plans["A1P3"].rows
    assert [row.planned.total_fen for row in rows] == 10 * [259_00] + [0, 0]
    assert (figures(account).owed_fen, figures(account).due_fen) == (2_700_00, 0)
    assert prove(history.events, date(2024, 12, 1)).differences == ()
