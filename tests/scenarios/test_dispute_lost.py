"""Half a sofa in installments contested and lost: it is owed again from the next bill on, the time between is free.

Under Regulation Z (12 CFR 1026.13(g)) a customer who was not right owes the amount again and is told when it falls due;
there must be as much time to pay as a new purchase has.
"""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened


def test_half_a_sofa_contested_and_lost() -> None:
    # 2,400.00 in 6 of 400.00 + 14.40 (0.6%), due on the 12th from February on.
    history = History([opened(date(2024, 1, 12), bill_day=3, tier="B")])
    history.buy("inst", 2_400_00, 6)
    history.today = date(2024, 2, 12)
    history.repay(414_40)
    history.today = date(2024, 2, 20)
    contested = history.dispute("A1P1", 1_200_00, cause="not-as-described")
    # Rows 6, 5 and 4 are set aside with their fees; rows 2 and 3 go on as they were.
    assert history.account().disputes[contested.event_id].fees_dropped_fen == 3 * 14_40
    for on in (date(2024, 3, 12), date(2024, 4, 12)):
        history.today = on
        assert figures(history.account()).due_fen == 414_40
        history.repay(414_40)
    assert figures(history.account()).owed_fen == 0

    history.today = date(2024, 5, 20)
    history.lose(contested.event_id)
    # Five rows were to come on 20 February: 1,200.00 / 5 = 240.00, 1,200.00 x 0.6% = 7.20, from the bill of 3 June on.
    account = history.account()
    shown = row_outlooks(account.plans["A1P2"], account, history.today)
    assert [(row.principal_fen, row.fee_fen) for row in shown] == [(240_00, 7_20)] * 5
    assert shown[0].due_on == date(2024, 6, 12)
    assert (figures(account).owed_fen, figures(account).due_fen, figures(account).days_past_due) == (1_200_00, 0, 0)

    paid_fen = 3 * 414_40
    for month in (6, 7, 8, 9, 10):
        history.today = date(2024, month, 12)
        history.issue_bills()
        assert figures(history.account()).due_fen == 247_20
        history.repay(247_20)
        paid_fen += 247_20
    # All of the sofa, three fees of 14.40 and five of 7.20: 2,479.20 instead of 2,486.40 without the dispute.
    assert paid_fen == 2_400_00 + 3 * 14_40 + 5 * 7_20 == 2_479_20
    assert figures(history.account()).owed_fen == 0
    assert prove(history.events, history.today).differences == ()
