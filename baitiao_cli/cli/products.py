"""`baitiao products` and `baitiao product`: the catalogue."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument
from baitiao_cli.products.catalogue import find_product, load_products
from baitiao_cli.show.document import Document
from baitiao_cli.show.products import product_document, products_document


@command("products")
def products(request: Request) -> Document:
    """Lists the catalogue."""
    return products_document(list(load_products().values()), request.today)


@command("product")
def product(request: Request, product_id: Annotated[str, argument("PRODUCT")]) -> Document:
    """Shows one product in full."""
    return product_document(find_product(product_id), request.today)
