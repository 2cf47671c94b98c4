"""Backup: copies made while others write are whole and give back what they say; one that is killed is there or not."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import ClassVar

from baitiao_cli.actions.export import journal
from baitiao_cli.ledger.check import prove
from baitiao_cli.ledger.copies.backup import back_up, restore
from baitiao_cli.ledger.copies.reading import import_ledger
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.show.journal import written

from .record import BrokenPromiseError, Record, Size
from .workload import Customers, do, folder_in_memory, new_ledger, remove_ledger

BACKUPS: dict[Size, int] = {"short": 20, "long": 100}
KILLS: dict[Size, int] = {"short": 30, "long": 300}
WRITERS = 3
JOBS_BEFORE = 40  # so that the first backup has something in it
JOBS_A_WRITER = 150  # then it pauses, or a long round would fold ever longer histories
KINDS = ("backup", "restore", "import")


class Backup(Record, frozen=True, kw_only=True):
    """What was copied; a copy that was not what it said, or half of one, would leave no record."""

    promise: ClassVar[str] = "Backup"
    tried: ClassVar[str] = (
        "backups while others write, each proved, restored, exported and imported with the same head and the same rows;"
        " SIGKILL at random moments of backup, restore and import"
    )

    backups: int
    of_them_while_others_wrote: int
    restored: int
    exported_and_imported: int
    kills: int
    of_these_nothing_was_in_place: int
    of_these_all_was_in_place: int
    half_done: int


def backup_round(size: Size, seed: int) -> Backup:
    """Makes so many backups of a busy ledger, and kills so many copies on the way."""
    counts = back_up_under_load(BACKUPS[size], seed) + kill_copies(KILLS[size], seed)
    return Backup(**{name: counts[name] for name in Backup.__struct_fields__})


def back_up_under_load(backups: int, seed: int) -> Counter[str]:
    """Backs up a ledger in which others write; raises when a copy is not one moment of it."""
    counts: Counter[str] = Counter()
    with folder_in_memory() as folder:
        ledger = _filled(folder / "ledger.db", seed)
        with _writers(ledger, seed):
            for number in range(backups):
                before = _transactions(ledger)
                file = folder / f"backup-{number}.db"
                told = back_up(ledger, file)
                counts["backups"] += 1
                counts["of_them_while_others_wrote"] += _transactions(ledger) > before
                _prove_copies(folder, file, told.head, counts, seed)
    return counts


def _prove_copies(folder: Path, file: Path, head: str, counts: Counter[str], seed: int) -> None:
    """The backup, what is restored of it, and what is imported of its export are the same ledger."""
    restored, document, imported = folder / "restored.db", folder / "ledger.json", folder / "imported.db"
    restore(file, restored)
    _export(Ledger(restored), document)
    with document.open("rb") as stream:
        import_ledger(stream, str(document), imported)
    rows = _rows(Ledger(file))
    for path in (file, restored, imported):
        proved = prove(Ledger(path), full=True)
        if proved.findings or proved.head != head:
            raise BrokenPromiseError(f"{path.name} is not the backup: {proved}", seed)
        if _rows(Ledger(path)) != rows:
            raise BrokenPromiseError(f"the rows of {path.name} are not those of the backup", seed)
    counts["restored"] += 1
    counts["exported_and_imported"] += 1
    for path in (file, restored, imported, document):
        remove_ledger(path)


def kill_copies(kills: int, seed: int) -> Counter[str]:
    """Kills copies on their way; what is in place afterwards is nothing or all of it."""
    counts: Counter[str] = Counter()
    with folder_in_memory() as folder:
        ledger = _filled(folder / "ledger.db", seed)
        backup, document, target = folder / "backup.db", folder / "ledger.json", folder / "target.db"
        head = back_up(ledger, backup).head
        _export(ledger, document)

        def take_in() -> None:
            with document.open("rb") as stream:
                import_ledger(stream, str(document), target)

        copies: dict[str, Callable[[], object]] = {
            "backup": lambda: back_up(ledger, target),
            "restore": lambda: restore(backup, target),
            "import": take_in,
        }
        longest = {kind: _seconds(copies[kind], target) for kind in KINDS}
        random = Random(repr(seed))
        for number in range(kills):
            kind = KINDS[number % len(KINDS)]
            _fork_and_kill(copies[kind], random.uniform(0, 1.1 * longest[kind]))
            counts["kills"] += 1
            counts["of_these_all_was_in_place" if target.exists() else "of_these_nothing_was_in_place"] += 1
            if target.exists():
                proved = prove(Ledger(target), full=True)
                if proved.findings or proved.head != head:
                    raise BrokenPromiseError(f"half a {kind} is in place: {proved}", seed)
            if prove(ledger).findings or prove(Ledger(backup)).findings:
                raise BrokenPromiseError(f"a {kind} that was killed changed what it read", seed)
            remove_ledger(target)
            for left in folder.glob(".baitiao-*"):
                left.unlink()
    return counts


def _filled(path: Path, seed: int) -> Ledger:
    ledger = new_ledger(path)
    customers = Customers((seed, "before"))
    for _ in range(JOBS_BEFORE):
        customers.learn(do(ledger, customers.next_job()))
    return ledger


@contextmanager
def _writers(ledger: Ledger, seed: int) -> Iterator[None]:
    """Others who write all the while."""
    children = [_forked(lambda number=number: _write(ledger, (seed, number))) for number in range(WRITERS)]
    try:
        yield
    finally:
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _write(ledger: Ledger, seed: object) -> None:
    customers = Customers(seed, days=False)
    for job in range(10**9):
        customers.learn(do(ledger, customers.next_job()))
        if job > JOBS_A_WRITER:
            time.sleep(0.05)


def _fork_and_kill(copy: Callable[[], object], seconds: float) -> None:
    child = _forked(copy)
    time.sleep(seconds)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _forked(work: Callable[[], object]) -> int:
    """A child that does the work and ends; its id. No connection is open here, so none is carried into it."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def _seconds(copy: Callable[[], object], target: Path) -> float:
    started = time.perf_counter()
    copy()
    remove_ledger(target)
    return time.perf_counter() - started


def _export(ledger: Ledger, document: Path) -> None:
    with ledger.read() as tx, document.open("w", encoding="utf-8") as stream:
        stream.writelines(written(journal(tx, date.max), "json", "en"))


def _transactions(ledger: Ledger) -> int:
    with ledger.read() as tx:
        return int(tx.connection.execute("SELECT count(*) FROM seals").fetchone()[0])


def _rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the file, by table."""
    with ledger.read() as tx:
        names = tx.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        return {
            row["name"]: [tuple(found) for found in tx.connection.execute(f"SELECT * FROM {row['name']}")]
            for row in names
        }
