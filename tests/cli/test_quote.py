"""`quote`: the document that other programs read, what follows from what is left open, what does not fit together."""

from __future__ import annotations

import json

import pytest

MONTHLY_FEE = ["quote", "1000", "--installments", "12", "--fee", "0.6%", "--on", "2024-01-12"]


def test_the_document_of_a_monthly_fee(run):
    # 1000 / 12 = 83.33 and a third; 12 x 83.33 = 999.96, so the last is 83.37. Fee 1000 x 0.6% = 6.00 a period.
    # 13.03% and 13.84% are the published simple and compound rates of 12 x 0.6%.
    result = run(*MONTHLY_FEE, "--json")
    document = json.loads(result.out)
    data = document["data"]
    assert (document["schema"], document["as_of"]) == ("baitiao/v1", "2024-01-12")
    assert data["rows"][0] == {
        "number": 1,
        "due_on": "2024-02-12",
        "principal_fen": 8333,
        "interest_fen": 0,
        "fee_fen": 600,
        "total_fen": 8933,
        "balance_fen": 91667,
    }
    assert data["rows"][11]["principal_fen"] == 8337
    assert data["totals"] == {"principal_fen": 100000, "interest_fen": 0, "fee_fen": 7200, "total_fen": 107200}
    assert data["annual_rate"] == {"simple_pct": "13.03", "compound_pct": "13.84"}


def test_the_document_of_equal_payments(run):
    # First period: 31 nights of January, 10000 x 12% x 31/365 = 101.92.
    data = run(
        *["quote", "10000", "--installments", "6", "--method", "equal-payment", "--annual-rate", "12"],
        *["--day-count", "actual/365", "--on", "2024-01-12", "--json"],
    ).data
    assert data["rows"][0]["interest_fen"] == 10192
    assert sum(row["principal_fen"] for row in data["rows"]) == 1_000_000
    assert data["rows"][-1]["balance_fen"] == 0


@pytest.mark.parametrize(
    ("price", "method"),
    [
        (["--fee", "0.6%"], "fee-per-period"),
        (["--installments", "3", "--fee", "0.6%"], "fee-per-period"),
        (["--installments", "3", "--annual-rate", "12"], "equal-payment"),
        (["--installments", "3", "--daily-rate", "0.03%"], "equal-payment"),
        ([], "single"),
    ],
)
def test_the_method_follows_from_the_price(run, price, method):
    assert run("quote", "1000", *price, "--json").data["method"] == method


def test_installments_without_a_price_are_refused(run):
    assert run("quote", "1000", "--installments", "3", "--json").error["code"] == "fee-missing"


def test_a_down_payment_is_row_0_on_the_start_date(run):
    data = run(*MONTHLY_FEE, "--down-payment", "25%", "--json").data
    assert data["rows"][0] == {
        "number": 0,
        "due_on": "2024-01-12",
        "principal_fen": 25000,
        "interest_fen": 0,
        "fee_fen": 0,
        "total_fen": 25000,
        "balance_fen": 75000,
    }
    # The fee is of what is financed: 750 x 0.6% = 4.50.
    assert data["rows"][1]["fee_fen"] == 450
    same = run(*MONTHLY_FEE, "--down-payment", "250", "--json")
    assert same.data["rows"] == data["rows"]


def test_periods_and_first_due_date(run):
    weeks = run("quote", "90", "--installments", "3", "--fee", "0", "--every", "2", "--unit", "weeks",
                "--on", "2024-01-31", "--json").data  # fmt: skip
    assert [row["due_on"] for row in weeks["rows"]] == ["2024-02-14", "2024-02-28", "2024-03-13"]
    first = run("quote", "90", "--installments", "2", "--fee", "0", "--on", "2024-01-10",
                "--first-due", "2024-01-31", "--json").data  # fmt: skip
    assert [row["due_on"] for row in first["rows"]] == ["2024-01-31", "2024-02-29"]


def test_free_periods_bear_no_fee(run):
    data = run(*MONTHLY_FEE, "--free-periods", "2", "--json").data
    assert [row["fee_fen"] for row in data["rows"]] == [0, 0] + [600] * 10


def test_a_product_gives_its_terms(run):
    # inst, tier B: 0.60% a period on 1000 = 6.00; tier A 0.50% = 5.00.
    tier_b = run("quote", "1000", "--product", "inst", "--installments", "12", "--json").data
    tier_a = run("quote", "1000", "--product", "inst", "--installments", "12", "--tier", "A", "--json").data
    assert (tier_b["totals"]["fee_fen"], tier_a["totals"]["fee_fen"]) == (7200, 6000)


def test_a_deferral_has_free_days(run):
    # 60 days, 30 of them free, then 30 x 0.04% of 1000 = 12.00.
    data = run("quote", "1000", "--product", "defer60", "--on", "2026-01-01", "--json").data
    assert [(row["due_on"], row["interest_fen"]) for row in data["rows"]] == [("2026-03-02", 1200)]


def test_what_a_product_fixes_cannot_be_given_as_well(run):
    error = run("quote", "1000", "--product", "inst", "--fee", "1%", "--json").error
    assert error["code"] == "options-exclusive"
    assert "--product, --fee" in error["message"]
    both = run("quote", "1000", "--annual-rate", "12", "--daily-rate", "0.03%", "--json").error
    assert both["code"] == "options-exclusive"


def test_what_lateness_costs_and_that_there_is_nothing_else_is_told_with_a_product(run):
    out = run("quote", "1000", "--product", "inst").out
    assert "Paying late: 0.05% a day" in out
    assert "There are no other fees." in out


def test_a_price_above_the_cap_of_its_day_is_told(run):
    # 1.2% a period breaks 24% at 6, 12 and 24 periods; the cap is in force from 2025-10-01.
    dear = ["quote", "1000", "--fee", "1.2%", "--installments"]
    for count in ("6", "12", "24"):
        assert "above the cap of 24%" in run(*dear, count, "--on", "2025-10-01").out
    assert "above the cap" not in run(*dear, "12", "--on", "2025-09-30").out
    assert "above the cap" not in run(*MONTHLY_FEE, "--today", "2026-01-01").out


def test_csv_has_the_keys_of_the_document_and_whole_fen(run):
    lines = run(*MONTHLY_FEE, "--csv").out.splitlines()
    assert lines[0] == "number,due_on,principal_fen,interest_fen,fee_fen,total_fen,balance_fen"
    assert lines[1] == "1,2024-02-12,8333,0,600,8933,91667"
    assert len(lines) == 13


def test_plain_has_tabs_labels_with_the_unit_and_totals(run):
    lines = run(*MONTHLY_FEE, "--plain").out.splitlines()
    assert lines[1].split("\t")[2] == "Principal (yuan)"
    assert lines[2].split("\t") == ["1", "2024-02-12", "83.33", "0.00", "6.00", "89.33", "916.67"]
    assert lines[14].split("\t") == ["Total", "", "1,000.00", "0.00", "72.00", "1,072.00", ""]
    assert run(*MONTHLY_FEE, "--plain", "--lang", "zh").out.splitlines()[1].split("\t")[2] == "本金(元)"
