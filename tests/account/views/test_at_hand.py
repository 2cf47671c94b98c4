"""The last payment and the bill that comes, as a customer on the phone asks for them."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Payment
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.at_hand import ComingBill, coming, last_payment
from tests.laws.history import History, opened

OPENED = date(2024, 1, 12)


def paid(history: History, on: date) -> Payment | None:
    return last_payment(history.account(on))


def coming_bill(history: History, on: date) -> ComingBill | None:
    return coming(replay(history.events, on)).bill  # the account goes on


def story() -> History:
    """1,000.00 on the bill of 3 February, due on the 12th; A1E2."""
    history = History([opened(OPENED)])
    history.buy("month", 1_000_00)
    return history


def test_the_last_payment_is_the_latest_by_its_day() -> None:
    history = story()
    assert paid(history, date(2024, 2, 1)) is None
    later = history.repay(300_00, on=date(2024, 2, 5), means="card")
    history.repay(200_00, on=date(2024, 2, 4))  # recorded later, for a day before
    found = paid(history, date(2024, 2, 6))
    assert found == Payment(event_id=later.event_id, on=date(2024, 2, 5), amount_fen=300_00, means="card")
    before = paid(history, date(2024, 2, 4))
    assert before is not None and (before.on, before.amount_fen) == (date(2024, 2, 4), 200_00)


def test_of_one_day_the_last_recorded_and_none_that_was_reversed() -> None:
    history = story()
    history.repay(100_00, on=date(2024, 2, 5))
    second = history.repay(50_00, on=date(2024, 2, 5))
    found = paid(history, date(2024, 2, 6))
    assert found is not None and found.amount_fen == 50_00
    history.today = date(2024, 2, 6)
    history.reverse(second.event_id)
    found = paid(history, date(2024, 2, 6))
    assert found is not None and found.amount_fen == 100_00


def test_every_kind_of_payment_counts() -> None:
    history = story()
    plan_id = history.buy("inst", 6_000_00, 12).fact.plan_id
    history.prepay(plan_id, 1_000_00, "shorter-term", on=date(2024, 1, 20))
    found = paid(history, date(2024, 1, 20))
    assert found is not None and (found.amount_fen, found.plan_id) == (1_000_00, plan_id)
    history.pay_off(plan_id, on=date(2024, 1, 21))
    found = paid(history, date(2024, 1, 21))
    assert found is not None and (found.on, found.plan_id) == (date(2024, 1, 21), plan_id)
    history.write_off(on=date(2024, 1, 22))
    history.recover(10_00, on=date(2024, 1, 23))
    found = paid(history, date(2024, 1, 23))
    assert found is not None and found.amount_fen == 10_00


def test_a_debit_counts_with_what_it_took_recorded_or_not() -> None:
    history = story()
    history.agree("card")
    history.state_means("card", 300_00)
    due_on = date(2024, 2, 12)
    assert paid(history, due_on) == Payment(event_id="", on=due_on, amount_fen=300_00, means="card")
    assert paid(history, date(2024, 2, 13)) == paid(history, due_on)  # the next try takes nothing: that is no payment


def test_what_is_entered_for_the_day_of_a_debit_comes_after_it() -> None:
    history = story()
    history.agree("card")
    history.state_means("card", 300_00)
    history.repay(100_00, on=date(2024, 2, 12))
    found = paid(history, date(2024, 2, 12))
    assert found is not None and found.amount_fen == 100_00


def test_the_next_bill_asks_for_what_is_bought_by_now() -> None:
    # 1,000.00 bought; the bill of 3 February is due 9 days later, and at least 10% of it.
    expected = ComingBill(
        billed_on=date(2024, 2, 3), due_on=date(2024, 2, 12), amount_due_fen=1_000_00, minimum_due_fen=100_00
    )
    history = story()
    assert coming_bill(history, OPENED) == expected
    history.buy("month", 500_00, on=date(2024, 1, 20))
    assert coming_bill(history, date(2024, 1, 19)) == expected  # what happens later is not known yet
    found = coming_bill(history, date(2024, 1, 20))
    assert found is not None and found.amount_due_fen == 1_500_00


def test_a_purchase_that_was_reversed_is_not_on_it() -> None:
    history = story()
    history.buy("month", 500_00, on=date(2024, 1, 20))
    history.today = date(2024, 1, 25)
    history.reverse("A1E3")
    found = coming_bill(history, date(2024, 1, 21))
    assert found is not None and found.amount_due_fen == 1_000_00


def test_without_anything_to_bill_none_comes() -> None:
    idle = History([opened(OPENED)])
    assert coming_bill(idle, OPENED) is None
    closed = story()
    closed.pay_off(on=date(2024, 1, 20))
    assert coming_bill(closed, date(2024, 1, 20)) is not None  # the movements, though nothing is left to pay
    closed.close(on=date(2024, 1, 21))
    assert coming_bill(closed, date(2024, 1, 21)) is None


def test_none_beyond_the_years_that_an_account_is_folded_for() -> None:
    history = story()
    assert coming_bill(history, date(2074, 11, 30)) is not None
    assert coming_bill(history, date(2074, 12, 31)) is None  # the next bill is in the 51st year
