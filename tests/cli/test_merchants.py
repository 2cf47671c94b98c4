"""`register`: merchants."""

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
