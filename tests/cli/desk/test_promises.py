"""`promise` and `promises`: what is promised, and whether it was kept, from the money that came."""

from __future__ import annotations

import json
import shutil
import sqlite3
from datetime import date, timedelta

import msgspec
import pytest

from baitiao_cli.actions.desk.promise import PROMISE, PromiseAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.verb import Call
from baitiao_cli.ledger.store import Ledger

DAY = "2026-02-20"


def states(at, day: str) -> list[tuple[str, int, str]]:
    return [
        (one["record_id"], one["paid_fen"], one["state"])
        for one in at(day, "promises", "A1", "--json").data["promises"]
    ]


def test_a_promise_is_kept_by_money_that_comes_in_time(at, head) -> None:
    figures = at(DAY, "show", "A1", "--json").data
    made = at(DAY, "promise", "A1", "300", "--by", "2026-02-25", "--note", "after payday", "--json").data
    assert (made["record_id"], made["state"], made["owed_fen"]) == ("D1", "open", figures["owed_fen"])
    assert states(at, "2026-02-25") == [("D1", 0, "open")]
    assert states(at, "2026-02-26") == [("D1", 0, "broken")]
    at("2026-02-22", "repay", "A1", "100")
    assert states(at, "2026-02-24") == [("D1", 10000, "open")]
    at("2026-02-25", "repay", "A1", "250")
    assert states(at, "2026-02-26") == [("D1", 30000, "kept")]
    (line,) = at("2026-02-26", "promises", "--json").data["promises"]
    assert line["kept_on"] == "2026-02-25"
    told = at("2026-02-26", "explain", "D1").out
    assert "Promise D1" in told
    assert "after payday" in told
    head()


def test_a_payment_that_bounced_kept_nothing(at) -> None:
    at(DAY, "promise", "A1", "100", "--by", "2026-02-25")
    paid = at("2026-02-24", "repay", "A1", "100", "--json").data["event_id"]
    assert states(at, "2026-02-26") == [("D1", 10000, "kept")]
    at("2026-02-27", "reverse", paid)
    assert states(at, "2026-02-27") == [("D1", 0, "broken")]


def test_money_of_the_day_of_the_promise_counts_by_the_order_of_recording_not_by_the_clock(ledger, at) -> None:
    """All of a day of a scenario has one time: 1.00 that came before the promise is not for it, 2.00 after it is."""
    on = date.fromisoformat(DAY)
    call = Call(today=on, now=f"{DAY}T01:00:00.000000Z", operator="x")
    day = Ledger(ledger)
    perform(day, REPAY, RepayAsked(account_id="A1", amount_fen=100), call)
    perform(day, PROMISE, PromiseAsked(account_id="A1", amount_fen=1000, by_on=on), call)
    perform(day, REPAY, RepayAsked(account_id="A1", amount_fen=200), call)
    assert states(at, DAY) == [("D1", 200, "open")]
    earlier = msgspec.structs.replace(call, now=f"{DAY}T00:00:00.000000Z")  # a clock that was set back reorders nothing
    perform(day, REPAY, RepayAsked(account_id="A1", amount_fen=400), earlier)
    assert states(at, DAY) == [("D1", 600, "open")]


def test_a_refund_a_waiver_and_goodwill_are_no_money_of_the_customer(at) -> None:
    at(DAY, "promise", "A1", "10", "--by", "2026-02-25")
    at("2026-02-22", "refund", "A1P2", "100")
    at("2026-02-22", "credit", "A1", "50", "--reason", "x")
    assert states(at, "2026-02-26") == [("D1", 0, "broken")]


def test_money_of_the_same_day_counts_when_it_came_after_the_promise(at) -> None:
    at(DAY, "repay", "A1", "100")
    at(DAY, "promise", "A1", "100", "--by", DAY)
    assert states(at, DAY) == [("D1", 0, "open")]
    at(DAY, "repay", "A1", "100")
    assert states(at, DAY) == [("D1", 10000, "kept")]


def test_they_are_listed_by_day_with_sums_and_by_state(at) -> None:
    at(DAY, "promise", "A1", "50", "--by", "2026-03-01")
    at(DAY, "promise", "A1", "30", "--by", "2026-02-22")
    at("2026-02-21", "repay", "A1", "40")
    data = at("2026-02-23", "promises", "--json").data
    assert [(one["record_id"], one["paid_fen"], one["state"]) for one in data["promises"]] == [
        ("D2", 3000, "kept"), ("D1", 1000, "open"),
    ]  # fmt: skip
    assert data["totals"] == {"amount_fen": 8000, "paid_fen": 4000}
    assert at("2026-02-23", "promises", "--state", "open", "--json").data["count"] == 1
    assert "There are no such promises." in at("2026-02-23", "promises", "--state", "broken").out
    assert "守约" in at("2026-02-23", "promises", "--lang", "zh").out


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("promise A1 100 --by 2026-02-19", "promise-past"),
        ("promise A1 100 --by 2026-02-25 --on 2026-02-21", "date-in-future"),
        ("promise A1 0 --by 2026-02-25", "amount-not-positive"),
        ("promise A9 1 --by 2026-02-25", "account-unknown"),
    ],
)
def test_what_cannot_be_promised(at, line, code) -> None:
    assert at(DAY, *line.split(), "--json").error["code"] == code


def test_who_owes_nothing_promises_nothing(at) -> None:
    at(DAY, "payoff", "A1", "--pay")
    assert at(DAY, "promise", "A1", "100", "--by", "2026-02-25", "--json").error["code"] == "nothing-owed"


def test_on_the_portfolio_the_kept_are_those_whose_money_came(run, portfolio, tmp_path, monkeypatch) -> None:
    """Everybody who owes something promises 100.00 in ten days; who kept it is summed from the events by SQL."""
    shutil.copyfile(portfolio, tmp_path / "ledger.db")
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "ledger.db"))
    made_on, by_on, end = date(2026, 5, 8), date(2026, 5, 18), "2026-06-30"
    with sqlite3.connect(tmp_path / "ledger.db") as connection:
        rows = connection.execute(
            """SELECT account_id, effective_on, kind, body, event_id FROM events
            WHERE effective_on BETWEEN ? AND ? ORDER BY sequence""",
            (str(made_on + timedelta(days=1)), str(by_on)),
        ).fetchall()
        reversed_ids = {
            json.loads(body)["event_id"]
            for (body,) in connection.execute("SELECT body FROM events WHERE kind = 'event-reversed'")
        }
    came: dict[str, int] = {}
    amounts = {
        "repayment-received": "amount_fen", "payoff-received": "amount_fen", "prepayment-received": "amount_fen",
        "recovery-received": "amount_fen", "debit-tried": "taken_fen",
    }  # fmt: skip
    for account_id, _, kind, body, event_id in rows:
        if kind in amounts and event_id not in reversed_ids:
            came[account_id] = came.get(account_id, 0) + json.loads(body)[amounts[kind]]
    promised = []
    for number in range(1, 41):
        result = run("promise", f"A{number}", "100", "--by", str(by_on), "--on", str(made_on), "--today", end)
        if result.status == 0:
            promised.append(f"A{number}")
    lines = run("promises", "--today", end, "--json")
    found = {one["account_id"]: (one["paid_fen"], one["state"]) for one in lines.data["promises"]}
    expected = {
        one: (min(came.get(one, 0), 10000), "kept" if came.get(one, 0) >= 10000 else "broken") for one in promised
    }
    assert found == expected
    assert {state for _, state in found.values()} == {"kept", "broken"}


def test_who_pays_all_that_is_owed_breaks_no_promise_of_more(at) -> None:
    told = at(DAY, "promise", "A1", "50000", "--by", "2026-03-01").out
    assert "more than the" in told
    at("2026-02-22", "payoff", "A1", "--pay")
    for day in ("2026-02-22", "2026-03-05"):
        assert [state for _, _, state in states(at, day)] == ["cleared"]
    assert [state for _, _, state in states(at, "2026-02-21")] == ["open"]
    assert "nothing owed" in at("2026-03-05", "promises").out
