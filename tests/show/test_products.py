"""What a product says of the terms that only some products have."""

from __future__ import annotations

from datetime import date

from baitiao_cli.show.cells import heading, row_cells
from baitiao_cli.show.products import product_document
from tests.laws.history import PRODUCTS


def told(product_id: str, language: str) -> dict[str, str]:
    terms = product_document(PRODUCTS[product_id], date(2024, 1, 12)).tables[0]
    labels = [heading(column, language) for column in terms.told]
    return dict(zip(labels, row_cells(terms, terms.rows[0], language), strict=True))


def test_an_order_of_payment_of_its_own_and_interest_that_stays_are_told_in_words():
    english, chinese = told("fixed", "en"), told("fixed", "zh")
    assert english["Order of payment"] == "late charge, fee, principal, interest"
    assert english["Interest"] == "as first scheduled, whenever it is paid"
    assert chinese["还款冲抵顺序"] == "违约金, 费用, 本金, 利息"
    assert chinese["利息"] == "按原还款计划, 不随还款时间变动"


def test_what_a_product_leaves_to_the_line_is_not_told():
    assert not {"Order of payment", "Interest"} & told("epi", "en").keys()
