"""Another bill day: which bill asks for what, and when, worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.events import BillIssued
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.views.explain.bill import explain_bill
from baitiao_cli.account.views.explain.payoff import explain_payoff
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import find_bill, statement, statements
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import GRACE_LINE, History, opened


def rows(history: History, plan_id: str = "A1P1") -> list[tuple[str, str]]:
    """The bill date and the due date of each row, day and month."""
    return [(f"{row.until_on:%m-%d}", f"{row.due_on:%m-%d}") for row in history.account().plans[plan_id].rows]


def bills(history: History) -> list[tuple[str, str, str, int]]:
    """From, bill date, due date and amount due of each bill."""
    return [
        (f"{bill.from_on:%m-%d}", f"{bill.billed_on:%m-%d}", f"{bill.due_on:%m-%d}", bill.figures.amount_due_fen)
        for bill in history.account().bills
    ]


def installments(on: date) -> History:
    """600.00 in 6 at 0.6%, 103.60 a month, billed on the 3rd, due on the 12th; on `on` the first two are paid."""
    history = History()
    history.buy("inst", 600_00, 6)
    for due_on in (date(2024, 2, 12), date(2024, 3, 12)):
        history.today = due_on
        history.repay(103_60)
    history.today = on
    return history


def test_two_installments_in_one_bill() -> None:
    # On 20 March the bill day becomes the 12th. The next bill is 12 April, due 21 April: number 3, due on 12 April
    # before, cannot be asked for sooner; number 4, due on 12 May, can only be asked for in time there, for the bill
    # of 12 May is due on 21 May. So that bill asks for 2 x 103.60, the one of 12 May for number 5.
    history = installments(date(2024, 3, 20))
    assert rows(history)[2:] == [("04-03", "04-12"), ("05-03", "05-12"), ("06-03", "06-12"), ("07-03", "07-12")]
    history.change_bill_day(12)
    assert rows(history)[:2] == [("02-03", "02-12"), ("03-03", "03-12")]
    assert rows(history)[2:] == [("04-12", "04-21"), ("04-12", "04-21"), ("05-12", "05-21"), ("06-12", "06-21")]
    history.buy("month", 50_00)
    history.today = date(2024, 4, 12)
    assert bills(history) == [
        ("01-12", "02-03", "02-12", 103_60),
        ("02-03", "03-03", "03-12", 103_60),
        ("03-03", "04-12", "04-21", 2 * 103_60 + 50_00),
    ]
    figure = history.account().bills[-1].figures
    assert figure.minimum_due_fen == 2 * 103_60 + 5_00
    assert (figure.opening_fen, figure.purchases_fen, figure.fees_fen, figure.repayments_fen) == (
        503_60,
        50_00,
        7_20,
        -103_60,
    )
    assert figure.closing_fen == 400_00 + 50_00 + 7_20
    assert [(part.number, part.total_fen) for part in statement(history.events, history.today).installments] == [
        (3, 103_60),
        (4, 103_60),
    ]
    for on, amount_fen in ((date(2024, 4, 21), 257_20), (date(2024, 5, 21), 103_60), (date(2024, 6, 21), 103_60)):
        history.today = on
        assert prove(history.events, on).differences == ()
        assert figures(history.account()).next_due_fen == amount_fen
        history.repay(amount_fen)
    assert figures(history.account()).owed_fen == 0


def test_a_later_day_that_leaves_time_keeps_one_installment_a_bill() -> None:
    # On 5 March the 28th is set: 28 March is due on 6 April, before 12 April, and so on a month later each.
    history = installments(date(2024, 3, 12))
    history.change_bill_day(28)
    assert rows(history)[2:] == [("03-28", "04-06"), ("04-28", "05-07"), ("05-28", "06-06"), ("06-28", "07-07")]


def test_bills_that_were_made_stay_and_the_next_may_come_before_they_are_due() -> None:
    # 500.00 are in the bill of 3 February, due on the 12th. On the 5th the 8th is set: 40.00 bought on the 6th are in
    # the bill of 8 February, due on the 17th. What is left of the 500.00 is carried from the 12th: 450.00 x 0.05% x 5 =
    # 1.125, so that of 49.00 paid on the 17th 1.13 are interest. All of the other 442.13 is carried from then on, for
    # 20 nights to 8 March: 1.125 + 442.13 x 0.05% x 20 = 5.5463.
    history = History()
    history.buy("month", 500_00)
    history.today = date(2024, 2, 5)
    history.change_bill_day(8)
    history.today = date(2024, 2, 6)
    history.buy("month", 40_00)
    history.repay(50_00)  # the minimum of the first bill
    history.today = date(2024, 2, 8)
    assert bills(history) == [("01-12", "02-03", "02-12", 500_00), ("02-03", "02-08", "02-17", 490_00)]
    assert history.account().bills[1].figures.minimum_due_fen == 49_00
    history.today = date(2024, 2, 13)
    assert prove(history.events, history.today).differences == ()
    carried = [row.carried for plan in history.account().plans.values() for row in plan.rows]
    assert carried == [True, False]
    history.today = date(2024, 2, 17)
    history.repay(49_00)
    assert prove(history.events, history.today).differences == ()
    history.today = date(2024, 3, 8)
    assert prove(history.events, history.today).differences == ()
    assert history.account().bills[-1].figures.interest_fen == 5_55


def test_the_day_of_the_change_is_no_bill_day_yet() -> None:
    # Set on 12 February, a bill of that day would have had to be made as it began: the first is 12 March.
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 12)
    history.repay(100_00)
    history.change_bill_day(12)
    history.buy("month", 30_00)
    history.today = date(2024, 3, 12)
    assert [bill[:3] for bill in bills(history)] == [("01-12", "02-03", "02-12"), ("02-03", "03-12", "03-21")]


def test_a_bill_on_the_old_day_comes_before_a_change_on_that_day() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 3)
    history.change_bill_day(20)
    assert bills(history) == [("01-12", "02-03", "02-12", 100_00)]
    history.buy("month", 10_00)
    assert rows(history, "A1P2") == [("02-20", "02-29")]


def test_an_idle_account_is_billed_from_the_last_bill_date() -> None:
    # Nothing happens until 1 July; the last of the bill dates without a bill is then 20 June.
    history = History()
    history.today = date(2024, 3, 10)
    history.change_bill_day(20)
    history.today = date(2024, 7, 1)
    history.buy("month", 10_00)
    history.today = date(2024, 7, 20)
    assert bills(history) == [("06-20", "07-20", "07-29", 10_00)]


def test_the_first_bill_of_an_idle_account_after_the_change_covers_all_since_the_last_date() -> None:
    history = History()
    history.today = date(2024, 3, 10)
    history.change_bill_day(8)
    history.buy("month", 10_00)
    history.today = date(2024, 4, 8)
    assert bills(history) == [("03-03", "04-08", "04-17", 10_00)]


def test_once_in_six_months() -> None:
    # The opening of 12 January is no change; 31 August and six months is 28 February.
    history = History()
    history.today = date(2024, 8, 31)
    history.change_bill_day(10)
    history.today = date(2025, 2, 27)
    with pytest.raises(BaitiaoError) as refusal:
        history.change_bill_day(11)
    assert (refusal.value.code, refusal.value.details["next_on"]) == ("bill-day-too-soon", date(2025, 2, 28))
    history.today = date(2025, 2, 28)
    history.change_bill_day(11)


@pytest.mark.parametrize(
    ("bill_day", "code"), [(3, "bill-day-same"), (0, "bill-day-out-of-range"), (29, "bill-day-ou")]
)
def test_the_day_is_another_one_that_every_month_has(bill_day: int, code: str) -> None:
    with pytest.raises(BaitiaoError, match=code):
        History().change_bill_day(bill_day)


def test_a_closed_account_keeps_its_day() -> None:
    history = History()
    history.close()
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.change_bill_day(12)


def test_back_dated_is_in_order_while_no_bill_was_sent_since() -> None:
    in_order = installments(date(2024, 3, 20))
    in_order.change_bill_day(12)
    late = installments(date(2024, 3, 20))
    late.today = date(2024, 4, 2)
    late.change_bill_day(12, on=date(2024, 3, 20))
    assert rows(late) == rows(in_order)
    late.today = date(2024, 5, 1)
    late.issue_bills()
    with pytest.raises(BaitiaoError, match="bill-day-too-soon"):
        late.change_bill_day(20)


def test_it_does_not_change_before_a_bill_that_was_sent() -> None:
    history = installments(date(2024, 4, 5))
    history.issue_bills()
    with pytest.raises(BaitiaoError) as refusal:
        history.change_bill_day(12, on=date(2024, 4, 2))
    assert (refusal.value.code, refusal.value.details["billed_on"]) == ("bill-day-behind-bill", date(2024, 4, 3))
    history.change_bill_day(12, on=date(2024, 4, 3))


def test_reversed_it_never_was_and_the_bill_that_was_sent_stays_a_document() -> None:
    # The bill of 12 April was sent. Without the change number 3 was due on 12 April, so that from then on it is late;
    # the bill of 3 May opens with what the one sent closed with, and carries the difference.
    history = installments(date(2024, 3, 20))
    never = History(events=list(history.events), today=date(2024, 4, 15))
    change = history.change_bill_day(12)
    history.today = date(2024, 4, 15)
    history.issue_bills()
    sent = statement(history.events, history.today)
    assert (sent.document.billed_on, sent.figures.amount_due_fen) == (date(2024, 4, 12), 207_20)
    history.reverse(change.event_id)
    assert rows(history) == rows(never)
    assert figures(history.account()) == figures(never.account())
    assert statement(history.events, history.today) == sent
    history.today = date(2024, 5, 3)
    history.issue_bills()
    documents = [event.fact for event in history.events if isinstance(event.fact, BillIssued)]
    assert documents == statements(history.events, history.today)
    last = documents[-1]
    assert (last.number, last.from_on, last.billed_on) == (4, date(2024, 4, 12), date(2024, 5, 3))
    assert last.figures.opening_fen == sent.figures.closing_fen == 400_00 + 7_20
    # Number 4's fee was in the bill sent; without the change it is the bill of 3 May that asks for it.
    assert (last.figures.adjustment_fen, last.figures.fees_fen) == (-3_60, 3_60)
    found = find_bill(history.events, history.today)
    lines = statement(history.events, history.today).lines
    assert last.figures.opening_fen + sum(line.amount_fen for line in lines) == last.figures.closing_fen
    for figure in explain_bill(history.events, found):
        assert sum(line.exact for line in figure.lines) == figure.amount_fen
    assert prove(history.events, history.today).differences == ()


def test_a_payoff_after_it_asks_for_the_next_bill_only() -> None:
    # Under next-period one fee is due, though the next bill would ask for two.
    history = installments(date(2024, 3, 20))
    history.change_bill_day(12)
    assert quote_payoff(history.account(), history.today).total_fen == 403_60


def test_what_a_prepayment_left_moves_too() -> None:
    # 120.00 off 400.00 leaves 100.00, 100.00 and 80.00 with 2.88 of 3.60; the last installment has fallen away.
    history = installments(date(2024, 3, 20))
    history.prepay("A1P1", 120_00, "shorter-term")
    history.change_bill_day(12)
    assert rows(history)[2:5] == [("04-12", "04-21"), ("04-12", "04-21"), ("05-12", "05-21")]
    for on, amount_fen in ((date(2024, 4, 21), 207_20), (date(2024, 5, 21), 82_88)):
        history.today = on
        assert prove(history.events, on).differences == ()
        history.repay(amount_fen)
    assert history.account().plans["A1P1"].settled_on == date(2024, 5, 21)


def test_late_nights_within_the_grace_days_are_not_lost_at_a_bill() -> None:
    # Due on 12 February with three grace days; the bill of the 15th comes within them and asks for no late charge.
    # 1000.00 are late from the 12th to the 20th: 8 nights at 0.015% are 1.20, and 8 at 0.05% are 4.00.
    history = History([opened(line=GRACE_LINE)])
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 3)
    history.change_bill_day(15)
    history.today = date(2024, 2, 15)
    assert history.account().bills[-1].figures.late_charges_fen == 0
    history.today = date(2024, 2, 20)
    owed = figures(history.account()).owed
    # What the bill asked for of the interest, 1.50 for three nights, is carried from its own due date only.
    assert (owed.interest, owed.late_charge) == (4_00, 1_20)
    assert prove(history.events, history.today).differences == ()
    assert explain_payoff(history.account(), history.today)[0].total_fen == 1_005_20
