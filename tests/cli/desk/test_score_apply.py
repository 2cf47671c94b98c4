"""`score apply`: the tiers that kept scores give are set for what is bought from then on, and nothing else moves.

The portfolio's figures are worked out here from the tables and the records alone.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

KEPT_ON, DAY = "2026-06-20", "2026-06-30"
FEE_PPB = {"A": 5_000_000, "B": 6_000_000, "C": 8_000_000, "D": 10_000_000}


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(sql))


PLANS = "SELECT * FROM installments ORDER BY 1, 2"
BOOKED = "SELECT plan_id, ledger_account, sum(amount_fen) FROM postings GROUP BY 1, 2 ORDER BY 1, 2"


@pytest.fixture(scope="module")
def kept(portfolio, tmp_path_factory) -> Path:
    """The portfolio with a score of each account that was open on a day."""
    from baitiao_cli.cli.main import main

    path = tmp_path_factory.mktemp("kept") / "ledger.db"
    shutil.copyfile(portfolio, path)
    where = ("--ledger", str(path), "--today", DAY, "--plain")
    assert main(["score", "keep", "--all", "--on", KEPT_ON, *where]) == 0
    assert main(["accrue", *where]) == 0
    return path


@pytest.fixture
def scored(kept: Path, tmp_path: Path, run) -> tuple[Path, Any]:
    """A copy of it, and what runs a command on it."""
    path = tmp_path / "ledger.db"
    shutil.copyfile(kept, path)
    return path, lambda *words, today=DAY: run(*words, "--ledger", str(path), "--today", today)


def expected(path: Path) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """The moves, and the accounts that stay with why, by the records as they are kept and the table of accounts."""
    records = rows(path, "SELECT subject, body FROM desk_facts WHERE body LIKE '%score-taken%' ORDER BY number")
    scores = {subject: json.loads(body) for subject, body in records}
    moves, stay = {}, {}
    for account_id, tier, closed_on in rows(path, "SELECT account_id, tier, closed_on FROM accounts"):
        score = scores.get(account_id)
        if closed_on and not score:
            continue
        if closed_on:
            stay[account_id] = "closed"
        elif not score:
            stay[account_id] = "no-score"
        elif score["scored_tier"] == tier:
            stay[account_id] = "same-tier"
        elif score["tier"] != tier:
            stay[account_id] = "tier-changed-since"
        else:
            moves[account_id] = tier, score["scored_tier"]
    return moves, stay


def test_the_portfolio_moves_to_the_tiers_of_its_scores_and_no_plan_changes(scored):
    path, do = scored
    do("open", "--name", "new", "--limit", "1000")  # without a score
    moves, stay = expected(path)
    assert len(moves) > 20 and len(set(moves.values())) > 5 and {"no-score", "same-tier"} <= set(stay.values())
    before = [rows(path, sql) for sql in (PLANS, BOOKED)]
    tried = do("score", "apply", "--all", "--dry-run", "--json").data
    assert expected(path) == (moves, stay)
    told = do("score", "apply", "--all", "--json").data
    for answer in (tried, told):
        assert {row["account_id"]: (row["tier_before"], row["tier"]) for row in answer["applied"]} == moves
        assert {row["account_id"]: row["obstacle"] for row in answer["left"]} == stay
    now = dict(rows(path, "SELECT account_id, tier FROM accounts"))
    assert all(now[account_id] == after for account_id, (_, after) in moves.items())
    assert [rows(path, sql) for sql in (PLANS, BOOKED)] == before
    again = do("score", "apply", "--all", "--json").data
    assert not again["applied"]
    assert {row["obstacle"] for row in again["left"]} - {"closed"} == {"same-tier", "no-score"}
    assert do("check", "--json").data["findings"] == []


def test_what_is_bought_next_has_the_price_of_the_new_tier(scored):
    path, do = scored
    do("score", "apply", "--all")
    buyers = rows(
        path, "SELECT account_id, tier FROM accounts WHERE status = 'open' AND limit_fen - used_fen - held_fen >= 30000"
    )
    assert len(buyers) > 10
    for account_id, tier in buyers[:12]:
        quoted = do("quote", "300", "--installments", "3", "--account", account_id, "--json").data
        fees = [row["fee_fen"] for row in quoted["rows"]]
        assert fees == [300_00 * FEE_PPB[tier] // 10**9] * 3


def test_a_decision_is_explained(scored):
    _, do = scored
    done = do("score", "apply", "--all", "--json").data["applied"][0]
    told = do("explain", done["record_id"], "--json").data
    assert (told["kind"], told["rules"], told["score_id"]) == ("tier-applied", "scorecard", done["score_id"])
    assert told["fired"] == [
        {"rule": "scored-tier", "observed": str(done["points"]), "limit": "", "effect": done["tier"]},
        {"rule": "score-age", "observed": "10", "limit": "45", "effect": ""},
    ]
    out = do("explain", done["record_id"]).out
    assert "equal points give equal terms" in out
    assert f"tier {done['tier']}, before {done['tier_before']}, by score {done['score_id']}" in (
        do("history", done["account_id"]).out
    )


def test_one_account_whose_score_is_too_old_or_whose_tier_was_set_since(scored):
    path, do = scored
    moves, _ = expected(path)
    account_id, (before, after) = next(iter(moves.items()))
    late = do("score", "apply", account_id, "--json", today="2026-08-05").data  # 46 days after the 20th of June
    assert [row["obstacle"] for row in late["left"]] == ["score-too-old"]
    assert "the score is too old" in do("score", "apply", account_id, today="2026-08-05").out
    other = next(tier for tier in "ABCD" if tier not in (before, after))
    do("tier", account_id, other)
    assert "the tier was changed since it was scored" in do("score", "apply", account_id).out
    do("tier", account_id, before)
    done = do("score", "apply", account_id, "--request-id", "r1", "--json").data
    assert [(row["tier_before"], row["tier"]) for row in done["applied"]] == [(before, after)]
    assert do("score", "apply", account_id, "--request-id", "r1", "--json").data == done
    assert do("score", "apply", account_id, "--on", "2026-06-25", "--json", today="2026-06-24").error["code"] == (
        "date-in-future"
    )


def test_a_scorecard_of_ones_own_says_how_old_a_score_may_be(scored, tmp_path):
    from baitiao_cli.desk.rule_files import shipped

    _, do = scored
    own = tmp_path / "own.toml"
    own.write_text(shipped("scorecard").read_text("utf-8").replace("valid_days = 45", "valid_days = 9"), "utf-8")
    told = do("score", "apply", "--all", "--rules", str(own), "--json").data
    assert (told["applied"], {row["obstacle"] for row in told["left"]} - {"closed"}) == ([], {"score-too-old"})
    own.write_text(shipped("scorecard").read_text("utf-8").replace("valid_days = 45 ", ""), "utf-8")
    assert do("score", "apply", "--all", "--rules", str(own), "--json").error["code"] == "rules-invalid"


def test_for_people(scored):
    _, do = scored
    out = do("score", "apply", "--all", "--dry-run").out
    assert "Tiers that were set on 2026-06-30" in out
    assert "it is in that tier already\t" in out
    assert "For what is bought from then on; plans that are open keep what was agreed for them." in out
    assert "2026-06-30 设定的定价档" in do("score", "apply", "--all", "--dry-run", "--lang", "zh").out
    kept = do("score", "keep", "--all", "--dry-run").out
    assert "To set the tiers that they give: baitiao score apply --all --dry-run" in kept
