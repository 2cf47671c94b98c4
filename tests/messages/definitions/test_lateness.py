"""The examples of the page `lateness`, worked by hand, are what the engine says.

One line of `month` (bills on the 3rd, due on the 12th, at least 10%, 0.05% a day on what is carried): 1,000.00 bought
on 10 January 2026, billed on 3 February, due on 12 February; the minimum is 100.00.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from baitiao_cli.account.classification import LAST_DAYS, class_of
from baitiao_cli.account.delinquency import bucket
from baitiao_cli.messages.definitions import definition_of

DUE_ON = date(2026, 2, 12)


def example(name: str) -> str:
    return definition_of("lateness", name).example.in_language("en")


@pytest.fixture
def line(at):
    """Runs a command on a day in a ledger where 1,000.00 were bought."""
    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "20000")
    at("2026-01-10", "charge", "A1", "1000")
    return at


@pytest.mark.parametrize(("on", "days"), [("2026-02-12", 0), ("2026-02-13", 1), ("2026-03-05", 21)])
def test_days_past_due(line, on: str, days: int) -> None:
    """12 February to 5 March: 16 days of February and 5 of March."""
    assert line(on, "show", "A1")["days_past_due"] == days
    assert f"{days}" in example("days-past-due")
    assert f" {on[5:]}" in example("days-past-due")


def test_overdue_since_the_oldest(line) -> None:
    shown = line("2026-03-20", "show", "A1")
    assert shown["overdue_since_on"] == "2026-02-12"
    assert shown["bill"]["due_on"] == "2026-03-12"
    assert example("overdue-since").endswith("2026-02-12.")


def test_buckets_and_classes_of_a_line(line) -> None:
    """91 days after 12 February is 14 May: 16 + 31 + 30 + 14."""
    assert (DUE_ON + timedelta(91)).isoformat() == "2026-05-14"
    shown = line("2026-05-14", "show", "A1")
    assert (shown["days_past_due"], shown["bucket"], shown["class"]) == (91, "M4", "substandard")
    assert "91 days past due are substandard" in example("class")
    assert line("2026-02-12", "show", "A1")["bucket"] == "M0"


def test_overdue(line) -> None:
    shown = line("2026-02-13", "show", "A1")
    assert (shown["bill"]["amount_due_fen"], shown["bill"]["minimum_due_fen"]) == (1000_00, 100_00)
    assert (shown["overdue_fen"], shown["cure_fen"]) == (100_00, 100_00)
    assert "100.00, too" in example("cure")
    assert "a bill of 1,000.00 with a minimum of 100.00: 100.00" in example("overdue")


def test_late_charge(line) -> None:
    """1,000.00 x 0.015% x 8 = 1.20, from 12 to 20 February."""
    assert line("2026-02-20", "show", "A1")["owed_parts"]["late_charge_fen"] == 120
    assert example("late-charge").endswith("at 0.015% a night: 1.20 after 8 nights.")


def test_carried(line) -> None:
    """Left is 900.00; a day of it costs 0.45, two cost 0.90."""
    line("2026-02-12", "repay", "A1", "100")
    shown = line("2026-02-14", "show", "A1")
    assert shown["days_past_due"] == 0
    assert shown["owed_parts"] == {"principal_fen": 900_00, "interest_fen": 90, "fee_fen": 0, "late_charge_fen": 0}
    assert "900.00 are carried, at 0.05% a day 0.90 in 2 days" in example("carried")


def test_minimum_left(line) -> None:
    line("2026-02-05", "repay", "A1", "40")
    assert line("2026-02-05", "show", "A1")["minimum_left_fen"] == 60_00
    assert example("minimum-left").endswith("60.00.")


# The days named in the examples and what they are by each rule, from the regulations that `classification.py` cites.
CLASSES = {
    0: ("normal", "normal"),
    1: ("special-mention", "special-mention"),
    90: ("special-mention", "special-mention"),
    91: ("substandard", "substandard"),
    120: ("substandard", "substandard"),
    121: ("substandard", "doubtful"),
    180: ("substandard", "doubtful"),
    181: ("substandard", "loss"),
    270: ("substandard", "loss"),
    271: ("doubtful", "loss"),
    360: ("doubtful", "loss"),
    361: ("loss", "loss"),
}


def test_the_five_classes() -> None:
    assert {days: (class_of(days, "2023"), class_of(days, "card")) for days in CLASSES} == CLASSES
    assert class_of(0, "2023", is_eased=True) == "special-mention"
    for rule, name in (("2023", "by 2023"), ("card", "by card")):
        assert f"{', '.join(map(str, LAST_DAYS[rule]))} {name}" in example("class-rule")


BUCKETS = {
    "M0": (0, 0),
    "M1": (1, 30),
    "M2": (31, 60),
    "M3": (61, 90),
    "M4": (91, 120),
    "M5": (121, 150),
    "M6": (151, 180),
}


@pytest.mark.parametrize("name", BUCKETS)
def test_buckets(name: str) -> None:
    first, last = BUCKETS[name]
    assert {bucket(days) for days in range(first, last + 1)} == {name}
    assert name == "M0" or example(name).startswith(f"{first} and {last} days")


def test_the_last_bucket_has_no_end() -> None:
    assert {bucket(days) for days in (181, 400)} == {"M7+"}
