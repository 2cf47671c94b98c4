"""Law 31, verb by verb: reversed it never happened, its reversal reversed it did; a verb that is missing here fails."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from baitiao_cli.actions.batch import VERBS

from .every_verb import EXAMPLES, STORY, TODAY

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
    assert set(EXAMPLES) == set(VERBS)


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


@pytest.mark.parametrize("verb", [verb for verb in EXAMPLES if verb not in NOT_REVERSED])
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
    event_id = at(TODAY, f"{EXAMPLES[verb]} --json").data["event_id"]
    assert at(TODAY, f"reverse {event_id} --json").error["code"] == NOT_REVERSED[verb]
