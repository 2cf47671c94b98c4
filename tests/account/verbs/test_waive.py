"""What may be waived, in which order, and what that does to the minimum."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.installment import Parts
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.account.test_allocation import parts
from tests.laws.history import History


def late() -> History:
    """Rows of 100.00 + 1.80 due on 12 February and 12 March, nothing paid. On 12 March 101.80 x 0.05% x 29 = 1.4761."""
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 3, 12)
    return history


def test_late_charge_first_then_fees_oldest_first() -> None:
    history = late()
    event = history.waive(4_00)
    assert parts(history, event) == [
        ("A1P1", 1, "late_charge", 1_48),
        ("A1P1", 1, "fee", 1_80),
        ("A1P1", 2, "fee", 72),
    ]
    assert owed_parts(history.account()) == Parts(principal=300_00, fee=1_08)


def test_only_the_charge_that_is_named() -> None:
    history = late()
    event = history.waive(1_00, "late_charge")
    assert parts(history, event) == [("A1P1", 1, "late_charge", 1_00)]
    assert owed_parts(history.account()).late_charge == 48


def test_no_more_than_is_owed_of_that_kind_and_never_principal() -> None:
    history = late()
    for amount_fen, charge, waivable_fen in ((1_49, "late_charge", 1_48), (3_61, "fee", 3_60), (5_09, "", 5_08)):
        with pytest.raises(BaitiaoError, match="waiver-exceeds") as refusal:
            history.waive(amount_fen, charge)  # type: ignore[arg-type]
        assert refusal.value.details["waivable_fen"] == waivable_fen
    assert len(history.events) == 2
    history.waive(5_08)
    assert owed_parts(history.account()) == Parts(principal=300_00)


def test_interest_of_a_daily_plan_before_it_is_due_is_waived_when_the_plan_is_named() -> None:
    # 10000.00 at 0.03% a day for 10 nights: 30.00. Until 12 February 31 nights: 93.00.
    history = History()
    history.buy("daily", 10_000_00, 3)
    history.today = date(2024, 1, 22)
    with pytest.raises(BaitiaoError, match="waiver-exceeds"):
        history.waive(1)
    history.waive(30_00, "interest", "A1P1")
    assert figures(history.account()).owed_fen == 10_000_00
    assert figures(history.account(date(2024, 2, 12))).due_fen == 63_00


def test_a_waiver_counts_towards_the_minimum() -> None:
    # 1000.00 due on 12 February; nothing paid. On the bill of 3 March 20 nights have cost 10.00 and 3.00, and the last
    # minimum was missed: 1013.00 are the minimum. With 13.00 waived, 1000.00 are enough.
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 3, 3)
    assert figures(history.account()).due_fen == 1_013_00
    history.waive(13_00)
    assert figures(history.account()).due_fen == 1_000_00
    history.repay(1_000_00)
    assert figures(history.account(date(2024, 3, 20))).days_past_due == 0
    assert figures(history.account(date(2024, 3, 20))).owed_fen == 0


def test_a_payment_that_takes_a_waived_charge_away_is_named() -> None:
    # The late charge was waived on 12 March; a payment of 12 February, found later, would leave nothing to waive.
    history = late()
    waiver = history.waive(1_48, "late_charge")
    with pytest.raises(BaitiaoError):
        history.repay(101_80, on=date(2024, 2, 12))
    history.reverse(waiver.event_id)
    history.repay(101_80, on=date(2024, 2, 12))
    assert owed_parts(history.account()).late_charge == 0
