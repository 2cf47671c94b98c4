"""`charge` and `schedule`: purchases and their plans."""

from __future__ import annotations

import csv
import io


def test_a_phone_in_12_installments(at):
    # 5999 / 12 = 499.916..., rounded down 499.91; 11 x 499.91 = 5499.01, so the last is 499.99.
    # The fee is 5999 x 0.6% = 35.994 -> 35.99 in each; 12 x 35.99 = 431.88.
    data = at("2026-02-05", "charge", "A1", "5999", "--installments", "12", "--json").data
    assert (data["plan_id"], data["event_id"]) == ("A1P3", "A1E5")
    assert data["rows"][0] == {
        "number": 1,
        "due_on": "2026-03-12",
        "principal_fen": 49991,
        "interest_fen": 0,
        "fee_fen": 3599,
        "late_charge_fen": 0,
        "total_fen": 53590,
        "paid_fen": 0,
        "outstanding_fen": 53590,
        "balance_fen": 549909,
        "status": "planned",
    }
    assert data["rows"][11]["principal_fen"] == 49999
    assert data["totals"]["total_fen"] == 599900 + 43188
    # 20,000.00 - 6,399.00 - 5,999.00
    assert data["account"]["available_fen"] == 760_200


def test_the_purchase_for_people(at):
    out = at("2026-02-05", "charge", "A1", "300", "--merchant", "Café", "--lang", "zh").out
    assert out.startswith("期次\t到期还款日\t本金(元)\t应还(元)\n1\t2026-03-12\t300.00\t300.00\n")
    assert "商户\tCafé" in out
    assert "当前可用额度 13,301.00 元。" in out


def test_what_the_merchant_pays_for_an_interest_free_plan_is_told_apart(at):
    # 1,200.00 x 0.6% x 12 = 86.40, none of it in the rows.
    assert "Merchant's subsidy\t0.6% a period\n" in at("2026-02-05", "product", "free").out
    at("2026-02-05", "charge", "A1", "1200", "--product", "free", "--installments", "12")
    plan = at("2026-02-05", "schedule", "A1P3", "--json").data
    assert (plan["subsidy_fen"], plan["totals"]["total_fen"]) == (86_40, 1_200_00)
    assert "商户贴息(元)\t86.40\n" in at("2026-02-05", "schedule", "A1P3", "--lang", "zh").out
    at("2026-02-06", "refund", "A1P3", "600")
    assert at("2026-02-06", "schedule", "A1P3", "--json").data["subsidy_fen"] == 43_20
    assert "subsidy" not in at("2026-02-06", "schedule", "A1P1").out


def test_a_down_payment_is_not_financed(at):
    # 25% of 1000 is paid at once: 750 / 3 = 250 each, fee 750 x 0.6% = 4.50.
    data = at("2026-02-05", "charge", "A1", "1000", "--installments", "3", "--down-payment", "25%", "--json").data
    assert data["financed_fen"] == 75000
    assert [(row["principal_fen"], row["fee_fen"]) for row in data["rows"]] == [(25000, 450)] * 3


def test_the_product_may_be_named(at):
    # daily at tier B: 0.03% a day; borrowed on the 5th, the first row ends on 5 March: 28 nights, 1000 x 0.84% = 8.40.
    data = at("2026-02-05", "charge", "A1", "1000", "--product", "daily", "--installments", "3", "--json").data
    assert data["product_id"] == "daily"
    assert (data["rows"][0]["due_on"], data["rows"][0]["interest_fen"]) == ("2026-03-05", 840)


def test_quote_for_the_account_is_exactly_what_charge_makes(at):
    terms = ["2000", "--installments", "6"]
    quoted = at("2026-02-05", "quote", *terms, "--account", "A1", "--json")
    made = at("2026-02-05", "charge", "A1", *terms, "--json").data["rows"]
    for row, other in zip(quoted.data["rows"], made, strict=True):
        assert {key: other[key] for key in row} == row


def test_an_order_counts_once_per_merchant(at, head):
    before = head()
    twice = ["charge", "A1", "10", "--merchant", "手机店", "--order", "T-1001", "--json"]
    result = at("2026-02-05", *twice)
    assert (result.status, result.error["code"]) == (4, "order-id-used")
    assert "A1P1" in result.error["message"]
    assert head() == before
    assert at("2026-02-05", "charge", "A1", "10", "--merchant", "别家", "--order", "T-1001").status == 0


def test_the_limit_counts_to_the_fen(at):
    # 20,000.00 - 6,399.00 = 13,601.00 is left.
    refused = at("2026-02-05", "charge", "A1", "13601.01")
    assert refused.status == 4
    assert "13,601.00 yuan" in refused.err
    assert at("2026-02-05", "charge", "A1", "13601").status == 0


def test_a_back_dated_purchase_stands_in_its_own_cycle(at):
    # Bought on 2 February, before the bill of the 3rd: it belongs to the bill that is due on 12 February.
    data = at("2026-02-05", "charge", "A1", "50", "--on", "2026-02-02", "--json").data
    assert data["effective_on"] == "2026-02-02"
    assert data["rows"][0]["due_on"] == "2026-02-12"


def test_schedule_as_it_stands(at):
    at("2026-02-05", "repay", "A1", "535.90", "--plan", "A1P1")
    data = at("2026-02-05", "schedule", "A1P1", "--json").data
    assert (data["account_id"], data["order_id"]) == ("A1", "T-1001")
    assert [row["status"] for row in data["rows"]] == ["paid"] + ["planned"] * 11
    first = data["rows"][0]
    assert (first["paid_fen"], first["outstanding_fen"], first["status"]) == (53590, 0, "paid")
    assert data["totals"]["outstanding_fen"] == 643_088 - 53_590
    before = at("2026-02-05", "schedule", "A1P1", "--as-of", "2026-02-02", "--json").data
    assert before["rows"][0]["status"] == "planned"


def test_schedule_shows_lateness_in_words(at):
    # 535.90 x 0.05% x 8 nights = 2.1436 -> 2.14.
    out = at("2026-02-20", "schedule", "A1P1", "--lang", "zh").out
    assert "1\t2026-02-12\t499.91\t35.99\t2.14\t538.04\t0.00\t538.04\t逾期" in out
    assert out.splitlines()[13].startswith("合计\t\t5,999.00\t431.88\t2.14\t6,433.02")


def test_csv_has_every_column_whatever_the_plan(at):
    phone, groceries = (at("2026-02-05", "schedule", plan, "--csv").out for plan in ("A1P1", "A1P2"))
    assert phone.splitlines()[0] == groceries.splitlines()[0]
    row = next(csv.DictReader(io.StringIO(groceries)))
    assert (row["interest_fen"], row["fee_fen"], row["total_fen"], row["status"]) == ("0", "0", "40000", "due")


def test_a_plan_that_is_not_there_yet_or_at_all(at):
    assert at("2026-02-05", "schedule", "A1P2", "--as-of", "2026-01-10", "--json").error["code"] == "plan-elsewhere"
    assert at("2026-02-05", "schedule", "A9P1", "--json").status == 3


FLAT = """
id = "dear"
version = 1
name_en = "Dear"
name_zh = "贵"
about_en = "Dear."
about_zh = "贵。"
method = "flat"
installments = [3]
due_by = "anniversary"
payoff = "waive-rest"
surplus = "credit-balance"
rate_per = "month"
day_count = "30/360"
above_cap = "ABOVE"

[rate_ppb_by_tier]
A = 20_000_000
B = 20_000_000
C = 20_000_000
D = 20_000_000

[late]
daily_ppb = 100_000
"""


def test_a_product_file_of_ones_own_a_trade_in_and_a_first_due_date(at, tmp_path):
    # 1000 - 100 - 25% of 1000 = 650; 2% a month flat is 13.00 a month, the first from 5 February to 5 April is two.
    (tmp_path / "dear.toml").write_text(FLAT.replace("ABOVE", "flag"), "utf-8")
    terms = ["--product", str(tmp_path / "dear.toml"), "--trade-in", "100", "--down-payment", "25%"]
    made = at("2026-02-05", "charge", "A1", "1000", *terms, "--first-due", "2026-04-05", "--json").data
    assert (made["trade_in_fen"], made["down_payment_fen"], made["financed_fen"]) == (10000, 25000, 65000)
    assert [(row["due_on"], row["interest_fen"]) for row in made["rows"]] == [
        ("2026-04-05", 2600),
        ("2026-05-05", 1300),
        ("2026-06-05", 1300),
    ]
    told = at("2026-02-05", "history", "A1").out
    assert "Purchase, price 1,000.00, 350.00 of it not financed\tA1P3\t650.00\t" in told
    # 2% flat a month is far above 24% a year: made, as the file says, and flagged wherever the plan is shown.
    assert made["above_cap"] is True
    seen = at("2026-02-05", "schedule", "A1P3", "--json").data
    assert seen["above_cap"] is True and float(seen["annual_rate"]["simple_pct"]) > 24
    assert "costs more a year than its cap" in at("2026-02-05", "schedule", "A1P3").out
    amounts = at("2026-02-05", "explain", "A1E5", "--json").data["figures"][0]["lines"]
    assert [(line["rule"], line["amount_fen"]) for line in amounts if line["amount_fen"]] == [
        ("trade-in", 10000),
        ("down-payment", 25000),
        ("financed", 65000),
    ]


def test_a_product_above_its_cap_is_refused_where_its_file_says_so(at, head, tmp_path):
    (tmp_path / "dear.toml").write_text(FLAT.replace("ABOVE", "refuse"), "utf-8")
    before = head()
    result = at("2026-02-05", "charge", "A1", "1000", "--product", str(tmp_path / "dear.toml"), "--json")
    assert (result.status, result.error["code"]) == (4, "rate-above-cap")
    assert "24.00%" in result.error["message"]
    assert head() == before


def test_a_product_file_is_shown_and_checked(run, tmp_path):
    (tmp_path / "dear.toml").write_text(FLAT.replace("ABOVE", "refuse"), "utf-8")
    assert "2% a month" in run("product", str(tmp_path / "dear.toml")).out


def test_a_product_file_of_ones_own_says_what_it_is_for(at, tmp_path):
    file = tmp_path / "dear.toml"
    file.write_text(FLAT.replace("ABOVE", "flag") + '[[scene_caps]]\nscene = "games"\nallowed = false\n', "utf-8")
    refused = at("2026-02-05", "hold", "A1", "300", "--product", str(file), "--scene", "games", "--json")
    assert refused.error["code"] == "product-scene-excluded"
    held = at("2026-02-05", "hold", "A1", "300", "--product", str(file), "--scene", "food", "--json").data
    assert (held["product_id"], held["scene"]) == ("dear", "food")


def test_scene_category_and_brand_stay_with_the_purchase(at):
    about = ["--scene", "phone", "--category", "phones", "--brand", "某牌"]
    bought = at("2026-02-05", "charge", "A1", "300", *about, "--json").data
    assert (bought["scene"], bought["category"], bought["brand"]) == ("phone", "phones", "某牌")
    assert "Scene\tphone\nCategory\tphones\nBrand\t某牌\n" in at("2026-02-05", "schedule", "A1P3").out
    held = at("2026-02-05", "hold", "A1", "300", *about)
    assert "Scene\tphone\nCategory\tphones\nBrand\t某牌\n" in held.out
    (shown,) = at("2026-02-05", "show", "A1", "--json").data["holds"]
    assert (shown["scene"], shown["category"], shown["brand"]) == ("phone", "phones", "某牌")
    captured = at("2026-02-05", "capture", "A1H1", "--json").data
    assert (captured["scene"], captured["category"], captured["brand"]) == ("phone", "phones", "某牌")


def test_a_cap_of_a_scene_is_refused_with_its_figures(at):
    at("2026-02-05", "charge", "A1", "1500", "--scene", "virtual")
    refused = at("2026-02-05", "charge", "A1", "600", "--scene", "virtual")
    assert refused.status == 4
    assert refused.err.splitlines() == [
        "Error scene-cap-exceeded: For virtual the line lends 2,000.00 yuan from 2026-02-05 through 2026-02-05; "
        "1,500.00 yuan is taken, and 600.00 yuan is too much.",
        "Hint: At most 500.00 yuan fits; see the caps of a new line: baitiao product month",
    ]
    assert "virtual\t2,000.00\t5,000.00\ntravel\t10,000.00\t\n" in at("2026-02-05", "product", "month").out


def test_a_product_may_cap_a_scene_or_not_be_for_it_at_all(at):
    at("2026-02-05", "charge", "A1", "2000", "--product", "defer60", "--scene", "travel")
    refused = at("2026-02-05", "charge", "A1", "1000.01", "--product", "defer60", "--scene", "travel")
    assert refused.err.splitlines() == [
        "Error product-scene-cap-exceeded: For travel the product defer60 lends 3,000.00 yuan from 2026-02-05 through "
        "2026-02-05; 2,000.00 yuan is taken, and 1,000.01 yuan is too much.",
        "Hint: At most 1,000.00 yuan fits on it; see its caps: baitiao product defer60; or take another: baitiao "
        "products",
    ]
    assert at("2026-02-05", "charge", "A1", "1000.01", "--scene", "travel").status == 0
    refused = at("2026-02-05", "charge", "A1", "1", "--product", "defer60", "--scene", "virtual", "--lang", "zh")
    assert (refused.status, refused.err.splitlines()[0]) == (
        4,
        "错误 product-scene-excluded: 产品 defer60 不得用于场景 virtual。",
    )
    told = at("2026-02-05", "product", "defer60")
    assert "on this product\nScene\tA day (yuan)\tA month (yuan)\nvirtual\t0.00\t0.00\ntravel\t3,000.00" in told.out
    caps = at("2026-02-05", "product", "defer60", "--json").data["scene_caps"]
    assert caps[0] == {"scene": "virtual", "per_day_fen": 0, "per_month_fen": 0, "allowed": False}


def test_a_back_dated_purchase_names_the_later_one_that_would_pass_the_cap(at):
    for day in ("05", "06"):
        at(f"2026-02-{day}", "charge", "A1", "2000", "--scene", "virtual")
    refused = at("2026-02-06", "charge", "A1", "1001", "--scene", "virtual", "--on", "2026-02-04", "--json")
    assert (refused.error["code"], "A1E6" in refused.error["message"]) == ("breaks-later-event", True)


def test_a_plan_that_asks_for_nothing_any_more_says_so(at):
    at("2026-02-05", "charge", "A1", "1200", "--installments", "6")
    at("2026-02-06", "refund", "A1P3", "1200")
    assert at("2026-02-06", "schedule", "A1P3", "--json").data["rows"] == []
    assert "it has no installments left" in at("2026-02-06", "schedule", "A1P3").out
