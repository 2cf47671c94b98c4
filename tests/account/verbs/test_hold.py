"""Holds: what reserves a part of the limit, until it is captured or released or its last day is over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from baitiao_cli.account.verbs.close import closing_blockers
from baitiao_cli.account.views.figures import figures, next_boundary_on
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History

TODAY = date(2024, 1, 12)  # the day on which a history begins


def test_a_hold_reserves_its_amount_and_owes_nothing() -> None:
    history = History()
    history.hold("inst", 6_000_00, 6)
    now = figures(history.account())
    assert (now.held_fen, now.used_fen, now.available_fen, now.owed_fen) == (6_000_00, 0, 14_000_00, 0)
    with pytest.raises(BaitiaoError, match="limit-exceeded") as refusal:
        history.buy("month", 14_000_01)
    assert (refusal.value.details["used_fen"], refusal.value.details["held_fen"]) == (0, 6_000_00)
    history.buy("month", 14_000_00)


def test_a_hold_lasts_through_its_last_day() -> None:
    # Thirty days after 12 January are 11 February: held then, not on the 12th.
    history = History()
    history.hold("month", 100_00)
    assert next_boundary_on(history.account()) == date(2024, 2, 12)
    history.today = date(2024, 2, 11)
    assert history.account().held_fen == 100_00
    history.today = date(2024, 2, 12)
    assert history.account().held_fen == 0
    with pytest.raises(BaitiaoError, match="hold-expired") as refusal:
        history.capture()
    assert refusal.value.details["ended_on"] == date(2024, 2, 11)
    history.capture(on=date(2024, 2, 11))  # it was captured in time and is entered late
    assert history.account().used_fen == 100_00


@pytest.mark.parametrize(("days", "is_refused"), [(-1, True), (0, False), (365, False), (366, True)])
def test_the_last_day_is_from_the_day_itself_to_a_year_later(days: int, is_refused: bool) -> None:
    history = History()
    if is_refused:
        with pytest.raises(BaitiaoError, match="hold-day-out-of-range"):
            history.hold("month", 100_00, until=TODAY + timedelta(days=days))
    else:
        history.hold("month", 100_00, until=TODAY + timedelta(days=days))
        assert history.account().held_fen == 100_00


@pytest.mark.parametrize(
    ("product", "amount_fen", "before", "code"),
    [
        ("inst", 599_00, "lock", "account-locked"),
        ("inst", 599_00, "suspend", "account-suspended"),
        ("inst", 599_00, "close", "account-closed"),
        ("inst", 99, "", "amount-outside-product"),
        ("month", 20_000_01, "", "limit-exceeded"),
    ],
)
def test_a_hold_is_refused_as_the_purchase_would_be(product: str, amount_fen: int, before: str, code: str) -> None:
    history = History()
    if before:
        getattr(history, before)()
    for verb in (history.hold, history.buy):
        with pytest.raises(BaitiaoError, match=code):
            verb(product, amount_fen, None)


def test_a_capture_of_less_releases_the_rest_and_one_of_more_is_refused() -> None:
    history = History()
    history.hold("month", 100_00)
    with pytest.raises(BaitiaoError, match="capture-exceeds-hold"):
        history.capture(amount_fen=100_01)
    history.capture(amount_fen=60_00)
    account = history.account()
    assert (account.used_fen, account.held_fen, account.available_fen) == (60_00, 0, 20_000_00 - 60_00)


def test_a_hold_ends_once() -> None:
    history = History()
    history.hold("month", 100_00)
    history.hold("month", 200_00)
    history.capture("A1H1")
    history.release("A1H2")
    for hold_id, code in (("A1H1", "hold-captured"), ("A1H2", "hold-released"), ("A1H3", "hold-unknown")):
        for verb in (history.capture, history.release):
            with pytest.raises(BaitiaoError, match=code):
                verb(hold_id)


def test_a_capture_is_of_the_terms_of_the_hold_and_of_its_own_day() -> None:
    # Held on 12 January, captured on 5 February, after the bill of the 3rd: the first installment is in the bill of
    # 3 March, due on the 12th. 600.00 in 3, 0.6% of it a period for tier B, as agreed at the hold.
    history = History()
    history.hold("inst", 600_00, 3)
    history.today = date(2024, 2, 5)
    history.capture()
    rows = history.account().plans["A1P1"].rows
    assert [(row.due_on, row.planned.principal, row.planned.fee) for row in rows] == [
        (date(2024, 3, 12), 200_00, 3_60),
        (date(2024, 4, 12), 200_00, 3_60),
        (date(2024, 5, 12), 200_00, 3_60),
    ]


@pytest.mark.parametrize("stop", ["lock", "suspend"])
def test_what_was_authorised_is_captured_although_nothing_may_be_bought(stop: str) -> None:
    history = History()
    history.hold("month", 100_00)
    getattr(history, stop)()
    history.set_limit(50_00)
    history.capture()
    assert history.account().used_fen == 100_00
    assert history.account().conflicts == []


def test_a_hold_is_not_closed_over() -> None:
    history = History()
    history.hold("month", 100_00)
    history.hold("month", 50_00)
    assert [(blocker.code, blocker.amount_fen, blocker.cure) for blocker in closing_blockers(history.account())] == [
        ("held", 100_00, "baitiao release A1H1"),
        ("held", 50_00, "baitiao release A1H2"),
    ]
    with pytest.raises(BaitiaoError, match="close-blocked-held"):
        history.close()
    history.today += timedelta(days=31)  # both have expired
    history.close()


def test_a_hold_that_a_capture_names_is_not_reversed_and_a_reversed_capture_holds_again() -> None:
    history = History()
    hold = history.hold("month", 100_00)
    capture = history.capture()
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(hold.event_id)
    history.reverse(capture.event_id)
    account = history.account()
    assert (account.held_fen, account.used_fen) == (100_00, 0)
    history.reverse(hold.event_id)
    assert history.account().holds == {}


def test_a_release_that_is_told_late_may_not_come_before_the_capture() -> None:
    history = History()
    history.hold("month", 100_00)
    history.today += timedelta(days=5)
    history.capture()
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.release(on=TODAY + timedelta(days=1))


def test_a_hold_that_is_told_late_may_not_take_what_a_later_purchase_has() -> None:
    history = History()
    history.today += timedelta(days=5)
    history.buy("month", 15_000_00)
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.hold("month", 6_000_00, on=TODAY)
    history.hold("month", 6_000_00, on=TODAY, until=TODAY + timedelta(days=4))  # it had expired by then
