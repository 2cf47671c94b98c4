"""How surroundings are brought about that are wrong, and how they are put right again."""

from __future__ import annotations

import fcntl
import os
import resource
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, suppress
from functools import partial
from pathlib import Path

from baitiao_cli.ledger.file import connection, lock
from baitiao_cli.ledger.file.lock import held

from .surroundings import BALLAST, MS_RDONLY, MS_REMOUNT, Scene, as_a_plain_user, mount

FULL_BYTES = 16_384
Spoil = Callable[[Scene], None]


def put_back(scene: Scene) -> None:
    """How most things are put right: the ledger of before in its place."""
    whole = scene.folder.parent / "whole.db"

    def mend() -> None:
        if scene.ledger.is_dir() and not scene.ledger.is_symlink():
            shutil.rmtree(scene.ledger)
        elif os.path.lexists(scene.ledger):
            scene.ledger.unlink()
        scene.ledger.parent.mkdir(exist_ok=True)
        shutil.copyfile(whole, scene.ledger)

    scene.mend = mend


def instead(make: Callable[[Path], object]) -> Spoil:
    """Something else where the ledger was."""

    def spoil(scene: Scene) -> None:
        scene.ledger.unlink()
        make(scene.ledger)
        put_back(scene)

    return spoil


def changed(change: Callable[[Path], object]) -> Spoil:
    """The file of the ledger, changed."""

    def spoil(scene: Scene) -> None:
        change(scene.ledger)
        put_back(scene)

    return spoil


def by_sql(*statements: str) -> Spoil:
    """A database changed, or made, by SQL."""

    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as other:
            for statement in statements:
                other.execute(statement)
            other.commit()

    return changed(change)


def other_database(*statements: str) -> Spoil:
    """A SQLite file of somebody else."""

    def spoil(scene: Scene) -> None:
        scene.ledger.unlink()
        by_sql("CREATE TABLE things (name TEXT)", *statements)(scene)

    return spoil


def cut(length: int) -> Spoil:
    """The file cut off after so many bytes; from the end if negative."""
    return changed(lambda path: os.truncate(path, length if length >= 0 else path.stat().st_size + length))


def link(scene: Scene) -> None:
    """The ledger is elsewhere, and a link leads to it."""
    real = scene.folder / "real.db"
    scene.ledger.rename(real)
    scene.ledger.symlink_to(real)


def second_name(scene: Scene) -> None:
    """The ledger has another name, whose journal and lock would be others."""
    other = scene.folder / "other.db"
    os.link(scene.ledger, other)
    scene.mend = other.unlink


def modes(file: int = 0o600, folder: int = 0o755, lock: int | None = None) -> Spoil:
    """Modes of the file, its folder and its lock file, as a plain user meets them."""

    def spoil(scene: Scene) -> None:
        _to_everybody(scene)
        lock_file = Path(f"{scene.ledger}.lock")
        if lock is not None:
            lock_file.touch()
            lock_file.chmod(lock)
        scene.ledger.chmod(file)
        scene.folder.chmod(folder)
        scene.within = as_a_plain_user

        def mend() -> None:
            scene.folder.chmod(0o777)
            scene.ledger.chmod(0o666)
            lock_file.unlink(missing_ok=True)

        scene.mend = mend

    return spoil


def _to_everybody(scene: Scene) -> None:
    """So that what is refused is refused by the mode that is tried, and not by the owner."""
    scene.folder.chmod(0o777)
    scene.ledger.chmod(0o666)


def on_a_mount(options: str, after: Callable[[Path, str], object] = lambda folder, options: None) -> Spoil:
    """The ledger on a small file system of its own, with something done there afterwards."""

    def spoil(scene: Scene) -> None:
        small = scene.folder / "small"
        small.mkdir()
        mount(small, options)
        scene.ledger = Path(shutil.copyfile(scene.ledger, small / "ledger.db"))
        after(small, options)
        scene.mend = lambda: _mend_mount(small, options)

    return spoil


def fill(folder: Path, options: str) -> None:
    """Leaves no room on a file system."""
    with (folder / "filling").open("wb", buffering=0) as filling, suppress(OSError):
        while True:
            filling.write(b"x" * 4096)


def fill_with_files(folder: Path, options: str) -> None:
    """Leaves no room for another file."""
    with suppress(OSError):
        for number in range(10_000):
            (folder / f"filling{number}").touch()


def make_read_only(folder: Path, options: str) -> None:
    """Forbids writing to a file system, to root as well."""
    mount(folder, options, MS_REMOUNT | MS_RDONLY)


def _mend_mount(folder: Path, options: str) -> None:
    mount(folder, options, MS_REMOUNT)
    for filling in list(folder.glob("filling*")):
        filling.unlink()


def limited(limit: Callable[[Scene], None]) -> Spoil:
    """A limit of the system for the command alone."""

    def spoil(scene: Scene) -> None:
        scene.within = partial(limit, scene)
        scene.mend = lambda: None

    return spoil


def few_files(scene: Scene) -> None:
    """No more files may be open than are."""
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free, free))


def small_files(scene: Scene) -> None:
    """No file may grow beyond what the ledger's journal needs."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_BYTES, FULL_BYTES))


def little_memory(scene: Scene) -> None:
    """Next to no memory is left: all that may be had is taken but for a little."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE") + 2**24
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    for size in (2**16, 2**12, 2**9):
        with suppress(MemoryError):
            while True:
                BALLAST.append(bytearray(size))
    del BALLAST[-64:]


def with_environment(**environment: str | None) -> Spoil:
    """Settings of the user or the system."""

    def spoil(scene: Scene) -> None:
        scene.environment = dict(environment)

    return spoil


def on(today: str) -> Spoil:
    """The program's day."""

    def spoil(scene: Scene) -> None:
        scene.today = today
        scene.mend = lambda: None

    return spoil


def streams(**given: int | str | None) -> Spoil:
    """Streams that are closed, or a device."""

    def spoil(scene: Scene) -> None:
        scene.streams = {
            name: os.open(stream, os.O_WRONLY) if isinstance(stream, str) else stream for name, stream in given.items()
        }

    return spoil


def named(name: str) -> Spoil:
    """A file name that is odd."""

    def spoil(scene: Scene) -> None:
        scene.ledger = scene.ledger.rename(scene.folder / name)

    return spoil


def lock_held(scene: Scene) -> None:
    """Somebody holds the lock file and does not let go."""
    descriptor = os.open(f"{scene.ledger}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    lock.held = lambda path: held(path, 0.05)  # type: ignore[assignment]
    scene.mend = partial(os.close, descriptor)


def used_by_another(scene: Scene) -> None:
    """Another program keeps the file for itself."""
    connection.PATIENCE_SECONDS = 0.05
    other = sqlite3.connect(scene.ledger, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    scene.mend = other.close


def lock_is(make: Callable[[Path], object], unmake: Callable[[Path], object]) -> Spoil:
    """Something else where the lock file should be."""

    def spoil(scene: Scene) -> None:
        lock = Path(f"{scene.ledger}.lock")
        lock.unlink(missing_ok=True)
        make(lock)
        scene.mend = lambda: unmake(lock)  # type: ignore[assignment,return-value]

    return spoil


def hot_journal(scene: Scene) -> None:
    """A program was killed in the middle of a write, when the file had been changed in part."""
    folder = scene.folder / "before"
    folder.mkdir()
    used = folder / "ledger.db"
    shutil.copyfile(scene.ledger, used)
    with closing(sqlite3.connect(used, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = truncate")
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE accounts SET used_fen = used_fen + 1")
        other.execute("CREATE TABLE much AS SELECT hex(randomblob(2000)) AS text FROM events")
        for end in ("", "-journal"):
            shutil.copyfile(f"{used}{end}", f"{scene.ledger}{end}")
    shutil.rmtree(folder)
    assert scene.ledger.read_bytes() != (scene.folder.parent / "whole.db").read_bytes()


def hot_journal_for_readers(scene: Scene) -> None:
    """The same, where it may not be undone."""
    hot_journal(scene)
    Path(f"{scene.ledger}-journal").chmod(0o444)
    modes(file=0o444, folder=0o555)(scene)


def journal_is(content: bytes) -> Spoil:
    """A file that is no journal where SQLite looks for one."""

    def spoil(scene: Scene) -> None:
        Path(f"{scene.ledger}-journal").write_bytes(content)

    return spoil


def journal_folder(scene: Scene) -> None:
    """A folder in the place of the journal."""
    journal = Path(f"{scene.ledger}-journal")
    journal.mkdir()
    scene.mend = journal.rmdir


def while_it_waits(change: Callable[[Path], object]) -> Spoil:
    """Something happens to the file between the moment that a write has opened it and its turn."""

    def spoil(scene: Scene) -> None:
        whole = scene.folder.parent / "whole.db"

        def wait(path: str) -> AbstractContextManager[None]:
            change(Path(path))
            return held(path)

        def within() -> None:
            lock.held = wait  # type: ignore[assignment]

        scene.within = within
        scene.mend = lambda: shutil.copyfile(whole, scene.ledger) and None  # type: ignore[func-returns-value]

    return spoil


def replace(path: Path) -> None:
    """Puts a copy in the place of a file."""
    shutil.copyfile(path, path.with_name("copy.db"))
    path.with_name("copy.db").replace(path)


def new_on_a_full_disk(scene: Scene) -> None:
    """No ledger yet, and no room for one."""
    on_a_mount("size=1m")(scene)
    scene.ledger.unlink()
    fill(scene.ledger.parent, "")
    mend = scene.mend

    def put_right() -> None:
        assert mend is not None
        mend()
        shutil.copyfile(scene.folder.parent / "whole.db", scene.ledger)

    scene.mend = put_right


def new_in_a_read_only_folder(scene: Scene) -> None:
    """No ledger yet, and a folder where a plain user may make none."""
    scene.ledger.unlink()
    put_back(scene)
    scene.folder.chmod(0o555)
    scene.within = as_a_plain_user


def nowhere(scene: Scene) -> None:
    """A ledger in a folder that is not there."""
    scene.ledger = scene.folder / "no" / "where" / "ledger.db"
