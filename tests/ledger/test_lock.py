"""Writers queue: nobody is turned away while others are quick, and whoever dies lets go."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from baitiao_cli.account.events import Purchased
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file.lock import held
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.products.catalogue import find_product

NOW = "2026-01-05T08:00:00+00:00"


def test_the_lock_file_is_the_owners_and_stays(shop) -> None:
    shop.open()
    lock = Path(f"{shop.path}.lock")
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    inode = lock.stat().st_ino
    shop.charge(1_000)
    assert lock.stat().st_ino == inode


def test_patience_ends_and_the_queue_is_left(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with held(path), pytest.raises(BaitiaoError, match="ledger-busy"), held(path, 0.05):
        pytest.fail("two hold the lock")
    with held(path, 1):
        pass


def test_who_waits_gets_the_lock_when_it_is_free(tmp_path: Path) -> None:
    path, order = tmp_path / "ledger.db", []

    def wait() -> None:
        with held(path, 10):
            order.append("second")

    with held(path):
        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.05)
        order.append("first")
    waiting.join(10)
    assert order == ["first", "second"]


@pytest.mark.parametrize("is_queued", [False, True])
def test_a_lock_that_cannot_be_had_at_all_is_told_and_nothing_is_done(shop, monkeypatch, capfd, is_queued) -> None:
    def fail(_: int, how: int) -> None:
        raise BlockingIOError if is_queued and how & fcntl.LOCK_NB else OSError(errno.ENOLCK, "No locks available")

    head = shop.head()
    monkeypatch.setattr(fcntl, "flock", fail)
    with pytest.raises(BaitiaoError) as caught:
        shop.open()
    assert (caught.value.code, caught.value.details["reason"]) == ("ledger-failed", "No locks available")
    assert shop.head() == head
    assert capfd.readouterr().err == ""


def test_a_link_in_place_of_the_lock_is_not_followed(shop, tmp_path: Path) -> None:
    (tmp_path / "ledger.db.lock").symlink_to(tmp_path / "victim")
    with pytest.raises(BaitiaoError, match="ledger-failed"):
        shop.open()
    assert not (tmp_path / "victim").exists()


def test_a_writer_that_is_killed_lets_go_and_leaves_no_trace(shop) -> None:
    shop.open()
    head = shop.head()
    script = (
        "import sys, time; from datetime import date; from pathlib import Path\n"
        "from baitiao_cli.account.events import Repaid\n"
        "from baitiao_cli.ledger.store import Ledger\n"
        "with Ledger(Path(sys.argv[1])).write(today=date(2026, 1, 6), now=sys.argv[2], operator='x') as tx:\n"
        "    tx.book('A1').record(Repaid(amount_fen=5), date(2026, 1, 6))\n"
        "    print('writing', flush=True); time.sleep(60)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(shop.path), NOW], stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "writing\n"
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
    assert shop.head() == head
    shop.repay(7)
    assert [posting["amount_fen"] for posting in shop.rows("SELECT amount_fen FROM postings ORDER BY 1")] == [-7, 7]


def buy(path: Path, times: int) -> list[str]:
    """Buys for 1 yuan as often as the limit allows; returns the plans."""
    terms = find_product("month").terms(None, "B", date(2026, 1, 1))
    plans = []
    for _ in range(times):
        with Ledger(path).write(today=date(2026, 1, 6), now=NOW, operator="x") as tx:
            book = tx.book("A1")
            if book.account(tx.today).available_fen < 100:
                continue
            plan_id = f"A1P{book.next_plan_number}"
            book.record(Purchased(plan_id=plan_id, amount_fen=100, terms=terms), tx.today)
            plans.append(plan_id)
    return plans


def test_two_who_write_at_once_never_pass_the_limit(shop) -> None:
    shop.open(limit_fen=2_000)
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        plans = [plan for plans in pool.map(buy, [shop.path] * 3, [10] * 3) for plan in plans]
    assert sorted(plans) == sorted(f"A1P{number}" for number in range(1, 21))
    shop.today = date(2026, 1, 6)
    assert shop.account().used_fen == 2_000
