"""Extensions: which rows move and where to, what they cost, how long a plan may be extended, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.verbs.extend import last_due_on, months_until, most_months
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


def dues(history: History, plan_id: str = "A1P1") -> list[date]:
    return [row.due_on for row in history.account().plans[plan_id].rows]


def test_dates_hang_on_the_anchor_through_several_extensions() -> None:
    history = History([opened(date(2024, 1, 31))])
    history.buy("epp", 3_000_00, 3)
    history.extend("A1P1", 1)
    assert dues(history) == [date(2024, 3, 31), date(2024, 4, 30), date(2024, 5, 31)]
    history.extend("A1P1", 1)
    assert dues(history) == [date(2024, 4, 30), date(2024, 5, 31), date(2024, 6, 30)]


def test_a_row_that_was_asked_for_stays_and_so_does_what_a_bill_asked_for() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 2, 12)  # the due date of the first bill: not late before the next day
    history.extend("A1P1", 1)
    assert dues(history) == [date(2024, 2, 12), date(2024, 4, 12), date(2024, 5, 12)]


def test_weeks_move_by_months_to_the_same_day_of_the_month() -> None:
    history = History([opened(date(2024, 1, 31))])
    history.buy("weekly", 3_000_00, 3)
    history.extend("A1P1", 1)
    assert dues(history) == [date(2024, 3, 7), date(2024, 3, 14), date(2024, 3, 21)]


def test_interest_above_the_payment_goes_on_to_the_next_row_and_bears_none() -> None:
    # 36 payments at 36% a year: after 18 months the interest is far above a payment.
    history = History([opened(date(2024, 1, 12))])
    history.buy("dear", 5_000_00, 36)
    payment_fen = history.account().plans["A1P1"].rows[0].planned.total_fen
    history.extend("A1P1", 18)
    history.today = dues(history)[0]
    row = history.account().plans["A1P1"].rows[0]
    assert (row.asked.interest, row.asked.principal) == (payment_fen, 0)
    assert prove(history.events, history.today).differences == ()


def test_a_pause_after_an_extension_goes_by_the_new_dates() -> None:
    # The second row of 1,200.00 in 12 now begins on 3 February and ends on 3 May: 90 nights, 30 of them paused.
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 5)
    history.extend("A1P1", 2)
    history.pause("A1P1", date(2024, 3, 6))
    rows = history.account().plans["A1P1"].rows
    assert [row.planned.fee for row in rows[:3]] == [7_20, 4_80, 7_20]


@pytest.mark.parametrize(
    ("product", "count", "months"),
    [
        ("inst", 12, 12),
        ("inst", 24, 12),  # half of more than a year
        ("epi", 36, 18),
        ("daily", 4, 4),
        ("daily", 8, 4),  # what is due at the end is due within a year
        ("daily", 12, 0),
        ("defer60", 1, 2),
        ("weekly", 3, 1),  # a month begun
    ],
)
def test_how_long_a_plan_may_be_extended(product: str, count: int, months: int) -> None:
    history = History()
    history.buy(product, 1_000_00, count)
    assert most_months(history.account().plans["A1P1"]) == months
    with pytest.raises(BaitiaoError, match="extend-too-long"):
        history.extend("A1P1", months + 1)
    if months > 1:
        history.extend("A1P1", months - 1)
    if months:
        history.extend("A1P1", 1)
    with pytest.raises(BaitiaoError, match="extend-too-long"):
        history.extend("A1P1", 1)


def test_what_cannot_be_extended() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 300_00, 3)
    history.buy("month", 300_00)
    with pytest.raises(BaitiaoError, match="extend-not-offered"):
        history.extend("A1P2", 1)
    history.today = date(2024, 2, 13)
    with pytest.raises(BaitiaoError, match="extend-overdue"):
        history.extend("A1P1", 1)
    history.today = date(2024, 4, 5)
    history.repay(1_000_00)
    with pytest.raises(BaitiaoError, match="nothing-owed"):
        history.extend("A1P1", 1)
    billed = History([opened(date(2024, 1, 12), bill_day=3)])
    billed.buy("month", 300_00)
    billed.buy("repair", 300_00, 2)
    billed.today = date(2024, 2, 12)
    billed.repay(700_00)
    billed.today = date(2024, 3, 4)
    with pytest.raises(BaitiaoError, match="nothing-owed"):
        billed.extend("A1P2", 1)


def test_what_is_settled_or_gone_by_then_is_left_alone_when_the_past_changes() -> None:
    history = History([opened(date(2024, 1, 31))])
    history.buy("epi", 3_000_00, 3)
    history.today = date(2024, 2, 20)
    event = history.extend("A1P1", 1)
    moved = dues(history)
    history.pay_off("A1P1", on=date(2024, 2, 10))
    assert history.account().plans["A1P1"].settled_on == date(2024, 2, 10)
    history.reverse(event.event_id)
    assert dues(history)[0] < moved[0]


@pytest.mark.parametrize(("product", "count"), [("inst", 3), ("epp", 3), ("weekly", 3)])
def test_the_last_due_date_that_is_told_is_the_one_that_comes(product: str, count: int) -> None:
    # On bills by their own day, on the anniversary of 31 January by the anchor, also after an extension before.
    for before in (0, 1):
        for months in (1, 2):
            history = History([opened(date(2024, 1, 31))])
            history.buy(product, 3_000_00, count)
            if before:
                history.extend("A1P1", before)
            left = most_months(history.account().plans["A1P1"]) - before
            if months <= left:
                told = last_due_on(history.account().plans["A1P1"], months)
                assert months_until(history.account(), "A1P1", told, history.today) == months
                history.extend("A1P1", months)
                assert dues(history)[-1] == told


def test_a_day_between_is_refused_with_those_near_it() -> None:
    history = History([opened(date(2024, 1, 31))])
    history.buy("epp", 3_000_00, 3)  # 29 February, 31 March, 30 April; extended at most by 3 months
    for until_on, near in (
        (date(2024, 6, 15), [date(2024, 5, 31), date(2024, 6, 30)]),
        (date(2024, 5, 1), [date(2024, 5, 31)]),
        (date(2024, 8, 1), [date(2024, 7, 31)]),
    ):
        with pytest.raises(BaitiaoError, match="extend-until-unreachable") as refusal:
            months_until(history.account(), "A1P1", until_on, history.today)
        assert refusal.value.details["near"] == near
    with pytest.raises(BaitiaoError, match="extend-not-offered"):
        history.buy("month", 100_00)
        months_until(history.account(), "A1P2", date(2024, 5, 12), history.today)


def test_what_has_asked_for_its_last_installment_has_none_to_move() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    for on in (date(2024, 2, 12), date(2024, 3, 12)):
        history.today = on
        history.repay(101_80)
    history.today = date(2024, 4, 5)  # the bill of the 3rd asked for the last, which is due on the 12th
    with pytest.raises(BaitiaoError, match="extend-not-offered"):
        history.extend("A1P1", 1)
