"""Damage and tampering, the short round: in parts, which workers share."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from baitiao_cli.ledger.check import looking, prove, stretches
from baitiao_cli.ledger.store import Ledger

from .damage import FLIPS, ask, flips, what_is_missed
from .edits import EDITS
from .program import apart, copy_of, make_ledger
from .tampering import make

SEED = 20260520
PARTS = 5


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with apart() as folder:
        make_ledger(folder / "whole.db")
        yield folder


@pytest.mark.parametrize("part", range(PARTS))
def test_flips(part: int) -> None:
    met = flips(FLIPS["short"] // PARTS, SEED + part)
    assert met["found_by_check"] > 5


def test_there_are_forty_kinds_of_edits() -> None:
    assert len(EDITS) >= 40


@pytest.mark.parametrize("kind", EDITS)
def test_an_edit_is_found_and_the_first_bad_row_named(folder: Path, kind: str) -> None:
    assert not what_is_missed(EDITS[kind], folder)


@pytest.mark.parametrize("kind", EDITS)
def test_processes_side_by_side_find_what_one_finds(folder: Path, kind: str, monkeypatch) -> None:
    ledger = Ledger(copy_of(folder / "whole.db", folder / "shared.db"))
    make(EDITS[kind], ledger.path)
    one = prove(ledger, full=True)
    assert one.findings
    monkeypatch.setattr(looking, "LARGE_BYTES", 1)
    monkeypatch.setattr(looking, "core_count", lambda: 2)
    monkeypatch.setattr(stretches, "EVENTS_IN_A_STRETCH", 5)
    assert prove(ledger, full=True) == one


def test_an_earlier_copy_put_in_place_is_seen_only_by_a_head_that_was_kept(folder: Path) -> None:
    ledger = copy_of(folder / "whole.db", folder / "later.db")
    assert ask(ledger, ["repay", "A2", "1"]).status == 0
    kept = json.loads(ask(ledger, ["check"]).out)["data"]
    copy_of(folder / "whole.db", ledger)
    found = json.loads(ask(ledger, ["check"]).out)["data"]
    assert kept["findings"] == found["findings"] == []
    assert kept["head"] != found["head"]
