"""`products` and `product`: the catalogue in all forms."""

from __future__ import annotations


def test_the_list_names_every_product_with_its_price(run):
    out = run("products").out
    assert "inst\tInstallments" in out
    assert "0.5% to 1% a period" in out
    assert "free until due, then 0.05% a day" in out


def test_the_document_has_the_products_with_exact_rates(run):
    products = {product["id"]: product for product in run("products", "--json").data["products"]}
    assert products["inst"]["rate_ppb_by_tier"]["B"] == 6_000_000
    assert products["month"]["line"]["due_days"] == 9


def test_one_product_in_full_in_chinese(run):
    out = run("product", "month", "--lang", "zh").out
    assert "最低还款比例\t10%" in out
    assert "循环利率\t0.05%/日" in out


def test_one_product_as_csv_is_one_line(run):
    lines = run("product", "daily", "--csv").out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("product_id,version,")


def test_an_unknown_product_is_told_with_those_that_there_are(run):
    result = run("product", "nothing", "--json")
    assert (result.status, result.error["code"]) == (3, "product-unknown")
    assert "inst" in result.error["message"] + result.error["hint"]
