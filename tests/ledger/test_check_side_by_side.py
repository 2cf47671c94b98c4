"""A check by several processes finds what one by itself finds in one walk, in the same order."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baitiao_cli.ledger import check, side_by_side
from baitiao_cli.ledger.check import Proved, looking, parts, prove, stretches
from baitiao_cli.ledger.check.stretches import Told
from baitiao_cli.ledger.store import Ledger

DAMAGES = [
    "UPDATE events SET body = replace(body, '1', '2') WHERE sequence = {at}",
    "UPDATE events SET kind = 'gift' WHERE sequence = {at}",
    "UPDATE events SET hash = hash_before WHERE sequence = {at}",
    "UPDATE events SET body = '{{' WHERE sequence = {at}",
    "UPDATE events SET operator = CAST(x'80ff' AS TEXT) WHERE sequence = {at}",
    "DELETE FROM events WHERE sequence = {at}",
    "UPDATE seals SET hash_before = hash WHERE number = {at}",
    "UPDATE seals SET heads = '{{}}' WHERE number = {at}",
    "UPDATE seals SET last_sequence = last_sequence + 3 WHERE number = {at}",
    "UPDATE seals SET last_group_number = last_group_number + 2 WHERE number = {at}",
    "DELETE FROM seals WHERE number = {at}",
    "UPDATE postings SET amount_fen = amount_fen + 1 WHERE posting_number = {at}",
    "DELETE FROM postings WHERE group_number = {at}",
    "DELETE FROM posting_groups WHERE group_number = {at}",
    "UPDATE postings SET group_number = group_number + 1 WHERE posting_number = {at}",
    "UPDATE accounts SET used_fen = used_fen + 1, tier = 'Z' WHERE number = {at} % 80 + 1",
    "UPDATE plans SET balance_fen = balance_fen + 1 WHERE account_id = 'A' || ({at} % 80 + 1)",
    "DELETE FROM bills WHERE account_id = 'A' || ({at} % 80 + 1)",
    "DELETE FROM accounts WHERE number = {at} % 80 + 1",
    "UPDATE day_sums SET amount_fen = amount_fen - 1 WHERE amount_fen % 7 = {at} % 7",
    "DELETE FROM people WHERE number = {at} % 80 + 1",
    "UPDATE purchase_index SET order_end = 'none' WHERE sequence % 9 = {at} % 9",
    "DELETE FROM purchase_index WHERE sequence % 13 = {at} % 13",
    "INSERT OR IGNORE INTO purchase_index VALUES ({at}, 'nobody', ''), (-{at}, 'nobody', ''), ({at} + 100000, '', '')",
    "DELETE FROM quotes WHERE rowid % 7 = {at} % 7",
]


@pytest.fixture(scope="module")
def folder(portfolio: Path, tmp_path_factory) -> Path:
    """A copy of the generated portfolio to damage."""
    place = tmp_path_factory.mktemp("side-by-side") / "ledger"
    shutil.copytree(portfolio.parent, place)
    shutil.copyfile(place / portfolio.name, place / "whole.db")
    return place / portfolio.name


@pytest.fixture
def ledger(folder: Path) -> Ledger:
    shutil.copyfile(folder.with_name("whole.db"), folder)
    return Ledger.open(folder)


@contextmanager
def shared(count: int = 2) -> Iterator[pytest.MonkeyPatch]:
    """As if the ledger were large: in stretches of a hundred events, three accounts at a time, on so many cores."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(looking, "LARGE_BYTES", 1)
        patched.setattr(looking, "core_count", lambda: count)
        patched.setattr(stretches, "EVENTS_IN_A_STRETCH", 100)
        patched.setattr(parts, "SLICE", 3)
        yield patched


def ways(ledger: Ledger, full: bool, **also: Any) -> list[Proved]:
    """What one process finds in one walk, what one finds in stretches, and what two find."""
    found = []
    for is_large, count in ((False, 0), (True, 0), (True, 2)):
        with shared(count) as patched:
            patched.setattr(looking, "LARGE_BYTES", 1 if is_large else 2**40)
            patched.setattr(check, "SMALL_LEDGER_EVENTS", 1)
            found.append(prove(ledger, full, **also))
    return found


def damaged(ledger: Ledger, shop_at: Callable[[Ledger], Any], *statements: str) -> None:
    """Changes the file as one who knows it."""
    shop_at(ledger).tamper("PRAGMA ignore_check_constraints = on", *statements)


@pytest.mark.parametrize("full", [False, True])
def test_a_whole_ledger_is_found_whole(ledger: Ledger, full: bool) -> None:
    one, *others = ways(ledger, full)
    assert one.findings == [] and one.event_count > 1_000
    assert others == [one, one]
    assert ways(ledger, full, is_private=True) == [one, one, one]


def test_damage_in_several_accounts_is_told_in_the_same_order(ledger: Ledger, shop_at) -> None:
    damaged(
        ledger,
        shop_at,
        "UPDATE accounts SET used_fen = used_fen - 1 WHERE number IN (3, 40, 77)",
        "DELETE FROM installments WHERE plan_id LIKE 'A12P%' OR plan_id LIKE 'A61P%'",
        "UPDATE bills SET minimum_due_fen = minimum_due_fen + 1 WHERE account_id IN ('A8', 'A55') AND number = 2",
        "UPDATE postings SET ledger_account = 'cash' WHERE posting_number % 501 = 7",
        "UPDATE events SET body = '{' WHERE account_id IN ('A20', 'A50') AND number = 3",
    )
    one, *others = ways(ledger, full=True)
    assert {"check-event", "check-seal", "check-view", "check-journal", "check-stopped"} <= {
        finding.code for finding in one.findings
    }
    assert others == [one, one]


@given(chosen=st.lists(st.tuples(st.sampled_from(DAMAGES), st.integers(1, 1_200)), min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
def test_whatever_was_damaged_all_ways_find_the_same(folder: Path, shop_at, chosen: list[tuple[str, int]]) -> None:
    shutil.copyfile(folder.with_name("whole.db"), folder)
    ledger = Ledger(folder)
    damaged(ledger, shop_at, *(damage.format(at=at) for damage, at in chosen))
    one, *others = ways(ledger, full=False)
    assert others == [one, one]


BESIDE = ("purchase_index", "day_sums", "UPDATE plans")


@pytest.mark.parametrize("damage", [each for each in DAMAGES if any(name in each for name in BESIDE)])
def test_what_is_kept_beside_the_facts_is_proved_without_a_second_walk(ledger: Ledger, shop_at, damage: str) -> None:
    damaged(ledger, shop_at, damage.format(at=700))
    one, *others = ways(ledger, full=False)
    assert {finding.code for finding in one.findings} == {"check-view"}
    assert others == [one, one]
    with shared() as patched:
        patched.setattr(check, "findings_of", None)
        assert prove(ledger) == one


def test_the_work_is_done_by_the_others(ledger: Ledger) -> None:
    own, find = os.getpid(), looking.findings_of
    heard: list[tuple[int, int]] = []

    def elsewhere(*arguments: Any) -> Any:
        assert os.getpid() != own
        return find(*arguments)

    with shared() as patched:
        patched.setattr(looking, "findings_of", elsewhere)
        assert prove(ledger, full=True, progress=lambda done, total: heard.append((done, total))).findings == []
    assert heard == sorted(heard) and (heard[0], heard[-1]) == ((0, 80), (80, 80))
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("ends", ["is killed", "fails"])
def test_who_dies_or_fails_leaves_the_work_to_this_one(ledger: Ledger, shop_at, ends: str) -> None:
    damaged(ledger, shop_at, DAMAGES[0].format(at=700), DAMAGES[15].format(at=33))
    one, *_ = ways(ledger, full=False)
    own, find = os.getpid(), looking.findings_of

    def fatal(connection: Any, part: parts.Part) -> Any:
        if os.getpid() == own or part.name not in {"links", "stretch"}:
            return find(connection, part)
        if ends == "is killed":
            os.kill(os.getpid(), signal.SIGKILL)
        raise MemoryError

    with shared() as patched:
        patched.setattr(looking, "findings_of", fatal)
        patched.setattr(check, "SMALL_LEDGER_EVENTS", 1)
        assert prove(ledger) == one
    assert multiprocessing.active_children() == []


def test_a_check_that_is_stopped_leaves_nobody_behind(ledger: Ledger) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 4:
            raise KeyboardInterrupt

    with shared(), pytest.raises(KeyboardInterrupt):
        prove(ledger, full=True, progress=stop)
    assert multiprocessing.active_children() == []
    assert prove(ledger, full=True).findings == []


def test_where_there_is_no_room_for_a_copy_all_look_at_the_ledger(ledger: Ledger, shop_at) -> None:
    damaged(ledger, shop_at, DAMAGES[5].format(at=700))
    one, *_ = ways(ledger, full=True)
    with shared() as patched:
        patched.setattr(looking, "_copied", lambda *arguments: None)
        assert prove(ledger, full=True) == one


def test_where_no_process_can_be_started_one_does_it_all(ledger: Ledger) -> None:
    def refuse(self: object) -> None:
        raise BlockingIOError

    with shared() as patched:
        patched.setattr(side_by_side.Helpers, "_start", refuse)
        assert prove(ledger, full=True).findings == []
    with shared() as patched:
        patched.delattr(os, "fork")
        patched.setattr(looking, "core_count", side_by_side.core_count)
        patched.setattr(side_by_side.Helpers, "_start", None)
        assert prove(ledger, full=True).findings == []


def test_a_small_ledger_starts_no_process(busy_shop, monkeypatch) -> None:
    monkeypatch.setattr(looking, "core_count", lambda: 8)
    monkeypatch.setattr(side_by_side.Helpers, "_start", None)
    assert prove(busy_shop.ledger, full=True).findings == []


def test_stretches_cover_the_chain(ledger: Ledger) -> None:
    with shared(), ledger.read() as tx:
        found = stretches.stretches_of(tx.connection)
        assert len(found) > 10
        assert (found[0].after, found[-1].through) == (None, None)
        assert [each.through for each in found[:-1]] == [each.after for each in found[1:]]
        assert [next(stretches.stretch_told(tx.connection, each)) for each in found] == [Told([], [])] * len(found)
        assert stretches.Stretch().keys("number") == (-(2**63), 2**63 - 1)


def test_nobody_can_write_while_the_ledger_is_copied(ledger: Ledger, tmp_path: Path) -> None:
    own, copy = os.getpid(), looking.copyfile
    met = tmp_path / "met"

    def meddle(source: Path, target: Path) -> object:
        assert os.getpid() != own
        with closing(sqlite3.connect(source, timeout=0, isolation_level=None)) as connection:
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as problem:
                met.write_text(str(problem))
        return copy(source, target)

    with shared() as patched:
        patched.setattr(looking, "copyfile", meddle)
        assert prove(ledger, full=True).findings == []
    assert met.read_text() == "database is locked"


def test_where_no_helper_can_copy_sqlite_does(ledger: Ledger, shop_at) -> None:
    damaged(ledger, shop_at, DAMAGES[5].format(at=700))
    one, *_ = ways(ledger, full=True)

    def half(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:10_000])
        raise OSError(28, "no space left")

    with shared() as patched:
        patched.setattr(looking, "copyfile", half)
        assert prove(ledger, full=True) == one
