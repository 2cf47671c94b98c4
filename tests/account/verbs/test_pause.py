"""Nights that cost nothing: what they leave of each row, worked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.account import Conflict
from baitiao_cli.account.events import Event, Paused
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.views.explain.plan import explain_rows
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.facts import economics_of
from tests.laws.history import PRODUCTS, History, opened

from .test_reprice import PERCENT, agrees, equal_payments, installments, rows


def test_a_pause_within_one_row() -> None:
    # 8 + 7 nights of 29 bear interest: 2009.52 x 10.8% x 15 / 365 = 8.918965. The payment stays, more of it is
    # principal: 1000.44 are left, x 10.8% x 31 / 365 = 9.176639.
    history = equal_payments()
    history.pause("A1P1", date(2024, 3, 5), on=date(2024, 2, 20))
    assert rows(history)[1:] == [(1_009_08, 8_92), (1_000_44, 9_18)]
    assert agrees(history)


def test_a_pause_across_the_end_of_a_row() -> None:
    # 18 nights before it: 10.702759; 1002.22 are left, of which 21 nights after it cost 6.227493.
    history = equal_payments()
    history.today = date(2024, 3, 1)
    history.pause("A1P1", date(2024, 3, 22))
    assert rows(history)[1:] == [(1_007_30, 10_70), (1_002_22, 6_23)]
    assert agrees(history)
    found = explain_rows(history.account(), history.account().plans["A1P1"], 2)
    lines = next(figure.lines for figure in found if figure.figure == "interest")
    assert [(line.rule, line.nights, line.exact == 0) for line in lines] == [
        ("night", 18, False),
        ("paused-night", 11, True),
        ("rounding-half-up", None, False),
    ]


def test_a_payoff_in_the_middle_of_a_pause() -> None:
    history = equal_payments()
    history.pause("A1P1", date(2024, 3, 22), on=date(2024, 2, 22))
    history.today = date(2024, 3, 2)
    quote = quote_payoff(history.account(), history.today, "A1P1")
    assert (quote.items[0].principal_fen, quote.items[0].interest_fen) == (2_009_52, 5_95)  # ten nights: 5.945977
    history.pay_off("A1P1")
    assert figures(history.account()).owed_fen == 0
    assert agrees(history)


def test_pauses_that_overlap_pause_a_night_once_and_a_long_one_shortens_the_term() -> None:
    # Paused from 22 February until the end: 5.945977 in all. 1018.00 less 5.95 is principal, the rest 997.47.
    history = equal_payments()
    history.pause("A1P1", date(2024, 3, 5))
    history.today = date(2024, 3, 1)
    history.pause("A1P1", date(2024, 6, 1))
    assert rows(history)[1:] == [(1_012_05, 5_95), (997_47, 0)]
    history.today = date(2024, 3, 12)
    history.repay(1_018_00)
    with pytest.raises(BaitiaoError, match="pause-covered"):
        history.pause("A1P1", date(2024, 5, 1))
    assert agrees(history)


def test_lateness_costs_what_it_costs() -> None:
    # The second row, of 1018.00 and due on 12 March, is late by eight nights: 1018.00 x 0.015% x 8 = 1.2216.
    history = equal_payments()
    history.pause("A1P1", date(2024, 6, 1))
    history.today = date(2024, 3, 20)
    assert figures(history.account()).owed.late_charge == 1_22
    assert figures(history.account()).owed.interest == 5_95
    assert agrees(history)


def test_a_new_rate_while_it_is_paused() -> None:
    # Ten nights have run, 5.945977; paused until 1 March, then 11 nights at 7.3%: 2009.52 x 0.0002 x 11 = 4.420944.
    # (2009.52 + 10.366921) x 1.0062 / 2.0062 = 1013.06461; 1002.69 of it is principal, 1006.83 x 0.0062 = 6.242346.
    history = equal_payments()
    history.pause("A1P1", date(2024, 3, 1))
    history.today = date(2024, 2, 25)
    history.reprice("A1P1", 73 * PERCENT // 10)
    assert rows(history)[1:] == [(1_002_69, 10_37), (1_006_83, 6_24)]
    assert agrees(history)


def test_a_fee_falls_to_the_share_of_the_nights_that_bear_it() -> None:
    # The second period, 3 February to 3 March, has 29 nights, 10 of them paused: 7.20 x 19 / 29 = 4.7172. The third
    # has 31, 10 of them paused: 7.20 x 21 / 31 = 4.8774.
    history = installments()
    history.pause("A1P1", date(2024, 3, 13))
    assert rows(history)[:4] == [(100_00, 7_20), (100_00, 4_72), (100_00, 4_88), (100_00, 7_20)]
    history.reprice("A1P1", PERCENT // 2)  # 6.00 x 21 / 31 = 4.0645
    assert rows(history)[:4] == [(100_00, 7_20), (100_00, 4_72), (100_00, 4_06), (100_00, 6_00)]
    history.refund("A1P1", 950_00)  # of the third row half is left: 6.00 x 21 / 31 / 2 = 2.0323
    assert rows(history) == [(100_00, 7_20), (100_00, 4_72), (50_00, 2_03)]
    assert agrees(history)


def test_a_fee_that_is_paid_by_the_nights_used_is_paid_by_those_that_bear_it(monkeypatch: pytest.MonkeyPatch) -> None:
    # Of the 19 nights of the second period that bear its 4.72, all 19 have passed on 25 February.
    monkeypatch.setitem(PRODUCTS, "by days", replace(PRODUCTS["inst"], payoff="accrued-days"))
    history = History()
    history.buy("by days", 1_200_00, 12)
    history.today = date(2024, 2, 22)
    history.pause("A1P1", date(2024, 3, 13))
    for day in (22, 25):
        history.today = date(2024, 2, day)
        assert quote_payoff(history.account(), history.today, "A1P1").items[0].fee_fen == 7_20 + 4_72
    history.today = date(2024, 2, 29)
    history.pay_off("A1P1")
    assert figures(history.account()).owed_fen == 0


def test_interest_that_stays_falls_once_and_is_earned_over_the_other_nights(monkeypatch: pytest.MonkeyPatch) -> None:
    # 17.24 x 24 / 29 = 14.26759 for the row that has begun; by the 22nd ten of its 24 nights: 14.27 x 10 / 24 = 5.9458.
    monkeypatch.setitem(PRODUCTS, "stays", replace(PRODUCTS["epi"], recalculate=False))
    history = History()
    history.buy("stays", 3_000_00, 3)
    history.today = date(2024, 2, 12)
    history.repay(1_018_00)
    history.today = date(2024, 2, 22)
    history.pause("A1P1", date(2024, 2, 27))
    assert rows(history) == [(990_48, 27_52), (1_000_76, 14_27), (1_008_76, 9_25)]
    for day in (22, 25, 27):
        history.today = date(2024, 2, day)
        assert figures(history.account()).owed.interest == 5_95
    assert agrees(history)


def test_back_dated_is_in_time_and_reversed_is_never() -> None:
    in_time, late = equal_payments(), equal_payments()
    in_time.pause("A1P1", date(2024, 3, 22))
    for history in (in_time, late):
        history.today = date(2024, 3, 12)
        history.repay(1_018_00)
        history.today = date(2024, 3, 20)
    without = economics_of(late.account())
    event = late.pause("A1P1", date(2024, 3, 22), on=date(2024, 2, 22))
    assert economics_of(late.account()) == economics_of(in_time.account())
    assert agrees(late)
    late.reverse(event.event_id)
    assert economics_of(late.account()) == without


@pytest.mark.parametrize(
    ("product", "until", "refused"),
    [
        ("month", "2024-02-01", "pause-not-offered"),
        ("free", "2024-02-01", "pause-not-offered"),
        ("epi", "2024-01-12", "pause-empty"),
    ],
)
def test_a_pause_of_nothing_is_refused(product: str, until: str, refused: str) -> None:
    history = History()
    history.buy(product, 3_000_00)
    with pytest.raises(BaitiaoError, match=refused):
        history.pause("A1P1", date.fromisoformat(until))


def test_a_plan_with_a_fee_is_paused_before_its_last_bill() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 4, 4)
    with pytest.raises(BaitiaoError, match="pause-not-offered"):
        history.pause("A1P1", date(2024, 5, 1))


def test_a_pause_of_a_plan_that_is_not_there_is_a_conflict() -> None:
    fact = Paused(plan_id="A1P9", until_on=date(2024, 4, 1))
    event = Event(event_id="A1E2", account_id="A1", number=2, effective_on=date(2024, 2, 1), fact=fact)
    account = replay([opened(), event], date(2024, 3, 1))
    assert account.conflicts == [Conflict("A1E2", "plan-unknown")]


def test_pauses_that_adjoin_are_one_pause() -> None:
    # 1000.37 in 3, 0.6% is 6.00 a period. Ten of the 22 nights to the bill of 3 February are paused, at once or in two
    # parts: 6.00 x 12/22 = 3.2727 -> 3.27.
    fees = []
    for ends in ([23], [16, 23]):
        history = History()
        history.buy("inst", 1_000_37, 3)
        on = date(2024, 1, 13)
        for end in ends:
            history.today = max(history.today, on)
            history.pause("A1P1", date(2024, 1, end), on)
            on = date(2024, 1, end)
        fees.append(history.account().plans["A1P1"].rows[0].planned.fee)
    assert fees == [3_27, 3_27]


def test_one_more_night_never_raises_a_fee_also_after_a_new_bill_day() -> None:
    history = History()
    history.buy("inst", 12_000_00, 6)
    history.today = date(2024, 2, 23)
    history.pause("A1P1", date(2024, 4, 2))
    history.today = date(2024, 2, 27)
    history.change_bill_day(15)
    before = [row.planned.fee for row in history.account().plans["A1P1"].rows]
    history.today = date(2024, 2, 29)
    history.pause("A1P1", date(2024, 4, 3))
    after = [row.planned.fee for row in history.account().plans["A1P1"].rows]
    assert all(new <= old for new, old in zip(after, before, strict=True)) and sum(after) < sum(before)
