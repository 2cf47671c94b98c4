"""The shop's month in `examples/`: the files run as they are, and their figures can be worked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def shop(run, tmp_path, monkeypatch):
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "shop.db"))
    monkeypatch.setenv("BAITIAO_TODAY", "2026-02-10")
    run("init")
    return run


@pytest.mark.parametrize("name", ["shop_month.csv", "shop_month.jsonl"])
def test_the_month_and_its_figures(shop, name):
    answer = shop("batch", str(EXAMPLES / name), "--json")
    assert answer.data["count"] == 11
    # A1 paid its bill, 535.90 + 400.00. Left: 5999 - 499.91, and 2500.00 borrowed on 25 January, 16 nights ago,
    # at 0.03% a day: 2500 x 0.03% x 16 = 12.00.
    first = shop("show", "A1", "--json").data
    assert (first["due_fen"], first["used_fen"], first["owed_fen"]) == (0, 549909 + 250000, 549909 + 250000 + 1200)
    # A2 owes on 12 February 86.50 + (400.00 + 7.20) + 299.66 = 793.36, less the 500.00 that came in.
    second = shop("show", "A2", "--json").data
    assert (second["next_due_on"], second["next_due_fen"]) == ("2026-02-12", 29336)
    bill = shop("statement", "A2", "--json").data
    assert (bill["amount_due_fen"], bill["adjustment_fen"]) == (79336, 0)
    assert shop("check", "--full", "--json").data["findings"] == []


def test_both_files_tell_the_same(shop):
    csv, json = (shop("batch", str(EXAMPLES / name), "--dry-run", "--json").data for name in NAMES)
    for one, other in zip(csv["results"], json["results"], strict=True):
        assert one["result"] == other["result"]


NAMES = ("shop_month.csv", "shop_month.jsonl")


def test_a_second_run_changes_nothing(shop):
    shop("batch", str(EXAMPLES / "shop_month.csv"))
    before = shop("check", "--json").data["head"]
    again = shop("batch", str(EXAMPLES / "shop_month.csv"))
    assert again.status == 0
    assert shop("check", "--json").data["head"] == before


@pytest.mark.needs_tool("sh")
def test_the_script(play, tmp_path):
    out = play("shop_month.sh", str(tmp_path / "shop.db"))
    assert "All is well." in out
    # A1 uses 5,999.00 - 499.91 + 2,500.00 = 7,999.09. A2 bought for 86.50 + 1,200.00 + 899.00 = 2,185.50; of its 500.00
    # 7.20 paid the fee and 492.80 principal: 1,692.70. Together 9,691.79.
    assert "Total\t\t\t28,000.00\t9,691.79" in out
