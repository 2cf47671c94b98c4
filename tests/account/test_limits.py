"""Limits of some days and for a purpose: what counts when, what is taken of which, and what asks for one."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.events import Event, LimitDecision, Reversed
from baitiao_cli.account.limits import ANYTHING, Limits, Purpose, Room, TemporaryLimit, rise_fen
from baitiao_cli.account.views.figures import figures, next_boundary_on
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened

TRAVEL = Purpose(scene="travel")


def test_a_temporary_limit_counts_on_its_first_and_last_day_and_not_beside_them() -> None:
    history = History()  # 20,000.00 from 12 January 2024
    history.set_limit(30_000_00, from_on=date(2024, 1, 20), until_on=date(2024, 1, 31))
    days = (date(2024, 1, 19), date(2024, 1, 20), date(2024, 1, 31), date(2024, 2, 1))
    assert [history.account(day).limit_fen for day in days] == [20_000_00, 30_000_00, 30_000_00, 20_000_00]
    assert [next_boundary_on(history.account(day)) for day in days[:3]] == [days[1], days[3], days[3]]


def test_what_was_bought_on_a_temporary_limit_stays_and_only_new_purchases_wait() -> None:
    # 25,000.00 is bought while 30,000.00 may be owed; on 1 February the limit is 20,000.00 again.
    history = History()
    history.set_limit(30_000_00, until_on=date(2024, 1, 31))
    history.buy("month", 25_000_00)
    history.today = date(2024, 2, 1)
    now = figures(history.account())
    assert (now.limit_fen, now.used_fen, now.available_fen) == (20_000_00, 25_000_00, 0)
    assert (now.due_fen, now.next_due_on) == (0, date(2024, 2, 12))
    with pytest.raises(BaitiaoError, match="limit-exceeded"):
        history.buy("month", 1_00)


def test_a_lasting_limit_that_is_raised_above_a_temporary_one_counts() -> None:
    history = History()
    history.set_limit(30_000_00, until_on=date(2024, 1, 31))
    history.set_limit(40_000_00)
    assert history.account().limit_fen == 40_000_00


def test_one_temporary_limit_takes_the_place_of_another_and_ends_when_it_is_said() -> None:
    history = History()
    history.set_limit(30_000_00, until_on=date(2024, 3, 31))
    history.set_limit(25_000_00, until_on=date(2024, 1, 31))
    assert history.account().limit_fen == 25_000_00
    assert history.account(date(2024, 2, 1)).limit_fen == 20_000_00
    history.set_limit(0)
    assert history.account().limit_fen == 20_000_00
    with pytest.raises(BaitiaoError, match="limit-not-set"):
        history.set_limit(0)


def test_an_earmarked_limit_is_taken_first_by_its_purchases_and_by_no_others() -> None:
    # 20,000.00 for anything and 3,000.00 for travel. A journey of 4,000.00 takes 3,000.00 of its own limit and 1,000.00
    # of the line's, of which 19,000.00 are left; for travel no more is left than that.
    history = History()
    history.set_limit(3_000_00, scene="travel")
    history.buy("month", 4_000_00, scene="travel")
    account = history.account()
    assert account.rooms == {ANYTHING: Room(20_000_00, 1_000_00), TRAVEL: Room(3_000_00, 3_000_00)}
    assert (account.used_fen, account.earmarked_taken_fen, account.available_fen) == (4_000_00, 3_000_00, 19_000_00)
    assert account.room_for(TRAVEL).left_fen == 19_000_00
    # A refund of 1,500.00: the line's part comes back first, since 2,500.00 are within the 3,000.00 for travel.
    history.refund("A1P1", 1_500_00)
    account = history.account()
    assert (account.available_fen, account.room_for(TRAVEL).left_fen) == (20_000_00, 20_500_00)
    # Nothing but travel may use what is left of it.
    with pytest.raises(BaitiaoError, match="limit-exceeded"):
        history.buy("month", 20_000_01)
    history.buy("month", 20_000_00)
    assert history.account().room_for(TRAVEL).left_fen == 500_00
    history.hold("month", 500_00, scene="travel")
    assert history.account().room_for(TRAVEL).left_fen == 0


def test_there_is_no_limit_for_a_scene_that_the_line_is_not_for() -> None:
    history = History()
    for verb in (history.set_limit, history.request_limit):
        with pytest.raises(BaitiaoError, match="scene-excluded"):
            verb(3_000_00, scene="investment")
    history.set_limit(3_000_00, scene="virtual")


def test_the_limit_of_a_merchant_comes_before_that_of_a_scene_and_both_before_the_line() -> None:
    limits = Limits({ANYTHING: 100, TRAVEL: 30, Purpose(merchant="Rail"): 20, Purpose("travel", "Air"): 10})
    taken = [
        (Purpose("travel", "Rail"), 25),  # 20 of the merchant's, 5 of the line's
        (Purpose("travel", "Air"), 4),  # of its very own
        (Purpose("travel", "Sea"), 12),  # of the scene's
        (Purpose("food", "Café"), 7),  # of the line's
    ]
    assert limits.rooms(date(2024, 1, 1), taken) == {
        ANYTHING: Room(100, 12),
        TRAVEL: Room(30, 12),
        Purpose(merchant="Rail"): Room(20, 20),
        Purpose("travel", "Air"): Room(10, 4),
    }


def test_what_the_line_has_passed_is_taken_off_a_limit_for_a_purpose() -> None:
    # 2,000.00 used of a line cut to 1,000.00: of 3,000.00 for travel 2,000.00 are left.
    history = History()
    history.buy("month", 2_000_00)
    history.set_limit(1_000_00)
    history.set_limit(3_000_00, scene="travel")
    assert history.account().room_for(TRAVEL).left_fen == 2_000_00
    with pytest.raises(BaitiaoError, match="limit-exceeded"):
        history.buy("month", 2_000_01, scene="travel")
    history.buy("month", 2_000_00, scene="travel")


def test_a_bill_that_becomes_installments_does_not_give_its_limit_for_a_purpose_back() -> None:
    # 1,000.00 and 500.00 for travel, all used; as installments the 500.00 are the line's, which passes its limit so.
    history = History([opened(limit_fen=1_000_00)])
    history.set_limit(500_00, scene="travel")
    history.buy("inst", 1_000_00, 12)
    history.buy("month", 500_00, scene="travel")
    history.today = date(2024, 2, 4)
    history.convert(24)
    assert history.account().room_for(TRAVEL).left_fen == 0
    with pytest.raises(BaitiaoError, match="limit-exceeded"):
        history.buy("month", 1_00, scene="travel")


def test_a_limit_that_comes_late_may_not_make_a_later_one_too_much() -> None:
    # 100,000.00 and from 1 February 100,000.00 for travel are 200,000.00 in all.
    history = History([opened(limit_fen=100_000_00)])
    history.today = date(2024, 2, 2)
    history.set_limit(100_000_00, on=date(2024, 2, 1), scene="travel")
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.set_limit(100_000_01, on=date(2024, 1, 20))
    cut = history.set_limit(50_000_00)
    history.set_limit(50_000_00, merchant="Rail")
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(cut.event_id)


def test_a_purchase_that_comes_late_may_not_pass_by_more_a_limit_that_is_passed() -> None:
    # 1,500.00 bought while 2,000.00 were the limit, which was then reversed: 1,000.00. 500.00 more earlier would be
    # 1,000.00 too much on the day of the purchase instead of 500.00.
    history = History([opened(limit_fen=1_000_00)])
    raised = history.set_limit(2_000_00)
    history.today = date(2024, 1, 14)
    history.buy("month", 1_500_00)
    history.events.append(
        Event(
            event_id="A1E4",
            account_id="A1",
            number=4,
            effective_on=history.today,
            fact=Reversed(event_id=raised.event_id),
        )
    )
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.buy("month", 500_00, on=date(2024, 1, 13))


def test_ending_a_limit_for_a_purpose_puts_its_purchases_on_the_line() -> None:
    history = History()
    history.set_limit(3_000_00, scene="travel")
    history.buy("month", 2_000_00, scene="travel")
    assert history.account().available_fen == 20_000_00
    history.set_limit(0, scene="travel")
    assert history.account().available_fen == 18_000_00


def test_a_limit_for_a_purpose_may_be_temporary_too() -> None:
    history = History()
    history.set_limit(3_000_00, scene="travel", until_on=date(2024, 1, 31))
    history.buy("month", 2_000_00, scene="travel")
    assert history.account().available_fen == 20_000_00
    assert history.account(date(2024, 2, 1)).available_fen == 18_000_00


def test_the_end_of_a_limit_may_not_undermine_a_purchase_when_it_comes_late() -> None:
    # 22,000.00 of travel on 1 March need the 3,000.00 of their own that were there since 1 February.
    history = History()
    history.set_limit(3_000_00, scene="travel")
    history.today = date(2024, 3, 1)
    history.buy("month", 10_000_00, scene="travel", on=date(2024, 2, 1))
    history.buy("month", 12_000_00, scene="")
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.set_limit(0, scene="travel", on=date(2024, 2, 15))
    history.set_limit(0, scene="travel")


@pytest.mark.parametrize(
    ("limit_fen", "days", "code"),
    [
        (20_000_00, (None, date(2024, 1, 31)), "limit-not-higher"),
        (30_000_00, (None, date(2024, 1, 11)), "limit-days-invalid"),  # before the day it is said
        (30_000_00, (date(2024, 1, 11), date(2024, 1, 31)), "limit-days-invalid"),
        (30_000_00, (date(2024, 2, 1), date(2024, 1, 31)), "limit-days-invalid"),
        (30_000_00, (None, date(2025, 1, 12)), "limit-days-invalid"),  # 367 days, both included
        (30_000_00, (date(2025, 1, 13), date(2025, 1, 14)), "limit-days-invalid"),  # begins in more than 366 days
        (30_000_00, (date(2025, 1, 12), date(2025, 1, 14)), ""),
        (30_000_00, (None, date(2025, 1, 11)), ""),
        (30_000_00, (None, date(2024, 1, 12)), ""),
        (200_000_01, (None, date(2024, 1, 31)), "limit-out-of-range"),
    ],
)
def test_which_temporary_limits_there_may_be(limit_fen: int, days: tuple[date | None, date], code: str) -> None:
    history = History()
    if code:
        with pytest.raises(BaitiaoError, match=code):
            history.set_limit(limit_fen, from_on=days[0], until_on=days[1])
    else:
        history.set_limit(limit_fen, from_on=days[0], until_on=days[1])
        assert history.account(days[1]).limit_fen == limit_fen


def test_all_limits_together_are_no_more_than_a_line_may_be() -> None:
    # 200,000.00 at most: 20,000.00 and 180,000.00, or 100,000.00 for some days and 100,000.00.
    history = History()
    with pytest.raises(BaitiaoError, match="limits-out-of-range"):
        history.set_limit(180_000_01, scene="travel")
    history.set_limit(100_000_00, scene="travel")
    with pytest.raises(BaitiaoError, match="limits-out-of-range"):
        history.set_limit(100_000_01, until_on=date(2024, 1, 31))
    history.set_limit(100_000_00, until_on=date(2024, 1, 31))


def test_a_request_changes_nothing_until_it_is_granted_in_full_or_in_part() -> None:
    history = History()
    request = history.request_limit(30_000_00)
    account = history.account()
    assert account.limit_request is not None
    assert (account.limit_fen, account.limit_request.event_id) == (20_000_00, request.event_id)
    with pytest.raises(BaitiaoError, match="limit-request-waiting"):
        history.request_limit(40_000_00)
    with pytest.raises(BaitiaoError, match="grant-above-request"):
        history.decide_limit("granted", 30_000_01)
    granted = history.decide_limit("granted", 25_000_00)
    assert (history.account().limit_fen, history.account().limit_request) == (25_000_00, None)
    with pytest.raises(BaitiaoError, match="no-limit-request"):
        history.decide_limit("refused")
    history.reverse(granted.event_id)
    assert history.account().limit_fen == 20_000_00
    history.decide_limit("granted")
    assert history.account().limit_fen == 30_000_00


@pytest.mark.parametrize("decision", ["refused", "withdrawn"])
def test_a_request_that_is_not_granted_leaves_the_limit(decision: LimitDecision) -> None:
    history = History()
    history.request_limit(30_000_00, scene="travel")
    history.decide_limit(decision)
    assert history.account().rooms == {ANYTHING: Room(20_000_00, 0)}
    history.request_limit(30_000_00, scene="travel")


def test_a_temporary_limit_that_is_granted_late_begins_when_it_is_granted_if_its_days_are_not_over() -> None:
    history = History()
    history.request_limit(30_000_00, until_on=date(2024, 1, 31))
    history.today = date(2024, 1, 20)
    history.decide_limit("granted")
    assert history.account(date(2024, 1, 19)).limit_fen == 20_000_00
    assert history.account().limit_fen == history.account(date(2024, 1, 31)).limit_fen == 30_000_00
    history.request_limit(35_000_00, until_on=date(2024, 1, 31))
    history.today = date(2024, 2, 1)
    with pytest.raises(BaitiaoError, match="limit-days-invalid"):
        history.decide_limit("granted")
    history.decide_limit("refused")


def test_a_request_whose_decision_stands_cannot_be_reversed() -> None:
    history = History()
    request = history.request_limit(30_000_00)
    history.decide_limit("granted")
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(request.event_id)


def test_closing_and_reopening_leave_one_limit_and_no_request() -> None:
    history = History()
    history.set_limit(3_000_00, scene="travel")
    history.request_limit(30_000_00)
    history.close()
    assert history.account().limit_request is None
    history.reopen(5_000_00)
    assert history.account().rooms == {ANYTHING: Room(5_000_00, 0)}


def test_a_raise_is_the_most_that_any_day_gains() -> None:
    day = date(2026, 1, 10)
    lasting = {ANYTHING: 20_000_00}
    week = TemporaryLimit(50_000_00, date(2026, 2, 1), date(2026, 2, 7))
    longer = TemporaryLimit(50_000_00, date(2026, 2, 1), date(2026, 12, 30))
    before = Limits(lasting, {ANYTHING: week})
    # From 8 February on 50,000 may be owed where 20,000 could; the week itself gains nothing.
    assert rise_fen(before, Limits(lasting, {ANYTHING: longer}), day) == 30_000_00
    assert rise_fen(Limits(lasting, {ANYTHING: longer}), before, day) == 0
    # A limit for travel comes besides the line's: 5,000 + 1,000 more.
    assert rise_fen(Limits(lasting), Limits({ANYTHING: 21_000_00, TRAVEL: 5_000_00}), day) == 6_000_00
    # What is over before the day is weighed on no day.
    assert rise_fen(Limits(lasting), before, date(2026, 3, 1)) == 0
