"""Snapshots: an account that goes on from one is told as if every event were folded."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json
from msgspec.msgpack import Decoder

from baitiao_cli.account.account import Account
from baitiao_cli.account.replay import replay
from baitiao_cli.actions.show import show
from baitiao_cli.actions.statement import show_statement
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger import book, past, snapshots
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.check.rebuild import rebuild_views
from baitiao_cli.ledger.store import Ledger
from tests.ledger.test_views import do, verbs

FAR = timedelta(days=75)


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Accounts are kept after every event."""
    monkeypatch.setattr(book, "SNAPSHOT_EVERY", 1)


@pytest.fixture(scope="module")
def opened_ledger(shop_at, tmp_path_factory: pytest.TempPathFactory) -> Path:
    shop = shop_at(Ledger.create(tmp_path_factory.mktemp("opened") / "ledger.db", now="2026-01-05T08:00:00Z"))
    shop.open()
    return shop.path


@pytest.fixture
def lived(often, shop) -> Ledger:
    """A1 with a plan, bills and payments, kept as of its last event; shown as of later days it goes on."""
    shop.open()
    shop.charge(1_200_00, "inst", 12)
    for _ in range(3):
        shop.today += timedelta(days=31)
        shop.charge(300_00, "month", None)
        shop.repay(150_00)
    return shop.ledger


def kept(ledger: Ledger) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(ledger.path)) as connection:
        return connection.execute("SELECT account_id, number FROM snapshots").fetchall()


def said(ledger: Ledger, as_of: date) -> list[bytes]:
    """All that `show` and `statement` say, or with what they refuse."""
    told = []
    with ledger.read() as tx:
        for view in (show, show_statement):
            try:
                told.append(json.encode(view(tx, "A1", as_of), enc_hook=str))
            except BaitiaoError as error:
                told.append(str(error).encode())
    return told


def without_snapshots(ledger: Ledger) -> None:
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM snapshots")


def read_events(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many events are read and proved from now on, look by look."""
    counts: list[int] = []
    prove = past.prove_events

    def counting(rows, *places):
        counts.append(len(rows))
        return prove(rows, *places)

    monkeypatch.setattr(past, "prove_events", counting)
    return counts


@given(life=st.lists(verbs, min_size=3, max_size=12), days=st.integers(0, 80))
def test_an_account_is_told_from_its_snapshot_as_from_all_its_events(
    often, opened_ledger: Path, shop_at, tmp_path: Path, life: list, days: int
) -> None:
    shop = shop_at(Ledger(Path(shutil.copy(opened_ledger, tmp_path / "ledger.db"))))
    for verb in life:
        do(shop, verb)
    assert check_ledger(shop.ledger, full=True) == []
    as_of = shop.today + timedelta(days=days)
    with shop.ledger.read() as tx:
        found = tx.book("A1")
        assert found.account(as_of) == replay([*found.events], as_of)
    from_snapshot = said(shop.ledger, as_of)
    without_snapshots(shop.ledger)
    assert said(shop.ledger, as_of) == from_snapshot


def test_only_accounts_of_many_events_are_kept_and_then_only_what_came_since_is_read(shop, monkeypatch) -> None:
    shop.open()
    for _ in range(book.SNAPSHOT_EVERY - 2):
        shop.repay(1_00)
    assert kept(shop.ledger) == []
    shop.repay(1_00)
    (before,) = kept(shop.ledger)
    assert before == ("A1", book.SNAPSHOT_EVERY)
    for _ in range(3):
        shop.repay(1_00)
    assert kept(shop.ledger) == [before]
    counts = read_events(monkeypatch)
    said(shop.ledger, shop.today)
    assert max(counts) == 3


def test_what_counts_before_it_is_folded_from_the_first_event(lived, shop, monkeypatch) -> None:
    """A back-dated payment and a reversal; each is kept anew at once, so that the next look is short again."""
    ((_, number),) = kept(lived)
    shop.repay(10_00, on=shop.today - timedelta(days=40))
    assert kept(lived)[0][1] > number
    shop.reverse(f"A1E{number}")
    counts = read_events(monkeypatch)
    told = said(lived, shop.today + FAR)
    assert sum(counts) < 5
    without_snapshots(lived)
    assert said(lived, shop.today + FAR) == told


def test_an_earlier_day_or_moment_is_told_from_all_events(lived, shop) -> None:
    earlier = shop.today - timedelta(days=50)
    told = said(lived, earlier)
    with lived.read(known_at=4) as tx:
        then = show(tx, "A1", shop.today)
    without_snapshots(lived)
    assert said(lived, earlier) == told
    with lived.read(known_at=4) as tx:
        assert show(tx, "A1", shop.today) == then


@pytest.mark.parametrize(
    ("damage", "is_found"),
    [
        ("state = zeroblob(100)", True),
        ("number = number - 1", True),
        ("through_on = '2026-01-01'", True),
        ("account_id = 'A9'", True),
        ("fold_version = 99", False),  # as another version of the program left it
    ],
)
def test_one_that_is_damaged_is_not_believed_but_found_and_taken_out(lived, shop, damage, is_found) -> None:
    as_of = shop.today + FAR
    told = said(lived, as_of)
    with closing(sqlite3.connect(lived.path, isolation_level=None)) as connection:
        connection.execute(f"UPDATE snapshots SET {damage}")
    assert said(lived, as_of) == told
    found = [each.figures["table"] for each in check_ledger(lived, full=True)]
    assert found == (["snapshots"] if is_found else [])
    with lived.write(today=shop.today, now="2026-12-01T00:00:00Z", operator="t") as tx:
        assert [change.view for change in rebuild_views(tx)] == found
    assert check_ledger(lived, full=True) == []


def test_one_that_says_something_else_with_a_hash_of_its_own_is_found_by_folding(lived, shop) -> None:
    with closing(sqlite3.connect(lived.path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        row = connection.execute(snapshots.SELECTED).fetchone()
        snapshot = snapshots.snapshot_in(row)
        assert snapshot is not None
        account = snapshot.account()
        account.credit_fen += 1
        snapshots.keep(connection, account, snapshot.number)
    assert [each.figures["column"] for each in check_ledger(lived, full=True)] == ["state"]
    with lived.write(today=shop.today, now="2026-12-01T00:00:00Z", operator="t") as tx:
        assert [change.view for change in rebuild_views(tx)] == ["snapshots"]


def test_one_that_was_packed_otherwise_is_as_if_there_were_none(lived, shop, monkeypatch) -> None:
    as_of = shop.today + FAR
    told = said(lived, as_of)
    monkeypatch.setattr(snapshots, "_account_decoder", lambda: Decoder(list[int]))
    assert said(lived, as_of) == told
    assert check_ledger(lived, full=True) == []


@pytest.mark.parametrize("state", [b"", b"\0\x11", json.encode([1])])
def test_one_that_cannot_be_unpacked_is_as_if_there_were_none(lived, shop, state) -> None:
    as_of = shop.today + FAR
    told = said(lived, as_of)
    put_state(lived, state)
    assert said(lived, as_of) == told
    shop.repay(1_00)  # it is kept anew
    assert check_ledger(lived, full=True) == []


def test_one_with_entries_that_cannot_be_read_is_taken_out(lived, shop, monkeypatch) -> None:
    """Entries are unpacked when somebody looks at them, which is when all is folded again at the latest."""
    monkeypatch.setattr(snapshots, "_list_decoder", lambda entry: Decoder(list[int]))
    assert [each.figures["column"] for each in check_ledger(lived, full=True)] == ["state"]
    with lived.write(today=shop.today, now="2026-12-01T00:00:00Z", operator="t") as tx:
        assert [change.view for change in rebuild_views(tx)] == ["snapshots"]
    assert check_ledger(lived, full=True) == []


def put_state(ledger: Ledger, state: bytes) -> None:
    """Puts another state into the one snapshot, with a hash of its own."""
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        row = connection.execute(snapshots.SELECTED).fetchone()
        own = snapshots._hash_of(row["account_id"], row["number"], row["through_on"], row["head"], state)
        connection.execute("UPDATE snapshots SET state = ?, hash = ?", (state, own))


def test_an_event_that_was_changed_behind_it_is_named_by_check_and_by_who_looks_at_it(lived) -> None:
    with closing(sqlite3.connect(lived.path, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER events_no_update")
        connection.execute("UPDATE events SET body = replace(body, '120000', '120001') WHERE number = 2")
    assert any(each.where == "A1E2" for each in check_ledger(lived, full=True))
    with lived.read() as tx:
        events = tx.book("A1").events
        assert events[-1].number == len(events)
        with pytest.raises(BaitiaoError, match="ledger-damaged"):
            list(events)


def test_figures_beyond_what_can_be_packed_are_folded_each_time(lived, shop) -> None:
    with closing(sqlite3.connect(lived.path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        with lived.read() as tx:
            account = tx.book("A1").account(shop.today)
        account.carry.billionths = 2**64
        assert snapshots.keep(connection, account, 3) is None


def test_a_list_of_pieces_is_read_where_it_is_looked_at(lived, shop, monkeypatch) -> None:
    """As a plain list is: from either end, across pieces, with what was added since."""
    monkeypatch.setattr(snapshots, "PIECE", 3)
    with closing(sqlite3.connect(lived.path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        with lived.read() as tx:
            account = tx.book("A1").account(shop.today)
        plain = [*account.postings]
        assert len(plain) > 9
        snapshot = snapshots.keep(connection, account, 3)
        assert snapshot is not None
    for packed in looks(snapshot.account(), plain):
        assert packed


def looks(account: Account, plain: list) -> Iterator[bool]:
    entries = account.postings
    yield len(entries) == len(plain)
    for place in (0, 2, 3, 7, -1, -4):
        yield entries[place] == plain[place]
    for first, until in ((0, 3), (2, 7), (3, 6), (5, None), (-2, None), (0, 0), (99, 100)):
        yield entries[first:until] == plain[first:until]
    entries.append(plain[0])
    plain = [*plain, plain[0]]
    yield [*entries] == plain and entries[-2:] == plain[-2:] and entries[len(plain) - 1] == plain[-1]
    yield [*reversed(entries)] == plain[::-1]


LAYOUTS = {1: "e1df63ae96de0df2"}
"""What a folded account is made of, hashed, by the version of the fold."""


def test_the_version_of_the_fold_is_raised_with_what_an_account_is_made_of() -> None:
    """If this fails: raise FOLD_VERSION, so that nobody unpacks what was packed otherwise, and note the new hash."""
    known: dict[type, str] = {}
    layout = sha256(repr(made_of(Account, known)).encode()).hexdigest()[:16]
    assert LAYOUTS[snapshots.FOLD_VERSION] == layout


def made_of(kind: Any, known: dict[Any, Any]) -> Any:
    """The fields of a record and of the records in it, as they are named and typed."""
    if hasattr(kind, "__struct_fields__") and kind not in known:
        known[kind] = ""
        known[kind] = [(name, made_of(each, known)) for name, each in get_type_hints(kind).items()]
        return kind.__name__, known[kind]
    return getattr(kind, "__name__", str(kind)), [made_of(each, known) for each in get_args(kind)]
