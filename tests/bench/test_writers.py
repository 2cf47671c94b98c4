"""The writers all get their turn; how long they wait depends on the machine and is told in docs/speed.md."""

from __future__ import annotations

from tests.bench.writers import shared


def test_every_writer_writes_and_none_meets_an_error():
    one = shared(8, 1.0)
    assert one.transactions >= 8
    assert one.least_of_most > 0
    assert one.longest_wait_seconds < 5
