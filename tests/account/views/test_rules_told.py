"""By which rules explanations tell a figure: each by its own, and none by one that stands for what is not known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from baitiao_cli.account.views.explain.bill import explain_bill
from baitiao_cli.account.views.explain.line import Explained
from baitiao_cli.account.views.explain.payoff import explain_payoff
from baitiao_cli.account.views.explain.plan import explain_rows
from baitiao_cli.account.views.statement import find_bill
from tests.laws.history import GRACE_LINE, History, opened

Told = tuple[str, Fraction | int]


def row_told(history: History, number: int, figure: str, plan_id: str = "A1P1") -> list[Told]:
    account = history.account()
    (found,) = [one for one in explain_rows(account, account.plans[plan_id], number) if one.figure == figure]
    return told(found)


def told(found: Explained) -> list[Told]:
    return [(line.rule, line.exact) for line in found.lines]


def test_interest_that_a_row_could_not_ask_for_goes_over_to_the_next() -> None:
    # 1,000.00 in 3 at 10.8%, all but a fen of the first payment of 339.33 paid after a night: that costs 0.30. The row
    # asks for no more interest than was paid; 29 nights of what is left, 660.98, go over to the next: 5.67.
    history = History()
    history.buy("epi", 1_000_00, 3)
    (payment_fen,) = {history.account().plans["A1P1"].rows[0].planned.total_fen}
    history.today = date(2024, 1, 13)
    history.repay(payment_fen - 1)
    history.today = date(2024, 2, 12)
    left_fen = history.account().plans["A1P1"].balance_fen
    assert left_fen == 1_000_00 - (payment_fen - 1 - 30)
    night = Fraction(108, 1000 * 365)
    first, then = 1_000_00 * night, left_fen * 30 * night
    over_fen = round(first + then) - 30
    assert row_told(history, 1, "interest") == [
        ("night", first),
        ("night", then),
        ("goes-to-next-row", -over_fen),
        ("rounding-half-up", 30 + over_fen - first - then),
    ]
    assert row_told(history, 2, "interest")[0] == ("carried-over", over_fen)


def test_interest_that_runs_on_after_the_last_row_is_told_as_such() -> None:
    # The last of 1,000.00 in 3 at 10.8% is due on 12 April: 339.09 + 9.17 for its nights, and what has run since.
    history = History()
    history.buy("epi", 1_000_00, 3)
    history.repay(1, on=date(2024, 5, 1))
    history.today = date(2024, 5, 20)
    assert {rule for rule, _ in row_told(history, 3, "interest")} <= {"night", "runs-on", "rounding-half-up"}
    for number in (1, 2):
        assert {rule for rule, _ in row_told(history, number, "interest")} <= {"night", "rounding-half-up"}


def test_a_charge_that_runs_within_grace_is_told_and_taken_off() -> None:
    # 107.20 a month: the first is late for 31 nights at 0.05%, 1.6616; the second for two, 0.1072, which are not
    # charged before its three days of grace are over.
    history = History([opened(line=GRACE_LINE)])
    history.buy("grace", 1_200_00, 12)
    history.today = date(2024, 3, 14)
    _, found = explain_payoff(history.account(), history.today, "A1P1")
    (late,) = [one for one in found if one.figure == "late_charge"]
    assert (late.amount_fen, told(late)) == (
        1_66,
        [
            ("late-night", Fraction(16616, 100)),
            ("rounding-half-even", Fraction(-16, 100)),
            ("late-night", Fraction(1072, 100)),
            ("within-grace", Fraction(-1072, 100)),
        ],
    )


def test_a_refund_is_told_as_what_changed_a_row_by_the_night() -> None:
    # 1,200.00 in 12 at 10.8%: 100.00 of principal each. The first is overdue as 1,150.00 come back: the eleven that are
    # not billed go first, then half of it.
    history = History()
    history.buy("epp", 1_200_00, 12)
    history.today = date(2024, 2, 20)
    history.refund("A1P1", 1_150_00)
    assert row_told(history, 1, "principal") == [("equal-share", 100_00), ("changed-by-refund", -50_00)]


def test_the_interest_of_what_is_carried_is_told_by_its_nights_on_each_bill() -> None:
    # 1,000.00, of which the minimum is paid on each due date. 900.00 for 20 nights to 3 March: 9.00. Then nine nights
    # more, 4.05, which are paid with the 9.00 before 85.95 of principal: 814.05 for 22 nights.
    history = History()
    history.buy("month", 1_000_00)
    history.repay(100_00, on=date(2024, 2, 12))
    history.repay(99_00, on=date(2024, 3, 12))
    history.today = date(2024, 4, 5)
    wanted = {2: [(900_00, 20)], 3: [(900_00, 9), (814_05, 22)]}
    for number, nights in wanted.items():
        found = explain_bill(history.events, find_bill(history.events, history.today, number))
        (interest,) = [figure for figure in found if figure.figure == "interest"]
        assert [(line.rule, line.base_fen, line.nights) for line in interest.lines if line.base_fen] == [
            ("carried-night", *one) for one in nights
        ]
        assert interest.amount_fen == sum(base_fen * count for base_fen, count in nights) // 2_000


def test_a_minimum_is_told_by_its_shares() -> None:
    # 1,000.00 new and 900.00 carried at a tenth each, the installment of 107.20 and the interest of 9.00 in full.
    history = History()
    history.buy("month", 1_000_00)
    history.repay(100_00, on=date(2024, 2, 12))
    history.buy("month", 1_000_05, on=date(2024, 2, 20))
    history.buy("inst", 1_200_00, 12, on=date(2024, 2, 20))
    history.today = date(2024, 3, 5)
    found = explain_bill(history.events, find_bill(history.events, history.today))
    (minimum,) = [figure for figure in found if figure.figure == "minimum_due"]
    assert [(line.rule, line.exact, line.base_fen, line.share_ppb) for line in minimum.lines] == [
        ("installments-in-full", 107_20, None, None),
        ("charges-in-full", 9_00, None, None),
        ("share-of-purchases", Fraction(100005, 10), 1_000_05, 100_000_000),
        ("rounding-half-up", Fraction(1, 2), None, None),
        ("share-of-carried", 90_00, 900_00, 100_000_000),
    ]
    # Carried below 300.00 it is asked for in full.
    low = History()
    low.buy("month", 200_00)
    low.repay(20_00, on=date(2024, 2, 12))
    low.today = date(2024, 3, 5)
    found = explain_bill(low.events, find_bill(low.events, low.today))
    (minimum,) = [figure for figure in found if figure.figure == "minimum_due"]
    assert told(minimum) == [("charges-in-full", 1_80), ("carried-in-full", 180_00)]
