"""Terms that a tier may choose: one place says it, and quotes, purchases, conversions, sheets and scores follow.

`ours` is `inst` (A 0.5%, B 0.6%, C 0.8%, D 1% a period; 3, 6, 12 or 24 installments); of them C may choose 3 or 6, D 3.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from baitiao_cli.products.catalogue import FOLDER

TODAY = "2026-02-05"
COUNTS = (3, 6, 12, 24)
CHOOSES = {"A": COUNTS, "B": COUNTS, "C": (3, 6), "D": (3,)}
FEE_FEN = {"A": 3_00, "B": 3_60, "C": 4_80, "D": 6_00}  # of 600.00


@pytest.fixture(autouse=True)
def ours(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ours.toml"
    text = (FOLDER / "inst.toml").read_text("utf-8").replace('id = "inst"', 'id = "ours"')
    path.write_text(text + "\n[installments_by_tier]\nC = [3, 6]\nD = [3]\n", "utf-8")
    return path


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("tier", "ABCD")
def test_quotes_and_purchases_are_those_of_the_tier(at, tier, count):
    if tier != "B":
        at(TODAY, "tier", "A1", tier)
    of_product = ("--product", "ours.toml", "--installments", str(count), "--json")
    asked = [
        ("quote", "600", "--tier", tier, "--on", TODAY, *of_product),
        ("quote", "600", "--account", "A1", *of_product),
        ("hold", "A1", "600", *of_product, "--dry-run"),
        ("charge", "A1", "600", *of_product),
        ("convert", "A1", "--amount", "300", *of_product),
    ]
    for words in asked:
        result = at(TODAY, *words)
        if count in CHOOSES[tier]:
            fee_fen = FEE_FEN[tier] // (2 if words[0] == "convert" else 1)
            rows = result.data["rows"] if words[0] != "hold" else []
            assert all(row["fee_fen"] == fee_fen for row in rows), words
        else:
            assert {key: result.error[key] for key in ("code", "message", "hint")} == {
                "code": "installments-not-for-tier",
                "message": f"Product ours is not for tier {tier} in {count} installments.",
                "hint": f"That tier may choose {', '.join(map(str, CHOOSES[tier]))}; see: baitiao product ours",
            }, words


def test_what_no_tier_may_choose_names_what_this_one_may(at):
    error = at(TODAY, "quote", "600", "--product", "ours.toml", "--tier", "C", "--installments", "5", "--json").error
    assert (error["code"], error["message"]) == (
        "installments-not-offered",
        "Product ours offers 3, 6 as the number of installments, not 5.",
    )


def test_a_comparison_is_of_what_the_tier_may_choose(at):
    compare = ("quote", "600", "--product", "ours.toml", "--compare")
    assert at(TODAY, *compare, "3,6", "--tier", "C").status == 0
    assert at(TODAY, *compare, "3,6,12", "--tier", "C", "--json").error["code"] == "installments-not-for-tier"
    assert at(TODAY, *compare, "3,6,12", "--tier", "A").status == 0


def test_a_plan_that_was_agreed_stays_whatever_its_tier_may_choose_now(at):
    rows = at(TODAY, "charge", "A1", "600", "--product", "ours.toml", "--installments", "12", "--json").data["rows"]
    at(TODAY, "tier", "A1", "D")
    now = at(TODAY, "schedule", "A1P3", "--json").data["rows"]
    assert [(row["due_on"], row["total_fen"]) for row in now] == [(row["due_on"], row["total_fen"]) for row in rows]
    anew = at("2026-02-06", "restructure", "A1P3", "--installments", "18", "--reason", "illness", "--json").data
    assert (anew["installments"], anew["rate"]) == (
        18,
        "0.6%/period",
    )  # at its own price, and longer than any may choose


def test_the_sheet_and_the_product_tell_it(at):
    for tier, chosen in CHOOSES.items():
        data = at(TODAY, "product", "sheet", "ours.toml", "--tier", tier, "--json").data
        assert sorted({example["installments"] for example in data["examples"]}) == list(chosen)
    out = at(TODAY, "product", "ours.toml").out
    assert "B\t0.6% a period\t3, 6, 12, 24" in out
    assert "D\t1% a period\t3\n" in out
    assert at(TODAY, "product", "ours.toml", "--json").data["installments_by_tier"] == {"C": [3, 6], "D": [3]}


@pytest.mark.parametrize("said", ["C = []", "C = [6, 3]", "C = [3, 5]", "C = [3, 3]"])
def test_a_tier_may_choose_of_what_there_is(at, ours, said):
    ours.write_text(ours.read_text("utf-8").replace("C = [3, 6]", said), "utf-8")
    error = at(TODAY, "product", "ours.toml", "--json").error
    assert error["code"] == "product-file-invalid"
    assert "installments_by_tier must give a tier some of the installments, rising" in error["message"]


def test_another_tier_than_four_is_none(at, ours):
    ours.write_text(ours.read_text("utf-8").replace("C = [3, 6]", "E = [3]"), "utf-8")
    assert at(TODAY, "product", "ours.toml", "--json").error["code"] == "product-file-invalid"


def test_a_score_explained_tells_what_its_tier_may_choose(at, monkeypatch, ours):
    from baitiao_cli.products.catalogue import read_product
    from baitiao_cli.show.desk import score

    monkeypatch.setattr(score, "load_products", lambda: {"ours": read_product(ours)})
    out = at("2026-04-20", "score", "A1", "--explain").out  # late since February: tier D
    assert "ours\t1% a period\t3\n" in out


def test_a_quote_for_nobody_is_for_its_tier(at):
    def quoted(*words: str) -> str:
        return at(TODAY, "quote", "600", "--product", "inst", "--installments", "3", *words, "--json").data["quote_id"]

    for_a, for_b = quoted("--tier", "A"), quoted()
    error = at(TODAY, "charge", "A1", "600", "--quote", for_a, "--json").error
    assert (error["code"], error["message"]) == (
        "quote-of-another-tier",
        f"Quote {for_a} is for another tier than B, that of A1, and has another price.",
    )
    assert at(TODAY, "charge", "A1", "600", "--quote", for_b, "--json").data["rows"][0]["fee_fen"] == 3_60
    of_ones_own = at(TODAY, "quote", "600", "--fee", "0.5%", "--installments", "3", "--json").data["quote_id"]
    assert at(TODAY, "charge", "A1", "600", "--quote", of_ones_own).status == 0


def test_a_recording_of_a_plan_that_its_tier_could_not_choose_any_more(at, tmp_path):
    """Told again by the file as it is now, the terms are those of a product that offers them."""
    at(TODAY, "charge", "A1", "600", "--product", "ours.toml", "--installments", "12")
    told = tmp_path / "told.toml"
    assert at(TODAY, "scenario", "record", "A1", "-o", str(told)).status == 0
    kept = tmp_path / "again.db"
    assert at(TODAY, "scenario", "run", str(told), "--keep", str(kept)).status == 0
    again = at(TODAY, "schedule", "A1P3", "--json", "--ledger", str(kept)).data
    assert json.dumps(again["rows"]) == json.dumps(at(TODAY, "schedule", "A1P3", "--json").data["rows"])
