"""`baitiao products` and `baitiao product`: the catalogue."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.sheet import product_sheet
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, option, price_tier
from baitiao_cli.messages import sheet as texts
from baitiao_cli.products.catalogue import find_product, load_products
from baitiao_cli.show.document import Document
from baitiao_cli.show.products import product_document, products_document
from baitiao_cli.show.sheet import sheet_document


@command("products")
def products(request: Request) -> Document:
    """Lists the catalogue."""
    return products_document(list(load_products().values()), request.today)


@command("product")
def product(request: Request, product_id: Annotated[str, argument("PRODUCT")]) -> Document:
    """Shows one product in full."""
    return product_document(find_product(product_id), request.today)


@command("product sheet", paper=True, more=texts.SHEET_MORE)
def sheet(
    request: Request,
    product_id: Annotated[str, argument("PRODUCT")],
    tier: Annotated[Tier | None, option("--tier", price_tier, "TIER")] = None,
    on: Annotated[date | None, option("--on", day, "DATE")] = None,
) -> Document:
    """Shows the key facts of a product for customers."""
    return sheet_document(product_sheet(find_product(product_id), tier or "B", on or request.today))
