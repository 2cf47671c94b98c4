"""Beside its peers: our engine answers every question rightly, and the published table is what they all answer.

What the peers answer is tested where they are installed (the extra `bench`); how quick they are is never asserted.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from baitiao_cli.calc.cash_flows import Flow, rate_of_flows
from baitiao_cli.calc.rates import Rate
from baitiao_cli.calc.schedule import ScheduleTerms, quote_schedule
from tests.bench.peers import verdicts, verdicts_table
from tests.bench.programs import ours, programs
from tests.bench.questions import QUESTIONS, verdict

ROOT = Path(__file__).parents[2]
START = date(2024, 1, 12)


@pytest.mark.parametrize("question", QUESTIONS)
def test_we_are_right(question: str) -> None:
    assert verdict(QUESTIONS[question], ours()) == ("right", "")


@pytest.fixture
def all_installed() -> None:
    for module in ("amortization", "loan", "loan_calculator", "mortgagemath", "numpy_financial", "pyxirr"):
        pytest.importorskip(module)


@pytest.mark.usefixtures("all_installed")
def test_the_page_has_the_verdicts() -> None:
    """If a peer mends what was wrong, docs/speed.md has to say so."""
    table = verdicts_table(verdicts(programs())).partition("\n\n")[0]
    assert table in (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("all_installed")
def test_the_command_tells_ratios_and_verdicts() -> None:
    command = [sys.executable, "-m", "tests.bench.peers", "--rounds", "1"]
    told = json.loads(subprocess.run([*command, "--json"], capture_output=True, check=True, cwd=ROOT).stdout)
    assert set(told["times"]) == set(told["verdicts"]) == set(told["versions"])
    assert set(told["times"]["baitiao"].values()) == {1.0}
    assert all(ratio > 0 for cases in told["times"].values() for ratio in cases.values())
    words = {case["word"] for cases in told["verdicts"].values() for case in cases.values()}
    assert words <= {"right", "wrong", "fails", "cannot be asked"}
    tables = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, text=True).stdout
    assert [line for line in tables.splitlines() if line.startswith("| baitiao")]


def regular_plans(count: int) -> list[tuple[int, list[int]]]:
    """What is financed and what is paid each month, of plans of every size; the same ones each time."""
    chance = random.Random(20240112)
    plans = []
    for _ in range(count):
        financed_fen = chance.randint(10_000, 10**9)
        terms = ScheduleTerms(
            method=chance.choice(("equal-payment", "equal-principal", "flat")),
            installments=chance.randint(1, 36),
            rate=Rate(chance.randint(0, 360_000_000), "year"),
        )
        rows = quote_schedule(financed_fen, START, terms).rows
        plans.append((financed_fen, [row.total_fen for row in rows]))
    return plans


@pytest.mark.parametrize("peer", ["pyxirr", "numpy_financial"])
def test_a_peer_agrees_on_annual_rates(peer: str) -> None:
    irr = pytest.importorskip(peer).irr
    for financed_fen, paid in regular_plans(60):
        simple = ours().annual_simple
        assert simple is not None
        assert float(simple([-financed_fen, *paid])) == pytest.approx(12 * irr([-financed_fen, *paid]), abs=1e-8)


def test_xirr_agrees_on_irregular_dates() -> None:
    xirr = pytest.importorskip("pyxirr").xirr
    chance = random.Random(20240131)
    for _ in range(40):
        days = sorted(chance.sample(range(1, 1_500), chance.randint(1, 24)))
        paid = [chance.randint(1_000, 100_000) for _ in days]
        advanced = sum(paid) * 100 // chance.randint(100, 150)
        dates = [START, *(START + timedelta(day) for day in days)]
        flows = [Flow("advance", Decimal(advanced), Decimal(0))]
        flows += [Flow("payment", Decimal(fen), Decimal(day) / 365) for fen, day in zip(paid, days, strict=True)]
        found = rate_of_flows(flows, "xirr-365").annual
        assert float(found) == pytest.approx(xirr(dates, [-advanced, *paid]), abs=1e-8)
