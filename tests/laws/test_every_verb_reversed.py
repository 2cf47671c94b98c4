"""Law 31, verb by verb: reversed it never happened, its reversal reversed it did; a verb that is missing here fails."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from baitiao_cli.actions.batch import VERBS

OPENED, TODAY = "2026-01-05", "2026-02-10"

STORY = """
2026-01-05 init
2026-01-05 open --name 李雷 --limit 20000 --phone 13800001234
2026-01-08 charge A1 5999 --installments 12 --merchant Shop
2026-01-10 charge A1 1000 --product daily --installments 3
2026-01-21 charge A1 400
2026-01-22 hold A1 600
2026-01-23 dispute A1P1 1000 --cause other
2026-01-24 lock A1
2026-01-25 suspend A1 --cause risk
2026-02-03 accrue
2026-02-04 open --name 韩梅 --limit 5000
2026-02-04 repay A2 30
2026-02-05 open --name 赵敏 --limit 1000
2026-02-05 request-limit A3 2000
2026-02-06 open --name 周杰 --limit 1000
2026-02-06 close A4
2026-02-06 hardship A1 --reason illness
2026-02-06 open --name 郑洁 --limit 1000 --on 2025-08-01
2026-02-06 charge A5 90 --on 2025-08-02
2026-02-06 open --name 王芳 --limit 1000 --on 2025-08-01
2026-02-06 charge A6 90 --on 2025-08-02
2026-02-06 write-off A6 --reason x
"""

# What each verb does to that ledger: a line that can be done on `TODAY`.
EXAMPLES = {
    "charge": "charge A2 100",
    "repay": "repay A1 700",
    "payoff": "payoff A1 --pay",
    "prepay": "prepay A1P2 500 --by lower-payment",
    "payout": "payout A2",
    "reprice": "reprice A1P1 0.5%",
    "pause": "pause A1P2 --until 2026-04-01",
    "convert": "convert A1 --installments 3",
    "defer": "defer A1",
    "refund": "refund A1P3 400",
    "dispute": "dispute A1P3 --cause not-received",
    "resolve": "resolve A1E6 won",
    "waive": "waive A1 0.10 --charge interest --plan A1P2 --reason x",
    "credit": "credit A1 50 --reason x",
    "reverse": "reverse A1E4",
    "bill-day": "bill-day A1 15",
    "close": "close A3",
    "hold": "hold A2 100",
    "capture": "capture A1H1",
    "release": "release A1H1",
    "limit": "limit A1 9000",
    "request-limit": "request-limit A2 8000",
    "decide-limit": "decide-limit A3 --grant --reason x",
    "lock": "lock A2",
    "unlock": "unlock A1",
    "suspend": "suspend A2 --cause risk",
    "resume": "resume A1",
    "reopen": "reopen A4 --limit 3000",
    "auto-repay": "auto-repay A1 --means card",
    "means": "means A1 card --funds 100",
    "charge-off": "charge-off A5 --reason x",
    "write-off": "write-off A5 --reason x",
    "recover": "recover A6 40",
    "extend": "extend A1P1 --months 2",
    "restructure": "restructure A1P2 --installments 6",
    "hardship": "hardship A5 --reason illness",
    "decide-hardship": "decide-hardship A1 --grant --reason x",
}
# Not reversed: what begins an account, what is kept of nothing, what is no event of an account, what time brings.
NOT_REVERSED = {"open": "not-reversible", "person": "not-reversible", "register": "", "accrue": ""}


@pytest.fixture
def at(run: Callable[..., Any], tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Any]:
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "ledger.db"))

    def do(today: str, line: str) -> Any:
        return run(*line.split(), "--today", today)

    for line in STORY.strip().splitlines():
        today, _, command = line.partition(" ")
        assert do(today, command).status == 0, line
    return do


def test_every_verb_is_tried() -> None:
    assert set(EXAMPLES) | set(NOT_REVERSED) == set(VERBS)


def figures(at: Callable[[str, str], Any]) -> dict[str, Any]:
    """Every figure, row and balance of all accounts, on the day and in the summer after it.

    What the books hold is compared booked or not: an event books what has run by then.
    """
    told: dict[str, Any] = {}
    for day in (TODAY, "2026-08-20"):
        books: Counter[str] = Counter()
        balance = at(day, "report trial-balance --json").data
        for row in [*balance["rows"], *balance["accrued"]]:
            books[row["ledger_account"]] += row["debit_fen"] - row["credit_fen"]
        told[f"books {day}"] = {name: fen for name, fen in books.items() if fen}
        for account_id in ("A1", "A2", "A3", "A4", "A5", "A6"):
            view = at(day, f"show {account_id} --json").data
            told[f"{account_id} {day}"] = view
            for plan in view["plans"]:
                told[f"{plan['plan_id']} {day}"] = at(day, f"schedule {plan['plan_id']} --json").data
    return told


@pytest.mark.parametrize("verb", EXAMPLES)
def test_reversed_it_never_happened_and_its_reversal_reversed_it_did(at: Any, verb: str) -> None:
    never = figures(at)
    done = at(TODAY, f"{EXAMPLES[verb]} --json")
    assert done.status == 0, done.err
    event_id = done.data["event_id"]
    happened = figures(at)
    assert happened != never

    reversal = at(TODAY, f"reverse {event_id} --json").data
    assert figures(at) == never
    assert at(TODAY, f"reverse {event_id} --json").error["code"] == "already-reversed"
    again = at(TODAY, f"reverse {reversal['event_id']} --json").data
    assert figures(at) == happened
    assert at(TODAY, f"reverse {reversal['event_id']} --json").error["code"] == "already-reversed"
    assert at(TODAY, f"reverse {again['event_id']} --json").status == 0
    assert figures(at) == never
    assert json.loads(at(TODAY, "check --full --json").out)["data"]["findings"] == []


@pytest.mark.parametrize("verb", [verb for verb, code in NOT_REVERSED.items() if code])
def test_what_is_not_reversed_says_so(at: Any, verb: str) -> None:
    line = {"open": "open --name 王芳 --limit 1000", "person": "person A1 --phone 13900001234 --reason x"}[verb]
    event_id = at(TODAY, f"{line} --json").data["event_id"]
    assert at(TODAY, f"reverse {event_id} --json").error["code"] == NOT_REVERSED[verb]
