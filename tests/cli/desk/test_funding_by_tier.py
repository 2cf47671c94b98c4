"""Shares that are agreed for a tier: by hand on one account, and on the portfolio by its events and SQL alone."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

DAY = "2026-06-30"
PLAN_MAKERS = "purchase-made", "bill-converted", "balance-restructured", "dispute-lost"


@pytest.fixture
def desk(desk: Callable[..., Any]) -> Callable[..., Any]:
    """Runs a command line in a ledger with East (F1), West (F2): 70% and 30% of `inst`, of tier D all West's."""
    desk("2026-07-01", "fund", "inst", "F1=70%,F2=30%")
    desk("2026-07-01", "fund", "inst", "F2=100%", "--tier", "D", "--service", "10%")
    return desk


def owed(desk: Callable[..., Any], plan_id: str, today: str) -> tuple[str, str, dict[str, int]]:
    """The tier of a plan, what was agreed for it, and whose its principal is, in fen."""
    told = desk(today, "funding", plan_id, "--json").data
    parts = {
        share["funder_id"]: share["amount_fen"]
        for share in told["shares"]
        if (share["kind"], share["side"]) == ("principal", "owed")
    }
    return told["tier"], told["record_id"], parts


def test_a_plan_is_shared_by_the_tier_of_its_purchase(desk) -> None:
    buy = ("charge", "A1", "1000.01", "--installments", "3")
    desk("2026-07-05", *buy)
    desk("2026-07-10", "tier", "A1", "D")
    desk("2026-07-10", *buy)
    desk("2026-07-20", "tier", "A1", "A")
    desk("2026-07-20", *buy)
    assert owed(desk, "A1P1", "2026-07-20") == ("B", "D3", {"F1": 70_001, "F2": 30_000})
    assert owed(desk, "A1P2", "2026-07-20") == ("D", "D4", {"F2": 100_001})
    assert owed(desk, "A1P3", "2026-07-20") == ("A", "D3", {"F1": 70_001, "F2": 30_000})
    desk("2026-07-21", "tier", "A1", "D", "--on", "2026-07-01")  # entered later for an earlier day: nothing moves
    desk("2026-07-21", "fund", "inst", "F1=100%", "--tier", "B", "--from", "2026-07-01")
    assert owed(desk, "A1P1", "2026-07-21") == ("B", "D3", {"F1": 70_001, "F2": 30_000})


def test_statement_settlement_and_report_follow(desk) -> None:
    """1,000.01 of tier D: three fees of 1% of it, 10.00 each; a tenth is the lender's, 9.00 West's."""
    desk("2026-07-10", "tier", "A1", "D")
    desk("2026-07-10", "charge", "A1", "1000.01", "--installments", "3")
    desk("2026-08-12", "accrue")
    desk("2026-08-12", "repay", "A1", "343.33")  # 333.33 and 10.00
    lines = {row["kind"]: row for row in desk("2026-08-12", "funder-statement", "F2", "--json").data["lines"]}
    assert (lines["principal"]["closing_fen"], lines["principal"]["due_fen"]) == (66_668, -66_668)
    assert (lines["fee"]["due_fen"], lines["fee"]["earned_fen"]) == (900, 900)
    assert desk("2026-08-12", "funder-statement", "F1", "--json").data["lines"] == []
    settled = desk("2026-08-12", "funder-settle", "F2", "--through", "2026-08-12", "--json").data
    assert settled["due_fen"] == -66_668 + 900
    report = desk("2026-08-12", "report", "funding", "--json")
    assert report.status == 0
    (owed_parts,) = (row["parts"] for row in report.data["rows"] if row["side"] == "owed")
    assert {part["funder_id"]: part["amount_fen"] for part in owed_parts if part["amount_fen"]} == {"F2": 66_668}


def test_it_is_told(desk) -> None:
    desk("2026-07-10", "tier", "A1", "D")
    desk("2026-07-10", "charge", "A1", "600", "--installments", "3")
    assert (
        "Whose A1P1 is (inst, tier D, agreed in D4)" in desk("2026-07-10", "explain", "A1P1", "--figure", "funding").out
    )
    assert "Tier\tD\n" in desk("2026-07-10", "explain", "D4").out
    assert [row["tier"] for row in desk("2026-07-10", "funders", "--json").data["agreements"]] == [None, "D"]
    assert "D4\tinst\tD\t2026-07-01\tF2 100%\t10%" in desk("2026-07-10", "funders").out
    assert "定价档 D" in desk("2026-07-10", "funding", "A1P1", "--lang", "zh").out


def test_what_a_dispute_gives_back_goes_on_as_its_purchase(desk) -> None:
    desk("2026-07-05", "charge", "A1", "900", "--installments", "3")
    dispute = desk("2026-07-06", "dispute", "A1P1", "--cause", "not-received", "--json").data["event_id"]
    desk("2026-07-10", "tier", "A1", "D")
    desk("2026-07-11", "resolve", dispute, "lost", "--reason", "x")
    tier, record_id, parts = owed(desk, "A1P2", "2026-07-11")
    assert (tier, record_id, parts) == ("B", "D3", {"F1": 63_000, "F2": 27_000})


def test_a_captured_hold_is_of_the_tier_in_which_it_was_placed(desk) -> None:
    desk("2026-07-05", "hold", "A1", "100", "--installments", "3")
    desk("2026-07-06", "tier", "A1", "D")
    desk("2026-07-07", "capture", "A1H1")
    assert owed(desk, "A1P1", "2026-07-07") == ("B", "D3", {"F1": 7_000, "F2": 3_000})


@pytest.fixture(scope="module")
def funded(portfolio: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portfolio whose `inst` plans of tier C and D are West's, others East's; then some move a tier and buy."""
    from baitiao_cli.cli.main import main

    path = tmp_path_factory.mktemp("by-tier") / "ledger.db"
    shutil.copyfile(portfolio, path)
    where = ("--ledger", str(path), "--today", DAY, "--json")
    early = ("--from", "2025-01-01")
    lines = [
        ["funder", "East"],
        ["funder", "West"],
        ["fund", "inst", "F2=100%", "--tier", "C", *early],
        ["fund", "inst", "F2=60%,F0=40%", "--tier", "D", *early],
        ["fund", "inst", "F1=100%", *early],
    ]
    with closing(sqlite3.connect(path)) as db:
        found = db.execute(
            "SELECT account_id, tier FROM accounts WHERE status = 'open' AND limit_fen - used_fen > 200000"
            " ORDER BY number"
        )
        for account_id, tier in [*found][:6]:
            lines += [["tier", account_id, {"A": "D", "B": "C", "C": "A", "D": "B"}[tier]]]
            lines += [["charge", account_id, "99.99", "--installments", "3"]]
    for line in lines:
        assert main([*line, *where]) == 0, line
    return path


def test_of_the_portfolio_each_plan_is_whose_its_tier_says(funded: Path, run) -> None:
    """By the facts as they stand in the file, in the order recorded: the tier of each account as it bought."""
    tiers: dict[str, str] = {}
    of_plan: dict[str, str] = {}
    with closing(sqlite3.connect(funded)) as db:
        for account_id, body in db.execute("SELECT account_id, body FROM events ORDER BY sequence"):
            fact = json.loads(body)
            if fact["kind"] in ("account-opened", "tier-changed", "account-reopened"):
                tiers[account_id] = fact["tier"]
            elif fact["kind"] in PLAN_MAKERS:
                of_plan[fact["plan_id"]] = tiers[account_id]
        left = dict(db.execute("SELECT plan_id, financed_fen FROM plans WHERE product_id = 'inst'"))
        booked = db.execute(
            "SELECT plan_id, sum(amount_fen) FROM posting_groups JOIN postings USING (group_number)"
            " WHERE ledger_account IN ('principal', 'disputed') GROUP BY 1"
        )
        owed = {plan_id: fen for plan_id, fen in booked if plan_id in left}
    expected: Counter[str] = Counter()
    for plan_id, fen in owed.items():
        if of_plan[plan_id] == "D":
            whole, rest = divmod(fen * 60, 100)
            west = whole + (rest > 50)  # of two remainders that sum to one the larger has the odd fen
            if rest == 50:
                west = whole  # a tie goes to the lower number, F0
            expected.update({"F2": west, "F0": fen - west})
        else:
            expected[{"C": "F2"}.get(of_plan[plan_id], "F1")] += fen
    assert len(owed) > 30 and {*of_plan.values()} == {*"ABCD"}
    where = ("--ledger", str(funded), "--today", DAY, "--json")
    for funder_id in ("F1", "F2"):
        lines = {row["kind"]: row for row in run("funder-statement", funder_id, *where).data["lines"]}
        assert lines["principal"]["closing_fen"] == expected[funder_id]
    report = run("report", "funding", *where)
    assert (report.status, [row["difference_fen"] for row in report.data["rows"]]) == (0, [0, 0, 0])
