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
    # 0.05% x 365 = 18.25% a year; the first 339.33, 30 days late: 339.33 x 1.5% = 5.08995 -> 5.09.
    quoted = run("quote", "1000", "--product", "inst")
    assert "late charge\t0.05% a day\twhat is overdue\t18.25%\t5.09" in quoted.out
    assert "There are no other fees." in quoted.out
    late = run("quote", "1000", "--product", "inst", "--json").data["late_costs"]
    price = {"item": "late-besides", "daily_ppb": 500_000, "base": "overdue", "floor_fen": 1, "grace_days": 0}
    assert late == [price | {"simple_pct": "18.25", "example_fen": 509}]
    assert "A late day costs at least 0.01 yuan" in quoted.out
    assert "Paying late costs nothing" in run(*MONTHLY_FEE).out


def test_a_price_above_the_cap_of_its_day_is_told(run):
    # 1.2% a period breaks 24% at 6, 12 and 24 periods; the cap is in force from 2025-10-01.
    dear = ["quote", "1000", "--fee", "1.2%", "--installments"]
    for count in ("6", "12", "24"):
        assert "above the cap of 24.00%" in run(*dear, count, "--on", "2025-10-01").out
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


PHONE = ["quote", "5999", "--account", "A1", "--installments", "3"]


def test_each_item_of_the_price_has_its_own_annual_rate(run):
    # A single payment of 1000 after one month with a fee of 6.00 is 0.6% a month: 7.20% simple, 1.006^12 - 1 = 7.44%.
    data = run("quote", "1000", "--fee", "0.6%", "--on", "2026-01-12", "--json").data
    assert data["costs"] == [
        {"item": "interest", "cost_fen": 0, "annual_rate": {"simple_pct": "0.00", "compound_pct": "0.00"}},
        {
            "item": "fee",
            "rate_ppb": 6_000_000,
            "rate_per": "period",
            "cost_fen": 600,
            "annual_rate": {"simple_pct": "7.20", "compound_pct": "7.44"},
        },
        {"item": "all", "cost_fen": 600, "annual_rate": {"simple_pct": "7.20", "compound_pct": "7.44"}},
    ]


def test_plans_are_set_side_by_side(run):
    # 0.6% of 1200 is 7.20 a period: 3 x 7.20 = 21.60, 12 x 7.20 = 86.40; 400 + 7.20, 100 + 7.20.
    result = run("quote", "1200", "--product", "inst", "--compare", "3,12", "--on", "2026-01-12", "--json")
    told = [
        (plan["installments"], plan["first_payment_fen"], plan["cost_fen"], plan["simple_pct"])
        for plan in result.data["plans"]
    ]
    assert told == [(3, 40720, 2160, "10.77"), (12, 10720, 8640, "13.03")]
    assert len({plan["quote_id"] for plan in result.data["plans"]}) == 2
    lines = run(
        "quote", "1200", "--product", "inst", "--compare", "3,12", "--on", "2026-01-12", "--csv"
    ).out.splitlines()
    assert lines[1].startswith("3,40720,40720,2160,122160,10.77,11.32,Q")
    both = run("quote", "1200", "--compare", "3,12", "--installments", "3", "--json").error
    assert both["code"] == "options-exclusive"


def test_a_trade_in_is_a_line_of_its_own(run):
    # 1000 - 400 traded in - 25% of 1000 = 350 are financed.
    data = run(*MONTHLY_FEE, "--trade-in", "400", "--down-payment", "25%", "--json").data
    assert (data["trade_in_fen"], data["down_payment_fen"], data["financed_fen"]) == (40000, 25000, 35000)
    assert data["totals"]["principal_fen"] == 60000
    assert "Trade-in (yuan)\t400.00" in run(*MONTHLY_FEE, "--trade-in", "400").out


def test_a_deferral_of_ones_own_has_free_days(run):
    # 40 days, 30 of them free: 1000 x 0.04% x 10 = 4.00.
    defer = ["quote", "1000", "--method", "defer", "--daily-rate", "0.04%", "--every", "40", "--unit", "days"]
    assert run(*defer, "--free-days", "30", "--json").data["totals"]["interest_fen"] == 400


def test_terms_of_ones_own_that_do_not_fit_are_refused(run):
    loan = ["quote", "1000", "--installments", "3", "--annual-rate", "12", "--json"]
    assert "nights used" in run(*loan, "--payoff", "all-fees").error["message"]
    assert run(*loan[:4], "--fee", "1%", "--day-count", "30/360", "--json").error["code"] == "terms-misfit"


def test_a_quote_is_kept_and_accepted_by_its_id(at, head):
    quoted = at("2026-02-05", *PHONE, "--down-payment", "20%", "--json").data
    assert quoted["kept"] is True
    before = head()
    name = quoted["quote_id"]
    assert at("2026-02-05", "quoted", name.lower(), "--json").data["rows"] == quoted["rows"]
    made = at("2026-02-05", "charge", "A1", "5999", "--quote", name, "--merchant", "Phones", "--json").data
    shown = [row for row in quoted["rows"] if row["number"]]
    assert [{key: row[key] for key in shown[0]} for row in made["rows"]] == shown
    assert (made["quote_id"], made["merchant"], made["down_payment_fen"]) == (name, "Phones", 119_980)
    # The facts have the hash of what was shown; the quote itself changed no head.
    assert before != head()
    told = at("2026-02-05", "schedule", made["plan_id"], "--json").data
    assert told["quote_id"] == name


def test_terms_of_ones_own_are_accepted_too_on_their_own_days(at):
    # A month of 1,000.00 at 12% a year from 5 February: 28 nights, 1000 x 12% x 28/365 = 9.2055.
    own = [
        "quote",
        "1000",
        "--annual-rate",
        "12",
        "--method",
        "equal-principal",
        "--installments",
        "2",
        "--late-rate",
        "0.01%",
    ]
    quoted = at("2026-02-05", *own, "--json").data
    made = at("2026-02-05", "charge", "A1", "1000", "--quote", quoted["quote_id"], "--json").data
    assert (made["rows"][0]["due_on"], made["rows"][0]["interest_fen"]) == ("2026-03-05", 921)
    assert made["product_id"] == "own-terms"
    # 500.00 + 9.21 are late for 10 nights at 0.01%: 0.50921; by then interest runs on in the second month.
    late = at("2026-03-15", "schedule", made["plan_id"], "--json").data["rows"][0]
    assert late["late_charge_fen"] == 51


def test_the_same_quote_is_kept_once_and_a_changed_one_has_another_id(at):
    first = at("2026-02-05", *PHONE, "--json").data["quote_id"]
    assert at("2026-02-05", *PHONE, "--json").data["quote_id"] == first
    assert at("2026-02-06", *PHONE, "--json").data["quote_id"] != first


def test_options_beside_a_quote_are_refused(at):
    error = at("2026-02-05", "charge", "A1", "5999", "--quote", "Q0000000019", "--installments", "3", "--json").error
    assert error["code"] == "options-exclusive"


def test_without_a_ledger_a_quote_is_shown_and_says_that_it_is_not_kept(run):
    assert "it cannot be accepted by its id" in run(*MONTHLY_FEE).out
    assert run(*MONTHLY_FEE, "--json").data["kept"] is False


def test_a_ledger_that_takes_nothing_does_not_keep_a_quote_from_being_shown(at, ledger):
    ledger.write_bytes(b"not a ledger at all" * 100)
    result = at("2026-02-05", *MONTHLY_FEE)
    assert result.status == 0
    assert "could not be kept (ledger-foreign)" in result.out


def test_a_batch_accepts_quotes(at, tmp_path):
    name = at("2026-02-05", *PHONE, "--json").data["quote_id"]
    (tmp_path / "lines.csv").write_text(f"verb,account,amount,quote\ncharge,A1,5999,{name}\n", "utf-8")
    result = at("2026-02-05", "batch", str(tmp_path / "lines.csv"), "--json").data["results"][0]["result"]
    assert result["quote_id"] == name
