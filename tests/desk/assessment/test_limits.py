"""What a review proposes on a generated portfolio, beside proposals that are worked out here."""

from __future__ import annotations

import shutil
import sqlite3

DAY = "2026-06-30"


def test_each_proposal_is_what_its_figures_ask_for(portfolio, tmp_path, run) -> None:
    path = tmp_path / "ledger.db"
    shutil.copyfile(portfolio, path)
    at = (*("--ledger", str(path)), *("--today", DAY), "--json")
    with sqlite3.connect(path) as connection:
        query = "SELECT account_id, limit_fen, used_fen FROM accounts WHERE closed_on IS NULL"
        accounts = {row[0]: row[1:] for row in connection.execute(query)}
    found = {line["account_id"]: line for line in run("limits", "review", "--all", *at).data["lines"]}
    cuts = 0
    for account_id, (limit_fen, used_fen) in accounts.items():
        shown = run("show", account_id, *at).data
        lines = {line["figure"]: line["value"] for line in run("score", account_id, *at).data["lines"]}
        steady = (lines["months-on-time"] or 0) >= 6 and not lines["worst-lateness-12"] and lines["use-of-limit"] >= 30
        if lines["worst-lateness-6"] >= 31:
            least_fen = -(-(used_fen + shown["held_fen"]) // 10_000) * 10_000
            wanted_fen = min(limit_fen, max(limit_fen * 7 // 10 // 10_000 * 10_000, least_fen, 50_000))
            assert found[account_id]["proposed_fen"] == wanted_fen, account_id
            assert found[account_id]["obstacle"] == ("at-the-bound" if wanted_fen == limit_fen else None)
            cuts += 1
        elif steady:
            assert found[account_id]["obstacle"] in ("consent-missing", "not-open", "at-the-bound")
        else:
            assert account_id not in found
    assert cuts > 10
    done = run("limits", "apply", "--all", *at).data["applied"]
    assert len(done) == sum(line["obstacle"] is None for line in found.values())
    with sqlite3.connect(path) as connection:
        limits = dict(connection.execute("SELECT account_id, limit_fen FROM accounts"))
    assert all(limits[each["account_id"]] == found[each["account_id"]]["proposed_fen"] for each in done)
    assert run("check", *at).data["findings"] == []
