"""What may be charged off, and what an account that was takes no more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from baitiao_cli.account.events import ChargedOff, Event
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.books import balances
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import LINE, History, opened

DUE_ON = date(2024, 2, 12)  # of the first installment, and of the purchase


def late(days: int, **terms: object) -> History:
    """12,000.00 in 12 and 300.00 on the bill, nothing paid, so many days after the first due date."""
    history = History([opened(line=replace(LINE, **terms))])
    history.buy("inst", 12_000_00, 12)
    history.buy("month", 300_00)
    history.today = DUE_ON + timedelta(days=days)
    return history


@pytest.mark.parametrize(
    ("terms", "last_day_before"),
    [
        ({}, 90),
        ({"charge_off_from": "special-mention"}, 0),
        ({"charge_off_from": "doubtful"}, 270),
        ({"charge_off_from": "doubtful", "class_rule": "card"}, 120),
        ({"charge_off_from": "loss", "class_rule": "card"}, 180),
    ],
)
def test_from_which_day_on_it_may_be(terms: dict[str, object], last_day_before: int) -> None:
    with pytest.raises(BaitiaoError, match="charge-off-too-early"):
        late(last_day_before, **terms).charge_off()
    late(last_day_before + 1, **terms).charge_off()


def test_refusals_come_in_a_fixed_order() -> None:
    history = late(91)
    for plan_id, code in (("A1P9", "plan-elsewhere"), ("A1P2", "loss-of-purchase")):
        with pytest.raises(BaitiaoError) as refusal:
            history.charge_off(plan_id)
        assert refusal.value.code == code
    history.charge_off("A1P1")
    history.charge_off()  # the rest, with the plan
    for plan_id in ("", "A1P1"):
        with pytest.raises(BaitiaoError, match="already-charged-off"):
            history.charge_off(plan_id)
    history.pay_off()
    with pytest.raises(BaitiaoError, match="nothing-owed"):
        history.charge_off()
    history.close()
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.charge_off()


def test_what_is_charged_off_twice_counts_once_and_is_a_conflict() -> None:
    history = late(91)
    history.charge_off()
    books = balances(history.account())
    again = Event(
        event_id="A1E9", account_id="A1", number=9, effective_on=history.today, fact=ChargedOff(plan_id="A1P1")
    )
    unknown = Event(
        event_id="A1E10", account_id="A1", number=10, effective_on=history.today, fact=ChargedOff(plan_id="?")
    )
    account = replay([*history.events, again, unknown], history.today)
    assert balances(account) == books
    assert [(conflict.event_id, conflict.code) for conflict in account.conflicts] == [
        ("A1E9", "already-charged-off"),
        ("A1E10", "plan-unknown"),
    ]


def test_a_bill_of_what_was_charged_off_is_not_converted_and_a_hold_still_captured() -> None:
    history = late(86)  # 8 May
    history.resume("overdue", reason="asked")
    hold = history.hold("month", 50_00)
    history.today = DUE_ON + timedelta(days=91)
    history.charge_off()
    with pytest.raises(BaitiaoError, match="debt-lost"):
        history.convert(3)
    with pytest.raises(BaitiaoError, match="debt-lost"):
        history.prepay("A1P1", 9_000_00, "shorter-term")
    with pytest.raises(BaitiaoError, match="account-charged-off"):
        history.hold("month", 50_00)
    history.capture(hold.fact.hold_id)  # type: ignore[union-attr]
    # What was authorised is lent, and is a loss like the rest.
    assert balances(history.account())["loss_allowance"] == -12_350_00


def test_a_repayment_that_came_in_time_and_is_entered_late_is_a_recovery() -> None:
    # Charged off on day 91; the 200.00 came on day 90, when they paid charges first.
    history = late(91)
    history.charge_off(on=history.today)
    history.repay(200_00, on=history.today - timedelta(days=1))
    books = balances(history.account())
    assert history.account().status == "charged-off"
    assert "recoveries" not in books  # it came before the charge-off: the loss is smaller
    lent_fen = books["principal"]
    assert (books["loan_losses"], books["loss_allowance"]) == (lent_fen, -lent_fen)
