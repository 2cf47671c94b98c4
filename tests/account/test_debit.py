"""When auto-repay debits, and how much: bills of the 3rd are due on the 12th; tries 0, 1 and 3 days after."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.debit import next_debit_day
from baitiao_cli.account.events import DebitTried, RepaidShare
from baitiao_cli.account.postings import CASH
from baitiao_cli.account.terms import LineTerms
from baitiao_cli.account.views.figures import figures, next_boundary_on
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import LINE, History, opened

OPENED, DUE = date(2024, 1, 12), date(2024, 2, 12)


def story(share: RepaidShare = "full", line: LineTerms = LINE) -> History:
    """1,000.00 on the bill of 3 February, paid by the card."""
    history = History([opened(OPENED, bill_day=3, line=line)])
    history.agree("card", share)
    history.buy("month", 1_000_00)
    return history


def tries(history: History, through: date) -> list[tuple[date, int, int, str]]:
    """Each try up to a day: when, asked, taken, how it ended."""
    debits = history.account(through).debits
    return [(on, tried.asked_fen, tried.taken_fen, tried.outcome) for on, tried in debits.items()]


def test_a_means_that_was_never_stated_pays_all_on_the_due_date() -> None:
    history = story()
    assert tries(history, date(2024, 2, 11)) == []
    assert tries(history, date(2024, 3, 1)) == [(DUE, 1_000_00, 1_000_00, "taken")]
    account = history.account(date(2024, 3, 1))
    assert figures(account).owed_fen == 0  # paid on the due date: no night of interest
    assert [(part.effective_on, part.amount_fen) for part in account.allocations if part.source == CASH] == [
        (DUE, 1_000_00)
    ]
    assert account.debits[DUE] == DebitTried(
        means="card", share="full", due_on=DUE, attempt=1, asked_fen=1_000_00, taken_fen=1_000_00, outcome="taken"
    )


def test_what_the_funds_lack_is_tried_again_with_the_interest_that_has_run() -> None:
    history = story()
    history.state_means("card", 300_00)
    # 700.00 are carried from the 12th: 0.35 a night (0.05%); the minimum, 100.00, is met, so no late charge.
    assert tries(history, date(2024, 3, 1)) == [
        (DUE, 1_000_00, 300_00, "taken-in-part"),
        (date(2024, 2, 13), 700_35, 0, "no-funds"),
        (date(2024, 2, 15), 701_05, 0, "no-funds"),
    ]
    assert figures(history.account(date(2024, 2, 15))).days_past_due == 0


def test_a_try_that_takes_nothing_moves_nothing() -> None:
    history, other = story(), story()
    history.state_means("card", 0)
    other.agree("")
    at = date(2024, 2, 20)
    assert replace(figures(history.account(at))) == figures(other.account(at))
    booked, expected = ([replace(line, cause="") for line in one.account(at).postings] for one in (history, other))
    assert booked == expected


def test_a_means_that_was_removed_pays_nothing_from_then_on() -> None:
    history = story()
    history.state_means("card", 300_00)
    history.today = date(2024, 2, 12)
    history.state_means("card", remove=True)
    assert [tried[2:] for tried in tries(history, date(2024, 3, 1))] == [
        (300_00, "taken-in-part"),  # the day had begun
        (0, "means-removed"),
        (0, "means-removed"),
    ]


def test_the_minimum_is_a_share_too() -> None:
    history = story("minimum")
    history.buy("inst", 300_00, 3)  # 100.00 and 1.80 each month (0.6%)
    # 10% of 1,000.00, the installment in full.
    assert tries(history, date(2024, 3, 1)) == [(DUE, 201_80, 201_80, "taken")]
    assert figures(history.account(date(2024, 3, 1))).days_past_due == 0


def test_only_what_is_due_is_asked_for() -> None:
    history = story()
    history.buy("epp", 600_00, 6)  # equal principal by the night, due on the 12th of each month, a row by itself
    history.buy("daily", 500_00, 1, on=OPENED)
    at_due = tries(history, DUE)
    account = history.account(date(2024, 2, 11))
    not_due = [row.due_on for plan in account.open_plans for row in plan.rows if row.due_on > DUE]
    assert not_due  # what falls due later stays
    assert all(
        row.unpaid_fen == 0 for plan in history.account(DUE).plans.values() for row in plan.rows if row.is_billed
    )
    assert len(at_due) == 1


def test_an_anniversary_is_a_due_date_like_a_bill() -> None:
    history = History([opened(OPENED, bill_day=3)])
    history.today = date(2024, 1, 20)
    history.agree("card")
    history.buy("epi", 1_200_00, 3)
    rows = history.account().plans["A1P1"].rows
    assert [row.due_on for row in rows] == [date(2024, 2, 20), date(2024, 3, 20), date(2024, 4, 20)]
    paid = history.account(date(2024, 5, 1))
    assert list(paid.debits) == [row.due_on for row in rows]
    assert paid.plans["A1P1"].settled_on == date(2024, 4, 20)
    assert figures(paid).owed_fen == 0


def test_an_agreement_of_the_due_date_begins_with_the_next_try() -> None:
    history = History([opened(OPENED, bill_day=3)])
    history.buy("month", 1_000_00)
    history.today = DUE
    history.agree("card")
    assert tries(history, date(2024, 3, 1)) == [(date(2024, 2, 13), 1_000_50 + 15, 1_000_50 + 15, "taken")]


def test_the_end_of_the_agreement_is_the_end_of_the_tries() -> None:
    history = story()
    history.state_means("card", 0)
    history.today = date(2024, 2, 13)
    history.agree("")
    assert [on for on, *_ in tries(history, date(2024, 3, 31))] == [DUE, date(2024, 2, 13)]


def test_what_is_paid_by_then_is_not_debited() -> None:
    history = story()
    history.today = date(2024, 2, 11)
    history.repay(999_00)
    assert tries(history, date(2024, 3, 1)) == [(DUE, 1_00, 1_00, "taken")]


def test_a_deferred_bill_is_debited_when_it_falls_due() -> None:
    history = story()
    history.today = date(2024, 2, 5)
    history.defer()
    # 1,000.00 x 0.04% x 10 nights = 4.00 more.
    assert tries(history, date(2024, 3, 1)) == [(date(2024, 2, 22), 1_004_00, 1_004_00, "taken")]


def test_the_days_of_the_tries_are_boundaries() -> None:
    history = story()
    history.state_means("card", 0)
    assert next_debit_day(history.account(date(2024, 2, 3))) == DUE
    assert (
        next_boundary_on(history.account(date(2024, 2, 13)))
        == date(2024, 2, 15)
        == next_debit_day(history.account(date(2024, 2, 13)))
    )
    assert next_debit_day(history.account(date(2024, 2, 15))) is None


def test_the_days_are_those_of_the_line() -> None:
    history = story(line=replace(LINE, auto_repay_days=(2, 30)))
    history.state_means("card", 0)
    assert [(on, tried.attempt) for on, tried in history.account(date(2024, 3, 2)).debits.items()] == [
        (date(2024, 2, 14), 1)
    ]
    # 12 February + 30 days; by then the bill of 3 March has asked for all, due on the 12th with the interest.
    assert (date(2024, 3, 13), 2) in [
        (on, tried.attempt) for on, tried in history.account(date(2024, 3, 13)).debits.items()
    ]


def test_what_was_debited_stays_whatever_is_learned_later() -> None:
    history = story()
    history.today = date(2024, 2, 20)
    history.make_debits()
    history.repay(400_00, on=date(2024, 2, 5))
    assert tries(history, history.today) == [(DUE, 1_000_00, 1_000_00, "taken")]
    assert figures(history.account()).credit_fen == 400_00


def test_a_debit_that_bounced_is_not_made_again() -> None:
    history = story()
    history.today = DUE
    history.make_debits()
    history.reverse(history.events[-1].event_id)
    assert tries(history, DUE) == []
    # On the next day it is another try: 1,000.00 and a night of interest and late charge.
    assert tries(history, date(2024, 3, 1)) == [(date(2024, 2, 13), 1_000_65, 1_000_65, "taken")]


def test_nothing_is_debited_of_an_account_that_was_given_up_for_lost() -> None:
    # The means is empty for the tries of 12, 13 and 15 February; on 18 June, 127 days later, it is not any more. Each
    # month falls due anew then: 100.00 of the plan's 1,200.00 and its fee of 7.20, next on 12 July.
    history = story()
    history.buy("inst", 1_200_00, 12)
    history.state_means("card", 0)
    history.today = date(2024, 6, 18)
    history.state_means("card")
    without = [on for on, *_ in tries(history, date(2024, 7, 31)) if on > history.today]
    assert without == [date(2024, 7, 12)]
    history.charge_off()
    account = history.account(date(2024, 7, 31))
    assert (next_debit_day(account), max(account.debits) < history.today) == (None, True)
    with pytest.raises(BaitiaoError, match="debt-lost"):
        history.agree("bank")
    history.agree("")  # what debits nothing may be ended
    assert prove(history.events, date(2024, 7, 31)).differences == ()


def test_a_charge_off_that_is_learned_of_later_takes_no_debit_back() -> None:
    history = story()
    history.buy("inst", 1_200_00, 12)
    history.state_means("card", 0)
    history.today = date(2024, 6, 18)
    history.state_means("card")
    history.today = date(2024, 7, 12)
    history.make_debits()
    debited = history.account().debits[history.today]
    history.today = date(2024, 7, 20)
    history.charge_off(on=date(2024, 6, 20))
    assert history.account().debits[date(2024, 7, 12)] == debited
    assert prove(history.events, date(2024, 8, 31)).differences == ()


def test_a_plan_given_up_alone_leaves_the_debits() -> None:
    history = story()
    history.buy("inst", 1_200_00, 12)
    history.state_means("card", 0)
    history.today = date(2024, 6, 18)
    history.state_means("card")
    history.charge_off("A1P2")
    assert tries(history, date(2024, 7, 31))[-1][0] == date(2024, 7, 12)
