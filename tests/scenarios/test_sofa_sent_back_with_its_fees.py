"""A sofa whose shop lets fees be returned: sent back in two pieces, one before and one after it was paid off."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.proof import prove
from baitiao_cli.products.catalogue import find_product
from tests.laws.history import PRODUCTS, History, opened


def back(account: Account) -> list[tuple[int, int]]:
    """Of each refund the fees that fell and those that were returned."""
    return [(refund.fees_dropped_fen, refund.fees_returned_fen) for refund in account.refunds]


def test_a_sofa_sent_back_in_two_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PRODUCTS, "inst", replace(find_product("inst"), refund_fees="return"))
    # 3,000.00 in 6 of 500.00 + 18.00 (0.6%), due on the 12th from February on.
    history = History([opened(date(2024, 1, 12), bill_day=3, tier="B")])
    history.buy("inst", 3_000_00, 6)
    for on in (date(2024, 2, 12), date(2024, 3, 12)):
        history.today = on
        history.repay(518_00, means="card")

    history.today = date(2024, 3, 20)
    history.refund("A1P1", 750_00)
    # Row 6 falls away and half of row 5: 18.00 + 9.00. A quarter of the purchase, and so of two paid fees: 9.00.
    assert back(history.account()) == [(27_00, 9_00)]
    assert [(part.means, part.amount_fen) for part in history.account().refunds[0].returns] == [("card", 9_00)]
    # Rows 3 and 4 of 500.00 and half of row 5 are left.
    assert (figures(history.account()).owed_fen, figures(history.account()).due_fen) == (1_250_00, 0)

    history.today = date(2024, 4, 12)
    assert figures(history.account()).due_fen == 518_00
    history.pay_off("A1P1")  # row 3 with its fee, 750.00 ahead of time with the fee of the next period: 1,286.00
    assert figures(history.account()).owed_fen == 0

    history.today = date(2024, 5, 20)
    history.refund("A1P1", 2_250_00)
    # All that was left: fees of 18.00 were paid four times, 9.00 of them are returned: 63.00 go back besides.
    assert back(history.account()) == [(27_00, 9_00), (0, 63_00)]
    returned = [part.amount_fen for part in history.account().refunds[1].returns]
    # The payoff of 1,286.00; that of March, less the 9.00 that went back: 509.00; that of February: 518.00.
    assert returned == [1_286_00, 509_00, 518_00]
    assert sum(returned) == 2_250_00 + 63_00

    # The customer has paid nothing for what came back, the shop owes all of it, and nothing was earned.
    paid_fen = 2 * 518_00 + 1_286_00
    assert paid_fen == 9_00 + sum(returned)
    books = ledger_balances(history.account().postings)
    assert books["A1P1", "merchant_refunds"] == 3_000_00
    assert ("A1P1", "fee_income") not in books
    assert prove(history.events, history.today).differences == ()
