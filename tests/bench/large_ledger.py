"""Ledgers of any size, for measuring: lives of accounts, played by the real verbs, told again for many others.

    python -m tests.bench.large_ledger /dev/shm/large.db --events 1000000
    python -m tests.bench.large_ledger /dev/shm/many.db --accounts 1000000

Every row is what the program itself would have written, with the hashes that belong to it, so that `check --full`
finds nothing: the ids of the account, its person, plans and events are those of the other account.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from baitiao_cli.actions.accrue import ACCRUE, AccrueAsked
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger import day_sums, owed_sums, purchase_index
from baitiao_cli.ledger.chain import (
    EVENT_FIELDS,
    GENESIS,
    GROUP_FIELDS,
    POSTING_FIELDS,
    SEAL_FIELDS,
    JournalHash,
    digest,
)
from baitiao_cli.ledger.codec import canonical
from baitiao_cli.ledger.played import PlayedLedger
from baitiao_cli.ledger.store import Ledger

FIRST_DAY = date(2026, 1, 5)
FACTS = ("events", "posting_groups", "postings", "seals")
VIEWS = ("accounts", "plans", "installments", "bills", "month_ends")
# In the order written: a group's postings come before the group, which closes them.
TABLES = ("people", *VIEWS, "events", "postings", "posting_groups", "seals")
AT_ONCE = 1_000
Row = dict[str, Any]
Template = dict[str, list[Row]]
Do = Callable[[Verb, Any, date], None]

BILL_DAYS = range(1, 29)
OPENED_ON, BOUGHT_ON = date(2026, 1, 29), date(2026, 1, 30)
SETTLED_ON = date(2026, 2, 14)
"""The last day of a portfolio: on the next one the bill day of one life in 28 comes, and the due date of another."""


def make_ledger(path: Path, event_count: int) -> int:
    """Makes a ledger of at least so many events at `path`, every transaction of an event or two; returns how many."""
    template = played(eight_months)
    copies = -(-event_count // len(template["events"]))
    tell(path, (template for _ in range(copies)), seals_each=True)
    return copies * len(template["events"])


def make_portfolio(path: Path, account_count: int) -> None:
    """Makes a ledger of so many open accounts, each with a purchase, their bill days spread over the month.

    All are settled through `SETTLED_ON`; what had fallen due by then is paid. A thousand of them share a transaction.
    """
    templates = [played(lambda do, day=day: first_weeks(do, day)) for day in BILL_DAYS]
    tell(path, (templates[number % len(templates)] for number in range(account_count)))


def played(live: Callable[[Do], None]) -> Template:
    """The rows of a ledger in which a life was lived by the real verbs, by table."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "life.db"
        ledger = Ledger.create(path, now=f"{FIRST_DAY}T02:00:00Z")

        def do(verb: Verb, asked: Any, today: date) -> None:
            perform(ledger, verb, asked, Call(today=today, now=f"{today}T02:00:00Z", operator="bench"))

        live(do)
        with closing(sqlite3.connect(path)) as connection:
            connection.row_factory = sqlite3.Row
            return {table: rows(connection, table) for table in TABLES}


def eight_months(do: Do) -> None:
    """Eight months of one account: purchases, bills, payments in time and late."""

    def day(number: int) -> date:
        return FIRST_DAY + timedelta(days=number)

    do(OPEN, OpenAsked(name="李雷", limit_fen=20_000_00), FIRST_DAY)
    do(CHARGE, ChargeAsked(account_id="A1", amount_fen=5_999_00, installments=12, merchant="Phones"), day(3))
    for month in range(8):
        asked = ChargeAsked(account_id="A1", amount_fen=403_00 + month, merchant="Books")
        do(CHARGE, asked, day(30 * month + 10))
        do(ACCRUE, AccrueAsked(), day(30 * month + 30))
        do(REPAY, RepayAsked(account_id="A1", amount_fen=935_00 + month), day(30 * month + 35 + month % 3 * 4))


def first_weeks(do: Do, bill_day: int) -> None:
    """A line of that bill day and one purchase on it, every other one in installments; settled by `SETTLED_ON`."""
    installments = 3 if bill_day % 2 else None
    do(OPEN, OpenAsked(name="李雷", limit_fen=20_000_00, bill_day=bill_day), OPENED_ON)
    do(CHARGE, ChargeAsked(account_id="A1", amount_fen=599_00 + bill_day, installments=installments), BOUGHT_ON)
    for days in range(1, (SETTLED_ON - BOUGHT_ON).days + 1):
        today = BOUGHT_ON + timedelta(days=days)
        do(ACCRUE, AccrueAsked(), today)
        if today.day == bill_day + 1 and today + timedelta(days=8) <= SETTLED_ON:
            do(REPAY, RepayAsked(account_id="A1", amount_fen=650_00), today)


def add_long_life(path: Path, event_count: int) -> str:
    """Opens one more account and lets it pay for a phone, so many events in all; returns its id."""
    today, ledger = FIRST_DAY + timedelta(days=300), Ledger.open(path)

    def now(on: date) -> dict[str, Any]:
        return {"today": on, "now": f"{on}T02:00:00Z", "operator": "bench"}

    with ledger.write(**now(today)) as tx:
        played_in = PlayedLedger(path, tx)

        def do(verb: Verb, asked: Any, on: date) -> Any:
            return perform(played_in, verb, asked, Call(**now(on)))

        account_id = str(do(OPEN, OpenAsked(name="韩梅梅", limit_fen=20_000_00), today).account_id)
        do(CHARGE, ChargeAsked(account_id=account_id, amount_fen=12_000_00, installments=12), today)
        for number in range(event_count - 2):
            on = today + timedelta(days=1 + number * 300 // event_count)
            do(REPAY, RepayAsked(account_id=account_id, amount_fen=1_00), on)
    return account_id


def rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    """The rows of a table, in the order written."""
    order = "account_id, month_end_on" if table == "month_ends" else "rowid"
    return [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY {order}")]


def tell(path: Path, templates: Iterable[Template], *, seals_each: bool = False) -> None:
    """Makes a ledger in which one account after another lives as its template says.

    `seals_each`: in transactions of its own, as it was played; otherwise many accounts share one.
    """
    Ledger.create(path, now=f"{FIRST_DAY}T02:00:00Z")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = off")
        connection.execute("PRAGMA foreign_keys = off")
        connection.execute("BEGIN")
        retold = _Retold()
        for number, template in enumerate(templates, start=1):
            retold.live(number, template, seals_each=seals_each)
            if number % AT_ONCE == 0:
                retold.write(connection)
        retold.write(connection)
        day_sums.fill(connection)
        purchase_index.fill(connection)
        connection.row_factory = sqlite3.Row
        owed_sums.fill(connection)
        connection.execute("COMMIT")


class _Retold:
    """Lives told one after another, numbered and hashed as if each had followed the one before."""

    def __init__(self) -> None:
        self.sequence = self.group = self.posting = self.seal = 0
        self.seal_head = GENESIS
        self.journal = JournalHash()
        self.heads: dict[str, str] = {}
        self.sealed_at = ""
        self.told: dict[str, list[Row]] = {table: [] for table in TABLES}
        self.postings: dict[int, dict[int, list[Row]]] = {}

    def live(self, number: int, template: Template, *, seals_each: bool) -> None:
        """Tells the rows of a template of the account with that number."""
        for table in VIEWS:
            self.told[table] += (_renamed(row, number) for row in template[table])
        self.told["accounts"][-1]["number"] = number
        # What a copy of a person holds cannot be read, so the copies are of people who were erased.
        blank = {"number": number, "name": b"", "phone": b"", "id_number": b""}
        self.told["people"] += (
            _renamed(row, number) | blank | {"erased_at": row["added_at"]} for row in template["people"]
        )
        head, event_at, group_at = GENESIS, 0, 0
        of_group = self._postings_of(template)
        for seal in template["seals"]:
            for event in template["events"][event_at : seal["last_sequence"]]:
                self.sequence += 1
                row = _renamed(event, number) | {"sequence": self.sequence, "hash_before": head}
                head = row["hash"] = digest(row, EVENT_FIELDS)
                self.told["events"].append(row)
            for group in template["posting_groups"][group_at : seal["last_group_number"]]:
                self._book(group, of_group[group["group_number"]], number)
            event_at, group_at = seal["last_sequence"], seal["last_group_number"]
            self.heads[f"A{number}"], self.sealed_at = head, seal["sealed_at"]
            if seals_each:
                self.close()

    def _postings_of(self, template: Template) -> dict[int, list[Row]]:
        if id(template) not in self.postings:
            self.postings[id(template)] = found = dict[int, list[Row]]()
            for row in template["postings"]:
                found.setdefault(row["group_number"], []).append(row)
        return self.postings[id(template)]

    def _book(self, group: Row, postings: Sequence[Row], number: int) -> None:
        self.group += 1
        for posting in postings:
            self.posting += 1
            row = _renamed(posting, number) | {"posting_number": self.posting, "group_number": self.group}
            self.journal.add(row, POSTING_FIELDS)
            self.told["postings"].append(row)
        row = _renamed(group, number) | {"group_number": self.group}
        self.journal.add(row, GROUP_FIELDS)
        self.told["posting_groups"].append(row)

    def close(self) -> None:
        """Seals what was told since the last seal."""
        self.seal += 1
        row = {
            "number": self.seal,
            "sealed_at": self.sealed_at,
            "last_sequence": self.sequence,
            "last_group_number": self.group,
            "heads": canonical(self.heads),
            "journal_hash": self.journal.value,
            "hash_before": self.seal_head,
        }
        self.seal_head = row["hash"] = digest(row, SEAL_FIELDS)
        self.told["seals"].append(row)
        self.heads, self.journal = {}, JournalHash()

    def write(self, connection: sqlite3.Connection) -> None:
        """Writes what was told since this was asked, sealed."""
        if self.heads:
            self.close()
        for table, told in self.told.items():
            if told:
                names = ", ".join(told[0])
                marks = ", ".join("?" * len(told[0]))
                connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", map(_values, told))
            told.clear()


def _values(row: Row) -> list[Any]:
    return [*row.values()]


NAMES = ("account_id", "plan_id", "event_id", "cause")


def _renamed(row: Row, number: int) -> Row:
    """The row of the account A1 and the person P1 as one of others."""
    told = row.copy()
    for name in NAMES:
        if str(told.get(name, "")).startswith("A1"):
            told[name] = f"A{number}{told[name][2:]}"
    if "person_id" in told:
        told["person_id"] = f"P{number}"
    if "body" in told:
        told["body"] = (
            told["body"].replace('"A1', f'"A{number}').replace('"person_id":"P1"', f'"person_id":"P{number}"')
        )
    return told


def _counts(path: Path) -> Iterator[str]:
    with closing(sqlite3.connect(path)) as connection:
        for table in ("accounts", "events", "postings"):
            yield f"{connection.execute(f'SELECT count(*) FROM {table}').fetchone()[0]:,} {table}"


if __name__ == "__main__":
    place, what, count = sys.argv[1:]
    {"--events": make_ledger, "--accounts": make_portfolio}[what](Path(place), int(count))
    sys.stdout.write(", ".join(_counts(Path(place))) + "\n")
