"""Random verbs on a few accounts, as data that can be sent to another process, done there, and asked for once more."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, ClassVar

import msgspec

from baitiao_cli.actions.batch import BATCH, VERBS
from baitiao_cli.actions.perform import perform_once
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.errors import STORAGE, UNKNOWN_OUTCOME, BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.store import Ledger

NOW = "2026-01-05T08:00:00+00:00"
FIRST_DAY = date(2026, 1, 5)

KNOWN: dict[str, Verb] = {**VERBS, BATCH.name: BATCH}


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A verb with its inputs, its day and its request id."""

    verb: str
    asked: dict[str, Any]
    today: date
    request_id: str = ""

    @property
    def call(self) -> Call:
        return Call(today=self.today, now=NOW, operator="harness", request_id=self.request_id)


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a job: an answer, as JSON types, or (`refused`) the code of a rule of credit."""

    answer: dict[str, Any] | None = None
    refused: str = ""
    is_repeated: bool = False

    @property
    def event_id(self) -> str:
        """The event that the job recorded, as far as its answer names one."""
        return str(self.answer.get("event_id", "")) if self.answer else ""


def do(ledger: Ledger, job: Job) -> Outcome:
    """Does the job. What the storage refuses is raised: with nothing wrong there it never does."""
    verb = KNOWN[job.verb]
    try:
        done = perform_once(ledger, verb, msgspec.convert(job.asked, verb.asked), job.call)
    except BaitiaoError as error:
        if error.status in (STORAGE, UNKNOWN_OUTCOME):
            raise
        return Outcome(refused=error.code)
    return Outcome(answer=msgspec.json.decode(msgspec.json.encode(done.answer)), is_repeated=done.is_repeated)


class Customers:
    """What the accounts of a ledger are asked to do next, of what their earlier answers told."""

    # How often each verb is asked for, beside the others.
    WEIGHTS: ClassVar[dict[str, int]] = {
        **{"charge": 6, "repay": 4, "refund": 2, "prepay": 2, "payoff": 1, "reverse": 2, "credit": 1},
        **{"hold": 2, "capture": 2, "release": 1, "limit": 1, "bill-day": 1, "lock": 1, "unlock": 3},
        **{"accrue": 2, "batch": 2, "open": 1, "person": 1},
    }
    FEWEST_ACCOUNTS, MOST_ACCOUNTS = 3, 8

    def __init__(self, seed: object, *, days: bool = True, whole_ledger: bool = True) -> None:
        self.random = Random(repr(seed))
        self.name = self.random.randrange(16**8)
        self.today, self.days, self.whole_ledger = FIRST_DAY, days, whole_ledger
        self.jobs = 0
        self.accounts: list[str] = []
        self.plans: list[str] = []
        self.holds: list[str] = []
        self.events: list[str] = []

    def next_job(self, verbs: Sequence[str] = ()) -> Job:
        """The next job, of those verbs or any; now and then days have passed."""
        verbs = verbs or tuple(self.WEIGHTS)
        if self.days and self.random.random() < 0.15:
            self.today += timedelta(days=self.random.choice((1, 1, 2, 9, 20)))
        verb = self.random.choices(verbs, [self.WEIGHTS[verb] for verb in verbs])[0]
        if len(self.accounts) < self.FEWEST_ACCOUNTS:
            verb = "open"
        if verb == "open" and len(self.accounts) >= self.MOST_ACCOUNTS:
            verb = "charge"
        asked = self._lines() if verb == "batch" else self._asked(verb)
        return Job(verb=verb, asked=asked, today=self.today, request_id=self._request_id())

    def learn(self, outcome: Outcome) -> None:
        """Remembers what the answer names, so that later jobs can be about it."""
        if outcome.answer is None:
            return
        results = [line["result"] for line in outcome.answer.get("results", [])]
        for answer in results or [outcome.answer]:
            known = (("plan_id", self.plans), ("hold_id", self.holds), ("event_id", self.events))
            for key, ids in (("account_id", self.accounts), *known):
                if answer.get(key) and answer[key] not in ids:
                    ids.append(answer[key])

    def _request_id(self) -> str:
        self.jobs += 1
        return f"{self.name:08x}-{self.jobs}"

    def _lines(self) -> dict[str, Any]:
        kinds = ("charge", "repay", "credit", "hold", "accrue")
        verbs = [self.random.choice(kinds) for _ in range(self.random.randint(2, 4))]
        return {
            "lines": [
                {"line": number, "verb": verb, "asked": self._asked(verb), "request_id": self._request_id()}
                for number, verb in enumerate(verbs, start=1)
            ]
        }

    def _asked(self, verb: str) -> dict[str, Any]:
        one = self.random.choice
        account = {"account_id": one(self.accounts) if self.accounts else "A1"}
        amount = {"amount_fen": self.random.randint(1, 300_000)}
        plan = {"plan_id": one(self.plans) if self.plans else "A1P1"}
        hold = {"hold_id": one(self.holds) if self.holds else "A1H1"}
        reason = {"reason": "because"}
        buy = one(({}, {"installments": one((3, 6, 12))}, {"product_id": "daily", "installments": 3}))
        match verb:
            case "open":
                return {"name": f"客户{self.jobs}", "limit_fen": one((300_000, 2_000_000)), "phone": "13800001234"}
            case "charge" | "hold":
                return {**account, **amount, **buy, **one(({}, {"merchant": "Shop"}, {"merchant": "超市"}))}
            case "repay":
                return {**account, **amount}
            case "prepay":
                return {**plan, **amount, "effect": one(("shorter-term", "lower-payment"))}
            case "refund":
                return {**plan, **amount}
            case "payoff":
                return account
            case "capture" | "release":
                return hold
            case "reverse":
                return {"reversed_event_id": one(self.events[-20:] or ["A1E1"])}
            case "credit":
                return {**account, "amount_fen": self.random.randint(1, 5_000), **reason}
            case "limit":
                return {**account, "limit_fen": one((100_000, 500_000, 2_000_000))}
            case "bill-day":
                return {**account, "bill_day": self.random.randint(1, 28)}
            case "accrue":
                return one(({}, account)) if self.whole_ledger else account
            case "lock" | "unlock":
                return account
            case "person":
                return {**account, "phone": f"139{self.random.randrange(10**8):08}", **reason}
        raise ValueError(verb)


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """A folder that costs no disk, where there is such a thing; gone with the block."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="baitiao-harness-", dir=memory if memory.is_dir() else None) as name:
        yield Path(name)


def new_ledger(path: Path) -> Ledger:
    """An empty ledger."""
    return Ledger.create(path, now=NOW)


def copy_ledger(path: Path, to: Path) -> None:
    """Copies a ledger that nobody uses, and what belongs to it, to another name."""
    for found in path.parent.glob(f"{path.name}*"):
        if found.is_file():
            shutil.copy(found, to.with_name(to.name + found.name.removeprefix(path.name)))


def remove_ledger(path: Path) -> None:
    """Removes a ledger and what belongs to it."""
    for found in path.parent.glob(f"{path.name}*"):
        found.unlink()


def findings(ledger: Ledger) -> list[str]:
    """What the program's own check finds, every account folded again."""
    return [f"{found.code} {found.where} {found.figures}" for found in check_ledger(ledger, full=True)]
