"""The start-up script tells a ratio for each case; how large they are is for docs/speed.md, not asserted.

But for two: a shell asks at every TAB, and who asks for the version wants nothing else; both are answered before Typer
could be imported.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.bench.startup import cases, prepared, run, seconds, syncs


def test_the_script_prints_ratios():
    script = Path(__file__).with_name("startup.py")
    again = subprocess.run(
        [sys.executable, script, "1", "--no-instructions"], capture_output=True, text=True, check=True
    )
    heading, *lines = again.stdout.splitlines()
    assert heading.split() == ["case", "ms", "time", "instructions", "ratio", "syncs"]
    assert all(float(line[38:52]) > 0 for line in lines)
    assert any(line.startswith("--version") for line in lines)


def test_every_case_does_what_it_measures():
    with prepared() as (folder, environment):
        for name, case in cases(folder).items():
            complains = name == "a refusal"
            assert bool(run(case, environment)) is complains, name


@pytest.mark.parametrize("name", ["TAB behind show", "--version"])
def test_what_needs_no_command_is_answered_sooner_than_typer_is_imported(name: str):
    with prepared() as (folder, environment):
        asked = cases(folder)
        pairs = [(seconds(asked[name], environment), seconds(asked["import typer"], environment)) for _ in range(6)][1:]
    answered, imported = (statistics.median(side) for side in zip(*pairs, strict=True))
    assert answered < imported


@pytest.mark.needs_tool("strace")
def test_a_verb_syncs_the_disk_no_more_often_than_its_journal_needs():
    with prepared() as (folder, environment):
        asked = cases(folder)
        run(asked["a row by sqlite3"], environment)  # makes the file
        # The journal twice, its folder (once a connection), the file, and the journal again when it is cut off.
        assert syncs(asked["repay"], environment) == syncs(asked["a row by sqlite3"], environment) == 5
        assert syncs(asked["show, in a pipe"], environment) == 0


@pytest.mark.needs_tool("strace")
@pytest.mark.parametrize("name", ["show, in a pipe", "repay"])
def test_a_call_opens_the_ledger_once(name: str):
    with prepared() as (folder, environment):
        told = run(cases(folder)[name], environment, ["strace", "-qq", "-e", "trace=openat"])
        assert told.count(f'{folder / "ledger.db"}"') == 1


# What the usual calls about a usual account have no use for.
UNNEEDED = {
    *("typer", "rich", "click", "typing_extensions", "inspect", "dataclasses", "dateutil", "platformdirs"),
    *("calendar", "locale", "argparse", "json", "logging", "tempfile", "shutil", "subprocess", "email", "threading"),
    *("pathlib", "urllib.parse"),
    *(f"baitiao_cli.account.verbs.{verb}" for verb in ("payoff", "refund", "dispute", "close", "restructure", "limit")),
    *(f"baitiao_cli.ledger.{room}" for room in ("search", "merchants", "notes")),
    *("baitiao_cli.messages.definitions", "cryptography.hazmat.primitives.ciphers"),
    # What is told of few accounts.
    *(f"baitiao_cli.show.{room}" for room in ("auto_repay", "cooling", "hardship", "known", "limits")),
    *(f"baitiao_cli.messages.{room}" for room in ("books", "desk", "happenings", "reports", "scenario")),
}
NOT_TO_READ = {
    *(
        f"baitiao_cli.ledger.{room}"
        for room in ("write_transaction", "writing", "requests", "file.lock", "only_once", "snapshots")
    ),
    *(
        "baitiao_cli.actions.verb",
        "baitiao_cli.actions.roles",
        "baitiao_cli.actions.proposals",
        "baitiao_cli.account.verbs.loss",
    ),
}


def imported_by(name: str) -> set[str]:
    code = "import sys; from baitiao_cli.__main__ import main; main(); print(*sys.modules, file=sys.stderr)"
    with prepared() as (folder, environment):
        case = cases(folder)[name]
        return set(run(case._replace(words=[sys.executable, "-c", code, *case.words[2:]]), environment).split())


CALLS = {"repay": UNNEEDED} | dict.fromkeys(("show, in a pipe", "statement", "list"), UNNEEDED | NOT_TO_READ)


@pytest.mark.parametrize(("name", "unneeded"), CALLS.items())
def test_a_usual_call_imports_nothing_that_it_has_no_use_for(name: str, unneeded: set[str]):
    imported = imported_by(name)
    assert "baitiao_cli.account.replay" in imported
    assert not imported & unneeded
    rooms = tuple(f"baitiao_cli.{room}." for room in ("account", "calc", "ledger"))
    for module in map(import_module, filter(lambda module: module.startswith("baitiao_cli."), imported)):
        source = Path(str(module.__file__)).read_text("utf-8")
        assert "= re.compile(" not in source, f"{module.__name__} compiles a pattern before it is needed"
        # To make the class of a named tuple takes eight times as long as that of a record of msgspec.
        assert not module.__name__.startswith(rooms) or "(NamedTuple)" not in source, module.__name__


def test_the_page_of_the_program_does_without_records():
    assert not imported_by("--help") & {"msgspec", "sqlite3", "rich"}


def test_garbage_is_not_looked_for_again_as_the_process_ends():
    code = "import gc; from baitiao_cli.__main__ import main; main(); print(gc.get_freeze_count() > 10_000)"
    told = subprocess.run([sys.executable, "-c", code, "products"], capture_output=True, text=True, check=True).stdout
    assert told.endswith("True\n")
