"""Everything that writes to a ledger, one deed each: found in the code, so that what is new is met."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import pkgutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import msgspec

import baitiao_cli.actions
from baitiao_cli.actions import perform as performing
from baitiao_cli.actions import short_transactions
from baitiao_cli.actions.accrue import AccrueAsked, accrue_all
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.cli.desk import bureau
from baitiao_cli.cli.main import main
from baitiao_cli.errors import DONE, REFUSED
from baitiao_cli.ledger.check.rebuild import rebuild_views
from baitiao_cli.ledger.file.connection import APPLICATION_ID
from baitiao_cli.ledger.store import Ledger
from tests.laws.every_verb import EXAMPLES, STORY, TODAY

from .workload import NOW, copy_ledger, remove_ledger

STORY_BESIDE = """
2026-02-06 open --name 吴磊 --limit 1000
2026-02-06 charge A7 950
2026-02-06 risk scan A7
2026-02-06 open --name 徐婷 --limit 1000
2026-02-06 charge A8 950
2026-02-06 approval waiver --above 100
2026-02-06 funder West
2026-02-06 register Stall
2026-02-06 credit A1 200 --reason x --operator cara
2026-02-06 ticket A1 --about question --text fees
2026-02-06 tier A2 A
2026-02-06 score keep A2
"""
"""Something waits for a second person and for a review, too."""

EXAMPLES_BESIDE = {
    "verify": "verify A1 --phone-digits 1234",
    "batch": "batch -",
    "funder": "funder East",
    "fund": "fund inst F0=100%",
    "merchant-settle": "merchant-settle M1 --through 2026-02-10",
    "funder-settle": "funder-settle F1 --through 2026-02-10",
    "operator": "operator harness --role admin",
    "approval": "approval reversal --above 500",
    "approve": "approve W1 --operator ben",
    "decline": "decline W1 --reason x",
    "cases open": "cases open",
    "ticket": "ticket A1 --about other --text fees",
    "ticket-answer": "ticket-answer D3 told",
    "promise": "promise A1 10 --by 2026-02-20",
    "prefer": "prefer A1 --channel app",
    "remind": "remind --dry-run",
    "notify": "notify --dry-run",
    "bureau export": "bureau export -o not-sent.json --dry-run",
    "bureau notice": "bureau notice A5 --channel letter",
    "contact": "contact A1 --channel call --about service --at 10:30 --outcome reached",
    "consent": "consent A1 offers given",
    "income": "income A1 8000",
    "score keep": "score keep A1",
    "score apply": "score apply A2",
    "risk scan": "risk scan A8",
    "queue approve": "queue approve D1 --reason x",
    "queue release": "queue release D1 --reason x",
    "queue decline": "queue decline D1 --reason x",
    "limits review": "limits review --tier B --times 0.8 --dry-run",
    "limits apply": "limits apply --all",
    "offers grant": "offers grant --all --dry-run",
    "rebuild": "rebuild",
    "privacy export": "privacy export A1 --reason x",
    "privacy erase": "privacy erase A4 --reason x --yes",
}
"""A line for each verb that a batch may not hold: in a dry run what writes files, or in many transactions."""

# What is asked along with a view has no line of its own.
ASKED_BESIDE: dict[str, dict[str, str]] = {"unmask": {"account_id": "A1", "reason": "x"}}

BATCH_LINES = (
    '{"verb": "repay", "account": "A1", "amount": "10"}\n{"verb": "charge", "account": "A2", "amount": "20"}\n'
)
REQUEST_ID = "the-request"


class Deed(NamedTuple):
    """Something that writes: what it does to a ledger, and whether doing it once more gives the first answer again."""

    name: str
    act: Callable[[Path], Any]
    starts_from: str = "story"
    has_request: bool = True


def writing_verbs() -> dict[str, Verb]:
    """Every verb that there is, by name."""
    modules = pkgutil.walk_packages(baitiao_cli.actions.__path__, f"{baitiao_cli.actions.__name__}.")
    names = [importlib.import_module(module.name) for module in modules]
    return {each.name: each for module in names for each in vars(module).values() if isinstance(each, Verb)}


def run(line: str, ledger: Path, today: str, stdin: str = "") -> int:
    """A line of the command line in this process; what it says is dropped."""
    nowhere = io.StringIO()
    typed = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere), mock.patch("sys.stdin", typed):
        return main([*line.split(), "--ledger", str(ledger), "--today", today])


def tell_story(path: Path) -> None:
    """Makes the ledger in which every verb has something to do."""
    for line in (STORY.strip() + STORY_BESIDE.rstrip()).splitlines():
        today, _, command = line.partition(" ")
        assert run(command, path, today) == (REFUSED if "--operator cara" in line else DONE), line  # it waits


def asked_of(line: str, path: Path) -> tuple[Verb, msgspec.Struct]:
    """The verb of a line of the command line, and what it is asked with; done in a copy of that ledger."""
    copy = path.with_name("copy.db")
    copy_ledger(path, copy)
    found: list[tuple[Verb, msgspec.Struct]] = []

    def note(tx: Any, verb: Verb, asked: msgspec.Struct, call: Call) -> performing.Done:
        found.append((verb, asked))
        return perform_in(tx, verb, asked, call)

    perform_in = performing.perform_in
    with mock.patch.object(performing, "perform_in", note), mock.patch.object(bureau, "perform_in", note):
        status = run(line, copy, TODAY, BATCH_LINES)
    remove_ledger(copy)
    assert (status, len(found)) == (0, 1), line
    return found[0]


def deeds(story: Path) -> Iterator[Deed]:
    """Every deed: each verb as its line has it, and what is no verb."""
    verbs_there, lines = writing_verbs(), EXAMPLES | EXAMPLES_BESIDE
    assert {*lines, *ASKED_BESIDE} == set(verbs_there), "every verb has a line"
    call = Call(today=date.fromisoformat(TODAY), now=NOW, operator="harness", request_id=REQUEST_ID)
    asked_by_name = {name: asked_of(line, story) for name, line in lines.items()}
    for name, fields in ASKED_BESIDE.items():
        asked_by_name[name] = verbs_there[name], msgspec.convert(fields, verbs_there[name].asked)
    for name, (verb, asked) in asked_by_name.items():

        def do(path: Path, verb: Verb = verb, asked: msgspec.Struct = asked) -> Any:
            return msgspec.to_builtins(perform(Ledger.open(path), verb, asked, call))

        yield Deed(name, do)

    def accrue_everybody(path: Path) -> None:
        # In one transaction, however slow the machine: what is done then can be compared.
        with mock.patch.object(short_transactions, "CHUNK_SECONDS", 600):
            accrue_all(Ledger.open(path), AccrueAsked(), msgspec.structs.replace(call, today=date(2026, 3, 20)))

    def rebuild(path: Path) -> None:
        with Ledger.open(path).write(today=call.today, now=NOW, operator="harness") as tx:
            rebuild_views(tx)

    yield Deed("accrue everybody", accrue_everybody, has_request=False)
    yield Deed("rebuild all views", rebuild, has_request=False)
    yield Deed("init", lambda path: Ledger.create(path, now=NOW), starts_from="nothing", has_request=False)
    yield Deed("upgrade", Ledger.open, starts_from="version 0", has_request=False)


def ledger_of_version_0(path: Path) -> None:
    """The oldest ledger that there can be."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("VACUUM")
