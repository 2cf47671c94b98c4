"""What the file itself refuses, whoever writes to it."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlite_utils import Database

from baitiao_cli.desk.facts import ConsentStated
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.file.connection import APPLICATION_ID
from baitiao_cli.ledger.schema import expected_schema
from baitiao_cli.ledger.schema.version_1 import FACTS, VIEWS
from baitiao_cli.ledger.schema.version_2 import ADDED_2
from baitiao_cli.ledger.schema.version_3 import QUOTES
from baitiao_cli.ledger.schema.version_5 import DESK_FACTS
from baitiao_cli.ledger.store import Ledger
from tests.ledger.older import as_version_3

ONCE = {name: columns for name, (columns, _) in FACTS.items()} | {"quotes": QUOTES, "desk_facts": DESK_FACTS}
FACT_TABLES = list(ONCE)


@pytest.fixture
def filled(busy_shop):
    with busy_shop.write() as tx:
        tx.keep_answer("r1", {"amount": 1}, {"event_id": "A1E1"})
        tx.record_at_desk("P1", ConsentStated(purpose="offers", is_given=True), tx.today)
        tx.connection.execute("INSERT INTO quotes VALUES (?, ?, ?, ?)", ("Q0000000019", "0" * 64, "{}", tx.now))
    return busy_shop


@pytest.mark.parametrize("table", FACT_TABLES)
class TestFactsAreOnlyAdded:
    def refused(self, filled, sql: str) -> None:
        before = filled.path.read_bytes()
        with filled.sql() as connection, pytest.raises(sqlite3.IntegrityError, match=r"never|complete"):
            connection.execute(sql)
        assert filled.path.read_bytes() == before

    def test_no_update(self, filled, table: str) -> None:
        column = list(ONCE[table])[-1]
        self.refused(filled, f"UPDATE {table} SET {column} = {column}")

    def test_no_delete(self, filled, table: str) -> None:
        self.refused(filled, f"DELETE FROM {table}")

    @pytest.mark.parametrize("how", ["INSERT OR REPLACE INTO", "REPLACE INTO", "INSERT OR IGNORE INTO"])
    def test_no_replace(self, filled, table: str, how: str) -> None:
        self.refused(filled, f"{how} {table} SELECT * FROM {table} LIMIT 1")

    def test_no_upsert(self, filled, table: str) -> None:
        columns = list(ONCE[table])
        self.refused(
            filled,
            f"INSERT INTO {table} SELECT * FROM {table} WHERE true LIMIT 1"
            f" ON CONFLICT DO UPDATE SET {columns[-1]} = {columns[-1]}",
        )


def test_no_event_is_replaced_under_a_new_sequence(filled) -> None:
    columns = ", ".join(list(FACTS["events"][0])[1:])
    with filled.sql() as connection, pytest.raises(sqlite3.IntegrityError, match="never replaced"):
        connection.execute(f"INSERT OR REPLACE INTO events SELECT 99, {columns} FROM events WHERE number = 2")


def test_no_posting_is_replaced_by_one_of_an_open_group(filled) -> None:
    with filled.sql() as connection, pytest.raises(sqlite3.IntegrityError, match="never replaced"):
        connection.execute(
            "INSERT OR REPLACE INTO postings"
            " SELECT posting_number, 999, plan_id, ledger_account, amount_fen FROM postings LIMIT 1"
        )


class TestGroupsBalance:
    """Law 1: every posting group sums to zero; the database itself refuses another."""

    def book(self, connection: sqlite3.Connection, amounts: list[int], group: int = 1) -> None:
        connection.execute("PRAGMA foreign_keys = on")
        connection.execute("BEGIN")
        for number, amount in enumerate(amounts, start=100 * group):
            connection.execute("INSERT INTO postings VALUES (?, ?, '', 'cash', ?)", (number, group, amount))

    def close(self, connection: sqlite3.Connection, group: int = 1) -> None:
        connection.execute("INSERT INTO posting_groups VALUES (?, 'A1', 'A1E1', '2026-01-05', '2026-01-05')", (group,))

    def test_a_balanced_group_is_taken(self, shop) -> None:
        shop.open()
        with shop.sql() as connection:
            self.book(connection, [5, -3, -2])
            self.close(connection)
            connection.execute("COMMIT")

    @pytest.mark.parametrize("amounts", [[5, -4], [5], []])
    def test_one_that_does_not_balance_is_refused(self, shop, amounts: list[int]) -> None:
        shop.open()
        with shop.sql() as connection:
            self.book(connection, amounts)
            with pytest.raises(sqlite3.IntegrityError, match="sum to zero"):
                self.close(connection)

    def test_nothing_is_added_to_a_group_that_is_closed(self, shop) -> None:
        shop.open()
        with shop.sql() as connection:
            self.book(connection, [5, -5])
            self.close(connection)
            with pytest.raises(sqlite3.IntegrityError, match="complete"):
                connection.execute("INSERT INTO postings VALUES (999, 1, '', 'cash', 1)")

    def test_postings_without_their_group_cannot_be_committed(self, shop) -> None:
        shop.open()
        with shop.sql() as connection:
            self.book(connection, [5, -5])
            with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
                connection.execute("COMMIT")


@pytest.mark.parametrize(
    "change",
    [
        "opened_on = '2026-02-30'",
        "opened_on = '2026-2-3'",
        "opened_on = NULL",
        "used_fen = 9007199254740992",
        "used_fen = 'many'",
        "used_fen = 1.5",
        "used_fen = NULL",
        "account_id = 'B1'",
        "bill_day = 29",
    ],
)
def test_columns_take_only_what_they_are_for(shop, change: str) -> None:
    shop.open()
    with shop.sql() as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"UPDATE accounts SET {change}")


def test_the_file_reads_well_from_outside(busy_shop) -> None:
    with closing(sqlite3.connect(busy_shop.path)) as connection:
        db = Database(connection)
        assert {"events", "postings", "accounts", "plans", "installments", "bills", "people"} <= set(db.table_names())
        assert all(db[table].strict for table in db.table_names())
        others = {key.column: key.other_table for key in db["plans"].foreign_keys}
        assert others == {"account_id": "accounts", "event_id": "events"}
        assert [row["billed_on"] for row in db["bills"].rows] == ["2026-02-03", "2026-03-03"]
        assert not [name for table in VIEWS for name in db[table].columns_dict if "days" in name], "dates, never ages"


def empty_ledger_of_version_0(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("VACUUM")


def open_code(path: Path) -> str:
    try:
        Ledger.open(path)
    except BaitiaoError as error:
        return error.code
    return "opened"


def test_an_older_ledger_is_brought_up_to_date_once(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    empty_ledger_of_version_0(path)
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(open_code, [path] * 6)) == ["opened"] * 6
    assert check_ledger(Ledger.open(path)) == []


def test_an_older_ledger_is_brought_up_to_date_by_whoever_reads_or_writes_it(tmp_path: Path) -> None:
    read, written = Ledger(tmp_path / "read.db"), Ledger(tmp_path / "written.db")
    for ledger in (read, written):
        empty_ledger_of_version_0(ledger.path)
    with read.read() as tx:
        assert tx.accounts() == []
    with written.write(today=date(2026, 1, 6), now="2026-01-06T08:00:00Z", operator="tester") as writing:
        assert writing.accounts() == []
    assert check_ledger(read) == check_ledger(written) == []


def test_a_step_that_fails_leaves_the_older_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.db"
    empty_ledger_of_version_0(path)
    before = path.read_bytes()

    def half_a_step(db: Database) -> None:
        db.execute("CREATE TABLE half (done TEXT)")
        raise KeyboardInterrupt

    monkeypatch.setattr("baitiao_cli.ledger.schema.MIGRATIONS", (half_a_step,))
    with pytest.raises(KeyboardInterrupt):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_every_fact_table_has_its_three_guards() -> None:
    for table in FACT_TABLES:
        assert {f"trigger {table}_no_{act}" for act in ("update", "delete", "replace")} <= set(expected_schema())


def test_a_ledger_of_version_1_is_brought_to_this_one_with_all_that_is_in_it(busy_shop) -> None:
    # What later versions added is taken off again: that is a file as version 1 left it.
    as_version_3(busy_shop.path)
    with closing(sqlite3.connect(busy_shop.path)) as connection:
        events = connection.execute("SELECT * FROM events").fetchall()
        for table, columns in ADDED_2.items():
            for column in columns:
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        for column in ("trade_in_fen", "quote_id", "merchant_id", "scene", "category", "brand"):
            connection.execute(f"ALTER TABLE plans DROP COLUMN {column}")
        for table in ("quotes", "merchant_discounts", "merchants"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
    ledger = Ledger.open(busy_shop.path)
    assert check_ledger(ledger, full=True) == []
    with closing(sqlite3.connect(ledger.path)) as connection:
        assert connection.execute("SELECT * FROM events").fetchall() == events
        assert connection.execute("SELECT sum(held_fen) FROM accounts").fetchone() == (0,)
