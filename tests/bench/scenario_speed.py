"""How many steps a scenario takes a second, beside the same steps done by the rules alone, and beside commits.

    python -m tests.bench.scenario_speed [CUSTOMERS]

Customers open lines, and each month buy, buy in installments and pay. The same scenario is played in one transaction
that is thrown away, as `scenario run` does; with a commit for each step, as commands do; and its facts are folded by
themselves, which is the least that any way must do. Processor time is compared, for that depends least on what else
the machine does.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from baitiao_cli.account.replay import replay
from baitiao_cli.cli.playing import Commands, commands, play_apart, play_in
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.scenario.days import clock
from baitiao_cli.scenario.playing import play
from baitiao_cli.scenario.reading import read_scenario
from baitiao_cli.scenario.scenario import Scenario

SCENARIO = """
seed = 1
[vars]
price = {{ between = ["10.00", "300.00"] }}

[[step]]
today = 2026-01-05
repeat.times = {customers}
steps = [{{ open = {{ name = "{{random.name}}", limit = 20000 }} }}]

[[step]]
repeat.times = 6
  [[step.steps]]
  today = "+1 week"
  repeat.times = {customers}
    [[step.steps.steps]]
    charge = {{ account = "A{{round}}", amount = "{{price}}" }}
    [[step.steps.steps]]
    repay = {{ account = "A{{round}}", amount = "{{price}}" }}
  [[step.steps]]
  today = "next bill of A1"
  accrue = {{}}
"""


def scenario_of(customers: int) -> Scenario:
    """So many customers for half a year."""
    text = SCENARIO.format(customers=customers)
    return read_scenario("bench", text, commands())


def folded(scenario: Scenario, folder: Path) -> Callable[[], None]:
    """Every account folded once for each of its events, as of the day of that event: the rules alone."""
    path = folder / "folded.db"
    play_in(path, scenario, "en", is_kept=True)
    with Ledger.open(path).read() as tx:
        books = [tx.book(account_id).events for account_id in tx.account_ids()]

    def fold() -> None:
        for events in books:
            for count, event in enumerate(events, start=1):
                replay(events[:count], event.effective_on)

    return fold


def committed(scenario: Scenario, folder: Path) -> None:
    """The same with a transaction for each step."""
    ledger = Ledger.create(folder / "committed.db", now=clock(date(2000, 1, 1)))
    play(scenario, Commands(ledger, scenario.operator, "en"))


def cpu_seconds(work: Callable[[], object]) -> float:
    """The processor time that it takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Prints a line for each way: seconds, steps a second, and the ratio to the first."""
    scenario = scenario_of(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    with TemporaryDirectory() as folder:
        steps = play_apart(scenario, "en").step_count
        ways: dict[str, Callable[[], object]] = {
            "one transaction": lambda: play_apart(scenario, "en"),
            "a commit each": lambda: committed(scenario, Path(folder)),
            "folds alone": folded(scenario, Path(folder)),
        }
        print(f"{steps:,} steps")
        print(f"{'way':16}{'cpu s':>8}{'steps/s':>9}{'ratio':>7}")
        base = 0.0
        for name, work in ways.items():
            cpu = cpu_seconds(work)
            base = base or cpu
            print(f"{name:16}{cpu:8.2f}{steps / cpu:9.0f}{cpu / base:7.2f}")


if __name__ == "__main__":
    main()
