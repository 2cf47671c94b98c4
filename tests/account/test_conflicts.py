"""What the past, once it has changed, does not allow any more is told as a conflict and does no more than it can."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import (
    AnyFact,
    BalanceRestructured,
    BillConverted,
    BillDayChanged,
    BillDeferred,
    ChargedOff,
    Closed,
    ClosingRequested,
    ClosingWithdrawn,
    CreditGranted,
    DebitTried,
    DisputeLost,
    DisputeOpened,
    DisputeWon,
    Event,
    Extended,
    HardshipDecided,
    HardshipRequested,
    HoldPlaced,
    HoldReleased,
    LimitDecided,
    LimitRequested,
    Locked,
    PaidOff,
    PaidOut,
    Paused,
    Prepaid,
    Purchased,
    Recovered,
    Refunded,
    Reopened,
    Repaid,
    Repriced,
    Restructured,
    Resumed,
    Suspended,
    TierChanged,
    Unlocked,
    VerificationFailed,
    Verified,
    Waived,
    WrittenOff,
)
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.figures import figures
from baitiao_cli.calc.rates import Rate
from tests.laws.history import LINE, PRODUCTS, History, opened

OPENED = date(2024, 1, 12)

CLOSED = Closed(by="operator", reason="-")
COOLING = ClosingRequested(ends_on=date(2024, 2, 12))
RELIEF = HardshipRequested(reason="illness", decide_by_on=date(2024, 2, 12))
MORE = LimitRequested(limit_fen=30_000_00)
LOGIN = Suspended(cause="abnormal-login")
DEAR = Rate(900_000_000, "period")
INST, MONTH = (PRODUCTS[name].terms(None, "B", OPENED) for name in ("inst", "month"))
BILL = date(2024, 1, 20)
DEBIT = DebitTried(
    means="card", share="full", due_on=OPENED, attempt=1, asked_fen=5_00, taken_fen=5_00, outcome="taken"
)
REOPENED = Reopened(limit_fen=20_000_00, tier="B", line=LINE)


def folded(*facts: AnyFact, buys: bool = False, through: date = date(2024, 1, 31)) -> Account:
    """The account opened on 12 January, with one fact a day from the 13th on; with `buys`, after 1,000.00 in 12."""
    history = History([opened(OPENED)])
    if buys:
        history.buy("inst", 1_000_00, 12)
    events = list(history.events)
    for fact in facts:
        number, on = len(events) + 1, OPENED + timedelta(days=len(events) - buys)
        events.append(Event(event_id=f"A1E{number}", account_id="A1", number=number, effective_on=on, fact=fact))
    return replay(events, through)


def codes(account: Account) -> list[str]:
    """The conflicts, each of an event that is not the first, in the order of the events; only a limit is passed."""
    numbers = [int(conflict.event_id.removeprefix("A1E")) for conflict in account.conflicts]
    assert numbers == sorted(numbers)
    assert all(number > 1 for number in numbers)
    assert all(
        (conflict.over_fen > 0) == ("limit" in conflict.code and "exceeded" in conflict.code)
        for conflict in account.conflicts
    )
    return [conflict.code for conflict in account.conflicts]


@pytest.mark.parametrize(
    "fact",
    [
        BillDayChanged(bill_day=5),
        TierChanged(tier="C"),
        COOLING,
        Extended(plan_id="A1P1", months=1),
        RELIEF,
        MORE,
        Locked(),
        PaidOff(amount_fen=1, plan_id="A1P1"),
        Prepaid(plan_id="A1P1", amount_fen=1, effect="shorter"),
        Refunded(plan_id="A1P1", amount_fen=1),
        Repaid(amount_fen=1),
        Restructured(plan_id="A1P1", installments=24),
        Resumed(cause="risk"),
        Unlocked(),
        HardshipDecided(decision="granted", reason="-"),
        LimitDecided(decision="declined", reason="-"),
        CreditGranted(amount_fen=1, reason="-"),
        PaidOut(amount_fen=0),
        LOGIN,
        Waived(amount_fen=0, reason="-"),
        WrittenOff(reason="-"),
    ],
    ids=lambda fact: type(fact).__name__,
)
def test_whatever_comes_to_a_closed_account_is_told(fact: AnyFact) -> None:
    assert codes(folded(CLOSED, fact, buys=True))[:2] == ["close-blocked-owed", "account-closed"]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ([BillDayChanged(bill_day=3)], ["bill-day-same"]),
        ([BillDayChanged(bill_day=5), BillDayChanged(bill_day=6)], ["bill-day-too-soon"]),
        ([COOLING, COOLING], ["already-closing"]),
        ([CLOSED, COOLING], ["account-closed"]),
        ([COOLING, MORE], ["account-closing"]),
        ([RELIEF, RELIEF], ["hardship-open"]),
        ([HardshipDecided(decision="granted", reason="-")], ["no-hardship-case"]),
        ([MORE, MORE], ["limit-request-waiting"]),
        ([Locked(), Locked()], ["already-locked"]),
        ([Unlocked()], ["not-locked"]),
        ([HoldReleased(hold_id="A1H9")], ["hold-unknown"]),
        ([LOGIN, LOGIN], ["already-suspended"]),
        ([Resumed(cause="risk")], ["not-suspended"]),
        ([Resumed(cause="overdue")], []),  # a rule may have brought that one
        ([LOGIN, Verified(what=("phone",)), Resumed(cause="abnormal-login")], []),
        ([CreditGranted(amount_fen=5_00, reason="-"), PaidOut(amount_fen=5_01)], ["payout-exceeds-credit"]),
        ([PaidOut(amount_fen=1)], ["payout-exceeds-credit"]),
        ([Extended(plan_id="A1P9", months=1)], ["plan-unknown"]),
        ([Refunded(plan_id="A1P9", amount_fen=1)], ["plan-unknown"]),
        ([Restructured(plan_id="A1P9", installments=24)], ["plan-unknown"]),
        ([Waived(plan_id="A1P9", amount_fen=1, reason="-")], ["plan-unknown"]),
        ([WrittenOff(plan_id="A1P9", reason="-")], ["plan-unknown"]),
        ([ChargedOff(plan_id="A1P9", reason="-")], ["plan-unknown"]),
        ([ChargedOff(reason="-"), ChargedOff(reason="-")], ["already-charged-off"]),
        ([Recovered(amount_fen=1)], ["nothing-to-recover"]),
        ([Recovered(amount_fen=1, plan_id="A1P9")], ["plan-unknown", "nothing-to-recover"]),
        ([ClosingWithdrawn()], ["not-closing"]),
        ([REOPENED], ["account-not-closed"]),
        ([Repriced(plan_id="A1P9", rate=DEAR)], ["plan-unknown"]),
        ([Paused(plan_id="A1P9", until_on=BILL)], ["plan-unknown"]),
        ([BillConverted(plan_id="A1P9", billed_on=BILL, amount_fen=1, terms=INST)], ["convert-exceeds-bill"]),
        ([BillDeferred(billed_on=BILL, days=10, daily_ppb=1)], ["defer-too-late"]),
        ([BalanceRestructured(plan_id="A1P9", terms=INST)], ["nothing-to-restructure"]),
        ([DisputeOpened(plan_id="A1P9", amount_fen=1, cause="other")], ["plan-unknown"]),
        ([DisputeWon(dispute_id="A1E9", plan_id="A1P9")], ["dispute-unknown"]),
        ([DisputeLost(dispute_id="A1E9", plan_id="A1P9", terms=INST)], ["dispute-unknown"]),
        ([Purchased(plan_id="A1P1", amount_fen=1_00, terms=MONTH, hold_id="A1H9")], ["hold-unknown"]),
        ([Purchased(plan_id="A1P1", amount_fen=20_000_01, terms=MONTH)], ["limit-exceeded"]),
        ([Purchased(plan_id="A1P1", amount_fen=1, terms=MONTH, scene="investment")], ["scene-excluded"]),
        ([Locked(), Purchased(plan_id="A1P1", amount_fen=1, terms=MONTH)], ["account-locked"]),
        ([LOGIN, Purchased(plan_id="A1P1", amount_fen=1, terms=MONTH)], ["account-suspended"]),
        ([COOLING, Purchased(plan_id="A1P1", amount_fen=1, terms=MONTH)], ["account-closing"]),
        ([HoldPlaced(hold_id="A1H1", amount_fen=20_000_01, terms=MONTH, expires_on=BILL)], ["limit-exceeded"]),
        ([CLOSED, Purchased(plan_id="A1P1", amount_fen=1, terms=MONTH)], ["account-closed"]),
        ([CLOSED, DEBIT], ["account-closed"]),
        ([CLOSED, DisputeWon(dispute_id="A1E9", plan_id="A1P9")], ["account-closed", "dispute-unknown"]),
    ],
)
def test_what_does_not_fit_any_more_is_told(facts: list[AnyFact], told: list[str]) -> None:
    assert codes(folded(*facts)) == told


def test_of_what_stands_in_the_way_of_a_closing_the_first_is_told() -> None:
    assert codes(folded(RELIEF, CLOSED, buys=True)) == ["close-blocked-owed"]
    assert codes(folded(RELIEF, CLOSED)) == ["close-blocked-hardship"]


def test_what_is_refused_as_a_conflict_leaves_the_account_as_it_was() -> None:
    assert folded(Locked("lost phone"), Locked("again")).lock == folded(Locked("lost phone")).lock
    twice = folded(LOGIN, Suspended(cause="abnormal-login", lift_condition="by letter"))
    assert twice.suspensions == folded(LOGIN).suspensions
    assert folded(COOLING, replace(COOLING, ends_on=date(2024, 3, 1))).cooling == folded(COOLING).cooling
    assert folded(PaidOut(amount_fen=1)).journal == []
    assert folded(CreditGranted(amount_fen=5_00, reason="-"), PaidOut(amount_fen=7_00)).credit_fen == 0


def test_money_for_a_plan_that_is_gone_is_kept_as_credit() -> None:
    for fact in (
        PaidOff(amount_fen=300_00, plan_id="A1P9"),
        Prepaid(plan_id="A1P9", amount_fen=300_00, effect="shorter"),
        Repaid(amount_fen=300_00, plan_id="A1P9"),
    ):
        account = folded(fact)
        assert (codes(account), account.credit_fen) == (["plan-unknown"], 300_00)


def test_more_than_is_left_of_a_purchase_is_nobodys() -> None:
    account = folded(Refunded(plan_id="A1P1", amount_fen=1_000_01), buys=True)
    assert (codes(account), account.credit_fen, account.used_fen) == (["refund-exceeds-purchase"], 0, 0)
    whole = folded(Refunded(plan_id="A1P1", amount_fen=1_000_00), buys=True)
    assert (codes(whole), account.journal) == ([], whole.journal)


def test_what_was_settled_in_the_meantime_is_not_restructured_or_extended() -> None:
    payoff = PaidOff(amount_fen=2_000_00, plan_id="A1P1")
    rows = folded(payoff, buys=True).plans["A1P1"].rows
    for change, told in (
        (Restructured(plan_id="A1P1", installments=24), ["nothing-owed"]),
        (Extended(plan_id="A1P1", months=1), []),
    ):
        account = folded(payoff, change, buys=True)
        assert codes(account) == told
        assert [(row.due_on, row.planned) for row in account.plans["A1P1"].rows] == [
            (row.due_on, row.planned) for row in rows
        ]


def test_terms_that_make_no_schedule_any_more_leave_the_rows() -> None:
    # 1,000.00 in 24: refunded but for 0.12, no row of 24 would hold a fen.
    refund = Refunded(plan_id="A1P1", amount_fen=999_88)
    account = folded(refund, Restructured(plan_id="A1P1", installments=24), buys=True)
    assert codes(account) == ["installment-too-small"]
    assert len(account.plans["A1P1"].rows) == 12
    assert figures(account).used_fen == 12


def test_what_is_said_to_have_happened_before_the_opening_changes_nothing() -> None:
    history = History([opened(OPENED)])
    early = Event(
        event_id="A1E2", account_id="A1", number=2, effective_on=date(2024, 1, 11), fact=Repaid(amount_fen=100)
    )
    account = replay([*history.events, early], OPENED)
    assert (codes(account), account.credit_fen, account.journal) == (["before-opening"], 0, [])


def test_a_verification_ends_the_count_of_failures_and_only_what_waits_for_nothing_else() -> None:
    failed = VerificationFailed(what=("phone",))
    assert folded(failed, failed).failed_on == [date(2024, 1, 13), date(2024, 1, 14)]
    assert folded(failed, Verified(what=("phone",))).failed_on == []
    assert folded(LOGIN, Verified(what=("phone",))).suspensions == {}
    by_letter = Suspended(cause="abnormal-login", lift_condition="by letter")
    assert list(folded(by_letter, Verified(what=("phone",))).suspensions) == ["abnormal-login"]


def test_a_decision_on_a_request_that_is_gone_is_told_and_gives_nothing() -> None:
    account = folded(LimitDecided(decision="granted", limit_fen=30_000_00, reason="-"))
    assert (codes(account), account.limit_fen) == (["no-limit-request"], 20_000_00)
