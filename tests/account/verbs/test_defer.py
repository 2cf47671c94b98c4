"""A deferred bill: what moves, what its nights cost, figures worked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.account import Conflict
from baitiao_cli.account.events import BillDeferred, Event
from baitiao_cli.account.replay import advance, replay
from baitiao_cli.account.views.explain.bill import explain_bill
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import find_bill, statements
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.facts import economics_of
from tests.laws.history import LINE, History, opened


def billed() -> History:
    """2,000.00 bought: the bill of 3 February, due on the 12th; deferred it is due on the 22nd, at 0.04% a night."""
    history = History()
    history.buy("month", 2_000_00)
    history.today = date(2024, 2, 11)  # the day before the due date
    return history


def agrees(history: History) -> bool:
    return prove(history.events, history.today).differences == ()


def test_the_nights_from_the_first_due_date_cost_the_rate_and_are_not_late() -> None:
    history = billed()
    history.defer()
    for day, interest_fen in ((12, 0), (13, 80), (20, 6_40), (22, 8_00)):  # 2,000.00 x 0.04% = 0.80 a night
        history.today = date(2024, 2, day)
        now = figures(history.account())
        assert (now.owed.interest, now.owed.late_charge, now.days_past_due) == (interest_fen, 0, 0)
        assert now.next_due_on == date(2024, 2, 22)
        assert agrees(history)


def test_a_part_that_is_paid_costs_no_more() -> None:
    # On the 17th five nights have run, 4.00: 1,004.00 pay them and 1,000.00; five more at 0.40.
    history = billed()
    history.defer()
    history.today = date(2024, 2, 17)
    history.repay(1_004_00)
    assert figures(history.account()).owed.principal == 1_000_00
    history.today = date(2024, 2, 22)
    assert figures(history.account()).owed.interest == 2_00
    history.repay(1_002_00)
    assert figures(history.account()).owed_fen == 0
    assert agrees(history)


def test_installments_on_the_bill_keep_their_due_dates() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.buy("month", 500_00)
    history.today = date(2024, 2, 5)
    history.defer()
    history.today = date(2024, 2, 15)
    now = figures(history.account())
    assert (now.days_past_due, now.owed.late_charge) == (3, 15)  # 101.80 x 0.05% x 3 = 0.1527
    assert now.owed.interest == 60  # 500.00 x 0.04% x 3
    assert agrees(history)


def test_what_was_carried_costs_what_it_cost() -> None:
    # 1,800.00 carried from February at 0.90 a night; 600.00 of March deferred from 12 March at 0.24 a night.
    history = billed()
    history.repay(200_00)
    history.today = date(2024, 2, 20)
    history.buy("month", 600_00)
    history.today = date(2024, 3, 5)
    history.defer()
    history.today = date(2024, 3, 22)
    # 18.00 on the bill for 20 nights; since then 19 x 0.90 = 17.10 and ten nights of 600.00 x 0.04% = 2.40, and of the
    # 18.00 of interest, which were due with the bill and not carried: 18.00 x 0.04% x 10 = 0.072.
    assert figures(history.account()).owed.interest == 18_00 + 19_57
    assert figures(history.account()).days_past_due == 0
    assert agrees(history)


def test_it_is_asked_for_and_explained_on_the_next_bill() -> None:
    # Ten nights at 0.80; from the 22nd 2,000.00 are carried, ten nights at 1.00; missed: 2,000.00 x 0.015% x 10 = 3.00.
    history = billed()
    history.defer()
    march = statements(history.events, date(2024, 3, 3))[1].figures
    assert (march.interest_fen, march.late_charges_fen) == (18_00, 3_00)
    found = find_bill(history.events, date(2024, 3, 3))
    told = next(figure for figure in explain_bill(history.events, found) if figure.figure == "interest")
    assert [(line.rule, line.nights, line.exact) for line in told.lines] == [
        ("deferred-night", 10, 8_00),
        ("carried-night", 10, 10_00),
    ]


def test_a_deferred_bill_may_become_installments_until_it_is_due() -> None:
    history = billed()
    history.defer()
    history.today = date(2024, 2, 22)
    history.convert(3)
    now = figures(history.account())
    assert (now.owed.interest, now.due_fen, now.days_past_due) == (8_00, 8_00, 0)
    assert agrees(history)
    late = billed()
    late.defer()
    late.today = date(2024, 2, 23)
    with pytest.raises(BaitiaoError, match="convert-too-late"):
        late.convert(3)


def test_the_next_bill_may_come_first() -> None:
    # The bill day becomes the 14th on the 12th: that bill is due on the 23rd, a day after the deferred one.
    history = billed()
    history.defer()
    history.today = date(2024, 2, 12)
    history.change_bill_day(14)
    history.buy("month", 100_00)
    for day in (13, 14, 15, 22, 23, 24):
        history.today = date(2024, 2, day)
        assert agrees(history)
    history.today = date(2024, 3, 20)
    assert agrees(history)


def test_back_dated_is_in_time_and_reversed_is_never() -> None:
    in_time, late = billed(), billed()
    in_time.defer()
    for history in (in_time, late):
        history.today = date(2024, 3, 20)
    without = economics_of(late.account())
    event = late.defer(billed_on=date(2024, 2, 3), on=date(2024, 2, 11))
    assert economics_of(late.account()) == economics_of(in_time.account())
    late.reverse(event.event_id)
    assert economics_of(late.account()) == without
    assert agrees(late)


def test_what_is_refused() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    with pytest.raises(BaitiaoError, match="no-bill-yet"):
        history.defer()
    history.today = date(2024, 2, 5)
    with pytest.raises(BaitiaoError, match="nothing-to-defer"):
        history.defer()
    twice = billed()
    twice.defer()
    twice.today = date(2024, 2, 15)
    with pytest.raises(BaitiaoError, match="already-deferred"):
        twice.defer()
    late = billed()
    late.today = date(2024, 2, 12)
    with pytest.raises(BaitiaoError, match="defer-too-late"):
        late.defer()
    never = History([opened(line=replace(LINE, defer_days=0, defer_daily_ppb=0))])
    never.buy("month", 300_00)
    never.today = date(2024, 2, 5)
    with pytest.raises(BaitiaoError, match="defer-not-offered"):
        never.defer()


@pytest.mark.parametrize(
    ("billed_on", "on"), [(date(2024, 2, 4), date(2024, 2, 11)), (date(2024, 2, 3), date(2024, 2, 12))]
)
def test_a_recorded_one_that_could_not_have_been_is_a_conflict(billed_on: date, on: date) -> None:
    history = billed()
    fact = BillDeferred(billed_on=billed_on, days=10, daily_ppb=400_000)
    event = Event(event_id="A1E3", account_id="A1", number=3, effective_on=on, fact=fact)
    account = replay([*history.events, event], on)
    assert account.conflicts == [Conflict("A1E3", "defer-too-late")]
    assert account.bills[0].due_on == date(2024, 2, 12)


def test_the_nights_are_one_span_however_often_the_account_is_looked_at() -> None:
    # 100.00 of January deferred from 12 to 22 February, beside 100.00 of an earlier bill that is carried.
    history = History([opened(date(2023, 12, 20), bill_day=3)])
    history.buy("month", 100_00)
    history.today = date(2024, 1, 10)
    history.buy("month", 100_00)
    history.today = date(2024, 2, 5)
    history.defer()
    stepped = replay(history.events, date(2024, 2, 5))
    for day in range(6, 20):
        advance(stepped, date(2024, 2, day))
    assert stepped == replay(history.events, date(2024, 2, 19))
