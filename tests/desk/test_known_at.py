"""What the desk was known to have recorded at an earlier moment of the ledger: by the time of its last event then."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.desk.facts import ConsentStated
from baitiao_cli.ledger.store import Ledger

DAY = date(2026, 1, 5)


@pytest.mark.parametrize(("recorded_at", "is_known"), [("2026-01-05T00:00:00Z", True), ("2999-01-01T00:00:00Z", False)])
def test_a_record_counts_when_it_was_recorded_by_the_last_event(
    run, tmp_path, recorded_at: str, is_known: bool
) -> None:
    path = tmp_path / "shop.db"
    given = ("--ledger", str(path), "--today", str(DAY))
    assert run("init", *given).status == 0
    assert run("open", "--name", "Li Lei", "--limit", "9000", *given).status == 0
    with Ledger(path).write(today=DAY, now=recorded_at, operator="clerk") as tx:
        tx.record_at_desk("P1", ConsentStated(purpose="offers", is_given=True), DAY)
    with Ledger(path).read(known_at=1) as tx:
        assert len(list(tx.at_desk(DAY, "P1"))) == is_known
    with Ledger(path).read() as tx:
        assert len(list(tx.at_desk(DAY, "P1"))) == 1
    told = run("assess", "A1", "--known-at", "1", "--json", *given).data
    assert len(told["consent_log"]) == is_known
