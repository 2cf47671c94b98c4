"""A ledger is made whole or not at all, for its owner only, and never over anything."""

from __future__ import annotations

import os
import stat
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file import creation  # noqa: F401 - loaded before a child gives up the right to read it
from baitiao_cli.ledger.store import Ledger

NOW = "2026-01-05T08:00:00+00:00"


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def create_code(path: Path) -> str:
    try:
        Ledger.create(path, now=NOW)
    except BaitiaoError as error:
        return error.code
    return "made"


def test_the_file_and_the_new_folders_are_the_owners_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Ledger.create(tmp_path / "new" / "folder" / "ledger.db", now=NOW)
    finally:
        os.umask(before)
    assert mode(tmp_path / "new") == mode(tmp_path / "new" / "folder") == 0o700
    assert mode(tmp_path / "new" / "folder" / "ledger.db") == 0o600
    assert names(tmp_path / "new" / "folder") == ["ledger.db"]


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Ledger.create(tmp_path / "ledger.db", now=NOW)
    assert mode(tmp_path) == 0o755


@pytest.mark.parametrize("there", ["file", "ledger", "folder", "link", "dangling link"])
def test_nothing_that_is_there_is_replaced(tmp_path: Path, there: str) -> None:
    path = tmp_path / "ledger.db"
    if there == "file":
        path.write_bytes(b"mine")
    elif there == "ledger":
        Ledger.create(path, now=NOW)
    elif there == "folder":
        path.mkdir()
    else:
        if there == "link":
            (tmp_path / "target").write_bytes(b"mine")
        path.symlink_to(tmp_path / "target")
    before = path.read_bytes() if path.is_file() else None
    assert create_code(path) == "ledger-exists"
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not [name for name in names(tmp_path) if name.startswith(".")]


def test_of_many_who_make_the_same_ledger_one_does(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "ledger.db"
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        codes = sorted(pool.map(create_code, [path] * 8))
    assert codes == ["ledger-exists"] * 7 + ["made"]
    Ledger.open(path)
    assert names(path.parent) == ["ledger.db"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_a_folder_that_may_not_be_written(open_path: Path, as_a_plain_user) -> None:
    folder = open_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    assert as_a_plain_user(lambda: create_code(folder / "ledger.db")) == "ledger-read-only"
    assert names(folder) == []


def test_a_parent_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert create_code(tmp_path / "file" / "ledger.db") == "ledger-failed"
