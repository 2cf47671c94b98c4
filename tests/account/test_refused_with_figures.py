"""What a refusal tells: each of its figures, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from baitiao_cli.account.account import Conflict
from baitiao_cli.account.events import DisputeLost, Event, LimitChanged, Purchased
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.charge import decide_purchase
from baitiao_cli.account.verbs.extend import months_until
from baitiao_cli.account.views.figures import figures
from baitiao_cli.calc.rates import Rate
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, filled, labels
from tests.laws.history import PRODUCTS, History


def details_of(code: str, call: Callable[..., object], *given: Any, **named: Any) -> dict[str, object]:
    """What the refusal of a call tells."""
    with pytest.raises(BaitiaoError, match=f"^{code}") as refused:
        call(*given, **named)
    return refused.value.details


def test_a_purchase_that_an_earmarked_limit_does_not_help() -> None:
    # 1,000.00 are used and 500.00 held of the scene's own 3,000.00, nothing of the line's.
    history = History()
    history.set_limit(3_000_00, scene="travel")
    history.buy("month", 1_000_00, scene="travel")
    history.hold("month", 500_00, scene="travel")
    bought = Purchased(plan_id="", amount_fen=20_000_01, terms=PRODUCTS["month"].terms(None, "B", history.today))
    told = details_of("limit-exceeded", decide_purchase, history.account(), PRODUCTS["month"], bought, history.today)
    assert told == {
        "account_id": "A1",
        "amount_fen": 20_000_01,
        "available_fen": 20_000_00,
        "limit_fen": 20_000_00,
        "used_fen": 0,
        "held_fen": 0,
    }


def test_more_than_is_left_of_a_purchase_to_contest_or_to_refund() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.refund("A1P1", 100_00)
    history.dispute("A1P1", 200_00)
    left = {"financed_fen": 1_200_00, "refunded_fen": 100_00, "disputed_fen": 200_00, "left_fen": 900_00}
    wanted = {"plan_id": "A1P1", "amount_fen": 900_01, **left}
    assert details_of("dispute-exceeds-purchase", history.dispute, "A1P1", 900_01) == wanted
    assert details_of("refund-exceeds-purchase", history.refund, "A1P1", 900_01) == wanted
    history.dispute("A1P1", 900_00)
    assert details_of("nothing-to-dispute", history.dispute, "A1P1", 1) == {
        "account_id": "A1",
        "plan_id": "A1P1",
        "financed_fen": 1_200_00,
        "refunded_fen": 100_00,
        "disputed_fen": 1_100_00,
    }


def test_a_day_that_no_extension_leads_to() -> None:
    # Three months, of which one was used up: the last installment can fall due on 12 June or 12 July, no later.
    history = History()
    history.buy("epi", 1_000_00, 3)
    history.today = date(2024, 1, 20)
    history.extend("A1P1", 1)
    account, on = history.account(), history.today
    for until_on, near in (
        (date(2024, 8, 12), [date(2024, 7, 12)]),
        (date(2024, 6, 20), [date(2024, 6, 12), date(2024, 7, 12)]),
        (date(2024, 5, 12), [date(2024, 6, 12)]),
    ):
        assert details_of("extend-until-unreachable", months_until, account, "A1P1", until_on, on) == {
            "plan_id": "A1P1",
            "until_on": until_on,
            "last_due_on": date(2024, 5, 12),
            "near": near,
        }
    assert [months_until(account, "A1P1", date(2024, month, 12), on) for month in (6, 7)] == [1, 2]


@pytest.mark.parametrize(("amount_fen", "count"), [(11, 11), (3, 3), (2, 2), (1, 1)])
def test_what_is_too_little_is_owed_again_in_as_many_installments_as_it_can(amount_fen: int, count: int) -> None:
    history = History()
    history.buy("free", 1_200_00, 12)
    history.today = date(2024, 2, 5)
    dispute = history.dispute("A1P1", amount_fen)
    terms = PRODUCTS["free"].terms(12, "B", history.today)
    history.record(DisputeLost(dispute_id=dispute.event_id, plan_id="A1P2", terms=terms))
    assert [row.planned.principal for row in history.account().plans["A1P2"].rows] == [1] * count


def test_days_of_a_temporary_limit() -> None:
    # 366 days, the first and the last included, from a day within 366 days
    history = History()
    on = history.today
    for from_on, until_on in (
        (None, on + timedelta(days=366)),
        (on + timedelta(days=367), on + timedelta(days=400)),
        (on - timedelta(days=1), on + timedelta(days=1)),
        (on + timedelta(days=9), on + timedelta(days=8)),
    ):
        assert details_of("limit-days-invalid", history.set_limit, 30_000_00, from_on=from_on, until_on=until_on) == {
            "from_on": from_on or on,
            "until_on": until_on,
            "on": on,
            "days": 366,
        }
    assert history.set_limit(30_000_00, until_on=on + timedelta(days=365))
    assert history.set_limit(30_000_00, from_on=on + timedelta(days=366), until_on=on + timedelta(days=366))


def test_limits_may_come_to_the_most_and_no_further() -> None:
    history = History()
    history.set_limit(150_000_00)
    told = details_of("limits-out-of-range", history.set_limit, 50_000_01, scene="travel")
    assert told == {"total_fen": 200_000_01, "maximum_fen": 200_000_00}
    history.set_limit(50_000_00, scene="travel")
    assert (history.account().limits.most_fen, history.account().conflicts) == (200_000_00, [])
    assert details_of("limit-out-of-range", history.set_limit, 200_000_01)["maximum_fen"] == 200_000_00
    # Set where the past has changed, it is told by how much they pass it.
    fact = LimitChanged(limit_fen=60_000_00, scene="travel")
    event = Event(event_id="A1E9", account_id="A1", number=9, effective_on=history.today, fact=fact)
    conflicts = replay([*history.events, event], history.today).conflicts
    assert conflicts == [Conflict("A1E9", "limits-out-of-range", 10_000_00)]


def test_a_scene_in_its_month() -> None:
    # 2,000.00 a day and 5,000.00 a month: the first of the month counts, the last of the one before does not.
    history = History()
    for on in (date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 10)):
        history.buy("month", 2_000_00, on=on, scene="virtual")
    on = date(2024, 2, 20)
    told = details_of("scene-cap-exceeded", history.buy, "month", 1_000_01, on=on, scene="virtual")
    wanted = {"left_fen": 1_000_00, "cap_fen": 5_000_00, "taken_fen": 4_000_00, "amount_fen": 1_000_01}
    assert {name: told[name] for name in wanted} == wanted
    assert (told["from_on"], told["through_on"]) == (date(2024, 2, 1), date(2024, 2, 29))
    history.buy("month", 1_000_00, on=on, scene="virtual")
    told = details_of("scene-cap-exceeded", history.buy, "month", 1_00, on=on, scene="virtual")
    assert (told["left_fen"], told["taken_fen"]) == (0, 5_000_00)


def test_a_rate_a_month_that_is_the_one_a_year() -> None:
    history = History()
    history.buy("epi", 1_000_00, 3)
    told = details_of("rate-same", history.reprice, "A1P1", 9_000_000, "month")
    assert told == {"plan_id": "A1P1", "rate": Rate(9_000_000, "month"), "now": Rate(108_000_000, "year")}
    assert history.reprice("A1P1", 9_000_001, "month")


def test_a_bullet_is_extended_to_a_year_at_most() -> None:
    for count, left_count in ((3, 3), (6, 6), (12, 0)):
        history = History()
        history.buy("monthly", 1_000_00, count)
        told = details_of("extend-too-long", history.extend, "A1P1", left_count + 1)
        assert told == {"plan_id": "A1P1", "count": left_count + 1, "left_count": left_count}
        assert details_of("extend-too-long", history.extend, "A1P1", 0)["count"] == 0


def test_a_bill_is_not_deferred_on_its_due_date_or_after() -> None:
    history = History()
    history.buy("month", 1_000_00)
    for day in (12, 13, 20):
        history.today = date(2024, 2, day)
        assert details_of("defer-too-late", history.defer) == {
            "account_id": "A1",
            "billed_on": date(2024, 2, 3),
            "due_on": date(2024, 2, 12),
            "on": history.today,
        }
    assert history.defer(on=date(2024, 2, 11))


def test_a_line_that_is_suspended_for_two_causes() -> None:
    history = History()
    history.suspend("risk")
    history.today = date(2024, 1, 15)
    history.suspend("overdue")
    told = details_of("account-suspended", history.buy, "month", 1_00)
    assert (told["since_on"], told["cause"], told["lift"]) == (
        date(2024, 1, 12),
        ["risk", "overdue"],
        ["risk", "overdue"],
    )
    how = told["how"]
    assert isinstance(how, Text)
    assert how.en[0].isupper()
    by_hand = filled(labels.LIFTED_BY_HAND, account_id="A1", options="--cause risk / --cause overdue")
    assert (how.en.lower(), how.zh) == (by_hand.en.lower(), by_hand.zh)
    assert details_of("cause-needed", history.resume)["codes"] == ["risk", "overdue"]
    history.resume("risk")
    assert details_of("not-suspended-for", history.resume, "risk")["codes"] == ["overdue"]


def test_more_than_was_given_up_is_not_recovered() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.buy("inst", 200_00, 3)
    history.write_off("A1P1")
    history.write_off("A1P2")
    assert details_of("recovery-exceeds", history.recover, 500_01)["most_fen"] == 500_00
    assert details_of("recovery-exceeds", history.recover, 200_01, "A1P2")["most_fen"] == 200_00
    recovery = history.recover(400_00)
    parts = [part for part in history.account().allocations if part.event_id == recovery.event_id]
    assert [(part.plan_id, part.amount_fen) for part in parts] == [("A1P1", 300_00), ("A1P2", 100_00)]
    assert details_of("recovery-exceeds", history.recover, 100_01)["most_fen"] == 100_00


def test_what_is_not_there_or_not_open_is_named() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    assert details_of("event-unknown", history.reverse, "A1E9") == {"event_id": "A1E9"}
    history.today = date(2024, 4, 5)
    assert details_of("extend-overdue", history.extend, "A1P1", 1)["plan_id"] == "A1P1"
    history.repay(figures(history.account()).due_fen)
    assert details_of("nothing-owed", history.extend, "A1P1", 1) == {"account_id": "A1", "plan_id": "A1P1"}
    closed = History()
    closed.close()
    wanted = {"account_id": "A1", "closed_on": closed.today}
    assert details_of("account-closed", closed.change_bill_day, 5) == wanted
    assert details_of("account-closed", closed.buy, "month", 1_00) == wanted


def test_a_plan_whose_rows_were_all_asked_for_is_not_extended() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    for on in (date(2024, 2, 10), date(2024, 3, 10)):
        history.repay(101_80, on=on)
    history.today = date(2024, 4, 5)
    told = details_of("extend-not-offered", history.extend, "A1P1", 1)
    assert told == {"plan_id": "A1P1", "reason": labels.ALL_ROWS_ASKED}
