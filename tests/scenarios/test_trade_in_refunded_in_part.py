"""A phone is bought with an old one traded in and a down payment; a part of it goes back, as far as it was financed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from baitiao_cli.actions.accrue import ACCRUE
from baitiao_cli.actions.charge import CHARGE
from baitiao_cli.actions.merchants import show_merchant
from baitiao_cli.actions.open import OPEN
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.purchases import report_purchases
from baitiao_cli.actions.refund import REFUND
from baitiao_cli.actions.register import REGISTER
from baitiao_cli.actions.repay import REPAY
from baitiao_cli.actions.schedule import schedule
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.store import Ledger


def test_a_phone_with_a_trade_in_is_refunded_in_part(tmp_path: Path) -> None:
    ledger = Ledger.create(tmp_path / "ledger.db", now="2026-01-05T01:00:00Z")

    def do(on: date, verb: Verb, **asked: object):
        call = Call(today=on, now=f"{on}T02:00:00Z", operator="shop")
        return perform(ledger, verb, verb.asked(**asked), call)

    # Of 6,000.00 1,200.00 are traded in and 1,500.00 paid down: 3,300.00 are financed, in 6 of 550.00 with a fee of
    # 0.6% of 3,300.00 = 19.80 each, due on the 12th from February on.
    do(date(2026, 1, 5), OPEN, name="李雷", limit_fen=2_000_000, bill_day=3)
    do(date(2026, 1, 5), REGISTER, merchant="Phone shop", discount_ppb=5_000_000)  # 0.5%
    bought = do(
        date(2026, 1, 8),
        CHARGE,
        account_id="A1",
        amount_fen=6_000_00,
        trade_in_fen=1_200_00,
        down_payment_fen=1_500_00,
        installments=6,
        merchant="Phone shop",
        order_id="T-1",
    )
    assert bought.financed_fen == 3_300_00
    assert [(row.principal_fen, row.fee_fen) for row in bought.rows] == [(550_00, 19_80)] * 6
    assert bought.account.available_fen == 16_700_00
    do(date(2026, 2, 3), ACCRUE)
    assert do(date(2026, 2, 12), REPAY, account_id="A1", amount_fen=569_80).account.due_fen == 0

    # 800.00 come back: all of row 6, 550.00, and 250.00 of row 5. The fee of row 6 falls, that of row 5 in proportion:
    # 19.80 x 300 / 550 = 10.80.
    refund = do(date(2026, 2, 20), REFUND, plan_id="A1P1", amount_fen=800_00)
    assert [(part.number, part.amount_fen) for part in refund.parts] == [(6, 550_00), (5, 250_00)]
    assert refund.fees_dropped_fen == 19_80 + 9_00
    assert refund.account.used_fen == 1_950_00  # 3,300.00 - 550.00 - 800.00

    # What was never financed is between the shop and its customer: 3,300.00 - 800.00 at most can still come back.
    with pytest.raises(BaitiaoError, match="refund-exceeds-purchase") as refusal:
        do(date(2026, 2, 20), REFUND, plan_id="A1P1", amount_fen=2_500_01)
    assert refusal.value.details["left_fen"] == 2_500_00

    paid_fen = 569_80
    for month, due_fen in ((3, 569_80), (4, 569_80), (5, 569_80), (6, 310_80)):  # 300.00 + 10.80
        do(date(2026, month, 3), ACCRUE)
        after = do(date(2026, month, 12), REPAY, account_id="A1", amount_fen=due_fen).account
        assert (after.due_fen, after.credit_fen) == (0, 0)
        paid_fen += due_fen
    # 2,590.00 = 2,500.00 and the fees 4 x 19.80 + 10.80 = 90.00.
    assert (after.owed_fen, paid_fen) == (0, 2_590_00)

    with ledger.read() as tx:
        assert schedule(tx, "A1P1", date(2026, 6, 12)).settled_on == date(2026, 6, 12)
        shop = show_merchant(tx, "Phone shop", None, date(2026, 6, 12))
        report = report_purchases(tx, "merchant", None, date(2026, 6, 12))
    # The discount is of what is financed and stays so: 3,300.00 x 0.5% = 16.50, of which 16.50 x 800 / 3,300 = 4.00
    # come back: 2,500.00 - 12.50.
    assert [line.net_fen for line in shop.lines] == [3_283_50, -796_00]
    assert shop.net_fen == 2_487_50
    (row,) = report.rows
    assert (row.amount_fen, row.own_fen, row.financed_fen, row.refunds_fen) == (
        *(6_000_00, 2_700_00),
        *(3_300_00, 800_00),
    )
    assert check_ledger(ledger, full=True) == []
