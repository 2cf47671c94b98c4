"""`report profit` on the portfolio: all figures by SQL from the journal, over all its days."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from baitiao_cli.messages.definitions import definition_of
from baitiao_cli.reports.profit import yearly_pct
from tests.reports.conftest import TODAY

LINES = """
SELECT ledger_account, amount_fen, posting_groups.effective_on AS day, tier, substr(opened_on, 1, 7) AS cohort,
  posting_groups.account_id, CASE WHEN product_id IS NULL OR method = 'single' AND NOT is_free THEN 'revolving'
  ELSE product_id END AS product
FROM postings JOIN posting_groups USING (group_number) JOIN accounts USING (account_id)
LEFT JOIN (SELECT plan_id, product_id, method, product_id = 'free' AS is_free FROM plans) USING (plan_id)
"""
INCOME = ["interest_income", "fee_income", "late_charge_income", "subsidy_income", "discount_income", "recoveries"]
FROM = date(2025, 6, 1)
DAYS = (TODAY - FROM).days + 1


@pytest.mark.parametrize("by", ["product", "tier", "cohort"])
def test_income_costs_and_yield_are_those_of_the_journal(report, sql, by) -> None:
    data = report("profit", "--by", by, "--from", str(FROM), "--json").data
    sums: dict[str, Counter[str]] = {}
    for line in sql(LINES):
        own = sums.setdefault(line[by], Counter())
        name, fen = line["ledger_account"], line["amount_fen"]
        own["income"] -= fen if name in INCOME else 0
        own["interest"] -= fen if name == "interest_income" else 0
        own["given_up"] += fen if name in ("waivers", "goodwill") else 0
        own["losses"] += fen if name == "loan_losses" else 0
        if name in ("principal", "disputed", "loss_allowance"):
            own["fen_days"] += fen * ((TODAY - date.fromisoformat(line["day"])).days + 1)
    told = {row["name"]: row for row in data["rows"]}
    assert set(told) == {name for name, own in sums.items() if +own}
    for name, row in told.items():
        own = sums[name]
        assert (row["income_fen"], row["interest_fen"]) == (own["income"], own["interest"])
        assert (row["given_up_fen"], row["losses_fen"]) == (own["given_up"], own["losses"])
        assert row["profit_fen"] == own["income"] - own["given_up"] - own["losses"]
        assert row["average_fen"] == pytest.approx(own["fen_days"] / DAYS, abs=0.5)
        assert float(row["yield_pct"]) == pytest.approx(36500 * own["income"] / own["fen_days"], abs=0.0051)
    assert data["totals"]["income_fen"] == sum(own["income"] for own in sums.values()) > 0


def test_behind_a_name_are_its_accounts(report) -> None:
    rows = report("profit", "--by", "tier", "--json").data["rows"]
    for row in rows:
        behind = report("profit", "--by", "tier", "--explain", row["name"], "--json").data["accounts"]
        assert sum(each["income_fen"] for each in behind) == row["income_fen"]
    assert report("profit", "--explain", "nothing").status == 2
    assert report("profit", "--from", "2026-07-01").status == 2
    assert report("profit", "--as-of", "2020-01-01").status == 0


def test_by_tier_a_plan_is_of_the_tier_of_its_purchase(run, tmp_path, monkeypatch) -> None:
    """600.00 in 3 at tier B, 0.6% a period, and at D, 1%; the account is of tier A in the end."""
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "tiers.db"))
    run("init", "--today", "2026-01-05")
    run("open", "--name", "x", "--limit", "20000", "--today", "2026-01-05")
    for tier in ("D", "A"):
        run("charge", "A1", "600", "--installments", "3", "--today", "2026-02-05")
        run("tier", "A1", tier, "--today", "2026-02-05")
    run("accrue", "--today", "2026-05-20")
    rows = run("report", "profit", "--by", "tier", "--today", "2026-05-20", "--json").data["rows"]
    assert {row["name"]: row["fees_fen"] for row in rows} == {"B": 10_80, "D": 18_00}
    assert "10.80 and 18.00" in definition_of("profit", "by-tier").example.en


def test_examples_of_the_definitions() -> None:
    assert yearly_pct(50_00, 1_000_00 * 73) == "25.00"
    assert "25.00%" in definition_of("profit", "yield").example.en
    assert 1_000_00 * 73 / 365 == 200_00
    assert 12_00 + 35_99 + 36_00 == 83_99
    assert 83_99 - (2_62 + 20_00) == 61_37
