"""A bill turned into installments: what it takes, what it leaves, figures worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import BillConverted, Event
from baitiao_cli.account.owed import minimum_left_fen
from baitiao_cli.account.postings import INCOME
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.account.views.statement import statements
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.facts import economics_of
from tests.laws.history import PRODUCTS, History, opened


def billed() -> History:
    """1,200.00 bought on 12 January, 600.00 on the 20th: the bill of 3 February, due on the 12th; minimum 180.00."""
    history = History()
    history.buy("month", 1_200_00, on=date(2024, 1, 12))
    history.today = date(2024, 1, 20)
    history.buy("month", 600_00)
    history.today = date(2024, 2, 5)
    return history


def rows(history: History, plan_id: str) -> list[tuple[str, int, int]]:
    account = history.account()
    shown = row_outlooks(account.plans[plan_id], account, account.through)
    return [(f"{row.due_on:%m-%d}", row.principal_fen, row.fee_fen) for row in shown]


def balances(account: Account) -> list[int]:
    return [plan.balance_fen for plan in account.plans.values()]


def agrees(history: History) -> bool:
    return prove(history.events, history.today).differences == ()


def test_all_of_it_starts_in_the_next_bill() -> None:
    # 1,800.00 / 6 = 300.00; 1,800.00 x 0.6% = 10.80 a period; the next bill is of 3 March, due on the 12th.
    history = billed()
    before = figures(history.account())
    history.convert(6)
    after = figures(history.account())
    assert rows(history, "A1P3") == [
        *(("03-12", 300_00, 10_80), ("04-12", 300_00, 10_80), ("05-12", 300_00, 10_80)),
        *(("06-12", 300_00, 10_80), ("07-12", 300_00, 10_80), ("08-12", 300_00, 10_80)),
    ]
    assert (after.used_fen, after.owed_fen) == (before.used_fen, before.owed_fen) == (1_800_00, 1_800_00)
    assert (before.due_fen, after.due_fen, minimum_left_fen(history.account())) == (1_800_00, 0, 0)
    assert not any(line.ledger_account in INCOME.values() for line in history.account().postings)
    assert agrees(history)
    # Nothing is carried, nothing was missed: the next bill asks for the first installment alone.
    history.today = date(2024, 3, 3)
    march = statements(history.events, history.today)[1].figures
    assert (march.opening_fen, march.interest_fen, march.fees_fen, march.closing_fen) == (1_800_00, 0, 10_80, 1_810_80)
    assert (march.amount_due_fen, march.minimum_due_fen) == (310_80, 310_80)
    assert agrees(history)


def test_a_part_takes_the_oldest_purchases_and_counts_towards_the_minimum() -> None:
    # 1,500.00: all of the first purchase and 300.00 of the second; 300.00 are left, and of the minimum nothing.
    history = billed()
    history.convert(3, 1_500_00)
    assert balances(history.account()) == [0, 300_00, 1_500_00]
    assert history.account().plans["A1P3"].converted == {"A1P1": 1_200_00, "A1P2": 300_00}
    assert minimum_left_fen(history.account()) == 0
    history.today = date(2024, 2, 20)  # eight nights from the 12th: 300.00 x 0.05% x 8 = 1.20, and no late charge
    now = figures(history.account())
    assert (now.owed.interest, now.owed.late_charge, now.days_past_due) == (1_20, 0, 0)
    assert agrees(history)


def test_a_small_part_leaves_the_rest_of_the_minimum() -> None:
    history = billed()
    history.convert(3, 100_00)
    assert minimum_left_fen(history.account()) == 80_00
    history.today = date(2024, 2, 14)
    assert figures(history.account()).overdue_fen == 80_00
    assert agrees(history)


def test_on_the_due_date_it_costs_no_night_and_the_day_after_it_is_too_late() -> None:
    history = billed()
    history.today = date(2024, 2, 12)
    history.convert(12)
    history.today = date(2024, 3, 2)
    assert figures(history.account()).owed.interest == 0
    assert agrees(history)
    late = billed()
    late.today = date(2024, 2, 13)
    with pytest.raises(BaitiaoError, match="convert-too-late"):
        late.convert(12)


def test_what_was_carried_stays_and_so_does_a_minimum_that_was_missed() -> None:
    # February was missed; 900.00 of March become installments. 1,800.00 are still carried, late since 12 February.
    history = billed()
    history.today = date(2024, 2, 20)
    history.buy("month", 900_00)
    history.today = date(2024, 3, 5)
    before = figures(history.account())
    history.convert(6)
    after = figures(history.account())
    assert history.account().plans["A1P4"].converted == {"A1P3": 900_00}
    assert (after.days_past_due, after.overdue_fen) == (before.days_past_due, before.overdue_fen)
    assert after.days_past_due == 22
    assert agrees(history)


def test_a_payoff_is_that_of_any_plan() -> None:
    # Billed 310.80 on 3 March, paid; then the 1,500.00 left and the next period's 10.80.
    history = billed()
    history.convert(6)
    history.today = date(2024, 3, 12)
    history.repay(310_80)
    quote = quote_payoff(history.account(), history.today, "A1P3")
    assert (quote.items[0].principal_fen, quote.items[0].fee_fen) == (1_500_00, 10_80)
    history.pay_off("A1P3")
    assert figures(history.account()).owed_fen == 0
    assert agrees(history)


def test_a_refund_takes_off_what_is_left_on_the_bill_and_then_the_plan() -> None:
    # 1,500.00 converted in 3: 500.00 + 9.00 each. The second purchase, 600.00, comes back: 300.00 off the bill, 300.00
    # off the last installment, of which 200.00 are left with 9.00 x 200 / 500 = 3.60.
    history = billed()
    history.convert(3, 1_500_00)
    history.refund("A1P2", 600_00)
    assert balances(history.account()) == [0, 0, 1_200_00]
    assert rows(history, "A1P3") == [("03-12", 500_00, 9_00), ("04-12", 500_00, 9_00), ("05-12", 200_00, 3_60)]
    assert history.account().refunds[0].fees_dropped_fen == 5_40
    assert agrees(history)


def test_a_refund_gives_back_what_was_paid_on_the_plan() -> None:
    # 509.00 were paid on the plan; of the 1,200.00 that come back 1,000.00 settle it, 200.00 return to the card.
    history = billed()
    history.convert(3, 1_500_00)
    history.repay(300_00, means="cash")
    history.today = date(2024, 3, 12)
    history.repay(509_00, means="card")
    history.refund("A1P1", 1_200_00)
    assert balances(history.account()) == [0, 0, 0]
    assert [(part.means, part.amount_fen) for part in history.account().refunds[0].returns] == [("card", 200_00)]
    assert figures(history.account()).owed_fen == 0
    assert agrees(history)
    with pytest.raises(BaitiaoError, match="refund-of-converted"):
        history.refund("A1P3", 100_00)


def test_a_locked_or_suspended_line_may_convert_and_a_closed_one_may_not() -> None:
    history = billed()
    history.lock()
    history.suspend()
    history.convert(6)
    assert figures(history.account()).due_fen == 0
    history.pay_off()
    history.close()
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.convert(6)


def test_of_two_bills_that_are_due_the_earlier_one_may_be_converted() -> None:
    # Bills of 3 and (after a change on the 4th) of 8 February, due on the 12th and the 17th.
    history = billed()
    history.today = date(2024, 2, 4)
    history.change_bill_day(8)
    history.buy("month", 500_00)
    history.today = date(2024, 2, 9)
    history.convert(3, billed_on=date(2024, 2, 3))
    assert balances(history.account()) == [0, 0, 500_00, 1_800_00]
    assert [row[0] for row in rows(history, "A1P4")] == ["03-17", "04-17", "05-17"]
    assert agrees(history)
    history.convert(3)
    assert figures(history.account()).due_fen == 0
    assert agrees(history)


def test_back_dated_is_in_time_and_reversed_is_never() -> None:
    in_time, late = billed(), billed()
    in_time.convert(6)
    for history in (in_time, late):
        history.today = date(2024, 4, 20)
    without = economics_of(late.account())
    event = late.convert(6, billed_on=date(2024, 2, 3), on=date(2024, 2, 5))
    assert economics_of(late.account()) == economics_of(in_time.account())
    assert agrees(late)
    late.reverse(event.event_id)
    assert economics_of(late.account()) == without


def test_what_a_conversion_rests_on_cannot_be_taken_away() -> None:
    history = billed()
    history.convert(6)
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.repay(100_00, on=date(2024, 2, 4))
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse("A1E3")  # the second purchase
    history.prepay("A1P3", 310_80, "shorter-term")
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse("A1E4")  # the conversion, which has a prepayment


@pytest.mark.parametrize(
    ("product", "count", "amount_fen", "refused"),
    [
        ("month", 1, None, "convert-product-unfit"),
        ("epi", 3, None, "convert-product-unfit"),
        ("free", 3, None, "convert-product-unfit"),  # its merchant pays: a bill has many
        ("fee by date", 3, None, "convert-product-unfit"),
        ("inst", 3, 1_800_01, "convert-exceeds-bill"),
        ("inst", 3, 99, "amount-outside-product"),
        ("inst", 5, None, "installments-not-offered"),
    ],
)
def test_a_conversion_that_is_not_one_is_refused(product: str, count: int, amount_fen: int, refused: str) -> None:
    history = billed()
    with pytest.raises(BaitiaoError, match=refused):
        history.convert(count, amount_fen, product_id=product)
    assert len(history.events) == 3


def test_no_bill_and_nothing_on_it() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    with pytest.raises(BaitiaoError, match="no-bill-yet"):
        history.convert(3)
    history.today = date(2024, 2, 5)
    with pytest.raises(BaitiaoError, match="nothing-to-convert"):
        history.convert(3)


@pytest.mark.parametrize(
    ("billed_on", "amount_fen", "on", "code"),
    [
        (date(2024, 2, 3), 1_800_01, date(2024, 2, 5), "convert-exceeds-bill"),
        (date(2024, 2, 4), 100_00, date(2024, 2, 5), "convert-exceeds-bill"),
        (date(2024, 2, 3), 100_00, date(2024, 2, 13), "convert-too-late"),
    ],
)
def test_a_recorded_one_that_could_not_have_been_is_a_conflict(
    billed_on: date, amount_fen: int, on: date, code: str
) -> None:
    history = billed()
    terms = PRODUCTS["inst"].terms(3, "B", on)
    fact = BillConverted(plan_id="A1P3", billed_on=billed_on, amount_fen=amount_fen, terms=terms)
    event = Event(event_id="A1E4", account_id="A1", number=4, effective_on=on, fact=fact)
    account = replay([*history.events, event], on)
    assert account.conflicts == [Conflict("A1E4", code)]
    assert list(account.plans) == ["A1P1", "A1P2"]
    assert prove([*history.events, event], on).differences == ()


def test_in_an_account_of_another_bill_day() -> None:
    # Bill day 28: what was bought on 5 February is on the bill of the 28th, and converted on 8 March, its due date.
    history = History([opened(date(2024, 1, 31), bill_day=28)])
    history.today = date(2024, 2, 5)
    history.buy("month", 300_00)
    history.today = date(2024, 3, 8)
    history.convert(3)
    assert [row[0] for row in rows(history, "A1P2")] == ["04-06", "05-07", "06-06"]
    assert agrees(history)
