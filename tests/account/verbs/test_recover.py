"""Where the money of a recovery goes, and how much of it there can be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from baitiao_cli.account.verbs.loss import recoverable_fen
from baitiao_cli.account.views.books import balances
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


@pytest.fixture
def history() -> History:
    """1,200.00 in 12 and 600.00 in 6, nothing paid, on day 91."""
    history = History([opened(date(2024, 1, 12))])
    history.buy("inst", 1_200_00, 12)
    history.buy("inst", 600_00, 6)
    history.today = date(2024, 2, 12) + timedelta(days=91)
    return history


def parts_of(history: History, event_id: str) -> dict[tuple[str, str], int]:
    sums: dict[tuple[str, str], int] = {}
    for part in history.account().allocations:
        if part.event_id == event_id:
            sums[part.plan_id, part.kind] = sums.get((part.plan_id, part.kind), 0) + part.amount_fen
    return sums


def test_lost_debts_that_are_owed_come_before_those_that_are_not(history: History) -> None:
    history.write_off("A1P2")
    history.charge_off("A1P1")
    written_off_fen = recoverable_fen(history.account(), "A1P2")
    owed_fen = recoverable_fen(history.account(), "A1P1")
    assert recoverable_fen(history.account()) == owed_fen + written_off_fen
    # The first installment of 100.00 + 7.20: principal comes first on day 91.
    event = history.recover(60_00)
    assert parts_of(history, event.event_id) == {("A1P1", "principal"): 60_00}
    named = history.recover(60_00, "A1P2")
    assert parts_of(history, named.event_id) == {("A1P2", "recovered"): 60_00}
    assert recoverable_fen(history.account(), "A1P2") == written_off_fen - 60_00


def test_what_is_not_payable_yet_waits_as_credit(history: History) -> None:
    history.write_off("A1P2")
    history.charge_off("A1P1")
    # Four installments are payable, 107.20 each with 91, 62, 31 and 1 nights at 0.05%: 4.88 + 3.32 + 1.66 + 0.05.
    event = history.recover(recoverable_fen(history.account(), "A1P1"), "A1P1")
    parts = parts_of(history, event.event_id)
    assert parts["A1P1", "principal"] == 400_00
    assert (parts["A1P1", "fee"], parts["A1P1", "late_charge"]) == (28_80, 4_88 + 3_32 + 1_66 + 5)
    assert parts["", "credit"] == 800_00
    assert balances(history.account())["recoveries"] == -400_00


def test_what_is_over_of_a_named_plan_pays_what_else_is_payable(history: History) -> None:
    # The whole account is lost: 1,200.00 of A1P1 of which four installments are payable, 438.71 in all; of the rest of
    # 1,238.71 the four of A1P2, 100.00 + 3.60 each, late at 5.18 fen a night: 4.71, 3.21, 1.61, 0.05.
    history.charge_off()
    event = history.recover(1_238_71, "A1P1")
    parts = parts_of(history, event.event_id)
    assert sum(fen for (plan_id, _), fen in parts.items() if plan_id == "A1P1") == 400_00 + 28_80 + 9_91
    assert sum(fen for (plan_id, _), fen in parts.items() if plan_id == "A1P2") == 400_00 + 14_40 + 9_58
    assert history.account().credit_fen == 1_238_71 - 438_71 - 423_98
    assert prove(history.events, history.today).differences == ()


def test_what_was_never_lost_is_not_recovered(history: History) -> None:
    with pytest.raises(BaitiaoError, match="nothing-to-recover"):
        history.recover(1)
    history.charge_off("A1P1")
    for plan_id, code in (("A1P9", "plan-elsewhere"), ("A1P2", "nothing-to-recover")):
        with pytest.raises(BaitiaoError) as refusal:
            history.recover(1, plan_id)
        assert refusal.value.code == code
    most_fen = recoverable_fen(history.account())
    with pytest.raises(BaitiaoError, match="recovery-exceeds"):
        history.recover(most_fen + 1)
    with pytest.raises(BaitiaoError, match="nothing-to-recover"):
        history.recover(1, on=history.today - timedelta(days=100))
