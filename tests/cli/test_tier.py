"""`tier`: what is bought from then on has the prices of another tier; what was agreed or promised before keeps its own.

The story's A1 is of tier B: 0.6% a period on `inst`; A pays 0.5%, C 0.8%, D 1%.
"""

from __future__ import annotations

import json


def test_it_prices_what_is_bought_from_then_on(at, head):
    before = at("2026-02-05", "schedule", "A1P1", "--json").data
    data = at("2026-02-05", "tier", "A1", "D", "--reason", "late twice", "--json").data
    assert (data["tier_before"], data["tier"], data["reason"], data["score_id"]) == ("B", "D", "late twice", "")
    assert data["open_plan_count"] == 2
    assert at("2026-02-05", "show", "A1", "--json").data["tier"] == "D"
    rows = at("2026-02-05", "charge", "A1", "600", "--installments", "3", "--json").data["rows"]
    assert [row["fee_fen"] for row in rows] == [6_00] * 3  # 1% of 600.00
    assert at("2026-02-05", "schedule", "A1P1", "--json").data == before
    head()


def test_for_people(at):
    out = at("2026-02-05", "tier", "A1", "C").out
    assert "Tier before\tB\nTier\tC\n" in out
    assert "Products with other terms for tier C\n" in out
    assert "inst\t0.6% a period\t0.8% a period\t3, 6, 12, 24\n" in out
    assert "free\t" not in out  # costs nothing for any tier
    assert "For what is bought from then on; plans keep what was agreed for them (open: 2)." in out
    assert "Tier changed, tier C, before B" in at("2026-02-05", "history", "A1").out
    out = at("2026-02-06", "tier", "A1", "A", "--reason", "r", "--lang", "zh").out
    assert "原定价档\tC\n定价档\tA\n原因\tr\n" in out
    assert "定价档变更, 定价档 A, 原为 C; r" in at("2026-02-06", "history", "A1", "--lang", "zh").out


def test_a_quote_for_the_account_keeps_its_price_on_its_day(at):
    quote_id = at("2026-02-05", "quote", "600", "--installments", "3", "--account", "A1", "--json").data["quote_id"]
    at("2026-02-05", "tier", "A1", "D")
    rows = at("2026-02-05", "charge", "A1", "600", "--quote", quote_id, "--json").data["rows"]
    assert [row["fee_fen"] for row in rows] == [3_60] * 3  # 0.6%, as it was promised
    rows = at("2026-02-05", "quote", "600", "--installments", "3", "--account", "A1", "--json").data["rows"]
    assert rows[0]["fee_fen"] == 6_00


def test_a_hold_keeps_the_price_that_it_was_placed_with(at):
    at("2026-02-05", "hold", "A1", "600", "--installments", "3")
    at("2026-02-05", "tier", "A1", "D")
    rows = at("2026-02-06", "capture", "A1H1", "--json").data["rows"]
    assert [row["fee_fen"] for row in rows] == [3_60] * 3


def test_a_reversal_brings_the_tier_back(at, head):
    event_id = at("2026-02-05", "tier", "A1", "D", "--json").data["event_id"]
    at("2026-02-06", "reverse", event_id, "--reason", "wrong account")
    assert at("2026-02-06", "show", "A1", "--json").data["tier"] == "B"
    assert f"reversed by {at('2026-02-06', 'history', 'A1', '--json').data['lines'][-1]['event_id']}" in (
        at("2026-02-06", "history", "A1").out
    )
    head()


def test_it_may_follow_a_kept_score(at):
    at("2026-02-05", "tier", "A1", "D")
    kept = at("2026-02-05", "score", "keep", "A1", "--json").data["scores"][0]
    assert (kept["tier"], kept["scored_tier"]) == ("D", "B")
    data = at("2026-02-05", "tier", "A1", kept["scored_tier"], "--score", kept["record_id"], "--json").data
    assert data["score_id"] == kept["record_id"]
    assert f"by score {kept['record_id']}" in at("2026-02-05", "history", "A1").out


def test_a_score_of_somebody_else_is_none(at):
    at("2026-02-05", "open", "--name", "x", "--limit", "1000")
    record_id = at("2026-02-05", "score", "keep", "A2", "--json").data["scores"][0]["record_id"]
    error = at("2026-02-05", "tier", "A1", "C", "--score", record_id, "--json").error
    assert (error["code"], error["message"]) == ("record-not-score", f"{record_id} is no score of A1.")


def test_in_a_batch_and_in_a_scenario(at, tmp_path):
    (tmp_path / "lines.jsonl").write_text(json.dumps({"verb": "tier", "account": "A1", "tier": "C"}), "utf-8")
    (result,) = at("2026-02-05", "batch", str(tmp_path / "lines.jsonl"), "--json").data["results"]
    assert result["result"]["tier"] == "C"
    at("2026-02-06", "charge", "A1", "600", "--installments", "3")
    at("2026-02-07", "tier", "A1", "D")  # and the same account once more, recorded and played anew
    told = tmp_path / "told.toml"
    assert at("2026-02-07", "scenario", "record", "A1", "-o", str(told)).status == 0
    assert 'tier = { account = "A1", tier = "C" }' in told.read_text("utf-8")
    kept = tmp_path / "again.db"
    assert at("2026-02-07", "scenario", "run", str(told), "--keep", str(kept)).status == 0
    again = at("2026-02-07", "schedule", "A1P3", "--json", "--ledger", str(kept)).data["rows"]
    assert again == at("2026-02-07", "schedule", "A1P3", "--json").data["rows"]
    assert again[0]["fee_fen"] == 4_80  # 0.8% of 600.00
    assert at("2026-02-07", "show", "A1", "--json", "--ledger", str(kept)).data["tier"] == "D"


def test_tried_alone_it_changes_no_figure(at):
    assert "No figure of the account would change" in at("2026-02-05", "what-if", "A1", "--", "tier", "D").out


def test_a_dry_run_keeps_nothing(at, head):
    before = head()
    assert at("2026-02-05", "tier", "A1", "C", "--dry-run", "--json").data["tier"] == "C"
    assert head() == before
