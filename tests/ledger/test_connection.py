"""Files that are no ledger, or none that can be used: each has its own error, and stays byte for byte as it was."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file import connection as connections
from baitiao_cli.ledger.file.connection import commit, open_connection
from baitiao_cli.ledger.store import Ledger

NOW = "2026-01-05T08:00:00+00:00"


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def code_of(attempt: Callable[[], object]) -> tuple[str, int]:
    with pytest.raises(BaitiaoError) as caught:
        attempt()
    return caught.value.code, caught.value.status


def look(path: Path) -> None:
    """Opens and reads, as a view would."""
    with Ledger.open(path).read() as tx:
        tx.accounts()


def use(path: Path) -> None:
    """Opens, reads and writes, as a verb would."""
    look(path)
    ledger = Ledger.open(path)
    with ledger.write(today=date(2026, 1, 6), now=NOW, operator="tester") as tx:
        tx.find_or_add_person("韩梅梅", "", "")


def other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE accounts (account_id TEXT)")


def other_database_in_wal_mode(path: Path) -> None:
    other_database(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = wal")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def wrong_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = -1")


BROKEN: dict[str, tuple[Callable[[Path], object], str, int]] = {
    "text": (lambda path: path.write_text("name,amount\n" * 100), "ledger-foreign", 5),
    "other database": (other_database, "ledger-foreign", 5),
    "other database in WAL mode": (other_database_in_wal_mode, "ledger-foreign", 5),
    "empty": (lambda path: path.write_bytes(b""), "ledger-empty", 5),
    "newer": (newer, "ledger-newer", 8),
    "wrong version": (wrong_version, "ledger-damaged", 5),
    "cut to a page": (lambda path: os.truncate(path, 4096), "ledger-damaged", 5),
    "cut in a page": (lambda path: os.truncate(path, 50_000), "ledger-damaged", 5),
    "cut to the header": (lambda path: os.truncate(path, 100), "ledger-damaged", 5),
    "cut in the header": (lambda path: os.truncate(path, 30), "ledger-damaged", 5),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_is_no_ledger(shop, kind: str) -> None:
    breaking, code, status = BROKEN[kind]
    shop.open()
    breaking(shop.path)
    before = shop.path.read_bytes()
    assert code_of(lambda: use(shop.path)) == (code, status)
    assert shop.path.read_bytes() == before


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert code_of(lambda: use(tmp_path / "ledger.db")) == ("ledger-missing", 3)
    assert code_of(lambda: use(tmp_path / "nowhere" / "ledger.db")) == ("ledger-missing", 3)
    assert names(tmp_path) == []


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    assert code_of(lambda: use(tmp_path)) == ("ledger-foreign", 5)


@pytest.mark.parametrize("name", ["账本 1?.db", "a#b%20c.db", "quote'\".db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    Ledger.create(tmp_path / name, now=NOW)
    use(tmp_path / name)
    assert (tmp_path / name).is_file()


def test_a_link_leads_to_the_ledger_and_to_its_lock(shop, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.db"
    link.symlink_to(shop.path)
    use(link)
    assert names(tmp_path / "elsewhere") == ["link.db"]


def test_every_connection_is_as_safe_as_it_can_be(shop) -> None:
    pragmas = (*connections.PRAGMAS, *connections.JOURNAL)
    with closing(open_connection(shop.path)) as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name, _, _ in pragmas}
    assert found == {
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "synchronous": 3,
        "journal_mode": "truncate",
    }


def test_a_ledger_left_in_another_journal_mode_is_brought_back(shop) -> None:
    with shop.sql() as connection:
        connection.execute("PRAGMA journal_mode = wal")
    use(shop.path)
    with shop.sql() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal"


def test_who_waits_too_long_is_told_that_others_are_busy(shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PATIENCE_SECONDS", 0.05)
    shop.open()
    with shop.sql() as other:
        other.execute("BEGIN IMMEDIATE")
        assert code_of(lambda: use(shop.path)) == ("ledger-busy", 5)
    with shop.sql() as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM accounts").fetchone()
        assert code_of(lambda: use(shop.path)) == ("ledger-busy", 5), "a reader keeps the commit waiting"
    assert shop.rows("SELECT count(*) AS people FROM people") == [{"people": 1}]
    use(shop.path)


class FailingCommit:
    """A connection whose commit fails with one of SQLite's codes."""

    in_transaction = False

    def __init__(self, code: int) -> None:
        self.code = code

    def execute(self, sql: str) -> None:
        problem = sqlite3.OperationalError("failed")
        problem.sqlite_errorcode = self.code
        raise problem


def test_a_commit_that_fails_may_have_taken_place(tmp_path: Path) -> None:
    failing = FailingCommit(sqlite3.SQLITE_IOERR_FSYNC)
    assert code_of(lambda: commit(failing, tmp_path)) == ("outcome-unknown", 9)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL])
def test_a_commit_that_cannot_begin_has_not_taken_place(tmp_path: Path, code: int) -> None:
    with pytest.raises(sqlite3.OperationalError):
        commit(FailingCommit(code), tmp_path)


def test_a_full_disk_is_told_and_nothing_is_recorded(shop) -> None:
    shop.open()
    before = shop.path.read_bytes()

    def write_much() -> None:
        with shop.write() as tx:
            tx.connection.execute("PRAGMA max_page_count = 1")  # SQLite's own way to run out of room
            for _ in range(2_000):
                tx.find_or_add_person("韩梅梅" * 20, "", "")

    assert code_of(write_much) == ("ledger-full", 5)
    assert shop.path.read_bytes() == before


def plain_user_codes(path: Path) -> str:
    """What a user without rights is told for reading and for writing."""
    told = []
    for attempt in (look, use):
        try:
            attempt(path)
            told.append("done")
        except BaitiaoError as error:
            told.append(error.code)
    return " ".join(told)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "told"),
    [
        (0o444, 0o777, "done ledger-read-only"),
        (0o444, 0o555, "done ledger-read-only"),
        (0o666, 0o555, "done ledger-read-only"),
        (0o000, 0o777, "ledger-failed ledger-failed"),
        (0o666, 0o000, "ledger-failed ledger-failed"),
    ],
)
def test_what_may_not_be_written_or_read(
    shop, open_path: Path, as_a_plain_user, file_mode: int, folder_mode: int, told: str
) -> None:
    shop.open()
    folder = open_path / "locked"
    folder.mkdir()
    path = folder / "ledger.db"
    path.write_bytes(shop.path.read_bytes())
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    try:
        assert as_a_plain_user(lambda: plain_user_codes(path)) == told
    finally:
        folder.chmod(0o700)
    assert path.read_bytes() == shop.path.read_bytes()


def test_text_that_is_no_text_is_damage_and_is_not_quoted(shop) -> None:
    shop.open()
    with shop.sql() as connection:
        connection.execute("UPDATE accounts SET tier = CAST(CAST('李' AS BLOB) || x'ff' AS TEXT)")
    with pytest.raises(BaitiaoError) as caught, shop.ledger.read() as tx:
        tx.accounts()
    assert caught.value.code == "ledger-damaged"
    assert "李" not in str(caught.value)


def test_an_event_that_cannot_be_read_is_named_with_its_file(shop) -> None:
    shop.open()
    shop.tamper("UPDATE events SET body = '{'")
    with pytest.raises(BaitiaoError) as caught, shop.ledger.read() as tx:
        tx.book("A1")
    assert caught.value.code == "ledger-damaged"
    assert caught.value.details == {"path": shop.path, "reason": "event A1E1"}


@pytest.mark.parametrize(
    ("statement", "event_id"),
    [
        ("UPDATE events SET body = replace(body, '1000000', '2000000') WHERE number = 1", "A1E1"),
        ("UPDATE events SET effective_on = '2026-01-05' WHERE number = 2", "A1E2"),
        ("DELETE FROM events WHERE number = 2", "A1E3"),
    ],
)
def test_no_figure_is_folded_from_events_that_were_changed(busy_shop, statement: str, event_id: str) -> None:
    busy_shop.tamper(statement)
    with pytest.raises(BaitiaoError) as caught, busy_shop.ledger.read() as tx:
        tx.book("A1")
    assert (caught.value.code, caught.value.details["reason"]) == ("ledger-damaged", f"event {event_id}")
