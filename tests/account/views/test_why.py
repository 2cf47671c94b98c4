"""What changed between two days and what each event did, figure by figure."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from baitiao_cli.account.views.explain.bill import explain_bill
from baitiao_cli.account.views.history import history as history_of
from baitiao_cli.account.views.statement import find_bill
from baitiao_cli.account.views.why import between_days, compare_bills
from tests.laws.history import History


@pytest.fixture
def late() -> History:
    """1,000.00 on the bill and 1,200.00 in 12 on 12 January, due on 12 February; 50.00 are paid on the 20th."""
    history = History()
    history.buy("month", 1_000_00)
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 20)
    history.repay(50_00)
    return history


def test_each_cause_is_told_with_what_it_changed(late: History) -> None:
    found = between_days(late.events, date(2024, 1, 15), date(2024, 2, 25))
    assert [(change.on.isoformat(), change.cause, change.event_id, change.stated_fen) for change in found.changes] == [
        ("2024-02-03", "bill", "", 0),
        ("2024-02-20", "nights", "", 0),
        ("2024-02-20", "repayment-received", "A1E4", 50_00),
        ("2024-02-25", "nights", "", 0),
    ]
    bill, eight_nights, paid, five_nights = (change.changes for change in found.changes)
    assert bill == {"owed": 7_20, "due": 1_000_00 + 107_20}
    # 4.00 carried, 1.20 for the missed minimum, 0.43 on the installment; overdue are 100.00, 107.20 and the 0.43.
    assert eight_nights == {"owed": 5_63, "due": 5_63, "overdue": 207_63}
    assert paid == {"used": -37_17, "available": 37_17, "owed": -50_00, "due": -50_00, "overdue": -50_00}
    # 2.50 and 0.75 of the 1,000.00, 62.83 of the row x 0.05% x 5 = 0.16
    assert five_nights == {"owed": 3_41, "due": 3_41, "overdue": 16}
    total = {name: sum(change.changes.get(name, 0) for change in found.changes) for name in found.differences}
    assert found.differences == total


def test_a_due_date_is_told_as_what_it_is(late: History) -> None:
    (passed,) = between_days(late.events, date(2024, 2, 11), date(2024, 2, 13)).changes
    assert passed.on == date(2024, 2, 13)
    assert passed.cause == "nights"
    assert between_days(late.events, date(2024, 2, 4), date(2024, 2, 11)).changes == []


def test_history_tells_what_was_said_and_what_it_did_to_the_debt(late: History) -> None:
    lines = history_of(late.events, date(2024, 2, 25))
    assert [(line.kind, line.stated_fen, line.amount_fen, line.balance_fen) for line in lines] == [
        ("account-opened", 0, 0, 0),
        ("purchase-made", 1_000_00, 1_000_00, 1_000_00),
        ("purchase-made", 1_200_00, 1_200_00, 2_200_00),
        ("bill", 0, 7_20, 2_207_20),
        ("charged", 0, 5_63, 2_212_83),
        ("repayment-received", 50_00, -50_00, 2_162_83),
    ]


def test_why_one_bill_asks_for_more_than_another(late: History) -> None:
    # Of the 50.00, 37.17 paid the first row: 62.83 of it and 0.38 for its 12 late nights since stand beside the second.
    late.today = date(2024, 3, 5)
    first, second = (find_bill(late.events, late.today, number) for number in (1, 2))
    found = [
        (one.part, one.plan_id, one.before_fen, one.after_fen, one.numbers_before, one.numbers_after)
        for one in compare_bills(first, second)
    ]
    assert found == [
        ("installments", "A1P2", 107_20, 62_83 + 38 + 107_20, (1,), (1, 2)),
        ("new_purchases", "A1P1", 1_000_00, 0, (1,), ()),
        ("interest", "", 0, 6_00, (), (1,)),  # 20 nights of 0.50, of which 4.00 are paid
        ("late_charge", "", 0, 1_80, (), (1,)),  # 20 nights of 0.15, of which 1.20 are paid
        ("carried", "A1P1", 0, 1_000_00, (), (1,)),
    ]
    assert second.document.figures.amount_due_fen == sum(one[3] for one in found)


def test_the_lines_of_a_bill_have_their_rules_and_their_causes(late: History) -> None:
    late.today = date(2024, 3, 5)

    def lines(number: int) -> dict[str, list[tuple[str, Fraction | int, str, int, str]]]:
        found = explain_bill(late.events, find_bill(late.events, late.today, number))
        return {
            one.figure: [(line.rule, line.exact, line.plan_id, line.number, line.event_id) for line in one.lines]
            for one in found
        }

    assert lines(1) == {
        "amount_due": [
            ("due-installments", 100_00, "A1P2", 1, "A1E3"),
            ("due-installments", 7_20, "A1P2", 1, "A1E3"),
            ("due-new-purchases", 1_000_00, "A1P1", 1, "A1E2"),
        ],
        "minimum_due": [("installments-in-full", 107_20, "", 0, ""), ("share-of-purchases", 100_00, "", 0, "")],
        "purchases": [("purchases", 1_000_00, "A1P1", 0, "A1E2"), ("purchases", 1_200_00, "A1P2", 0, "A1E3")],
        "fees": [("fee-per-period", 7_20, "A1P2", 1, "A1E3")],
        "closing": [("purchases", 2_200_00, "", 0, ""), ("fees", 7_20, "", 0, "")],
    }
    second = lines(2)
    assert second["interest"] == [("carried-night", 10_00, "", 0, "")]
    assert second["late_charges"] == [
        ("late_charges", 43, "A1P2", 0, "A1E4"),
        ("late_charges", 38, "A1P2", 0, ""),
        ("late-night", 3_00, "", 0, ""),
    ]
    assert second["repayments"] == [("repayments", -5_20, "", 0, "A1E4"), ("repayments", -44_80, "A1P2", 0, "A1E4")]
    assert second["closing"] == [
        ("opening", 2_207_20, "", 0, ""),
        ("interest", 10_00, "", 0, ""),
        ("fees", 7_20, "", 0, ""),
        ("late_charges", 3_81, "", 0, ""),
        ("repayments", -50_00, "", 0, ""),
    ]


def test_what_was_learned_later_is_told_with_its_event(late: History) -> None:
    late.today = date(2024, 2, 5)
    story = History(events=late.events[:3], today=late.today, plan_count=2)
    story.issue_bills()
    story.today = date(2024, 2, 6)
    learned = story.refund("A1P1", 100_00, on=date(2024, 2, 1))
    story.today = date(2024, 3, 3)
    found = explain_bill(story.events, find_bill(story.events, story.today, 2))
    (adjustment,) = [one for one in found if one.figure == "adjustment"]
    assert [(line.rule, line.exact, line.event_id) for line in adjustment.lines] == [
        ("learned-later", -100_00, learned.event_id)
    ]
