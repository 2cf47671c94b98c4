"""A small shop around a ledger, so that a test says what happened and not how it is called."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import AnyFact, Event, Opened, Purchased, Repaid, Reversed
from baitiao_cli.account.verbs.reverse import decide_reversal
from baitiao_cli.ledger.news import keys_to_tell
from baitiao_cli.ledger.store import Ledger, WriteTransaction
from baitiao_cli.products.catalogue import find_product

NOW = "2026-01-05T08:00:00+00:00"


@pytest.fixture(autouse=True)
def nothing_left_to_tell() -> Iterator[None]:
    """What the opening of an older ledger has to tell is told by its process, not by the next test."""
    yield
    keys_to_tell()


class Shop:
    """A ledger with a clock: every call is a transaction of its own, on `today`."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.path = ledger.path
        self.today = date(2026, 1, 5)

    def write(self, dry_run: bool = False):
        return self.ledger.write(today=self.today, now=NOW, operator="tester", dry_run=dry_run)

    def open(self, limit_fen: int = 1_000_000, name: str = "李雷", id_number: str = "") -> str:
        with self.write() as tx:
            return self.open_in(tx, limit_fen, name, id_number)

    def open_in(self, tx: WriteTransaction, limit_fen: int = 1_000_000, name: str = "李雷", id_number: str = "") -> str:
        person = tx.find_or_add_person(name, "13812345678", id_number)
        line = find_product("month").line
        opened = Opened(person_id=person.person_id, limit_fen=limit_fen, bill_day=3, tier="B", line=line)
        return tx.open_account(opened, self.today).account_id

    def record(self, fact: AnyFact, on: date | None = None, account_id: str = "A1") -> Event:
        with self.write() as tx:
            return tx.book(account_id).record(fact, on or self.today)

    def charge(
        self,
        amount_fen: int,
        product: str = "month",
        installments: int | None = None,
        on: date | None = None,
        account_id: str = "A1",
        **also: str,
    ) -> Event:
        with self.write() as tx:
            book = tx.book(account_id)
            terms = find_product(product).terms(installments, "B", date(2026, 1, 1))
            plan_id = f"{account_id}P{book.next_plan_number}"
            fact = Purchased(plan_id=plan_id, amount_fen=amount_fen, terms=terms, **also)
            return book.record(fact, on or self.today)

    def repay(self, amount_fen: int, on: date | None = None, account_id: str = "A1") -> Event:
        return self.record(Repaid(amount_fen=amount_fen), on, account_id)

    def reverse(self, event_id: str) -> Event:
        with self.write() as tx:
            book = tx.book(tx.account_of_event(event_id))
            return book.record(decide_reversal(book.events, Reversed(event_id=event_id)), self.today)

    def settle(self, account_id: str = "A1") -> list[Event]:
        with self.write() as tx:
            return tx.book(account_id).settle()

    def account(self, account_id: str = "A1") -> Account:
        with self.ledger.read() as tx:
            return tx.book(account_id).account(self.today)

    def head(self) -> str:
        with self.ledger.read() as tx:
            return tx.head()

    def rows(self, sql: str) -> list[dict[str, object]]:
        with self.sql() as connection:
            return [dict(row) for row in connection.execute(sql)]

    @contextmanager
    def sql(self) -> Iterator[sqlite3.Connection]:
        """The file as another program sees it: no guard of ours but those in the file."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.row_factory = sqlite3.Row
            yield connection

    def tamper(self, *statements: str) -> None:
        """Changes the file as someone would who knows it: the triggers are put away and put back."""
        with self.sql() as connection:
            triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            for trigger in triggers:
                connection.execute(f"DROP TRIGGER {trigger['name']}")
            for statement in statements:
                connection.execute(statement)
            for trigger in triggers:
                connection.execute(trigger["sql"])


@pytest.fixture(scope="session")
def shop_at() -> type[Shop]:
    """Makes a shop around any ledger."""
    return Shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(Ledger.create(tmp_path / "ledger.db", now=NOW))


@pytest.fixture
def busy_shop(shop: Shop) -> Shop:
    """An account with plans, a missed bill, a late repayment entered late, and a reversal."""
    shop.open()
    shop.today = date(2026, 1, 6)
    shop.charge(120_000, "inst", 12, merchant="phones", order_id="o1")
    shop.charge(100_000, merchant="books", order_id="o2")
    shop.today = date(2026, 3, 6)
    shop.settle()
    shop.repay(50_000, on=date(2026, 2, 7))
    wrong = shop.charge(7_000)
    shop.reverse(wrong.event_id)
    return shop


@pytest.fixture
def as_a_plain_user(key_file: Path) -> Callable[[Callable[[], str]], str]:
    """Runs something without root's rights, to whom every permission is granted; in a child of its own.

    The key of the people is that user's.
    """
    if os.getuid() == 0 and key_file.exists():
        os.chown(key_file, 65534, 65534)
        for folder in key_file.parents[:2]:
            folder.chmod(0o755)

    def run(attempt: Callable[[], str]) -> str:
        if os.getuid() != 0:
            return attempt()
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.setgid(65534)
                os.setuid(65534)
                os.write(writer, attempt().encode())
            except BaseException as problem:  # the parent must hear of it
                os.write(writer, repr(problem).encode())
            finally:
                os._exit(0)
        os.close(writer)
        os.waitpid(child, 0)
        with os.fdopen(reader) as answer:
            return answer.read()

    return run


@pytest.fixture
def open_path(tmp_path: Path) -> Path:
    """A folder that other users can enter: the ones above it are made for their owner only."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and "pytest" in str(folder):
            folder.chmod(0o755)
    return tmp_path
