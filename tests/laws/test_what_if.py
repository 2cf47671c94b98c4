"""What `what-if` says of verbs is what they give afterwards, bit for bit; and saying it leaves no trace."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from .every_verb import EXAMPLES, STORY, TODAY

# Lines of the first account, also such as are refused; `open` is another account's.
LINES = [line for line in EXAMPLES.values() if " A1" in line]
AMOUNTS = st.integers(1, 900_000).map(lambda fen: f"{fen // 100}.{fen % 100:02}")


@st.composite
def lines(draw: Any) -> str:
    amount = draw(AMOUNTS)
    count = draw(st.integers(0, 13))
    drawn = [
        f"repay A1 {amount}", f"repay A1 {amount} --plan A1P1", f"limit A1 {amount}", f"refund A1P3 {amount}",
        f"charge A1 {amount} --installments {count}", f"payoff A1 --plan A1P{count % 4} --pay", "unlock A1",
        "resume A1", f"credit A1 {amount} --reason x", f"restructure A1P1 --installments {count}",
        f"waive A1 {amount} --reason x",
    ]  # fmt: skip
    return draw(st.sampled_from(LINES) | st.sampled_from(drawn))


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from baitiao_cli.cli.main import main

    path = tmp_path_factory.mktemp("what-if") / "ledger.db"
    for text in STORY.strip().splitlines():
        today, _, command = text.partition(" ")
        assert main([*command.split(), "--today", today, "--ledger", str(path), "--plain"]) == 0
    return path


@pytest.fixture
def fresh(story: Path, tmp_path: Path) -> Iterator[Callable[[], str]]:
    def copied() -> str:
        shutil.copy(story, tmp_path / "ledger.db")
        return str(tmp_path / "ledger.db")

    yield copied


@given(chain=st.lists(st.tuples(lines(), st.integers(0, 70)), min_size=1, max_size=3))
def test_what_is_told_is_what_happens(fresh: Any, run: Any, chain: list[tuple[str, int]]) -> None:
    path = fresh()
    was = Path(path).read_bytes()
    days, steps, on = [], [], date.fromisoformat(TODAY)
    for line, later in chain:
        on += timedelta(days=later)
        days.append(str(on))
        steps += ["--", *line.split(), "--on", str(on)]
    told = run("what-if", "A1", "--json", "--ledger", path, "--today", TODAY, "--operator", "ann", *steps)
    assert Path(path).read_bytes() == was

    for number, (line, _) in enumerate(chain):
        day = days[number]
        who = ("--ledger", path, "--operator", "ann", "--json")
        done = run(*line.split(), "--today", day, "--on", day, *who)
        if done.status:
            refused = {key: value for key, value in told.error.items() if key != "step"}
            assert (told.status, refused) == (done.status, done.error)
            event("refused: " + done.error["code"])
            return
        if told.status == 0:
            assert told.data["steps"][number]["result"] == done.data
    assert told.status == 0, told.err
    event("done")
    shown = run("show", "A1", "--as-of", days[-1], "--today", days[-1], "--ledger", path, "--json").data
    assert {name: shown[name] for name in told.data["after"] if name in shown} == {
        name: value for name, value in told.data["after"].items() if name in shown
    }
    for plan in told.data["plans"]:
        schedule = run(
            "schedule", plan["plan_id"], "--as-of", days[-1], "--today", days[-1], "--ledger", path, "--json"
        )
        rows = {row["number"]: row for row in schedule.data["rows"]} if schedule.status == 0 else {}
        assert all(rows.get(row["number"]) == row["after"] for row in plan["rows"])
    assert json.loads(run("check", "--full", "--ledger", path, "--json").out)["data"]["findings"] == []


@settings(max_examples=settings.default.max_examples // 5)  # each is a year and more of payments
@given(line=lines(), later=st.integers(0, 70))
def test_all_that_is_still_to_pay_is_what_paying_each_due_comes_to(fresh: Any, run: Any, line: str, later: int) -> None:
    """Paid on its day, due date by due date, the account comes to nothing, and `to_pay_fen` is what that took."""
    path = fresh()
    day = str(date.fromisoformat(TODAY) + timedelta(days=later))
    who = ("--ledger", path, "--json")
    # what is set aside or may be bought is another matter
    told = run("what-if", "A1", "--today", day, *who, "--", "reverse", "A1E6", "--", *line.split())
    if told.status or line.startswith("auto-repay"):  # what a means pays by itself is not counted here
        event("refused, or pays by itself")
        return
    event("done " + line.split()[0])
    for words in (["reverse", "A1E6"], line.split()):
        assert run(*words, "--today", day, *who).status == 0
    paid_fen, today = 0, day
    while today is not None:  # what is payable at once is paid at once, and all else on its due date
        run("accrue", "A1", "--today", today, *who)
        due_fen = run("show", "A1", "--today", today, *who).data["due_fen"]
        if due_fen:
            paid = run("repay", "A1", f"{due_fen // 100}.{due_fen % 100:02}", "--today", today, *who)
            assert paid.status == 0
            paid_fen += due_fen
        shown = run("show", "A1", "--today", today, *who).data
        today = shown["next_due_on"]
    assert paid_fen - shown["credit_fen"] + shown["owed_fen"] == told.data["after"]["to_pay_fen"]
