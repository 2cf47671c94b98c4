"""Whatever fails while something is written: it is told, and nothing is done by halves or twice: the short round."""

from __future__ import annotations

import os

import pytest

from .deeds import EXAMPLES_BESIDE, writing_verbs
from .io_errors import fail_operations
from .io_strace import LINES, fail_system_calls
from .vfs import IS_THERE

pytestmark = pytest.mark.skipif(
    not IS_THERE and not os.environ.get("BAITIAO_REQUIRE_TOOLS"), reason="this Python keeps its SQLite to itself"
)

PARTS = range(6)


@pytest.mark.long
@pytest.mark.parametrize("part", PARTS)
def test_every_file_operation_of_everything_that_writes_may_fail(part: int) -> None:
    counts = fail_operations("short", 0, part, len(PARTS))
    assert counts["writes"] >= len(writing_verbs()) // len(PARTS)
    assert counts["told_as_not_recorded"] > counts["told_as_unknown"] > counts["of_these_recorded"] > 0


def test_no_verb_is_left_out() -> None:
    assert {"repay", *EXAMPLES_BESIDE} < writing_verbs().keys()


@pytest.mark.needs_tool("strace")
def test_failing_system_calls_of_the_program_are_told() -> None:
    for line in LINES["short"]:
        assert fail_system_calls("short", line, seed=1)["faults_under_strace"] >= 30
