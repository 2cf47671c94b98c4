"""Surroundings that are wrong, each a test of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .cases import CASES
from .program import apart
from .surroundings import make_whole, try_case


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with apart() as folder:
        make_whole(folder)
        yield folder


def test_there_are_many_kinds() -> None:
    assert len(CASES) >= 25


@pytest.mark.parametrize("kind", CASES)
def test_what_is_told_and_that_the_ledger_stays_as_it_was(folder: Path, kind: str) -> None:
    found = try_case(CASES[kind], folder)
    if not found.is_possible:
        pytest.skip("this system does not allow it")
    assert not found.problem
