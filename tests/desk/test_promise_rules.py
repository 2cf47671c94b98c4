"""What has come of promises, worked by hand at the ends of their days."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.desk.collection.promises import Came, Money, Outcome, Promise, outcomes


def march(day: int) -> date:
    return date(2026, 3, day)


def always(_on: date) -> bool:
    return True


HUNDRED = Promise(1, march(5), 720, 100_00, march(10))


@pytest.mark.parametrize(
    ("money", "as_of", "expected"),
    [
        ([], 10, Outcome("open", 0)),  # its last day
        ([], 11, Outcome("broken", 0)),
        ([Money(march(10), 0, 100_00)], 10, Outcome("kept", 100_00, march(10))),
        ([Money(march(11), 0, 100_00)], 11, Outcome("broken", 0)),  # a day late
        ([Money(march(9), 0, 99_99)], 11, Outcome("broken", 99_99)),  # a fen short
        ([Money(march(6), 0, 40_00), Money(march(8), 0, 80_00)], 20, Outcome("kept", 100_00, march(8))),
        ([Money(march(4), 0, 100_00)], 11, Outcome("broken", 0)),  # before it was promised
        ([Money(march(5), 719, 100_00)], 11, Outcome("broken", 0)),
        ([Money(march(5), 721, 100_00)], 5, Outcome("kept", 100_00, march(5))),
        ([Money(march(5), 0, 100_00)], 11, Outcome("broken", 0)),  # debited as the day began
        ([Money(march(8), 0, 100_00)], 7, Outcome("open", 0)),  # not there yet
    ],
)
def test_one_promise(money, as_of, expected) -> None:
    assert outcomes([HUNDRED], money, march(as_of), always)[1][:3] == expected[:3]


def test_each_fen_counts_for_one_promise_the_one_that_is_due_first() -> None:
    later = Promise(2, march(5), 725, 50_00, march(20))
    sooner = Promise(3, march(6), 540, 30_00, march(9))
    money = [Money(march(7), 99, 100_00)]
    # 30.00 for D3 by the 9th, then 70.00 of the 100.00 of D1 by the 10th, nothing for D2.
    assert outcomes([HUNDRED, later, sooner], money, march(11), always) == {
        1: Outcome("broken", 70_00, money=(Came(march(7), "", 70_00),)),
        2: Outcome("open", 0),
        3: Outcome("kept", 30_00, march(7), (Came(march(7), "", 30_00),)),
    }


def test_of_two_that_are_due_on_a_day_the_earlier_one_comes_first() -> None:
    twin = Promise(2, march(5), 725, 100_00, march(10))
    came = outcomes([twin, HUNDRED], [Money(march(8), 99, 150_00)], march(11), always)
    assert (came[1].state, came[2][:3]) == ("kept", ("broken", 50_00, None))


@pytest.mark.parametrize(
    ("paid_off", "as_of", "state"), [(10, 10, "cleared"), (10, 11, "cleared"), (10, 9, "open"), (11, 11, "broken")]
)
def test_once_nothing_is_owed_a_promise_is_not_broken(paid_off, as_of, state) -> None:
    """60.00 were owed when 100.00 were promised by the 10th; nothing is from the day of the last payment on."""
    came = outcomes([HUNDRED], [Money(march(8), 800, 60_00)], march(as_of), lambda on: on < march(paid_off))
    assert came[1][:2] == (state, 60_00)
