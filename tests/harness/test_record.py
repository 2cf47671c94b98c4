"""The table of the rounds says what they found, in words that can be read."""

from __future__ import annotations

from typing import ClassVar

from .record import Record, table_row


class Crashed(Record, frozen=True, kw_only=True):
    promise: ClassVar[str] = "Crash"
    tried: ClassVar[str] = "SIGKILL at random moments"

    kills: int
    lost: int
    longest_wait_ms: int


def test_a_record_is_a_row_with_its_figures() -> None:
    row = table_row(Crashed(kills=2_000, lost=0, longest_wait_ms=73))
    assert row == "| **Crash** | SIGKILL at random moments | 2,000 kills, 0 lost, longest wait 73 ms |"
