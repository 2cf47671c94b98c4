"""Crashes of the program itself: a command is killed at a random moment and given again with its request id."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from baitiao_cli.errors import NOT_FOUND, REFUSED
from baitiao_cli.ledger.store import Ledger

from .crash import recorded
from .record import BrokenPromiseError
from .workload import Customers, Job, Outcome, findings, folder_in_memory, new_ledger, remove_ledger

KILLS_A_LEDGER = 25
# The verbs that can be written as a line of the command line without more ado.
VERBS = ("charge", "repay", "hold", "refund", "prepay", "credit", "limit", "accrue", "open", "batch")
LONGEST_COMMAND_SECONDS = 0.25


def kill_commands(kills: int, seed: int) -> Counter[str]:
    """Kills so many commands and proves after each one what the ledger holds; now and then an `init`."""
    counts: Counter[str] = Counter()
    with folder_in_memory() as folder:
        for number in range(0, kills, KILLS_A_LEDGER):
            scene = CommandScene(folder / "ledger.db", (seed, number), counts)
            for _ in range(min(KILLS_A_LEDGER, kills - number) - 1):
                scene.kill_verb()
            scene.finish()
    return counts


def words(job: Job) -> list[str]:
    """The job as words of the command line; a batch is read from standard input."""
    asked = dict(job.asked)
    if job.verb == "batch":
        given = ["-"]
        asked = {}
    else:
        first = [asked.pop(key) for key in ("account_id", "plan_id") if key in asked]
        fen = [asked.pop(key) for key in ("amount_fen", "limit_fen") if key in asked]
        yuan = [f"{each // 100}.{each % 100:02}" for each in fen]
        given = [*first, *(["--limit", *yuan] if job.verb == "open" else yuan)]
    names = {"product_id": "product", "effect": "by"}
    for key, value in asked.items():
        given += [f"--{names.get(key, key)}", str(value)]
    return [job.verb, *given, "--today", str(job.today), "--request-id", job.request_id, "--json"]


def lines(job: Job) -> bytes:
    """What a batch reads: a JSON line a verb."""
    told = []
    for line in job.asked.get("lines", []):
        asked = {key.removesuffix("_id").removesuffix("_fen"): value for key, value in line["asked"].items()}
        if "amount" in asked:
            asked["amount"] = f"{asked['amount'] // 100}.{asked['amount'] % 100:02}"
        told.append(json.dumps({"verb": line["verb"], "request-id": line["request_id"], **asked}))
    return "\n".join(told).encode()


class CommandScene:
    """A ledger that is used through the command line only."""

    def __init__(self, path: Path, seed: tuple[int, int], counts: Counter[str]) -> None:
        self.path, self.seed, self.counts = path, seed[0], counts
        self.random = Random(repr(seed))
        self.customers = Customers(seed)
        self._kill_init()
        self.ledger = Ledger.open(path)
        for _ in range(3):
            job = self.customers.next_job(("open",))
            self.customers.learn(self._run(job))

    def _kill_init(self) -> None:
        """A first run that is killed leaves no ledger or a whole one, and can be repeated."""
        command = self._start(["init"])
        time.sleep(self.random.uniform(0, LONGEST_COMMAND_SECONDS))
        self._kill(command)
        if self.path.exists():
            self._demand(findings(Ledger.open(self.path)) == [], "init", "half a ledger")
        else:
            new_ledger(self.path)

    def kill_verb(self) -> None:
        """Kills a verb at a moment of its life, or soon after its transaction began to write; then gives it again."""
        job = self.customers.next_job(VERBS)
        command = self._start(words(job), lines(job))
        if self.random.random() < 0.4:
            time.sleep(self.random.uniform(0, LONGEST_COMMAND_SECONDS))
        else:
            self._await_journal(command)
            time.sleep(self.random.uniform(0, 0.002))
        out = self._kill(command)
        self.counts["journals_left_to_be_rolled_back"] += self._journal_bytes() > 0
        self.counts["of_these_inside_a_transaction"] += self._journal_bytes() > 0
        with self.ledger.read() as tx:
            before = recorded(tx.connection, job.request_id)
        acknowledged = json.loads(out)["data"] if command.returncode == 0 else None
        if acknowledged is not None:
            self.counts["acknowledged_verbs"] += 1
            self._demand(before.is_kept, job, "lost")
        outcome = self._run(job)
        self.counts["retries_of_the_unacknowledged"] += acknowledged is None
        self.counts["of_which_had_been_recorded"] += acknowledged is None and before.is_kept
        self._prove(job, before.is_kept, before.events, outcome)
        if acknowledged is not None:
            self._demand(outcome.answer == acknowledged, job, "another answer")
        self.customers.learn(outcome)

    def _prove(self, job: Job, was_kept: bool, events: int, outcome: Outcome) -> None:
        with self.ledger.read() as tx:
            after = recorded(tx.connection, job.request_id)
        if was_kept or outcome.refused:
            self._demand(after.events == events, job, "doubled")
        if outcome.event_id:
            self._demand(after.of_request == [outcome.event_id], job, "doubled")

    def finish(self) -> None:
        """Proves the whole ledger and removes it."""
        self._demand((found := findings(self.ledger)) == [], "check", f"{found}")
        remove_ledger(self.path)

    def _start(self, given: list[str], stdin: bytes = b"") -> subprocess.Popen[bytes]:
        program = [sys.executable, "-m", "baitiao_cli", *given, "--ledger", str(self.path)]
        command = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert command.stdin is not None
        command.stdin.write(stdin)
        command.stdin.close()
        command.stdin = None
        return command

    def _kill(self, command: subprocess.Popen[bytes]) -> bytes:
        command.kill()  # SIGKILL; nothing if it has ended
        out, _ = command.communicate()
        self.counts["command_line_kills"] += 1
        return out

    def _run(self, job: Job) -> Outcome:
        """The command to its end; anything but an answer or a refusal by a rule breaks the promise."""
        command = self._start(words(job), lines(job))
        out, err = command.communicate(timeout=600)
        if command.returncode == 0:
            return Outcome(answer=json.loads(out)["data"])
        told: dict[str, Any] = json.loads(err)["error"] if err.startswith(b"{") else {"code": err.decode()}
        self._demand(command.returncode in {NOT_FOUND, REFUSED}, job, f"status {command.returncode}: {told}")
        return Outcome(refused=told["code"])

    def _await_journal(self, command: subprocess.Popen[bytes]) -> None:
        while command.poll() is None and not self._journal_bytes():
            time.sleep(0.0001)

    def _journal_bytes(self) -> int:
        journal = Path(f"{self.path}-journal")
        try:
            return journal.stat().st_size
        except FileNotFoundError:
            return 0

    def _demand(self, kept: bool, job: object, what: str) -> None:
        if not kept:
            raise BrokenPromiseError(f"{what}: {job}", self.seed)
