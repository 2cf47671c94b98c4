"""What a dispute sets aside, what it costs meanwhile, and what becomes of it; figures worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import DisputeOpened, DisputeWon, Event
from baitiao_cli.account.owed import minimum_left_fen
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.books import balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.facts import economics_of
from tests.laws.history import History, opened


def phone() -> History:
    """1200.00 in 12 of 100.00 + 7.20 (0.6%); rows 1 and 2 paid on their due dates, row 3 billed, on 5 April."""
    history = History()
    history.buy("inst", 1_200_00, 12)
    for on in (date(2024, 2, 12), date(2024, 3, 12)):
        history.today = on
        history.repay(107_20, means="card")
    history.today = date(2024, 4, 5)
    return history


def rows(account: Account, plan_id: str) -> list[tuple[int, int]]:
    return [(row.principal_fen, row.fee_fen) for row in row_outlooks(account.plans[plan_id], account, account.through)]


def agrees(history: History) -> bool:
    return prove(history.events, history.today).differences == ()


def test_all_of_a_purchase_is_set_aside_as_far_as_it_is_unpaid() -> None:
    history = phone()
    opened = history.dispute("A1P1")
    account = history.account()
    dispute = account.disputes[opened.event_id]
    # Rows 3 to 12: 1,000.00 and ten fees of 7.20, the billed one with them; 200.00 had been paid.
    assert (dispute.amount_fen, dispute.set_aside_fen, dispute.paid_fen) == (1_200_00, 1_000_00, 200_00)
    assert dispute.fees_dropped_fen == 72_00
    now = figures(account)
    assert (now.used_fen, now.held_fen, now.owed_fen, now.due_fen) == (0, 1_000_00, 0, 0)
    assert (account.plans["A1P1"].settled_on, account.credit_fen) == (history.today, 0)
    # Nothing makes the customer late or costs anything while it is open.
    assert figures(history.account(date(2024, 12, 31))).owed_fen == 0
    assert agrees(history)


def test_won_what_had_been_paid_goes_back_to_the_latest_payments() -> None:
    history = phone()
    opened = history.dispute("A1P1")
    history.today = date(2024, 5, 20)
    history.win(opened.event_id)
    account = history.account()
    # 200.00 of principal was paid: 107.20 back to the payment of March, 92.80 to that of February; paid fees stay.
    assert [(part.means, part.amount_fen) for part in account.refunds[0].returns] == [("card", 107_20), ("card", 92_80)]
    assert (account.refunds[0].amount_fen, account.refunds[0].fees_dropped_fen) == (1_200_00, 72_00)
    assert (account.held_fen, account.plans["A1P1"].refunded_fen) == (0, 1_000_00)
    assert account.available_fen == account.limit_fen
    assert agrees(history)


def test_lost_it_is_owed_again_in_as_many_installments_as_were_to_come() -> None:
    history = phone()
    opened = history.dispute("A1P1", 450_00)
    history.today = date(2024, 5, 20)
    history.lose(opened.event_id)
    account = history.account()
    # Nine rows were not billed on 5 April: 450.00 / 9 = 50.00, 450.00 x 0.6% = 2.70; from the bill of 3 June on.
    assert rows(account, "A1P2") == [(50_00, 2_70)] * 9
    assert account.plans["A1P2"].rows[0].due_on == date(2024, 6, 12)
    assert account.used_fen == 550_00 + 450_00
    assert account.held_fen == 0
    assert agrees(history)


def test_a_purchase_on_the_bill_is_carried_no_more_and_counts_towards_the_minimum() -> None:
    history = History()
    history.buy("month", 600_00)
    history.buy("month", 400_00)
    history.today = date(2024, 2, 14)  # bill of 3 February, due on the 12th, minimum 100.00
    # 2 nights of 1,000.00: 1.00 (0.05%) and a late charge of 0.30 (0.015%).
    assert (figures(history.account()).owed_fen, figures(history.account()).overdue_fen) == (1_001_30, 100_00)
    opened = history.dispute("A1P1")
    account = history.account()
    assert account.disputes[opened.event_id].set_aside == {"A1P1": 600_00}
    # 400.00 and the charges of two nights are left; the minimum of 100.00 is met by what is set aside.
    assert figures(account).owed_fen == 401_30
    assert (figures(account).days_past_due, minimum_left_fen(account)) == (0, 0)
    # From here on interest runs on 400.00 (0.05%), without a late charge: 10 nights cost 2.00.
    assert figures(history.account(date(2024, 2, 24))).owed_fen == 403_30
    history.today = date(2024, 2, 24)
    history.lose(opened.event_id)
    assert history.account().plans["A1P3"].rows[0].due_on == date(2024, 3, 12)
    assert figures(history.account()).owed_fen == 1_003_30
    assert agrees(history)


def test_a_plan_by_the_night_keeps_the_interest_that_has_run() -> None:
    history = History()
    history.buy("daily", 1_000_00, 3)
    history.today = date(2024, 1, 22)
    opened = history.dispute("A1P1")
    # 10 nights of 1,000.00 at 0.03% are 3.00: they have run, and are asked for at once.
    assert figures(history.account()).due_fen == 3_00
    assert figures(history.account(date(2024, 3, 1))).owed.interest == 3_00
    history.today = date(2024, 2, 1)
    history.repay(3_00)
    history.lose(opened.event_id)
    # The price is that of the plan, from the day of the decision on: 11 nights of 1,000.00 are 3.30.
    assert figures(history.account(date(2024, 2, 12))).owed_fen == 1_003_30
    assert agrees(history)


def test_interest_that_is_asked_for_at_once_is_paid_from_a_credit_balance() -> None:
    """10.00 x 0.03% x 2 nights = 0.006, asked for with nothing else left of the plan: 0.01 of the 10.00."""
    history = History([opened(date(2024, 2, 29))])
    history.buy("daily", 10_00, 2)
    history.credit(10_00)
    history.today = date(2024, 3, 2)
    history.dispute("A1P1")
    account = history.account()
    assert account.credit_fen == 9_99
    assert figures(account).owed_fen == 0


def test_the_price_in_force_is_that_of_what_is_owed_again() -> None:
    history = phone()
    history.reprice("A1P1", 3_000_000)  # 0.3% a period from now on
    opened = history.dispute("A1P1", 450_00)
    history.lose(opened.event_id)
    assert rows(history.account(), "A1P2") == [(50_00, 1_35)] * 9  # 450.00 x 0.3%


def test_a_purchase_that_became_installments() -> None:
    history = History()
    history.buy("month", 600_00)
    history.today = date(2024, 2, 5)
    history.convert(6, 300_00)
    opened = history.dispute("A1P1")
    assert history.account().disputes[opened.event_id].set_aside == {"A1P1": 300_00, "A1P2": 300_00}
    assert history.account().used_fen == 0
    history.lose(opened.event_id)
    # As one plan, on the terms of the first of those that most was taken off: of the purchase on the bill.
    assert history.account().plans["A1P3"].terms.product_id == "month"
    # That can become installments, too; a refund of the purchase then lowers those.
    history.today = date(2024, 3, 5)
    history.convert(3)
    assert history.account().plans["A1P4"].converted == {"A1P1": 600_00}
    history.refund("A1P1", 600_00)
    assert history.account().used_fen == 0
    assert agrees(history)


def test_several_disputes_never_contest_more_than_was_financed() -> None:
    history = phone()
    first, second = history.dispute("A1P1", 500_00), history.dispute("A1P1", 600_00)
    with pytest.raises(BaitiaoError, match="dispute-exceeds-purchase"):
        history.dispute("A1P1", 100_01)
    with pytest.raises(BaitiaoError, match="refund-exceeds-purchase"):
        history.refund("A1P1", 100_01)
    history.win(second.event_id)
    with pytest.raises(BaitiaoError, match="dispute-decided"):
        history.lose(second.event_id)
    history.lose(first.event_id)
    # What is owed again can be contested again, and be refunded.
    again = history.dispute("A1P1", 600_00)
    assert history.account().disputes[again.event_id].set_aside == {"A1P2": 500_00}
    history.win(again.event_id)
    with pytest.raises(BaitiaoError, match="nothing-to-dispute"):
        history.dispute("A1P1", 1)
    assert history.account().used_fen == 0
    assert agrees(history)


def test_closing_waits_for_the_decision() -> None:
    history = phone()
    opened = history.dispute("A1P1")
    with pytest.raises(BaitiaoError, match="close-blocked-dispute"):
        history.close()
    history.win(opened.event_id)
    history.close()
    for refused in (lambda: history.dispute("A1P1", 1), lambda: history.win(opened.event_id)):
        with pytest.raises(BaitiaoError, match="account-closed"):
            refused()


def test_the_limit_has_room_for_what_may_be_owed_again() -> None:
    history = History()
    history.buy("inst", 20_000_00, 12)
    opened = history.dispute("A1P1", 500_00)
    with pytest.raises(BaitiaoError, match="limit-exceeded"):
        history.buy("month", 1_00)
    history.win(opened.event_id)
    history.buy("month", 500_00)
    assert history.account().available_fen == 0


def test_a_back_dated_dispute_is_the_same_as_one_in_time() -> None:
    in_time, later = phone(), phone()
    in_time.dispute("A1P1", 450_00)
    in_time.today = later.today = date(2024, 6, 1)
    later.dispute("A1P1", 450_00, on=date(2024, 4, 5))
    assert economics_of(in_time.account()) == economics_of(later.account())


def test_a_payment_that_turns_out_earlier_lowers_what_is_owed_again() -> None:
    history = phone()
    opened = history.dispute("A1P1")
    history.lose(opened.event_id)
    assert history.account().plans["A1P2"].financed_fen == 1_000_00
    history.repay(107_20, on=date(2024, 4, 4))  # row 3, before the dispute
    assert history.account().plans["A1P2"].financed_fen == 900_00
    assert agrees(history)


def test_too_little_for_as_many_installments_comes_in_fewer() -> None:
    history = History()
    history.buy("inst", 12_00, 12)
    history.today = date(2024, 2, 5)
    opened = history.dispute("A1P1", 5)  # 11 installments were to come
    history.lose(opened.event_id)
    assert [principal for principal, _ in rows(history.account(), "A1P2")] == [1] * 5
    assert agrees(history)


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ([DisputeOpened(plan_id="A1P9", amount_fen=1, cause="other")], ["plan-unknown"]),
        ([DisputeOpened(plan_id="A1P1", amount_fen=1_200_01, cause="other")], ["dispute-exceeds-purchase"]),
        ([DisputeWon(dispute_id="A1E9", plan_id="A1P1")], ["dispute-unknown"]),
        (
            [
                DisputeOpened(plan_id="A1P1", amount_fen=1, cause="other"),
                DisputeWon(dispute_id="A1E5", plan_id="A1P1"),
                DisputeWon(dispute_id="A1E5", plan_id="A1P1"),
            ],
            ["dispute-decided"],
        ),
    ],
)
def test_what_could_not_have_been_so_is_a_conflict(facts: list[DisputeOpened | DisputeWon], codes: list[str]) -> None:
    events = phone().events
    first = len(events) + 1
    events += [
        Event(event_id=f"A1E{n}", account_id="A1", number=n, effective_on=date(2024, 4, 5), fact=fact)
        for n, fact in enumerate(facts, start=first)
    ]
    conflicts = replay(events, date(2024, 4, 5)).conflicts
    assert conflicts == [Conflict(events[-1].event_id, code) for code in codes]


def test_payments_while_it_is_open_pay_what_is_left() -> None:
    history = phone()
    history.dispute("A1P1", 450_00)  # rows 8 (half) to 12; row 3 stays due on the 12th
    history.today = date(2024, 4, 12)
    assert figures(history.account()).due_fen == 107_20
    history.repay(107_20)
    assert (figures(history.account()).owed_fen, figures(history.account()).due_fen) == (450_00, 0)


def test_opened_and_lost_between_two_bills_it_is_a_movement_all_the_same() -> None:
    history = History()
    history.buy("defer60", 100_00)
    history.today = date(2024, 2, 5)
    history.lose(history.dispute("A1P1").event_id)
    # The bill of 3 March asks for nothing yet, but 100.00 went out of dispute again: as A1P2, 30 days free anew.
    history.today = date(2024, 3, 5)
    assert [bill.billed_on for bill in history.account().bills] == [date(2024, 2, 3), date(2024, 3, 3)]
    assert figures(history.account()).owed_fen == 100_00
    assert agrees(history)


def test_what_is_owed_again_of_a_plan_that_was_charged_off_is_charged_off_too() -> None:
    history = History([opened(date(2024, 1, 12))])
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 5, 13)  # day 91
    history.charge_off("A1P1")
    history.dispute("A1P1", 300_00)
    history.lose(history.account().open_disputes[0].dispute_id)
    account = history.account()
    assert (account.plans["A1P2"].balance_fen, account.losses["A1P2"].state) == (300_00, "charged-off")
    assert account.kept_apart["A1P2", "loss_allowance"] == 300_00
    with pytest.raises(BaitiaoError, match="debt-lost"):
        history.repay(10_00, "A1P2")
    assert prove(history.events, date(2024, 8, 1)).differences == ()


def test_nothing_is_recovered_of_what_was_charged_off_before_the_dispute_is_won() -> None:
    history = History([opened(date(2024, 1, 12))])
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 5, 13)  # day 91
    history.charge_off()
    opened_by = history.dispute("A1P1", 300_00)
    books = balances(history.account())
    assert (books.get("recoveries", 0), books["loss_allowance"]) == (0, -1_200_00)
    history.win(opened_by.event_id)
    books = balances(history.account())
    assert (books["recoveries"], books["loss_allowance"]) == (-300_00, -900_00)
    assert prove(history.events, date(2024, 8, 1)).differences == ()


def test_terms_of_a_conversion_that_was_reversed_are_no_terms() -> None:
    history = History()
    history.buy("month", 600_00)
    history.today = date(2024, 2, 5)
    conversion = history.convert(6)
    history.lose(history.dispute("A1P1").event_id)
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(conversion.event_id)


def test_what_is_owed_again_of_a_plan_that_was_eased_is_special_mention_at_least() -> None:
    history = History([opened(date(2024, 1, 12))])
    history.buy("inst", 1_200_00, 12)
    history.restructure("A1P1", 6)
    history.dispute("A1P1", 1_200_00)
    assert figures(history.account()).loan_class == "normal"  # nothing is owed
    history.lose(history.account().open_disputes[0].dispute_id)
    assert figures(history.account()).loan_class == "special-mention"
    assert prove(history.events, date(2024, 8, 1)).differences == ()
