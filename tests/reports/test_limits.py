"""`report limits` on the portfolio: the bands equal those counted by SQL from the accounts."""

from __future__ import annotations

from baitiao_cli.messages.definitions import definition_of
from baitiao_cli.reports.limits import band_of

ACCOUNTS = "SELECT account_id, limit_fen, used_fen + held_fen AS taken FROM accounts WHERE status NOT IN ({})"
GONE = "'closed', 'charged-off', 'written-off'"


def band(taken: int, limit: int) -> str:
    if taken == 0:
        return "unused"
    return next((f"up-to-{last}" for last in (25, 50, 75, 100) if taken / limit <= last / 100), "over")


def test_bands_are_those_of_the_accounts(report, sql) -> None:
    data = report("limits", "--json").data
    accounts = [row for row in sql(ACCOUNTS.format(GONE)) if row["limit_fen"]]
    for row in data["rows"]:
        inside = [each for each in accounts if band(each["taken"], each["limit_fen"]) == row["band"]]
        assert row["account_count"] == len(inside)
        assert row["limit_fen"] == sum(each["limit_fen"] for each in inside)
        assert row["taken_fen"] == sum(each["taken"] for each in inside)
        assert row["left_fen"] == sum(max(0, each["limit_fen"] - each["taken"]) for each in inside)
        told = report("limits", "--explain", row["band"], "--json").data["accounts"]
        assert [each["account_id"] for each in told] == [each["account_id"] for each in inside]
    totals = data["totals"]
    assert totals["account_count"] == len(accounts) > 60
    assert totals["use_pct"] == f"{100 * totals['taken_fen'] / totals['limit_fen']:.2f}"


def test_examples_of_the_definitions(run, tmp_path) -> None:
    assert [band_of(fen, 1_000_00) for fen in (250_00, 250_01, 1_000_01)] == ["up-to-25", "up-to-50", "over"]
    assert "250.01 up to 50%" in definition_of("limit-use", "share-used").example.en

    def at(*arguments: str):
        return run(*arguments, "--today", "2026-01-05", "--ledger", str(tmp_path / "ledger.db"), "--json").data

    at("init")
    at("open", "--name", "x", "--limit", "1000")
    at("open", "--name", "y", "--limit", "3000")
    at("charge", "A1", "400")
    at("hold", "A1", "100")
    rows = {row["band"]: row for row in at("report", "limits")["rows"]}
    assert (rows["up-to-50"]["taken_fen"], rows["unused"]["account_count"]) == (500_00, 1)
    assert at("report", "limits")["totals"]["use_pct"] == "12.50"
