"""What the desk was known to have recorded at an earlier moment: by the time asked, or that of the last event."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.verb import Call
from baitiao_cli.desk.facts import (
    ConsentStated,
    CouponGranted,
    Fired,
    FunderRegistered,
    NoticeGiven,
    RiskFound,
    RiskReviewed,
)
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


HOURS = ("2026-01-05T03:00:00Z", "2026-01-05T06:00:00Z", "2026-01-05T09:00:00Z")
"""When the line was opened, and when a finding and then a decision on it were recorded."""


def test_of_a_time_what_was_recorded_by_then_counts_though_no_event_followed(run, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "shop.db"))
    monkeypatch.setenv("BAITIAO_TODAY", str(DAY))
    run("init")
    opened_at, found_at, decided_at = HOURS
    ledger = Ledger(tmp_path / "shop.db")
    perform(ledger, OPEN, OpenAsked(name="x", limit_fen=1_000_000), Call(today=DAY, now=opened_at, operator="x"))
    found = RiskFound(
        rules="risk",
        rules_version=1,
        fired=(Fired(rule="velocity", observed="5", limit="5"),),
        found_on=DAY,
        event_id="A1E1",
        evidence=("A1E1",),
        risk_action="note",
    )
    noted = NoticeGiven(since_on=DAY, channel="letter")
    given = CouponGranted(
        rules="offers",
        rules_version=1,
        fired=(),
        first_due_on=DAY,
        last_due_on=DAY,
        free_periods=1,
        least_fen=100,
        products=("inst",),
        until_on=date(2026, 2, 5),
    )
    for at, facts in {
        found_at: {"A1": [found, noted, given], "F1": [FunderRegistered(name="East")]},
        decided_at: {"A1": [RiskReviewed(item_id="D1", review="approved", reason="x")]},
    }.items():
        with ledger.write(today=DAY, now=at, operator="clerk") as tx:
            for subject, kept in facts.items():
                for fact in kept:
                    tx.record_at_desk(subject, fact, DAY)

    def told(at: str, *command: str):
        return run(*command, "--known-at", at, "--json")

    for at, waits in {opened_at: [], found_at: ["A1"], decided_at: []}.items():
        assert [item["account_id"] for item in told(at, "queue").data["items"]] == waits
        assert told(at, "bureau notices").data["count"] == (at >= found_at)
        assert len(told(at, "coupons", "A1").data["coupons"]) == (at >= found_at)
        assert told(at, "offers", "review", "--all").status == 0
        assert told(at, "queue", "D1").status == (0 if at >= found_at else 3)
        assert told(at, "funder-statement", "F1").status == (0 if at >= found_at else 3)
        assert told(at, "compliance", "check", "--rule", "adverse-notice").status == 0
    of_event = told("A1E1", "queue")
    assert of_event.data["items"] == []  # by the time of that event, whenever it is asked
