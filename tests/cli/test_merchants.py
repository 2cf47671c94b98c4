"""`register`, `merchants`, `merchant`: who they are, and what is due to them and from them."""

from __future__ import annotations


def test_a_registered_merchant_is_linked_and_pays_its_discount(at):
    made = at("2026-02-05", "register", "Café", "--discount", "0.6%", "--json").data
    assert (made["merchant_id"], made["discount_pct"], made["discount_before_pct"]) == ("M1", "0.6", None)
    bought = at("2026-02-05", "charge", "A1", "300", "--merchant", "Café", "--json").data
    assert (bought["merchant"], bought["merchant_id"]) == ("Café", "M1")
    other = at("2026-02-05", "charge", "A1", "300", "--merchant", "Kiosk", "--json").data
    assert (other["merchant"], other["merchant_id"]) == ("Kiosk", "")
    shown = at("2026-02-05", "schedule", "A1P3").out
    assert "Merchant\tCafé\nMerchant no.\tM1\n" in shown


def test_a_purchase_before_the_merchant_was_registered_is_not_linked(at):
    at("2026-02-05", "register", "Café")
    assert (
        at("2026-02-05", "charge", "A1", "3", "--merchant", "Café", "--on", "2026-02-04", "--json").data["merchant_id"]
        == ""
    )
    assert at("2026-02-05", "register", "Café", "--on", "2026-02-06").status == 4


def test_a_hold_that_is_captured_is_linked(at):
    at("2026-02-05", "hold", "A1", "300", "--merchant", "Café")
    at("2026-02-06", "register", "Café", "--discount", "1")
    assert at("2026-02-07", "capture", "A1H1", "--json").data["merchant_id"] == "M1"


def test_another_discount_is_for_purchases_to_come(at):
    at("2026-02-05", "register", "Café", "--discount", "0.6%")
    changed = at("2026-02-09", "register", "Café", "--discount", "0.5%")
    assert "Merchant no.\tM1\nMerchant\tCafé\nDiscount\t0.5%\nDiscount before\t0.6%\n" in changed.out
    assert "Purchases that are recorded keep" in changed.out
    again = at("2026-02-10", "register", "Café", "--discount", "0.5%", "--lang", "zh")
    assert (again.status, again.err.splitlines()[0]) == (
        4,
        "错误 merchant-registered: 商户 Café 已登记为 M1, 自 2026-02-09 起折扣率为 0.5%。",
    )


def test_order_ids_stay_unique_per_merchant_by_name(at):
    at("2026-02-05", "charge", "A1", "3", "--merchant", "Café", "--order", "7")
    at("2026-02-05", "register", "Café")
    assert at("2026-02-05", "charge", "A1", "3", "--merchant", "Café", "--order", "7").status == 4


def test_merchants_are_registered_in_a_batch(at, tmp_path):
    lines = tmp_path / "lines.csv"
    lines.write_text("verb,merchant,discount,account,amount\nregister,Café,0.6%,,\ncharge,Café,,A1,20\n", "utf-8")
    results = at("2026-02-05", "batch", str(lines), "--json").data["results"]
    assert [one["result"]["merchant_id"] for one in results] == ["M1", "M1"]


def test_what_is_due_to_merchants_and_from_them(at):
    # Café: 1,200.00 interest-free in 12, 86.40 of subsidy, 7.20 of discount: 1,106.40. The story: 5,999.00 and 400.00.
    at("2026-02-05", "register", "Café", "--discount", "0.6%")
    at("2026-02-05", "charge", "A1", "1200", "--product", "free", "--installments", "12", "--merchant", "Café")
    data = at("2026-02-06", "merchants", "--json").data
    assert [(row["merchant_id"], row["merchant"], row["net_fen"]) for row in data["merchants"]] == [
        ("M1", "Café", 1_106_40),
        ("", "手机店", 5_999_00),
        ("", "超市", 400_00),
    ]
    assert data["totals"] == {
        "purchases_fen": 7_599_00,
        "refunds_fen": 0,
        "subsidies_fen": -86_40,
        "discounts_fen": -7_20,
        "net_fen": 7_505_40,
    }
    assert at("2026-02-06", "merchants", "--from", "2026-02-01", "--json").data["totals"]["net_fen"] == 1_106_40
    shown = at("2026-02-06", "merchants").out
    assert "M1\tCafé\t0.6%\t1,200.00\t-86.40\t-7.20\t1,106.40\n" in shown


def test_the_statement_of_a_merchant_names_plans_and_orders_and_no_customer(at):
    at("2026-02-06", "refund", "A1P1", "599")
    shown = at("2026-02-06", "merchant", "手机店").out
    assert shown.startswith(
        "手机店, through 2026-02-06\n"
        "Booked\tPlan\tOrder\tPurchases (yuan)\tRefunds (yuan)\tNet (yuan)\n"
        "2026-01-08\tA1P1\tT-1001\t5,999.00\t0.00\t5,999.00\n"
        "2026-02-06\tA1P1\tT-1001\t0.00\t-599.00\t-599.00\n"
        "Total\t\t\t5,999.00\t-599.00\t5,400.00\n"
    )
    told = at("2026-02-06", "merchant", "手机店", "--json").out
    assert "李" not in told and "138" not in told
    assert at("2026-02-06", "merchant", "手机店", "--csv").out.splitlines()[1] == (
        "2026-01-08,2026-01-08,A1E2,A1P1,T-1001,599900,0,0,0,599900"
    )


def test_a_merchant_is_found_by_its_number_and_nothing_booked_is_said(at):
    at("2026-02-06", "register", "Café")
    assert at("2026-02-06", "merchant", "m1").out == (
        "Merchant no.\tM1\nMerchant\tCafé\nDiscount\t0%\n\nNothing was booked for this merchant in these days.\n"
    )


def test_what_the_merchant_pays_is_no_line_of_the_customers_bill(at):
    at("2026-02-05", "register", "Café", "--discount", "0.6%")
    bought = at("2026-02-05", "charge", "A1", "300", "--product", "free", "--installments", "3", "--merchant", "Café")
    assert bought.status == 0
    at("2026-02-06", "refund", "A1P3", "100")
    lines = at("2026-03-03", "statement", "A1", "--json").data["lines"]
    told = [(line["kind"], line["amount_fen"]) for line in lines if line["plan_id"] == "A1P3"]
    assert told == [("purchases", 300_00), ("refunds", -100_00)]


def test_what_a_merchant_owes_is_explained(at):
    # 1,001.00 x 0.6% = 6.006 a period, 6.01; 1,001.00 x 0.5% = 5.005, half up 5.01.
    at("2026-02-05", "register", "Café", "--discount", "0.5%")
    at("2026-02-05", "charge", "A1", "1001", "--product", "free", "--installments", "3", "--merchant", "Café")
    told = at("2026-02-05", "explain", "A1P3", "--figure", "subsidy").out
    assert told.startswith("Merchant's subsidy (A1P3): 18.03 yuan\n")
    assert (
        "the merchant's subsidy, no. 3\t1,001.00\t0.6% a period\t6.006\nrounding, half up, no. 3\t\t\t0.004\n" in told
    )
    # A third comes back, 333.67: 5.01 - 5.01 x 333.67 / 1,001.00 = 3.34 (3.339983...).
    at("2026-02-06", "refund", "A1P3", "333.67")
    told = at("2026-02-06", "explain", "A1P3", "--figure", "discount", "--lang", "zh").out
    assert told.startswith("商户折扣 (A1P3): 3.34 元\n")
    assert "减: 退款对应部分\t5.01\t\t-1.670016" in told
    assert "discount" not in at("2026-02-06", "explain", "A1P3").out  # it is not the customer's
