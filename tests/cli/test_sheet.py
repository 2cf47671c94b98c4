"""`product sheet`: its figures by hand, as a real ledger charges them, and for every product of the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from baitiao_cli.products.catalogue import product_ids

ON = ("--on", "2026-01-12", "--today", "2026-01-12")


def test_installments_by_hand(run) -> None:
    data = run("product", "sheet", "inst", *ON, "--json").data
    told = {(one["amount_fen"], one["installments"]): one for one in data["examples"]}
    assert [*told] == [(fen, count) for fen in (1_000_00, 5_000_00, 10_000_00) for count in (3, 6, 12, 24)]
    # 1,000.00 in 12 at 0.6% a period: 83.33 + 6.00 a month; PBoC notice 2021-3: 13.03%, compound 13.84%
    assert told[1_000_00, 12] == {
        "amount_fen": 1_000_00,
        "installments": 12,
        "first_payment_fen": 89_33,
        "cost_fen": 72_00,
        "total_fen": 1_072_00,
        "simple_pct": "13.03",
        "compound_pct": "13.84",
    }
    assert (data["worked"]["amount_fen"], len(data["worked"]["rows"])) == (1_000_00, 12)
    assert [one["example_fen"] for one in data["worked"]["late_costs"]] == [1_34]  # 89.33 x 0.05% x 30 = 1.33995
    # Settled 45 days later: one row was paid; the rest and the fee of the running period, the other ten fall away.
    assert data["payoff_example"] == {
        "on": "2026-02-26",
        "paid_before_fen": 89_33,
        "principal_fen": 916_67,
        "interest_fen": 0,
        "fee_fen": 6_00,
        "total_fen": 922_67,
        "saved_fen": 60_00,
    }


@pytest.mark.parametrize("tier", ["A", "D"])
@pytest.mark.parametrize("product_id", product_ids())
def test_a_ledger_charges_what_the_sheet_says(run, tmp_path, monkeypatch, product_id, tier) -> None:
    """Bought on the day by the quote of the example, paid as due and asked what settles it."""
    data = run("product", "sheet", product_id, "--tier", tier, *ON, "--json").data
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "shop.db"))
    run("init")
    run("open", "--name", "x", "--limit", "200000", "--tier", tier, "--today", "2026-01-12")
    for example in data["examples"]:
        asked = (
            f"{example['amount_fen'] // 100}",
            "--product",
            product_id,
            "--installments",
            str(example["installments"]),
        )
        quote = run("quote", *asked, "--tier", tier, *ON, "--json").data
        rows = [row for row in quote["rows"] if row["number"]]
        assert (rows[0]["total_fen"], sum(row["total_fen"] for row in rows)) == (
            example["first_payment_fen"],
            example["total_fen"],
        )
        assert quote["annual_rate"] == ({key: example[key] for key in example if key.endswith("_pct")} or None)
    worked, payoff = data["worked"], data["payoff_example"]
    if payoff is None:
        return
    amount = f"{worked['amount_fen'] // 100}"
    asked = ("--product", product_id, "--installments", str(len(worked["rows"])), "--tier", tier)
    quote_id = run("quote", amount, *asked, *ON, "--json").data["quote_id"]
    charged = run("charge", "A1", amount, "--quote", quote_id, "--today", "2026-01-12", "--json")
    assert charged.status == 0, charged.err
    for row in worked["rows"]:
        if row["due_on"] <= payoff["on"]:
            paid = f"{row['total_fen'] // 100}.{row['total_fen'] % 100:02}"
            assert run("repay", "A1", paid, "--today", row["due_on"]).status == 0
    settled = run("payoff", "A1", "--plan", "A1P1", "--on", payoff["on"], "--today", payoff["on"], "--json").data
    assert settled["total_fen"] == payoff["total_fen"]


def test_what_is_changed_in_a_file_changes_the_sheet(run, tmp_path) -> None:
    shipped = Path(__file__).parents[2] / "baitiao_cli" / "products" / "inst.toml"
    mine = tmp_path / "mine.toml"
    mine.write_text(
        shipped.read_text("utf-8").replace('id = "inst"', 'id = "mine"').replace("B = 6_000_000", "B = 7_000_000")
    )
    data = run("product", "sheet", str(mine), *ON, "--json").data
    assert data["examples"][2]["cost_fen"] == 84_00  # 12 x 0.7% of 1,000.00
    assert "0.7%" in run("product", "sheet", str(mine), *ON).out


@pytest.mark.parametrize("product_id", product_ids())
def test_every_sheet_is_a_page_in_both_languages(run, tmp_path, product_id) -> None:
    for language, told in (("en", "not an offer"), ("zh", "示例")):
        page = tmp_path / f"{language}.html"
        assert run("product", "sheet", product_id, *ON, "--lang", language, "--html", "-o", str(page)).status == 0
        assert told in page.read_text("utf-8")


def test_a_tier_is_called_the_same_throughout_in_chinese(run):
    told = run("product", "sheet", "inst", "--lang", "zh").out
    assert "(定价档 B)" in told
    assert "价格档" not in told
